"""The folder of the cache, for its user alone."""

from __future__ import annotations

import os
import re
import stat
import sys
import time

DAY = 24 * 60 * 60  # seconds
_KEPT = 30 * DAY
_PRUNED = "pruned"
_OWN = re.compile(r"[0-9a-f]{32}\.json")  # and what a run that was killed has left beside it


def private_folder() -> str:
    """The folder of the cache, for its user alone; empty where there can be none.

    A link, the folder of somebody else and one that others may write to are none: who knows what they lead to or hold.
    """
    folder = _user_folder()
    if not os.path.isabs(folder):
        return ""
    folder = os.path.join(folder, "lint")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        state = os.lstat(folder)
        if stat.S_ISLNK(state.st_mode):
            return ""
        if os.name == "posix":
            if state.st_uid != os.geteuid() or state.st_mode & 0o022:
                return ""
            os.chmod(folder, 0o700)
    except OSError:
        return ""
    return folder


def _user_folder() -> str:
    if own := os.environ.get("RECTO_CACHE_DIR"):
        return os.path.abspath(own)
    if os.name == "nt":
        return os.path.join(os.environ.get("LOCALAPPDATA", ""), "recto", "cache")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches/recto")
    shared = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(shared if os.path.isabs(shared) else os.path.expanduser("~/.cache"), "recto")


def prune(folder: str) -> None:
    """Once a day, remove what no run has read for a month."""
    mark = os.path.join(folder, _PRUNED)
    now = time.time()
    try:
        if os.path.exists(mark) and os.stat(mark).st_mtime > now - DAY:
            return
        with open(mark, "wb"):
            pass
        for entry in os.scandir(folder):
            if _OWN.match(entry.name) and entry.stat(follow_symlinks=False).st_mtime < now - _KEPT:
                remove(entry.path)
    except OSError:
        return


def remove(path: str) -> None:
    """Remove a file, if that can be done."""
    try:
        os.unlink(path)
    except OSError:
        return
