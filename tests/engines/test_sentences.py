"""Where sentences end."""

from __future__ import annotations

import pytest

from linter.engines.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("  no end ", ["no end"], id="no-end"),
        pytest.param("One. Two! Three?", ["One.", "Two!", "Three?"], id="western"),
        pytest.param("修好了。“好。”他说？", ["修好了。", "“好。”", "他说？"], id="chinese"),
        pytest.param('He said "no." Then he left.', ['He said "no."', "Then he left."], id="closing-quote"),
        pytest.param("See e.g. No. 5 by J. Smith. It is v1.2 now.", ["See e.g. No. 5 by J. Smith.", "It is v1.2 now."]),
        pytest.param("It was number 1. It is number 2.", ["It was number 1.", "It is number 2."], id="ends-in-a-digit"),
        pytest.param("Well... Yes.", ["Well...", "Yes."], id="several-marks"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected
