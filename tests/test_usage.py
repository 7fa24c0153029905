"""What the command says of a command line that it cannot take: one line, with what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from linter.cli import COMMANDS, main
from linter.cli.usage import Parser
from linter.errors import LinterError

if TYPE_CHECKING:
    from conftest import Recto

MISTAKES = [
    ("chek", "there is no command 'chek'; did you mean check?", "没有命令“chek”，是否为 check？"),
    ("check --ouput-format json", "recto check has no option --ouput-format; did you mean --output-format?", "recto check 没有选项 --ouput-format，是否为 --output-format？"),
    ("check --fail-onn=error", "recto check has no option --fail-onn; did you mean --fail-on?", "recto check 没有选项 --fail-onn，是否为 --fail-on？"),
    ("check --zzz", "recto check has no option --zzz; `recto check --help` lists them.", "recto check 没有选项 --zzz；可用 recto check --help 查看。"),
    ("check --output-format jsno", "--output-format: there is no 'jsno'; did you mean json?", "--output-format 没有“jsno”这一取值，是否为 json？"),
    ("check --min-grade zzz", "--min-grade: there is no 'zzz'; there are sure, likely, hint.", "--min-grade 没有“zzz”这一取值；可用的有：sure, likely, hint。"),
    ("check -o", "--output-file needs a value", "--output-file 需要一个值"),
    ("check --jobs few", "--jobs needs a whole number, not 'few'", "--jobs 应为整数，而不是“few”"),
    ("check --quiet=3", "--quiet takes no value, but has '3'", "--quiet 不带值，此处却写了“3”"),
    ("check --out x", "--out may mean --output-format, --output-file", "--out 可能指 --output-format, --output-file，请写全"),
    ("explain", "RULE is missing; `recto explain --help` tells more", "缺少 RULE；可用 recto explain --help 查看用法"),
    ("explain zh.width zh.other", "recto explain cannot do anything with 'zh.other'", "recto explain 不接受“zh.other”"),
    ("--lang zh check", "options stand after the command, as in: recto check --lang …", "选项应写在命令之后，例如：recto check --lang …"),
    ("", "COMMAND is missing; `recto --help` tells more", "缺少 COMMAND；可用 recto --help 查看用法"),
]  # fmt: skip


IDS = [line or "nothing" for line, *_ in MISTAKES]


@pytest.mark.parametrize(("line", "sentence"), [(line, english) for line, english, _ in MISTAKES], ids=IDS)
def test_a_mistake_is_one_line(recto: Recto, line: str, sentence: str) -> None:
    assert recto(*line.split()) == (2, "", f"recto: {sentence}\n")


@pytest.mark.parametrize(("line", "sentence"), [(line, chinese) for line, _, chinese in MISTAKES], ids=IDS)
def test_the_same_in_chinese(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str, sentence: str
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(line.split()) == 2
    assert capsys.readouterr() == ("", f"recto: {sentence}\n")


def test_a_file_in_place_of_a_command(recto: Recto) -> None:
    err = recto("report.md").err
    assert f"there is no command 'report.md'; there are {', '.join(COMMANDS)}." in err
    assert err.endswith(" To lint a file: recto check report.md\n")


def test_what_argparse_says_otherwise_stays_as_it_is() -> None:
    with pytest.raises(LinterError, match="something else"):
        Parser(prog="recto").error("something else")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(recto: Recto, command: str) -> None:
    result = recto(command, "--help")
    assert result.status == 0
    assert result.out.startswith(f"usage: recto {command} ")
