"""An open document among its neighbours: the rules across files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.across import Member, compare, survey
from linter.outside.files import UnreadableError, read_source
from linter.outside.library import Library
from linter.outside.walking import find_files

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.document import Document
    from linter.lsp.plans import Plans, Wishes
    from linter.lsp.worker import Stop
    from linter.outside.project import Plan


def lint_among(  # noqa: PLR0913, PLR0917 - a document, its plan, and where its neighbours are
    document: Document, plan: Plan, root: str, plans: Plans, wishes: Wishes, stop: Stop
) -> list[Diagnostic]:
    """The diagnostics on a document, those of rules across the files of folder `root` among them."""
    path = document.source.path
    own = Member(plan.ruleset, plan.settings, *survey(document.source, plan.ruleset, plan.settings))
    members = {path: own}
    exclude, base = plans.project(wishes).excluded(path)
    for found in find_files([root], exclude=exclude, exclude_base=base):
        stop.check()
        if found.path not in members and (member := _member(found.path, plans, wishes)):
            members[found.path] = member
    library = Library(lambda name: plans.plan_for(name, wishes).encoding)
    library.keep(document.source)
    return compare(members, library)[path]


def _member(path: str, plans: Plans, wishes: Wishes) -> Member | None:
    """A neighbour as it stands on the disk; its summary is kept until a file changes."""
    if path not in plans.neighbours:
        plan = plans.plan_for(path, wishes)
        try:
            source = read_source(path, plan.encoding)
        except UnreadableError:
            plans.neighbours[path] = None
        else:
            plans.neighbours[path] = Member(plan.ruleset, plan.settings, *survey(source, plan.ruleset, plan.settings))
    return plans.neighbours[path]
