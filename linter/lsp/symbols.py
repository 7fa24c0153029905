"""The outline of a document: its headings, whether a format marks them or their ordinals tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linter.document import Document, Section
    from linter.lsp.server import Server
    from linter.lsp.text import Text


async def symbols(
    ls: Server, params: types.DocumentSymbolParams
) -> Sequence[types.DocumentSymbol] | Sequence[types.SymbolInformation] | None:
    """The sections, nested where the editor can show that."""
    uri = params.text_document.uri
    answer = await ls.checks.current(uri)
    if answer is None or answer.document is None:
        return None
    document, text = answer.document, answer.question.text
    tree = [_symbol(section, document, text) for section in document.sections]
    if not ls.can("text_document.document_symbol.hierarchical_document_symbol_support"):
        return [types.SymbolInformation(types.Location(uri, one.range), one.name, one.kind) for one in tree]
    for section, symbol in zip(document.sections, tree, strict=True):
        if section.parent is not None:
            tree[section.parent].children = [*(tree[section.parent].children or ()), symbol]
    return [symbol for section, symbol in zip(document.sections, tree, strict=True) if section.parent is None]


def _symbol(section: Section, document: Document, text: Text) -> types.DocumentSymbol:
    """A section from the line of its heading to the end of what stands under it."""
    heading, source = section.heading.span, document.source
    start = source.line_span(source.line_number(heading.start)).start
    end = max(block.span.end for block in document.blocks[section.first : section.end])
    return types.DocumentSymbol(
        name=" ".join(section.heading.text.split()) or "—",
        kind=types.SymbolKind.String,
        range=text.range(start, end),
        selection_range=text.range(*heading),
        children=[],
    )
