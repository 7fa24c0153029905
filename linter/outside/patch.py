"""What fixes change, as a unified diff that `git apply` and `patch` take."""

from __future__ import annotations

import os

_UNENDED = b"\n\\ No newline at end of file\n"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def patch(path: str, old: bytes, new: bytes) -> bytes:
    """The diff of a file, in the bytes that it is written in; lines end at a line feed and at nothing else."""
    from difflib import diff_bytes, unified_diff  # noqa: PLC0415 - deferred: start-up

    name = _shown(path)
    lines = diff_bytes(unified_diff, _lines(old), _lines(new), _header("a", name), _header("b", name), lineterm=b"\n")
    return b"".join(line if line.endswith(b"\n") else line + _UNENDED for line in lines)


def _lines(data: bytes) -> list[bytes]:
    lines = data.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _shown(path: str) -> str:
    """The path from the working folder, where it lies below it, with slashes."""
    folder, whole = os.getcwd(), os.path.abspath(path)
    below = os.path.relpath(whole, folder) if whole.startswith(os.path.join(folder, "")) else whole
    return below.replace(os.sep, "/").lstrip("/")


def _header(side: str, name: str) -> bytes:
    """The name in a header, as git writes it: in quotes where it holds controls, before a tab where it holds blanks."""
    whole = f"{side}/{name}"
    if any(character in whole for character in _ESCAPES):
        whole = '"' + "".join(_ESCAPES.get(character, character) for character in whole) + '"'
    elif " " in whole:
        whole += "\t"
    return os.fsencode(whole)
