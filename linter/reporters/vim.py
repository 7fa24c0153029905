r"""For Vim's quickfix list; columns count UTF-8 bytes, as `%c` of its `errorformat` does.

`:set errorformat=%f:%l:%c:\ %t%*[^:]:\ %m` reads the lines; suggestions are notes, a type that Vim knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rows.line import editor_lines

if TYPE_CHECKING:
    from linter.outcome import Outcome


def report(outcome: Outcome) -> str:
    """One line a diagnostic."""
    return editor_lines(outcome.diagnostics, lambda found: found.start.byte_column)
