"""For people: how often each rule spoke at each level, the most frequent first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from linter.rows.terminal import painter

if TYPE_CHECKING:
    from linter.outcome import Outcome


def report(outcome: Outcome) -> str:
    """A line a rule and level: count, level, rule."""
    paint = painter(is_coloured=outcome.is_coloured)
    counts = Counter((found.rule, found.level) for found in outcome.diagnostics)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    digits = max((len(str(count)) for count in counts.values()), default=0)
    wide = max((len(level) for _, level in counts), default=0)
    return "".join(f"{count:>{digits}}  {paint(f'{level:<{wide}}', level)}  {rule}\n" for (rule, level), count in rows)
