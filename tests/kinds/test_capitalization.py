"""capitalization: Title Case, sentence case, all small, all capitals, or a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write

RULE = "extends: capitalization\nmessage: '%[2]s'\n"


def expected(check: Check, keys: str, text: str) -> str | None:
    """What a text should be; None where nothing is said."""
    said = check(f"{RULE}threshold: 1\n{keys}\n", text)
    return said[0].removeprefix("1:1: warning: ") if said else None


@pytest.mark.parametrize(
    ("text", "ap", "chicago"),
    [
        ("the end of a day", "The End of a Day", "The End of a Day"),
        ("Walking Between Two Towns", None, "Walking between Two Towns"),
        ("What It Is Made Of", None, None),
        ("What It Is made of", "What It Is Made Of", "What It Is Made Of"),
        ("Of Mice And Men", "Of Mice and Men", "Of Mice and Men"),
        ("Go: a Guide", "Go: A Guide", "Go: A Guide"),
        ("Step-By-Step Guide", "Step-by-Step Guide", "Step-by-Step Guide"),
        ("The in-House Style", "The In-House Style", "The In-House Style"),
        ("One – a Guide", "One – A Guide", "One – A Guide"),
        ("This/or That", None, None),
        ("(in Short) It Works", "(In Short) It Works", "(In Short) It Works"),
        ("Learn to Walk, Learn To Run", None, "Learn to Walk, Learn to Run"),
        ("Using iOS", "Using IOS", "Using IOS"),
        ("Using the REST API", None, None),
        ("A Guide TO ALL", None, None),
        ("straße ins Tal", "Straße Ins Tal", "Straße Ins Tal"),
        ("ßs and Ss", None, None),
    ],
)
def test_title_case(check: Check, text: str, ap: str | None, chicago: str | None) -> None:
    assert expected(check, "match: $title", text) == ap
    assert expected(check, "match: $title\nstyle: Chicago", text) == chicago


@pytest.mark.parametrize(
    ("keys", "text", "should"),
    [
        ("", "An Important thing", "An important thing"),
        ("", "an important thing", "An important thing"),
        ("", "An important thing", None),
        ("", "Use the API", "Use the api"),
        ("exceptions: [API]", "Use the API now", None),
        ("exceptions: [API]", "Use the api now", "Use the API now"),
        ("exceptions: [Axon Server]", "The Axon Server starts", None),
        ("exceptions: [Axon Server]", "The axon server starts", "The Axon Server starts"),
        ("exceptions: [Axon Server]", "The Server starts", "The server starts"),
        ("exceptions: ['[Mm]ac']", "The macOS and MacBook", None),
        ("", "Find it: An introduction", "Find it: an introduction"),
        ("indicators: [':']", "Find it: An introduction", None),
        ("indicators: [':']", "Find it: an introduction", "Find it: An introduction"),
        ("", "1. an important thing", "1. An important thing"),
        ("", "Step 1. An important thing", "Step 1. an important thing"),
        ("prefix: '^[a-z]\\.\\s'", "a. An important thing", None),
        ("prefix: '^[a-z]\\.\\s'", "a. an important thing", "a. An important thing"),
        ("prefix: '^[a-z]\\.\\s'", "B. An important thing", "B. an important thing"),
        ("", "Top-Level things", "Top-level things"),
        ("", "(The) “Big” thing", "(The) “big” thing"),
    ],
)
def test_sentence_case(check: Check, keys: str, text: str, should: str | None) -> None:
    assert expected(check, f"match: $sentence\n{keys}", text) == should


@pytest.mark.parametrize(
    ("text", "should"),
    [
        ("Getting Started With iOS", None),
        ("Getting started with ios", "Getting Started With iOS"),
        ("The Repository of repos", None),
        ("Homebrew/homebrew-core at Work", None),
        ("A homebrew/homebrew-core", "A Homebrew/Homebrew-Core"),
    ],
    ids=["as it is", "its own capitals", "a pattern inside words", "of several parts", "of several parts, otherwise"],
)
def test_exceptions_to_title_case(check: Check, text: str, should: str | None) -> None:
    exceptions = "exceptions: [iOS, '[Rr]epo', Homebrew/homebrew-core]"
    assert expected(check, f"match: $title\n{exceptions}", text) == should


@pytest.mark.parametrize(
    ("keys", "text", "should"),
    [
        ("match: $lower", "All Small", "all small"),
        ("match: $lower", "all small 1", None),
        ("match: $lower\nexceptions: [Small]", "All Small", None),
        ("match: $lower", "调用 API 接口", "调用 api 接口"),
        ("match: $upper", "NOT All, straße", "NOT ALL, STRAßE"),
        ("match: $upper", "ALL OF IT", None),
        ("match: '^[A-Z]\\w+$'", "two words", r"^[A-Z]\w+$"),
        ("match: '^[A-Z]\\w+$'", "Word", None),
        ("match: '^[A-Z]\\w+$'\nexceptions: [two]", "two words", None),
    ],
)
def test_letters_and_patterns(check: Check, keys: str, text: str, should: str | None) -> None:
    assert expected(check, keys, text) == should


@pytest.mark.parametrize("match", ["$title", "$sentence", "$lower", "$upper", "^[A-Z]"])
@pytest.mark.parametrize("text", ["一、基本情况", "第1章 3.5%", "（二）", "مقدمة"])
def test_text_without_capitals_has_no_case(check: Check, match: str, text: str) -> None:
    assert check(f"{RULE}match: {match}\n", text) == []


@pytest.mark.parametrize("match", ["$title", "$sentence"])
@pytest.mark.parametrize("text", ["如何使用 docker Compose 部署", "Docker desktop 的安装", "［5］ESI：", "ⓐ"])
def test_latin_words_in_chinese_are_judged_by_no_english_case(check: Check, match: str, text: str) -> None:
    assert check(f"{RULE}match: {match}\n", text) == []


@pytest.mark.parametrize(
    ("keys", "text", "said"),
    [
        ("match: $sentence", "One two three four Five", []),
        ("match: $sentence\nthreshold: 0", "One two three Four", ["1:1: warning: One two three four"]),
        ("match: $sentence\nthreshold: 0.5", "One two Three Four", []),
        ("match: $sentence\nthreshold: 0.1", "one two three four", ["1:1: warning: One two three four"]),
        ("match: $sentence\nthreshold: 0.5", "High-Def is a thing", []),
        ("match: $title\nthreshold: 0.1", "one Two Three", []),
    ],
    ids=["four of five", "no threshold", "half", "the first word must", "a capital is one", "not in Title Case"],
)
def test_enough_words_must_be_right(check: Check, keys: str, text: str, said: list[str]) -> None:
    assert check(f"{RULE}{keys}\n", text) == said


def test_code_counts_as_it_stands_and_markup_moves_no_place(check: Check) -> None:
    rule = "extends: capitalization\nmessage: \"'%s' → '%s'\"\nmatch: $sentence\nscope: heading\n"
    text = "正文。\n\n## `this` is **A** Use of `APPEND`s\n\n# Use the `APPEND` operator\n"
    assert check(rule, text, "a.md") == [
        "3:5: warning: 'this is A Use of APPENDs' → 'this is a use of APPENDs'",
    ]


@pytest.mark.parametrize(
    ("match", "before", "after"),
    [
        ("$sentence", "# An *Im*portant [Thing](x) `For` Us\n", "# An *im*portant [thing](x) `For` us\n"),
        ("$title", "# an *im*portant thing\n", "# An *Im*portant Thing\n"),
        ("$upper", "# Use *m*ore\n", "# USE *M*ORE\n"),
        ("$lower", "# 一、USE it\n", "# 一、use it\n"),
    ],
)
def test_a_fix_writes_the_wrong_letters_and_nothing_else(
    recto: Recto, write: Write, match: str, before: str, after: str
) -> None:
    write("styles/mine/rule.yaml", f"{RULE}match: {match}\nscope: heading\nfix: unsafe\n")
    path = write("a.md", before)
    assert recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", path).status == 1
    recto("check", "--rules-path", path.parent / "styles", "--select", "mine.rule", "--fix", "--unsafe-fixes", path)
    assert path.read_text(encoding="utf-8") == after
