"""name-mismatch: a name used as the document's own that is not the name the document is about."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.engines.contexts import Contexts, compile_contexts
from linter.engines.name_tree import UNKNOWN, Degree, Kinship, NameTree, kinship
from linter.engines.patterns import compile_pattern, find_all
from linter.rule import ContextText, Doc, ListPath, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import regex

    from linter.document import Block, Document
    from linter.engines.patterns import Pattern
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.source import Span

FIELDS = ("name", "subject", "kinship", "more")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_OPENING = 6  # blocks in which the subject may be named when the title does not
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


class _Mention(NamedTuple):
    block: Block
    start: int
    end: int
    name: str

    @property
    def span(self) -> Span:
        return self.block.locate(self.start, self.end)

    def stands_in(self, contexts: Contexts) -> bool:
        return contexts.hold(self.block.text, self.start, self.end)


class _Names(NamedTuple):
    """The rule compiled: how to see a name and to judge it."""

    params: Params
    mention: Pattern
    tree: Callable[[], NameTree]
    subject: Contexts
    own: Contexts
    other: Contexts
    certain: Contexts
    doubtful: Pattern | None
    between: Pattern | None
    aliases: tuple[tuple[Pattern, str], ...]


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each mention of another name, related to the place that names the subject."""
    params = Params(**rule.params)
    names = _Names(
        params=params,
        mention=compile_pattern(params.mention),
        tree=cache(lambda: lists.names(params.names) if params.names else NameTree("")),
        subject=compile_contexts(params.subject),
        own=compile_contexts(params.own),
        other=compile_contexts(params.other),
        certain=compile_contexts(params.certain),
        doubtful=compile_pattern(params.doubtful) if params.doubtful else None,
        between=compile_pattern(params.between) if params.between else None,
        aliases=tuple((compile_pattern(pattern), text) for pattern, text in params.aliases.items()),
    )

    def check(document: Document) -> Iterator[Match]:
        subjects = _subjects(names, document)
        if subjects:
            body = [block for block in document.select(rule.scope) if block is not document.title]
            yield from _judge(names, subjects, [mention for block in body for mention in _mentions(names, block)])

    return check


def _subjects(names: _Names, document: Document) -> list[_Mention]:
    """Where the title, else the opening, says who the document is about; a title may name several."""
    title = _that_are_subjects(names, [document.title] if document.title else [])
    return title or _that_are_subjects(names, document.blocks[:_OPENING])[:1]


def _that_are_subjects(names: _Names, blocks: Sequence[Block]) -> list[_Mention]:
    return [mention for block in blocks for mention in _mentions(names, block) if mention.stands_in(names.subject)]


def _mentions(names: _Names, block: Block) -> Iterator[_Mention]:
    """The names in a block, as the longest that end at a place."""
    for found in find_all(names.mention, block.text):
        if names.params.names:
            end = found.end()
            start = names.tree().ending_at(block.text, end)
        else:
            start, end = _name_span(found)
        if start is not None and end - start >= names.params.least:
            yield _Mention(block, start, end, block.text[start:end])


def _name_span(found: regex.Match[str]) -> tuple[int, int]:
    return found.span("name" if "name" in found.re.groupindex else 0)


def _judge(names: _Names, subjects: list[_Mention], mentions: list[_Mention]) -> Iterator[Match]:
    own_names = {_plain(names, subject.name) for subject in subjects}
    absent = not any(_plain(names, mention.name) in own_names for mention in mentions)
    listed = _in_lists(names, mentions)
    graded = [
        (mention, relation, grade)
        for mention in mentions
        if _plain(names, mention.name) not in own_names and id(mention) not in listed and not _passes(names, mention)
        for relation in (_relation(names, subjects, mention),)
        if (grade := _grade(names, mention, relation, absent=absent))
    ]
    counts = Counter(mention.name for mention, _, _ in graded)
    told: Counter[str] = Counter()
    for mention, relation, grade in graded:
        told[mention.name] += 1
        if told[mention.name] <= _MOST:
            left = counts[mention.name] - _MOST if told[mention.name] == _MOST else 0
            yield _match(subjects[0], mention, relation, grade, left)


def _plain(names: _Names, name: str) -> str:
    """The name as it is compared: in full, after the rule's rewritings."""
    name = names.tree().full_name(name)
    for pattern, text in names.aliases:
        name = pattern.sub(text, name)
    return name


def _passes(names: _Names, mention: _Mention) -> bool:
    """Whether the mention is rightly another's, or perhaps no name at all."""
    if mention.stands_in(names.other):
        return True
    if names.doubtful is None or not names.doubtful.search(mention.name):
        return False
    return not (mention.stands_in(names.own) or mention.stands_in(names.certain))


def _in_lists(names: _Names, mentions: list[_Mention]) -> set[int]:
    """The mentions that stand in a list of three names or more, by identity."""
    listed: set[int] = set()
    chain: list[_Mention] = []
    for mention in mentions:
        if not (chain and _joined(names, chain[-1], mention)):
            chain = []
        chain.append(mention)
        if len({link.name for link in chain}) > 2:  # noqa: PLR2004 - two may be a mistake, three are a list
            listed.update(map(id, chain))
    return listed


def _joined(names: _Names, one: _Mention, other: _Mention) -> bool:
    if names.between is None or one.block is not other.block:
        return False
    return names.between.fullmatch(one.block.text, one.end, other.start) is not None


def _relation(names: _Names, subjects: list[_Mention], mention: _Mention) -> Kinship:
    if not names.params.names:
        return UNKNOWN
    tree = names.tree()
    theirs = _narrowed(tree, mention)
    relations = [kinship(_narrowed(tree, subject), theirs) for subject in subjects]
    return min(relations, key=lambda relation: list(_KINSHIP).index(relation.degree))


def _narrowed(tree: NameTree, mention: _Mention) -> list[tuple[str, ...]]:
    """The readings of a name; only those with a parent that is written right before it, where there is one."""
    readings = tree.readings(mention.name)
    before = mention.block.text[: mention.start]
    return [reading for reading in readings if before.endswith(reading)] or readings


def _grade(names: _Names, mention: _Mention, relation: Kinship, *, absent: bool) -> Grade | None:
    steps: list[_Strength] = ["silent", *reversed(GRADES)]
    step = steps.index(names.params.kinship.get(relation.degree, "hint"))
    raised = mention.stands_in(names.own) or (absent and step > steps.index("hint"))
    strength = steps[min(step + raised, len(steps) - 1)]
    return None if strength == "silent" else strength


def _match(subject: _Mention, mention: _Mention, relation: Kinship, grade: Grade, left: int) -> Match:
    degree = relation.degree if relation.parent or relation.degree in ("unrelated", "unknown") else "unknown"
    fields: dict[str, Field] = {
        "name": mention.name,
        "subject": subject.name,
        "kinship": {language: text.format(parent=relation.parent) for language, text in _KINSHIP[degree].items()},
        "more": {"en": f" ({left} more after this one)", "zh": f"（其后另有{left}处）"} if left > 0 else "",
    }
    return Match(mention.span, fields, (subject.span,), grade=grade)
