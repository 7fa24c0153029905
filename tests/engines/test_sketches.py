from __future__ import annotations

import pytest

from linter.engines.sketches import alike, common_pieces, is_common, sharing, sketch

pytest.importorskip("rensa")

WORDS = [f"word{number}" for number in range(100)]


def test_texts_that_are_like_each_other_are_found() -> None:
    texts = [WORDS, [*WORDS[:95], "other"], [f"else{number}" for number in range(100)], []]
    assert alike([sketch(text, text) for text in texts], 3) == [[1], [0], [], []]


def test_the_nearest_come_first_and_no_more_than_are_asked_for() -> None:
    sketches = [sketch(WORDS[: 100 - number], WORDS[: 100 - number]) for number in range(30)]
    found = alike(sketches, 3)
    assert all(len(others) <= 3 for others in found)
    assert found[0][0] == 1


def test_texts_that_share_what_few_hold_are_found() -> None:
    texts = [["a", "b", "c"], ["b", "c", "d"], ["d", "e"], *[["all"]] * 9]
    sketches = [sketch(text, text) for text in texts]
    assert sharing(sketches, 5)[:3] == [[1], [0, 2], [1]]
    assert sharing(sketches, 5, least=2)[:3] == [[1], [0], []]
    assert sharing(sketches, 5)[3:] == [[]] * 9
    assert is_common("all", common_pieces(sketches, 9))
    assert not is_common("b", common_pieces(sketches, 9))
