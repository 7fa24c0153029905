"""Links that stand under two neighbours, where the others have their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write


ALLOW = """
extends: neighbour-link
message: "{name} / {neighbour}"
allow: ['/shared/']
"""


def check(recto: Recto, write: Write, text: str, rule: str = "links.name-mismatch") -> list[str]:
    path = write("a.md", text)
    write("styles/mine/links.yaml", ALLOW)
    result = recto("check", "--rules-path", path.parent / "styles", "--select", rule, path)
    assert result.status < 2, result.out
    return [line.partition(": ")[2].partition(" at ")[0] for line in result.lines]


def projects(heading: str, *pairs: tuple[str, str]) -> str:
    return "\n".join(
        f"{heading}{name}\n\n  - Owners\n    - https://example.org/{target}/OWNERS\n" for name, target in pairs
    )


ANVIL, BELLOWS, CRUCIBLE = ("anvil", "anvil"), ("bellows", "anvil"), ("crucible", "crucible")


@pytest.mark.parametrize("heading", ["- ", "### ", "- **Project** "], ids=["items", "headings", "longer names"])
def test_a_link_with_the_name_of_a_neighbour(recto: Recto, write: Write, heading: str) -> None:
    found = check(recto, write, "# Projects\n\n" + projects(heading, ANVIL, BELLOWS, CRUCIBLE))
    assert found == ([] if "Project" in heading else ["warning: “bellows” has the same link as “anvil”"])


@pytest.mark.parametrize(
    "pairs",
    [
        (ANVIL, BELLOWS),
        (ANVIL, BELLOWS, ("crucible", "tools")),
        (ANVIL, ("bellows", "tools"), CRUCIBLE),
        (ANVIL, ("See https://example.org", "anvil"), CRUCIBLE),
        (ANVIL, ("no", "anvil"), CRUCIBLE),
        (ANVIL, ("a project whose name is so long that no address would hold it all", "anvil"), CRUCIBLE),
    ],
    ids=["two", "others not named", "no neighbour's", "an address", "too short", "too long"],
)
def test_links_that_tell_nothing(recto: Recto, write: Write, pairs: tuple[tuple[str, str], ...]) -> None:
    assert check(recto, write, projects("- ", *pairs)) == []


def test_addresses_that_may_be_shared(recto: Recto, write: Write) -> None:
    pairs = (("anvil", "shared/anvil"), ("bellows", "shared/anvil"), ("crucible", "shared/crucible"))
    assert check(recto, write, projects("- ", *pairs)) == ["warning: “bellows” has the same link as “anvil”"]
    assert check(recto, write, projects("- ", *pairs), "mine.links") == []


def meetings(*targets: str) -> str:
    return "\n".join(
        f"* Meeting {number}: [Mondays](https://example.org/calendar)\n  * [Notes](https://example.org/{target})."
        for number, target in enumerate(targets)
    )


def test_a_label_whose_link_two_neighbours_share(recto: Recto, write: Write) -> None:
    assert check(recto, write, meetings("a", "b", "b")) == ["suggestion: “Meeting 2” has the same link as “Meeting 1”"]


@pytest.mark.parametrize("targets", ["ab", "abc", "aaa", "aabb", "aaab"])
def test_labels_that_share_on_purpose_or_not_at_all(recto: Recto, write: Write, targets: str) -> None:
    assert check(recto, write, meetings(*targets)) == []


def test_a_label_that_one_neighbour_has_twice(recto: Recto, write: Write) -> None:
    again = "\n  * [Notes](https://example.org/c)."
    assert check(recto, write, meetings("a", "b", "b") + again) == []


def test_links_in_a_sentence_are_no_labels(recto: Recto, write: Write) -> None:
    text = meetings("a", "b", "b").replace("[Notes]", "All the notes that were taken are [here]")
    assert check(recto, write, text) == []
