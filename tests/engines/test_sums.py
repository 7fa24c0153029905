from __future__ import annotations

from decimal import Decimal

from linter.engines.figures import Figure, whole_figure
from linter.engines.sums import NOTHING, Miss, Sum, best_sum


def lines(text: str) -> list[list[Figure | None]]:
    """Rows of cells; `.` is an empty one."""
    return [[NOTHING if cell == "." else whole_figure(cell) for cell in row.split()] for row in text.split("/")]


def test_the_lines_that_add_up_in_most_places() -> None:
    found = best_sum(lines("9 9 9 / 1 2 3 / 4 5 6 / 5 7 8"), 3, (2, 1, 0))
    assert found == Sum(3, (2, 1), 2, 0, (Miss(2, Decimal(8), Decimal(9)),))


def test_an_empty_cell_adds_nothing_and_one_figure_alone_shows_little() -> None:
    assert best_sum(lines("1 . / 4 5 / 5 5"), 2, (1, 0)) == Sum(2, (1, 0), 1, 1, ())


def test_words_units_and_percentages_are_not_added_up() -> None:
    assert best_sum(lines("1 2kg x 4% / 1 2m 3 5% / 2 4 3 9%"), 2, (1, 0)) == Sum(2, (1, 0), 1, 0, ())


def test_nothing_to_add_up() -> None:
    assert best_sum(lines("x / 1 / 1"), 2, (0, 1)) is None
    assert best_sum(lines("1 / 1"), 1, (0,)) is None


def test_each_figure_may_be_rounded() -> None:
    assert best_sum(lines("1.3 / 1.3 / 2.7"), 2, (1, 0)) == Sum(2, (1, 0), 1, 0, ())
