"""place-names: a place under a parent that it does not have; the code of an organ that cannot come from its name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.contexts import compile_contexts
from linter.engines.gazetteer import gazetteer_of
from linter.engines.organ_codes import CodeSigns
from linter.engines.patterns import late_pattern
from linter.engines.place_pairs import is_lowest
from linter.names.misplaced import Hierarchy
from linter.own.codes import Codes
from linter.own.issuers import Organs
from linter.rule import ContextText, Doc, ListPath, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.engines.place_pairs import Pair
    from linter.names.misplaced import Misplaced
    from linter.own.codes import Found
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("name", "other", "right")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_MOST = 3  # right pairs that are named


class Params(NamedTuple):
    """What a rule of this kind says."""

    names: Annotated[ListPath, Doc("Data file with the tree of places.", "地名数据文件（树形）。")]
    shortened: Annotated[
        dict[PatternText, str],
        Doc("Rewritings that give a place a second name.", "地名的另一写法：“查找：改为”。"),
    ] = {}  # noqa: RUF012 - never written to
    sort: Annotated[
        PatternText,
        Doc("What the name of a province or a city may leave out.", "省、市名称末尾可以省略的部分。"),
    ] = PatternText("(?!)")
    parent: Annotated[
        PatternText,
        Doc(
            "Where the name of a parent may end; a place right behind it must lie in it.",
            "上级地名可能的结尾；紧随其后的地名应隶属于它。",
        ),
    ] = PatternText("")
    changing: Annotated[
        tuple[str, ...],
        Doc("Endings that a place may exchange for each other in time.", "建制变更时可能互换的名称末字。"),
    ] = ()
    doubtful: Annotated[
        PatternText,
        Doc("Names that are ordinary words as well: a pair with one is let pass.", "同时是普通词语的地名，不检查。"),
    ] = PatternText("(?!)")
    history: Annotated[
        PatternText,
        Doc("A sentence in which this is found speaks of former times.", "句中出现此类文字即为叙述历史，不检查。"),
    ] = PatternText("(?!)")
    other: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts in which a pair, `{name}`, is none.", "并非上下级地名连写的上下文，`{name}` 代表连写的两个地名。"
        ),
    ] = ()
    moved: Annotated[
        ListPath, Doc("Data file with former parents: parent, child.", "曾有隶属关系的数据文件：上级、下级。")
    ] = ListPath("")
    extra: Annotated[
        tuple[str, ...],
        Doc(
            "Pairs that exist and that the list does not know, as written.",
            "数据文件未收录的上下级地名，按连写形式填写。",
        ),
    ] = ()
    number: Annotated[
        PatternText,
        Doc(
            "The line with the document's own number; the group `code` is the organ's code.",
            "本文发文字号所在行；`code` 组为代字。",
        ),
    ] = PatternText("")
    phrases: Annotated[
        tuple[PatternText, ...],
        Doc(
            "Words about the organ's own codes, each a group `code`.",
            "述及本机关代字的文字，每个代字为一个 `code` 组。",
        ),
    ] = ()
    cited: Annotated[
        PatternText, Doc("A number in the text, as in `number`.", "正文中的发文字号，分组同 `number`。")
    ] = PatternText("")
    own: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a number in the text is the document's own.", "正文中的发文字号属于本机关的上下文。"),
    ] = ()
    elsewhere: Annotated[
        PatternText, Doc("How the codes of organs above all places begin.", "中央机关等代字的开头。")
    ] = PatternText("(?!)")
    title: Annotated[
        PatternText, Doc("The issuer in the title, as the group `name`.", "标题中的发文机关，为 `name` 组。")
    ] = PatternText("")
    alone: Annotated[
        PatternText,
        Doc("The issuer on a line of its own, as the group `name`.", "单独成行的发文机关，为 `name` 组。"),
    ] = PatternText("")
    abbreviations: Annotated[
        ListPath,
        Doc(
            "Data file with the characters that stand for places: place, characters.",
            "地名简称数据文件：地名、简称用字。",
        ),
    ] = ListPath("")
    governments: Annotated[
        PatternText,
        Doc("The end of a code before which all is place.", "其前均为地名用字的代字结尾。"),
    ] = PatternText("(?!)")
    departments: Annotated[
        PatternText, Doc("Codes in the text that are a department's, wherever it is.", "正文中泛指部门的代字。")
    ] = PatternText("(?!)")
    neutral: Annotated[str, Doc("Characters that stand for any place.", "各地通用的用字。")] = ""


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each pair of places, and for each line or phrase with codes."""
    params = Params(**rule.params)
    shortened = tuple(params.shortened.items())
    gazetteer = cache(lambda: gazetteer_of(lists.names(params.names), shortened, params.sort))
    hierarchy = cache(lambda: _hierarchy(params, lists))
    codes = cache(lambda: _codes(params, lists))

    def check(document: Document) -> Iterator[Match]:
        if params.parent:
            yield from map(_pair_match, hierarchy().misplaced(document, rule.scope, gazetteer))
        if params.number:
            yield from map(_code_match, codes().foreign(document, gazetteer))

    return check


def _hierarchy(params: Params, lists: Lists) -> Hierarchy:
    moved = lists.rows(params.moved) if params.moved else ()
    return Hierarchy(
        ends=late_pattern(params.parent),
        sorts=params.changing,
        doubtful=late_pattern(params.doubtful),
        history=late_pattern(params.history),
        other=compile_contexts(params.other),
        known=frozenset([*params.extra, *(row[0] + row[1] for row in moved)]),
    )


def _pair_match(found: Misplaced) -> Match:
    block, pair = found
    parent, child = block.text[pair.parent.start : pair.parent.end], block.text[pair.child.start : pair.child.end]
    right = [name + child for name in pair.right[:_MOST]] or [child]
    more: Field = {"en": " and others", "zh": "等"} if len(pair.right) > _MOST else ""
    fields: dict[str, Field] = {"name": child, "other": parent, "right": ("、".join(right), more)}
    replacement = right[0] if len(right) == 1 else None
    place = block.locate(pair.parent.start, pair.child.end)
    return Match(place, fields, replacement=replacement, grade=_grade(pair))


def _grade(pair: Pair) -> Grade:
    if is_lowest(pair):
        return "likely" if len(pair.right) == 1 else "hint"
    return "likely" if pair.parent.is_bare and pair.child.is_bare else "sure"


def _codes(params: Params, lists: Lists) -> Codes:
    short = {row[0]: row[1] for row in lists.rows(params.abbreviations)} if params.abbreviations else {}
    return Codes(
        late_pattern(params.number),
        [late_pattern(phrase) for phrase in params.phrases],
        late_pattern(params.elsewhere),
        late_pattern(params.departments),
        Organs(late_pattern(params.title), late_pattern(params.alone)),
        CodeSigns(short, late_pattern(params.governments), params.neutral),
        late_pattern(params.cited),
        compile_contexts(params.own),
    )


def _code_match(found: Found) -> Match:
    block, start, end, issuer, is_sure, neighbour = found
    related = [issuer.block.locate(issuer.start, issuer.end)]
    if neighbour:
        related.append(neighbour[0].locate(*neighbour[1:]))
    fields: dict[str, Field] = {"name": block.text[start:end], "other": issuer.name}
    return Match(block.locate(start, end), fields, tuple(related), grade="sure" if is_sure else "likely")
