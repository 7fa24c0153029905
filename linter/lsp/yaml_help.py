"""The choices at a place in an open file of rules or options, and what the word there is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.lsp.config_choices import config_choices
from linter.lsp.rule_choices import pack_choices, rule_choices
from linter.lsp.sorts import sort_of
from linter.lsp.yaml_place import place_at
from linter.outside.rules import BUILT_IN, pack_file_of

if TYPE_CHECKING:
    from lsprotocol.types import Position

    from linter.lsp.answers import Answer
    from linter.lsp.choices import Choice
    from linter.lsp.yaml_place import YamlPlace

_WORD_END = re.compile(r"[^\w.-]|$")


def place_of(answer: Answer, position: Position) -> YamlPlace:
    """Where in the file the position is."""
    text = answer.question.text
    start, _ = text.line_span(position.line)
    return place_at(text.lines, position.line, text.offset(position) - start)


def choices_at(answer: Answer, place: YamlPlace) -> list[Choice]:
    """What may be written there; nothing in a file that is neither. For the worker's thread."""
    question, language = answer.question, answer.language
    if question.path.endswith(".toml"):
        return []
    if sort_of(question.path, "") == "configuration":
        return config_choices(place, answer.ruleset, language)
    folders = (*question.plans.folders_for(question.path, question.wishes), BUILT_IN)
    file = pack_file_of(question.path, folders, question.text.text)
    if file is None:
        return []
    if file.path.endswith("pack.yaml"):
        return pack_choices(place)
    return rule_choices(place, file.text, answer.ruleset, language)


def key_help(answer: Answer, position: Position) -> str:
    """What the word at a position is for, in Markdown; empty where there is nothing to say."""
    text = answer.question.text
    offset = text.offset(position)
    end = _WORD_END.search(text.text, offset)
    assert end is not None, "the end of the text is one"  # noqa: S101 - the pattern matches there
    place = place_of(answer, text.position(end.start()))
    word = place.typed.strip("\"'") or place.key
    found = next((choice for choice in choices_at(answer, place) if choice.word == word and choice.text), None)
    return f"**{found.word}**\n\n{found.text}" if found else ""
