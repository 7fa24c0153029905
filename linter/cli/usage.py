"""What is wrong with a command line, in one sentence that names what may have been meant."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

from linter.errors import LinterError
from linter.outside.environment import message_language
from linter.rule import Words, in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COMMAND = "COMMAND"
_FEW = 24  # names that a sentence lists

_UNKNOWN = {"en": "{where} has no option {value}", "zh": "{where} 没有选项 {value}"}
_SURPLUS = {"en": "{where} cannot do anything with {value!r}", "zh": "{where} 不接受“{value}”"}
_NO_COMMAND = {"en": "there is no command {value!r}", "zh": "没有命令“{value}”"}
_OPTION_FIRST = {
    "en": "options stand after the command, as in: recto check {value} …",
    "zh": "选项应写在命令之后，例如：recto check {value} …",
}
_NEAREST = {"en": "; did you mean {close}?", "zh": "，是否为 {close}？"}
_ALL = {"en": "; there are {names}.", "zh": "；可用的有：{names}。"}
_TO_LINT = {"en": " To lint a file: recto check {value}", "zh": "检查文件请用：recto check {value}"}
_HELP = {"en": "; `{where} --help` lists them.", "zh": "；可用 {where} --help 查看。"}
# What `argparse` says of an argument, and the same in our words.
_SENTENCES: tuple[tuple[str, Words], ...] = (
    (
        r"invalid choice: '?(?P<value>.*?)'? \(.*?choose from (?P<names>.*)\)",
        {"en": "{argument}: there is no {value!r}", "zh": "{argument} 没有“{value}”这一取值"},
    ),
    (r"expected .*argument", {"en": "{argument} needs a value", "zh": "{argument} 需要一个值"}),
    (
        r"invalid int value: '(?P<value>.*)'",
        {"en": "{argument} needs a whole number, not {value!r}", "zh": "{argument} 应为整数，而不是“{value}”"},
    ),
    (
        r"ignored explicit argument '(?P<value>.*)'",
        {"en": "{argument} takes no value, but has {value!r}", "zh": "{argument} 不带值，此处却写了“{value}”"},
    ),
    (
        r"ambiguous option: (?P<value>\S+) could match (?P<names>.*)",
        {"en": "{value} may mean {names}", "zh": "{value} 可能指 {names}，请写全"},
    ),
    (
        r"the following arguments are required: (?P<value>.*)",
        {"en": "{value} is missing; `{where} --help` tells more", "zh": "缺少 {value}；可用 {where} --help 查看用法"},
    ),
)


class Parser(argparse.ArgumentParser):
    """A parser that raises `LinterError` where others print their usage and end the process."""

    def __init__(self, **settings: str) -> None:
        super().__init__(**settings, formatter_class=_Help, exit_on_error=False)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Raise `LinterError`."""
        raise LinterError(_sentence("", message, self.prog))


class _Help(argparse.HelpFormatter):
    """Help of one width; asking the terminal for its own would load `shutil` on every start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=100)


def parse(parser: Parser, words: Sequence[str], chosen: str) -> argparse.Namespace:
    """The arguments of the subcommand `chosen`; raises `LinterError`."""
    where = f"recto {chosen}" if chosen else "recto"
    try:
        args, unknown = parser.parse_known_args(words)
    except argparse.ArgumentError as error:
        if error.argument_name == COMMAND and words[0].startswith("-"):
            raise LinterError(_said(_OPTION_FIRST, value=words[0])) from error
        raise LinterError(_sentence(error.argument_name or "", error.message, where)) from error
    if unknown:
        raise LinterError(_unknown(unknown, args.parser, where))
    return args


def _unknown(unknown: Sequence[str], parser: Parser, where: str) -> str:
    value = next((word for word in unknown if word.startswith("-")), "")
    if not value:
        return _said(_SURPLUS, where=where, value=unknown[0])
    name = value.partition("=")[0]
    hint = _nearest(name, _option_names(parser)) or _said(_HELP, where=where)
    return _said(_UNKNOWN, where=where, value=name) + hint


def _option_names(parser: Parser) -> list[str]:
    """The options, as the help lists them at the beginning of its lines."""
    columns = re.findall(r"^  (-.*?)(?:  |$)", parser.format_help(), re.MULTILINE)
    return [name for column in columns for name in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", column)]


def _sentence(argument: str, message: str, where: str) -> str:
    for pattern, words in _SENTENCES:
        if found := re.search(pattern, message):
            values = {"argument": argument.rpartition("/")[2], "where": where, **found.groupdict()}
            if argument == COMMAND:
                return _said(_NO_COMMAND, **values) + (_hint(values, _said(_TO_LINT, **values)))
            return _said(words, **values) + (_hint(values) if "choice" in pattern else "")
    return f"{argument}: {message}" if argument else message


def _hint(values: dict[str, str], more: str = "") -> str:
    names = [name.strip(" '") for name in values["names"].split(",")]
    return _nearest(values["value"], names) or _said(_ALL, names=", ".join(names[:_FEW])) + more


def _nearest(word: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - deferred: start-up

    close = get_close_matches(word, list(names), n=1)
    return _said(_NEAREST, close=close[0]) if close else ""


def _said(words: Words, **values: str) -> str:
    return in_language(words, message_language()).format(**values)
