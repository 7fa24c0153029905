"""Files that a rule or a configuration names: regular ones of a bounded size, and nothing else."""

from __future__ import annotations

import os
import stat

from linter.errors import LinterError

MAX_SIZE = 20_000_000  # bytes
TOO_LARGE = f"it is larger than {MAX_SIZE // 1_000_000} MB"


def read_text(path: str, complaint: str = "cannot be read") -> str:
    """A file of UTF-8; raises `LinterError`."""
    try:
        return read_file(path).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except (OSError, ValueError) as error:
        raise LinterError(f"{complaint}: {error}", path) from error


def read_file(path: str) -> bytes:
    """What stands in a file; raises `OSError`, or `ValueError` at one that is too large, a pipe or a device."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise ValueError("it is no regular file")
    with open(path, "rb") as stream:
        data = stream.read(MAX_SIZE + 1)
    if len(data) > MAX_SIZE:
        raise ValueError(TOO_LARGE)
    return data
