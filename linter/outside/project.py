"""What each document is linted with.

| wins | over |
|---|---|
| the command line | an environment variable `RECTO_…` |
| an environment variable | the nearest configuration |
| a configuration | the one that it extends |
| an override | `rules`, and an earlier override |
| a rule | its pack |

`Ruleset.rules_for` says how `ignore`, `select`, the configuration and packs decide over a rule.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from linter.engines.patterns import PatternError, compile_pattern
from linter.errors import LinterError
from linter.lint import Settings
from linter.outside.config import Configs
from linter.outside.environment import configuration_variables, message_language, option_variables
from linter.outside.ignoring import glob_layer, is_ignored
from linter.outside.reading import read_text
from linter.outside.rules import load_ruleset
from linter.ruleset import Selection

if TYPE_CHECKING:
    from collections.abc import Collection

    from linter.authoring.config_reader import Config
    from linter.ruleset import Ruleset


_FEW = 24  # names that an error lists


class Request(NamedTuple):
    """What the command line says; `options` are keys of a configuration, as its fields are called."""

    options: dict[str, Any]
    config: str = ""
    isolated: bool = False
    fold: bool = True


class Plan(NamedTuple):
    """The rules and settings for some of the documents."""

    ruleset: Ruleset
    settings: Settings
    encoding: str | None


class Layers(NamedTuple):
    """What the command line, the environment and a configuration say for a document, the first over the last.

    `matching` are the numbers of the overrides of the configuration that speak of it.
    """

    command_line: dict[str, Any]
    environment: dict[str, Any]
    config: Config | None
    matching: tuple[int, ...]


class Origins(NamedTuple):
    """Where what a document is linted with comes from: its configuration (or empty), folders of packs, lists of words."""

    config: str
    folders: tuple[str, ...]
    vocabulary: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Whether a file is one of these, or lies in one of the folders."""
        real = os.path.realpath(path)
        files = [os.path.realpath(file) for file in (self.config, *self.vocabulary) if file]
        return real in files or any(real.startswith(os.path.realpath(folder) + os.sep) for folder in self.folders)


class Project:
    """Plans by document; what several documents share is made once. `errors` are the rules that could not be read."""

    def __init__(self, request: Request) -> None:
        self.errors: list[LinterError] = []
        self._request = request
        path, isolated = configuration_variables()
        if request.config or request.isolated:
            path, isolated = request.config, request.isolated
        self._configs = Configs(path, isolated=isolated)
        self._environment = _environment()
        self._plans: dict[tuple[str, tuple[int, ...]], Plan] = {}
        self._rulesets: dict[tuple[str, ...], Ruleset] = {}

    def plan_for(self, document: str) -> Plan:
        """The plan for a document; raises `LinterError` where its configuration is broken."""
        config = self._config_for(document)
        matching = _matching(config, document) if config else ()
        key = (config.path if config else "", matching)
        if key not in self._plans:
            self._plans[key] = self._make_plan(config, matching)
        return self._plans[key]

    def option(self, name: str, default: Any = "") -> Any:
        """An option of the run as a whole, by the configuration of the working folder."""
        return self._options(self._config_for(os.path.join(os.getcwd(), "-"))).get(name) or default

    def options_for(self, document: str) -> dict[str, Any]:
        """The options that are set for a document, by whomever; raises `LinterError`."""
        return self._options(self._config_for(document))

    def config_path(self, document: str) -> str:
        """The configuration of a document; empty where there is none."""
        return self._configs.path_for(document)

    def origins_of(self, document: str) -> Origins:
        """Where the plan for a document comes from; raises `LinterError`."""
        config = self._config_for(document)
        options = self._options(config)
        return Origins(
            config.path if config else "", _rules_path(options, config), _beside(config, "vocabulary", options)
        )

    def rules_path(self) -> tuple[str, ...]:
        """The folders of packs of the working folder."""
        config = self._config_for(os.path.join(os.getcwd(), "-"))
        return _rules_path(self._options(config), config)

    def baseline(self) -> str:
        """The file of the baseline; one that the configuration names is relative to it."""
        return self._path("baseline")[0]

    def output_file(self) -> str:
        """The file of the report; one that the configuration names is relative to it, and must lie below it."""
        path, config = self._path("output_file")
        if config:
            folder = os.path.realpath(os.path.dirname(config.path))
            if os.path.commonpath([folder, os.path.realpath(path)]) != folder:
                raise LinterError("'output-file' leads out of the folder of this configuration", config.path)
        return path

    def layers_for(self, document: str) -> Layers:
        """What is said for a document, by whom; raises `LinterError` where its configuration is broken."""
        config = self._config_for(document)
        matching = _matching(config, document) if config else ()
        return Layers(self._request.options, self._environment, config, matching)

    def excluded(self, document: str = "-") -> tuple[tuple[str, ...], str]:
        """What a run leaves out: globs, and the folder that they are relative to, by the configuration of a document."""
        config = self._config_for(document)
        base = os.path.dirname(os.path.abspath(config.path)) if config and "exclude" in config.options else os.getcwd()
        return self._options(config).get("exclude", ()), base

    def _path(self, name: str) -> tuple[str, Config | None]:
        """A file that an option names, and the configuration if that is what names it."""
        config = self._config_for(os.path.join(os.getcwd(), "-"))
        path = str(self._options(config).get(name, ""))
        if config and path and path == config.options.get(name):
            return os.path.join(os.path.dirname(config.path), path), config
        return path, None

    def _config_for(self, document: str) -> Config | None:
        path = self._configs.path_for(document)
        return self._configs.read(path) if path else None

    def _options(self, config: Config | None) -> dict[str, Any]:
        return {**(config.options if config else {}), **self._environment, **self._request.options}

    def _make_plan(self, config: Config | None, matching: tuple[int, ...]) -> Plan:
        options = self._options(config)
        ruleset = self._ruleset(_rules_path(options, config))
        if config:
            from linter.authoring.config_reader import changed  # noqa: PLC0415 - deferred: start-up

            overrides = [change for number in matching for change in config.overrides[number].rules]
            ruleset = changed(ruleset, config.rules, tuple(overrides))
        if words := _vocabulary(options, config):
            ruleset = ruleset.sparing(words)
        if subject := options.get("subject"):
            ruleset = ruleset.about(subject)
        for name in (*options.get("select", ()), *options.get("ignore", ())):
            if name not in ruleset.names and (unread := self._unread(name)):
                raise unread
        selection = Selection(
            packs=known(options.get("packs", ()), ruleset.packs, "pack"),
            select=known(options.get("select", ()), ruleset.names, "rule or pack"),
            ignore=known(options.get("ignore", ()), ruleset.names, "rule or pack"),
        )
        selection = selection._replace(project=bool(options.get("project")) or _names_across(ruleset, selection))
        language = options.get("lang") or message_language()
        fold = self._request.fold and not options.get("no_fold")
        settings = Settings(selection, language, options.get("min_grade") or "hint", fold)
        return Plan(ruleset, settings, options.get("encoding") or None)

    def _unread(self, rule: str) -> LinterError | None:
        """Why a rule that is named could not be read."""
        file = os.path.join(*rule.split("."))
        return next((error for error in self.errors if os.path.splitext(error.path or "")[0].endswith(file)), None)

    def _ruleset(self, folders: tuple[str, ...]) -> Ruleset:
        if folders not in self._rulesets:
            loaded = load_ruleset(folders)
            self.errors += loaded.errors
            self._rulesets[folders] = loaded.ruleset
        return self._rulesets[folders]


def _names_across(ruleset: Ruleset, selection: Selection) -> bool:
    """Whether the user names a rule across files, which is to ask for it."""
    named = {*selection.packs, *selection.select}
    return any(rule.is_across and not named.isdisjoint((rule.id, rule.pack)) for rule in ruleset.rules.values())


def _environment() -> dict[str, Any]:
    variables = option_variables()
    if not variables:
        return {}
    from linter.authoring.config_reader import read_environment  # noqa: PLC0415 - deferred: start-up

    return read_environment(variables)


def _matching(config: Config, document: str) -> tuple[int, ...]:
    """The numbers of the overrides that speak of a document; their globs are relative to the configuration."""
    base, path = os.path.dirname(os.path.abspath(config.path)), os.path.abspath(document)
    return tuple(
        number for number, override in enumerate(config.overrides) if is_ignored(path, glob_layer(override.files, base))
    )


def _rules_path(options: dict[str, Any], config: Config | None) -> tuple[str, ...]:
    """The folders of packs; those of a configuration are relative to it."""
    return _beside(config, "rules_path", options)


def _beside(config: Config | None, name: str, options: dict[str, Any]) -> tuple[str, ...]:
    """The paths of an option; those that stand in a configuration are relative to it."""
    paths: tuple[str, ...] = options.get(name, ())
    if config and paths == config.options.get(name):
        return tuple(os.path.join(os.path.dirname(config.path), path) for path in paths)
    return paths


def _vocabulary(options: dict[str, Any], config: Config | None) -> tuple[str, ...]:
    """The words of the files that the configuration names; raises `LinterError` at one that is no pattern."""
    words: list[str] = []
    for path in _beside(config, "vocabulary", options):
        for number, line in enumerate(read_text(path).splitlines(), start=1):
            word = line.strip()
            if word and not word.startswith("#"):
                try:
                    compile_pattern(word)
                except PatternError as error:
                    raise LinterError(str(error), path, number) from error
                words.append(word)
    return tuple(words)


def known(names: tuple[str, ...], allowed: Collection[str], what: str) -> tuple[str, ...]:
    """The names; raises `LinterError` at one that there is not, which names the nearest or where they are listed."""
    for name in names:
        if name not in allowed:
            from difflib import get_close_matches  # noqa: PLC0415 - deferred: start-up

            close = get_close_matches(name, list(allowed), n=1)
            there_are = "`recto rules` lists them." if len(allowed) > _FEW else f"there are {', '.join(allowed)}."
            hint = f"did you mean {close[0]}?" if close else there_are
            raise LinterError(f"there is no {what} {name!r}; {hint}")
    return names
