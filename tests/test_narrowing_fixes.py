"""Fixes of a run that reports a part of what it finds: only what is reported is fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from conftest import Recto, Write

RULE = "extends: substitution\nmessage: \"use '%s', not '%s'\"\nfix: safe\nswap: {recieve: receive}\n"


def test_what_the_baseline_knows_is_not_fixed(
    recto: Recto, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("styles/mine/spelling.yaml", RULE)
    write("recto.yaml", "rules-path: [styles]\nselect: [mine]\n")
    path = write("a.md", "We recieve letters.\n")
    monkeypatch.chdir(tmp_path)
    assert recto("baseline", "a.md").status == 0
    path.write_text("They recieve parcels.\n\nWe recieve letters.\n", encoding="utf-8")
    result = recto("check", "--fix", "--baseline", "recto-baseline.json", "a.md")
    assert (result.status, result.out) == (0, "")
    assert path.read_text(encoding="utf-8") == "They receive parcels.\n\nWe recieve letters.\n"
    assert "applied 1 fix in 1 file" in result.err
