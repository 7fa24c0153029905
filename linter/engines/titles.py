"""Known titles and those near them: of which known title another is a slip of the pen, or a piece.

A title is taken apart: 中华人民共和国|突发事件应对|法 is its `lead`, its stem and the kind of work that it names itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_MARKS = late(r"[\s《》〈〉<>“”\"‘’]+")
_NOTE = late(r"\([^()]{1,30}\)$")
_ALIKE = 0.62  # a candidate shares so much with a title
_CANDIDATES = 6
_LONGEST = 60  # code points of a title that is compared
_FURTHER = 0.25  # what each further character of a piece costs that is missing or too many
_FILLER = 0.5  # what a word costs that says little
_KIND = 1.0
_APART = 0.5  # as much nearer the nearest must be than the next, to be meant
_SHORT, _LONG = 3, 6  # code points of a stem that may be one slip off, and of one that may be more
_LEAD_SLIPS = 2


class Known(NamedTuple):
    """A title of the list, the one that took its place, and the year in which it did; "" and 0 where none did."""

    title: str
    successor: str = ""
    year: int = 0


class Near(NamedTuple):
    """The nearest known title: how far off it is in all and in its stem, and whether no other is about as near."""

    known: Known
    distance: float
    stem_distance: float
    is_only: bool


class _Parts(NamedTuple):
    """A title taken apart; `fillers` are words of the stem that say little, which is without them."""

    stem: str
    kind: str
    fillers: tuple[str, ...]


class Titles:
    """Titles as they are, with their short forms, and forms that are not theirs.

    The rows are: title, short forms, wrong forms, the title that took its place, the year. `lead` may be left out at
    the start of any title; `kinds` are the words that a title may end in, `fillers` words that say little.
    """

    def __init__(self, rows: Iterable[Sequence[str]], lead: str, kinds: Sequence[str], fillers: Sequence[str]) -> None:
        self._lead = lead
        self._kinds = sorted(kinds, key=lambda kind: -len(kind))
        self._fillers = fillers
        self._known: dict[str, Known] = {}
        self._miscalled: dict[str, Known] = {}
        for row in rows:
            title, short, wrong, successor, year = (*row, "", "", "", "")[:5]
            known = Known(title, successor, int(year or 0))
            self._known[self._bare(title)] = known
            self._known |= {self._bare(form): known for form in short.split("|") if form}
            self._miscalled |= {self._bare(form): known for form in wrong.split("|") if form}
        self._parts: dict[str, _Parts] = {}

    def add(self, aliases: Mapping[str, str]) -> None:
        """Make other names of known titles known; a name of an unknown one is known for itself."""
        for alias, title in aliases.items():
            self._known[self._bare(alias)] = self._known.get(self._bare(title), Known(title))

    def known(self, name: str) -> Known | None:
        """The title of which `name` is one of the forms."""
        return self._known.get(self._bare(name)) or self._known.get(self._bare(_NOTE.sub("", _plain(name))))

    def miscalled(self, name: str) -> Known | None:
        """The title of which `name` is a form in use that is not right."""
        return self._miscalled.get(self._bare(name))

    def has_lead(self, name: str) -> bool:
        """Whether the title starts with the lead."""
        return bool(self._lead) and _plain(name).startswith(self._lead)

    def mended_lead(self, name: str) -> str:
        """The title with the lead that it starts with spelt rightly; nothing where it starts with none, or a right one."""
        plain, lead = _plain(name), self._lead
        if not lead or plain.startswith(lead) or plain[:1] != lead[:1]:
            return ""
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - deferred: start-up

        cuts = [
            (OSA.distance(plain[:end], lead), plain[end:] not in self._known, abs(end - len(lead)), end)
            for end in range(len(lead) - _LEAD_SLIPS, len(lead) + _LEAD_SLIPS + 1)
        ]
        distance, *_, end = min(cuts)
        return lead + plain[end:] if distance <= _LEAD_SLIPS and end < len(plain) else ""

    def nearest(self, name: str, most: float) -> Near | None:
        """The known title nearest to an unknown one, at most `most` away, and less where the title is short."""
        bare = self._bare(name)
        if not bare or len(bare) > _LONGEST:
            return None
        if other := self._of_another_kind(bare, has_lead=self.has_lead(name)):
            return other
        from rapidfuzz import process  # noqa: PLC0415 - deferred: start-up
        from rapidfuzz.distance import Indel  # noqa: PLC0415 - deferred: start-up

        alike = process.extract(
            bare, self._known.keys(), scorer=Indel.normalized_similarity, score_cutoff=_ALIKE, limit=_CANDIDATES
        )
        parts = self._take_apart(bare)
        ranked = sorted((self._compare(parts, form) for form, _, _ in alike), key=lambda near: near.distance)
        if not ranked or ranked[0].distance > most or ranked[0].stem_distance > self._slips(parts.stem, name):
            return None
        first = ranked[0]
        others = [near.distance for near in ranked if near.known.title != first.known.title]
        return first._replace(is_only=not others or others[0] - first.distance >= _APART)

    def _of_another_kind(self, bare: str, *, has_lead: bool) -> Near | None:
        """The title that differs in the kind of work alone; with the lead, also the law that the work would put into effect."""
        kind = next((kind for kind in self._kinds if bare.endswith(kind)), "")
        stem = bare.removesuffix(kind) if kind else ""
        if stem.endswith("法") and not has_lead:
            return None  # provinces have such works of their own
        bases = {stem, *(stem.removesuffix(filler) for filler in self._fillers)}
        kinds = ("", *self._kinds) if has_lead else self._kinds
        forms = [base + other for base in bases for other in kinds if len(base) > 1 and base + other in self._known]
        titles = {self._known[form].title for form in forms}
        if len(titles) != 1:
            return None
        return Near(self._known[forms[0]], _KIND, 0.0, is_only=True)

    def _slips(self, stem: str, name: str) -> float:
        """How far off a stem may be to be a slip of another: nothing where it is short, and has not the lead."""
        length = max(len(stem) + self.has_lead(name), _SHORT if self.has_lead(name) else 0)
        few = 1.0 + _FURTHER * self.has_lead(name)  # a word of two characters where the lead says that it is a law
        return 0.0 if length < _SHORT else few if length < _LONG else 2.0

    def _compare(self, parts: _Parts, form: str) -> Near:
        if not parts.kind:
            whole = distance(parts.stem, form)
            return Near(self._known[form], whole, whole, is_only=True)
        other = self._parts.setdefault(form, self._take_apart(form))
        stems = distance(parts.stem, other.stem)
        unlike = set(parts.fillers) ^ set(other.fillers)
        whole = stems + _FILLER * len(unlike) + _KIND * (parts.kind != other.kind)
        return Near(self._known[form], whole, stems, is_only=True)

    def _bare(self, name: str) -> str:
        return _plain(name).removeprefix(self._lead)

    def _take_apart(self, bare: str) -> _Parts:
        kind = next((kind for kind in self._kinds if bare.endswith(kind)), "")
        if not kind:
            return _Parts(bare, "", ())
        stem = bare.removesuffix(kind)
        fillers = tuple(filler for filler in self._fillers if filler in stem)
        for filler in fillers:
            stem = stem.replace(filler, "")
        return _Parts(stem, kind, fillers)


def _plain(name: str) -> str:
    """The title without blanks and marks, in characters of one width."""
    return _MARKS.sub("", normalize("NFKC", name))


def distance(one: str, other: str) -> float:
    """How far apart two short texts are: 1 for each character changed, and for each piece missing or too many.

    Of such a piece, each character after the first costs a quarter; the same characters in another order cost 1.
    """
    if one == other:
        return 0.0
    if sorted(one) == sorted(other):
        return 1.0
    rows: list[list[float]] = []
    gaps_down = [float("inf")] * (len(other) + 1)
    for down in range(len(one) + 1):
        row: list[float] = []
        gap_right = float("inf")
        for right in range(len(other) + 1):
            if not down and not right:
                row.append(0.0)
                continue
            best = float("inf")
            if right:
                gap_right = min(row[right - 1] + 1, gap_right + _FURTHER)
                best = gap_right
            if down:
                gaps_down[right] = min(rows[-1][right] + 1, gaps_down[right] + _FURTHER)
                best = min(best, gaps_down[right])
            if down and right:
                best = min(best, rows[-1][right - 1] + (one[down - 1] != other[right - 1]))
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
