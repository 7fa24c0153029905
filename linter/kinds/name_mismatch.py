"""name-mismatch: a name used as the document's own that is not the name the document is about."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from linter.engines.contexts import compile_contexts
from linter.engines.name_tree import UNKNOWN, Degree
from linter.engines.names import NAME, Names
from linter.engines.patterns import late_pattern
from linter.passages import OwnPlaces, front_matter, named, named_in_targets
from linter.rule import ContextText, Doc, ListPath, Match, PatternText
from linter.subjects import Subjects, disagreements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.engines.contexts import Contexts
    from linter.engines.name_tree import Kinship
    from linter.passages import Named
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.subjects import Subject, Where

FIELDS = ("name", "subject", "where", "kinship", "more")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_LIST = 3  # different names one after the other
_PAIR = 2  # of strangers
_MOST = 10  # matches for one name; the last one counts the rest

_Strength = Literal["sure", "likely", "hint", "silent"]

_KINSHIP: dict[Degree, dict[str, str]] = {
    "sibling": {"en": "both belong to {parent}", "zh": "两者同属{parent}"},
    "cousin": {"en": "both lie in {parent}", "zh": "两者同在{parent}"},
    "relative": {"en": "both lie in {parent}", "zh": "两者同在{parent}"},
    "unrelated": {"en": "the two are not related", "zh": "两者没有隶属关系"},
    "unknown": {"en": "another name of the same sort", "zh": "两者为同类名称"},
}
_APART: dict[str, Field] = {"en": "as if it were another", "zh": "却当作另一对象"}
_WHERE: dict[Where, dict[str, Field]] = {
    "path": {"en": "The path of the file", "zh": "文件路径"},
    "front-matter": {"en": "The front matter", "zh": "文件头"},
    "title": {"en": "The title", "zh": "标题"},
    "configuration": {"en": "The configuration", "zh": "配置"},
    "opening": {"en": "The opening", "zh": "开头"},
}


class Params(NamedTuple):
    """What a rule of this kind says."""

    mention: Annotated[
        PatternText,
        Doc(
            "A name of the subject's sort: the group `name` is the name; with `names`, it ends where this ends.",
            "与主体同类的名称：`name` 组即名称；设有 `names` 时，名称在匹配结束处结束。",
        ),
    ] = PatternText("")
    mentions: Annotated[
        dict[str, PatternText],
        Doc(
            "The same for several sorts of names, each called something; names are compared within their sort.",
            "同上，用于多类名称，每类一个代号；仅在同类之内比较。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    subject: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Where the title, else the opening, names the subject; `{name}` stands for the name.",
            "标题（或开头）中主体名称的上下文；`{name}` 代表名称。",
        ),
    ] = (ContextText("{name}"),)
    path: Annotated[
        PatternText,
        Doc(
            "The subject in the path of the file, a group as in `mention`.", "文件路径中的主体名称，分组同 `mention`。"
        ),
    ] = PatternText("")
    front_matter: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Where a line of the front matter, `key: value`, names the subject.",
            "文件头各行（`key: value`）中主体名称的上下文。",
        ),
    ] = ()
    about: Annotated[str, Doc("The subject, where the title does not name it.", "标题未写明时的主体名称。")] = ""
    names: Annotated[ListPath, Doc("Data file with the tree of names that exist.", "名称数据文件（树形）。")] = (
        ListPath("")
    )
    own: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a name is surely the document's own.", "名称必为本文主体自身的上下文。"),
    ] = ()
    opening: Annotated[
        tuple[ContextText, ...],
        Doc("The same for the first paragraph, or the second.", "同上，仅限首段或第二段。"),
    ] = ()
    under: Annotated[
        dict[PatternText, tuple[ContextText, ...]],
        Doc(
            "The same for the text and the blocks of code below a heading of this pattern.",
            "同上，仅限匹配此模式的标题之下的文字和代码块。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    apart: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts in which a name is surely another's, so that the subject's own is a mistake.",
            "名称必为他者的上下文；主体自身的名称出现在此即为错误。",
        ),
    ] = ()
    code: Annotated[bool, Doc("Whether the code in a text is read.", "是否检查行内代码。")] = False
    links: Annotated[
        tuple[str, ...],
        Doc(
            "The sorts of names that are looked for in where links lead; a link is read as `[words](target)`.",
            "在链接（视作 `[文字](目标)`）中也要查找的名称类别。",
        ),
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


class _Compiled(NamedTuple):
    params: Params
    names: Names
    subjects: Subjects
    places: OwnPlaces
    apart: Contexts


class _Judged(NamedTuple):
    named: Named
    relation: dict[str, Field]
    grade: Grade


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each mention of another name, related to the place that names the subject."""
    compiled = _compile(Params(**rule.params), lists)

    def check(document: Document) -> Iterator[Match]:
        subjects = compiled.subjects.find(compiled.names, document)
        for subject, other in disagreements(compiled.names, subjects):
            yield from _matches(subject, [_Judged(other, _words(UNKNOWN), "likely")])
        sorts = {s.mention.sort: None for s in subjects if s.mention.sort in compiled.names.patterns}
        found = _found(compiled, document, rule.scope, sorts) if sorts else []
        for sort in sorts:
            alike = [subject for subject in subjects if subject.mention.sort == sort]
            yield from _matches(alike[0], [*_judge(compiled, alike, [n for n in found if n.mention.sort == sort])])

    return check


def _compile(params: Params, lists: Lists) -> _Compiled:
    mentions = {NAME: params.mention} if params.mention else {}
    names = Names(
        patterns={sort: late_pattern(mention) for sort, mention in (mentions | params.mentions).items()},
        tree=cache(lambda: lists.names(params.names)) if params.names else None,
        least=params.least,
        own=compile_contexts(params.own),
        other=compile_contexts(params.other),
        certain=compile_contexts(params.certain),
        doubtful=late_pattern(params.doubtful) if params.doubtful else None,
        between=late_pattern(params.between) if params.between else None,
        aliases=tuple((late_pattern(pattern), text) for pattern, text in params.aliases.items()),
    )
    subjects = Subjects(
        path=late_pattern(params.path) if params.path else None,
        front_matter=compile_contexts(params.front_matter),
        title=compile_contexts(params.subject),
        about=params.about,
        code=params.code,
    )
    under = [(late_pattern(heading), compile_contexts(contexts)) for heading, contexts in params.under.items()]
    places = OwnPlaces(compile_contexts(params.opening), under)
    return _Compiled(params, names, subjects, places, compile_contexts(params.apart))


def _found(rule: _Compiled, document: Document, scope: tuple[str, ...], sorts: dict[str, None]) -> list[Named]:
    blocks = [block for block in document.select(scope) if block is not document.title]
    found = list(rule.places.named(rule.names, document, blocks, sorts, code=rule.params.code))
    if rule.params.front_matter:
        found += named(rule.names, front_matter(document), sorts)
    if linked := [sort for sort in rule.params.links if sort in sorts]:
        found += named_in_targets(rule.names, blocks, linked)
    return found


def _judge(rule: _Compiled, subjects: list[Subject], found: list[Named]) -> Iterator[_Judged]:
    """What there is to say of the names `found`, which are of the sort of the `subjects`."""
    names = rule.names
    others = [one for one in found if not any(names.are_same(subject.mention, one.mention) for subject in subjects)]
    absent = len(others) == len(found)
    strange = set(map(id, others))
    listed = _in_lists(names, found, strange)
    for one in found:
        if id(one) not in strange:
            if one.mention.stands_in(rule.apart):
                yield _Judged(one, _APART, "likely")
        elif id(one) not in listed and not names.is_anothers(one.mention):
            relation = _nearest(names, subjects, one)
            if grade := _grade(rule, one, relation, absent=absent):
                yield _Judged(one, _words(relation), grade)


def _in_lists(names: Names, found: list[Named], strange: set[int]) -> set[int]:
    """The names that stand in a list of three or more, or of two that are both `strange`, all by identity.

    Two of which one is the subject's own may be a mistake.
    """
    listed: set[int] = set()
    chain: list[Named] = []
    for one in found:
        if chain and not names.are_listed_together(chain[-1].mention, one.mention):
            chain = []
        chain.append(one)
        least = _PAIR if strange.issuperset(map(id, chain)) else _LIST
        if len({link.mention.name for link in chain}) >= least:
            listed.update(map(id, chain))
    return listed


def _nearest(names: Names, subjects: list[Subject], one: Named) -> Kinship:
    relations = [names.relation(subject.mention, one.mention) for subject in subjects]
    return min(relations, key=lambda relation: list(_KINSHIP).index(relation.degree))


def _grade(rule: _Compiled, one: Named, relation: Kinship, *, absent: bool) -> Grade | None:
    """The grade of the relation; one step higher, and likely at the least, where the document means itself."""
    steps: list[_Strength] = ["silent", *reversed(GRADES)]
    step = steps.index(rule.params.kinship.get(relation.degree, "hint"))
    if one.is_own(rule.names.own):
        step = max(step + 1, steps.index("likely"))
    elif absent and step > steps.index("hint"):
        step += 1
    strength = steps[min(step, len(steps) - 1)]
    return None if strength == "silent" else strength


def _words(relation: Kinship) -> dict[str, Field]:
    degree = relation.degree if relation.parent or relation.degree in ("unrelated", "unknown") else "unknown"
    return {language: text.format(parent=relation.parent) for language, text in _KINSHIP[degree].items()}


def _matches(subject: Subject, judged: list[_Judged]) -> Iterator[Match]:
    """A match for each, but no more than `_MOST` for one name."""
    left = Counter(one.named.mention.name for one in judged)
    told: Counter[str] = Counter()
    for one in judged:
        name = one.named.mention.name
        told[name] += 1
        if told[name] <= _MOST:
            more = left[name] - _MOST if told[name] == _MOST else 0
            fields: dict[str, Field] = {
                "name": name,
                "subject": subject.mention.name,
                "where": _WHERE[subject.where],
                "kinship": one.relation,
                "more": {"en": f" ({more} more after this one)", "zh": f"（其后另有{more}处）"} if more > 0 else "",
            }
            yield Match(one.named.spans[0], fields, subject.named.spans, grade=one.grade)
