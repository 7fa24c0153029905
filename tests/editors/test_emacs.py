"""Emacs with `recto.el`: `next-error` comes to the character that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from emacs import run
from programs import EDITORS, PLACES, REPORTED, Place, desk, need

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

CHECK = r"""
(let ((buffer (recto-check "%s")))
  (wait (lambda () (not (get-buffer-process buffer))))
  (setq compilation-skip-threshold 0 next-error-last-buffer buffer)
  (with-current-buffer buffer (compilation--ensure-parse (point-max)) (goto-char (point-min)))
  (condition-case nil
      (while t
        (next-error)
        (with-current-buffer (window-buffer) (save-excursion (goto-char (window-point)) (note))))
    (user-error nil))
  (with-current-buffer buffer
    (push (format "counts\t%%d\t%%d %%d" compilation-num-errors-found compilation-num-warnings-found
                  compilation-num-infos-found)
          found)))
"""


@pytest.mark.parametrize("environment", ["UTF-8", "Chinese-GB"])
def test_next_error_goes_to_the_place(environment: str, tmp_path: Path) -> None:
    """Also where quotation marks are two cells wide, and tabs four."""
    found = run(desk(tmp_path), CHECK % ".", environment)
    assert found == [*PLACES, Place("counts", 3, "2 1")]


def test_one_file_is_checked(tmp_path: Path) -> None:
    assert run(desk(tmp_path), CHECK % "报告 一.md")[:-1] == REPORTED


def test_arguments_are_passed_on(tmp_path: Path) -> None:
    chosen = """(setq recto-arguments '("--select" "mine.spelling"))"""
    assert run(desk(tmp_path), chosen + CHECK % ".")[:-1] == [REPORTED[2]]


def test_the_library_compiles_without_a_warning(tmp_path: Path) -> None:
    form = f'(setq byte-compile-error-on-warn t byte-compile-dest-file-function (lambda (_) "{tmp_path}/recto.elc"))'
    place = desk(tmp_path)
    place.run(need("emacs"), "-q", "--batch", "--eval", form, "-f", "batch-byte-compile", EDITORS / "emacs/recto.el")
    assert (tmp_path / "recto.elc").is_file()
