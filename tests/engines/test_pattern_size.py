from __future__ import annotations

import pytest

from linter.engines.pattern_size import written_out
from linter.engines.patterns import PatternError, compile_pattern


@pytest.mark.parametrize(
    ("pattern", "size"),
    [
        ("abc", 3),
        ("a{3}", 3),
        ("a{2,5}b", 6),
        ("a{,4}", 4),
        ("a{2,}", 2),
        ("(ab){3}", 6),
        ("(?:a{10}){10}", 120),
        (r"\{3}", 3),
        ("[{3}]{2}", 2),
        ("a)b", 3),
        ("(a", 1),
        ("{3}", 1),
        ("", 0),
    ],
)
def test_repetitions_are_written_out(pattern: str, size: int) -> None:
    assert written_out(pattern) == size


@pytest.mark.parametrize("pattern", ["(?:(?:a{300}){300}){300}", "(?:a{1000}){1000}", "[ab]{200000}"])
def test_a_pattern_that_explodes_is_refused_at_once(pattern: str) -> None:
    with pytest.raises(PatternError, match="too large when its repetitions are written out"):
        compile_pattern(pattern)
