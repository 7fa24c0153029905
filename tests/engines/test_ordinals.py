"""Ordinals are read, described and written another way."""

from __future__ import annotations

import pytest

from linter.engines.ordinals import RANK, Writing, han_number, parse_ordinal, write, writing


@pytest.mark.parametrize(
    ("line", "value", "style", "text"),
    [
        pytest.param("第三编 物权", (3,), "第编", "第三编 ", id="book"),
        pytest.param("第二篇城市", (2,), "第篇", "第二篇", id="volume-without-blank"),
        pytest.param("第 4 部分　附表", (4,), "第部分", "第 4 部分　", id="blanks-around-the-number"),
        pytest.param("第十二章 罚则", (12,), "第章", "第十二章 ", id="chapter"),
        pytest.param("第一节", (1,), "第节", "第一节", id="section-without-wording"),
        pytest.param("第一百零五条 本办法", (105,), "第条", "第一百零五条 ", id="article-past-a-hundred"),
        pytest.param("二十一、其他", (21,), "一", "二十一、", id="han"),
        pytest.param("十．其他", (10,), "一", "十．", id="han-with-full-point"),
        pytest.param("（三）经费", (3,), "（一）", "（三）", id="han-in-full-brackets"),
        pytest.param("(三)、经费", (3,), "（一）", "(三)、", id="han-in-half-brackets-and-comma"),
        pytest.param("（12）水泵", (12,), "（1）", "（12）", id="arabic-in-brackets"),
        pytest.param("7）水泵", (7,), "1）", "7）", id="arabic-before-a-bracket"),
        pytest.param("⑫水泵", (12,), "①", "⑫", id="circled"),
        pytest.param("㊿水泵", (50,), "①", "㊿", id="circled-fifty"),
        pytest.param("3. Pumps", (3,), "1", "3. ", id="arabic"),
        pytest.param("3、水泵", (3,), "1", "3、", id="arabic-with-han-comma"),
        pytest.param("３．水泵", (3,), "1", "３．", id="full-width-digit"),
        pytest.param("2.4 Pumps", (2, 4), "1.1", "2.4 ", id="two-levels"),
        pytest.param("2.4水泵", (2, 4), "1.1", "2.4", id="two-levels-before-han"),
        pytest.param("2．4．1　水泵", (2, 4, 1), "1.1.1", "2．4．1　", id="three-levels-full-width"),
        pytest.param("2.4. Pumps", (2, 4), "1.1", "2.4. ", id="two-levels-closed-by-a-point"),
        pytest.param("1.2.3.4.5 Pumps", (1, 2, 3, 4, 5), "1.1.1.1", "1.2.3.4.5 ", id="deeper-than-any-style"),
        pytest.param("Chapter 9: Pumps", (9,), "Chapter", "Chapter 9: ", id="word-and-colon"),
        pytest.param("Part IV Pumps", (4,), "Part", "Part IV ", id="word-and-roman"),
        pytest.param("Appendix B", (2,), "Appendix", "Appendix B", id="word-and-letter-at-the-end"),
        pytest.param("Article 3. Pumps", (3,), "Article", "Article 3. ", id="article"),
        pytest.param("XIV. Pumps", (14,), "roman", "XIV. ", id="roman"),
        pytest.param("C. Pumps", (3,), "A", "C. ", id="capital-that-is-roman-elsewhere"),
        pytest.param("b) pumps", (2,), "a", "b) ", id="small-letter"),
    ],
)
def test_an_ordinal_is_read_with_its_value_its_style_and_the_blanks_after_it(
    line: str, value: tuple[int, ...], style: str, text: str
) -> None:
    assert parse_ordinal(line) == (value, style, text)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("", id="nothing"),
        pytest.param("一是加强巡查。", id="counting-in-prose"),
        pytest.param("第一，要统一思想", id="firstly"),
        pytest.param("3.5米以上的树木", id="measure"),
        pytest.param("1.8亿元", id="amount"),
        pytest.param("2024年工作", id="year"),
        pytest.param("3.txt is missing", id="file-name"),
        pytest.param("Article of faith", id="word-without-number"),
        pytest.param("Section12 Pumps", id="word-joined-to-number"),
        pytest.param("I.e. this", id="abbreviation"),
        pytest.param("第三节第五条规定", id="reference-to-a-place-in-a-law"),
    ],
)
def test_what_only_looks_like_a_number_is_no_ordinal(line: str) -> None:
    assert parse_ordinal(line) is None


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        pytest.param("十", 10, id="ten"),
        pytest.param("二十", 20, id="tens"),
        pytest.param("二〇", 20, id="digit-by-digit"),
        pytest.param("三百零六", 306, id="zero-inside"),
        pytest.param("九千九百九十九", 9999, id="largest"),
        pytest.param("零", 0, id="zero"),
    ],
)
def test_a_chinese_numeral_has_a_value(numeral: str, value: int) -> None:
    assert han_number(numeral) == value


def test_every_style_that_is_read_has_a_rank() -> None:
    lines = ["第一编", "一、", "（一）", "（1）", "1）", "①", "1.1 a", "1. a", "Part 1", "IV. a", "A. a", "a. a"]
    styles = [ordinal.style for line in lines if (ordinal := parse_ordinal(line))]
    assert len(styles) == len(lines)
    assert set(styles) <= set(RANK)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("（二）安全", Writing("full", "", blank=False, brackets="()"), id="full-brackets"),
        pytest.param("(二) 安全", Writing("half", "", blank=True, brackets="()"), id="half-brackets-and-blank"),
        pytest.param("（二)安全", Writing("mixed", "", blank=False, brackets="()"), id="brackets-that-do-not-match"),
        pytest.param("2、安全", Writing("", "、", blank=False, brackets=""), id="no-brackets"),
        pytest.param("Article 2: Safety", Writing("", ":", blank=True, brackets=""), id="colon"),
    ],
)
def test_writing_tells_brackets_point_and_blank(line: str, expected: Writing) -> None:
    ordinal = parse_ordinal(line)
    assert ordinal is not None
    assert writing(ordinal) == expected


@pytest.mark.parametrize(
    ("line", "wanted", "expected"),
    [
        pytest.param("(二)安全", Writing("full", "", blank=False, brackets="()"), "（二）", id="half-to-full"),
        pytest.param(
            "（二）、安全", Writing("half", "", blank=False, brackets="()"), "(二)", id="full-to-half-without-point"
        ),
        pytest.param("（二)安全", Writing("full", "", blank=False, brackets="()"), "（二）", id="mixed-to-full"),
        pytest.param("2)水泵", Writing("full", "", blank=False, brackets=")"), "2）", id="closing-bracket-only"),
        pytest.param("2)水泵", Writing("", ".", blank=True, brackets=""), "2. ", id="bracket-taken-away"),
        pytest.param("2．水泵", Writing("", ".", blank=True, brackets=""), "2. ", id="blank-added"),
        pytest.param("第二章　水泵", Writing("", "", blank=True, brackets=""), "第二章　", id="blank-kept-as-written"),
        pytest.param("2. Pumps", Writing("", "、", blank=False, brackets=""), "2、", id="blank-taken-away"),
        pytest.param("2.4. Pumps", Writing("", "", blank=True, brackets=""), "2.4 ", id="inner-points-stay"),
    ],
)
def test_an_ordinal_is_written_another_way_with_its_number_kept(line: str, wanted: Writing, expected: str) -> None:
    ordinal = parse_ordinal(line)
    assert ordinal is not None
    assert write(ordinal, wanted) == expected


@pytest.mark.parametrize(
    "text", ["10.5公里", "3.5 吨粮食", "2.5个百分点", "12.5平方公里", "1.2 billion people", "5.1劳动节放假"]
)
def test_a_measure_is_no_ordinal(text: str) -> None:
    assert parse_ordinal(text) is None


@pytest.mark.parametrize(
    ("text", "value"), [("Appendix C", 3), ("Appendix I", 9), ("Part IV", 4), ("Part A", 1), ("③甲", 3)]
)
def test_letters_of_appendices_are_no_roman_numerals(text: str, value: int) -> None:
    ordinal = parse_ordinal(text)
    assert ordinal is not None
    assert ordinal.value == (value,)
