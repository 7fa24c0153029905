"""What happens to findings between the checks and the reporters: each pass takes findings and returns findings."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from linter.engines.normal_form import normal_form
from linter.rule import in_language
from linter.source import Span

if TYPE_CHECKING:
    from linter.document import Document
    from linter.rule import Finding, Rule

# A run that stands twice repeats its headings and starts their numbers anew: that is no second defect.
_CAUSED_BY_REPETITION = frozenset({"repeated-heading", "numbering"})


def suppress(
    findings: list[Finding], document: Document, ran: list[Rule], names: set[str], language: str
) -> list[Finding]:
    """Take out what the document silences, and add what is wrong with its suppressions.

    A suppression is unused only where one of the rules it names is among those that `ran`.
    """
    if not document.comments:
        return findings
    from linter import own_rules  # noqa: PLC0415 - deferred: start-up
    from linter.suppressions import mentions_in, misspelt_in, silence, suppressions_in  # noqa: PLC0415 - deferred: start-up

    source = document.source
    suppressions = suppressions_in(document)
    kept, used = silence(findings, suppressions)
    idle = [one for one in suppressions if one.is_ours and one not in used]
    kept += [own_rules.unused(one, source, language) for one in idle if any(one.names(rule) for rule in ran)]
    strange = [one for one in mentions_in(document) if one.name not in names]
    kept += [own_rules.unknown(one, names, source, language) for one in strange]
    kept += [own_rules.misspelt(one, source, language) for one in misspelt_in(document)]
    return kept


def outrank(findings: list[Finding]) -> list[Finding]:
    """Take out what lies where a rule finds something that outranks it, but for what stands for several places."""
    places: dict[str, list[Span]] = {}
    for finding in findings:
        for name in finding.rule.outranks:
            places.setdefault(name, []).append(finding.place)
    covers = {name: _Cover(spans) for name, spans in places.items()}
    return [
        one
        for one in findings
        if one.rule.id not in covers
        or not covers[one.rule.id].touches(one.place)
        or any(isinstance(other, Span) for other in one.related)
    ]


class _Cover:
    """Spans, sorted; a span is touched where one of them shares a character with it, or lies in it."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts = [span.start for span in sorted(spans)]
        self._ends = list(accumulate((span.end for span in sorted(spans)), max))

    def touches(self, span: Span) -> bool:
        before = bisect_left(self._starts, max(span.end, span.start + 1))
        return before > 0 and self._ends[before - 1] > span.start


def fold(findings: list[Finding], document: Document, language: str) -> list[Finding]:
    """Put under a repeated run what the run explains, and count it in the run's message.

    That is each finding in the later copy that stands at the twin place of the first copy as well, and the repeated
    headings and numbers that the run brings about.
    """
    twins = _Twins({later: first for finding in findings for later, first in finding.twins}, document)
    if not twins.first_of:
        return findings
    addresses = twins.addresses(findings)
    known = set(addresses)
    counts: Counter[int] = Counter()
    kept: list[Finding] = []
    for finding, address in zip(findings, addresses, strict=True):
        if not finding.twins and (twins.explains(finding) or twins.first(address) in known):
            counts[finding.place.start] += 1
        else:
            kept.append(finding)
    return [_with_count(finding, counts, language) for finding in kept]


def sort(findings: list[Finding]) -> list[Finding]:
    """By place, then by rule."""
    return sorted(findings, key=lambda finding: (finding.place, finding.rule.id, finding.message))


class _Address(NamedTuple):
    """A finding's place told by what it says: the rule, the block, the text and its number among equals there."""

    rule: str
    block: Span | None
    text: str
    number: int


class _Twins(NamedTuple):
    """The blocks of later copies and the blocks that they repeat."""

    first_of: dict[Span, Span]
    document: Document

    def addresses(self, findings: list[Finding]) -> list[_Address]:
        seen: Counter[_Address] = Counter()
        addresses = []
        for finding in findings:
            text = normal_form(self.document.source.text[finding.place.start : finding.place.end])
            address = _Address(finding.rule.id, self._block(finding), text, 0)
            addresses.append(address._replace(number=seen[address]))
            seen[address] += 1
        return addresses

    def first(self, address: _Address) -> _Address | None:
        """The twin address in the first copy, where the address lies in a later one."""
        if address.block is None or address.block not in self.first_of:
            return None
        return address._replace(block=self.first_of[address.block])

    def explains(self, finding: Finding) -> bool:
        """Whether the finding is a heading or a number that the run repeats."""
        block = self._block(finding)
        return finding.rule.kind in _CAUSED_BY_REPETITION and block in self.first_of

    def _block(self, finding: Finding) -> Span | None:
        number = self.document.block_at(finding.place.start)
        return None if number is None else self.document.blocks[number].span


def _with_count(finding: Finding, counts: Counter[int], language: str) -> Finding:
    if not finding.twins or not finding.rule.folded:
        return finding
    start, end = finding.place
    count = sum(number for place, number in counts.items() if start <= place < end)
    if not count:
        return finding
    words = in_language(finding.rule.folded, language).replace("{count}", str(count))
    return finding._replace(message=f"{finding.message}{words}")
