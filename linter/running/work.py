"""What there is to do on each file, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from linter.across import Summary
    from linter.diagnostic import Diagnostic
    from linter.fixed_files import FileFixes, Fixing
    from linter.lint import Settings
    from linter.outside.walking import Found
    from linter.ruleset import Ruleset


class Plan(Protocol):
    """What a document is linted with."""

    @property
    def ruleset(self) -> Ruleset: ...  # noqa: D102 - its name says it

    @property
    def settings(self) -> Settings: ...  # noqa: D102 - its name says it

    @property
    def encoding(self) -> str | None: ...  # noqa: D102 - its name says it


class Work(NamedTuple):
    """A plan; `identity` names its results in the cache, and is empty where there is none; `fixing` is asked for or not."""

    ruleset: Ruleset
    settings: Settings
    encoding: str | None
    identity: str = ""
    fixing: Fixing | None = None


class Task(NamedTuple):
    """A file, and the number of the work that is to be done on it."""

    found: Found
    work: int


class Result(NamedTuple):
    """The diagnostics on a file, and the key for the cache; no diagnostics at all (`None`) where it was passed over.

    `summary` is there where rules across files are asked for, `fixes` where the file was to be fixed.
    """

    diagnostics: list[Diagnostic] | None
    key: str = ""
    summary: Summary | None = None
    fixes: FileFixes | None = None
