"""What may be written next in a file of rules or options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from linter.lsp.yaml_help import choices_at, place_of

if TYPE_CHECKING:
    from linter.lsp.choices import Choice
    from linter.lsp.server import Server
    from linter.lsp.yaml_place import YamlPlace

TRIGGERS = [" ", "-", ".", "{", ":"]


async def complete(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
    """The words for the place, each with what it is for."""
    answer = await ls.checks.current(params.text_document.uri)
    if answer is None or answer.document is not None:
        return None
    place = place_of(answer, params.position)
    choices = await ls.worker.run(lambda _: choices_at(answer, place))
    text = answer.question.text
    end = text.offset(params.position)
    written = types.Range(text.position(end - len(_typed(place))), params.position)
    return types.CompletionList(is_incomplete=False, items=[_item(choice, written) for choice in choices])


def _typed(place: YamlPlace) -> str:
    """What of the word stands there already: in a sentence, from the brace on."""
    return place.typed[place.typed.rfind("{") :] if "{" in place.typed else place.typed


def _item(choice: Choice, written: types.Range) -> types.CompletionItem:
    kind = types.CompletionItemKind.Property if choice.is_key else types.CompletionItemKind.Value
    return types.CompletionItem(
        label=choice.word,
        kind=kind,
        documentation=choice.text or None,
        filter_text=choice.word,
        text_edit=types.TextEdit(written, f"{choice.word}: " if choice.is_key else choice.word),
    )
