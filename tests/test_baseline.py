"""What is new beside a baseline: counts of equal findings, and files that have another name now."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.broken import unreadable
from linter.errors import LinterError
from linter.fingerprints import under_rule
from linter.narrowing.baseline import Baseline, Entry, baseline_of, only_new, pruned, renamed, updated
from linter.narrowing.baseline_text import read_baseline, write_baseline
from linter.source import Position

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic

START = Position(1, 1, 1, 1)
SOME = unreadable("", {"en": "x"}, "en")
PATHS = st.sampled_from(["a.md", "b.md", "附件 一.md"])
FOUND = st.lists(st.tuples(PATHS, st.sampled_from(["x", "y", "z"])), max_size=20)
ENTRIES = st.dictionaries(
    st.builds(Entry, st.sampled_from(["m.a", "m.b"]), st.text("0123456789abcdef", min_size=32, max_size=32)),
    st.integers(1, 9),
    min_size=1,
    max_size=4,
)
BASELINES = st.dictionaries(st.text(min_size=1, max_size=8), ENTRIES.map(Counter), max_size=4)


def diagnostics(rows: list[tuple[str, str]]) -> list[Diagnostic]:
    """One diagnostic a row of path and fingerprint, on lines of their own, equal ones numbered as the linter does."""
    seen: Counter[tuple[str, str]] = Counter()
    made = []
    for line, row in enumerate(rows, start=1):
        seen[row] += 1
        number = f":{seen[row]}" if seen[row] > 1 else ""
        start = Position(line, 1, 1, 1)
        made.append(SOME._replace(path=row[0], rule="m.a", fingerprint=row[1] + number, start=start, end=start))
    return made


def known(rows: list[tuple[str, str]]) -> Baseline:
    return baseline_of(diagnostics(rows), str)


@given(FOUND, FOUND)
def test_new_is_what_is_found_more_often_than_it_stands_in_the_baseline(
    before: list[tuple[str, str]], now: list[tuple[str, str]]
) -> None:
    new = only_new(diagnostics(now), known(before), str, ())
    assert Counter((one.path, one.fingerprint.partition(":")[0]) for one in new) == Counter(now) - Counter(before)
    assert [one.start.line for one in new] == sorted(one.start.line for one in new)


@given(FOUND, FOUND)
def test_pruning_hides_the_same_and_adds_nothing(before: list[tuple[str, str]], now: list[tuple[str, str]]) -> None:
    baseline = known(before)
    fewer = pruned(baseline, known(now), {"a.md", "b.md", "附件 一.md"}, ())
    assert all(entries <= baseline[name] for name, entries in fewer.items())
    assert only_new(diagnostics(now), fewer, str, ()) == only_new(diagnostics(now), baseline, str, ())
    assert pruned(fewer, known(now), set(fewer), ()) == fewer


@given(FOUND)
def test_nothing_is_new_beside_its_own_baseline(rows: list[tuple[str, str]]) -> None:
    assert only_new(diagnostics(rows), known(rows), str, ()) == []


@given(FOUND, FOUND)
def test_files_that_are_not_looked_at_keep_their_entries(
    before: list[tuple[str, str]], now: list[tuple[str, str]]
) -> None:
    baseline, found = known(before), {name: e for name, e in known(now).items() if name == "b.md"}
    for after in (pruned(baseline, found, {"b.md"}, ()), updated(baseline, found, {"b.md"})):
        assert {name: e for name, e in after.items() if name != "b.md"} == {
            name: e for name, e in baseline.items() if name != "b.md"
        }


@given(BASELINES)
def test_what_is_written_is_read(baseline: Baseline) -> None:
    text = write_baseline(baseline)
    assert read_baseline(text, "b.json") == baseline
    assert write_baseline(dict(reversed(baseline.items()))) == text
    assert len(text.splitlines()) <= 6 + sum(2 + len(entries) for entries in baseline.values())


def test_of_equal_findings_the_last_are_new() -> None:
    new = only_new(diagnostics([("a.md", "x")] * 3), known([("a.md", "x")] * 2), str, ())
    assert [one.start.line for one in new] == [3]


def test_a_file_without_entries_may_be_one_that_is_gone() -> None:
    baseline = known([("old.md", "x"), ("old.md", "y"), ("a.md", "z")])
    now = diagnostics([("new.md", "x"), ("new.md", "x"), ("a.md", "y"), ("b.md", "y")])
    places = [(one.path, one.fingerprint) for one in only_new(now, baseline, str, {"old.md"})]
    assert places == [("new.md", "x:2"), ("a.md", "y")]
    assert len(only_new(now, baseline, str, ())) == 4


def test_pruning_moves_the_entries_of_a_file_that_is_gone() -> None:
    baseline = known([("old.md", "x"), ("old.md", "y")])
    now = known([("new.md", "x")])
    assert pruned(baseline, now, {"new.md", "old.md"}, {"old.md"}) == known([("new.md", "x")])
    assert pruned(baseline, now, {"new.md"}, {"old.md"}) == baseline


def test_what_went_wrong_is_never_known() -> None:
    broken = [SOME, SOME._replace(fingerprint="x")]
    assert baseline_of(broken, str) == {}
    assert only_new(broken, {"": Counter({Entry(SOME.rule, "x"): 9})}, str, ()) == broken


def test_a_rule_may_have_another_name_now() -> None:
    old, new = "0" * 8 + "a" * 24, under_rule("0" * 8 + "a" * 24, "m.new")
    baseline = {"a.md": Counter({Entry("m.old", old): 2, Entry("m.new", new): 1})}
    assert renamed(baseline, {"m.old": "m.new", "m.new": "m.new"}.__getitem__) == {
        "a.md": Counter({Entry("m.new", new): 3})
    }


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{\n"version": 1,\n<<<<<<< HEAD\n', 3, "broken JSON"),
        ("[" * 100_000, None, "too deep"),
        ("[]", None, "it has no version"),
        ('{"version": true, "files": {}}', None, "it has no version"),
        ('{"version": 2, "files": []}', None, "newer Recto (version 2, known is 1)"),
        ('{"version": 1}', None, "must be objects"),
        ('{"version": 1, "files": {"a": []}}', None, "must be objects"),
        ('{"version": 1, "files": {"a": {"f": {"rule": "x"}}}}', None, "a, f: an entry has a rule and a count"),
        ('{"version": 1, "files": {"a": {"f": {"rule": "x", "count": 0}}}}', None, "a, f"),
        ('{"version": 1, "files": {"a": {"f": {"rule": "x", "count": true}}}}', None, "a, f"),
        ('{"version": 1, "files": {"a": {}, "a": {}}}', None, "a stands in it twice"),
    ],
)
def test_what_is_no_baseline_is_told_with_its_place(text: str, line: int | None, words: str) -> None:
    with pytest.raises(LinterError, match=r"^b\.json:") as caught:
        read_baseline(text, "b.json")
    assert words in str(caught.value)
    assert caught.value.line == line
