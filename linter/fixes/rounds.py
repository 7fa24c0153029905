"""Fix a document, lint it again, and so on until nothing is left to fix."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.fixes.edits import compatible, offers, spliced, splices_of
from linter.fixes.shape import keeps_shape
from linter.formats import parse
from linter.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from linter.diagnostic import Diagnostic
    from linter.document import Document
    from linter.fixes.edits import Offer
    from linter.rule import Words

    Lint = Callable[[Document], list[Diagnostic]]

_ROUNDS = 12  # a few is usual; a text that grows may double in each


class Withheld(NamedTuple):
    """A fix that is not applied: the line where its diagnostic stands in the text that is left, its rule, and why."""

    line: int
    rule: str
    reason: Words


class Fixed(NamedTuple):
    """A document after its fixes: the text, what is still found in it, how many were applied, which were not."""

    source: Source
    diagnostics: list[Diagnostic]
    applied: int
    withheld: tuple[Withheld, ...]


class _Endless(Exception):  # noqa: N818 - it ends rounds, and never leaves the module
    """The fixes of these rules come to no end."""

    def __init__(self, rules: set[str]) -> None:
        super().__init__(rules)
        self.rules = rules


BREAKS: Words = {
    "en": "its fix is withheld, for it would change how the document around it is read",
    "zh": "修复会改变周围内容的解析结果，未予应用",
}
HOLDS: Words = {
    "en": "its fix is withheld, for the encoding of the file ({encoding}) has no such characters",
    "zh": "文件的编码（{encoding}）无法表示修复后的文字，未予应用",
}
TURNS: Words = {
    "en": "its fixes are withheld, for those of {rules} undo each other or come to no end",
    "zh": "{rules}的修复相互抵消或无法终止，未予应用",
}


def fix_document(source: Source, lint: Lint, *, unsafe: bool) -> Fixed:
    """Apply what fixes there are; the safe ones, or all.

    Each round takes the fixes that do not touch each other. Where a text comes back, or rounds come to no end, the
    rules that bring that about are left out from the beginning: then the result does not depend on where one stopped.
    """
    barred: set[str] = set()
    while True:
        try:
            fixed = _run(source, lint, barred, unsafe=unsafe)
        except _Endless as endless:
            barred |= endless.rules
        else:
            withheld = [*fixed.withheld, *_turning(fixed, barred, unsafe=unsafe)]
            return fixed._replace(withheld=tuple(sorted(withheld, key=lambda one: one[:2])))


def _run(source: Source, lint: Lint, barred: set[str], *, unsafe: bool) -> Fixed:
    """All rounds, without the rules that are barred; raises `_Endless`."""
    document, count = parse(source), 0
    seen: list[str] = []
    applied: list[set[str]] = []
    while True:
        diagnostics = lint(document)
        allowed = (one for one in diagnostics if one.rule not in barred)
        turn = _Round(document, offers(document.source, allowed, unsafe=unsafe))
        seen.append(document.source.text)
        if not turn.kept:
            return Fixed(document.source, diagnostics, count, tuple(turn.withheld))
        document, count = turn.document, count + len(turn.kept)
        applied.append({offer.rule for offer in turn.kept})
        if document.source.text in seen:
            raise _Endless(set.union(*applied[seen.index(document.source.text) :]))
        if len(seen) == _ROUNDS:
            raise _Endless(applied[-1])


def _turning(fixed: Fixed, barred: set[str], *, unsafe: bool) -> list[Withheld]:
    left = [offer for offer in offers(fixed.source, fixed.diagnostics, unsafe=unsafe) if offer.rule in barred]
    names = sorted({offer.rule for offer in left})
    reason = {
        language: words.replace("{rules}", ("、" if language == "zh" else ", ").join(names))
        for language, words in TURNS.items()
    }
    return [Withheld(offer.line, offer.rule, reason) for offer in left[:1]]


class _Round:
    """The fixes of one round: `kept` are applied, which makes `document`; the others wait or are `withheld`."""

    def __init__(self, document: Document, found: list[Offer]) -> None:
        self.withheld: list[Withheld] = []
        self.kept: list[Offer] = []
        self.document = self._before = document
        self._take(compatible(self._writable(found)))

    def _writable(self, found: list[Offer]) -> list[Offer]:
        """The fixes whose text the encoding of the file has."""
        encoding = self._before.source.encoding
        writable = [offer for offer in found if all(_is_held(splice.text, encoding) for splice in offer.splices)]
        reason = {language: words.replace("{encoding}", encoding.upper()) for language, words in HOLDS.items()}
        self.withheld += (Withheld(offer.line, offer.rule, reason) for offer in found if offer not in writable)
        return writable

    def _take(self, more: Sequence[Offer]) -> None:
        """Apply those that leave the shape as it is; where they do not all, halves of them are tried."""
        if not more:
            return
        together = sorted([*self.kept, *more])
        splices = splices_of(together)
        after = parse(_with_text(self._before.source, spliced(self._before.source.text, splices)))
        if keeps_shape(self._before, after, splices):
            self.kept, self.document = together, after
        elif len(more) == 1:
            self.withheld.append(Withheld(more[0].line, more[0].rule, BREAKS))
        else:
            middle = len(more) // 2
            self._take(more[:middle])
            self._take(more[middle:])


def _is_held(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _with_text(source: Source, text: str) -> Source:
    return Source(source.path, text, source.format, encoding=source.encoding)
