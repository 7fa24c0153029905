"""Every format is complete and valid, whatever happens: nothing found, something broken, names and texts of any sort."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from junitparser import JUnitXml

from linter.lint import Settings
from linter.outcome import Outcome
from linter.outside.library import Library
from linter.outside.rules import load_ruleset
from linter.reporters import FORMATS, HUMAN, report
from linter.ruleset import Selection
from linter.running.files import run

if TYPE_CHECKING:
    from conftest import Recto, Write, WriteDocx

SCHEMAS = Path(__file__).parent / "schemas"
RULE = "extends: existence\nmessage: \"leave out '%s'\"\nraw: ['very\\S*']\n"


def valid(output_format: str, text: str) -> Any:
    """The report, read; it fails where that cannot be done."""
    match output_format:
        case "json" | "gitlab":
            return json.loads(text)
        case "sarif" | "rdjson":
            whole = json.loads(text)
            name = {"sarif": "sarif-2.1.0.json", "rdjson": "rdjson.json"}[output_format]
            jsonschema.validate(whole, json.loads((SCHEMAS / name).read_text(encoding="utf-8")))
            return whole
        case "json-lines" | "rdjsonl":
            return [json.loads(line) for line in text.splitlines()]
        case "junit" | "checkstyle":
            return ET.fromstring(text)
        case _:
            return text.splitlines()


@pytest.fixture
def folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a rule of its own."""
    write("styles/mine/very.yaml", RULE)
    path = write("recto.yaml", "rules-path: [styles]\nselect: [mine]\n").parent
    monkeypatch.chdir(path)
    return path


@pytest.mark.parametrize("output_format", FORMATS)
def test_nothing_is_found(folder: Path, recto: Recto, write: Write, output_format: str) -> None:
    write("a.txt", "Nothing.\n")
    result = recto("check", "--output-format", output_format, "a.txt")
    assert result.status == 0
    whole = valid(output_format, result.out)
    match output_format:
        case "sarif":
            (only,) = whole["runs"]
            assert only["results"] == []
            assert only["invocations"] == [{"executionSuccessful": True}]
        case "rdjson":
            assert whole["diagnostics"] == []
        case "junit":
            assert whole.attrib == {"name": "recto", "tests": "1", "failures": "0", "errors": "0"}
        case "checkstyle":
            assert [(file.get("name"), len(file)) for file in whole] == [("a.txt", 0)]
        case "html":
            assert "A very good day" not in result.out
        case _:
            assert whole == []
    assert folder.is_dir()


@pytest.mark.parametrize("output_format", FORMATS)
def test_no_document_at_all(folder: Path, recto: Recto, output_format: str) -> None:
    (folder / "empty").mkdir()
    result = recto("check", "--output-format", output_format, "empty")
    assert result.status == 0
    valid(output_format, result.out)


@pytest.mark.parametrize("output_format", FORMATS)
def test_rules_and_documents_are_broken(folder: Path, recto: Recto, write: Write, output_format: str) -> None:
    write("styles/mine/broken.yaml", "extends: nothing\n")
    write("a.txt", "A very good day.\n")
    (folder / "binary.txt").write_bytes(b"\0\1")
    result = recto("check", "--output-format", output_format, "a.txt", "binary.txt", "missing.txt")
    assert result.status == 2
    assert "broken.yaml:1: " in result.err
    whole = valid(output_format, result.out)
    for word in ("a.txt", "binary.txt", "missing.txt", "very"):
        assert word in result.out
    if output_format == "sarif":
        (invocation,) = whole["runs"][0]["invocations"]
        assert invocation["executionSuccessful"] is False
        assert len(invocation["toolExecutionNotifications"]) == 2
        (said,) = invocation["toolConfigurationNotifications"]
        assert "broken.yaml:1: " in said["message"]["text"]
    if output_format == "junit":
        assert whole.attrib == {"name": "recto", "tests": "4", "failures": "1", "errors": "3"}
        assert "broken.yaml:1: " in result.out
        JUnitXml.fromstring(result.out.encode())


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_broken_rule_alone(folder: Path, recto: Recto, write: Write, output_format: str) -> None:
    write("styles/mine/broken.yaml", "extends: nothing\n")
    write("a.txt", "Nothing.\n")
    result = recto("check", "--output-format", output_format, folder / "a.txt")
    assert result.status == 2
    whole = valid(output_format, result.out)
    if output_format == "sarif":
        assert whole["runs"][0]["invocations"][0]["executionSuccessful"] is False


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
@pytest.mark.parametrize("output_format", FORMATS)
def test_names_and_texts_of_any_sort(folder: Path, recto: Recto, output_format: str) -> None:
    name = os.fsdecode(b"\xff\x1b[31m,;:]%\xe2\x80\xae\n.txt")
    (folder / name).write_text("very\x1b]0;x\x07\x01\u202e\u2066&<]]>%:,; \ufffe\n", encoding="utf-8")
    result = recto("check", "--output-format", output_format, name)
    assert result.status == 1
    valid(output_format, result.out)
    if output_format in HUMAN:
        assert not set(result.out) & set("\x1b\x07\x01\u202e\u2066\u2069")
        assert len(result.out.splitlines()) < 9
    if output_format in ("github", "azure"):
        assert len(result.out.splitlines()) == 1


@pytest.mark.parametrize("output_format", FORMATS)
def test_the_summary_stands_beside_reports_for_people_alone(
    folder: Path, recto: Recto, write: Write, output_format: str
) -> None:
    write("a.txt", "A very good day.\n")
    result = recto("check", "--output-format", output_format, folder / "a.txt")
    assert result.status == 1
    assert result.err == ("1 diagnostic in 1 file (0 errors, 1 warning)\n" if output_format in HUMAN else "")
    assert recto("check", "-q", "--output-format", output_format, folder / "a.txt") == result._replace(err="")


def test_a_file_outside_the_working_folder(
    folder: Path, recto: Recto, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("a b.txt", "A very good day.\n")
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")
    out = recto("check", "--config", folder / "recto.yaml", "--output-format", "sarif", path).out
    (result,) = valid("sarif", out)["runs"][0]["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": path.as_uri()}


def test_sarif_tells_the_encoding(folder: Path, recto: Recto) -> None:
    (folder / "a.txt").write_bytes("一日 very\n".encode("utf-16"))
    whole = valid("sarif", recto("check", "--output-format", "sarif", "a.txt").out)
    (artifact,) = whole["runs"][0]["artifacts"]
    assert artifact["encoding"] == "utf-16le"


def test_a_word_document_has_no_encoding(folder: Path, recto: Recto, write_docx: WriteDocx) -> None:
    write_docx("<w:p><w:r><w:t>A very good day.</w:t></w:r></w:p>")
    whole = valid("sarif", recto("check", "--output-format", "sarif", folder / "a.docx").out)
    assert len(whole["runs"][0]["results"]) == 1
    assert whole["runs"][0]["artifacts"] == [{"location": {"uri": "a.docx", "uriBaseId": "%SRCROOT%"}}]


def test_a_document_that_is_gone_when_the_report_is_written(folder: Path, write: Write) -> None:
    path = write("a.txt", "\tvery\n")
    ruleset = load_ruleset((str(folder / "styles"),)).ruleset
    ((name, found),) = run(["a.txt"], ruleset, Settings(Selection(select=("mine",))))
    path.unlink()
    outcome = Outcome(found, [name], ruleset.rules, Library(lambda _: None))
    assert report(outcome, "emacs") == "a.txt:1:2: warning: leave out 'very' [mine.very]\n"
    (artifact,) = valid("sarif", report(outcome, "sarif"))["runs"][0]["artifacts"]
    assert list(artifact) == ["location"]


def test_a_place_that_is_the_whole_line_has_nothing_around_it(folder: Path, recto: Recto, write: Write) -> None:
    write("a.txt", "very\n\nvery much\n")
    whole = valid("sarif", recto("check", "--output-format", "sarif", folder / "a.txt").out)
    first, second = (result["locations"][0]["physicalLocation"] for result in whole["runs"][0]["results"])
    assert first["region"]["snippet"]["text"] == "very"
    assert "contextRegion" not in first
    assert second["contextRegion"]["snippet"]["text"] == "very much"


def test_a_place_that_is_too_long_to_show(folder: Path, recto: Recto, write: Write) -> None:
    write("a.txt", f"A very{'y' * 500} much\n")
    whole = valid("sarif", recto("check", "--output-format", "sarif", folder / "a.txt").out)
    (result,) = whole["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["endColumn"] - region["startColumn"] == 504
    assert "snippet" not in region
    assert "contextRegion" not in result["locations"][0]["physicalLocation"]


def test_a_place_of_several_lines(folder: Path, recto: Recto, write: Write) -> None:
    run = "The pump by the north gate was repaired in April and has run without a fault since then.\n\n"
    other = "The second pump stays in reserve, and its key hangs in the office beside the calendar.\n\n"
    path = write("a.txt", f"Minutes\n\n{run}{other}Between.\n\n{run}{other}")
    arguments = ("check", "--isolated", "--select", "document.repeated-content", "--output-format")
    (result,) = valid("sarif", recto(*arguments, "sarif", path).out)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] < place["region"]["endLine"]
    assert "snippet" not in place["region"]
    command = recto(*arguments, "github", path).out
    assert ",endLine=" in command
    assert "col=" not in command
    assert folder.is_dir()


def test_what_the_linter_says_itself_is_described(folder: Path, recto: Recto, write: Write) -> None:
    write("a.md", "<!-- recto-disable mine.veri -->\n\nText.\n")
    whole = valid("sarif", recto("check", "--output-format", "sarif", folder / "a.md").out)
    (result,) = whole["runs"][0]["results"]
    rule = whole["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "recto.unknown-suppression"
    assert rule["name"] == "UnknownSuppression"
    assert rule["help"]["text"] == "`recto rules` lists the names."


def gitlab_fingerprints(recto: Recto, *paths: str) -> list[str]:
    return [row["fingerprint"] for row in json.loads(recto("check", "--output-format", "gitlab", *paths).out)]


def test_fingerprints_of_gitlab_outlive_edits_above(folder: Path, recto: Recto, write: Write) -> None:
    write("a.txt", "A very good day.\n")
    before = gitlab_fingerprints(recto, "a.txt")
    write("a.txt", "Another day.\n\nAnd more.\n\nA very good day.\n")
    assert gitlab_fingerprints(recto, "a.txt") == before
    assert folder.is_dir()


def test_fingerprints_of_gitlab_are_unique_among_copies(folder: Path, recto: Recto, write: Write) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        write(name, "A very good day.\n\nA very good day.\n")
    found = gitlab_fingerprints(recto, "a.txt", "b.txt", "c.txt", "missing.txt")
    assert len(found) == len(set(found)) == 7
    assert found[:2] == gitlab_fingerprints(recto, "b.txt")
    write("b.txt", "More.\n\nA very good day.\n\nA very good day.\n")
    assert gitlab_fingerprints(recto, "a.txt", "b.txt", "c.txt", "missing.txt") == found
    assert folder.is_dir()


def test_emacs_counts_what_it_can_read(folder: Path, recto: Recto, write: Write) -> None:
    path = write("a.txt", "\x01\x85é一\tvery\nvery\n")
    lines = recto("check", "--output-format", "emacs", path).lines
    assert [line.removeprefix(f"{path}:").split(":")[:2] for line in lines] == [["1", "17"], ["2", "1"]]
    assert folder.is_dir()
