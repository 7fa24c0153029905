"""What each document is linted with, by its configuration and by what the editor sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from linter.errors import LinterError
from linter.outside.ignoring import glob_layer, is_ignored
from linter.outside.project import Project, Request
from linter.outside.rules import load_ruleset

if TYPE_CHECKING:
    from linter.across import Member
    from linter.outside.project import Plan
    from linter.ruleset import Ruleset


class Wishes(NamedTuple):
    """What the editor sets; `locale` is the language of its own menus, for want of any other."""

    lang: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    locale: str = ""

    def changed(self, settings: Any) -> Wishes:
        """The same after `settings` of the editor, which may hold anything; what is none of ours is passed over."""
        if not isinstance(settings, dict):
            return self
        lang = settings.get("lang")
        return self._replace(
            lang=lang if isinstance(lang, str) else self.lang,
            select=_names(settings.get("select"), self.select),
            ignore=_names(settings.get("ignore"), self.ignore),
        )


def _names(value: Any, default: tuple[str, ...]) -> tuple[str, ...]:
    if value is None:
        return default
    names = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else ()
    return tuple(str(name).strip() for name in names if str(name).strip())


class Plans:
    """Plans by document, until a file that they depend on changes. For one thread.

    `neighbours` are the documents that an open one was compared with; None for one that cannot be read.
    """

    def __init__(self) -> None:
        self.neighbours: dict[str, Member | None] = {}
        self._projects: dict[Wishes, Project] = {}
        self._rulesets: dict[tuple[str, ...], Ruleset] = {}

    def project(self, wishes: Wishes) -> Project:
        """The project of everybody who wishes the same; raises `LinterError`."""
        if wishes not in self._projects:
            options = {key: value for key, value in wishes._asdict().items() if value and key != "locale"}
            self._projects[wishes] = Project(Request(options))
        return self._projects[wishes]

    def plan_for(self, document: str, wishes: Wishes) -> Plan:
        """The plan for a document; raises `LinterError`."""
        project = self.project(wishes)
        plan = project.plan_for(document)
        if wishes.locale and not project.options_for(document).get("lang"):
            return plan._replace(settings=plan.settings._replace(language=wishes.locale))
        return plan

    def is_excluded(self, document: str, wishes: Wishes) -> bool:
        """Whether the configuration leaves the document out; raises `LinterError`."""
        globs, base = self.project(wishes).excluded(document)
        return is_ignored(document, glob_layer(globs, base))

    def folders_for(self, document: str, wishes: Wishes) -> tuple[str, ...]:
        """The user's folders of packs for a document; none where its configuration is broken."""
        try:
            return self.project(wishes).origins_of(document).folders
        except LinterError:
            return ()

    def ruleset_for(self, document: str, wishes: Wishes) -> Ruleset:
        """The rules for a document, or the built-in ones where its configuration is broken."""
        try:
            return self.plan_for(document, wishes).ruleset
        except LinterError:
            return self.ruleset_of(())

    def ruleset_of(self, folders: tuple[str, ...]) -> Ruleset:
        """The built-in rules and those in folders of packs, as they are written."""
        if folders not in self._rulesets:
            self._rulesets[folders] = load_ruleset(folders).ruleset
        return self._rulesets[folders]
