"""Runs that stand twice are found, in linear time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from linter.engines.repetition import repeated_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def found(keys: Sequence[str], alike: Callable[[int, int], bool]) -> list[tuple[int, int, int]]:
    """The starts of both copies and the number of pairs, of each run."""
    return [(*run.pairs[0], len(run.pairs)) for run in repeated_runs(keys, alike)]


def _never(_one: int, _other: int) -> bool:
    return False


class _Counting:
    """Calls two items alike whose keys are equal but for the case, and counts the questions."""

    def __init__(self, keys: Sequence[str], *, always: bool = False) -> None:
        self.keys = keys
        self.always = always
        self.calls = 0

    def __call__(self, one: int, other: int) -> bool:
        self.calls += 1
        return self.always or self.keys[one].lower() == self.keys[other].lower()


@pytest.mark.parametrize(
    ("keys", "runs"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("abc", [], id="no-repetition"),
        pytest.param("abxab", [(0, 3, 2)], id="a-run-with-something-between"),
        pytest.param("abab", [(0, 2, 2)], id="a-run-directly-after"),
        pytest.param("aaaa", [(0, 1, 3)], id="overlapping-runs-are-one"),
        pytest.param("abxcdyabzcd", [(0, 6, 2), (3, 9, 2)], id="two-runs"),
        pytest.param("abxabyab", [(0, 3, 2), (3, 6, 2)], id="repeated-twice"),
        pytest.param("axbabcyabc", [(0, 3, 1), (2, 4, 1), (3, 7, 3)], id="latest-place-gives-the-longer-run"),
    ],
)
def test_exact_runs_are_found(keys: str, runs: list[tuple[int, int, int]]) -> None:
    assert found(keys, _never) == runs


@pytest.mark.parametrize(
    ("keys", "runs"),
    [
        pytest.param("abcxabC", [(0, 4, 3)], id="alike-after-the-anchor"),
        pytest.param("abcxAbc", [(0, 4, 3)], id="alike-before-the-anchor"),
        pytest.param("abcxaBc", [(0, 4, 3)], id="alike-between-two-anchors"),
        pytest.param("abcxABC", [], id="alike-without-an-anchor"),
        pytest.param("aAa", [(0, 2, 1)], id="nothing-is-shared-with-itself"),
    ],
)
def test_runs_are_joined_over_neighbours_that_are_alike(keys: str, runs: list[tuple[int, int, int]]) -> None:
    assert found(keys, _Counting(keys)) == runs


def test_a_run_takes_nothing_that_the_run_before_it_has() -> None:
    keys = "akAzxaz"  # `Az` and `az` are alike, but the last `a` repeats the first one already
    assert found(keys, _Counting(keys)) == [(0, 5, 1), (3, 6, 1)]


@pytest.mark.parametrize("always", [False, True], ids=["nothing-alike", "everything-alike"])
def test_questions_grow_no_faster_than_a_long_sequence_with_repeated_anchors(always: bool) -> None:  # noqa: FBT001 - a parameter of a test
    keys = ["anchor" if number % 10 == 0 else f"key {number}" for number in range(10_000)]
    alike = _Counting(keys, always=always)
    runs = repeated_runs(keys, alike)
    assert sum(len(run.pairs) for run in runs) >= 999
    assert alike.calls <= 4 * len(keys)


def test_a_sequence_of_one_key_is_one_run_without_a_question() -> None:
    keys = ["same"] * 10_000
    alike = _Counting(keys)
    assert found(keys, alike) == [(0, 1, 9_999)]
    assert alike.calls == 0


def test_two_copies_meet_again_behind_what_was_added_left_out_or_replaced() -> None:
    keys = ["a fine beginning", "one", "the very middle", "two", "and a good end"]
    changed = ["a fine beginning", "the very middle", "three", "and a good end"]
    (run,) = repeated_runs([*keys, "between", *changed], _never)
    assert run.pairs == ((0, 6), (2, 7), (4, 9))


def test_what_is_alike_starts_a_run_where_a_hint_leads_to_it() -> None:
    keys = ["abc", "x", "ABC"]
    alike = _Counting(keys)
    assert repeated_runs(keys, alike) == []
    (run,) = repeated_runs(keys, alike, [("a",), (), ("a",)])
    assert run.pairs == ((0, 2),)
