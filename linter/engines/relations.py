"""Figures that a phrase relates to each other: 342件，比上年的285件增加57件，增长20.0%."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.engines.figures import figures
from linter.engines.patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from linter.engines.figures import Figure
    from linter.engines.patterns import Pattern

_HOLE = regex.compile(r"\{(new|old|more|less|rise|fall|part|whole|percent)\}")
_NEAR, _TIMES = 10, 3  # percentages that are neither so near nor within such a factor were reckoned from other figures
_EARLIER = 6  # figures that a percentage may be reckoned from
_RATES = frozenset({"rise", "fall", "percent"})
_PERCENT = "%"
_POINTS = ("个百分点", "percentage point")


class Phrase(NamedTuple):
    """A pattern with holes for figures: what they are to each other, what stands before the first and between them.

    What a group `stem` finds must stand in the sentence before already: 已整改9处，整改率….
    """

    roles: tuple[str, ...]
    before: Pattern
    between: tuple[Pattern, ...]


class Claim(NamedTuple):
    """Figure `stated`, and what it must be: `computed` as far as the figures `given` are exact, in words `formula`."""

    stated: Figure
    given: tuple[Figure, ...]
    formula: str
    computed: Decimal
    fits: bool
    is_alone: bool = False

    @property
    def distance(self) -> Decimal:
        """How far the stated figure is from what it must be."""
        return Decimal(0) if self.fits else abs(self.computed - self.stated.value)

    @property
    def is_meant(self) -> bool:
        """Whether the two are near enough for the one to have been meant as the other."""
        if self.fits or self.is_alone or self.stated.unit != _PERCENT:
            return self.computed > 0
        near = abs(self.computed - self.stated.value) <= _NEAR
        return self.computed > 0 and (near or self.computed / _TIMES <= self.stated.value <= self.computed * _TIMES)


def compile_phrase(pattern: str) -> Phrase:
    """Holes are {new}, {old}, {more} or {less} by which the two differ, {rise} or {fall} in percent; {part}, {whole}, {percent}."""
    before, *rest = _HOLE.split(pattern)
    return Phrase(
        tuple(rest[::2]),
        late_pattern(rf"(?:{before})\Z"),
        tuple(late_pattern(between) for between in rest[1:-1:2]),
    )


class Phrases(NamedTuple):
    """All phrases of a rule; a sentence that `rough` is found in reckons otherwise, and figures `uncounted` are none."""

    phrases: tuple[Phrase, ...]
    rough: Pattern
    uncounted: frozenset[str]

    def claims(self, sentence: str) -> Iterator[Claim]:
        """What the phrases say of the figures of a sentence."""
        if not self.phrases or self.rough.search(sentence):
            return iter(())
        counted = [one for one in figures(sentence) if one.unit == _PERCENT or one.unit not in self.uncounted]
        return claims(sentence, counted, self.phrases)


def claims(sentence: str, counted: Sequence[Figure], phrases: Iterable[Phrase]) -> Iterator[Claim]:
    """What the phrases say of these figures; of several readings of one the nearest, where it is near enough to be meant."""
    found: dict[int, Claim] = {}
    for phrase in phrases:
        for place in range(len(counted) - len(phrase.roles) + 1):
            chosen = counted[place : place + len(phrase.roles)]
            if _are_said(sentence, chosen, phrase):
                readings = list(_readings(dict(zip(phrase.roles, chosen, strict=True)), counted[:place]))
                readings = [roles for roles in readings if _have_units(roles)]
                for claim in (claim for roles in readings for claim in _claims(roles)):
                    other = found.get(claim.stated.start)
                    if other is None or claim.distance < other.distance:
                        found[claim.stated.start] = claim._replace(is_alone=len(readings) == 1)
    yield from (claim for claim in found.values() if claim.is_meant)


def _readings(roles: dict[str, Figure], earlier: Sequence[Figure]) -> Iterator[dict[str, Figure]]:
    """The roles as they stand, and with earlier figures for the new one, or for part and whole: these may stand further off."""
    if "old" in roles or "new" in roles:
        if "new" in roles:
            yield roles
        if next(iter(roles)) == "new" or "new" not in roles:
            yield from ({**roles, "new": figure} for figure in earlier)
        return
    yield roles
    others = [*earlier[-_EARLIER:], roles["part"], roles["whole"]]
    yield from ({**roles, "part": part, "whole": whole} for part in others for whole in others)


def _are_said(sentence: str, figures: Sequence[Figure], phrase: Phrase) -> bool:
    for between, one, other in zip(phrase.between, figures, figures[1:], strict=False):
        found = between.fullmatch(sentence, one.end, other.start)
        stem = found.groupdict().get("stem") if found else None
        if found is None or (stem and stem not in sentence[: one.start]):
            return False
    return phrase.before.search(sentence, max(0, figures[0].start - 40), figures[0].start) is not None


def _have_units(roles: dict[str, Figure]) -> bool:
    """Whether percentages stand where they must, and all others have one unit."""
    if any((figure.unit == _PERCENT) != (role in _RATES) for role, figure in roles.items() if role in _RATES):
        return False
    units = {figure.unit for role, figure in roles.items() if role not in _RATES}
    if _PERCENT in units and next(iter(roles)) != "old":
        return False
    if _PERCENT in units:
        differences = {figure.unit for role, figure in roles.items() if role in ("more", "less")}
        return len(units - differences) == 1 and differences <= set(_POINTS) and "percent" not in roles
    return len(units) == 1


def _claims(roles: dict[str, Figure]) -> Iterator[Claim]:
    new, old, part, whole = (roles.get(role) for role in ("new", "old", "part", "whole"))
    sign = 1 if "more" in roles or "rise" in roles else -1
    change, rate, share = (
        roles.get("more") or roles.get("less"),
        roles.get("rise") or roles.get("fall"),
        roles.get("percent"),
    )
    if new and old:
        greater, smaller = (new, old) if sign > 0 else (old, new)
        if change:
            yield _claim(change, (greater, smaller), "{} - {}", lambda one, other: one - other)
        if rate and old.value > 0:
            yield _claim(
                rate, (greater, smaller, old), "({} - {}) / {}", lambda one, other, base: (one - other) * 100 / base
            )
    elif new and change and rate and new.value > sign * change.value:
        formula = f"{{}} / ({{}} {'-' if sign > 0 else '+'} {{}})"
        yield _claim(rate, (change, new, change), formula, lambda one, base, other: one * 100 / (base - sign * other))
    if part and whole and share and part is not whole and whole.value > 0:
        yield _claim(share, (part, whole), "{} / {}", lambda one, other: one * 100 / other)


def _claim(stated: Figure, given: tuple[Figure, ...], formula: str, reckon: Callable[..., Decimal]) -> Claim:
    """Whether what is stated lies within what the figures may be that were rounded each on its own."""
    values = [figure.value for figure in given]
    computed = reckon(*values)
    spread = Decimal(0)
    for place, figure in enumerate(given):
        rounded = [*values[:place], figure.value + figure.step / 2, *values[place + 1 :]]
        spread += abs(reckon(*rounded) - computed)
    step = Decimal(1).scaleb(int(stated.value.as_tuple().exponent)) if stated.unit == _PERCENT else stated.step
    fits = abs(computed - stated.value) <= spread + step * Decimal("0.6")
    digits = Decimal(1).scaleb(min(0, int(stated.value.as_tuple().exponent)))
    return Claim(stated, given, formula, computed.quantize(digits), fits)
