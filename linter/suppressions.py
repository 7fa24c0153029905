"""Comments in a document that silence rules in a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.engines.patterns import late
from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Comment, Document
    from linter.rule import Finding, Rule
    from linter.source import Source

_VERBS = ("disable-line", "disable-next-line", "disable-file", "disable", "enable")
_OURS = late(rf"recto-(?P<verb>{'|'.join(_VERBS)})(?:\s+(?P<names>[^:：]*))?(?:[:：].*)?", regex.DOTALL)
_ATTEMPT = late(
    r"(?P<form>recto[-_](?P<verb>[a-z_-]+)(?:\s+(?P<reach>line|next-?line|file))?)(?=[\s:：]|$).*",
    regex.DOTALL | regex.IGNORECASE,
)
_VALE = late(r"vale\s+(?:(?P<switch>on|off)|(?P<name>[\w.-]+)\s*=\s*(?P<value>YES|NO))")
_NAME = late(r"\w[\w.-]*")
_NEAR = 0.8  # how alike a misspelt form is to the right one, by difflib
_MARGIN = "> \t\r\n"

EVERYTHING = ""


class Lift(NamedTuple):
    """From `offset` on, `name` is no longer silent."""

    name: str
    offset: int


class Suppression(NamedTuple):
    """A part of the source in which `name`, a rule or a pack or everything, is silent; `comment` says so.

    `lifts` are the rules and packs in it that are not silent to the end of the part. `is_ours` is whether the comment
    is meant for this linter and no other: then it should name what there is, and silence something.
    """

    name: str
    place: Span
    comment: Span
    lifts: tuple[Lift, ...] = ()
    is_ours: bool = True

    def covers(self, rule: Rule, offset: int) -> bool:
        """Whether it silences `rule` at `offset`."""
        is_inside = self.place.start <= offset < self.place.end and self.names(rule)
        return is_inside and not any(lift.offset <= offset and _speaks_of(lift.name, rule) for lift in self.lifts)

    def names(self, rule: Rule) -> bool:
        """Whether it speaks of `rule`."""
        return _speaks_of(self.name, rule)


def _speaks_of(name: str, rule: Rule) -> bool:
    return name in (EVERYTHING, rule.id, rule.pack, *rule.formerly)


class Mention(NamedTuple):
    """A name in one of our comments."""

    name: str
    comment: Span


class Misspelt(NamedTuple):
    """A comment that is none of the forms, but near one."""

    written: str
    meant: str
    comment: Span


class _Order(NamedTuple):
    verb: str
    names: tuple[str, ...]
    comment: Span
    is_ours: bool


def silence(findings: list[Finding], suppressions: list[Suppression]) -> tuple[list[Finding], set[Suppression]]:
    """The findings that none of the suppressions covers, and the suppressions that cover one."""
    used: set[Suppression] = set()
    kept = []
    for finding in findings:
        silencing = [one for one in suppressions if one.covers(finding.rule, finding.place.start)]
        used.update(silencing)
        if not silencing:
            kept.append(finding)
    return kept, used


def removable(one: Suppression, source: Source) -> Span:
    """What to take out when a suppression goes: its name where there are others, else the comment.

    A comment alone on its line takes the line with it, and the blank one after it where there is one before it, too.
    """
    start, end = one.comment
    order = _OURS.search(source.text, start, start + len(source.text[start:end].rstrip("->")))
    if one.name and order and len(names := list(_NAME.finditer(source.text, *order.span("names")))) > 1:
        return _among(one.name, names)
    line, last = source.line_number(start), source.line_number(end)
    whole = Span(source.line_span(line).start, source.line_span(last).end)
    before, after = source.text[whole.start : start], source.text[end : whole.end]
    if before.strip():
        return Span(whole.start + len(before.rstrip()), end)
    if after.strip():
        return Span(start, whole.end - len(after.lstrip()))
    if _is_blank(line - 1, source) and _is_blank(last + 1, source):
        last += 1
    return Span(whole.start, source.line_starts[last] if last < len(source.line_starts) else whole.end)


def _among(name: str, names: Sequence[regex.Match[str]]) -> Span:
    """A name with what stands between it and the next one, or the one before it."""
    number = next(number for number, found in enumerate(names) if found[0] == name)
    if number + 1 < len(names):
        return Span(names[number].start(), names[number + 1].start())
    return Span(names[number - 1].end(), names[number].end())


def _is_blank(line: int, source: Source) -> bool:
    """Whether nothing stands on a line; before the first one and after the last there is nothing."""
    if not 0 < line <= len(source.line_starts):
        return True
    return not source.text[slice(*source.line_span(line))].strip()


def suppressions_in(document: Document) -> list[Suppression]:
    """All suppressions of a document, in the order of their comments."""
    orders = _all_orders(document)
    return [
        Suppression(name, place, order.comment, lifts, order.is_ours)
        for number, order in enumerate(orders)
        if order.verb != "enable"
        for name in order.names
        for place, lifts in [_reach(order, name, orders[number + 1 :], document)]
    ]


def mentions_in(document: Document) -> list[Mention]:
    """The names of rules and packs in our comments, those that enable as well."""
    orders = [order for order in _all_orders(document) if order.is_ours]
    return [Mention(name, order.comment) for order in orders for name in order.names if name != EVERYTHING]


def misspelt_in(document: Document) -> list[Misspelt]:
    """The comments that look like one of our forms and are none."""
    found = (_misspelt(comment) for comment in document.comments)
    return [one for one in found if one]


def _all_orders(document: Document) -> list[_Order]:
    return [order for comment in document.comments for order in _orders(comment)]


def _orders(comment: Comment) -> Iterator[_Order]:
    if ours := _OURS.fullmatch(comment.text):
        names = tuple(_NAME.findall(ours["names"] or "")) or (EVERYTHING,)
        if not _misspelt(comment):
            yield _Order(ours["verb"], names, comment.span, is_ours=True)
    elif vale := _VALE.fullmatch(comment.text):
        off = vale["switch"] == "off" or vale["value"] == "NO"
        yield _Order("disable" if off else "enable", (vale["name"] or EVERYTHING,), comment.span, is_ours=False)


def _misspelt(comment: Comment) -> Misspelt | None:
    attempt = _ATTEMPT.fullmatch(comment.text)
    if not attempt:
        return None
    verb = "-".join([attempt["verb"], attempt["reach"]] if attempt["reach"] else [attempt["verb"]])
    if attempt["form"] in {f"recto-{one}" for one in _VERBS}:
        return None
    from difflib import get_close_matches  # noqa: PLC0415 - deferred: start-up

    close = get_close_matches(verb.lower().replace("_", "-"), _VERBS, n=1, cutoff=_NEAR)
    return Misspelt(" ".join(attempt["form"].split()), f"recto-{close[0]}", comment.span) if close else None


def _reach(order: _Order, name: str, later: Sequence[_Order], document: Document) -> tuple[Span, tuple[Lift, ...]]:
    """The place that an order silences, and what is lifted in it."""
    whole = len(document.source.text) + 1
    if order.verb == "disable-file":
        return Span(0, whole), ()
    if order.verb != "disable":
        return _line(document, order), ()
    lifts: list[Lift] = []
    for enabling in later:
        if enabling.verb == "enable":
            if {name, EVERYTHING} & set(enabling.names):
                return Span(order.comment.start, enabling.comment.start), tuple(lifts)
            lifts += [Lift(one, enabling.comment.start) for one in enabling.names]
    return Span(order.comment.start, whole), tuple(lifts)


def _line(document: Document, order: _Order) -> Span:
    """The line that the order speaks of: its own, or the next one with something on it that is no comment."""
    source = document.source
    if order.verb == "disable-line":
        line = source.line_number(order.comment.start)
    else:
        line = source.line_number(order.comment.end) + 1
        while line <= len(source.line_starts) and not _is_read(source.line_span(line), document):
            line += 1
    if line > len(source.line_starts):
        return Span(0, 0)
    start, end = source.line_span(line)
    return Span(start, end + 1)


def _is_read(line: Span, document: Document) -> bool:
    """Whether something stands on the line beside blanks, marks of quotations and comments."""
    start = line.start
    for comment in document.comments:
        first, last = comment.span
        if last > start and first < line.end:
            if document.source.text[start:first].strip(_MARGIN):
                return True
            start = last
    return bool(document.source.text[start : line.end].strip(_MARGIN))
