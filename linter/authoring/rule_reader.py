"""One rule file → the plain data of one rule, and its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import regex

from linter.authoring.types import convert, list_paths, nearest, parameters_of, read_params, refuse_unknown
from linter.authoring.yaml_reader import Node, read_yaml
from linter.kinds import KINDS, kind_named
from linter.rule import GRADES, LANGUAGES, LEVELS, Words, placeholders

if TYPE_CHECKING:
    from linter.rule import Kind

# The keys that a rule of any kind may hold; the others are the parameters of its kind.
COMMON_KEYS = (
    "extends", "level", "message", "help", "description", "source", "link", "related", "folded", "scope", "fix",
    "supersedes", "outranks", "formerly", "tests",
)  # fmt: skip
TEST_KEYS = ("name", "about", "input", "files", "format", "want", "contains", "absent", "fixed")

# In Vale's kinds messages are printf-style; these are the fields in the order of their arguments.
_PRINTF = {
    "capitalization": ("match", "expected"),
    "conditional": ("match",),
    "consistency": ("match",),
    "existence": ("match",),
    "metric": ("value",),
    "occurrence": ("count",),
    "readability": ("value",),
    "repetition": ("match",),
    "spelling": ("word",),
    "substitution": ("expected", "observed"),
}
_VERB = regex.compile(r"%%|%(?:\[(?P<number>\d+)\])?(?P<verb>[sdq])")


class RuleTest(NamedTuple):
    """A test that stands in a rule file: what the rule must find in `input`, as `line:column:rule[:message]`.

    A rule across files has `files`, texts by path, instead, and `path:` before its wants. `want` is everything that
    is found, `contains` a part of it, `absent` what must not be found; None says nothing.
    `fixed` is the text after all fixes.
    """

    rule: str
    path: str
    line: int | None
    name: Words
    input: str
    format: str
    want: list[str] | None
    contains: list[str]
    absent: list[str]
    fixed: str | None
    files: dict[str, str]


class RuleFile(NamedTuple):
    """A rule as the JSON ruleset holds it, its tests, and where it names data files."""

    rule: dict[str, Any]
    tests: list[RuleTest]
    lists: list[Node]


def read_rule(text: str, path: str, rule_id: str) -> RuleFile:
    """Read and validate a rule file; raises `LinterError` with place and allowed values."""
    root = read_yaml(text, path)
    nodes = root.mapping()
    kind_name = _kind_name(nodes, root)
    kind = kind_named(kind_name)
    refuse_unknown(nodes, [*COMMON_KEYS, *parameters_of(kind.Params)], "key")
    if "message" not in nodes:
        raise root.error("a rule needs the key 'message'")
    own = {key: node for key, node in nodes.items() if key not in COMMON_KEYS}
    words = {
        key: _message(nodes[key], kind_name, kind, key) if key in nodes else {}
        for key in ("message", "help", "related")
    }
    rule = {
        "id": rule_id,
        "kind": kind_name,
        "level": _levels(nodes.get("level"), kind),
        **words,
        "description": read_words(nodes["description"], "description") if "description" in nodes else {},
        "source": read_words(nodes["source"], "source") if "source" in nodes else {},
        "url": convert(nodes["link"], str, "link") if "link" in nodes else "",
        "folded": read_words(nodes["folded"], "folded") if "folded" in nodes else {},
        "scope": _texts(nodes["scope"], "scope") if "scope" in nodes else list(kind.SCOPE),
        "fix": _one_of(nodes["fix"], ("safe", "unsafe"), "fix") if "fix" in nodes else "unsafe",
        "supersedes": _texts(nodes["supersedes"], "supersedes") if "supersedes" in nodes else [],
        "outranks": _texts(nodes["outranks"], "outranks") if "outranks" in nodes else [],
        "formerly": _texts(nodes["formerly"], "formerly") if "formerly" in nodes else [],
        "params": read_params(kind.Params, own, root),
    }
    tests = [_test(node, rule_id) for node in nodes["tests"].items()] if "tests" in nodes else []
    return RuleFile(rule, tests, list_paths(kind.Params, own))


def _kind_name(nodes: dict[str, Node], root: Node) -> str:
    if "extends" not in nodes:
        raise root.error(f"a rule needs the key 'extends': its kind, one of {', '.join(KINDS)}")
    return _one_of(nodes["extends"], KINDS, "extends")


def _one_of(node: Node, allowed: tuple[str, ...], key: str) -> str:
    value = convert(node, str, key)
    if value not in allowed:
        raise node.error(f"{key!r} must be one of {', '.join(allowed)}, not {value!r}{nearest(value, allowed)}")
    return str(value)


def _levels(node: Node | None, kind: Kind) -> dict[str, str]:
    """A level for each grade; one level serves all."""
    if node is None:
        return dict.fromkeys(kind.GRADES, "warning")
    if isinstance(node.value, str):
        return dict.fromkeys(kind.GRADES, _one_of(node, LEVELS, "level"))
    nodes = node.mapping()
    refuse_unknown(nodes, kind.GRADES, "grade")
    if missing := [grade for grade in kind.GRADES if grade not in nodes]:
        raise node.error(f"'level' says nothing of the grade {missing[0]}; this kind has {', '.join(kind.GRADES)}")
    return {grade: _one_of(nodes[grade], LEVELS, grade) for grade in GRADES if grade in nodes}


def read_words(node: Node, key: str) -> Words:
    """One text, or one a language."""
    if isinstance(node.value, str):
        return {"en": str(node.value)}
    nodes = node.mapping()
    refuse_unknown(nodes, LANGUAGES, "language")
    return {language: convert(text, str, f"{key}.{language}") for language, text in nodes.items()}


def _message(node: Node, kind_name: str, kind: Kind, key: str) -> Words:
    """Words whose placeholders are fields of the kind."""
    words = read_words(node, key)
    if arguments := _PRINTF.get(kind_name):
        words = {language: _from_printf(text, arguments, node) for language, text in words.items()}
    for text in words.values():
        for name in placeholders(text):
            if name not in kind.FIELDS:
                hint = nearest(name, kind.FIELDS)
                raise node.error(f"{key!r} names the unknown field {{{name}}}{hint} Allowed: {', '.join(kind.FIELDS)}.")
    return words


def _from_printf(text: str, arguments: tuple[str, ...], node: Node) -> str:
    """`Use '%s'` → `Use '{expected}'`."""
    place = 0

    def field(match: regex.Match[str]) -> str:
        nonlocal place
        if match[0] == "%%":
            return "%"
        place = int(match["number"]) if match["number"] else place + 1
        if not 0 < place <= len(arguments):
            raise node.error(f"{match[0]!r}: this kind's messages have {len(arguments)} argument(s)")
        return "{" + arguments[place - 1] + "}"

    return str(_VERB.sub(field, text.replace("{", "{{").replace("}", "}}")))


def _texts(node: Node, key: str) -> list[str]:
    """A list of texts; a single one may stand for itself."""
    if isinstance(node.value, str):
        return [str(node.value)]
    return [convert(item, str, key) for item in node.items()]


def _test(node: Node, rule_id: str) -> RuleTest:
    nodes = node.mapping()
    refuse_unknown(nodes, TEST_KEYS, "key")
    if not {"input", "files"} & set(nodes):
        raise node.error("a test needs the key 'input', or 'files' for a rule across files")
    if not {"want", "contains", "absent"} & set(nodes):
        raise node.error("a test needs one of the keys want, contains, absent")

    def text(key: str, default: str) -> str:
        return str(convert(nodes[key], str, key)) if key in nodes else default

    return RuleTest(
        rule=rule_id,
        path=node.path,
        line=node.line,
        name=read_words(nodes["name"], "name") if "name" in nodes else {"en": f"line {node.line}"},
        input=text("input", ""),
        format=text("format", "text"),
        want=_texts(nodes["want"], "want") if "want" in nodes else None,
        contains=_texts(nodes["contains"], "contains") if "contains" in nodes else [],
        absent=_texts(nodes["absent"], "absent") if "absent" in nodes else [],
        fixed=text("fixed", "") if "fixed" in nodes else None,
        files=convert(nodes["files"], dict[str, str], "files") if "files" in nodes else {},
    )
