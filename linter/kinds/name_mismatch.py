"""name-mismatch: a name used as the document's own that is not the name the document is about."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.engines.contexts import compile_contexts
from linter.engines.name_tree import Degree  # noqa: TC001 - the annotation of a parameter is read
from linter.engines.names import Mention, Names
from linter.engines.patterns import late_pattern
from linter.rule import ContextText, Doc, ListPath, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from linter.document import Block, Document
    from linter.engines.contexts import Contexts
    from linter.engines.name_tree import Kinship
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Span

FIELDS = ("name", "subject", "kinship", "more")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_OPENING = 6  # blocks in which the subject may be named when the title does not
_LIST = 3  # different names one after the other
_MOST = 10  # matches for one name; the last one counts the rest

_Strength = Literal["sure", "likely", "hint", "silent"]

_KINSHIP: dict[Degree, dict[str, str]] = {
    "sibling": {"en": "both belong to {parent}", "zh": "两者同属{parent}"},
    "cousin": {"en": "both lie in {parent}", "zh": "两者同在{parent}"},
    "relative": {"en": "both lie in {parent}", "zh": "两者同在{parent}"},
    "unrelated": {"en": "the two are not related", "zh": "两者没有隶属关系"},
    "unknown": {"en": "another name of the same sort", "zh": "两者为同类名称"},
}


class Params(NamedTuple):
    """What a rule of this kind says."""

    mention: Annotated[
        PatternText,
        Doc(
            "A name of the subject's sort: the group `name` is the name; with `names`, it ends where this ends.",
            "与主体同类的名称：`name` 组即名称；设有 `names` 时，名称在匹配结束处结束。",
        ),
    ]
    subject: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Where the title, else the opening, names the subject; `{name}` stands for the name.",
            "标题（或开头）中主体名称的上下文；`{name}` 代表名称。",
        ),
    ] = (ContextText("{name}"),)
    about: Annotated[str, Doc("The subject, where the title does not name it.", "标题未写明时的主体名称。")] = ""
    names: Annotated[ListPath, Doc("Data file with the tree of names that exist.", "名称数据文件（树形）。")] = (
        ListPath("")
    )
    own: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a name is surely the document's own.", "名称必为本文主体自身的上下文。"),
    ] = ()
    other: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a name is rightly another's, or no name.", "名称理应属于他者、或并非名称的上下文。"),
    ] = ()
    doubtful: Annotated[
        PatternText,
        Doc(
            "Names that are ordinary words as well: they count only in a context of `own` or `certain`.",
            "同时是普通词语的名称：仅在 `own` 或 `certain` 的上下文中才算名称。",
        ),
    ] = PatternText("")
    certain: Annotated[
        tuple[ContextText, ...], Doc("Contexts in which a doubtful name is a name.", "可确定为名称的上下文。")
    ] = ()
    least: Annotated[int, Doc("Shortest name, in characters.", "名称的最少字数。")] = 1
    between: Annotated[
        PatternText,
        Doc(
            "What stands between the names of a list; a list of three or more is let pass.",
            "并列名称之间的连接；三个以上并列时不报告。",
        ),
    ] = PatternText("")
    kinship: Annotated[
        dict[Degree, _Strength],
        Doc(
            "Grade by relation to the subject; `own`, or the subject's absence from the text, raises it by one.",
            "按与主体的关系定等级；处于 `own` 上下文或正文从不提及主体时升一级。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    aliases: Annotated[
        dict[PatternText, str],
        Doc("Rewritings after which two names are the same.", "改写后相同的两个名称视为同一名称。"),
    ] = {}  # noqa: RUF012 - never written to


class _Named(NamedTuple):
    """A name and the block that it stands in; none where the configuration names the subject."""

    block: Block | None
    mention: Mention

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands, if it stands anywhere."""
        return (self.block.locate(self.mention.start, self.mention.end),) if self.block else ()


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each mention of another name, related to the place that names the subject."""
    params = Params(**rule.params)
    names = _compile(params, lists)
    subject = compile_contexts(params.subject)

    def check(document: Document) -> Iterator[Match]:
        subjects = _subjects(names, subject, params.about, document)
        if subjects:
            body = [block for block in document.select(rule.scope) if block is not document.title]
            yield from _judge(names, params, subjects, _find(names, body))

    return check


def _compile(params: Params, lists: Lists) -> Names:
    return Names(
        pattern=late_pattern(params.mention),
        tree=cache(lambda: lists.names(params.names)) if params.names else None,
        least=params.least,
        own=compile_contexts(params.own),
        other=compile_contexts(params.other),
        certain=compile_contexts(params.certain),
        doubtful=late_pattern(params.doubtful) if params.doubtful else None,
        between=late_pattern(params.between) if params.between else None,
        aliases=tuple((late_pattern(pattern), text) for pattern, text in params.aliases.items()),
    )


def _find(names: Names, blocks: Sequence[Block]) -> list[_Named]:
    return [_Named(block, mention) for block in blocks for mention in names.find(block.prose)]


def _subjects(names: Names, contexts: Contexts, about: str, document: Document) -> list[_Named]:
    """Who the document is about: the title says it, and may name several; else the configuration, else the opening."""

    def among(blocks: Sequence[Block]) -> list[_Named]:
        return [named for named in _find(names, blocks) if named.mention.stands_in(contexts)]

    title = among([document.title] if document.title else [])
    if title or not about:
        return title or among(document.blocks[:_OPENING])[:1]
    return [_Named(None, Mention(about, 0, len(about)))]


def _judge(names: Names, params: Params, subjects: list[_Named], found: list[_Named]) -> Iterator[Match]:
    """The matches among the names `found`, in their order."""
    own = {names.plain(subject.mention.name) for subject in subjects}
    others = [named for named in found if names.plain(named.mention.name) not in own]
    absent = len(others) == len(found)
    listed = _in_lists(names, found)
    graded = [
        (named, relation, grade)
        for named in others
        if id(named) not in listed and not names.is_anothers(named.mention)
        for relation in (_nearest(names, subjects, named),)
        if (grade := _grade(names, params, named.mention, relation, absent=absent))
    ]
    left = Counter(named.mention.name for named, _, _ in graded)
    told: Counter[str] = Counter()
    for named, relation, grade in graded:
        name = named.mention.name
        told[name] += 1
        if told[name] <= _MOST:
            yield _match(subjects[0], named, relation, grade, left[name] - _MOST if told[name] == _MOST else 0)


def _in_lists(names: Names, found: list[_Named]) -> set[int]:
    """The names that stand in a list of three or more, by identity; two may be a mistake."""
    listed: set[int] = set()
    chain: list[_Named] = []
    for named in found:
        if chain and not names.are_listed_together(chain[-1].mention, named.mention):
            chain = []
        chain.append(named)
        if len({link.mention.name for link in chain}) >= _LIST:
            listed.update(map(id, chain))
    return listed


def _nearest(names: Names, subjects: list[_Named], named: _Named) -> Kinship:
    relations = [names.relation(subject.mention, named.mention) for subject in subjects]
    return min(relations, key=lambda relation: list(_KINSHIP).index(relation.degree))


def _grade(names: Names, params: Params, mention: Mention, relation: Kinship, *, absent: bool) -> Grade | None:
    """The grade of the relation; one step higher, and likely at the least, where the document means itself."""
    steps: list[_Strength] = ["silent", *reversed(GRADES)]
    step = steps.index(params.kinship.get(relation.degree, "hint"))
    if mention.stands_in(names.own):
        step = max(step + 1, steps.index("likely"))
    elif absent and step > steps.index("hint"):
        step += 1
    strength = steps[min(step, len(steps) - 1)]
    return None if strength == "silent" else strength


def _match(subject: _Named, named: _Named, relation: Kinship, grade: Grade, left: int) -> Match:
    degree = relation.degree if relation.parent or relation.degree in ("unrelated", "unknown") else "unknown"
    fields: dict[str, Field] = {
        "name": named.mention.name,
        "subject": subject.mention.name,
        "kinship": {language: text.format(parent=relation.parent) for language, text in _KINSHIP[degree].items()},
        "more": {"en": f" ({left} more after this one)", "zh": f"（其后另有{left}处）"} if left > 0 else "",
    }
    return Match(named.spans[0], fields, subject.spans, grade=grade)
