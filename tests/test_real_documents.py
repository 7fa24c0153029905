"""Real documents beside the repository: read where they stand, and skipped where they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from linter.formats import parse
from linter.outside.files import read_source
from linter.outside.walking import find_files

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Recto

pytestmark = pytest.mark.no_cover  # large documents; other tests go through the same lines


def official(shared: Path) -> list[Path]:
    """Plain texts of public record, proofread by many."""
    return [shared / "cases" / "zh_official" / name for name in ("gov_national", "gov_provincial_2026")]


def test_the_example_is_the_document_as_it_was_found(shared: Path, report_path: str) -> None:
    found = (shared / "seed" / "township-report-2021.txt").read_bytes()
    with open(report_path, "rb") as example:
        assert example.read() == found


def test_clean_official_documents_stay_quiet(recto: Recto, shared: Path) -> None:
    """All but three, in which it is right.

    The report of 1954 spells a word in two ways, that of 1981 two words as nobody does any more, and one of 2026 has a
    blank behind one number of many. Some hold a character that a decoder left, marks of another width and torn lines of an old scan.
    """
    result = recto("check", "--ignore", "document.garbled-text", "--ignore", "zh", *official(shared))
    assert [line.rpartition(" ")[2] for line in result.lines] == [
        "[document.term-consistency]",
        "[gongwen.wording]",
        "[gongwen.wording]",
        "[gongwen.heading-style]",
    ]


def test_every_character_leads_back_to_its_source(shared: Path) -> None:
    for found in find_files(map(str, [*official(shared), shared / "seed"])):
        document = parse(read_source(found.path))
        for block in document.blocks:
            ends = [*(run.text_start for run in block.runs[1:]), len(block.text)]
            for run, end in zip(block.runs, ends, strict=True):
                if run.verbatim:
                    written = document.source.text[run.source_start : run.source_start + run.source_length]
                    assert block.text[run.text_start : end] == written
