"""Write a configuration for the documents of a folder."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from linter.authoring.starting import SCHEMA_FILE, Surroundings, first_configuration, foreign_folder
from linter.cli.projects import language_of, ruleset_of
from linter.cli.saying import say
from linter.cli.schema import of_configurations
from linter.cli.status import CLEAN
from linter.errors import LinterError
from linter.formats import parse
from linter.outside.config import Configs
from linter.outside.files import UnreadableError, read_source
from linter.outside.output import write_text
from linter.outside.project import Project, Request
from linter.outside.walking import find_files, inside, is_folder, parts_of
from linter.rule import LANGUAGES, in_language
from linter.ruleset import Selection

if TYPE_CHECKING:
    import argparse

    from linter.ruleset import Ruleset

_NAME = "recto.yaml"
_MOST = 500  # documents that are read
_WORDS = {
    "no folder": {"en": "there is no such folder", "zh": "没有这个文件夹"},
    "there": {
        "en": "there is a configuration already; `recto init --force` writes a new {name}",
        "zh": "已有配置文件；如需重新生成 {name}，请用 recto init --force",
    },
    "wrote": {
        "en": "wrote {path}, and {schema} beside it, from which editors complete it",
        "zh": "已生成 {path} 及供编辑器自动补全的 {schema}",
    },
    "found": {"en": "documents found: {number}; packs that fit them: {packs}", "zh": "文档：{number}个；适用的规则包：{packs}"},
    "sample": {"en": "{read} read of {documents}", "zh": "抽读{read}个，共{documents}"},
    "none": {"en": "none", "zh": "无"},
    "left out": {"en": "left out: {folders}", "zh": "已排除：{folders}"},
    "above": {
        "en": "note: {path} no longer counts here; `extends: <its path>` adds to it",
        "zh": "提示：{path} 在此处不再生效；如需继承，请写 extends: <其路径>",
    },
    "next": {"en": "next: recto check {folder}", "zh": "下一步：recto check {folder}"},
}  # fmt: skip


def options(parser: argparse.ArgumentParser) -> None:
    """Where, and in which language."""
    parser.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="the documents (default: .)")
    parser.add_argument("--force", action="store_true", help="write over a configuration that is there")
    parser.add_argument(
        "--lang", "--message-lang", choices=LANGUAGES, help="language of comments and messages (default: the locale's)"
    )


def run(args: argparse.Namespace) -> int:
    """Look at the documents, write the file, and say what is next."""
    project = Project(Request({"lang": args.lang} if args.lang else {}, isolated=True))
    language = language_of(project)
    if not is_folder(args.folder):
        raise LinterError(_said("no folder", language), args.folder)
    configs = Configs()
    there = configs.path_in(args.folder)
    if there and not args.force:
        raise LinterError(_said("there", language, name=_NAME), there)
    above = "" if there else configs.path_for(inside(args.folder))
    ruleset = ruleset_of(project)
    around = _look(args.folder, ruleset)
    path, schema = (inside(args.folder, name) for name in (_NAME, SCHEMA_FILE))
    write_text(of_configurations(ruleset, language), schema)
    write_text(first_configuration(around, language), path)
    say(_said("wrote", language, path=path, schema=SCHEMA_FILE))
    packs = ("、" if language == "zh" else ", ").join(around.packs) or _said("none", language)
    number: object = around.read
    if around.read < around.documents:
        number = _said("sample", language, read=around.read, documents=around.documents)
    say(_said("found", language, number=number, packs=packs))
    if around.foreign:
        say(_said("left out", language, folders=", ".join(f"{name}/" for name in around.foreign)))
    if above:
        say(_said("above", language, path=above))
    say(_said("next", language, folder="" if args.folder == "." else args.folder).rstrip())
    return CLEAN


def _look(folder: str, ruleset: Ruleset) -> Surroundings:
    """What the documents are; of very many, only some are read, from all parts of the folder."""
    foreign: dict[str, None] = {}
    own = []
    for found in find_files([folder]):
        if name := foreign_folder("/".join(parts_of(found.path, folder))):
            foreign[name] = None
        else:
            own.append(found.path)
    sample = own[:: -(-len(own) // _MOST) or 1]
    packs = Counter(pack for path in sample for pack in _packs_of(path, ruleset))
    ordered = {pack: packs[pack] for pack in ruleset.packs if packs[pack]}
    return Surroundings(len(own), len(sample), ordered, sorted(foreign))


def _packs_of(path: str, ruleset: Ruleset) -> set[str]:
    """The packs that run on a document by themselves."""
    try:
        document = parse(read_source(path))
    except UnreadableError:
        return set()
    return {rule.pack for rule in ruleset.rules_for(document, Selection())}


def _said(key: str, language: str, **values: object) -> str:
    return in_language(_WORDS[key], language).format(**values)
