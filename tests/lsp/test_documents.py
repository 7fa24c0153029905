"""What an editor sees of a document while it is written."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from editor import capabilities, editing
from lsprotocol import types

if TYPE_CHECKING:
    from pathlib import Path

TWICE = "# 一、基本情况\n\n# 一、基本情况\n\n本年度共受理来信三十二件。\n"
WIDTH = "# 总结\n\n今年成绩很好,明年继续努力，群众很满意，工作有成效。\n"


def spot(line: int, start: int, end: int | None = None) -> types.Range:
    return types.Range(types.Position(line, start), types.Position(line, start if end is None else end))


@pytest.mark.parametrize(("encoding", "units"), [("utf-16", 2), ("utf-8", 4), ("utf-32", 1)])
def test_an_emoji_before_the_place_moves_it_by_its_units(tmp_path: Path, encoding: str, units: int) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(encoding=encoding)) as editor:
            uri = editor.open("a.md", WIDTH)
            (before,) = await editor.diagnostics(uri)
            assert before.code == "zh.width"
            editor.type(uri, spot(2, 0), "😀")
            (after,) = await editor.diagnostics(uri)
            moved = before.range.start.character + units, before.range.end.character + units
            assert (after.range.start.character, after.range.end.character) == moved

    asyncio.run(session())
