"""broken-paragraph: a sentence cut in two, a heading glued to text, a blank inside a word, a last line without its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.patterns import late_any, late_pattern
from linter.rule import Doc, Match, PatternText
from linter.structure.seams import (
    Words,
    blanks_inside,
    broken_lines,
    cut_paragraphs,
    glued_headings,
    open_end,
    running_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.document import Document
    from linter.rule import Check, Field, Grade, Lists, Rule
    from linter.structure.seams import Seam, Sort

FIELDS = ("defect", "advice")
GRADES: tuple[Grade, ...] = ("likely", "hint")
SCOPE: tuple[str, ...] = ("text",)

_GRADES: dict[Sort, Grade] = {
    "cut": "likely",
    "line": "likely",
    "glued": "likely",
    "open": "hint",
    "blank": "hint",
    "end": "hint",
}
_DEFECTS: dict[Sort, dict[str, str]] = {
    "cut": {
        "en": "The sentence is cut off here, and goes on in the next paragraph",
        "zh": "句子在此中断，似与下一段相连",
    },
    "line": {"en": "The sentence is cut by a line break", "zh": "句子被换行截断"},
    "open": {"en": "The paragraph ends without a mark", "zh": "段末缺少句末标点"},
    "glued": {"en": "This heading does not stand on a line of its own", "zh": "标题未另起一行"},
    "blank": {"en": "A blank in the middle of a sentence", "zh": "句中有多余空格"},
    "end": {"en": "The last line has no line end", "zh": "文件末尾缺少换行"},
}
_ADVICE: dict[Sort, dict[str, str]] = {
    "cut": {"en": "Join the two paragraphs", "zh": "请将两段合并"},
    "line": {"en": "Join the two lines", "zh": "请将两行合并"},
    "open": {"en": "Put the mark that is missing, or the rest of the sentence", "zh": "请补上标点或缺失的内容"},
    "glued": {"en": "Begin a new line before it", "zh": "请在标题前换行"},
    "blank": {"en": "Delete the blank", "zh": "请删去空格"},
    "end": {"en": "End the file with a line end", "zh": "请在文末补一个换行"},
}


class Params(NamedTuple):
    """What a rule of this kind says."""

    ends: Annotated[PatternText, Doc("What a paragraph may end with.", "段落末尾可以出现的标点或文字（正则表达式）。")]
    starts: Annotated[
        tuple[PatternText, ...],
        Doc("What begins a paragraph of its own, and goes on with none.", "必为另起一段的开头，不与上段相连。"),
    ] = ()
    forms: Annotated[
        tuple[PatternText, ...],
        Doc(
            "A paragraph that has one of these at its end is a line of a form or a letter, and no sentence.",
            "末尾含有其中之一的为表单或信函中的一行，不按句子检查。",
        ),
    ] = ()
    spaced: Annotated[
        tuple[PatternText, ...],
        Doc("Text that may hold a blank, from the character before it.", "可以含有空格的文字，自空格前一字起。"),
    ] = ()


def make_check(rule: Rule, lists: Lists) -> Check:  # noqa: ARG001 - every kind has this form
    """One match for each place, likely where the text reads on, else a hint."""
    params = Params(**rule.params)
    words = Words(
        late_pattern(f"(?:{params.ends})$"), late_any(params.starts), late_any(params.forms), late_any(params.spaced)
    )

    def check(document: Document) -> Iterator[Match]:
        running = running_text(document, words)
        for seams in (
            cut_paragraphs(document, running, words),
            broken_lines(document, running),
            blanks_inside(running, words),
            glued_headings(document),
            open_end(document),
        ):
            yield from map(_match, seams)

    return check


def _match(seam: Seam) -> Match:
    fields: dict[str, Field] = {"defect": {**_DEFECTS[seam.sort]}, "advice": {**_ADVICE[seam.sort]}}
    return Match(
        seam.place,
        fields,
        related=(seam.other,) if seam.other else (),
        replacement=seam.replacement,
        grade=_GRADES[seam.sort],
    )
