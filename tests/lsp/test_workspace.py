"""What surrounds the documents: configurations, rules, folders, settings, and a run over everything."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from editor import capabilities, editing
from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TWICE = "# 一、基本情况\n\n# 一、基本情况\n\n本年度共受理来信三十二件。\n"
HEADING = "document.repeated-heading"
VERY = "extends: existence\nmessage: \"Leave out '%s'.\"\ntokens: [very]\n"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def codes(found: Sequence[types.Diagnostic]) -> list[object]:
    return [one.code for one in found]


def test_a_broken_configuration_is_shown_in_its_file_at_its_line(tmp_path: Path) -> None:
    config = write(tmp_path / "recto.yaml", "lang: en\n\nrules:\n  zh.widht: off\nselect: [nowhere]\n")

    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open("a.md", TWICE)
            found = await editor.until(config.as_uri(), lambda params: params.diagnostics)
            assert [(one.range.start.line, one.message) for one in found] == [
                (3, "there is no rule or pack 'zh.widht'; did you mean 'zh.width'?"),
                (4, "there is no rule or pack 'nowhere'."),
            ]
            assert await editor.diagnostics(uri) == ()
            assert "zh.widht" in editor.client.messages[0].message
            write(config, f"rules: {{{HEADING}: warning}}\n")
            editor.tell_changed(config)
            (mended,) = await editor.until(uri, lambda params: params.diagnostics)
            assert (mended.code, mended.severity) == (HEADING, types.DiagnosticSeverity.Warning)
            assert not await editor.until(config.as_uri(), lambda params: not params.diagnostics)

    asyncio.run(session())


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        ("recto.yaml", "lang: fr\nrules: {zh.widht: off}\nnonsense: 1\n", [0, 1, 2]),
        ("recto.yaml", "packs: [zh, nowhere]\nrules-path:\n  - styles\n  - missing\n", [0, 3]),
        ("recto.yaml", "rules: [\n", [1]),
        ("recto.yaml", "# nothing yet\n", []),
        ("recto.yaml", "rules-path: [styles]\nrules: {mine.very: off}\n", []),
        ("recto.yaml", "overrides:\n  - files: ['*.md']\n    rules: {mine: of}\n", [2]),
        ("pyproject.toml", "[project]\nname = 'x'\n", []),
        ("pyproject.toml", "[tool.recto]\npacks = ['zh']\nlang = 'fr'\n", [2]),
        ("pyproject.toml", "[tool.recto.rules]\n'zh.widht' = 'off'\n", [0]),
        ("pyproject.toml", "[tool.recto]\nlang = \n", [1]),
        ("pyproject.toml", "[tool.other]\nlang = \n", []),
        ("styles/mine/very.yaml", VERY, []),
        ("styles/mine/very.yaml", "extends: existance\nmessage: x\n", [0]),
        ("styles/mine/very.yaml", VERY + "tokns: [x]\n", [3]),
        ("styles/mine/pack.yaml", "title: Mine\napplies:\n  - {langauge: zh}\n", [2]),
        ("other/very.yaml", "extends: existance\n", []),
    ],
)
def test_files_of_rules_and_options_are_checked_as_they_are_written(
    tmp_path: Path, name: str, text: str, lines: list[int]
) -> None:
    write(tmp_path / "recto.yaml", "rules-path: [styles]\n")
    write(tmp_path / "styles/mine/very.yaml", VERY)

    async def session() -> None:
        async with editing(tmp_path) as editor:
            found = await editor.diagnostics(editor.open(name, text, "yaml"))
            assert [one.range.start.line for one in found] == lines
            assert {one.code for one in found} <= {"recto.configuration"}

    asyncio.run(session())


def test_an_open_configuration_is_not_told_of_twice(tmp_path: Path) -> None:
    config = write(tmp_path / "recto.yaml", "lang: fr\n")

    async def session() -> None:
        async with editing(tmp_path) as editor:
            editor.open("a.md", TWICE)
            assert await editor.until(config.as_uri(), lambda params: params.version is None and params.diagnostics)
            uri = editor.open("recto.yaml", "lang: fr\n", "yaml")
            assert len(await editor.diagnostics(uri)) == 1
            editor.replace(uri, "lang: zh\n")
            assert not await editor.diagnostics(uri)
            editor.close(uri)
            assert await editor.until(uri, lambda params: params.version is None and params.diagnostics)

    asyncio.run(session())


def test_rules_and_lists_are_read_again_when_they_change(tmp_path: Path) -> None:
    write(tmp_path / "recto.yaml", "rules-path: [styles]\nvocabulary: [words.txt]\n")
    rule = write(tmp_path / "styles/mine/very.yaml", VERY)
    words = write(tmp_path / "words.txt", "")

    async def session() -> None:
        async with editing(tmp_path) as editor:
            assert editor.watched == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES] or not editor.watched
            uri = editor.open("a.md", "# Pumps\n\nThis is very good and really new.\n")
            assert codes(await editor.diagnostics(uri)) == ["mine.very"]
            write(rule, VERY.replace("[very]", "[very, really]"))
            editor.tell_changed(rule)
            await editor.until(uri, lambda params: len(params.diagnostics) == 2)
            write(words, "really\n")
            editor.tell_changed(words)
            await editor.until(uri, lambda params: len(params.diagnostics) == 1)
            write(rule, "extends: existance\n")
            saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(rule.as_uri()))
            editor.client.text_document_did_save(saved)
            (broken,) = await editor.until(rule.as_uri(), lambda params: params.diagnostics)
            assert broken.message.startswith("'extends' must be one of")

    asyncio.run(session())


def test_each_folder_has_its_own_configuration_and_settings(tmp_path: Path) -> None:
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    write(one / "recto.yaml", f"rules: {{{HEADING}: suggestion}}\n")
    write(two / "recto.yaml", f"rules: {{{HEADING}: off}}\n")
    write(three / "README.txt", "x")
    settings: dict[str, Any] = {
        "": {"recto": {"lang": "zh"}},
        three.as_uri(): {"recto": {"lang": "en", "ignore": ["zh"]}},
    }

    async def session() -> None:
        async with editing(tmp_path, folders=(one, two), settings=settings) as editor:
            uris = [editor.open(f"{name}/a.md", TWICE) for name in ("one", "two", "three")]
            (first,) = await editor.until(uris[0], lambda params: "第1行" in str(params.diagnostics))
            assert first.severity == types.DiagnosticSeverity.Information
            assert await editor.diagnostics(uris[1]) == ()
            await editor.until(uris[2], lambda params: "第1行" in str(params.diagnostics))
            added = types.WorkspaceFoldersChangeEvent([types.WorkspaceFolder(three.as_uri(), "three")], [])
            editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(added))
            await editor.until(uris[2], lambda params: "stands at line 1" in str(params.diagnostics))
            gone = types.WorkspaceFoldersChangeEvent([], [types.WorkspaceFolder(three.as_uri(), "three")])
            editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(gone))
            await editor.until(uris[2], lambda params: "第1行" in str(params.diagnostics))

    asyncio.run(session())


def test_settings_choose_rules_and_may_change(tmp_path: Path) -> None:
    async def session() -> None:
        can = types.ClientCapabilities()
        async with editing(tmp_path, can, initialization_options={"ignore": "document,zh"}) as editor:
            uri = editor.open("a.md", TWICE)
            assert await editor.diagnostics(uri) == ()

            def set_to(settings: object) -> None:
                params = types.DidChangeConfigurationParams(settings)
                editor.client.workspace_did_change_configuration(params)

            set_to({"recto": {"ignore": [], "select": [HEADING]}})
            assert codes(await editor.until(uri, lambda params: params.diagnostics)) == [HEADING]
            set_to({"recto": {"select": ["nowhere"]}})
            assert not await editor.until(uri, lambda params: not params.diagnostics)
            assert editor.client.messages[-1].message.startswith("recto: there is no rule or pack 'nowhere'")
            set_to("nothing that is known")
            assert await editor.diagnostics(uri) == ()

    asyncio.run(session())


def test_an_excluded_document_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "recto.yaml", "exclude: [vendor/**]\n")

    async def session() -> None:
        async with editing(tmp_path) as editor:
            assert await editor.diagnostics(editor.open("vendor/a.md", TWICE)) == ()
            assert codes(await editor.diagnostics(editor.open("a.md", TWICE))) == [HEADING]

    asyncio.run(session())


PASSAGE = """\
The pump by the north gate was repaired in April and has run without a fault ever since then.

The second pump stays in reserve, and the key for it hangs in the office beside the calendar.

Whoever takes the key writes the hour and the reason into the book that lies under the calendar.

Nobody waters the beds between noon and four, and the taps at the south wall are closed in October, before the first frost.

The members on duty look after the barrels, clean the filters once a month, and tell the office when a hose has a leak.
"""


def test_a_document_is_compared_with_its_neighbours(tmp_path: Path) -> None:
    pytest.importorskip("rensa")
    write(tmp_path / "recto.yaml", "project: true\n")
    other = write(tmp_path / "other.md", f"# Water\n\n{PASSAGE}")
    write(tmp_path / "picture.md", "\0")

    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open("report.md", f"# Report\n\n{PASSAGE}")
            (found,) = await editor.diagnostics(uri)
            assert found.code == "project.repeated-content"
            (related,) = found.related_information or ()
            assert (related.location.uri, related.location.range.start.line) == (other.as_uri(), 2)
            write(other, "# Water\n\nNothing yet.\n")
            editor.tell_changed(other)
            assert not await editor.until(uri, lambda params: not params.diagnostics)

    asyncio.run(session())


def test_the_command_lints_every_document_and_shows_how_far_it_is(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, TWICE) for name in ("a.md", "b.txt", "docs/😀 c.md")]
    write(tmp_path / "recto.yaml", "exclude: [vendor]\n")
    write(tmp_path / "vendor/d.md", TWICE)

    async def session() -> None:
        async with editing(tmp_path) as editor:
            opened = editor.open("a.md", "# One\n\nText.\n")
            await editor.diagnostics(opened)
            command = types.ExecuteCommandParams("recto.lintWorkspace", [])
            assert await editor.client.workspace_execute_command_async(command) == {"files": 3, "diagnostics": 3}
            assert codes(editor.published[paths[2].as_uri()].diagnostics) == [HEADING]
            (related,) = editor.published[paths[2].as_uri()].diagnostics[0].related_information or ()
            assert related.location.uri == paths[2].as_uri()
            assert editor.published[opened].diagnostics == ()
            ((begin, *reports, end),) = editor.client.progress_reports.values()
            assert isinstance(begin, types.WorkDoneProgressBegin)
            assert [getattr(one, "percentage", None) for one in reports] == [33, 66, 100]
            assert isinstance(end, types.WorkDoneProgressEnd)
            gone = types.WorkspaceFoldersChangeEvent([], [types.WorkspaceFolder(tmp_path.as_uri(), "x")])
            editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(gone))
            assert not await editor.until(paths[2].as_uri(), lambda params: not params.diagnostics)

    asyncio.run(session())


def test_the_run_over_everything_can_be_cancelled(tmp_path: Path) -> None:
    for number in range(200):
        write(tmp_path / f"{number}.md", TWICE * 10)

    async def session() -> None:
        async with editing(tmp_path) as editor:
            command = types.ExecuteCommandParams("recto.lintWorkspace")
            asked = asyncio.ensure_future(editor.client.workspace_execute_command_async(command))
            await editor.until((tmp_path / "0.md").as_uri(), lambda _: True)
            (token,) = editor.client.progress_reports
            editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
            done: Any = await asked
            assert done["files"] < 200

    asyncio.run(session())


def test_the_run_over_everything_says_what_is_broken(tmp_path: Path) -> None:
    write(tmp_path / "recto.yaml", "lang: fr\n")
    write(tmp_path / "a.md", TWICE)

    async def session() -> None:
        async with editing(tmp_path, types.ClientCapabilities()) as editor:
            command = types.ExecuteCommandParams("recto.lintWorkspace", [])
            assert await editor.client.workspace_execute_command_async(command) == {"files": 0, "diagnostics": 0}
            assert "recto.yaml:1: 'lang' must be one of" in editor.client.messages[-1].message

    asyncio.run(session())


def test_an_editor_that_asks_is_told_to_ask_again(tmp_path: Path) -> None:
    config = write(tmp_path / "recto.yaml", "lang: en\n")

    async def session() -> None:
        async with editing(tmp_path, capabilities(pull=True)) as editor:
            uri = editor.open("a.md", TWICE)
            params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
            await editor.client.text_document_diagnostic_async(params)
            before = editor.client.diagnostic_refresh_count
            write(config, f"rules: {{{HEADING}: off}}\n")
            editor.tell_changed(config)
            report = await editor.client.text_document_diagnostic_async(params)
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
            assert not report.items
            assert editor.client.diagnostic_refresh_count > before

    asyncio.run(session())
