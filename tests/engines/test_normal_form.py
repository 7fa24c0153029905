"""Texts that read the same have the same normal form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.engines.normal_form import normal_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Road Works", "road  works", id="case-and-blanks"),
        pytest.param("道路　养护", "道路养护", id="full-width-blank"),
        pytest.param("ＡＢＣ（１）", "abc(1)", id="full-width-letters-and-brackets"),
        pytest.param("Straße", "STRASSE", id="case-folding-beyond-lower-case"),
        pytest.param("cafe\u0301", "caf\u00e9", id="composed-and-decomposed"),
        pytest.param("line\r\nbreak", "linebreak", id="line-ends"),
    ],
)
def test_texts_that_read_the_same_are_equal_in_normal_form(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


def test_different_wording_stays_different() -> None:
    assert normal_form("道路养护") != normal_form("道路维护")


def test_white_space_alone_has_an_empty_normal_form() -> None:
    assert normal_form(" \t\u3000\r\n") == ""


@given(st.text(st.characters(codec="utf-8", max_codepoint=0x33FF) | st.sampled_from("e\u0301水，…‑か\u3099")))
def test_it_is_nfkc_whatever_is_left_out(text: str) -> None:
    assert normal_form(text) == "".join(unicodedata.normalize("NFKC", text).casefold().split())
