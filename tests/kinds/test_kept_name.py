"""What the tests in the rule file do not show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Recto

pytest.importorskip("rensa")

COMMON = """
The votes are counted by three members of the club who do not stand for election.

Nobody has to pay for anything, and everybody is welcome with or without a garden.

"""


@pytest.fixture
def found(recto: Recto, write: Callable[[str, str], Path], tmp_path: Path) -> Callable[..., list[tuple[Any, ...]]]:
    """Folder, line, column and grade of what is found in pages called by their keyword, each with what they share."""

    def find(**pages: str) -> list[tuple[Any, ...]]:
        for name, text in pages.items():
            write(f"{name.replace('_', '-')}/guide.md", text.partition("\n")[0] + COMMON + text.partition("\n")[2])
        out = recto("check", "--select", "project.name-mismatch", "--output-format", "json", tmp_path).out
        return [(row["path"].split("/")[-2], row["line"], row["column"], row["grade"]) for row in json.loads(out)]

    return find


def test_a_target_that_is_defined_below_is_named_where_it_is_defined(found: Callable[..., list[Any]]) -> None:
    page = "# Guide to {0}\nSee the [list of voters] here.\n\n[list of voters]: https://example.org/{1}/voters\n"
    pages = {f"year_{year}": page.format(year, kept) for year, kept in (("2021", 2021), ("2022", 2022), ("2023", 2022))}
    assert found(**pages) == [("year-2023", 8, 39, "sure")]


def test_two_pages_alone_give_a_hint_where_a_page_has_its_own_name_elsewhere(found: Callable[..., list[Any]]) -> None:
    page = "# Guide to the {0} election\nIn {0} the doors open at nine.\n\nIn {1} the ballot papers are green. They are counted by hand.\n"
    assert found(year_2021=page.format(2021, 2021), year_2022=page.format(2022, 2021)) == [("year-2022", 8, 4, "hint")]


def test_a_sentence_that_names_both_speaks_of_both(found: Callable[..., list[Any]]) -> None:
    page = "# Guide to {0}\nIn {0} the doors open at nine.\n\nBetween 2021 and 2022 the ballot papers were blue.\n"
    assert found(year_2021=page.format(2021), year_2022=page.format(2022)) == []


def test_an_ordinary_word_is_no_name_for_two_pages_alone(found: Callable[..., list[Any]]) -> None:
    page = "# On {0}\nWe like {0} very much.\n\nAll {0} is sold by weight.\n\nFresh {1} is kept in the cellar.\n"
    assert found(apples=page.format("apples", "apples"), pears=page.format("pears", "apples")) == []


def test_pictures_serve_many_pages(found: Callable[..., list[Any]]) -> None:
    links = "".join(f"\n[{word}](https://example.org/{{0}}/{word}/)\n" for word in ("one", "two", "three"))
    page = "# Joining {0}\n" + links + "\n![a map of the town](https://example.org/{1}/map.png)\n"
    assert found(group_a1=page.format("group-a1", "group-a1"), group_b1=page.format("group-b1", "group-a1")) == []


def test_a_short_slot_says_nothing(found: Callable[..., list[Any]]) -> None:
    page = "# Guide to {0}\nIn {0} the doors open at nine.\n\n| year |\n| --- |\n| {1} |\n"
    pages = {f"year_{year}": page.format(year, kept) for year, kept in (("2021", 2021), ("2022", 2022), ("2023", 2022))}
    assert found(**pages) == []
