"""Which language a text is written in, told by its script."""

from __future__ import annotations

from linter.engines.patterns import late

_SAMPLE = 4_000  # code points; enough to tell, whatever the length of the document
_HAN = late(r"\p{Han}")
_KANA = late(r"[\p{Hiragana}\p{Katakana}]")
_HANGUL = late(r"\p{Hangul}")
_LATIN_WORD = late(r"\p{Latin}+")


def language_of(text: str) -> str:
    """`zh`, `ja`, `ko`, `en` for other text in Latin letters, else `und`.

    A Han character weighs as much as a Latin word.
    """
    sample = text[:_SAMPLE]
    han, kana, hangul, latin = (len(pattern.findall(sample)) for pattern in (_HAN, _KANA, _HANGUL, _LATIN_WORD))
    if hangul > han + kana + latin:
        return "ko"
    if kana * 10 > han and kana + han > latin:
        return "ja"
    if han > latin:
        return "zh"
    return "en" if latin else "und"
