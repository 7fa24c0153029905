"""What an editor offers to write in a configuration and in a rule file."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from editor import editing
from lsprotocol import types

if TYPE_CHECKING:
    from pathlib import Path

RULE = "extends: existence\nmessage: Leave it out.\n"
CONFIG, RULES, PACK = "recto.yaml", "styles/mine/very.yaml", "styles/mine/pack.yaml"


def write_project(folder: Path) -> None:
    (folder / "styles" / "mine").mkdir(parents=True)
    (folder / CONFIG).write_text("rules-path: [styles]\n", encoding="utf-8")
    (folder / RULES).write_text(RULE + "tokens: [very]\n", encoding="utf-8")


PLACES = [
    (CONFIG, "‸", {"rules", "overrides", "extends", "lang", "rules-path"}, {"document"}),
    (CONFIG, "la‸", {"lang"}, set()),
    (CONFIG, "lang: ‸", {"en", "zh"}, {"rules", ""}),
    (CONFIG, "project: ‸", {"true", "false"}, set()),
    (CONFIG, "subject: ‸", set(), {"true"}),
    (CONFIG, "output-format: ‸", {"json", "concise"}, set()),
    (CONFIG, "packs:\n  - ‸", {"document", "zh", "mine"}, {"zh.width"}),
    (CONFIG, "packs: [zh, ‸]", {"document", "gongwen"}, {"zh.width"}),
    (CONFIG, "select:\n- ‸", {"document", "zh.width", "mine.very"}, {"lang"}),
    (CONFIG, "rules:\n  ‸", {"zh.width", "gongwen", "mine.very"}, {"lang"}),
    (CONFIG, "rules:\n  zh.width: ‸", {"error", "warning", "suggestion", "off"}, {"lang"}),
    (CONFIG, "rules: {zh.width: ‸}", {"error", "off"}, {"lang"}),
    (CONFIG, "rules:\n  document.repeated-content:\n    # so much\n\n    ‸", {"level", "min-chars"}, {"lang"}),
    (CONFIG, "rules:\n  document.repeated-content: {level: error, ‸}", {"level", "min-chars"}, {"lang"}),
    (CONFIG, "rules:\n  document.repeated-content: {level: ‸}", {"error", "off"}, {"lang"}),
    (CONFIG, "rules:\n  document.repeated-content:\n    across: ‸", {"document", "project"}, {"lang"}),
    (CONFIG, "rules:\n  nowhere:\n    ‸", set(), {"level"}),
    (CONFIG, "overrides:\n  - ‸", {"files", "rules"}, {"lang"}),
    (CONFIG, "overrides:\n  - files: ['*.md']\n    ‸", {"files", "rules"}, {"lang"}),
    (CONFIG, "overrides:\n  - files: ‸", set(), {"lang", "error"}),
    (CONFIG, "overrides:\n  - files: ['*.md']\n    rules:\n      zh.width: ‸", {"error", "off"}, {"lang"}),
    (CONFIG, "overrides:\n  - rules: {‸", {"zh.width"}, {"lang"}),
    (CONFIG, "a: b\nc:\n  d:\n    ‸", set(), {"lang"}),
    (RULES, "‸", {"extends", "message", "tests"}, {"tokens"}),
    (RULES, "extends: ‸", {"existence", "repeated-content"}, {"message"}),
    (RULES, RULE + "‸", {"tokens", "ignorecase", "level"}, {"min-chars"}),
    (RULES, RULE + "ignorecase: ‸", {"true", "false"}, set()),
    (RULES, RULE + "tokens: ‸", set(), {"true"}),
    (RULES, RULE + "level: ‸", {"error", "warning", "suggestion"}, {"off"}),
    (RULES, "extends: repeated-content\nmessage: x\nlevel: {sure: error, ‸", {"likely"}, {"tokens"}),
    (RULES, "extends: repeated-content\nmessage: x\nlevel:\n  sure: ‸", {"error"}, {"tokens"}),
    (RULES, "level:\n  ‸", set(), {"sure"}),
    (RULES, RULE + "scope: [‸]", {"heading", "table.cell"}, set()),
    (RULES, RULE + "scope:\n  - ‸", {"heading", "table.cell"}, set()),
    (RULES, RULE + "fix: ‸", {"safe", "unsafe"}, set()),
    (RULES, RULE + "supersedes: [‸]", {"zh.width"}, set()),
    (RULES, "extends: existence\nmessage: Leave {‸", {"{match}"}, {"tokens"}),
    (RULES, "extends: existence\nmessage:\n  ‸", {"en", "zh"}, {"tokens"}),
    (RULES, "extends: existence\nmessage:\n  zh: 请删去{m‸", {"{match}"}, {"tokens"}),
    (RULES, RULE + "tests:\n  - ‸", {"input", "want"}, {"tokens"}),
    (RULES, RULE + "tests:\n  - input: x\n    format: ‸", {"md", "txt"}, {"want"}),
    (RULES, RULE + "tests:\n  - input: ‸", set(), {"want"}),
    (RULES, RULE + "tests:\n  - name:\n      ‸", set(), {"want"}),
    (RULES, "append: ‸", set(), {"true"}),
    (PACK, "‸", {"title", "applies"}, set()),
    (PACK, "applies:\n  - ‸", {"language", "title"}, {"applies"}),
    (PACK, "applies:\n  - language: ‸", {"en", "zh"}, set()),
    (PACK, "title: ‸", set(), {"en"}),
    (PACK, "title:\n  ‸", {"en", "zh"}, set()),
    (PACK, "a:\n  ‸", set(), {"en"}),
    ("pyproject.toml", "[tool.recto]\n‸", set(), {"lang"}),
    ("other.yaml", "‸", set(), {"lang"}),
]


def test_the_words_for_each_place(tmp_path: Path) -> None:
    write_project(tmp_path)

    async def session() -> None:
        async with editing(tmp_path) as editor:
            uris = {name: editor.open(name, "", "yaml") for name in dict.fromkeys(name for name, *_ in PLACES)}
            for name, text, offered, absent in PLACES:
                editor.texts[uris[name]] = text
                words = {*await editor.words(uris[name])}
                assert offered <= words, (name, text)
                assert not absent & words, (name, text)
                assert offered or not words, (name, text)

    asyncio.run(session())


@pytest.mark.parametrize(("language", "doc"), [("en", "Language of messages."), ("zh", "提示的语言。")])
def test_a_word_says_what_it_is_for_and_takes_the_place_of_what_is_typed(
    tmp_path: Path, language: str, doc: str
) -> None:
    write_project(tmp_path)

    async def session() -> None:
        async with editing(tmp_path, initialization_options={"lang": language}) as editor:
            uri = editor.open(CONFIG, "", "yaml")
            editor.texts[uri] = "# 😀\nla‸"
            (item,) = [one for one in await editor.completions(uri) if one.label == "lang"]
            assert item.documentation == doc
            assert isinstance(item.text_edit, types.TextEdit)
            assert item.text_edit.range == types.Range(types.Position(1, 0), types.Position(1, 2))
            assert item.text_edit.new_text == "lang: "
            editor.replace(uri, "# 😀\nlang: zh\n")
            assert await editor.hover(uri, 1, 2) == f"**lang**\n\n{doc}"
            assert await editor.hover(uri, 0, 2) == ""
            document = editor.open("a.md", "# One\n\nTwo.\n")
            params = types.CompletionParams(types.TextDocumentIdentifier(document), types.Position(2, 0))
            assert await editor.client.text_document_completion_async(params) is None

    asyncio.run(session())


def test_a_configuration_that_is_broken_is_completed_all_the_same(tmp_path: Path) -> None:
    (tmp_path / CONFIG).write_text("lang: fr\n", encoding="utf-8")

    async def session() -> None:
        async with editing(tmp_path) as editor:
            uri = editor.open(CONFIG, "lang: fr\npacks: [‸", "yaml")
            assert "gongwen" in await editor.words(uri)

    asyncio.run(session())
