"""name-mismatch: a name used as the document's own that is not the name the document is about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from linter.names.params import Params
from linter.names.rules import compile_rule
from linter.names.verdicts import Verdict, without_overlaps
from linter.rule import Match

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.names.subjects import Subject, Where
    from linter.names.verdicts import Reason
    from linter.rule import Check, Field, Grade, Lists, Rule

FIELDS = ("name", "subject", "where", "kinship", "more")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_MOST = 10  # matches for one name; the last one counts the rest

_REASONS: dict[Reason, dict[str, str]] = {
    "sibling": {"en": "both belong to {parent}", "zh": "两者同属{parent}"},
    "cousin": {"en": "both lie in {parent}", "zh": "两者同在{parent}"},
    "relative": {"en": "both lie in {parent}", "zh": "两者同在{parent}"},
    "unrelated": {"en": "the two are not related", "zh": "两者没有隶属关系"},
    "unknown": {"en": "another name of the same sort", "zh": "两者为同类名称"},
    "apart": {"en": "as if it were another", "zh": "却当作另一对象"},
    "misspelt": {"en": "perhaps a slip for “{parent}”", "zh": "疑为“{parent}”之误"},
}
_WHERE: dict[Where, dict[str, Field]] = {
    "path": {"en": "The path of the file", "zh": "文件路径"},
    "front-matter": {"en": "The front matter", "zh": "文件头"},
    "title": {"en": "The title", "zh": "标题"},
    "head": {"en": "The head", "zh": "文首"},
    "signature": {"en": "The signature", "zh": "落款"},
    "configuration": {"en": "The configuration", "zh": "配置"},
    "opening": {"en": "The opening", "zh": "开头"},
}


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each mention of another name, related to the place that names the subject."""
    compiled = compile_rule(Params(**rule.params), lists)

    def check(document: Document) -> Iterator[Match]:
        return _matches([*compiled.verdicts(document, rule.scope)])

    return check


def _words(verdict: Verdict) -> dict[str, Field]:
    has_parent = verdict.parent or verdict.reason not in ("sibling", "cousin", "relative")
    words = _REASONS[verdict.reason if has_parent else "unknown"]
    return {language: text.format(parent=verdict.parent) for language, text in words.items()}


def _matches(judged: list[tuple[Subject, Verdict]]) -> Iterator[Match]:
    """A match for each, but no more than `_MOST` for one name."""
    kept = set(map(id, without_overlaps([verdict for _, verdict in judged])))
    judged = [(subject, verdict) for subject, verdict in judged if id(verdict) in kept]
    left = Counter((id(subject), verdict.named.mention.name) for subject, verdict in judged)
    told: Counter[tuple[int, str]] = Counter()
    for subject, verdict in judged:
        name = verdict.named.mention.name
        key = id(subject), name
        told[key] += 1
        if told[key] <= _MOST:
            more = left[key] - _MOST if told[key] == _MOST else 0
            fields: dict[str, Field] = {
                "name": name,
                "subject": subject.mention.name,
                "where": _WHERE[subject.where],
                "kinship": _words(verdict),
                "more": {"en": f" ({more} more after this one)", "zh": f"（其后另有{more}处）"} if more > 0 else "",
            }
            yield Match(verdict.named.spans[0], fields, subject.named.spans, grade=verdict.grade)
