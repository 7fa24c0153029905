"""repeated-key: a key that the front matter has already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.patterns import late_any
from linter.rule import Doc, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Block, Document
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("key", "earlier")
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = ("front-matter",)


class Params(NamedTuple):
    """What a rule of this kind says."""

    allow: Annotated[tuple[PatternText, ...], Doc("Keys that may stand twice.", "允许重复的键。")] = ()


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each later key."""
    params = Params(**rule.params)
    allowed = late_any(params.allow)

    def check(document: Document) -> Iterator[Match]:
        seen: dict[str, Block] = {}
        for key in document.keys:
            earlier = seen.setdefault(key.text, key)
            if earlier is not key and not (allowed and allowed.fullmatch(key.text)):
                yield Match(key.span, {"key": key.text, "earlier": earlier.span}, (earlier.span,))

    return check
