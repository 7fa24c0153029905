"""What a document says it is about, and where it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from linter.engines.names import Mention
from linter.passages import Named, Passage, front_matter, named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Document
    from linter.engines.contexts import Contexts
    from linter.engines.names import Names
    from linter.engines.patterns import Pattern

Where = Literal["path", "front-matter", "title", "configuration", "opening"]

_OPENING = 6  # blocks in which the subject may be named when nothing else names it


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

    `path` has a group for each sort of name; the contexts hold in the title, or in a line of the front matter; `about`
    is a name from the configuration. With `code`, the code in a title is read.
    """

    path: Pattern | None
    front_matter: Contexts
    title: Contexts
    about: str
    code: bool

    def find(self, names: Names, document: Document) -> list[Subject]:
        """All that path, front matter and title name; else the configuration, else the first name in the opening."""
        found = [*self._in_path(document.source.path)]
        if self.front_matter.pairs:
            found += _among(names, "front-matter", front_matter(document), self.front_matter)
        if document.title:
            found += _among(names, "title", [Passage.of(document.title, code=self.code)], self.title)
        return found or self._configured(names) or self._in_opening(names, document)

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

    def _in_opening(self, names: Names, document: Document) -> list[Subject]:
        passages = [Passage.of(block, code=self.code) for block in document.blocks[:_OPENING]]
        return _among(names, "opening", passages, self.title)[:1]


def disagreements(names: Names, subjects: list[Subject]) -> Iterator[tuple[Subject, Named]]:
    """The first place that names a subject, and each name in a later place that is another of its sort."""
    first: dict[str, list[Subject]] = {}
    for subject in subjects:
        chosen = first.setdefault(subject.mention.sort, [])
        if not chosen or subject.named.passage is chosen[0].named.passage:
            chosen.append(subject)
        elif not any(names.are_same(one.mention, subject.mention) for one in chosen):
            yield chosen[0], subject.named


def _among(names: Names, where: Where, passages: Sequence[Passage], contexts: Contexts) -> list[Subject]:
    return [Subject(where, one) for one in named(names, passages) if one.mention.stands_in(contexts)]
