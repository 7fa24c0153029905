"""What was found once and is let stand: how often each finding of each file, and which diagnostics are new beside it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from linter.broken import BROKEN
from linter.fingerprints import under_rule, without_number

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from linter.diagnostic import Diagnostic


class Entry(NamedTuple):
    """Equal findings of a rule, known by their fingerprint without its number."""

    rule: str
    fingerprint: str


Baseline = dict[str, Counter[Entry]]
"""How often each entry stands in each file; files by the names that the baseline has for them."""


def entry_of(found: Diagnostic) -> Entry | None:
    """The entry that a diagnostic would have; None for what no baseline hides."""
    if found.rule in BROKEN or not found.fingerprint:
        return None
    return Entry(found.rule, without_number(found.fingerprint))


def baseline_of(diagnostics: Iterable[Diagnostic], name_of: Callable[[str], str]) -> Baseline:
    """The baseline in which all these diagnostics stand; `name_of` tells the name of a path."""
    baseline: Baseline = {}
    for found in diagnostics:
        if entry := entry_of(found):
            baseline.setdefault(name_of(found.path), Counter())[entry] += 1
    return baseline


def renamed(baseline: Baseline, current_name: Callable[[str], str]) -> Baseline:
    """The same with the rules under their current names."""
    now: Baseline = {}
    for name, entries in baseline.items():
        counts = now.setdefault(name, Counter())
        for entry, count in entries.items():
            counts[_renamed(entry, current_name(entry.rule))] += count
    return now


def _renamed(entry: Entry, rule: str) -> Entry:
    return entry if rule == entry.rule else Entry(rule, under_rule(entry.fingerprint, rule))


def only_new(
    diagnostics: Sequence[Diagnostic], baseline: Baseline, name_of: Callable[[str], str], gone: Collection[str]
) -> list[Diagnostic]:
    """The diagnostics that the baseline does not know, in their order; of equal ones the last are new."""
    known = _known(baseline_of(diagnostics, name_of), baseline, gone)
    new = []
    for found in diagnostics:
        entry = entry_of(found)
        left = known.get(name_of(found.path), Counter())
        if entry and left[entry]:
            left[entry] -= 1
        else:
            new.append(found)
    return new


def updated(baseline: Baseline, found: Baseline, looked_at: Collection[str]) -> Baseline:
    """The baseline with what is found now in the files that were looked at; other files keep their entries."""
    return {**_others(baseline, looked_at), **found}


def pruned(baseline: Baseline, found: Baseline, looked_at: Collection[str], gone: Collection[str]) -> Baseline:
    """The baseline without what is no longer found in the files that were looked at.

    What a file that is `gone` had, goes to the files that were looked at and have it now.
    """
    wanted = {name: entries for name, entries in found.items() if name in looked_at}
    return {**_others(baseline, looked_at), **_known(wanted, baseline, set(gone) & set(looked_at))}


def _others(baseline: Baseline, looked_at: Collection[str]) -> Baseline:
    return {name: entries for name, entries in baseline.items() if name not in looked_at}


def _known(found: Mapping[str, Counter[Entry]], baseline: Baseline, gone: Collection[str]) -> Baseline:
    """What of `found` the baseline knows; a file that it has no name for may be one of those that are gone."""
    orphans: Counter[Entry] = Counter()
    for name in gone:
        orphans += baseline.get(name, Counter())
    known: Baseline = {}
    for name in sorted(found):
        known[name] = found[name] & baseline.get(name, orphans)
        if name not in baseline:
            orphans -= known[name]
    return {name: entries for name, entries in known.items() if entries}
