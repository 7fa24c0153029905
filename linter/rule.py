"""Rules as the ruleset holds them, what their checks find, and how a find becomes words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, NewType, Protocol, TypeVar

from linter.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from linter.document import Document
    from linter.engines.name_tree import NameTree
    from linter.source import Source

    Check = Callable[[Document], Iterable["Match"]]

T = TypeVar("T")

Level = Literal["error", "warning", "suggestion"]
Grade = Literal["sure", "likely", "hint"]

LEVELS: tuple[Level, ...] = ("error", "warning", "suggestion")
GRADES: tuple[Grade, ...] = ("sure", "likely", "hint")
LANGUAGES = ("en", "zh")

Words = dict[str, str]  # one sentence a language

# What a text among a kind's parameters has to be; the authoring half checks it when the rule is read.
PatternText = NewType("PatternText", str)  # a regular expression
ContextText = NewType("ContextText", str)  # a regular expression that holds {name} once
OrdinalText = NewType("OrdinalText", str)  # an ordinal, such as （一）
EquationText = NewType("EquationText", str)  # an equation, such as a + b = c
FormulaText = NewType("FormulaText", str)  # a formula over what a document holds, such as words / sentences
ConditionText = NewType("ConditionText", str)  # what is said of a value, such as > 8
ListPath = NewType("ListPath", str)  # a data file of the pack


class Doc(NamedTuple):
    """What a parameter is for, in each language; stands in its annotation."""

    en: str
    zh: str


class Rule(NamedTuple):
    """One YAML file: plain data, as the JSON ruleset holds it.

    `level` has a level for each grade that the rule's kind gives its matches. `fix` says how far its replacements
    may be trusted. `supersedes` are rules that it silences wherever both are on, `outranks` those that it silences at
    the places where it finds something itself. `needs` are what each of `texts_of(params)` requires of a text to be found
    in it, where it is a pattern. `params` are the arguments of the kind's `Params`.
    """

    id: str
    kind: str
    level: dict[Grade, Level]
    message: Words
    help: Words
    description: Words
    source: Words
    url: str
    related: Words
    folded: Words
    scope: tuple[str, ...]
    fix: Literal["safe", "unsafe", "off"]
    supersedes: tuple[str, ...]
    outranks: tuple[str, ...]
    formerly: tuple[str, ...]
    params: dict[str, Any]
    needs: tuple[tuple[str, ...], ...] = ()

    @property
    def pack(self) -> str:
        """The folder that the rule stands in."""
        return self.id.partition(".")[0]

    @property
    def is_across(self) -> bool:
        """Whether it looks at several files together."""
        return bool(self.params.get("across") == "project")


class Sign(NamedTuple):
    """One way to tell that a pack applies: all that it names must hold. Patterns are searched; empty ones hold.

    `body` must be found in a block, `closing` in one of the last, `without` in none.
    """

    language: str = ""
    format: str = ""
    title: str = ""
    body: str = ""
    closing: str = ""
    without: str = ""


class Pack(NamedTuple):
    """A folder of rules. It is on for a document that shows one of the signs `applies` and none of `unless`."""

    name: str
    title: Words
    description: Words
    applies: tuple[Sign, ...]
    unless: tuple[Sign, ...]


Field = str | int | Span | dict[str, "Field"] | tuple["Field", ...]
"""What a message can name: text, a number, a place (said as its lines), a phrase in each language, a row of these."""


class Place(NamedTuple):
    """A span of another file."""

    path: str
    span: Span


class Rewrite(NamedTuple):
    """What is to stand in place of a span, whatever becomes of others."""

    place: Span
    text: str


class Match(NamedTuple):
    """A place that a check found, and the places related to it, in the same file or in others.

    `replacement` is what is to stand at the place, `rewrites` what is to stand elsewhere instead. `twins` pairs each span
    of a repeated run with the span that it repeats.
    """

    place: Span
    fields: Mapping[str, Field] = {}
    related: tuple[Span | Place, ...] = ()
    replacement: str | None = None
    grade: Grade = "sure"
    twins: tuple[tuple[Span, Span], ...] = ()
    rewrites: tuple[Rewrite, ...] = ()

    @property
    def written(self) -> tuple[Rewrite, ...]:
        """All that is to be written."""
        own = () if self.replacement is None else (Rewrite(self.place, self.replacement),)
        return self.rewrites or own

    def told_with(self, others: Iterable[Match]) -> Match:
        """The same match, also for what others found, each of which is to be written too."""
        others = tuple(others)
        return self._replace(
            related=(*self.related, *(other.place for other in others)),
            rewrites=tuple(rewrite for match in (self, *others) for rewrite in match.written),
        )


class Finding(NamedTuple):
    """A match in the words of its rule; its places are still offsets."""

    rule: Rule
    grade: Grade
    level: Level
    place: Span
    message: str
    help: str
    related: tuple[Span | Place, ...]
    related_message: str
    rewrites: tuple[Rewrite, ...]
    twins: tuple[tuple[Span, Span], ...]


class Spelled(Protocol):
    """The words that a dictionary knows."""

    def knows(self, word: str) -> bool:
        """Whether the word is spelled right; raises `LinterError` where the dictionary cannot be read."""


class Lists(Protocol):
    """The lists that rules name; each is read when it is first asked for."""

    def names(self, path: str) -> NameTree:
        """The tree of names in the data file `path`, a path below the folder of packs."""

    def rows(self, path: str) -> tuple[tuple[str, ...], ...]:
        """The rows of the data file `path`: fields between tabs, one row a line; lines that # begins are comments."""

    def dictionary(self, path: str) -> Spelled:
        """The Hunspell dictionary `path`, a .dic file beside its .aff file, or American English where it is empty."""

    def find(self, path: str) -> str:
        """Where the data file `path` stands; raises `LinterError` where that is nowhere, or outside of its pack."""


class Files(Protocol):
    """The files of a run, by path."""

    def source(self, path: str) -> Source:
        """Read a file again."""

    def document(self, path: str) -> Document:
        """Read a file again and parse it; the last few are at hand."""


class Comparison(NamedTuple):
    """A compiled rule across files.

    `summarise` says of a document what JSON can hold, in two kilobytes at most;
    `compare` is given the summaries by path and the files to read a few of them again, and yields matches with paths.
    """

    summarise: Callable[[Document], Any]
    compare: Callable[[Mapping[str, Any], Files], Iterable[tuple[str, Match]]]


class Kind(Protocol):
    """What a module in `kinds/` offers: `make_check`, or `make_comparison` for rules with `across: project`, or both."""

    Params: Any
    """A `NamedTuple` whose fields are the keys that a rule of this kind may hold."""
    FIELDS: tuple[str, ...]
    """What the rule's messages may name."""
    GRADES: tuple[Grade, ...]
    """How sure a match of this kind may be."""
    SCOPE: tuple[str, ...]
    """The blocks that a rule of this kind looks at, if it does not say."""

    def make_check(self, rule: Rule, lists: Lists) -> Check:
        """Compile a rule."""

    def make_comparison(self, rule: Rule, lists: Lists) -> Comparison:
        """Compile a rule across files."""


def find(rule: Rule, match: Match, source: Source, language: str) -> Finding:
    """Put `match` into the words of `rule`."""

    def say(words: Words) -> str:
        return message(in_language(words, language), match.fields, source, language) if words else ""

    return Finding(
        rule=rule,
        grade=match.grade,
        level=rule.level[match.grade],
        place=match.place,
        message=say(rule.message),
        help=say(rule.help),
        related=match.related,
        related_message=say(rule.related),
        rewrites=match.written,
        twins=match.twins,
    )


def in_language(words: Mapping[str, T], language: str) -> T:
    """The sentence in `language`, else in English, else in the only language there is."""
    for wanted in (language, "en", *words):
        if wanted in words:
            return words[wanted]
    raise LookupError(language)


_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{(?P<name>[^{}]*)\}")


def placeholders(template: str) -> list[str]:
    """The fields that a message names in braces."""
    return [match["name"] for match in _PLACEHOLDER.finditer(template) if match["name"] is not None]


def message(template: str, fields: Mapping[str, Field], source: Source, language: str) -> str:
    """`template` on one line, with each `{field}` said in `language`; `{{` and `}}` stand for braces."""

    def fill(match: re.Match[str]) -> str:
        return say(fields[match["name"]], source, language) if match["name"] is not None else match[0][0]

    return " ".join(_PLACEHOLDER.sub(fill, template).split())


def say(field: Field, source: Source, language: str) -> str:
    """One field in words; a place is said as its lines, `line 5` or `lines 9–31`."""
    match field:
        case Span(start, end):
            first, last = source.line_number(start), source.line_number(max(start, end - 1))
            lines = f"{first}" if first == last else f"{first}–{last}"
            return f"第{lines}行" if language == "zh" else f"line{'s' * (first != last)} {lines}"
        case dict():
            return say(in_language(field, language), source, language)
        case tuple():
            return "".join(say(piece, source, language) for piece in field)
    return str(field)


def texts_of(value: Any) -> Iterator[str]:
    """Every text among the values of parameters, in their order."""
    match value:
        case str():
            yield value
        case dict():
            for key, item in value.items():
                yield from texts_of(key)
                yield from texts_of(item)
        case list() | tuple():
            for item in value:
                yield from texts_of(item)
