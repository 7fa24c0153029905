"""spelling: words that no dictionary knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from linter.engines.patterns import late_any
from linter.engines.tokens import tokens
from linter.rule import Doc, ListPath, Match, PatternText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.document import Document
    from linter.rule import Check, Grade, Lists, Rule

FIELDS = ("word",)
GRADES: tuple[Grade, ...] = ("sure",)
SCOPE: tuple[str, ...] = ("text",)

_OWN_FILTERS = ("[A-Z][a-z]+[A-Z]+\\w+", "[A-Z]+$", "[^a-zA-Z_']")  # names of code, abbreviations, anything but a word


class Params(NamedTuple):
    """What a rule of this kind says."""

    dictionaries: Annotated[
        tuple[ListPath, ...],
        Doc(
            "Hunspell dictionaries of the pack: .dic files, each beside its .aff; where none is named, American English.",
            "规则包内的 Hunspell 词典：.dic 文件，同处须有同名的 .aff 文件；未指定时使用美国英语词典。",
        ),
    ] = ()
    append: Annotated[
        bool, Doc("Know the words of American English as well.", "在所列词典之外，同时使用美国英语词典。")
    ] = False
    ignore: Annotated[
        tuple[ListPath, ...],
        Doc("Files of the pack with further words, one a line.", "规则包内的词表文件，每行一词，视为拼写正确。"),
    ] = ()
    filters: Annotated[
        tuple[PatternText, ...],
        Doc("A word that one of these is found in is let pass.", "含有其中之一的词不检查。"),
    ] = ()
    custom: Annotated[
        bool,
        Doc(
            "Use the filters alone; else words such as JavaScript, NASA and those with a letter that is not of ASCII pass too.",
            "只使用所列的过滤条件；否则 NASA 之类的缩写、大小写混合的名称以及含非 ASCII 字符的词也不检查。",
        ),
    ] = False
    exceptions: Annotated[
        tuple[PatternText, ...],
        Doc("Whole words that are let pass, in capital or small letters.", "不报告的词，须整词匹配，不区分大小写。"),
    ] = ()


def make_check(rule: Rule, lists: Lists) -> Check:
    """One match for each place where a word stands that is unknown."""
    params = Params(**rule.params)
    filters = late_any((*(() if params.custom else _OWN_FILTERS), *params.filters))
    exceptions = late_any([rf"\b(?:{word})\b" for word in params.exceptions], ignore_case=True)
    is_known = _knowing(params, lists)

    def check(document: Document) -> Iterator[Match]:
        for block in document.select(rule.scope):
            for word, start, end in tokens(block.prose):
                if (filters and filters.search(word)) or (exceptions and exceptions.search(word)):
                    continue
                if not is_known(word):
                    yield Match(block.locate(start, end), {"word": word})

    return check


def _knowing(params: Params, lists: Lists) -> Callable[[str], bool]:
    """Whether a word, or the one that it is the possessive of, is in a dictionary or in a list."""
    names = (*params.dictionaries, *([""] if params.append or not params.dictionaries else []))
    dictionaries = [lists.dictionary(name) for name in names]
    listed = {row[0].strip() for path in params.ignore for row in lists.rows(path)}

    def is_known(word: str) -> bool:
        if word in listed or word.lower() in listed or any(known.knows(word) for known in dictionaries):
            return True
        return word.endswith("'s") and is_known(word[:-2])

    return is_known
