"""Each sort of mistake in a rule file is refused with its place and what is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from linter.authoring.pack_reader import PackFile, author
from linter.authoring.rule_reader import COMMON_KEYS
from linter.kinds import KINDS
from linter.outside.data_files import DataFiles

if TYPE_CHECKING:
    from linter.authoring.pack_reader import Authored

HEAD = "extends: existence\nmessage: x\n"
NAMES = "extends: name-mismatch\nmessage: x\nmention: 镇\n"


def read(text: str, path: str = "mine/rule.yaml", *, need_tests: bool = False) -> Authored:
    return author([PackFile("mine", path, text)], DataFiles(()), need_tests=need_tests)


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("a: [", 1, "broken YAML: "),
        ("a: b: c\n", 1, "broken YAML: mapping values are not allowed here"),
        ("extends: existence\nmessage: x\nmessage: y\n", 3, 'broken YAML: found duplicate key "message"'),
        ("", 1, "expected keys and values here, found nothing"),
        ("- a\n", 1, "expected keys and values here, found a list"),
        ("message: x\n", 1, f"a rule needs the key 'extends': its kind, one of {', '.join(KINDS)}"),
        ("extends: existnce\n", 1, "not 'existnce'; did you mean 'existence'?"),
        ("extends: existence\ntokens: [a]\n", 1, "a rule needs the key 'message'"),
        (HEAD + "token: [a]\n", 3, "unknown key 'token'; did you mean 'tokens'?"),
        (HEAD + "zzz: 1\n", 3, f"Allowed: {', '.join(COMMON_KEYS)}, tokens, raw,"),
        (HEAD + "1: a\n", 3, "the key 1 must be text; put it in quotes"),
        (HEAD + "level: fatal\n", 3, "'level' must be one of error, warning, suggestion, not 'fatal'"),
        (HEAD + "level: {certain: error}\n", 3, "unknown grade 'certain'. Allowed: sure."),
        ("extends: repeated-heading\nmessage: x\nlevel: {sure: error}\n", 3, "says nothing of the grade likely"),
        (HEAD + "level: 3\n", 3, "expected keys and values here, found the number 3"),
        ("extends: existence\nmessage: {de: x}\n", 2, "unknown language 'de'. Allowed: en, zh."),
        ("extends: repeated-heading\nmessage: '{headin}'\n", 2, "names the unknown field {headin}; did you mean"),
        ("extends: existence\nmessage: '%s %s'\n", 2, "this kind's messages have 1 argument(s)"),
        (HEAD + "tokens: a\n", 3, "expected a list here, found the text 'a'"),
        (HEAD + "tokens: [1.10]\n", 3, "'tokens' must be text; put it in quotes, not the number 1.1"),
        (HEAD + "tokens: [2021-01-01]\n", 3, "'tokens' must be text; put it in quotes, not a date"),
        (HEAD + "tokens: [2021-13-45]\n", None, "broken YAML: month must be in 1..12"),
        (NAMES + "own: ['a)|(b{name}']\n", 4, "'own': bad pattern 'a)|(b'"),
        (HEAD + "tokens: ['(a']\n", 3, "'tokens': bad pattern '(a': missing )"),
        (HEAD + "raw: ['(a']\n", 1, "bad pattern '(a': missing )"),
        (HEAD + "ignorecase: 'yes'\n", 3, "'ignorecase' must be true or false, not the text 'yes'"),
        (HEAD + "scope: {a: b}\n", 3, "expected a list here, found keys and values"),
        (HEAD + "fix: maybe\n", 3, "'fix' must be one of safe, unsafe, not 'maybe'"),
        ("extends: repeated-content\nmessage: x\nmin-chars: 1.5\n", 3, "must be a whole number, not the number 1.5"),
        ("extends: repeated-content\nmessage: x\nmin-chars: true\n", 3, "must be a whole number, not true or false"),
        (
            "extends: repeated-heading\nmessage: x\namong: all\n",
            3,
            "must be one of siblings, document, not the text 'all'",
        ),
        ("extends: heading-style\nmessage: x\nladder: [一]\n", 3, "'一' is no ordinal"),
        ("extends: substitution\nmessage: x\n", 1, "a rule of this kind needs the key 'swap': What is found"),
        ("extends: substitution\nmessage: x\nswap: {'(a': b}\n", 3, "'swap': bad pattern"),
        (NAMES + "own: [依托]\n", 4, "a context must hold {name} once: '依托'"),
        (NAMES + "kinship: {uncle: sure}\n", 4, "'kinship' must be one of sibling, cousin"),
        (HEAD + "tests: [{want: []}]\n", 3, "a test needs the key 'input', or 'files' for a rule across files"),
        (HEAD + "tests: [{input: a}]\n", 3, "a test needs one of the keys want, contains, absent"),
        (HEAD + "tests: [{input: a, wants: []}]\n", 3, "unknown key 'wants'; did you mean 'want'?"),
    ],
)
def test_a_mistake_in_a_rule(text: str, line: int | None, sentence: str) -> None:
    (error,) = read(text).errors
    assert error.line == line
    assert sentence in str(error)
    assert str(error).startswith("mine/rule.yaml" + (f":{line}: " if line else ": "))


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("titel: x\n", 1, "unknown key 'titel'; did you mean 'title'?"),
        ("applies:\n  - langage: zh\n", 2, "unknown sign 'langage'; did you mean 'language'?"),
        ("applies:\n  - {title: '(a'}\n", 2, "'title': bad pattern '(a'"),
        ("title: {fr: x}\n", 1, "unknown language 'fr'"),
    ],
)
def test_a_mistake_in_a_pack(text: str, line: int, sentence: str) -> None:
    (error,) = read(text, "mine/pack.yaml").errors
    assert error.line == line
    assert sentence in str(error)


def test_yaml_nested_too_deeply() -> None:
    (error,) = read("a: " + "[" * 10_000).errors
    assert "broken YAML: " in str(error)


def test_a_shipped_rule_needs_a_test_that_it_finds_and_one_that_it_leaves() -> None:
    bad = "tests: [{input: a, want: ['1:1:mine.rule']}]\n"
    good = "tests: [{input: a, want: []}]\n"
    text = HEAD + "tokens: [a]\n"
    assert "must leave alone" in str(read(text + bad, need_tests=True).errors[0])
    assert "must find" in str(read(text + good, need_tests=True).errors[0])
    assert read(text + bad).errors == []


def test_one_text_serves_every_language_and_a_percent_sign_is_written_twice() -> None:
    authored = read("extends: existence\nmessage: '100%% of {%s}'\ntokens: [a]\nscope: heading\n")
    (rule,) = authored.data["rules"]
    assert rule["message"] == {"en": "100% of {{{match}}}"}
    assert rule["scope"] == ["heading"]


def test_a_folder_without_a_pack_file_always_applies() -> None:
    (pack,) = read(HEAD + "tokens: [a]\n").data["packs"]
    assert (pack["name"], pack["applies"]) == ("mine", [{}])


def test_a_whole_number_serves_where_a_number_is_wanted() -> None:
    authored = read("extends: repeated-content\nmessage: x\nsimilarity: 1\n")
    assert authored.data["rules"][0]["params"] == {"similarity": 1.0}
