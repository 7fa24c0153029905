"""The reference pages are made from the rules and up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter.authoring.reference import reference
from linter.outside.data_files import DataFiles
from linter.outside.rules import BUILT_IN, author_folders
from linter.ruleset import ruleset_from

if TYPE_CHECKING:
    from conftest import Recto

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(("language", "page"), [("en", "rules.md"), ("zh", "rules.zh-CN.md")])
def test_the_page_is_what_the_rules_say(language: str, page: str) -> None:
    lists = DataFiles((BUILT_IN,))
    authored = author_folders((BUILT_IN,), lists, need_tests=True)
    assert authored.errors == []
    text = reference(ruleset_from(authored.data, lists), authored.tests, language)
    assert text == (ROOT / "docs" / page).read_text(encoding="utf-8")
    for rule in authored.data["rules"]:
        assert f"### {rule['id']}\n" in text


@pytest.mark.parametrize("page", ["rules.md", "rules.zh-CN.md"])
def test_the_page_shows_patterns_as_they_are(recto: Recto, page: str) -> None:
    """A pattern with a backtick must not end the code that it stands in."""
    rules = "document.stray-markup,document.paired-marks,document.cross-reference"
    assert recto("check", "--isolated", "--select", rules, ROOT / "docs" / page).out == ""


def test_every_rule_speaks_both_languages() -> None:
    lists = DataFiles((BUILT_IN,))
    for rule in author_folders((BUILT_IN,), lists, need_tests=True).data["rules"]:
        for key in ("message", "help", "description"):
            assert set(rule[key]) == {"en", "zh"}, rule["id"]


def test_a_list_is_read_once() -> None:
    lists = DataFiles((BUILT_IN,))
    tree = lists.names("gongwen/data/places.txt.xz")
    assert lists.names("gongwen/data/places.txt.xz") is tree
    assert ("河南省", "洛阳市", "嵩县") in tree.readings("大章镇")
