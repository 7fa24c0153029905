"""The options that a configuration may set, and an environment variable, and the command line."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from linter.rule import Doc


class Options(NamedTuple):
    """The keys of a configuration, apart from `extends`, `rules` and `overrides`."""

    packs: Annotated[
        tuple[str, ...], Doc("Run these packs, whatever the document.", "指定启用的规则包，不论文档内容。")
    ] = ()
    lang: Annotated[Literal["", "en", "zh"], Doc("Language of messages.", "提示的语言。")] = ""
    exclude: Annotated[
        tuple[str, ...],
        Doc("Files and folders to leave out, as in .gitignore.", "排除的文件和文件夹（写法同 .gitignore）。"),
    ] = ()
    rules_path: Annotated[tuple[str, ...], Doc("Folders with packs of one's own.", "自有规则包所在的文件夹。")] = ()
    vocabulary: Annotated[
        tuple[str, ...],
        Doc(
            "Files of words that rules about words let pass, one a line.",
            "词表文件，每行一词；词语类规则不报告其中的词。",
        ),
    ] = ()
    subject: Annotated[
        str, Doc("Who the documents are about, when the title does not say.", "标题未写明时，文档的主体名称。")
    ] = ""
    project: Annotated[bool, Doc("Look across files as well.", "同时运行跨文件规则。")] = False
    encoding: Annotated[
        str, Doc("How the files are encoded, if that cannot be told.", "无法识别时文件采用的编码。")
    ] = ""
    select: Annotated[tuple[str, ...], Doc("Run only these rules or packs.", "只运行这些规则或规则包。")] = ()
    ignore: Annotated[tuple[str, ...], Doc("Leave these rules or packs out.", "不运行这些规则或规则包。")] = ()
    output_format: Annotated[str, Doc("How to report.", "输出格式。")] = ""
    fail_on: Annotated[
        Literal["", "error", "warning", "suggestion", "never"],
        Doc("Lowest level that makes the status 1.", "达到何种级别时退出状态为1。"),
    ] = ""
    min_grade: Annotated[
        Literal["", "sure", "likely", "hint"], Doc("Show nothing that is less sure.", "不显示把握更低的诊断。")
    ] = ""
    baseline: Annotated[str, Doc("Report only what is new beside this baseline.", "只报告此基线文件中没有的诊断。")] = (
        ""
    )
    changed_since: Annotated[
        str,
        Doc(
            "Report only what touches a line changed since this revision of git; `REV...`: since the branch left it.",
            "只报告涉及自该 git 版本以来改动行的诊断；`REV...` 表示自分支分出时算起。",
        ),
    ] = ""
    statistics: Annotated[bool, Doc("Count the diagnostics by rule and level.", "按规则和级别统计诊断条数。")] = False
    quiet: Annotated[bool, Doc("Print no summary.", "不输出汇总。")] = False
    color: Annotated[
        Literal["", "auto", "always", "never"], Doc("Colours on a terminal.", "终端输出是否使用颜色。")
    ] = ""
    fix: Annotated[bool, Doc("Apply the safe fixes.", "应用安全的修复。")] = False
    unsafe_fixes: Annotated[
        bool, Doc("Apply all fixes, also those that rewrite prose.", "同时应用改写正文的修复。")
    ] = False
    fix_only: Annotated[bool, Doc("Apply fixes, and report nothing.", "只应用修复，不报告诊断。")] = False
    diff: Annotated[bool, Doc("Show what fixes would change, and change nothing.", "只显示修复将作的改动。")] = False
    output_file: Annotated[str, Doc("Write the report to this file.", "报告写入此文件。")] = ""
    strict: Annotated[
        bool,
        Doc("What is not supported here makes the status 2.", "遇到此处不支持的格式或规则时，退出状态为2。"),
    ] = False
    force_exclude: Annotated[
        bool, Doc("Leave out excluded files even when they are named.", "即使在命令行中指明，也排除应排除的文件。")
    ] = False
    jobs: Annotated[int, Doc("So many processes; 0: by the size of the files.", "进程数；0 表示按文件大小决定。")] = 0
    no_cache: Annotated[bool, Doc("Neither use nor keep earlier results.", "不使用也不保存以前的结果。")] = False
    no_fold: Annotated[bool, Doc("Show what a repeated run explains as well.", "同时显示可由重复段解释的诊断。")] = (
        False
    )
    verbose: Annotated[bool, Doc("Say which packs a file gets, and why.", "说明每个文件启用了哪些规则包及其原因。")] = (
        False
    )
