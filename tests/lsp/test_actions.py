"""What an editor can do about a diagnostic."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from editor import capabilities, editing
from lsprotocol import types

from linter.lsp.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from editor import Editor

WIDTH = "# 总结\n\n今年成绩很好,明年继续努力，群众很满意，工作有成效。\n"
TWICE = "# 一、基本情况\n\n# 一、基本情况\n\n本年度共受理来信三十二件。\n"
HEADING = "document.repeated-heading"


def edits_of(action: types.CodeAction) -> list[types.TextEdit]:
    edit = action.edit
    assert edit
    if edit.changes:
        return [one for changes in edit.changes.values() for one in changes]
    found = []
    for change in edit.document_changes or ():
        assert isinstance(change, types.TextDocumentEdit)
        found += [one for one in change.edits if isinstance(one, types.TextEdit)]
    return found


def applied(text: str, action: types.CodeAction, encoding: str = "utf-16") -> str:
    content = Text(text, encoding)
    for edit in edits_of(action):
        content = content.changed(edit.range, edit.new_text)
    return content.text


async def actions_on(editor: Editor, uri: str) -> dict[str, types.CodeAction]:
    found = await editor.diagnostics(uri)
    return {one.title: one for diagnostic in found for one in await editor.actions(uri, diagnostic.range, "quickfix")}


def write_safe_rule(folder: Path) -> None:
    (folder / "styles" / "mine").mkdir(parents=True)
    rule = "extends: substitution\nfix: safe\nmessage: \"Write '%s'.\"\nswap: {utilise: use}\n"
    (folder / "styles" / "mine" / "plain.yaml").write_text(rule, encoding="utf-8")
    (folder / "recto.yaml").write_text("rules-path: [styles]\n", encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_safe_fix_is_preferred_and_lands_in_its_place(tmp_path: Path, encoding: str) -> None:
    write_safe_rule(tmp_path)

    async def session() -> None:
        async with editing(tmp_path, capabilities(encoding=encoding)) as editor:
            text = "# Tools\n\n😀 We utilise the pump.\n"
            uri = editor.open("a.md", text)
            actions = await actions_on(editor, uri)
            fix = actions["Replace with “use”"]
            assert fix.is_preferred
            assert [one.code for one in fix.diagnostics or ()] == ["mine.plain"]
            assert applied(text, fix, encoding) == text.replace("utilise", "use")
            editor.replace(uri, applied(text, fix, encoding))
            assert not await editor.diagnostics(uri)

    asyncio.run(session())


def test_all_safe_fixes_are_one_edit(tmp_path: Path) -> None:
    write_safe_rule(tmp_path)
    start = types.Range(types.Position(0, 0), types.Position(0, 0))

    async def session() -> None:
        async with editing(tmp_path) as editor:
            text = "# Tools\n\nWe utilise the pump, and you utilise the well.\n"
            uri = editor.open("a.md", text)
            (action,) = await editor.actions(uri, start, "source.fixAll")
            assert (action.kind, action.title) == ("source.fixAll.recto", "Apply all safe fixes (Recto)")
            assert len(edits_of(action)) == 1
            assert applied(text, action) == text.replace("utilise", "use")
            editor.replace(uri, applied(text, action))
            assert await editor.actions(uri, start, "source") == []

    asyncio.run(session())


def test_a_fix_that_is_not_safe_says_so(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, types.ClientCapabilities(), initialization_options={"lang": "zh"}) as editor:
            text = f"<!-- recto-disable-next-line {HEADING} -->\n# One\n\nText.\n"
            actions = await actions_on(editor, editor.open("a.md", text))
            (title,) = actions
            assert title == "请删除此注释（不安全：请核对改动）"
            assert not actions[title].is_preferred
            assert applied(text, actions[title]) == "# One\n\nText.\n"

    asyncio.run(session())


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "a.md",
            "# 一、基本情况\r\n\r\n# 一、基本情况\r\n\r\n本年度。\r\n",
            "# 一、基本情况\r\n\r\n<!-- recto-disable-next-line {} -->\r\n# 一、基本情况\r\n\r\n本年度。\r\n",
        ),
        (
            "b.html",
            "<html><body><h1>One</h1>\n<p>Text.</p>\n<h1>Two</h1>\n<h1>Two</h1>\n<p>Text.</p></body></html>\n",
            "<!-- recto-disable-next-line {} -->",
        ),
    ],
)
def test_a_comment_silences_the_rule_at_its_place(tmp_path: Path, name: str, before: str, after: str) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open(name, before, "html" if name.endswith("html") else "markdown")
            actions = await actions_on(editor, uri)
            suppressed = applied(before, actions[f"Suppress {HEADING} here"])
            assert after.format(HEADING) in suppressed
            editor.replace(uri, suppressed)
            assert HEADING not in [one.code for one in await editor.diagnostics(uri)]

    asyncio.run(session())


def test_a_comment_tears_no_paragraph_and_no_table_apart(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            text = "# 总结\n\n今年各项工作稳步推进，\n成绩很好,明年继续努力，群众很满意。\n"
            uri = editor.open("a.md", text)
            actions = await actions_on(editor, uri)
            suppressed = applied(text, actions["Suppress zh.width here"])
            assert suppressed == text.rstrip() + " <!-- recto-disable-line zh.width -->\n"
            editor.replace(uri, suppressed)
            assert not await editor.diagnostics(uri)
            table = "# 总结\n\n| 项目 | 情况说明 |\n|---|---|\n| 供水,供电 | 管网老化，需要更新，群众反映强烈 |\n"
            uri = editor.open("b.md", table)
            actions = await actions_on(editor, uri)
            suppressed = applied(table, actions["Suppress zh.width here"])
            assert suppressed.endswith("群众反映强烈 <!-- recto-disable-line zh.width --> |\n")
            editor.replace(uri, suppressed)
            assert not await editor.diagnostics(uri)

    asyncio.run(session())


def test_where_no_comment_works_none_is_offered(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open("a.txt", TWICE.replace("# ", ""), "plaintext")
            assert await actions_on(editor, uri) == {}

    asyncio.run(session())


@pytest.mark.parametrize(
    ("config", "changed"),
    [
        ("lang: en\n", "lang: en\nrules:\n  {}: off\n"),
        ("lang: en", "lang: en\nrules:\n  {}: off\n"),
        ("rules:\n    zh.width: error\n", "rules:\n    {}: off\n    zh.width: error\n"),
        ("rules: {zh.width: error}\n", ""),
        (f"rules:\n  {HEADING}: error\n", ""),
    ],
)
def test_a_rule_is_turned_off_in_the_configuration(tmp_path: Path, config: str, changed: str) -> None:
    path = tmp_path / "recto.yaml"
    path.write_text(config, encoding="utf-8")

    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open("a.md", TWICE)
            actions = await actions_on(editor, uri)
            action = actions.get(f"Turn {HEADING} off in recto.yaml")
            assert (action is not None) == bool(changed)
            if action:
                assert action.edit
                (change,) = action.edit.document_changes or ()
                assert isinstance(change, types.TextDocumentEdit)
                assert change.text_document.uri == path.as_uri()
                path.write_text(applied(config, action), encoding="utf-8")
                assert path.read_text(encoding="utf-8") == changed.format(HEADING)
                editor.tell_changed(path)
                assert not await editor.until(uri, lambda params: not params.diagnostics)

    asyncio.run(session())
