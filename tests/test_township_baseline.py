"""The township report with a baseline: what is new is reported, whatever else is done to the file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Recto

ROOT = Path(__file__).parent.parent
REPORT = (ROOT / "examples" / "township-report-2021.txt").read_text(encoding="utf-8")
NEW = "\n本镇其他事项由城关镇人民政府另行报告。\n"


def replaced(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return edit


def with_paragraph_moved(text: str) -> str:
    """The paragraph before the last section in front of the one that it follows."""
    first, second, end = map(text.index, ("\n一是政府信息公开的内容", "\n针对存在的不足", "\n六、其他"))
    return text[:first] + text[second:end] + text[first:second] + text[end:]


def without_copy(text: str) -> str:
    """The repeated run taken out, with all that it explained."""
    return text[: text.rindex("\n(一) 贯彻落实情况")] + text[text.index("\n二、主动公开政府信息情况") :]


EDITS: dict[str, Callable[[str], str]] = {
    "a paragraph above": replaced("工作年度报告\n", "工作年度报告\n\n现将本年度工作情况报告如下，请予监督。\n"),
    "a paragraph moved": with_paragraph_moved,
    "blank lines": replaced("\n\n", "\n\n\n"),
    "a paragraph indented": replaced("\n\n依托", "\n\n　　依托"),
    "another sentence of a paragraph": replaced("加强对政府信息公开属性的审查", "进一步加强对公开属性的审查"),
    "a finding fixed": replaced("《信息公开工作条例》", "《中华人民共和国政府信息公开条例》"),
    "the copy taken out": without_copy,
    "CRLF": replaced("\n", "\r\n"),
}


def checked(recto: Recto, text: str, path: Path, encoding: str = "utf-8") -> list[str]:
    path.write_bytes(text.encode(encoding))
    result = recto("check", "--baseline", path.parent / "recto-baseline.json", path)
    assert result.status < 2, result.err
    return [line.removeprefix(f"{path}:") for line in result.lines]


@pytest.fixture
def path(tmp_path: Path, recto: Recto) -> Path:
    """The report, with all that is wrong with it in a baseline beside it."""
    path = tmp_path / "报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    assert recto("baseline", path, "-o", tmp_path / "recto-baseline.json").status == 0
    return path


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_nothing_is_new_after(recto: Recto, path: Path, edit: Callable[[str], str]) -> None:
    assert checked(recto, edit(REPORT), path) == []


def test_only_the_new_finding_is_new_after_all_of_them(recto: Recto, path: Path) -> None:
    text = REPORT + NEW
    for edit in EDITS.values():
        text = edit(text)
    renamed = path.rename(path.with_name("2021年 报告.txt"))
    (found,) = checked(recto, text, renamed, "gb18030")
    assert "here it says “城关镇”" in found


def test_what_a_repeated_run_explains_is_known_as_well(recto: Recto, path: Path) -> None:
    result = recto("check", "--no-fold", "--baseline", path.parent / "recto-baseline.json", path)
    assert (result.status, result.out) == (0, "")
    assert result.err == "30 diagnostics left out: known to the baseline\n0 diagnostics in 1 file\n"
