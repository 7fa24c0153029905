"""A first configuration, with comments, for the documents of a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCHEMA_FILE = "recto.schema.json"
# fmt: off
_FOREIGN = frozenset({
    "_build", "_site", "bower_components", "build", "dist", "env", "fixtures", "node_modules", "out", "site",
    "site-packages", "snapshots", "target", "testdata", "third-party", "third_party", "vendor", "vendored", "vendors",
    "venv",
})
# fmt: on
"""Folders whose documents somebody else wrote, or a program."""


class Surroundings(NamedTuple):
    """What is in a folder: its documents, those that were read, how many of these get each pack, folders to leave out."""

    documents: int
    read: int
    packs: Mapping[str, int]
    foreign: Sequence[str]


def foreign_folder(path: str) -> str:
    """The name of the folder that makes a document, by its path with slashes, somebody else's; else empty."""
    return next((part for part in path.split("/")[:-1] if part.lower() in _FOREIGN), "")


def first_configuration(around: Surroundings, language: str) -> str:
    """The text of a `recto.yaml`; what it leaves to be said stands in comments, ready to be used."""
    template = _CHINESE if language == "zh" else _ENGLISH
    width = max(map(len, around.packs), default=0)
    counts = [f"#   {pack:<{width}}  {number} / {around.read}" for pack, number in around.packs.items()]
    return template.format(
        schema=SCHEMA_FILE,
        exclude="".join(f"\n  - {folder}/" for folder in around.foreign) or " []",
        counts="\n".join(counts) or "#   –",
        packs=", ".join(around.packs) or "document",
    )


_ENGLISH = """\
# yaml-language-server: $schema={schema}
# What Recto does with the documents in this folder and below it. `recto check --show-settings FILE` tells what a
# document is linted with, and `recto explain RULE` what a rule is for.

# Language of the messages: en or zh.
lang: en

# Files and folders to leave out, as in .gitignore.
exclude:{exclude}

# Lowest level that makes the exit status 1: error, warning, suggestion or never.
fail-on: warning

# Packs of rules. Each document gets those that fit it, here:
{counts}
# To run some of them on every document, whatever it is:
# packs: [{packs}]

# Who the documents are about, where their titles do not say:
# subject: Northfield

# Folders with packs of your own, and files of words that rules about words let pass, one a line:
# rules-path: [styles]
# vocabulary: [words.txt]

# What is otherwise with a rule or a whole pack: error, warning, suggestion, off, or keys of the rule.
# rules:
#   document.repeated-content: {{level: warning, min-chars: 80}}
#   document.to-do: off

# The same for some of the files; a later entry wins over an earlier one.
# overrides:
#   - files: [archive/**]
#     rules: {{document: suggestion}}

# Report only what is new beside a baseline, which `recto baseline` writes:
# baseline: recto-baseline.json
"""

_CHINESE = """\
# yaml-language-server: $schema={schema}
# 本配置适用于此文件夹及其下的文档。`recto check --show-settings 文件` 显示某一文档实际采用的设置，
# `recto explain 规则` 说明一条规则的用途。

# 提示的语言：en（英文）或 zh（中文）。
lang: zh

# 不检查的文件和文件夹，写法同 .gitignore。
exclude:{exclude}

# 诊断达到何种级别时退出状态为 1：error（错误）、warning（警告）、suggestion（建议）或 never（从不）。
fail-on: warning

# 规则包。每个文档自动采用适合它的规则包，此处为：
{counts}
# 如需对所有文档一律采用指定的规则包：
# packs: [{packs}]

# 标题未写明时，文档的主体名称：
# subject: 青石镇

# 自有规则包所在的文件夹；词语类规则不报告的词（词表文件，每行一词）：
# rules-path: [styles]
# vocabulary: [words.txt]

# 调整单条规则或整个规则包：error、warning、suggestion、off（停用），或该规则的参数。
# rules:
#   document.repeated-content: {{level: warning, min-chars: 80}}
#   document.to-do: off

# 仅针对部分文件的调整；后一项优先于前一项。
# overrides:
#   - files: [archive/**]
#     rules: {{document: suggestion}}

# 只报告基线中没有的诊断；基线由 `recto baseline` 写出：
# baseline: recto-baseline.json
"""
