"""Rules for a terminal: by packs, or one in full, folded to its width."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from wcwidth import wcwidth

from linter.rows.terminal import painter, plain
from linter.rule import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from linter.rows.terminal import Paint
    from linter.rule import Pack, Rule, Words

_INDENT = "    "
_WIDEST = 100  # display cells of a line; longer ones are hard to read
_CLOSING = "，。；：、？！）》〉”’」』】〕"
"""What begins no line."""
_PIECES = re.compile(
    rf"[⺀-鿿豈-﫿＀-￯‘“（《〈「『【〔][{_CLOSING}]*|[^\s⺀-鿿豈-﫿＀-￯‘“（《〈「『【〔]+[{_CLOSING}]*|\s+"
)

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"(`+) ?(.+?) ?\1(?!`)", re.DOTALL)


def listing(rules: Iterable[Rule], packs: Mapping[str, Pack], language: str, *, is_coloured: bool) -> str:
    """A heading a pack, and under it each rule with its levels, and a paragraph about it."""
    paint, width = painter(is_coloured=is_coloured), _width()
    lines: list[str] = []
    pack = ""
    for rule in rules:
        if rule.pack != pack:
            pack = rule.pack
            title = _in(packs[pack].title, language)
            lines += [*([""] if lines else []), paint(f"{pack} · {title}" if title else pack, "path")]
        levels = "/".join(paint(level, level) for level in dict.fromkeys(rule.level.values()))
        lines.append(f"  {paint(rule.id, 'path')}  {levels}")
        lines += [_INDENT + line for line in folded(_in(rule.description, language), width - len(_INDENT))]
    return "".join(f"{line}\n" for line in lines)


def page(markdown: str, *, is_coloured: bool) -> str:
    """What `recto explain` says, its marks of Markdown turned into styles, and examples indented."""
    paint = painter(is_coloured=is_coloured)
    lines: list[str] = []
    fence = ""
    for line in markdown.splitlines():
        mark = line.removesuffix("text") if line.startswith("```") else ""
        if mark and fence in ("", mark):
            fence = "" if fence else mark
        elif fence:
            lines.append(_INDENT + plain(line))
        elif line.startswith("# "):
            lines.append(paint(line[2:], "path"))
        else:
            lines.append(_styled("\n".join(_paragraph(line)), paint))
    return "\n".join(lines) + "\n"


def _paragraph(line: str) -> Iterator[str]:
    """The lines of a paragraph, or of an item under its first letter."""
    indent = "  " if line.startswith("- ") else ""
    for number, each in enumerate(folded(plain(line.removeprefix("- ")), _width() - len(indent))):
        yield ("- " if indent and not number else indent) + each


def _styled(text: str, paint: Paint) -> str:
    text = _BOLD.sub(lambda found: paint(found[1], "path"), text)
    return _CODE.sub(lambda found: paint(found[2], "suggestion"), text)


def _width() -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST)


def folded(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` display cells; Chinese is cut anywhere but before a mark that ends something."""
    line, cells = "", 0
    for piece in _PIECES.findall(text):
        size = sum(max(0, wcwidth(character)) for character in piece)
        if cells + size > width and line.strip():
            yield line.rstrip()
            line, cells = "", 0
        if line or not piece.isspace():
            line, cells = line + piece, cells + size
    if line.strip():
        yield line.rstrip()


def _in(words: Words, language: str) -> str:
    return plain(" ".join(in_language(words, language).split())) if words else ""
