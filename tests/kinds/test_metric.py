"""metric: values reckoned from a whole document, or from each of its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check, Recto, Write

LISTS = """\
# One

- a
- b
  - deeper

    its second paragraph
- c

      code

- d

Text.

1. x

> quoted

> quoted too

```
ls
```

## Two
"""


def rule(formula: str, condition: str, keys: str = "") -> str:
    return f"extends: metric\nmessage: 'has %s'\nformula: {formula}\ncondition: '{condition}'\n{keys}"


@pytest.mark.parametrize(
    ("formula", "condition", "said"),
    [
        ("heading.h1 + heading.h2", "> 1.0", ["has 2.00"]),
        ("heading.h6", "> 1", []),
        ("list", ">= 0", ["has 3.00"]),
        ("blockquote", ">= 0", ["has 2.00"]),
        ("pre", ">= 0", ["has 2.00"]),
        ("paragraphs", ">= 0", ["has 10.00"]),
        ("words / heading.h1", "> heading.h2 && words > 5", ["has 13.00"]),
        ("words / heading.h5", "> 0", []),
        ("math.sqrt(-words)", "< 0", []),
        ("1 / 3.0", "== 0.333333", ["has 0.33"]),
    ],
    ids=[
        "headings", "what is absent is 0", "lists and those in them", "quotations", "code", "paragraphs", "a condition with variables",
        "no quotient", "no root", "six decimals are compared",
    ],
)  # fmt: skip
def test_what_a_document_holds(check: Check, formula: str, condition: str, said: list[str]) -> None:
    assert check(rule(formula, condition), LISTS, "a.md") == [f"1:1: warning: {message}" for message in said]


def test_each_paragraph_where_the_scope_says_so(check: Check) -> None:
    text = "Short one.\n\nThis one has a few more words in it.\n"
    assert check(rule("words", "> 5", "scope: paragraph\n"), text, "a.md") == ["3:1: warning: has 9.00"]


def test_an_empty_document_has_nothing_to_divide(check: Check) -> None:
    assert check(rule("words / sentences", ">= 0"), "", "a.md") == []


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ("formula: wrods\ncondition: '> 1'", "3: 'formula': there is no variable 'wrods'"),
        ("formula: words\ncondition: '> '", "4: 'condition': 'value >' is no formula"),
    ],
)
def test_a_bad_formula_is_told_with_its_line(recto: Recto, write: Write, keys: str, reason: str) -> None:
    write("styles/mine/rule.yaml", f"extends: metric\nmessage: x\n{keys}\n")
    path = write("a.md", "x\n")
    result = recto("check", "--rules-path", path.parent / "styles", path)
    assert result.status == 2
    assert reason in result.err + result.out
