"""What a text must hold for a regular expression to match in it, so that most expressions never have to be compiled.

`required("(?:合|共)计{1,2}|total")` is `("合计", "共计", "total")`: where none of them stands, there is no match. What is not
understood for certain requires nothing. It takes a tenth of the time of compiling, so that of the patterns of built-in
rules it is told beforehand: see `learn`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MOST = 24  # alternatives that are told; looking for more costs as much as matching
_MANY = 60  # the same, for a row of patterns
_TOKEN = re.compile(
    r"""(?P<escape>\\(?:[pP]\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[NLg].*|.))
      | (?P<set>\[\^?\]?(?:\\.|\[(?:[^\[\]\\]|\\.)*\]|[^\]\\])*\])
      | (?P<quantifier>(?:[*?+]|\{\d*,?\d*\})[?+]?)
      | (?P<open>\((?:\?(?:[:>|]|P?<[A-Za-z_]\w*>|<?[=!]|[a-zA-Z-]*[:)]|P=\w+\)|\#[^)]*\)|.))?)
      | (?P<close>\))
      | (?P<or>\|)
      | (?P<edge>[\^$.])
      | (?P<literal>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SIMPLE_SET = re.compile(r"\[([^\^\[\]\\&~|-][^\[\]\\&~|-]*)\]")
_PLAIN_GROUP = re.compile(r"\((?:\?(?:[:>]|P?<[A-Za-z_]\w*>))?$")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


class _Unknown(Exception):  # noqa: N818 - it never leaves this module
    """Syntax that is not understood here."""


class _Need(NamedTuple):
    """One of `texts` must be there; no texts at all say that nothing need be. `is_whole`: nothing else may be there."""

    texts: tuple[str, ...]
    is_whole: bool = False


_NOTHING = _Need(())
_EMPTY = _Need(("",), is_whole=True)


_KNOWN: dict[str, tuple[str, ...]] = {}


def learn(needs: Mapping[str, tuple[str, ...]]) -> None:
    """Take over what `required` has said of patterns before."""
    _KNOWN.update(needs)


def known_needs(patterns: Iterable[str]) -> tuple[str, ...]:
    """The texts of which one stands wherever one of the patterns is found; () where that was not told of each."""
    needs: list[str] = []
    for pattern in patterns:
        own = _KNOWN.get(pattern)
        if not own:
            return ()
        needs += own
    return tuple(needs) if len(needs) <= _MANY else ()


def needs_of(pattern: str, *, ignore_case: bool = False) -> tuple[str, ...]:
    """What `required` says, from memory where it was learnt."""
    if not ignore_case and pattern in _KNOWN:
        return _KNOWN[pattern]
    return required(pattern, ignore_case=ignore_case)


def required(pattern: str, *, ignore_case: bool = False) -> tuple[str, ...]:
    """The texts of which one stands in every text that `pattern` is found in; () where that cannot be told."""
    tokens = list(_TOKEN.finditer(pattern))
    try:
        need, place = _alternatives(tokens, 0, ignore_case=ignore_case)
    except _Unknown:
        return ()
    return need.texts if place == len(tokens) and "" not in need.texts else ()


def _alternatives(tokens: list[re.Match[str]], place: int, *, ignore_case: bool) -> tuple[_Need, int]:
    """What is needed up to the end of the group that is open, and the place of its closing token."""
    branches: list[_Need] = []
    while True:
        branch, place = _sequence(tokens, place, ignore_case=ignore_case)
        branches.append(branch)
        if place == len(tokens) or tokens[place]["close"]:
            break
        place += 1
    if any(not branch.texts for branch in branches):
        return _NOTHING, place
    texts = tuple(dict.fromkeys(text for branch in branches for text in branch.texts))
    is_whole = all(branch.is_whole for branch in branches)
    return (_Need(texts, is_whole) if len(texts) <= _MOST else _NOTHING), place


def _sequence(tokens: list[re.Match[str]], place: int, *, ignore_case: bool) -> tuple[_Need, int]:
    """What is needed up to the next `|` or the end of the group: the best of its parts."""
    best, run, is_whole = _NOTHING, _EMPTY, True
    while place < len(tokens) and not (tokens[place]["or"] or tokens[place]["close"]):
        need, place = _item(tokens, place, ignore_case=ignore_case)
        joined = _joined(run, need) if need.is_whole else None
        if joined is not None:
            run = joined
            continue
        best = _better(best, run)
        run, is_whole = (need, is_whole) if need.is_whole else (_EMPTY, False)
        if not need.is_whole:
            best = _better(best, need)
        else:
            is_whole = False
    if is_whole:
        return run, place
    return _better(best, run)._replace(is_whole=False), place


def _joined(one: _Need, other: _Need) -> _Need | None:
    """Both, one after the other; None where that would be too many."""
    if len(one.texts) * len(other.texts) > _MOST:
        return None
    return _Need(tuple(first + second for first in one.texts for second in other.texts), is_whole=True)


def _better(one: _Need, other: _Need) -> _Need:
    """The need that fewer texts fulfil: its shortest text is longer, or there are fewer of them."""
    return max(one, other, key=lambda need: (min(map(len, need.texts), default=0), -len(need.texts)))


def _item(tokens: list[re.Match[str]], place: int, *, ignore_case: bool) -> tuple[_Need, int]:
    """The need of the item at `place` with its quantifier, and the place behind it."""
    token = tokens[place]
    place += 1
    if token["open"]:
        need, place = _group(token[0], tokens, place, ignore_case=ignore_case)
    elif token["literal"]:
        need = _literal(token[0], ignore_case=ignore_case)
    elif token["escape"]:
        need = _escape(token[0][1:], ignore_case=ignore_case)
    elif token["set"]:
        simple = _SIMPLE_SET.fullmatch(token[0])
        need = _either(simple[1], ignore_case=ignore_case) if simple else _NOTHING
    elif token["edge"]:
        need = _EMPTY if token[0] != "." else _NOTHING
    else:
        raise _Unknown
    if place < len(tokens) and tokens[place]["quantifier"]:
        need = _times(need, tokens[place][0])
        place += 1
        if place < len(tokens) and tokens[place]["quantifier"]:
            raise _Unknown
    return need, place


def _times(need: _Need, quantifier: str) -> _Need:
    if quantifier[0] in "*?" or quantifier.startswith(("{0", "{,")):
        return _NOTHING
    if quantifier[0] == "{" and not quantifier[1:2].isdigit():
        raise _Unknown
    return need._replace(is_whole=False)


def _group(opening: str, tokens: list[re.Match[str]], place: int, *, ignore_case: bool) -> tuple[_Need, int]:
    """The need of a group; of what is looked at ahead and behind only its syntax is read."""
    if opening.startswith("(?#"):
        return _EMPTY, place
    if opening.startswith("(?P="):
        return _NOTHING, place
    flags = re.fullmatch(r"\(\?([a-zA-Z]+):", opening)
    if flags and set(flags[1]) <= set("is"):
        need, place = _alternatives(tokens, place, ignore_case=ignore_case or "i" in flags[1])
    elif _PLAIN_GROUP.fullmatch(opening):
        need, place = _alternatives(tokens, place, ignore_case=ignore_case)
    elif opening in ("(?=", "(?!", "(?<=", "(?<!"):
        inside, place = _alternatives(tokens, place, ignore_case=ignore_case)
        need = _NOTHING if opening.endswith("!") else inside._replace(is_whole=False)
        need = need if need.texts and "" not in need.texts else _EMPTY
    else:
        raise _Unknown
    if place == len(tokens):
        raise _Unknown
    return need, place + 1


def _literal(character: str, *, ignore_case: bool) -> _Need:
    if ignore_case and character.lower() != character.upper():
        return _NOTHING
    return _Need((character,), is_whole=True)


def _either(characters: str, *, ignore_case: bool) -> _Need:
    if len(characters) > _MOST or (ignore_case and characters.lower() != characters.upper()):
        return _NOTHING
    return _Need(tuple(dict.fromkeys(characters)), is_whole=True)


def _escape(escaped: str, *, ignore_case: bool) -> _Need:
    if escaped[0] in "ux" and len(escaped) > 1:
        return _literal(chr(int(escaped[1:], 16)), ignore_case=ignore_case)
    if escaped in _ESCAPED:
        return _Need((_ESCAPED[escaped],), is_whole=True)
    if escaped[0] in "bBAZzGm":
        return _EMPTY
    if escaped[0] in "dDsSwWpPhRX":
        return _NOTHING
    if escaped[0].isalnum():
        raise _Unknown
    return _literal(escaped, ignore_case=ignore_case)
