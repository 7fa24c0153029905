"""form-edition: marks of another edition than the year of a report calls for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check

RULE = """\
extends: form-edition
level: {sure: warning, likely: suggestion}
message: '{match}: {edition}, not {wanted} ({year})'
marks: {'2015': ['old count'], '2020': ['new count']}
sources: {'2015': ['circular 15'], '2020': ['circular 20']}
history: [formerly]
year: 'Report for \\d+'
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Report for 2021\n\nA\tB\n1\t2\n\nText.\n\nold count\tx\nold count\t1\n", ["8:1: warning: old count: 2015, not 2020 (2021)"]),
        ("Report for 2016\n\nold count\tnew count\n1\t2\n", ["3:11: suggestion: new count: 2020, not 2015 (2016)"]),
        ("Report for 2021\n\nMade by circular 15. It is so.\n", ["3:9: warning: circular 15: 2015, not 2020 (2021)"]),
        ("二〇二一年报告\n\nold count, as it were\n", ["3:1: warning: old count: 2015, not 2020 (2021)"]),
        ("Report for 2021\n\nThe old count，如表。\n", []),
        ("Report for 2021\n\nFormerly: made by circular 15 formerly. By circular 20 now.\n", []),
        ("Report for 2010\n\nold count\tx\n1\t2\n", []),
        ("Report\n\nold count\tx\n1\t2\n", []),
        ("Report\n\nThe Report for 2021 is here.\n\nold count\tx\n1\t2\n", ["5:1: warning: old count: 2015, not 2020 (2021)"]),
        ("Years 2019 to 2021\n\nold count\tx\n1\t2\n", []),
    ],
    ids=[
        "an old table", "a table before its time", "an old basis", "a line", "a sentence", "history", "no edition yet",
        "no year", "the year in the text", "two years",
    ],
)  # fmt: skip
def test_marks(check: Check, text: str, said: list[str]) -> None:
    assert [line for line in check(RULE, text) if " not " in line] == said


def test_one_sort_of_marks_will_do(check: Check) -> None:
    rule = "\n".join(line for line in RULE.splitlines() if "sources" not in line)
    assert check(rule, "Report for 2021\n\nMade by circular 15.\n") == []
    rule = RULE.replace("marks: {'2015': ['old count'], '2020': ['new count']}", "marks: {}")
    assert check(rule, "Report for 2021\n\nold count\tx\n1\t2\n") == []
