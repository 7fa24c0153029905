"""empty-section: what is a section and what only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Check


RULE = "extends: empty-section\nlevel: {likely: warning, hint: suggestion}\nmessage: '{heading}{others} / {next}'\n"
END = "the end of the document"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.txt", "一、供水\n\n正文。\n\n二、供电\n\n正文。\n\n三、道路\n", [f"9:1: suggestion: 三、道路 / {END}"]),
        ("a.txt", "一、供水\n\n正文。\n\n二、供电\n\n正文。\n\n三、道路", [f"9:1: suggestion: 三、道路 / {END}"]),
        ("a.txt", "一、供水\n\n须备：\n\n1.铁锹\n\n2.水桶\n\n二、供电\n\n正文。\n\n三、路\n\n正文。\n", []),
        (
            "a.txt",
            "一、供水\n\n（一）现状\n\n二、供电\n\n（一）现状\n\n正文。\n",
            ["3:1: warning: （一）现状 / “二、供电”"],
        ),
        ("a.md", "A\n===\n\ntext\n\nB\n---\n\nC\n---\n\ntext\n", ["6:1: warning: B / “C”"]),
        ("a.md", "# A\n\ntext\n\n## B\n\n```\ncode\n```\n\n## C\n\ntext\n", []),
        ("a.md", "# A\n\ntext\n\n## B\n\n---\n\n## C\n\ntext\n", ["5:4: warning: B / “C”"]),
        (
            "a.md",
            "# A\n\ntext\n\n## B\n\n## C\n\n## D\n\ntext\n",
            ["5:4: suggestion: B / “C”", "7:4: suggestion: C / “D”"],
        ),
        ("a.md", "# A\n\ntext\n\n##\n\n## C\n\ntext\n", []),
        ("a.md", "# A\n\ntext\n\n## B\n\n<!-- later -->\n\n## C\n\ntext\n", ["5:4: suggestion: B / “C”"]),
        ("a.md", "# A\n\ntext\n\n## B\n\n<!-- one -->\n![](b.png)\n\n## C\n\ntext\n", []),
        ("a.md", "# A\n\ntext\n\n###### B\n\n###### C\n\ntext\n", ["5:8: suggestion: B / “C”"]),
        (
            "a.md",
            "# A\n\ntext\n" + "".join(f"\n## {name}\n\n## {name}2\n\ntext\n" for name in "BCD"),
            ["5:4: warning: B, nor under 2 more headings / “B2”"],
        ),
        (
            "a.md",
            "# A\n\ntext\n\n## B\n\n## C\n\n## B\n\ntext\n\n## C\n\ntext\n",
            [],
        ),
    ],
    ids=[
        "the end", "no line break", "a short list", "no list", "a line under it", "code", "a rule", "a form", "no words",
        "a comment", "a comment and a picture", "the lowest level", "many", "contents",
    ],
)  # fmt: skip
def test_empty_section(check: Check, name: str, text: str, said: list[str]) -> None:
    assert check(RULE, text, name) == said
