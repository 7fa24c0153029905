"""The makers of defects in official documents, on a report of a few lines."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

BENCH = Path(__file__).parent.parent.parent / "bench"

REPORT = """嵩县大章镇人民政府2021年政府信息公开工作年度报告

大章镇人民政府根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号通知编制本报告。

一、总体情况

截至2021年12月31日，大章镇党政办公室公开信息12条，其中政策文件5条、村务信息7条，比2020年的10条增加2条，增长20.0%。

二、主动公开政府信息情况

主要有两个方面：一是公开的范围更宽，二是公开的时间更早。

三、收到和处理政府信息公开申请情况

一、本年新收政府信息公开申请数量	2	1	0	0	0	0	3

收到政府信息公开申请3件，均已按期答复。

嵩县大章镇人民政府
2022年1月19日
"""


def made(folder: Path, rule: str) -> list[str]:
    """The lines that are printed for the defects of a rule in the report."""
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "report.yaml").write_text("defects: []\n", encoding="utf-8")
    command = [sys.executable, str(BENCH / "official.py"), "--injected", "--made", "--rule", rule, str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return done.stdout.splitlines()


def of_sort(lines: list[str], sort: str) -> list[str]:
    """The changes of one sort, without the text around them."""
    return [line[line.index("[-") : line.index("+]") + 2] for line in lines if f": {sort}: report.txt:" in line]


def test_a_number_in_other_brackets(tmp_path: Path) -> None:
    lines = made(tmp_path, "gongwen.document-number")
    assert "[-〔2021〕-][+【2021】+]" in of_sort(lines, "number_brackets")
    assert of_sort(lines, "number_with_zero") == ["[--][+0+]"]
    assert of_sort(lines, "number_with_short_year") == ["[-2021-][+21+]"]
    assert all(": report.txt:3: " in line for line in lines)


def test_a_sum_that_was_right(tmp_path: Path) -> None:
    lines = made(tmp_path, "document.sum-mismatch")
    assert of_sort(lines, "total_changed") == ["[-12-][+16+]"]
    assert sorted(of_sort(lines, "part_changed")) == ["[-5-][+9+]", "[-7-][+11+]"]


def test_a_count(tmp_path: Path) -> None:
    assert of_sort(made(tmp_path, "document.count-mismatch"), "count_of_sentences") == ["[-两-][+三+]"]


def test_a_table_and_the_text_about_it(tmp_path: Path) -> None:
    changed = of_sort(made(tmp_path, "annual-report.tables"), "figure_changed")
    assert sorted(changed) == ["[-1-][+2+]", "[-2-][+3+]"]
    assert of_sort(made(tmp_path, "annual-report.text-table"), "text_against_table") == ["[-3-][+6+]"]


def test_a_town_of_the_same_county(tmp_path: Path) -> None:
    lines = made(tmp_path, "gongwen.name-mismatch")
    changes = of_sort(lines, "sister_town")
    assert len(changes) == 3
    assert all(change.startswith("[-大章镇-][+") and change.endswith("镇+]") for change in changes)
    assert not any("[+大章镇+]" in change for change in changes)


def test_sections_renamed_and_dropped(tmp_path: Path) -> None:
    lines = made(tmp_path, "annual-report.sections")
    assert "[-总体情况-][+工作基本情况+]" in of_sort(lines, "section_renamed")
    assert "[-二、主动公开政府信息情况⏎-][++]" in of_sort(lines, "section_dropped")


def test_the_same_defects_every_time(tmp_path: Path) -> None:
    assert made(tmp_path, "document.paired-marks") == made(tmp_path, "document.paired-marks") != []


def test_something_is_made_for_every_rule_and_changes_the_text() -> None:
    command = [sys.executable, str(BENCH / "official.py"), "--injected", "--made"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    made_by_rule = Counter(line.split(":")[0] for line in done.stdout.splitlines())
    assert len(made_by_rule) == 30
    assert max(made_by_rule.values()) == 40
    changes = [line[line.index("[-") : line.index("+]")] for line in done.stdout.splitlines()]
    assert not [change for change in changes if change.split("-][+")[0] == "[-" + change.split("-][+")[1]]


def test_the_table(tmp_path: Path) -> None:
    made(tmp_path, "zh.width")
    command = [sys.executable, str(BENCH / "official.py"), "--injected", "--rule", "zh.width", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.startswith("| rule | made | found | recall |\n|---|---|---|---|\n| zh.width | ")
    assert "1 clean documents; " in done.stdout
