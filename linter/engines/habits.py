"""What a document does again and again is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


def told_once(found: Sequence[T], habit: int) -> tuple[Sequence[T], Sequence[T]]:
    """What to tell, and the rest that the first of them stands for; from `habit` on, the first stands for all, with 0 never."""
    return (found[:1], found[1:]) if habit and len(found) >= habit else (found, ())
