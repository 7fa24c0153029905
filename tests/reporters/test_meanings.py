"""What the golden files say, read as their readers read them: a wrong one cannot be accepted.

Every place is looked up in the document in the unit of its format; the expectations stand here once for all formats.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from junitparser import Error, Failure, JUnitXml
from wcwidth import wcswidth

from linter.reporters import FORMATS

FOLDER = Path(__file__).parent
PATH = "报告 一.md"
LINES = (FOLDER / "golden" / "input" / PATH).read_text(encoding="utf-8").splitlines()
HERE = 'say where, not "here": [<place>] & house, 100% of it; really'


class Said(NamedTuple):
    """One diagnostic of the golden run, and what stands at its place."""

    path: str
    line: int
    text: str
    level: str
    rule: str
    message: str


SAID = [
    Said("missing.md", 1, "", "error", "recto.unreadable", "There is no such file."),
    Said(PATH, 5, "here", "error", "mine.here", HERE),
    Said(PATH, 7, "一、总体情况", "warning", "mine.twice", "the heading 一、总体情况 stands twice"),
    Said(PATH, 9, "recieve", "warning", "mine.spelling", "use 'receive', not 'recieve'"),
    Said(PATH, 9, "utilize", "suggestion", "mine.wording", "use 'use', not 'utilize'"),
    Said(PATH, 9, "here", "error", "mine.here", HERE),
]
FOUND = SAID[1:]


def golden(output_format: str) -> str:
    return (FOLDER / "golden" / f"{output_format}.golden").read_text(encoding="utf-8")


def schema(name: str) -> Any:
    return json.loads((FOLDER / "schemas" / name).read_text(encoding="utf-8"))


def column(said: Said) -> int:
    """The column of a place in characters, from 1; the golden document has each of them once a line."""
    return LINES[said.line - 1].index(said.text) + 1 if said.text else 1


def before(said: Said) -> str:
    return LINES[said.line - 1][: column(said) - 1] if said.text else ""


def utf8(text: str) -> int:
    return len(text.encode())


def cells(text: str) -> int:
    """Display cells of a text with at most one tab."""
    first, tab, rest = text.partition("\t")
    return (wcswidth(first) // 8 + 1) * 8 + wcswidth(rest) if tab else wcswidth(text)


def test_the_document_tells_the_units_apart() -> None:
    said = FOUND[0]
    text = before(said)
    units = {len(text), utf8(text), cells(text), len(text.encode("utf-16-le")) // 2}
    assert len(units) == 4
    assert "\t" in text
    assert "Ａ" in text


def test_every_format_has_a_test_of_its_meaning() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in FORMATS if name != "html" and f'golden("{name}")' not in source] == []


LINE = re.compile(r"(.+?):(\d+):(\d+): (\w+): (.*) \[([\w.-]+)\]")


def lines_of(report: str) -> list[tuple[str, int, int, str, str, str]]:
    found = []
    for line in report.splitlines():
        match = LINE.fullmatch(line)
        assert match, line
        path, number, place, level, message, rule = match.groups()
        found.append((path, int(number), int(place), level, message, rule))
    return found


def test_concise_counts_characters() -> None:
    assert lines_of(golden("concise")) == [
        (said.path, said.line, column(said), said.level, said.message, said.rule) for said in SAID
    ]


def note(level: str) -> str:
    return "note" if level == "suggestion" else level


def test_vim_counts_bytes() -> None:
    assert lines_of(golden("vim")) == [
        (said.path, said.line, utf8(before(said)) + 1, note(said.level), said.message, said.rule) for said in SAID
    ]


def test_emacs_counts_display_cells() -> None:
    assert lines_of(golden("emacs")) == [
        (said.path, said.line, cells(before(said)) + 1, note(said.level), said.message, said.rule) for said in SAID
    ]


def test_grouped_names_each_document_once() -> None:
    first, second, end = golden("grouped").split("\n\n")
    assert end == ""
    groups = [group.splitlines() for group in (first, second)]
    assert [group[0] for group in groups] == ["missing.md", PATH]
    rows = [re.split(r" {2,}", row.strip()) for group in groups for row in group[1:]]
    assert rows == [[f"{said.line}:{column(said)}", said.level, f"{said.message} [{said.rule}]"] for said in SAID]


def test_full_draws_carets_under_the_place() -> None:
    paragraphs = golden("full").strip().split("\n\n")
    assert len(paragraphs) == len(SAID)
    for said, paragraph in zip(FOUND, paragraphs[1:], strict=True):
        head, _, shown, carets, *rest = paragraph.splitlines()
        assert head == f"{said.path}:{said.line}:{column(said)}: {said.level}: {said.message} [{said.rule}]"
        assert shown == f"{said.line} │ {LINES[said.line - 1]}".replace("\t", " ")
        start = shown.index(said.text)
        assert carets.index("^") == wcswidth(shown[:start])
        assert carets.count("^") == wcswidth(said.text)
        assert bool(rest) == (said.rule != "mine.wording")


def check_rows(rows: list[dict[str, Any]]) -> None:
    for said, row in zip(SAID, rows, strict=True):
        assert row["path"] == said.path
        assert (row["line"], row["column"]) == (said.line, column(said))
        assert (row["end_line"], row["end_column"]) == (said.line, column(said) + len(said.text))
        assert row["byte_column"] == utf8(before(said)) + 1
        assert (row["level"], row["rule"], row["message"]) == (said.level, said.rule, said.message)
    (related,) = rows[2]["related"]
    assert (related["line"], related["column"]) == (3, 4)
    assert [row["fix"]["safe"] for row in rows if "fix" in row] == [True, False]
    assert rows[4]["url"] == "https://example.org/wording#utilize"
    fingerprints = [row["fingerprint"] for row in rows[1:]]
    assert len(set(fingerprints)) == len(fingerprints)


def test_json_is_an_array_of_rows() -> None:
    check_rows(json.loads(golden("json")))


def test_json_lines_are_the_same_rows() -> None:
    check_rows([json.loads(line) for line in golden("json-lines").splitlines()])


def unescaped(text: str, escapes: dict[str, str]) -> str:
    return re.sub("|".join(escapes), lambda match: escapes[match[0]], text)


def test_github_commands() -> None:
    escapes = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
    for said, command in zip(SAID, golden("github").splitlines(), strict=True):
        head, words, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", command).groups()  # type: ignore[union-attr]
        assert head == {"suggestion": "notice"}.get(said.level, said.level)
        properties = {
            key: unescaped(value, escapes) for key, value in (word.split("=", 1) for word in words.split(","))
        }
        assert properties == {
            "file": said.path,
            "line": str(said.line),
            "endLine": str(said.line),
            "col": str(column(said)),
            "endColumn": str(column(said) + len(said.text)),
            "title": said.rule,
        }
        assert unescaped(message, escapes) == said.message


def test_azure_commands() -> None:
    escapes = {"%AZP25": "%", "%0D": "\r", "%0A": "\n", "%3B": ";", "%5D": "]"}
    for said, command in zip(SAID, golden("azure").splitlines(), strict=True):
        words, message = re.fullmatch(r"##vso\[task\.logissue ([^\]]*)\](.*)", command).groups()  # type: ignore[union-attr]
        is_suggestion = said.level == "suggestion"
        assert {key: unescaped(value, escapes) for key, value in (word.split("=", 1) for word in words.split(";"))} == {
            "type": "warning" if is_suggestion else said.level,
            "sourcepath": said.path,
            "linenumber": str(said.line),
            "columnnumber": str(column(said)),
            "code": said.rule,
        }
        assert unescaped(message, escapes) == ("suggestion: " if is_suggestion else "") + said.message


def test_gitlab_rows() -> None:
    rows = json.loads(golden("gitlab"))
    for said, row in zip(SAID, rows, strict=True):
        assert row["description"] == said.message
        assert row["check_name"] == said.rule
        assert row["severity"] == {"error": "major", "warning": "minor", "suggestion": "info"}[said.level]
        assert row["location"] == {"path": said.path, "lines": {"begin": said.line, "end": said.line}}
        assert re.fullmatch(r"[0-9a-f]{32}", row["fingerprint"])
    own = [row["fingerprint"] for row in json.loads(golden("json"))[1:]]
    assert [row["fingerprint"] for row in rows[1:]] == own
    assert rows[0]["fingerprint"] not in own


def test_checkstyle_files() -> None:
    root = ET.fromstring(golden("checkstyle"))
    assert [file.get("name") for file in root] == ["clean.md", "missing.md", PATH]
    errors = [(file.get("name"), error) for file in root for error in file]
    for said, (name, error) in zip(SAID, errors, strict=True):
        assert name == said.path
        assert error.attrib == {
            "line": str(said.line),
            "column": str(column(said)),
            "severity": "info" if said.level == "suggestion" else said.level,
            "message": said.message,
            "source": said.rule,
        }


def test_junit_suites() -> None:
    whole = JUnitXml.fromstring(golden("junit").encode())
    assert (whole.tests, whole.failures, whole.errors) == (7, 5, 1)
    suites = {suite.name: list(suite) for suite in whole}
    assert list(suites) == ["clean.md", "missing.md", PATH]
    (clean,) = suites["clean.md"]
    assert (clean.name, clean.result) == ("clean.md", [])
    for said, case in zip(SAID, suites["missing.md"] + suites[PATH], strict=True):
        (result,) = case.result
        assert isinstance(result, Failure if said in FOUND else Error)
        assert case.classname == said.path
        assert case.name == f"{said.rule} ({said.line}:{column(said)})"
        assert result.message == said.message
        assert result.type == (said.level if said in FOUND else said.rule)
        assert result.text.startswith(f"{said.path}:{said.line}:{column(said)}: {said.message}")


def check_rdjson(diagnostics: list[dict[str, Any]]) -> None:
    for said, row in zip(SAID, diagnostics, strict=True):
        start = utf8(before(said)) + 1
        assert row["message"] == said.message
        assert row["severity"] == {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}[said.level]
        assert row["code"]["value"] == said.rule
        assert row["location"] == {
            "path": said.path,
            "range": {
                "start": {"line": said.line, "column": start},
                "end": {"line": said.line, "column": start + utf8(said.text)},
            },
        }
    (related,) = diagnostics[2]["relatedLocations"]
    assert related["message"] == "the first one"
    assert related["location"]["range"]["end"] == {"line": 3, "column": 4 + utf8("一、总体情况")}
    assert [row["suggestions"][0]["text"] for row in diagnostics if "suggestions" in row] == ["receive", "use"]
    assert diagnostics[4]["code"]["url"] == "https://example.org/wording#utilize"


def test_rdjson_by_its_schema() -> None:
    result = json.loads(golden("rdjson"))
    jsonschema.validate(result, schema("rdjson.json"))
    assert result["source"] == {"name": "recto"}
    check_rdjson(result["diagnostics"])


def test_rdjsonl_is_the_same_a_line_each() -> None:
    rows = [json.loads(line) for line in golden("rdjsonl").splitlines()]
    jsonschema.validate({"diagnostics": rows}, schema("rdjson.json"))
    assert {row["source"]["name"] for row in rows} == {"recto"}
    check_rdjson(rows)


@pytest.fixture
def sarif_run() -> Any:
    log = json.loads(golden("sarif"))
    jsonschema.validate(log, schema("sarif-2.1.0.json"))
    (only,) = log["runs"]
    return only


def text_at(region: dict[str, int]) -> str:
    """What stands at a region of one line; columns count code points."""
    assert region["startLine"] == region["endLine"]
    return LINES[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]


def test_sarif_results(sarif_run: Any) -> None:
    assert sarif_run["columnKind"] == "unicodeCodePoints"
    rules = sarif_run["tool"]["driver"]["rules"]
    own = [row["fingerprint"] for row in json.loads(golden("json"))[1:]]
    for said, result, fingerprint in zip(FOUND, sarif_run["results"], own, strict=True):
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert text_at(place["region"]) == place["region"]["snippet"]["text"] == said.text
        assert text_at(place["contextRegion"]) == place["contextRegion"]["snippet"]["text"] == LINES[said.line - 1]
        assert place["region"]["startLine"] == said.line
        assert place["region"]["startColumn"] == column(said)
        assert unquote(place["artifactLocation"]["uri"]) == said.path
        assert place["artifactLocation"]["uri"].isascii()
        assert " " not in place["artifactLocation"]["uri"]
        assert result["level"] == note(said.level)
        assert result["message"]["text"] == said.message
        assert result["ruleId"] == said.rule == rules[result["ruleIndex"]]["id"]
        assert result["partialFingerprints"] == {"recto/v1": fingerprint}
    (related,) = sarif_run["results"][1]["relatedLocations"]
    assert related["message"]["text"] == "the first one"
    assert related["physicalLocation"]["region"]["startLine"] == 3


def test_sarif_fixes_say_how_far_they_may_be_trusted(sarif_run: Any) -> None:
    fixes = [fix for result in sarif_run["results"] for fix in result.get("fixes", [])]
    assert [fix["description"]["text"] for fix in fixes] == ["safe: Correct the spelling.", "unsafe"]
    replacements = [fix["artifactChanges"][0]["replacements"][0] for fix in fixes]
    assert [(text_at(each["deletedRegion"]), each["insertedContent"]["text"]) for each in replacements] == [
        ("recieve", "receive"),
        ("utilize", "use"),
    ]


def test_sarif_describes_the_rules_that_could_run(sarif_run: Any) -> None:
    rules = {rule["id"]: rule for rule in sarif_run["tool"]["driver"]["rules"]}
    assert list(rules) == ["mine.here", "mine.spelling", "mine.twice", "mine.wording"]
    here = rules["mine.here"]
    assert here["shortDescription"]["text"] == "Readers do not know where here is."
    assert here["fullDescription"]["text"] == "Readers do not know where here is. They stand elsewhere."
    assert here["help"]["text"] == "Name the place."
    assert here["properties"] == {"tags": ["mine", "existence"], "precision": "very-high"}
    assert rules["mine.wording"]["helpUri"] == "https://example.org/wording#utilize"
    levels = [rule["defaultConfiguration"]["level"] for rule in rules.values()]
    assert levels == ["error", "warning", "warning", "note"]


def test_sarif_says_what_went_wrong(sarif_run: Any) -> None:
    (invocation,) = sarif_run["invocations"]
    assert invocation["executionSuccessful"] is False
    (said,) = invocation["toolExecutionNotifications"]
    assert said["descriptor"]["id"] == "recto.unreadable"
    assert said["message"]["text"] == "There is no such file."
    assert said["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "missing.md"
    assert [each["id"] for each in sarif_run["tool"]["driver"]["notifications"]] == ["recto.unreadable"]


def test_sarif_artifacts(sarif_run: Any) -> None:
    artifacts = {unquote(each["location"]["uri"]): each.get("encoding") for each in sarif_run["artifacts"]}
    assert artifacts == {"clean.md": None, "missing.md": None, PATH: "utf-8"}
    assert sarif_run["originalUriBaseIds"]["%SRCROOT%"]["uri"] == "file:///FOLDER/"
