"""A comment that silences one rule where a diagnostic stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol.types import TextEdit

from linter.formats import parse
from linter.lsp.offers import Offer
from linter.source import Source
from linter.suppressions import suppressions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.diagnostic import Diagnostic
    from linter.lsp.answers import Answer

_COMMENTS = {"markdown": "<!-- {} -->", "html": "<!-- {} -->"}  # by format; plain text has none
_TITLE = {"en": "Suppress {} here", "zh": "在此处抑制 {}"}


def suppressing(found: Diagnostic, answer: Answer) -> Offer | None:
    """The comment, tried out beforehand; None where no comment works, as in code."""
    document = answer.document
    if document is None or found.rule.startswith("recto.") or document.source.format not in _COMMENTS:
        return None
    source, text = document.source, answer.question.text
    place = source.offset(found.start)
    for at, comment in _comments(found.rule, source, place, is_first=_is_first(answer, place)):
        changed = Source(source.path, source.text[:at] + comment + source.text[at:], source.format)
        shifted = place + len(comment) * (at <= place)
        if any(
            one.name == found.rule and one.place.start <= shifted < one.place.end
            for one in suppressions_in(parse(changed))
        ):
            edit = TextEdit(text.range(at, at), comment)
            return Offer(_TITLE[answer.language].format(found.rule), [edit])
    return None


def _comments(rule: str, source: Source, place: int, *, is_first: bool) -> Iterator[tuple[int, str]]:
    """Where a comment may be put in, and with which text: on a line before the block, or at the end of the own line."""
    form = _COMMENTS[source.format]
    line = source.line_span(source.line_number(place))
    if is_first:
        written = source.text[line.start : line.end]
        indent = written[: len(written) - len(written.lstrip())]
        ending = (
            "\r\n" if source.text.startswith("\r\n", line.end) or source.text.endswith("\r\n", 0, line.start) else "\n"
        )
        yield line.start, indent + form.format(f"recto-disable-next-line {rule}") + ending
    end = len(source.text[: line.end].rstrip())
    if source.text.endswith("|", line.start, end):
        yield end - 1, form.format(f"recto-disable-line {rule}") + " "
    else:
        yield max(end, line.start), " " + form.format(f"recto-disable-line {rule}")


def _is_first(answer: Answer, place: int) -> bool:
    """Whether the line of `place` is the first of its block, so that a line before it tears nothing apart."""
    assert answer.document is not None, "there are diagnostics"  # noqa: S101 - the caller has looked
    document = answer.document
    number = document.block_at(place)
    if number is None or any(table.span.start <= place < table.span.end for table in document.tables):
        return False
    block = document.blocks[number]
    line = document.source.line_number
    return line(block.span.start) == line(place) and not {"item", "code"} & {*block.scopes}
