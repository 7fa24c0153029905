"""Equations between named quantities: `new + carried over = settled + left`."""

from __future__ import annotations

from typing import NamedTuple

from linter.engines.patterns import late

_SIGN = late(r"\s[+−＋－-]\s")


class Equation(NamedTuple):
    """The names on either side, each with 1 or -1 for its sign; `text` is what was written."""

    text: str
    left: tuple[tuple[str, int], ...]
    right: tuple[tuple[str, int], ...]

    @property
    def terms(self) -> tuple[tuple[str, int], ...]:
        """Every name, the left side's first."""
        return self.left + self.right


def parse_equation(text: str) -> Equation:
    """Read `a + b - c = d`, a blank on either side of each sign; raises `ValueError` where it is none."""
    sides = text.replace("＝", "=").split("=")
    if len(sides) != 2:  # noqa: PLR2004 - the two sides
        raise ValueError(f"{text!r} is no equation; write it as in a + b = c")
    left, right = (_terms(side) for side in sides)
    if not all(name for name, _ in left + right):
        raise ValueError(f"{text!r} lacks a name beside one of its signs")
    return Equation(text, left, right)


def _terms(side: str) -> tuple[tuple[str, int], ...]:
    terms, sign, start = [], 1, 0
    for mark in _SIGN.finditer(side):
        terms.append((side[start : mark.start()].strip(), sign))
        sign = 1 if mark[0].strip() in "+＋" else -1
        start = mark.end()
    return (*terms, (side[start:].strip(), sign))
