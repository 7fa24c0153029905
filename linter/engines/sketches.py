"""Which of many texts are alike or share a passage, told from small sketches of them, without comparing all pairs."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections import Counter
from struct import pack, unpack
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_HASHES = 64  # of a MinHash
_BANDS = 16  # of them four each: texts that share a third of their tokens are found two times in three
_SEED = 1
_SAMPLE = 128  # pieces by which a text is known
_WIDTH = 4  # bytes of a hash
_RARE = 8  # texts; what more of them hold says nothing
_SHOWN = 16  # texts like one another that stand for all texts like them


class Sketch(NamedTuple):
    """A text in about a kilobyte of Base64: the MinHash of its tokens, and the smallest hashes of its pieces."""

    shape: str
    sample: str

    @property
    def pieces(self) -> tuple[int, ...]:
        """The hashes of the pieces that the text is known by."""
        packed = b64decode(self.sample)
        return unpack(f">{len(packed) // _WIDTH}I", packed)


def sketch(pieces: Iterable[str], tokens: Iterable[str]) -> Sketch:
    """The sketch of a text; raises `LinterError` where the library is not installed."""
    shape = _minhash()
    shape.update(list(tokens))
    sample = sorted(set(map(_hash, pieces)))[:_SAMPLE]
    return Sketch(_text(shape.__getstate__()), _text(pack(f">{len(sample)}I", *sample)))


def common_pieces(sketches: Iterable[Sketch], least: int) -> set[int]:
    """The hashes of pieces that at least so many texts hold."""
    counts = Counter(piece for one in sketches for piece in one.pieces)
    return {piece for piece, count in counts.items() if count >= least}


def is_common(piece: str, common: set[int]) -> bool:
    """Whether a piece is one of `common_pieces`."""
    return _hash(piece) in common


def alike(sketches: Sequence[Sketch], most: int) -> list[list[int]]:
    """For each text the numbers of up to `most` others that are like it, by locality-sensitive hashing.

    Of many texts like one another, few are held against the next, so that the time grows with the number of texts.
    """
    shapes = [_restored(one.shape) for one in sketches]
    from rensa import RMinHashLSH  # noqa: PLC0415 - deferred: start-up

    index = RMinHashLSH(0.5, _HASHES, _BANDS)
    likeness: list[dict[int, float]] = [{} for _ in sketches]
    for number, shape in enumerate(shapes):
        if not sketches[number].sample:
            continue
        near = index.query(shape)
        for other in near:
            likeness[number][other] = likeness[other][number] = shape.jaccard(shapes[other])
        if len(near) < _SHOWN:
            index.insert(number, shape)
    return [_best(found, most) for found in likeness]


def sharing(sketches: Sequence[Sketch], most: int, least: int = 1) -> list[list[int]]:
    """For each text the numbers of up to `most` others that share with it `least` pieces that few texts hold."""
    holders: dict[int, list[int]] = {}
    for number, one in enumerate(sketches):
        for piece in one.pieces:
            known = holders.setdefault(piece, [])
            if len(known) <= _RARE:
                known.append(number)
    shared: list[Counter[int]] = [Counter() for _ in sketches]
    for known in holders.values():
        if 1 < len(known) <= _RARE:
            for left, right in _pairs(known):
                shared[left][right] += 1
                shared[right][left] += 1
    return [_best({other: count for other, count in found.items() if count >= least}, most) for found in shared]


def _pairs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((one, other) for place, one in enumerate(numbers) for other in numbers[place + 1 :])


def _best(found: Mapping[int, float], most: int) -> list[int]:
    return sorted(found, key=lambda other: (-found[other], other))[:most]


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _hash(piece: str) -> int:
    return crc32(piece.encode("utf-8", "surrogatepass"))


def _minhash() -> Any:
    try:
        from rensa import RMinHash  # noqa: PLC0415 - deferred: start-up
    except ImportError as error:
        raise LinterError("rules across files need a library: pip install 'recto[project]'") from error
    return RMinHash(_HASHES, _SEED)


def _restored(shape: str) -> Any:
    minhash = _minhash()
    minhash.__setstate__(b64decode(shape))
    return minhash
