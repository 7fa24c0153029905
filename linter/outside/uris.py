"""Where documents stand, seen from the working folder."""

from __future__ import annotations

import os
from typing import NamedTuple
from urllib.parse import quote


class Uri(NamedTuple):
    """A URI, percent-encoded; a relative one is relative to the working folder."""

    text: str
    is_relative: bool


def path_below(path: str) -> str:
    """The path from the working folder, its parts between `/`; a path outside that folder is absolute."""
    whole, folder = os.path.abspath(path), os.path.join(os.getcwd(), "")
    return (whole.removeprefix(folder)).replace(os.sep, "/")


def uri_of(path: str) -> Uri:
    """The URI of a file."""
    below = path_below(path)
    if os.path.isabs(below):
        return Uri(_file(below), is_relative=False)
    return Uri(quote(os.fsencode(below)), is_relative=True)


def folder_uri() -> str:
    """The URI of the working folder, which ends with `/`."""
    return _file(os.path.join(os.getcwd(), "").replace(os.sep, "/"))


def _file(path: str) -> str:
    """The URI of an absolute path; that of Windows begins with its drive, as in `file:///C:/`."""
    return "file://" + quote(os.fsencode(path if path.startswith("/") else f"/{path}"), safe="/:")
