"""What a document says it is about, and where it says so."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.names import Mention
from linter.names.passages import Named, Passage, Signatures, front_matter, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.names import Names
    from linter.engines.patterns import Pattern

Where = Literal["path", "front-matter", "title", "head", "configuration", "signature", "opening"]

_SHARED: tuple[Where, ...] = ("title", "head", "signature")

_OPENING = 6  # blocks in which the subject may be named when nothing else names it
_HEAD = 12  # blocks in which a line may say who issues
_TITLE_LINES = 8
_SHORT_LINE = 60  # code points of a line that says who issues


class Subject(NamedTuple):
    """A name of what the document is about."""

    where: Where
    named: Named

    @property
    def mention(self) -> Mention:
        """The name itself."""
        return self.named.mention


class Subjects(NamedTuple):
    """How a document names its subject.

    `path` has a group for each sort of name; the contexts hold in the title, in a line of the front matter, or in a line
    near the title; `about` is a name from the configuration. With `code`, the code in a title is read. A title over
    several lines ends with the one that `last_line` finds.
    """

    path: Pattern | None
    front_matter: Contexts
    title: Contexts
    about: str
    code: bool
    head: Contexts | None = None
    last_line: Pattern | None = None
    signatures: Signatures | None = None
    ruled: Mapping[str, Pattern] = MappingProxyType({})

    def find(self, names: Names, document: Document) -> list[Subject]:
        """All that path, front matter, title and head name; else what is configured, what signs, what opens."""
        return [subject for subject in self._find(names, document) if self._rules(subject.mention)]

    def _rules(self, mention: Mention) -> bool:
        pattern = self.ruled.get(mention.sort)
        return pattern is None or pattern.match(mention.text, mention.end) is not None

    def _find(self, names: Names, document: Document) -> list[Subject]:
        found = [*self._in_path(document.source.path)]
        if self.front_matter.pairs:
            found += _among(names, "front-matter", front_matter(document), self.front_matter)
        lines = self.title_lines(document)
        found += _among(names, "title", [Passage.of(line, code=self.code) for line in lines], self.title)
        if self.head:
            titles = set(map(id, lines))
            passages = [
                Passage.of(block, code=self.code) for block in document.blocks[:_HEAD] if id(block) not in titles
            ]
            found += _among(names, "head", passages, self.head)
        if found and document.title and self.last_line and self.last_line.search(document.title.text):
            sorts = {subject.mention.sort for subject in found}
            found += [signing for signing in self._signing(names, document) if signing.mention.sort not in sorts]
        return found or self._configured(names) or self._signing(names, document) or self._in_opening(names, document)

    def title_lines(self, document: Document) -> list[Block]:
        """The title, and the lines that go on with it."""
        if document.title is None:
            return []
        if self.last_line is None or self.last_line.search(document.title.text):
            return [document.title]
        start = next((number for number, block in enumerate(document.blocks) if block is document.title), None)
        following = [] if start is None else document.blocks[start + 1 : start + _TITLE_LINES]
        last = next((number for number, block in enumerate(following) if self.last_line.search(block.text)), None)
        return [document.title] if last is None else [document.title, *following[: last + 1]]

    def _in_path(self, path: str) -> Iterator[Subject]:
        found = self.path.search(path.replace("\\", "/")) if self.path else None
        if found and found.lastgroup:
            mention = Mention(path, *found.span(found.lastgroup), found.lastgroup)
            yield Subject("path", Named(Passage(None, path), mention))

    def _configured(self, names: Names) -> list[Subject]:
        """A name of every sort that finds one in `about`, and of the first."""
        if not self.about:
            return []
        sorts = dict.fromkeys([*[*names.patterns][:1], *(mention.sort for mention in names.find(self.about))])
        passage = Passage(None, self.about)
        return [
            Subject("configuration", Named(passage, Mention(self.about, 0, len(self.about), sort))) for sort in sorts
        ]

    def _signing(self, names: Names, document: Document) -> list[Subject]:
        if self.signatures is None:
            return []
        passages = [Passage.of(block, code=self.code) for block in self.signatures.blocks(document)]
        return [
            Subject("signature", one)
            for one in named(names, passages)
            if names.stands_in(one.mention, self.signatures.contexts)
        ]

    def _in_opening(self, names: Names, document: Document) -> list[Subject]:
        passages = [Passage.of(block, code=self.code) for block in document.blocks[:_OPENING]]
        sorts = [sort for sort in names.patterns if names.tree is None or names.is_listed(sort)]
        return _among(names, "opening", passages, self.title, sorts)[:1]


def disagreements(names: Names, subjects: list[Subject]) -> Iterator[tuple[Subject, Named]]:
    """The first place that names a subject, and each name in a later place that is another of its sort."""
    first: dict[str, list[Subject]] = {}
    for subject in subjects:
        chosen = first.setdefault(subject.mention.sort, [])
        if not chosen or _stand_together(chosen[0], subject):
            chosen.append(subject)
        elif not any(names.are_same(one.mention, subject.mention) for one in chosen):
            yield chosen[0], subject.named


def _stand_together(one: Subject, other: Subject) -> bool:
    """Whether several issuers may be named so."""
    return one.named.passage is other.named.passage or one.where == other.where in _SHARED


def _among(
    names: Names, where: Where, passages: Sequence[Passage], contexts: Contexts, sorts: Sequence[str] = ()
) -> list[Subject]:
    return [Subject(where, one) for one in named(names, passages, sorts) if names.stands_in(one.mention, contexts)]
