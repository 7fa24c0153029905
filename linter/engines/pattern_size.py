"""How large a regular expression grows when its counted repetitions are written out, as compiling does."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""\\.                                        # an escape
      | \[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]       # a set
      | \{(?P<least>\d*)(?:,(?P<most>\d*))?\}      # a counted repetition
      | (?P<open>\() | (?P<close>\))
      | .
    """,
    re.VERBOSE | re.DOTALL,
)


def written_out(pattern: str) -> int:
    """About how many items `pattern` has when `(ab){3}` is counted as six."""
    totals, last = [0], 0
    for token in _TOKEN.finditer(pattern):
        if token["open"]:
            totals.append(0)
            last = 0
            continue
        if token["close"] and len(totals) > 1:
            last = totals.pop()
        elif token["least"] is not None and last:
            times = max(int(token["least"] or 0), int(token["most"] or 0), 1)
            totals[-1] += last * (times - 1)
            continue
        else:
            last = 1
        totals[-1] += last
    return sum(totals)
