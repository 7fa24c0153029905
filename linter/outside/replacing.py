"""Files replaced by others with the same name, whole or not at all."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.rule import Words

_VANISHED: Words = {"en": "The file is gone; it is not written.", "zh": "文件已不存在，未写入。"}
_CHANGED: Words = {
    "en": "The file was changed by another program meanwhile; it is not written. Run the command again.",
    "zh": "其间文件已被其他程序修改，未写入，请重新运行。",
}
_READ_ONLY: Words = {
    "en": "The file is read-only; it is not written.",
    "zh": "文件为只读，未写入。",
}


class UnwritableError(Exception):
    """A file that is left as it is; `reason` says why in each language."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason)
        self.reason = reason


def replace_file(path: str, old: bytes, new: bytes) -> None:
    """Write `new` in place of a file that holds `old`; raises `UnwritableError`.

    A symbolic link keeps leading where it leads. The file keeps its permissions, and its owner where that is allowed.
    """
    try:
        target = os.path.realpath(path, strict=True)
        state = os.stat(target)
        if not state.st_mode & 0o222 or not os.access(target, os.W_OK):
            raise UnwritableError(_READ_ONLY)
        written = _write_beside(target, new, state)
        try:
            _refuse_change(target, old)
            os.replace(written, target)
        except BaseException:
            os.unlink(written)
            raise
        _flush_folder(os.path.dirname(target))
    except FileNotFoundError as error:
        raise UnwritableError(_VANISHED) from error
    except OSError as error:
        reason = {"en": f"Cannot be written: {error.strerror}.", "zh": f"无法写入：{error.strerror}。"}
        raise UnwritableError(reason) from error


def _write_beside(target: str, data: bytes, state: os.stat_result) -> str:
    """A new file in the same folder, safe on the disk."""
    from tempfile import mkstemp  # noqa: PLC0415 - deferred: start-up

    number, path = mkstemp(prefix=".recto-", dir=os.path.dirname(target))
    try:
        with open(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _keep_owner(path, state)
        os.chmod(path, stat.S_IMODE(state.st_mode))
    except BaseException:
        os.unlink(path)
        raise
    return path


def _keep_owner(path: str, state: os.stat_result) -> None:
    if hasattr(os, "chown"):
        try:
            os.chown(path, state.st_uid, state.st_gid)
        except OSError:
            return  # only the superuser gives files away


def _refuse_change(target: str, old: bytes) -> None:
    with open(target, "rb") as stream:
        if stream.read() != old:
            raise UnwritableError(_CHANGED)


def _flush_folder(folder: str) -> None:
    """Make the new name safe on the disk too, where folders can be opened."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
