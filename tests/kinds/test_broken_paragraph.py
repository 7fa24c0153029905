"""Paragraphs cut, joined or torn, tried through the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Recto, Write

    Seams = Callable[..., list[tuple[str, str]]]

CUT = "The sentence is cut off here, and goes on in the next paragraph."
LINE = "The sentence is cut by a line break."
OPEN = "The paragraph ends without a mark."
GLUED = "This heading does not stand on a line of its own."
BLANK = "A blank in the middle of a sentence."
END = "The last line has no line end."


@pytest.fixture
def seams(recto: Recto, write: Write) -> Seams:
    def said(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
        lines = recto("check", "--select", "zh.broken-paragraph", write(name, text)).lines
        own = [line for line in lines if "[zh.broken-paragraph]" in line]
        return [(line.split(":")[1], line.split(": ", 2)[2].rpartition(" [")[0]) for line in own]

    return said


def test_a_comma_at_the_end_is_a_cut_wherever_it_goes_on(seams: Seams) -> None:
    text = "一、巡查\n\n各村要组织巡查队，逐户逐人排查，\n\n各组做好登记。\n\n（一）登记以户为单位，由组长填写，\n\n　　报村委会。\n"
    assert seams(text) == [("3", CUT)]


def test_a_heading_that_is_not_marked_is_no_sentence(seams: Seams) -> None:
    assert not seams("（一）坚持预防为主，落实巡查责任\n\n各村要组织巡查队，逐户排查。\n")
    assert not seams("**坚持预防为主，全面落实巡查责任**\n\n各村要组织巡查队，逐户排查。\n", "a.md")


def test_a_text_without_last_marks_is_written_so(seams: Seams) -> None:
    line = "各村要组织巡查队，发现险情立即上报\n\n请各组做好登记。\n\n"
    assert [what for _, what in seams("# 通知\n\n" + line * 2 + "完。\n", "a.md")] == [OPEN] * 2
    assert not seams("# 通知\n\n" + line * 3 + "完。\n", "a.md")


def test_the_list_of_a_markdown_document_needs_no_marks(seams: Seams) -> None:
    assert not seams(
        "- 各村要组织巡查队，发现险情立即上报\n- 各组要做好登记，按时汇总\n\n以上事项，请认真落实。\n", "a.md"
    )


def test_one_line_break_in_a_text_of_long_lines(seams: Seams) -> None:
    long = "各村要储备编织袋、铁锹、照明设备等物资，登记造册，专人保管，随用随补，不得挪作他用，汛期结束后统一清点。\n"
    broken = (
        "各村要组织巡查队，对地下水位较高的区域和水库下游的居民点\n逐户排查，做好登记，发现险情立即上报镇防汛办公室。\n"
    )
    assert seams(long * 3 + broken) == [("4", LINE)]
    assert not seams(long * 3 + broken * 3)


def test_a_number_that_is_taken_is_no_lost_heading(seams: Seams) -> None:
    text = "（一）巡查\n\n各村要逐户排查。（二）登记由组长填写。\n\n{}值守\n\n各村轮流值守。\n"
    assert seams(text.format("（三）")) == [("3", GLUED)]
    assert not seams(text.format("（二）"))
    assert not seams("各村要逐户排查。（二）登记由组长填写。\n")


def test_blanks_at_marks_in_quotations_and_everywhere_are_none(seams: Seams) -> None:
    assert seams("各村要做好物资 储备工作，按时上报。\n") == [("1", BLANK)]
    assert not seams("各村要做好**物资** 储备工作，“进窗口 走流程”，按时上报。\n", "a.md")
    assert not seams("各村 要做好 物资 储备 工作，按时 上报 镇里，不得 迟延，责任 到人。\n")


def test_an_empty_file_has_no_last_line(seams: Seams) -> None:
    assert not seams("")
    assert seams("各村轮流值守。") == [("1", END)]
