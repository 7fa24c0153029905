"""What holds for every document, whatever it is; an `AssertionError` or any other exception is a find."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from linter.broken import INTERNAL_ERROR, PATTERN_TIMEOUT
from linter.cli.status import status_of
from linter.formats import parse
from linter.lint import Settings, lint
from linter.outcome import Outcome
from linter.reporters import FORMATS, HUMAN, report

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.document import Block
    from linter.ruleset import Ruleset
    from linter.source import Position, Source

_STATUSES = (0, 1, 2)


class _Texts:
    """The one text of an outcome."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def source(self, path: str) -> Source:
        """The text, which is asked for by its own path alone."""
        assert path == self._source.path
        return self._source


def check_document(source: Source) -> None:
    """Blocks stand in their order, inside the text, and their runs tile what they say."""
    blocks = parse(source).blocks
    for block in blocks:
        _check_runs(block, source.text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(blocks)), "blocks overlap"


def _check_runs(block: Block, text: str) -> None:
    starts = [run.text_start for run in block.runs]
    assert starts[0] == 0, "the first run begins later than its block"
    for run, end in zip(block.runs, [*starts[1:], len(block.text)], strict=True):
        assert run.text_start <= end, "runs overlap"
        assert 0 <= run.source_start <= run.source_start + run.source_length <= len(text), "a run outside the text"
        if run.verbatim:
            stands = text[run.source_start : run.source_start + run.source_length]
            assert stands == block.text[run.text_start : end], "a verbatim run is not what stands there"


def check_lint(source: Source, ruleset: Ruleset, settings: Settings, *, may_fail: bool = False) -> None:
    """No rule fails, places lie inside the text, and every report is valid; `may_fail` is for rules of strangers."""
    found = lint(source, ruleset, settings)
    for one in found:
        assert one.rule != INTERNAL_ERROR or (may_fail and "(MemoryError: )" in one.message), one.message
        assert one.rule != PATTERN_TIMEOUT or may_fail, one.message
        _check_place(one.start, one.end, source)
        for other in one.related:
            _check_place(other.start, other.end, source)
    check_reports(found, source, ruleset)


def _check_place(start: Position, end: Position, source: Source) -> None:
    assert 0 <= source.offset(start) <= source.offset(end) <= len(source.text), "a place outside the text"


def check_reports(found: list[Diagnostic], source: Source, ruleset: Ruleset) -> None:
    """Every report can be read again, and those for people drive no terminal."""
    assert status_of(found, "warning") in _STATUSES
    outcome = Outcome(found, [source.path], ruleset.rules, _Texts(source))
    for output_format in FORMATS:
        text = report(outcome, output_format)
        _read(text.encode("utf-8", "backslashreplace").decode("utf-8"), output_format)
        if output_format in HUMAN:
            assert not set(text) & set("\x1b\x9b\x07\u202e\u2066\r"), "a terminal is driven"


def _read(text: str, output_format: str) -> Any:
    match output_format:
        case "json" | "gitlab" | "sarif" | "rdjson":
            return json.loads(text)
        case "json-lines" | "rdjsonl":
            return [json.loads(line) for line in text.splitlines()]
        case "junit" | "checkstyle":
            return ET.fromstring(text)  # noqa: S314 - the report that was just written
    return text
