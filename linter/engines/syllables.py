"""How many syllables an English word has, by rules of its spelling."""

from __future__ import annotations

from functools import lru_cache

from linter.engines.patterns import late

_SHORT = 3  # letters; a shorter word has one syllable
_LONGEST = 64  # letters; what is longer is no word

# The rules and their exceptions are those of Vale's counts (summarize in github.com/jdkato/twine, MIT), so that a limit
# for a grade means the same here and there. They know some affixes, count groups of vowels in what is left, and then
# mend the count where a group is silent or is two syllables.
_KNOWN = {
    word: count
    for count, words in {
        2: "abed adieu cafe cafes chile chloe circe jesse jukebox maybe people phoebe shoreline zoe daphne",
        3: "abare acreage adame adobe apache coyote euterpe forever karate machete recipe sesame simile syncope tamale",
        4: (
            "abalone abruzzese abbruzzese anemone aphrodite apostrophe ariadne calliope catastrophe epitome eurydice "
            "facsimile gethsemane guacamole hermione hyperbole penelope persephone yosemite"
        ),
        5: "aborigine aborigines",
    }.items()
    for word in words.split()
}


def _one_of(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


# Each affix with the syllables that it is; of the beginnings one is taken off, and of the ends one.
_BEGINNINGS = (
    (
        2,
        late(
            "^"
            + _one_of(
                "above anti ante counter hyper afore agri infra intra inter over semi ultra under extra dia micro mega "
                "kilo pico nano macro"
            )
        ),
    ),
    (1, late("^" + _one_of("un fore ware none non out post sub pre pro dis side"))),
)
_ENDS = (
    (3, late(_one_of("ology ologist onomy onomist") + "$")),
    (2, late(_one_of("fully berry woman women") + "$")),
    (
        1,
        late(
            _one_of(
                "ly less some ful er ers ness cian cians ment ments ette ettes ville villes ships ship side sides port "
                "ports shire shires tion tioned"
            )
            + "$"
        ),
    ),
)
_VOWELS = late("[aeiouy]+")
_BEFORE_ED = "b c ch dg f g gh gn k l lch ll lv m mm n nc ng nch nn p r rc rn rs rv s sc sk sl squ ss th v y z"
_BEFORE_ES = "b ch d f gh gn k l lch ll lv m mm n nch nn p r rn rs rv s sc sk sl squ ss st t th v y"
_BEFORE_E = "b c ch d dg f g gh gn k l ll lv m mm n nc ng nn p r rc rn rs rv s sc sk sl squ ss st t th v y z"
_FEWER = (
    late(
        "cia(?:l|$)|tia|cius|cious|[^aeiou]giu|[aeiouy][^aeiouy]ion|iou|sia$|eous$|[oa]gue$|.[^aeiuoycgltdb]{2,}ed$"
        f"|.ely$|^jua|uai|eau|^busi$|[aeiouy]{_one_of(_BEFORE_ED)}ed$|[aeiouy]{_one_of(_BEFORE_ES)}es$"
    ),
    late(f"[aeiouy]{_one_of(_BEFORE_E)}e$"),
)
_MORE = (
    late(
        "(?:[^aeiouy]ie(?:r|st|t)|[aeiouym]bl|eo|ism|asm|thm|dnt|uity|dea|gean|oa|ua|eings?|[aeiouy]sh?e[rsd])$",
    ),
    late("[^gq]ua[^auieo]|[aeiou]{3}|^(?:ia|mc|coa[dglx].)"),
    late("[^aeiou]y[ae]|[^l]lien|riet|dien|iu|io|ii|uen|real|iell|eo[^aeiou]|[aeiou]y[aeiou]"),
    late("[^s]ia"),
)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """At least one; a word in other than Latin letters has one."""
    if len(word) < _SHORT:
        return 1
    word = word[:_LONGEST].lower()
    if word in _KNOWN:
        return _KNOWN[word]
    count = 0
    for affixes in (_BEGINNINGS, _ENDS):
        for worth, affix in affixes:
            bare = affix.sub("", word)
            if bare != word:
                word, count = bare, count + worth
                break
    count += len(_VOWELS.findall(word))
    count -= sum(len(pattern.findall(word)) for pattern in _FEWER)
    count += sum(len(pattern.findall(word)) for pattern in _MORE)
    return max(1, count)
