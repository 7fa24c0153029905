"""The linter's own rules: what is wrong with the suppressions of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rule import GRADES, Match, Rewrite, Rule, find
from linter.suppressions import removable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.rule import Field, Finding, Words
    from linter.source import Source
    from linter.suppressions import Mention, Misspelt, Suppression


def _rule(name: str, message: Words, advice: Words) -> Rule:
    return Rule(
        id=f"recto.{name}",
        kind="recto",
        level=dict.fromkeys(GRADES, "warning"),
        message=message,
        help=advice,
        description={},
        source={},
        url="",
        related={},
        folded={},
        scope=(),
        fix="unsafe",
        supersedes=(),
        outranks=(),
        formerly=(),
        params={},
    )


UNUSED = "recto.unused-suppression"
_UNUSED = _rule(
    UNUSED.removeprefix("recto."),
    {"en": "“{name}” has nothing to silence here.", "zh": "此处没有需要抑制的“{name}”诊断。"},
    {"en": "Delete the comment.", "zh": "请删除此注释。"},
)
_UNKNOWN = _rule(
    "unknown-suppression",
    {"en": "There is no rule or pack “{name}”{hint}", "zh": "没有名为“{name}”的规则或规则包{hint}"},
    {"en": "`recto rules` lists the names.", "zh": "可用 `recto rules` 查看全部名称。"},
)
_MISSPELT = _UNKNOWN._replace(
    message={
        "en": "There is no comment “{written}”; did you mean “{meant}”?",
        "zh": "没有“{written}”这种注释，是否应为“{meant}”？",
    },
    help={
        "en": "As it stands, the comment silences nothing.",
        "zh": "按现在的写法，此注释不起作用。",
    },
)
_ALL: Field = {"en": "every rule", "zh": "全部规则"}


def unused(suppression: Suppression, source: Source, language: str) -> Finding:
    """The suppression silences nothing, although its rule ran."""
    fields: dict[str, Field] = {"name": suppression.name or _ALL}
    rewrites = (Rewrite(removable(suppression, source), ""),)
    return find(_UNUSED, Match(suppression.comment, fields, rewrites=rewrites), source, language)


def unknown(mention: Mention, names: Iterable[str], source: Source, language: str) -> Finding:
    """A suppression names what there is not."""
    from difflib import get_close_matches  # noqa: PLC0415 - deferred: start-up

    close = get_close_matches(mention.name, list(names), n=1)
    hint: Field = {
        "en": f"; did you mean “{close[0]}”?" if close else ".",
        "zh": f"，是否应为“{close[0]}”？" if close else "。",
    }
    return find(_UNKNOWN, Match(mention.comment, {"name": mention.name, "hint": hint}), source, language)


def misspelt(one: Misspelt, source: Source, language: str) -> Finding:
    """A comment is nearly a suppression."""
    return find(_MISSPELT, Match(one.comment, {"written": one.written, "meant": one.meant}), source, language)
