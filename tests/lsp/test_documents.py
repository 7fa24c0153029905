"""What an editor sees of a document while it is written."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from editor import ROOT, capabilities, editing
from lsprotocol import types
from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from pathlib import Path

    from editor import Editor

TWICE = "# 一、基本情况\n\n# 一、基本情况\n\n本年度共受理来信三十二件。\n"
WIDTH = "# 总结\n\n今年成绩很好,明年继续努力，群众很满意，工作有成效。\n"
SECTION = """\
The pump by the old gate was repaired in April and has run without a fault ever since then.

People who live behind the mill asked for a second well, and the council has put money aside.

Whoever waters a garden in the evening spares the pipes, which are older than most houses."""
HEADING = "document.repeated-heading"


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
            editor.type(uri, spot(2, 0, units), "")
            (again,) = await editor.diagnostics(uri)
            assert again.range == before.range

    asyncio.run(session())


def test_a_diagnostic_says_all_that_the_editor_can_show(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            (found,) = await editor.diagnostics(editor.open("a.md", TWICE))
            assert (found.source, found.code, found.severity) == ("recto", HEADING, types.DiagnosticSeverity.Error)
            assert found.message.startswith("“一、基本情况” stands at line 1 already")
            assert found.range == spot(2, 2, 8)
            assert found.data
            assert len(found.data["fingerprint"]) == 32
            (related,) = found.related_information or ()
            assert related.location.uri.endswith("/a.md")
            assert related.location.range == spot(0, 2, 8)

    asyncio.run(session())


def test_what_can_go_is_shown_as_unnecessary(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            text = f"# Report\n\n## Pumps\n\n{SECTION}\n\n## Gates\n\n{SECTION}\n"
            found = await editor.diagnostics(editor.open("a.md", text))
            tagged = {one.code for one in found if types.DiagnosticTag.Unnecessary in (one.tags or ())}
            assert tagged == {"document.repeated-content"}
            unused = f"<!-- recto-disable-next-line {HEADING} -->\n# One\n\nText.\n"
            (found_unused,) = await editor.diagnostics(editor.open("b.md", unused))
            assert found_unused.code == "recto.unused-suppression"
            assert types.DiagnosticTag.Unnecessary in (found_unused.tags or ())

    asyncio.run(session())


def test_an_editor_that_can_show_little_is_sent_little(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, types.ClientCapabilities()) as editor:
            uri = editor.open("a.md", TWICE)
            (found,) = await editor.diagnostics(uri)
            assert found.related_information is None
            params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
            flat = await editor.client.text_document_document_symbol_async(params) or ()
            assert [type(one) for one in flat] == [types.SymbolInformation] * 2
            assert editor.watched == []

    asyncio.run(session())


@pytest.mark.parametrize(
    ("name", "language", "codes"),
    [
        ("untitled:Untitled-1", "markdown", [HEADING]),
        ("untitled:Untitled-2", "python", []),
        ("file:///c%3A/drafts/a.md", "markdown", [HEADING]),
        ("notes.unknown", "plaintext", [HEADING]),
        ("a.docx", "markdown", []),
    ],
)
def test_which_documents_are_linted(tmp_path: Path, name: str, language: str, codes: list[str]) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            text = TWICE.replace("# ", "") if language == "plaintext" else TWICE
            found = await editor.diagnostics(editor.open(name, text, language))
            assert [one.code for one in found] == codes

    asyncio.run(session())


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_lines_end_where_the_editor_ends_them(tmp_path: Path, ending: str) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open("a.md", "Form\ffeed\u2028here.\n".replace("\n", ending * 2) + TWICE.replace("\n", ending))
            lines = [one.range.start.line for one in await editor.diagnostics(uri) if one.code == HEADING]
            assert lines == [4]
            editor.type(uri, types.Range(types.Position(0, 0), types.Position(2, 0)), "")
            moved = [one.range.start for one in await editor.diagnostics(uri) if one.code == HEADING]
            assert moved == [types.Position(2, 2)]

    asyncio.run(session())


def test_a_closed_document_has_no_diagnostics(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open("a.md", TWICE)
            assert await editor.diagnostics(uri)
            editor.close(uri)
            assert await editor.until(uri, lambda params: not params.diagnostics) == ()
            assert await editor.hover(uri, 2, 3) == ""
            assert await editor.actions(uri, spot(2, 3)) == []
            symbols = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
            assert await editor.client.text_document_document_symbol_async(symbols) is None

    asyncio.run(session())


def pulled(uri: str, before: str | None = None) -> types.DocumentDiagnosticParams:
    return types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri), previous_result_id=before)


def test_an_editor_that_asks_is_sent_nothing_unasked(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(pull=True)) as editor:
            uri = editor.open("a.md", TWICE)
            report = await editor.client.text_document_diagnostic_async(pulled(uri))
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
            assert [one.code for one in report.items] == [HEADING]
            same = await editor.client.text_document_diagnostic_async(pulled(uri, report.result_id))
            assert isinstance(same, types.RelatedUnchangedDocumentDiagnosticReport)
            editor.replace(uri, "# One\n\nText.\n")
            after = await editor.client.text_document_diagnostic_async(pulled(uri, report.result_id))
            assert isinstance(after, types.RelatedFullDocumentDiagnosticReport)
            assert not after.items
            assert uri not in editor.published
            nothing = await editor.client.text_document_diagnostic_async(pulled("file:///nowhere.md"))
            assert isinstance(nothing, types.RelatedFullDocumentDiagnosticReport)

    asyncio.run(session())


def test_a_burst_of_keystrokes_ends_in_one_answer(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open("a.md", long_text())
            await editor.diagnostics(uri)
            seen: list[int | None] = []
            editor.heard = lambda params: seen.append(params.version)
            for _ in range(20):
                last = editor.type(uri, spot(0, 0), "x")
            await editor.diagnostics(uri)
            assert seen[-1] == last
            assert len(seen) < 20

    asyncio.run(session())


def long_text() -> str:
    return "# Pumps\n\n" + "\n\n".join(
        f"The pump number {number} by the old gate was repaired and has run ever since, say people of house {number * 7}."
        for number in range(1, 1500)
    )


def test_a_request_can_be_cancelled(tmp_path: Path) -> None:
    async def session() -> None:
        async with editing(tmp_path, capabilities(pull=True)) as editor:
            uri = editor.open("a.md", long_text())
            send: Any = editor.client.protocol.send_request_async
            asked = asyncio.ensure_future(send(types.TEXT_DOCUMENT_DIAGNOSTIC, pulled(uri), msg_id=77))
            await asyncio.sleep(0)
            editor.client.cancel_request(types.CancelParams(77))
            with pytest.raises(JsonRpcException) as raised:
                await asked
            assert raised.value.code == types.LSPErrorCodes.RequestCancelled
            report = await editor.client.text_document_diagnostic_async(pulled(uri))
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)

    asyncio.run(session())


def tree(symbols: object) -> list[object]:
    assert isinstance(symbols, list | tuple)
    return [[one.name, one.range.start.line, one.range.end.line, *tree(one.children)] for one in symbols]


def test_symbols_are_the_sections(tmp_path: Path) -> None:
    async def ask(editor: Editor, uri: str) -> object:
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        return await editor.client.text_document_document_symbol_async(params)

    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open("a.md", "# 😀 Title\n\nText.\n\n## Part\n\nMore\nof it.\n\n# Next\n")
            found = await ask(editor, uri)
            assert tree(found) == [["😀 Title", 0, 7, ["Part", 4, 7]], ["Next", 9, 9]]
            assert isinstance(found, list | tuple)
            assert found[0].selection_range == spot(0, 2, 10)
            plain = "工作总结\n\n一、基本情况\n\n（一）供水\n\n管网老化，需要更新改造。\n\n二、下一步打算\n\n继续努力，做好各项工作。\n"
            chinese = await ask(editor, editor.open("b.txt", plain, "plaintext"))
            assert "（一）供水" in str(tree(chinese))
            names = [name for name, *_ in flattened(tree(chinese))]
            assert names[-3:] == ["一、基本情况", "（一）供水", "二、下一步打算"]

    asyncio.run(session())


def flattened(rows: list[object]) -> list[list[object]]:
    found: list[list[object]] = []
    for row in rows:
        assert isinstance(row, list)
        found += [row, *flattened(row[3:])]
    return found


def test_hover_tells_of_the_rule_in_the_language_of_messages(tmp_path: Path) -> None:
    async def session(language: str) -> str:
        async with editing(tmp_path, initialization_options={"lang": language}) as editor:
            uri = editor.open("a.md", TWICE)
            assert await editor.hover(uri, 4, 0) == ""
            return await editor.hover(uri, 2, 3)

    english = asyncio.run(session("en"))
    assert english.startswith("**“一、基本情况” stands at line 1 already")
    assert "### document.repeated-heading" in english
    chinese = asyncio.run(session("zh"))
    assert "**级别**" in chinese


def test_the_language_of_the_editor_counts_where_nobody_names_one(tmp_path: Path) -> None:
    async def session() -> str:
        async with editing(tmp_path, locale="zh-cn") as editor:
            (found,) = await editor.diagnostics(editor.open("a.md", TWICE))
            (tmp_path / "recto.yaml").write_text("lang: en\n", encoding="utf-8")
            editor.tell_changed(tmp_path / "recto.yaml")
            (again,) = await editor.until(found_uri(editor), lambda params: "stands" in params.diagnostics[0].message)
            return found.message + again.message

    assert "第1行" in asyncio.run(session())


def found_uri(editor: Editor) -> str:
    (uri,) = editor.texts
    return uri


def test_a_document_that_breaks_the_linter_is_told_of_and_the_server_lives_on(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    code = (
        "import linter.lsp.answers as answers\n"
        "parse = answers.parse\n"
        "def broken(source):\n"
        "    if 'BREAK' in source.text: raise ZeroDivisionError('no way')\n"
        "    print('this must not stand in the protocol')\n"
        "    return parse(source)\n"
        "answers.parse = broken\n"
        "from linter.cli import main\n"
        "raise SystemExit(main(['lsp', '--stdio']))\n"
    )

    async def session() -> None:
        async with editing(tmp_path, command=["-c", code]) as editor:
            uri = editor.open("a.md", "BREAK")
            (found,) = await editor.diagnostics(uri)
            assert (found.code, found.severity) == ("recto.internal-error", types.DiagnosticSeverity.Error)
            assert found.message == "Recto failed on this document (ZeroDivisionError: no way)."
            assert "ZeroDivisionError" in editor.client.log_messages[-1].message
            editor.replace(uri, TWICE)
            (after,) = await editor.diagnostics(uri)
            assert after.code == HEADING

    asyncio.run(session())


@pytest.mark.parametrize(("messages", "status"), [(["shutdown", "exit"], 0), (["exit"], 1), ([], 1)])
def test_the_exit_status_says_whether_it_was_ended_as_it_should(messages: list[str], status: int) -> None:
    sent = [
        '{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"processId": null, "rootUri": null, "capabilities": {}}}'
    ]
    for name in messages:
        number = ', "id": 2' if name == "shutdown" else ""
        sent.append(f'{{"jsonrpc": "2.0", "method": "{name}"{number}}}')
    raw = "".join(f"Content-Length: {len(body)}\r\n\r\n{body}" for body in sent)
    done = subprocess.run(
        [sys.executable, "-m", "linter", "lsp"],
        input=raw.encode(),
        capture_output=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    assert done.stdout.count(b"Content-Length") == len([name for name in messages if name == "shutdown"]) + 1


def test_without_the_extra_the_command_names_it(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError(name='pygls')\n", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from linter.cli import main; sys.exit(main(['lsp']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert "pip install 'recto[lsp]'" in done.stderr
    assert done.stdout == ""
