"""What formulas of readability count."""

from __future__ import annotations

from linter.engines.text_counts import TextCounts, count_text


def test_the_counts_of_two_paragraphs() -> None:
    assert count_text(["It's late. We wanted readability!", "Interested?"]) == TextCounts(
        words=6,
        sentences=3,
        paragraphs=2,
        characters=36,
        syllables=14,
        complex_words=2,
        long_words=2,
        polysyllabic_words=2,
    )


def test_an_end_takes_a_syllable_from_a_complex_word() -> None:
    counts = count_text(["expanded"])
    assert (counts.syllables, counts.polysyllabic_words, counts.complex_words) == (3, 1, 0)


def test_an_abbreviation_is_one_word_and_code_is_none() -> None:
    assert count_text(["The U.S.A. and \ufffc\ufffc"]).words == 3


def test_of_chinese_each_character_is_a_word() -> None:
    counts = count_text(["使用API接口。好！"])
    assert (counts.words, counts.sentences, counts.characters, counts.long_words) == (6, 2, 8, 0)


def test_nothing_has_no_words() -> None:
    assert count_text([]) == TextCounts(*[0] * 8)
