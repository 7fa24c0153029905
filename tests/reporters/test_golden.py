"""The reports are what they were; `python tools/golden.py` writes the files anew, and no test does."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
_spec = importlib.util.spec_from_file_location("golden", ROOT / "tools" / "golden.py")
assert _spec is not None
assert _spec.loader is not None
golden = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(golden)


@pytest.mark.parametrize("output_format", golden.SHOWN)
def test_the_report_is_the_golden_one(output_format: str) -> None:
    assert golden.report_in(output_format) == golden.path_of(output_format).read_text(encoding="utf-8")


def test_there_is_a_golden_file_for_each_format_and_no_other() -> None:
    assert {path.stem for path in golden.GOLDEN.glob("*.golden")} == set(golden.SHOWN)


def test_the_script_writes_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(golden, "path_of", lambda output_format: tmp_path / f"{output_format}.golden")
    golden.rewrite()
    assert {path.stem for path in tmp_path.glob("*.golden")} == set(golden.SHOWN)
    assert len(capsys.readouterr().out.splitlines()) == len(golden.SHOWN)
