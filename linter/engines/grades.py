"""The school grade that a text asks for, by the formulas that are in use for English."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.engines.text_counts import TextCounts

GradeName = Literal["Gunning Fog", "Coleman-Liau", "Flesch-Kincaid", "SMOG", "Automated Readability"]

_GRADES: dict[GradeName, Callable[[TextCounts], float]] = {
    "Gunning Fog": lambda text: 0.4 * (text.words / text.sentences + 100 * text.complex_words / text.words),
    "Coleman-Liau": lambda text: 5.88 * text.characters / text.words - 29.6 * text.sentences / text.words - 15.8,
    "Flesch-Kincaid": lambda text: 0.39 * text.words / text.sentences + 11.8 * text.syllables / text.words - 15.59,
    "SMOG": lambda text: 1.043 * sqrt(30 * text.polysyllabic_words / text.sentences) + 3.1291,
    "Automated Readability": (
        lambda text: 4.71 * text.characters / text.words + 0.5 * text.words / text.sentences - 21.43
    ),
}


def grade(text: TextCounts, name: GradeName) -> float:
    """The grade of a text that has words."""
    return _GRADES[name](text)
