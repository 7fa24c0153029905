"""Emacs for the tests, which loads `recto.el` and writes down where it comes to."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from programs import lack, need

if TYPE_CHECKING:
    from programs import Desk, Place

SCRIPT = r"""
(setq package-user-dir "/nonexistent" package-archives nil)
(package-initialize)
(set-language-environment "%s")
(prefer-coding-system 'utf-8)
(setq-default tab-width 4)
(load (concat (getenv "EDITORS") "/emacs/recto.el") nil t)
(defvar found nil)
(defvar documents '("引号.md" "报告 一.md"))
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


def need_package(name: str) -> None:
    """Skip the test, or fail it where all are asked for, unless Emacs has a library."""
    form = f'(progn (package-initialize) (kill-emacs (if (locate-library "{name}") 0 1)))'
    done = subprocess.run([need("emacs"), "-q", "--batch", "--eval", form], check=False, capture_output=True)
    if done.returncode:
        lack(f"{name} for Emacs")
