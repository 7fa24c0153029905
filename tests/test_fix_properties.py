"""What holds of fixes whatever the document: documents are put together from the tests that stand in the rule files."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.authoring.rule_tests import run_test
from linter.fixes.rounds import Fixed, fix_document
from linter.formats import format_of, parse
from linter.lint import Settings, lint_document
from linter.outside.data_files import DataFiles
from linter.outside.rules import BUILT_IN, author_folders
from linter.ruleset import Selection, ruleset_from
from linter.source import Source

if TYPE_CHECKING:
    from linter.authoring.rule_reader import RuleTest
    from linter.diagnostic import Diagnostic
    from linter.document import Document
    from linter.ruleset import Ruleset


@cache
def rules_and_tests() -> tuple[Ruleset, list[RuleTest]]:
    lists = DataFiles((BUILT_IN,))
    authored = author_folders((BUILT_IN,), lists, need_tests=True)
    assert not authored.errors
    return ruleset_from(authored.data, lists), [test for test in authored.tests if test.input]


def fixed(source: Source, *, unsafe: bool, select: tuple[str, ...] = ()) -> Fixed:
    ruleset, _ = rules_and_tests()
    chosen = Settings(Selection(select=select))
    return fix_document(source, lambda document: lint_document(document, ruleset, chosen), unsafe=unsafe)


@st.composite
def documents(draw: st.DrawFn) -> Source:
    """Up to four tests one after the other, some with a table, code or a link between, with any line ends."""
    _, tests = rules_and_tests()
    between = st.sampled_from([
        "\n\n", "\n\n|甲,乙|的的|\n|---|---|\n|一,二|the the|\n\n", "\n\n```\nthe the 中文,中文\n```\n\n",
        "\n\n见[中文,中文](https://example.org/the,the)，`中文,中文`。\n\n", "\n\n甲\t乙,丙\t三\n丁\t戊,己\t四\n\n",
    ])  # fmt: skip
    parts = draw(st.lists(st.sampled_from(tests), min_size=1, max_size=4))
    text = "".join(test.input.rstrip("\n") + draw(between) for test in parts)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    text = draw(st.sampled_from([text, text.replace("\n", "\r\n"), text.replace("\n", "\r\n", 3)]))
    name = draw(st.sampled_from(["a.md", "a.txt"]))
    return Source(name, text, format_of(name))


some = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@given(documents(), st.booleans())
@some
def test_fixing_twice_is_fixing_once(source: Source, unsafe: bool) -> None:  # noqa: FBT001
    once = fixed(source, unsafe=unsafe)
    twice = fixed(once.source, unsafe=unsafe)
    assert twice.source.text == once.source.text
    assert twice.applied == 0
    assert twice.withheld == once.withheld


@given(documents())
@some
def test_no_safe_fix_is_left_and_each_changes_but_its_line(source: Source) -> None:
    edited: set[int] = set()

    def lint(document: Document) -> list[Diagnostic]:
        ruleset, _ = rules_and_tests()
        found = lint_document(document, ruleset, Settings())
        edited.update(edit.start.line for one in found if one.fix and one.fix.safe for edit in one.fix.edits)
        return found

    after = fix_document(source, lint, unsafe=False)
    withheld = {(one.line, one.rule) for one in after.withheld}
    left = [
        (edit.start.line, one.rule) for one in after.diagnostics if one.fix and one.fix.safe for edit in one.fix.edits
    ]
    assert set(left) <= withheld
    lines, others = source.text.split("\n"), after.source.text.split("\n")
    assert len(lines) == len(others)
    changed = {number for number, pair in enumerate(zip(lines, others, strict=True), start=1) if pair[0] != pair[1]}
    assert changed <= edited
    assert [line.endswith("\r") for line in lines] == [line.endswith("\r") for line in others]


@given(documents())
@some
def test_tables_code_links_headings_and_numbers_stay(source: Source) -> None:
    after = fixed(source, unsafe=True)
    before, document = parse(source), parse(after.source)
    assert written(before) == written(document)
    assert headings(before) == headings(document)
    assert targets(before) == targets(document)


def written(document: Document) -> list[str]:
    """Tables and code as they stand in the source."""
    text = document.source.text
    spans = [table.span for table in document.tables] + [
        block.span for block in document.blocks if "code" in block.scopes
    ]
    return [text[start:end] for start, end in spans]


def headings(document: Document) -> list[tuple[int, tuple[int, ...]]]:
    return [(block.depth, block.ordinal.value if block.ordinal else ()) for block in document.blocks if block.depth]


def targets(document: Document) -> list[str]:
    return [inline.target for block in document.blocks for inline in block.inlines if inline.target]


# Every rule

HEADINGS = "".join(f"## {ordinal}工作安排\n\n各村轮流值守。\n\n" for ordinal in ("一、", "二、", "三. ", "四、"))


def rules_with_fixes() -> dict[str, list[RuleTest]]:
    _, tests = rules_and_tests()
    found: dict[str, list[RuleTest]] = defaultdict(list)
    for test in tests:
        if test.fixed is not None and test.fixed != test.input:
            found[test.rule].append(test)
    return dict(found)


@pytest.mark.parametrize("rule", sorted(rules_with_fixes()))
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_each_rule_with_a_fix_is_seen_to_apply_it(rule: str, name: str) -> None:
    ruleset, _ = rules_and_tests()
    tests = rules_with_fixes()[rule]
    assert not [wrong for test in tests for wrong in run_test(test, ruleset)]
    texts = [test.input for test in tests]
    if name.endswith(".md"):
        texts += [HEADINGS]
    applied = [fixed(Source(name, text, format_of(name)), unsafe=True, select=(rule,)) for text in texts]
    assert any(one.applied for one in applied)
