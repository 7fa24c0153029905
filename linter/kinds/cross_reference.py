"""cross-reference: a reference to a part of the document (section 4.2, 表3, an anchor) that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple, get_args

from linter.engines.contexts import compile_contexts
from linter.engines.labels import compile_labels
from linter.engines.patterns import late_pattern
from linter.rule import ContextText, Doc, Match, PatternText
from linter.structure.links import Dangling, dangling_anchors, dangling_footnotes, dangling_labels
from linter.structure.mentions import to_captions, to_headings, to_items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from linter.document import Document
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("target", "nearest", "others")
GRADES: tuple[Grade, ...] = ("sure", "likely")
SCOPE: tuple[str, ...] = ("text",)

_Sort = Literal["tables", "figures", "listings", "examples", "appendices"]
_Part = Literal["sections", "chapters", "articles", "steps"]
_Target = Literal[
    "anchors", "footnotes", "links", "sections", "chapters", "articles", "steps",
    "tables", "figures", "listings", "examples", "appendices",
]  # fmt: skip

_LINKS: dict[_Target, Callable[[Document], Iterator[Dangling]]] = {
    "anchors": dangling_anchors,
    "footnotes": dangling_footnotes,
    "links": dangling_labels,
}
_STYLES: dict[_Part, tuple[str, ...]] = {
    "sections": ("1", "1.1", "1.1.1", "1.1.1.1", "Section", "第节"),
    "chapters": ("第章", "Chapter"),
    "articles": ("第条", "Article"),
    "steps": ("1", "1）", "（1）"),
}
_ITEMS: tuple[_Part, ...] = ("articles", "steps")  # the others are headings


class Params(NamedTuple):
    """What a rule of this kind says."""

    targets: Annotated[
        tuple[_Target, ...],
        Doc("What references are looked at.", "检查对象：锚点、脚注、链接标签、章节条款、步骤、图表等。"),
    ] = get_args(_Target)
    labels: Annotated[
        dict[_Sort, tuple[str, ...]],
        Doc("The words that stand before the number of a caption, and of a reference to it.", "图表等编号之前的用词。"),
    ] = {}  # noqa: RUF012 - never written to
    patterns: Annotated[
        dict[_Part, PatternText],
        Doc(
            "References to numbered parts; the group `number` is the number.", "章节条款的引用写法，`number` 组为序号。"
        ),
    ] = {}  # noqa: RUF012 - never written to
    elsewhere: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts in which a reference is to another document; `{name}` stands for the reference.",
            "引用的是其他文件的上下文；`{name}` 代表引用。",
        ),
    ] = ()


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each reference: sure for links, likely for numbers."""
    params = Params(**rule.params)
    labels = compile_labels({sort: words for sort, words in params.labels.items() if sort in params.targets})
    patterns = {part: late_pattern(text) for part, text in params.patterns.items() if part in params.targets}
    elsewhere = compile_contexts(params.elsewhere)
    links = [_LINKS[target] for target in params.targets if target in _LINKS]

    def check(document: Document) -> Iterator[Match]:
        for find_links in links:
            yield from _matches(find_links(document), "sure")
        for part, pattern in patterns.items():
            find = to_items if part in _ITEMS else to_headings
            yield from _matches(find(document, pattern, _STYLES[part], elsewhere), "likely")
        if labels.sorts:
            yield from _matches(to_captions(document, labels, elsewhere), "likely")

    return check


def _matches(found: Iterable[Dangling], grade: Grade) -> Iterator[Match]:
    """One for each target, at the first place that names it."""
    by_target: dict[str, list[Dangling]] = {}
    for dangling in found:
        by_target.setdefault(dangling.target, []).append(dangling)
    for first, *others in by_target.values():
        fields: dict[str, Field] = {"target": first.target, "nearest": _nearest(first), "others": _others(len(others))}
        related = (*([first.nearest_place] if first.nearest_place else []), *(dangling.place for dangling in others))
        yield Match(first.place, fields, related, grade=grade)


def _nearest(dangling: Dangling) -> Field:
    place = dangling.nearest_place
    if place is None:
        return ""
    return {
        "en": ("; the nearest is “", dangling.nearest, "” (", place, ")"),
        "zh": ("；最接近的是“", dangling.nearest, "”（", place, "）"),
    }


def _others(count: int) -> Field:
    return {"en": f", here and at {count} more place{'s' * (count > 1)}", "zh": f"，另有{count}处相同"} if count else ""
