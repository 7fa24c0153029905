"""Patterns of rules compile with a clear error and stop in time."""

from __future__ import annotations

import pytest
import regex

from linter.engines import patterns
from linter.engines.patterns import (
    BOUNDARY,
    PatternError,
    any_of,
    compile_pattern,
    find_all,
    late_any,
    late_pattern,
    shorten,
)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        pytest.param("(水", r"missing \) at position 2", id="open-bracket"),
        pytest.param("[水", "unterminated character set", id="open-set"),
        pytest.param("*水", "nothing to repeat at position 0", id="nothing-to-repeat"),
        pytest.param(r"\p{Waterish}", "unknown property", id="unknown-property"),
        pytest.param("水{5000000000}", "too large when its repetitions are written out", id="explosion-when-compiled"),
        pytest.param("(" * 5000 + ")" * 5000, "recursion", id="deep-nesting"),
    ],
)
def test_a_bad_pattern_is_refused_with_the_reason(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        compile_pattern(pattern)


def test_the_error_names_a_long_pattern_in_short() -> None:
    with pytest.raises(PatternError) as caught:
        compile_pattern("水" * 500 + "(")
    assert " … " in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_pattern_that_exhausts_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(regex, "compile", exhausted)
    with pytest.raises(PatternError, match="bad pattern '水'"):
        compile_pattern("水")


@pytest.mark.parametrize(("ignore_case", "found"), [(True, ["Pump", "pump"]), (False, ["pump"])])
def test_case_matters_unless_ignored(ignore_case: bool, found: list[str]) -> None:  # noqa: FBT001 - a parameter of a test
    pattern = compile_pattern("pump", ignore_case=ignore_case)
    assert [match[0] for match in find_all(pattern, "Pump, pump")] == found


def test_a_line_start_is_found_on_every_line() -> None:
    assert [match.start() for match in find_all(compile_pattern("^水"), "水渠\n水泵")] == [0, 3]


def test_empty_matches_are_left_out() -> None:
    assert [match.span() for match in find_all(compile_pattern("水*"), "渠水水泵")] == [(1, 3)]


def test_a_part_of_a_text_can_be_searched_by_what_stands_before_it() -> None:
    assert [match.span() for match in find_all(compile_pattern("(?<=渠)水泵?"), "渠水泵渠水泵", 1, 5)] == [
        (1, 3),
        (4, 5),
    ]


def test_a_catastrophic_pattern_is_stopped_at_the_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "TIME_LIMIT", 0.02)
    with pytest.raises(TimeoutError):
        list(find_all(compile_pattern("(?:水|水水)+$"), "水" * 60 + "渠"))


def test_any_of_prefers_the_first_pattern_that_matches() -> None:
    match = compile_pattern(any_of(["水", "水渠|泵"])).match("水渠")
    assert match is not None
    assert match[0] == "水"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("the pump runs", True, id="between-blanks"),
        pytest.param("pumps run", False, id="inside-a-word"),
        pytest.param("用pump抽水", True, id="between-han-characters"),
    ],
)
def test_a_boundary_stands_beside_words_and_han_characters(text: str, found: bool) -> None:  # noqa: FBT001 - a parameter of a test
    pattern = compile_pattern(f"{BOUNDARY}pump{BOUNDARY}")
    assert any(find_all(pattern, text)) is found


def test_every_place_between_han_characters_is_a_boundary() -> None:
    assert compile_pattern(f"水{BOUNDARY}渠").match("水渠") is not None


def test_a_short_text_is_not_shortened() -> None:
    assert shorten("水渠", most=2) == "水渠"


def test_a_long_text_keeps_its_two_ends_and_the_limit() -> None:
    short = shorten("start" + "x" * 100 + "end", most=20)
    assert short.startswith("start")
    assert short.endswith("end")
    assert len(short) == 20


@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
def test_a_late_pattern_is_stopped_wherever_it_is_asked(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "TIME_LIMIT", 0.02)
    pattern = late_pattern("(?:a|aa)+c")
    with pytest.raises(TimeoutError):
        getattr(pattern, method)("a" * 200)
    with pytest.raises(TimeoutError):
        pattern.sub("", "a" * 200)


def test_one_late_pattern_for_several_and_none_for_none() -> None:
    pattern = late_any(["ab", "cd"], ignore_case=True)
    assert pattern is not None
    assert pattern.fullmatch("CD")
    assert late_any(()) is None
