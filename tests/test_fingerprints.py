"""By what a diagnostic is known again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Recto, Write

RULE = "extends: existence\nmessage: \"Leave out '%s'.\"\nscope: [text, heading]\ntokens: [very, rather]\n"


@pytest.fixture
def prints(recto: Recto, write: Write) -> Callable[..., list[str]]:
    """The fingerprints of what one rule about words finds in a text."""

    def of(text: str, name: str = "a.md") -> list[str]:
        write("styles/mine/words.yaml", RULE)
        path = write(name, text)
        options = ("--output-format", "json", "--rules-path", path.parent / "styles", "--select", "mine.words")
        return [row["fingerprint"] for row in json.loads(recto("check", *options, path).out)]

    return of


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It is very good.\n", "# Above\n\nMore.\n\nIt is very good.\n"),
        ("It is very good.\n", "It is\nvery   good.\n"),
        ("It is very good.\n", "It is **very** good.\r\n"),
        ("It is very good.\n", "Ｉt is very good.\n"),
        ("It is very good.\n", "> It is very good.\n"),
        ("Fine. It is very good. Fine.\n", "Bad! It is very good. Worse.\n"),
        ("## 2. A very good part\n", "## 3. A very good part\n"),
        ("1. very\n2. fine\n", "1. fine\n2. very\n"),
        ("| a | b |\n|---|---|\n| x | very |\n", "| a | b | c |\n|--|--|--|\n| y | fine | 1 |\n| x   | very | 2 |\n"),
    ],
    ids=[
        "above",
        "wrapped",
        "marked up",
        "width",
        "quoted",
        "other sentences",
        "heading",
        "item",
        "cell",
    ],
)
def test_it_stays(prints: Callable[..., list[str]], before: str, after: str) -> None:
    (first,) = prints(before)
    assert prints(after, "b.md") == [first]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It is very good.\n", "It is very bad.\n"),
        ("It is very good.\n", "It is rather good.\n"),
        ("| x | very |\n|---|---|\n", "| y | very |\n|---|---|\n"),
        ("It is very good, rather.\n", "It is very, good rather.\n"),
    ],
    ids=["sentence", "found", "row", "words"],
)
def test_it_differs(prints: Callable[..., list[str]], one: str, other: str) -> None:
    assert set(prints(one)).isdisjoint(prints(other))


def test_each_of_several_has_its_own(prints: Callable[..., list[str]]) -> None:
    found = prints("It is very very rather good. It is very good. It is very good.\n\nIt is very good.\n")
    assert len(set(found)) == len(found) == 6
    assert found[1] == f"{found[0]}:2"
    assert found[4:] == [f"{found[3]}:2", f"{found[3]}:3"]


def test_an_html_reference_is_read(prints: Callable[..., list[str]]) -> None:
    (plain,) = prints("<p>Tea & cake are very good.</p>", "a.html")
    assert prints("<p>Tea &amp; cake are <b>very</b> good.</p>", "b.html") == [plain]


def test_the_suppressions_of_a_document_are_told_apart(recto: Recto, write: Write) -> None:
    text = "# A\n\n<!-- recto-disable document.nothing -->\n\n<!-- recto-disable document.nowhere -->\n\nB.\n"
    rows = json.loads(recto("check", "--output-format", "json", write("a.md", text)).out)
    assert len({row["fingerprint"].partition(":")[0] for row in rows}) == 2
