"""Emacs with `recto.el`: Flymake, Flycheck and Eglot show what is wrong with a buffer, saved or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from emacs import need_package, run
from programs import PLACES, REPORTED, Place, desk, need_pygls

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SHIFTED = [Place(path, line + 2, rest) for path, line, rest in PLACES]
"""The places behind two lines that are not saved."""

FLYMAKE = r"""
(require 'flymake)
(dolist (name documents)
  (open name)
  (insert "还没有存盘的一行\n\n")
  (recto-flymake-setup)
  (flymake-start)
  (wait (lambda () (flymake-diagnostics)))
  (goto-char (point-min))
  (let ((flymake-wrap-around nil))
    (condition-case nil
        (while t (flymake-goto-next-error 1 nil t) (note))
      (user-error nil)))
  (set-buffer-modified-p nil))
"""


def test_flymake_checks_the_buffer(tmp_path: Path) -> None:
    assert run(desk(tmp_path), FLYMAKE) == SHIFTED


def test_flymake_passes_arguments_on(tmp_path: Path) -> None:
    chosen = """(setq documents (cdr documents) recto-arguments '("--select" "mine.spelling"))"""
    assert run(desk(tmp_path), chosen + FLYMAKE) == [SHIFTED[3]]


KINDS = r"""
(require 'flymake)
(open "报告 一.md")
(recto-flymake-setup)
(flymake-start)
(wait (lambda () (flymake-diagnostics)))
(dolist (one (flymake-diagnostics))
  (goto-char (flymake-diagnostic-beg one))
  (push (format "%s\t%d\t%s" (flymake-diagnostic-type one) (line-number-at-pos) (flymake-diagnostic-text one)) found))
"""


def test_flymake_shows_the_level_and_the_rule(tmp_path: Path) -> None:
    found = run(desk(tmp_path), KINDS)
    assert sorted(place.path for place in found) == [":error", ":error", ":note", ":warning", ":warning"]
    assert Place(":note", 9, "use 'use', not 'utilize' [mine.wording]") in found


BROKEN = r"""
(require 'flymake)
(write-region "selct: [mine]" nil "recto.yaml")
(open "报告 一.md")
(recto-flymake (lambda (kind &rest rest) (push (format "%s\t0\t%s" kind (plist-get rest :explanation)) found)))
(wait (lambda () found))
(setq recto-command "no-such-recto")
(condition-case error (recto-flymake #'ignore)
  (error (push (format "missing\t0\t%s" (error-message-string error)) found)))
"""


def test_flymake_says_why_there_is_no_report(tmp_path: Path) -> None:
    broken, missing = run(desk(tmp_path), BROKEN)
    assert broken.path == ":panic"
    assert "recto.yaml" in broken.rest
    assert "selct" in broken.rest
    assert missing.rest == "There is no program ‘no-such-recto’: pip install recto"


FLYCHECK = r"""
(require 'flycheck)
(dolist (name documents)
  (open name)
  (text-mode)
  (insert "还没有存盘的一行\n\n")
  (flycheck-mode)
  (setq flycheck-checker 'recto)
  (flycheck-buffer)
  (wait (lambda () (and (not (flycheck-running-p)) flycheck-current-errors)))
  (dolist (error flycheck-current-errors)
    (goto-char (car (flycheck-error-region-for-mode error 'columns)))
    (note))
  (set-buffer-modified-p nil))
"""


def test_flycheck_checks_the_buffer(tmp_path: Path) -> None:
    need_package("flycheck")
    assert run(desk(tmp_path), FLYCHECK) == SHIFTED


EGLOT = r"""
(require 'eglot)
(require 'flymake)
(recto-eglot-setup)
(dolist (name documents)
  (open name)
  (text-mode)
  (call-interactively #'eglot)
  (wait (lambda () (= (length (flymake-diagnostics)) (if (equal name "引号.md") 1 %d))))
  (dolist (one (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))
    (goto-char (flymake-diagnostic-beg one))
    (note))
  (eglot-shutdown (eglot-current-server)))
"""


def test_eglot_talks_to_the_language_server(tmp_path: Path) -> None:
    need_package("eglot")
    need_pygls()
    assert run(desk(tmp_path), EGLOT % len(REPORTED)) == PLACES


def test_eglot_passes_the_settings_on(tmp_path: Path) -> None:
    need_package("eglot")
    need_pygls()
    settings = """(setq-default eglot-workspace-configuration '((:recto . (:select ["mine.spelling"]))))"""
    assert run(desk(tmp_path), settings + "(setq documents (cdr documents))" + EGLOT % 1) == [REPORTED[2]]
