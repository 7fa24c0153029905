"""Data files of packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.outside.data_files import DataFiles

if TYPE_CHECKING:
    from pathlib import Path


def test_rows_are_lines_of_fields_without_comments(tmp_path: Path) -> None:
    (tmp_path / "laws.tsv").write_text("# Source: a list\n\n水法\t2002\n防洪法\t1997\t修正\n", encoding="utf-8")
    lists = DataFiles((str(tmp_path),))
    assert lists.rows("laws.tsv") == (("水法", "2002"), ("防洪法", "1997", "修正"))
    assert lists.rows("laws.tsv") is lists.rows("laws.tsv")
