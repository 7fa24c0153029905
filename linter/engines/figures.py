"""Figures in text: how much, of what unit, to which digit, and where: 1,234.5 km, 12％, ¥3.2万元, 三十二件, (15)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.engines.ordinals import han_number
from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HAN_NUMERAL = "〇零一二两三四五六七八九十百千"
_HAN_SCALES = (("亿", 8), ("万", 4))
_SCALES = {"万亿": 12, "亿": 8, "万": 4, "千": 3, "trillion": 12, "billion": 9, "million": 6, "thousand": 3}
_SCALE = r"(?:万亿|亿|万|千(?![米克瓦卡伏赫字])|\ ?(?:trillion|billion|million|thousand)\b)"
_DIGITS = r"[0-9０-９]"
_MINUS = "-−－"
_LONGEST_SIGN = 3  # letters of a unit: a longer one is a word, which has a plural


def _number(gap: str) -> str:
    """A number written in digits, its thousands parted by commas or by one of the blanks in `gap`."""
    return (
        rf"(?:{_DIGITS}{{1,3}}(?:[,，]{_DIGITS}{{3}}){{1,4}}(?![,，]?{_DIGITS})|{_DIGITS}{{1,3}}(?:[{gap}]{_DIGITS}{{3}}){{1,4}}(?!{_DIGITS})"
        rf"|{_DIGITS}{{1,15}}(?!{_DIGITS}))(?:[.．]{_DIGITS}{{1,9}})?(?!{_DIGITS})"
    )


_THIN_BLANKS = "\u00a0\u202f\u2009"
_TEXT_NUMBER = _number(_THIN_BLANKS)
_CELL_NUMBER = _number(r"\ " + _THIN_BLANKS)

# A single numeral counts something only before a measure word: 三件, but not 一是, 第一.
_MEASURE = "[件个项次条名人份篇期场户家起例批台套座处村镇县市省所张辆种组年月天米吨亩元岁级倍]"
_HAN_UNIT = (
    r"(?:(?:平方|立方)(?:公里|千米|分米|厘米|毫米|米)|公[里斤顷]|[千毫厘分微]米|[千毫]克|[千兆]瓦时?|个百分点|个(?:月|工作日|小时|学时|星期|季度|学期)|人次|人民币"
    r"|[美港欧日]元|\p{Han})"
)
_FIGURE = late(
    rf"""(?<![\p{{Latin}}\p{{Nd}}_./:\\\#^\-−–~～]|{_DIGITS}[,，])
    (?:
      (?P<currency>US\$|[¥￥$€£])?
      (?P<part>{_TEXT_NUMBER})(?P<scale>{_SCALE})?(?:(?P<part>{_DIGITS}{{1,4}})(?P<scale>{_SCALE}))?
      (?![.．,:/\-−–~～]{_DIGITS})
    | (?<![第几数上成{_HAN_NUMERAL}万亿])
      (?P<han>[一二两三四五六七八九十][{_HAN_NUMERAL}万亿]{{1,14}}|[一二两三四五六七八九十](?={_MEASURE}))(?![几数])
    )
    (?P<unit>\ ?[%％‰]|\ per\ ?cent\b|[\p{{Latin}}°µ]{{1,12}}(?!\p{{Nd}})|{_HAN_UNIT})?
    """,
    regex.VERBOSE | regex.VERSION1,
)
_CELL = late(
    rf"""\s*(?:(?P<bracket>[(（])\s*)?
    (?P<sign>[{_MINUS}+＋])?\s*(?P<currency>US\$|[¥￥$€£₩₹])?\s*(?P<sign>[{_MINUS}])?
    (?P<part>{_CELL_NUMBER})(?P<scale>{_SCALE})?
    \s*(?P<unit>[%％‰]|[\p{{L}}°µ²³]{{1,12}}(?:[/·]\p{{L}}{{1,12}})?)?
    \s*(?(bracket)[)）])(?:\s*[(（][^()（）]*[)）])?[*†‡¹²³]*\s*""",
    regex.VERBOSE | regex.VERSION1,
)


class Figure(NamedTuple):
    """A figure, `text[start:end]` with its unit, in small letters and the singular.

    The exponent of `value` tells its last digit: `1.5万` is 1.5E+4, which may be anything from 14,500 to 15,500.
    """

    value: Decimal
    unit: str
    start: int
    end: int

    @property
    def step(self) -> Decimal:
        """What one more in the last digit is worth; 0 where the figure is a whole number, and taken for exact."""
        exponent = self.value.as_tuple().exponent
        return Decimal(1).scaleb(int(exponent)) if exponent else Decimal(0)


def figures(text: str) -> Iterator[Figure]:
    """The figures of running text. Dates, ranges, versions and numbers within names are none."""
    for found in _FIGURE.finditer(text):
        if found["han"]:
            value = _han_value(found["han"])
            if value is not None:
                yield Figure(value, found["unit"] or "", *found.span())
        else:
            yield _figure(found)


def whole_figure(text: str) -> Figure | None:
    """The figure that `text` consists of, with no more than a remark in brackets; None if it is anything else."""
    found = _CELL.fullmatch(text)
    if found is None:
        return None
    figure = _figure(found)
    negative = found["bracket"] or any(sign in _MINUS for sign in found.captures("sign"))
    return figure._replace(value=-figure.value) if negative else figure


def _figure(found: regex.Match[str]) -> Figure:
    scales = [*found.captures("scale"), ""]
    first, *more = map(_scaled, found.captures("part"), scales)
    unit = (found["currency"] or "") + (found["unit"] or "").strip().lower()
    unit = {"％": "%", "per cent": "%", "percent": "%"}.get(unit, unit)
    return Figure(
        sum(more, first), unit[:-1] if len(unit) > _LONGEST_SIGN and unit.endswith("s") else unit, *found.span()
    )


def _scaled(number: str, scale: str) -> Decimal:
    digits = "".join(character for character in number.replace("．", ".") if character.isdecimal() or character == ".")
    return Decimal(digits).scaleb(_SCALES.get(scale.strip(), 0))


def _han_value(text: str) -> Decimal | None:
    """The value of a Chinese numeral: 三百二十 is 320, 一亿零五十万 is 100,500,000; None for digits in a row."""
    if len(text) > 1 and not set(text) & set("十百千万亿"):
        return None
    return Decimal(_han_sum(text.replace("两", "二")))


def _han_sum(text: str) -> int:
    for sign, power in _HAN_SCALES:
        before, found, after = text.partition(sign)
        if found:
            return int((_han_sum(before) or 1) * 10**power + _han_sum(after))
    return han_number(text) if text else 0


def written_like(value: Decimal, model: str) -> str:
    """`value` with the thousands mark or the scale that `model` has: 1,300 as in 1,200, 2.5亿 as in 1.2亿."""
    for scale in ("亿", "万"):
        if scale in model:
            return f"{value.scaleb(-_SCALES[scale]).normalize():f}{scale}"
    return f"{value:,f}" if "," in model or "，" in model else f"{value:f}"


def slack(added: Iterable[Figure]) -> Decimal:
    """By how much a sum may miss these figures, itself among them, when each was rounded on its own."""
    steps = [figure.step for figure in added]
    return max(steps, default=Decimal(0)) * len(steps) / 2
