"""spelling: words that no dictionary knows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Result, Write

RULE = "extends: spelling\nmessage: \"Did you mean '%s'?\"\n"
AFFIXES = "SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n"


def said(*words: str) -> list[str]:
    return [f"{place}: warning: Did you mean '{word}'?" for place, _, word in (one.partition(" ") for one in words)]


@pytest.mark.parametrize(
    ("keys", "text", "found"),
    [
        ("", "We recieve it. They recieve it.", ["1:4 recieve", "1:21 recieve"]),
        ("", "“Recieve’s” meaning, 'hte'", ["1:2 Recieve's", "1:23 hte"]),
        ("", "The writer's NASA FooBaz café naïv 4th x-rayz", []),
        ("custom: true", "The NASSA x-rayz", ["1:5 NASSA", "1:11 x-rayz"]),
        ("filters: ['^rec']", "We recieve hte", ["1:12 hte"]),
        ("exceptions: [recieve]", "We Recieve recieves", ["1:12 recieves"]),
        ("", "请使用recieve接口", ["1:4 recieve"]),
        ("scope: heading", "# Hte\n\nhte", ["1:3 Hte"]),
        ("", "Run `hte` now", []),
    ],
    ids=[
        "each place", "marks around it", "what Vale lets pass", "the filters alone", "filters", "exceptions", "beside Han", "scope", "code",
    ],
)  # fmt: skip
def test_american_english(check: Check, keys: str, text: str, found: list[str]) -> None:
    assert check(f"{RULE}{keys}\n", text, "a.md") == said(*found)


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("", ["1:13 qux", "1:17 read"]),
        ("append: true\n", ["1:13 qux"]),
        ("ignore: [mine/data/words.txt]\n", ["1:17 read"]),
    ],
    ids=["alone", "beside American English", "with a list of words"],
)
def test_a_dictionary_of_the_pack(check: Check, write: Write, keys: str, found: list[str]) -> None:
    write("styles/mine/data/my.aff", AFFIXES)
    write("styles/mine/data/my.dic", "2\nfoo/S\nzażółć\n")
    write("styles/mine/data/words.txt", "# our own\nqux\n")
    rule = f"{RULE}dictionaries: [mine/data/my.dic]\n{keys}"
    assert check(rule, "foos Zażółć qux read", "a.md") == said(*found)


@pytest.fixture
def refused(recto: Recto, write: Write) -> Result:
    """A run with a dictionary whose rules cannot be understood."""
    write("styles/mine/data/my.aff", "SFX S Y\n")
    write("styles/mine/data/my.dic", "1\nfoo\n")
    write("styles/mine/rule.yaml", f"{RULE}dictionaries: [mine/data/my.dic]\n")
    path = write("a.md", "# foo\n")
    return recto("check", "--rules-path", path.parent / "styles", path)


def test_a_broken_dictionary_is_one_error(refused: Result) -> None:
    assert refused.status == 2
    assert refused.err.count("this dictionary cannot be read with its .aff file") == 1
    assert "my.dic: this" in refused.err


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("mine/data/none.dic", "there is no data file 'mine/data/none.dic'"),
        ("mine/data/bare.dic", "there is no data file 'mine/data/bare.aff'"),
        ("mine/data/bare.txt", "a dictionary is a .dic file, not 'mine/data/bare.txt'"),
    ],
)
def test_a_missing_dictionary_is_one_error(recto: Recto, write: Write, name: str, reason: str) -> None:
    write("styles/mine/data/bare.dic", "1\nfoo\n")
    write("styles/mine/data/bare.txt", "1\nfoo\n")
    write("styles/mine/rule.yaml", f"{RULE}dictionaries: [{name}]\n")
    path = write("a.md", "# foo\n")
    result = recto("check", "--rules-path", path.parent / "styles", path)
    assert result.status == 2
    assert result.err.count(reason) == 1


def test_without_its_library(recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spylls", None)
    write("styles/mine/rule.yaml", RULE)
    path = write("a.md", "# foo\n")
    result = recto("check", "--rules-path", path.parent / "styles", path)
    assert result.status == 2
    assert result.err.count("pip install 'recto[spelling]'") == 1


def test_a_changed_dictionary_is_read_again(recto: Recto, write: Write) -> None:
    write("styles/mine/data/my.aff", AFFIXES)
    write("styles/mine/data/my.dic", "1\nfoo\n")
    write("styles/mine/rule.yaml", f"{RULE}dictionaries: [mine/data/my.dic]\n")
    path = write("a.md", "foo bar foos\n")
    arguments = ("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path)
    assert len(recto(*arguments).lines) == 2
    write("styles/mine/data/my.dic", "2\nfoo\nbar\n")
    assert len(recto(*arguments).lines) == 1
    write("styles/mine/data/my.aff", f"{AFFIXES}SFX S 0 ed .\n".replace("Y 1", "Y 2"))
    write("styles/mine/data/my.dic", "2\nfoo/S\nbar\n")
    assert recto(*arguments).lines == []
