"""In every format, each block remembers exactly where in the source its text stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.formats import SUFFIXES, parse
from linter.layout import LineShape
from linter.source import Source

if TYPE_CHECKING:
    from linter.document import Block, Document

_HEADINGS = [
    "一、水渠",
    "（一）泵站。改造两座。",
    "(2) 堤坝",
    "1. Pumps",
    "1. Pumps. They run.",
    "1.2 Dams",
    "第三章 附则",
]
_PROSE = [
    "一是修渠，二是修路。",
    "今年以来，柳河镇先后修建水渠三条并且改造泵站两座同时对北边的堤坝",
    "The township dug three channels in the course of this year and",
    "repaired 𠮷 two pumps 🚰.",
    "𠮷" * 60,
    "附件1",
    "第五条 本办法即日施行。",
    "- item",
    "# Heading",
    "&amp; <b>bold</b> `code` [link](to)",
]
_TABLES = ["名称\t长度", "北渠\t\t12", "\ta\tb ", "a\t", " \t　c\t", "| a | b |", "|---|---|"]
_BLANKS = ["", "\u3000", " \t", "\f", "\ufeff", "\xa0", "\r", "---"]
_EDGE = st.sampled_from(["", "", " ", "\t", "\u3000\u3000", "\f", "\ufeff", "\u2028", "\xa0"])
_LINE = st.builds(
    "".join,
    st.tuples(
        _EDGE,
        st.one_of(
            st.sampled_from(_HEADINGS),
            st.sampled_from(_PROSE),
            st.sampled_from(_TABLES),
            st.sampled_from(_BLANKS),
            st.text("a1一。.、（)\t \u3000𠮷🚰\r", max_size=8),
        ),
        _EDGE,
        st.sampled_from(["\n", "\n", "\r\n", "\n\n"]),
    ),
)
_TEXT = st.builds(lambda lines, last: "".join(lines) + last, st.lists(_LINE, max_size=8), st.sampled_from(["", "末"]))


@pytest.mark.parametrize("format_name", sorted(set(SUFFIXES.values())))
def test_blocks_are_located_character_by_character(format_name: str) -> None:
    @settings(max_examples=150, derandomize=True, deadline=None, database=None)
    @given(_TEXT)
    def holds(text: str) -> None:
        plain = format_name in ("text", "markdown")
        layout = () if plain else tuple(LineShape("paragraph") for _ in text.split("\n"))
        document = parse(Source("any", text, format_name, layout=layout))
        for block in document.blocks:
            _assert_runs_tile_the_text(block)
            _assert_verbatim_runs_are_the_source(block, text)
            _assert_spans_are_valid_and_monotone(block, text)
        _assert_source_order(document)

    holds()


def _assert_runs_tile_the_text(block: Block) -> None:
    starts = [run.text_start for run in block.runs]
    assert starts[0] == 0
    assert all(one < other for one, other in pairwise(starts))
    assert not block.text or starts[-1] < len(block.text)
    for run, end in zip(block.runs, [*starts[1:], len(block.text)], strict=True):
        assert run.source_length >= 0
        assert not run.verbatim or run.source_length == end - run.text_start


def _assert_verbatim_runs_are_the_source(block: Block, text: str) -> None:
    for run in block.runs:
        if run.verbatim:
            for place in range(run.text_start, run.text_start + run.source_length):
                assert text[slice(*block.locate(place, place + 1))] == block.text[place]


def _assert_spans_are_valid_and_monotone(block: Block, text: str) -> None:
    size = len(block.text)
    spans = [block.locate(place, place + 1) for place in range(size)]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    whole = block.span
    assert not size or block.locate(0, size) == whole
    empty = [block.locate(place, place) for place in range(size + 1)]
    assert all(span.start == span.end and whole.start <= span.start <= whole.end for span in empty)
    assert empty == sorted(empty)


def _assert_source_order(document: Document) -> None:
    spans = [block.span for block in document.blocks]
    assert all(one.end <= other.start for one, other in pairwise(spans))
