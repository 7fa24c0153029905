"""Emacs with `recto.el`: `next-error` and the checkers come to the character that was meant."""

from __future__ import annotations

import importlib.util
import subprocess
from typing import TYPE_CHECKING

import pytest
from programs import EDITORS, PLACES, REPORTED, Place, desk, lack, need

if TYPE_CHECKING:
    from pathlib import Path

    from programs import Desk

pytestmark = pytest.mark.slow

SCRIPT = r"""
(setq package-user-dir "/nonexistent" package-archives nil)
(package-initialize)
(set-language-environment "%s")
(prefer-coding-system 'utf-8)
(setq-default tab-width 4)
(load (concat (getenv "EDITORS") "/emacs/recto.el") nil t)
(defvar found nil)
(defun note ()
  (push (format "%%s\t%%d\t%%s" (file-name-nondirectory buffer-file-name) (line-number-at-pos)
                (buffer-substring (point) (line-end-position)))
        found))
(defun wait (until)
  (let ((patience 600))
    (while (not (funcall until))
      (setq patience (1- patience))
      (when (zerop patience) (error "nothing came"))
      (accept-process-output nil 0.1))))
(defun open (name)
  (switch-to-buffer (find-file-noselect name)))
%s
(with-temp-file "../found.txt" (insert (mapconcat #'identity (nreverse found) "\n")))
"""


def run(place: Desk, body: str, environment: str = "UTF-8") -> list[Place]:
    """What Emacs notes that runs these lines under a language environment."""
    (place.documents.parent / "script.el").write_text(SCRIPT % (environment, body), encoding="utf-8")
    place.run(need("emacs"), "-q", "--batch", "-l", "../script.el")
    return place.found()


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


FLYMAKE = r"""
(require 'flymake)
(dolist (name '("引号.md" "报告 一.md"))
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
    assert run(desk(tmp_path), FLYMAKE) == [Place(path, line + 2, rest) for path, line, rest in PLACES]


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
(dolist (name '("引号.md" "报告 一.md"))
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


def has_package(name: str) -> None:
    command = f'(progn (package-initialize) (kill-emacs (if (locate-library "{name}") 0 1)))'
    done = subprocess.run([need("emacs"), "-q", "--batch", "--eval", command], check=False, capture_output=True)
    if done.returncode:
        lack(f"{name} for Emacs")


def test_flycheck_checks_the_buffer(tmp_path: Path) -> None:
    has_package("flycheck")
    assert run(desk(tmp_path), FLYCHECK) == [Place(path, line + 2, rest) for path, line, rest in PLACES]


EGLOT = r"""
(require 'eglot)
(require 'flymake)
(recto-eglot-setup)
(dolist (name '("引号.md" "报告 一.md"))
  (open name)
  (text-mode)
  (let ((server (call-interactively #'eglot)))
    (wait (lambda () (flymake-diagnostics)))
    (dolist (one (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))
      (goto-char (flymake-diagnostic-beg one))
      (note))
    (eglot-shutdown (eglot-current-server))))
"""


def test_eglot_talks_to_the_language_server(tmp_path: Path) -> None:
    has_package("eglot")
    if importlib.util.find_spec("pygls") is None:
        lack("pygls")
    assert run(desk(tmp_path), EGLOT) == PLACES


def test_the_library_compiles_without_a_warning(tmp_path: Path) -> None:
    form = f'(setq byte-compile-error-on-warn t byte-compile-dest-file-function (lambda (_) "{tmp_path}/recto.elc"))'
    place = desk(tmp_path)
    place.run(need("emacs"), "-q", "--batch", "--eval", form, "-f", "batch-byte-compile", EDITORS / "emacs/recto.el")
    assert (tmp_path / "recto.elc").is_file()
