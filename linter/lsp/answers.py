"""One open document → what the linter says of it. Runs in the worker's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from linter.broken import internal_error
from linter.errors import LinterError
from linter.formats import parse
from linter.lint import lint_document
from linter.lsp.across import lint_among
from linter.lsp.sorts import format_for, sort_of
from linter.lsp.worker import StoppedError
from linter.lsp.yaml_checks import config_errors, errors_on_disk, rule_errors
from linter.outside.rules import BUILT_IN, pack_file_of
from linter.source import Source

if TYPE_CHECKING:
    from linter.diagnostic import Diagnostic
    from linter.document import Document
    from linter.lsp.question import Question
    from linter.lsp.worker import Stop
    from linter.outside.project import Origins, Plan
    from linter.ruleset import Ruleset


class Answer(NamedTuple):
    """What was found. `errors` are what is wrong with this file of rules or options; `troubles`, with others.

    `failure` is what broke the linter itself.
    """

    question: Question
    language: str
    document: Document | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    errors: tuple[LinterError, ...] = ()
    troubles: tuple[LinterError, ...] = ()
    failure: Exception | None = None
    plan: Plan | None = None
    origins: Origins | None = None

    @property
    def is_among(self) -> bool:
        """Whether it hangs on other documents."""
        return self.plan is not None and self.plan.settings.selection.project

    @property
    def ruleset(self) -> Ruleset:
        """The rules of the document, or the built-in ones where its configuration is broken; for the worker's thread."""
        question = self.question
        return self.plan.ruleset if self.plan else question.plans.ruleset_for(question.path, question.wishes)


def answer(question: Question, stop: Stop) -> Answer:
    """Lint; raises `StoppedError` where nobody waits any more, and nothing else."""
    language = question.wishes.lang or question.wishes.locale or "en"
    try:
        return _answer(question, stop, language)
    except StoppedError:
        raise
    except LinterError as error:
        return Answer(question, language, troubles=errors_on_disk(error, question))
    except Exception as error:  # noqa: BLE001 - the boundary between a document and the others
        return Answer(question, language, diagnostics=(_failed(question, error, language),), failure=error)


def _answer(question: Question, stop: Stop, language: str) -> Answer:
    match sort_of(question.path, question.language_id):
        case "document":
            return _answer_on_document(question, stop, language)
        case "configuration":
            return Answer(question, language, errors=tuple(config_errors(question)))
        case "yaml":
            folders = (*question.plans.folders_for(question.path, question.wishes), BUILT_IN)
            file = pack_file_of(question.path, folders, question.text.text)
            return Answer(question, language, errors=tuple(rule_errors(file, folders)) if file else ())
        case _:
            return Answer(question, language)


def _answer_on_document(question: Question, stop: Stop, language: str) -> Answer:
    plan = question.plans.plan_for(question.path, question.wishes)
    language = plan.settings.language
    troubles = tuple(question.plans.project(question.wishes).errors)
    origins = question.plans.project(question.wishes).origins_of(question.path)
    if question.plans.is_excluded(question.path, question.wishes):
        return Answer(question, language, troubles=troubles, plan=plan, origins=origins)
    source = source_of(question)
    document = parse(source)
    stop.check()
    if plan.settings.selection.project and question.root:
        found = lint_among(document, plan, question.root, question.plans, question.wishes, stop)
    else:
        found = lint_document(document, plan.ruleset, plan.settings, stop.check)
    return Answer(question, language, document, tuple(found), troubles=troubles, plan=plan, origins=origins)


def source_of(question: Question) -> Source:
    """The text of an open document."""
    return Source(question.path, question.text.text, format_for(question.path, question.language_id))


def _failed(question: Question, error: Exception, language: str) -> Diagnostic:
    what = f"{type(error).__name__}: {error}"
    message, advice = {
        "en": (f"Recto failed on this document ({what}).", "Please report it with this document."),
        "zh": (f"Recto 处理此文档时出错（{what}）。", "请附此文档报告该问题。"),
    }[language]
    return internal_error(question.path, "", error, language)._replace(message=message, help=advice)
