"""What a rule is about, where one of its diagnostics stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.capabilities import get_capability

from linter.authoring.reference import explanation
from linter.lsp.diagnostics import from_document
from linter.lsp.yaml_help import key_help

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.lsp.answers import Answer
    from linter.lsp.server import Server


async def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """The diagnostics at a place, each with its rule; in a file of rules or options, what a key is for."""
    answer = await ls.checks.current(params.text_document.uri)
    if answer is None:
        return None
    if answer.document is None:
        said = await ls.worker.run(lambda _: key_help(answer, params.position))
        return types.Hover(_content(said, ls)) if said else None
    source = answer.document.source
    places = [(found, from_document(found, answer, source, ls.shown).range) for found in answer.diagnostics]
    here = [(found, place) for found, place in places if place.start <= params.position <= place.end]
    if not here:
        return None
    pages = await ls.worker.run(lambda _: [_page(found, answer) for found, _ in here])
    return types.Hover(_content("\n\n---\n\n".join(pages), ls), here[0][1])


def _page(found: Diagnostic, answer: Answer) -> str:
    """What is wrong here, what to do, and the rule."""
    parts = [f"**{found.message}**", found.help]
    rule = answer.ruleset.rules.get(found.rule)
    parts.append(explanation(rule, [], answer.language, depth=3) if rule else f"`{found.rule}`")
    parts.append(f"<{found.url}>" if found.url else "")
    return "\n\n".join(part for part in parts if part)


def _content(text: str, ls: Server) -> types.MarkupContent:
    """Markdown, or the same text for an editor that says it shows none."""
    shown = get_capability(ls.client_capabilities, "text_document.hover.content_format", None)
    is_plain = shown is not None and types.MarkupKind.Markdown not in shown
    return types.MarkupContent(types.MarkupKind.PlainText if is_plain else types.MarkupKind.Markdown, text)
