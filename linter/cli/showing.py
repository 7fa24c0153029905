"""What a check would look at, and what each document would be linted with: `--show-files`, `--show-settings`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from linter.authoring.options import Options
from linter.cli.projects import files_of, language_of, project_from
from linter.cli.saying import say_errors, say_no_documents
from linter.cli.status import CLEAN, FAILED
from linter.errors import LinterError
from linter.formats import parse
from linter.outside.environment import message_language
from linter.outside.files import STDIN, UnreadableError, read_source
from linter.outside.walking import inside, is_folder, near
from linter.rule import in_language

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from linter.document import Document
    from linter.outside.project import Layers, Plan, Project
    from linter.rule import Rule

_OF_DOCUMENT = (
    "packs", "lang", "rules_path", "vocabulary", "subject", "project", "encoding", "select", "ignore", "min_grade",
    "no_fold",
)  # fmt: skip
"""Options that the configuration of the document decides; the others are the working folder's."""
_DEFAULTS = {"output_format": "concise", "fail_on": "warning", "min_grade": "hint", "color": "auto"}
_PLAIN = re.compile(r"[^\W\d][\w./-]*")
_COLUMN = 48  # where comments begin
_WORDS = {
    "en": {"command": "command line", "variable": "environment variable {}", "default": "default", "locale": "locale",
           "named": "named in the configuration or on the command line"},
    "zh": {"command": "命令行", "variable": "环境变量 {}", "default": "默认", "locale": "系统语言",
           "named": "由配置或命令行指定"},
}  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """The files, a line each, or the settings, as YAML whose comments say where a value comes from."""
    project = project_from(args)
    if args.show_files:
        lines = [args.stdin_filename or STDIN] if args.paths == [STDIN] else _files(args, project)
    else:
        lines = [line for path in args.paths for line in _settings(args.stdin_filename or path, project)]
    for line in lines:
        print(line)
    say_errors(project.errors)
    return FAILED if project.errors else CLEAN


def _files(args: argparse.Namespace, project: Project) -> list[str]:
    paths = [found.path for found in files_of(args, project)]
    if not paths:
        say_no_documents(language_of(project))
    return paths


def _settings(path: str, project: Project) -> Iterator[str]:
    plan = project.plan_for(inside(path))
    language = language_of(project)
    document = None if path == STDIN or is_folder(path) else _document(path, plan, language)
    rules = _rules(plan, document)
    reasons = plan.ruleset.packs_for(document, plan.settings.selection) if document else {}
    yield f"--- # {path}"
    yield from _options(inside(path), project, language)
    if document:
        yield "packs-on:"
        for pack in dict.fromkeys(rule.pack for rule in rules):
            yield f"  {pack}: {_shown(reasons.get(pack, _WORDS[language]['named']))}"
    yield "rules:"
    layers = project.layers_for(inside(path))
    for rule in rules:
        yield _commented(f"  {rule.id}: {_shown(_levels(rule))}", _place_of(rule, layers))


def _document(path: str, plan: Plan, language: str) -> Document:
    try:
        return parse(read_source(path, plan.encoding))
    except UnreadableError as error:
        raise LinterError(in_language(error.reason, language), path) from error


def _rules(plan: Plan, document: Document | None) -> list[Rule]:
    """The rules that the document gets; without one, those that some document may get."""
    ruleset, selection = plan.ruleset, plan.settings.selection
    if document is None:
        return list(ruleset.possible_rules(selection).values())
    return ruleset.rules_for(document, selection) + ruleset.project_rules_for(document, selection)


def _options(document: str, project: Project, language: str) -> Iterator[str]:
    own, common = project.layers_for(document), project.layers_for(STDIN)
    for field, default in Options._field_defaults.items():
        value, origin = _origin(field, own if field in _OF_DOCUMENT else common, _WORDS[language])
        if origin is None:
            value, origin = _DEFAULTS.get(field, default), _WORDS[language]["default"]
            if field == "lang":
                value, origin = message_language(), _WORDS[language]["locale"]
        yield _commented(f"{field.replace('_', '-')}: {_shown(value)}", origin)


def _origin(field: str, layers: Layers, words: dict[str, str]) -> tuple[Any, str | None]:
    """The value of an option, and who says so; None where nobody does."""
    if field in layers.command_line:
        return layers.command_line[field], words["command"]
    if field in layers.environment:
        return layers.environment[field], words["variable"].format("RECTO_" + field.upper())
    if layers.config and field in layers.config.options:
        return layers.config.options[field], near(layers.config.places[field])
    return None, None


def _place_of(rule: Rule, layers: Layers) -> str:
    """Where the configuration speaks of a rule or its pack last."""
    if layers.config is None:
        return ""
    changes = [layers.config.rules, *(layers.config.overrides[number].rules for number in layers.matching)]
    names = {rule.id, rule.pack, *rule.formerly}
    return ", ".join(near(change.node.place) for layer in changes for change in layer if change.name in names)


def _levels(rule: Rule) -> Any:
    """One level, or one a grade."""
    return dict(rule.level) if len(set(rule.level.values())) > 1 else next(iter(rule.level.values()))


def _shown(value: Any) -> str:
    """The value as YAML on one line."""
    match value:
        case str() if _PLAIN.fullmatch(value):
            return value
        case tuple():
            return f"[{', '.join(map(_shown, value))}]"
        case dict():
            return "{" + ", ".join(f"{key}: {_shown(item)}" for key, item in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def _commented(line: str, comment: str) -> str:
    return f"{line:<{_COLUMN}} # {comment}" if comment else line
