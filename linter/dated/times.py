"""What a document says of its time: contexts and words, compiled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from linter.document import Document
    from linter.engines.contexts import Contexts
    from linter.engines.patterns import Pattern

_OPENING = 4  # blocks in which a title may stand
_LONGEST_TITLE = 60  # code points


class Times(NamedTuple):
    """`over` are titles of what is written when its year is over, `whole` those of them that cover all of the year.

    `plan` are contexts of a year that is still to come, `due` those of a day by which something is to be done,
    `promised` of one by which it will be, and `done` is found in a clause that says it was. `compared` are contexts of
    a year with which its own is compared, `relative` says before a year in brackets how far off it is. `held` are
    contexts of a day on which something was done, `telling` is found in titles of what tells what was. `summed` are
    contexts of the year that is summed up, `echo` stands before a year behind which the title's own words follow.
    `to_come` is found in headings of what is to come, `opens` follows a year that a sentence there is about; a
    `label` stands before the day on which something will take place. `printed` are contexts of the day of printing,
    `stretch` follows a year of which a title is about a part only. `checked` are contexts of a day on which something
    was looked into, `caused` is found in sentences on what came of it. `lasting` tells how long a period lasts, and `spanned` from
    which year to which.
    """

    over: Contexts
    whole: Contexts
    plan: Contexts
    due: Contexts
    promised: Contexts
    done: Pattern
    compared: Contexts
    relative: tuple[tuple[Pattern, int], ...]
    held: Contexts
    telling: Pattern
    summed: Contexts
    echo: Pattern
    to_come: Pattern
    opens: Pattern
    label: Pattern
    printed: Contexts
    stretch: Pattern
    checked: Contexts
    caused: Pattern
    lasting: Pattern
    spanned: Pattern

    def tells(self, document: Document) -> bool:
        """Whether it tells what was, so that a day by which something had to be done may well be over."""
        opening = [block for block in document.blocks[:_OPENING] if not block.ordinal]
        titles = [block.text for block in opening if len(block.text) <= _LONGEST_TITLE and block.text[-1:].isalpha()]
        return any(self.telling.search(title) for title in titles)
