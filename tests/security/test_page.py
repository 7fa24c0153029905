"""Each promise of `docs/security.md` has its test."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_each_test_that_the_page_names_exists() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in page.splitlines() if line.startswith("| ")][1:]
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    known = set(re.findall(r"^def (test_\w+)\(", sources, re.MULTILINE))
    assert len(rows) > 20
    for *_, tests, _end in rows:
        named = re.findall(r"`(\w+)`", tests)
        assert named
        assert set(named) <= known
