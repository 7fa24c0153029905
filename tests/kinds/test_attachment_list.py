"""Attachments in the text, in the list and at their head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write

HEAD = "青石镇人民政府关于防汛工作的通知\n\n各村：\n\n{}\n\n"
LIST = "附件：1.防汛物资储备表\n　　　2.隐患清单\n\n青石镇人民政府\n\n"
TAIL = "附件1\n\n防汛物资储备表\n\n附件2\n\n隐患清单\n"


def check(recto: Recto, write: Write, text: str) -> list[str]:
    path = write("a.txt", text)
    result = recto("check", "--no-cache", "--lang", "en", "--select", "gongwen.attachment", path)
    assert result.status < 2, result.out
    return [line.partition("a.txt:")[2].rpartition(" [")[0] for line in result.lines]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("填写附件1《防汛物资登记表》。", "5:3: warning: “附件1” is “防汛物资登记表” here and “防汛物资储备表” at line 7."),
        ("填写《隐患清单》（见附件1）。", "5:11: warning: “附件1” is “隐患清单” here, which is attachment 2 at line 8."),
        ("填写附件3。", "5:3: warning: “附件3” is not among the 2 attachments of this document, the last at line 8."),
        ("填写附件 1和附件2。", "5:3: warning: “附件 1” is written unlike “附件1” at line 12."),
        ("填写附件3至5。", "5:3: warning: “附件3” is not among the 2 attachments of this document, the last at line 8."),
        ("填写附件1至4，附件2。", "5:3: warning: “附件1” is not among the 2 attachments of this document, the last at line 8."),
    ],
)  # fmt: skip
def test_a_reference_at_fault(recto: Recto, write: Write, body: str, said: str) -> None:
    assert check(recto, write, HEAD.format(body) + LIST + TAIL) == [said]


@pytest.mark.parametrize(
    "body",
    [
        "填写附件1《防汛物资储备表》和《清单》（附件2）。",
        "按照《县防汛方案》附件7填写，参照宁政发〔2021〕3号附件5。",
        "填写附件2《" + "长" * 50 + "》。",
        "填写附件2-1，占比附件2.5%。",
    ],
)
def test_references_that_agree(recto: Recto, write: Write, body: str) -> None:
    assert check(recto, write, HEAD.format(body) + LIST + TAIL) == []


def test_the_list(recto: Recto, write: Write) -> None:
    text = HEAD.format("现予印发。")
    assert check(recto, write, text + "附件：1.防汛物资储备表；2.隐患清单。\n") == [
        "7:13: warning: “防汛物资储备表；” ends in a point.",
        "7:20: warning: “隐患清单。” ends in a point.",
    ]
    assert check(recto, write, text + LIST.replace("2.", "3.")) == [
        "8:6: warning: “隐患清单” is numbered 3, 2 is expected."
    ]
    assert check(recto, write, text + "附件：防汛物资储备表\n") == []
    assert check(recto, write, text + "附件：\n\n各村情况说明如下。\n") == []
    assert check(recto, write, text + "附件：防汛物资储备表（第1.版）1.甲\n") == []
    assert check(recto, write, text + "附件：1.甲表 2.乙表第9.版\n") == []
    assert check(recto, write, text + "附件：1.2022年物资储备表\n储备明细\n　　　2.隐患清单\n") == []


def test_an_only_attachment(recto: Recto, write: Write) -> None:
    text = HEAD.format("填写附件2。") + "附件：防汛物资储备表\n"
    assert check(recto, write, text) == [
        "5:3: warning: “附件2” is not among the 1 attachments of this document, the last at line 7."
    ]


def test_headings(recto: Recto, write: Write) -> None:
    text = HEAD.format("现予印发。") + LIST
    assert check(recto, write, text + TAIL.replace("储备表", "登记表")) == [
        "14:1: warning: “附件1” is “防汛物资登记表” here and “防汛物资储备表” at line 7."
    ]
    assert check(recto, write, text + TAIL.replace("储备表", "登记表。")) == []
    assert check(recto, write, text + TAIL.replace("防汛物资储备表", "青石镇\n\n防汛物资\n\n储备表")) == []
    assert check(recto, write, text + TAIL.replace("防汛物资储备表", "一、甲乙丙丁戊己")) == []
    assert check(recto, write, text + TAIL.replace("防汛物资储备表", "防汛" * 30)) == []
    assert (
        check(recto, write, text + TAIL.replace("防汛物资储备表", "各村干部花名册").replace("隐患清单", "略。")) == []
    )
    assert check(recto, write, text + TAIL.replace("防汛物资储备表", "各村干部花名册")) == [
        "14:1: warning: “附件1” is “各村干部花名册” here and “防汛物资储备表” at line 7."
    ]
    assert check(recto, write, text + TAIL.partition("附件2")[0]) == []
    assert check(recto, write, text + TAIL + "\n附件3\n\n值班表\n") == [
        "20:1: warning: “附件3” is not listed at line 8."
    ]


def test_an_attachment_that_does_not_follow(recto: Recto, write: Write) -> None:
    text = HEAD.format("现予印发。") + LIST.replace("清单\n", "清单\n　　　3.值班表\n")
    assert check(recto, write, text + "附件1\n\n防汛物资储备表\n\n附件3\n\n值班表\n") == [
        "8:6: suggestion: “隐患清单” is listed, but does not follow."
    ]


def test_lines_with_number_and_name_are_a_list(recto: Recto, write: Write) -> None:
    text = HEAD.format("填写附件2《隐患情况统计表》。") + "附件1：储备表\n\n附件2：隐患情况统计表\n"
    assert check(recto, write, text) == []
    assert len(check(recto, write, text.replace("附件2《隐患情况统计表》", "附件2《隐患情况清单》"))) == 1


def test_the_list_of_an_attached_paper_is_its_own(recto: Recto, write: Write) -> None:
    attached = "附件1\n\n青石镇规则\n\n填写附件5。\n\n附件：1.另一份登记表\n　　　2.又一份登记表\n"
    assert check(recto, write, HEAD.format("现予印发。") + LIST + attached) == []


def test_a_document_without_attachments(recto: Recto, write: Write) -> None:
    assert check(recto, write, HEAD.format("现予印发。")) == []
