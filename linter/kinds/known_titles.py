"""known-titles: a quoted title that is near, but not equal to, one of a list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.dated.written import speaks_of_before, written
from linter.engines.contexts import compile_contexts
from linter.engines.patterns import find_all, late_any, late_pattern
from linter.engines.titles import Titles
from linter.rule import ContextText, Doc, ListPath, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.dated.written import Written
    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("title", "expected", "defect")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("text",)

_LONGEST = 100  # code points of a title that are looked at
_TELLING = 12  # code points of a title that hardly anything else can have


class Params(NamedTuple):
    """What a rule of this kind says."""

    list: Annotated[
        ListPath,
        Doc(
            "The data file: title, short forms, wrong forms, the title that took its place, the year, between tabs.",
            "数据文件，每行以制表符分隔：全称、规范简称、误用简称、现行名称、更替年份。",
        ),
    ]
    titles: Annotated[
        tuple[PatternText, ...],
        Doc("How a title is quoted; the group `title` is the title.", "书名的引用写法，`title` 组为书名。"),
    ] = (PatternText("[《〈](?<title>[^《》〈〉]{2,60})[》〉]"),)
    cues: Annotated[
        tuple[str, ...],
        Doc("Where none of these stands, no title can be.", "不含其中任何一个文本的段落不必查找。"),
    ] = ("《", "〈")
    distance: Annotated[
        float,
        Doc(
            "How far from a known title another is taken for it; a changed character counts 1.",
            "与已知名称相差多少以内视为误写；改动一字计1。",
        ),
    ] = 2.0
    aliases: Annotated[dict[str, str], Doc("Other names of titles.", "其他规范简称：对应的全称。")] = {}  # noqa: RUF012 - never written to
    lead: Annotated[str, Doc("What a title may start with or leave out.", "全称开头可省略的文字。")] = ""
    kinds: Annotated[tuple[str, ...], Doc("Words that a title ends in.", "名称末尾表示体例的用语。")] = ()
    fillers: Annotated[tuple[str, ...], Doc("Words that say little.", "名称中区别作用较小的用语。")] = ()
    high: Annotated[
        PatternText,
        Doc(
            "Titles that only those can give whose titles are in the list; another that is near is a slip.",
            "只可能是列表中一类的名称；与列表相近即可断定误写。",
        ),
    ] = PatternText("(?!)")
    other: Annotated[
        tuple[PatternText, ...], Doc("Titles of other works, which are let pass.", "不检查的名称（正则表达式）。")
    ] = ()
    own: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a title is another work's.", "表明该名称另有所指的上下文。"),
    ] = ()
    basis: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a work must be in force.", "要求所引文件现行有效的上下文。"),
    ] = ()
    over: Annotated[
        PatternText,
        Doc("Titles of documents that look back on the year they name.", "标题表明是对所述年份的回顾。"),
    ] = PatternText("(?!)")


class _Quoted(NamedTuple):
    """A title at `block.prose[start:end]`."""

    block: Block
    start: int
    end: int

    @property
    def name(self) -> str:
        return self.block.prose[self.start : self.end]


class _Verdict(NamedTuple):
    """What should be written instead of a title, and why."""

    expected: str
    defect: Field
    grade: Grade


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each title: sure where one known title alone can be meant."""
    params = Params(**rule.params)
    patterns = [late_pattern(pattern) for pattern in params.titles]
    reading = _Reading(
        cache(lambda: _titles(params, lists)),
        params.distance,
        late_any(params.other),
        late_pattern(params.high),
        compile_contexts(params.own),
        compile_contexts(params.basis),
    )
    over = late_pattern(params.over)

    def check(document: Document) -> Iterator[Match]:
        if not any(cue in document.source.text for cue in params.cues):
            return
        quoted = [
            _Quoted(block, *found.span("title"))
            for block in document.select(rule.scope)
            if any(cue in block.text for cue in params.cues)
            for pattern in patterns
            for found in find_all(pattern, block.prose)
        ]
        short = _short_forms(document, quoted)
        when = written(document, over) if quoted else None
        for one in quoted:
            if verdict := reading.judge(one, short, when):
                yield _match(one, verdict)

    return check


def _titles(params: Params, lists: Lists) -> Titles:
    titles = Titles(lists.rows(params.list), params.lead, params.kinds, params.fillers)
    titles.add(params.aliases)
    return titles


class _Reading(NamedTuple):
    """What tells whether a title is right; `titles` are read when first asked for."""

    titles: Callable[[], Titles]
    distance: float
    other: Pattern | None
    high: Pattern
    own: Contexts
    basis: Contexts

    def judge(self, one: _Quoted, short: set[str], when: Written | None) -> _Verdict | None:
        """What is wrong with a title; `short` are those that the document gives in full."""
        prose, name = one.block.prose, one.name
        titles = self.titles()
        if known := titles.known(name):
            is_past = bool(known.year and when and when.is_after(known.year))
            if is_past and not speaks_of_before(prose, known.year) and self._is_basis(one):
                return _Verdict(known.successor, _replaced(known.year), "likely")
            return None
        if mended := titles.mended_lead(name):
            known = titles.known(mended)
            return _Verdict(known.title if known else mended, _MISSPELT, "sure")
        if self.own.hold(prose, one.start, one.end) or name in short:
            return None
        if known := titles.miscalled(name):
            return _Verdict(known.title, _MISCALLED, "likely")
        return None if self.other and self.other.search(name) else self._near(one)

    def _is_basis(self, one: _Quoted) -> bool:
        return self.basis.hold(one.block.prose, one.start, one.end)

    def _near(self, one: _Quoted) -> _Verdict | None:
        """The known title that is meant; one of another kind only where it has to be in force, or has the lead."""
        titles, name = self.titles(), one.name
        found = titles.nearest(name, self.distance)
        if found is None:
            return None
        has_lead = titles.has_lead(name)
        is_high = bool(self.high.search(name))
        if is_high and not has_lead and len(name) < _TELLING and not self.high.search(found.known.title):
            return None
        is_of_another_kind = not found.stem_distance and found.distance >= 1 and not has_lead
        is_sure = has_lead or (is_high and not is_of_another_kind)
        is_near = found.distance <= 1 and found.is_only
        if not (is_sure or ((is_of_another_kind or is_near) and self._is_basis(one))):
            return None
        grade: Grade = "sure" if is_sure and found.is_only else "likely"
        return _Verdict(found.known.successor or found.known.title, _MISSPELT, grade)


_MISSPELT: Field = {"en": "should probably be", "zh": "疑有误，应为"}
_MISCALLED: Field = {"en": "is not the title of", "zh": "不是规范名称，应为"}


def _replaced(year: int) -> Field:
    return {"en": f"was replaced in {year} by", "zh": f"自{year}年起已被取代，现行的是"}


def _short_forms(document: Document, quoted: list[_Quoted]) -> set[str]:
    """What the document's own title, and other titles that it cites, end in, and what its own title cites."""
    title = document.title.text[:_LONGEST] if document.title else ""
    ends = {name[start:] for name in {title, *(one.name for one in quoted)} for start in range(1, len(name) - 1)}
    return ends | {one.name for one in quoted if f"《{one.name}》" in title}


def _match(one: _Quoted, verdict: _Verdict) -> Match:
    fields = {"title": one.name, "expected": verdict.expected, "defect": verdict.defect}
    return Match(
        one.block.locate(one.start, one.end), fields, replacement=verdict.expected or None, grade=verdict.grade
    )
