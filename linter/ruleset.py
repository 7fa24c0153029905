"""Rules and packs ready to run, and the one function that says which rules a document gets."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from linter.engines.patterns import BOUNDARY, TIME_LIMIT, compile_pattern
from linter.engines.required import learn
from linter.kinds import kind_named
from linter.rule import Pack, Rule, Sign, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.document import Document
    from linter.rule import Check, Comparison, Level, Lists

_TITLE_LINES = 3
_LONGEST_LINE = 60  # code points
_CLOSING = 6  # blocks at the end in which a document is signed


class Selection(NamedTuple):
    """What the user asked for: packs to pin, rules or packs to run besides or to leave out, whether to look across files."""

    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    project: bool = False


class Change(NamedTuple):
    """What a configuration says of a rule or a pack: a level for all grades, on or off (or neither), parameters.

    `fix` says how far the rule's fixes are trusted.
    """

    name: str
    level: Level | None
    on: bool | None
    params: dict[str, Any]
    fix: Literal["safe", "unsafe", "off"] | None = None


class Ruleset:
    """Rules by id and packs by name. A check is compiled when it is first asked for.

    `switched` says which rules and packs a configuration has turned on or off.
    """

    def __init__(
        self,
        rules: dict[str, Rule],
        packs: dict[str, Pack],
        lists: Lists,
        switched: dict[str, bool] | None = None,
    ) -> None:
        self.rules = rules
        self.packs = packs
        self.switched = switched or {}
        self.lists = lists
        self._checks: dict[str, Check] = {}
        self._comparisons: dict[str, Comparison] = {}

    def check(self, rule: Rule) -> Check:
        """The compiled rule."""
        if rule.id not in self._checks:
            _learn(rule)
            self._checks[rule.id] = kind_named(rule.kind).make_check(rule, self.lists)
        return self._checks[rule.id]

    def comparison(self, rule: Rule) -> Comparison:
        """The compiled rule across files."""
        if rule.id not in self._comparisons:
            _learn(rule)
            self._comparisons[rule.id] = kind_named(rule.kind).make_comparison(rule, self.lists)
        return self._comparisons[rule.id]

    def changed(self, changes: Iterable[Change]) -> Ruleset:
        """The same rules after `changes`, the later over the earlier."""
        rules, switched = dict(self.rules), dict(self.switched)
        for change in changes:
            if change.on is not None:
                switched[change.name] = change.on
            for rule in self.rules.values():
                if change.name in (rule.id, rule.pack):
                    rules[rule.id] = _changed(rules[rule.id], change)
        return Ruleset(rules, self.packs, self.lists, switched)

    def sparing(self, words: tuple[str, ...]) -> Ruleset:
        """The same rules, where those about words let `words` (patterns) pass."""
        spared = tuple(f"{BOUNDARY}(?:{word}){BOUNDARY}" for word in words)
        return self.changed(
            Change(rule.id, None, None, {"exceptions": (*rule.params.get("exceptions", ()), *spared)})
            for rule in self.rules.values()
            if "exceptions" in kind_named(rule.kind).Params._fields
        )

    def about(self, subject: str) -> Ruleset:
        """The same rules, told who the documents are about."""
        asking = [rule for rule in self.rules.values() if "about" in kind_named(rule.kind).Params._fields]
        return self.changed([Change(rule.id, None, None, {"about": subject}) for rule in asking])

    def current_name(self, name: str) -> str:
        """The id of the rule that was formerly called `name`, else `name`."""
        return next((rule.id for rule in self.rules.values() if name in rule.formerly), name)

    def rules_for(self, document: Document, selection: Selection) -> list[Rule]:
        """Who wins: `ignore` over `select` over the configuration over packs; an exact id over a pack; then `supersedes`.

        A rule that is named runs even where its pack does not apply. Rules across files are none of these.
        """
        return self._chosen(document, selection, across=False)

    def project_rules_for(self, document: Document, selection: Selection) -> list[Rule]:
        """The rules across files that the document takes part in; none unless they are asked for."""
        return self._chosen(document, selection, across=True) if selection.project else []

    def possible_rules(self, selection: Selection) -> dict[str, Rule]:
        """The rules that one document or another may get."""
        packs = dict.fromkeys(selection.packs or self.packs, "")
        rules = (rule for rule in self.rules.values() if selection.project or not rule.is_across)
        return {rule.id: rule for rule in rules if self._is_on(rule, packs, selection)}

    def _chosen(self, document: Document, selection: Selection, *, across: bool) -> list[Rule]:
        reasons = self.packs_for(document, selection)
        rules = [rule for rule in self.rules.values() if rule.is_across == across]
        chosen = [rule for rule in rules if self._is_on(rule, reasons, selection)]
        superseded = {old for rule in chosen for old in rule.supersedes}
        return [rule for rule in chosen if rule.id not in superseded]

    def _is_on(self, rule: Rule, packs: dict[str, str], selection: Selection) -> bool:
        names = {rule.id, *rule.formerly}
        if names & set(selection.ignore):
            return False
        if names & set(selection.select):
            return True
        if rule.pack in selection.ignore:
            return False
        if rule.pack in selection.select:
            return True
        if selection.select and not selection.packs:
            return False
        pack_is_on = self.switched.get(rule.pack, rule.pack in packs)
        return self.switched.get(rule.id, pack_is_on)

    def packs_for(self, document: Document, selection: Selection) -> dict[str, str]:
        """The packs that are on for `document`, each with the reason why; raises `TimeoutError` at a slow sign."""
        if selection.packs:
            return {name: "asked for" for name in self.packs if name in selection.packs}
        return {name: reason for name, pack in self.packs.items() if (reason := self._applies(pack, document))}

    def _applies(self, pack: Pack, document: Document) -> str:
        try:
            reason = next((_described(sign) for sign in pack.applies if _shown(sign, document)), "")
            if reason and any(_shown(sign, document) for sign in pack.unless):
                return ""
        except TimeoutError as error:
            raise TimeoutError(f"{pack.name}/pack.yaml") from error
        return reason

    @cached_property
    def names(self) -> set[str]:
        """Everything that a rule or a pack may be called."""
        former = {name for rule in self.rules.values() for name in rule.formerly}
        return {*self.rules, *self.packs, *former}


def ruleset_from(data: dict[str, Any], lists: Lists) -> Ruleset:
    """Load the plain JSON form, as `authoring` writes it."""
    rules = {fields["id"]: Rule(**_frozen(fields)) for fields in data["rules"]}
    packs = {fields["name"]: _pack(_frozen(fields)) for fields in data["packs"]}
    return Ruleset(rules, packs, lists)


def _changed(rule: Rule, change: Change) -> Rule:
    level = dict.fromkeys(rule.level, change.level) if change.level else rule.level
    needs = () if change.params else rule.needs  # they are those of the parameters as they were
    return rule._replace(level=level, fix=change.fix or rule.fix, params={**rule.params, **change.params}, needs=needs)


def _learn(rule: Rule) -> None:
    """What the texts of a rule require of a text is known from when the rule was read."""
    if rule.needs:
        learn(dict(zip(texts_of(rule.params), rule.needs, strict=True)))


def _pack(fields: dict[str, Any]) -> Pack:
    signs = {key: tuple(Sign(**sign) for sign in fields[key]) for key in ("applies", "unless")}
    return Pack(**{**fields, **signs})


def _frozen(value: Any) -> Any:
    """Lists become tuples, all the way down."""
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _shown(sign: Sign, document: Document) -> bool:
    if sign.language and sign.language != document.language:
        return False
    if sign.format and sign.format != document.source.format:
        return False
    texts = [block.text for block in document.blocks]
    whole = ["\n".join(texts)]  # a line is a block: one search for all
    if sign.without and _found(sign.without, whole):
        return False
    return all(
        not pattern or _found(pattern, where)
        for pattern, where in (
            (sign.title, _titles(document)),
            (sign.body, whole),
            (sign.closing, texts[-_CLOSING:]),
        )
    )


def _titles(document: Document) -> list[str]:
    """The title, also with the lines after it that may belong to it."""
    if document.title is None:
        return []
    titles = [document.title.text]
    number = document.block_at(document.title.span.start)
    for block in document.blocks[number + 1 : number + _TITLE_LINES] if number is not None else ():
        if len(block.text) > _LONGEST_LINE or block.text.endswith(("。", "：", ":")):
            break
        titles.append(titles[-1] + block.text)
    return titles


def _found(pattern: str, texts: Sequence[str]) -> bool:
    compiled = compile_pattern(pattern)
    return any(compiled.search(text, timeout=TIME_LIMIT) for text in texts)


def _described(sign: Sign) -> str:
    shown = [
        f"{name}: {value}" if name in ("language", "format") else name
        for name, value in sign._asdict().items()
        if value
    ]
    return ", ".join(shown) or "every document"
