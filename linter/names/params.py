"""What a rule about names may say."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from linter.engines.name_tree import Degree  # noqa: TC001 - types of parameters are read
from linter.names.verdicts import Strength  # noqa: TC001 - types of parameters are read
from linter.rule import ContextText, Doc, ListPath, PatternText


class Params(NamedTuple):
    """What a rule about names says."""

    mention: Annotated[
        PatternText,
        Doc(
            "A name of the subject's sort: the group `name` is the name; with `names`, it ends where this ends.",
            "与主体同类的名称：`name` 组即名称；设有 `names` 时，名称在匹配结束处结束。",
        ),
    ] = PatternText("")
    mentions: Annotated[
        dict[str, PatternText],
        Doc(
            "The same for several sorts of names, each called something; names are compared within their sort.",
            "同上，用于多类名称，每类一个代号；仅在同类之内比较。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    pieces: Annotated[
        dict[str, str],
        Doc(
            "Parts that several `mentions` have in common: `{piece}` in one of them stands for the pattern.",
            "多个 `mentions` 共用的部分：其中的 `{代号}` 代表相应的模式。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    ruled: Annotated[
        dict[str, PatternText],
        Doc(
            "Sorts whose names are a document's subject only where this follows: a county, where its government writes.",
            "某类名称之后须紧接此模式才算本文主体（如以县政府名义行文时的县名）。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    subject: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Where the title, else the opening, names the subject; `{name}` stands for the name.",
            "标题（或开头）中主体名称的上下文；`{name}` 代表名称。",
        ),
    ] = (ContextText("{name}"),)
    path: Annotated[
        PatternText,
        Doc(
            "The subject in the path of the file, a group as in `mention`.", "文件路径中的主体名称，分组同 `mention`。"
        ),
    ] = PatternText("")
    front_matter: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Where a line of the front matter, `key: value`, names the subject.",
            "文件头各行（`key: value`）中主体名称的上下文。",
        ),
    ] = ()
    about: Annotated[str, Doc("The subject, where the title does not name it.", "标题未写明时的主体名称。")] = ""
    names: Annotated[ListPath, Doc("Data file with the tree of names that exist.", "名称数据文件（树形）。")] = (
        ListPath("")
    )
    own: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a name is surely the document's own.", "名称必为本文主体自身的上下文。"),
    ] = ()
    kin: Annotated[
        tuple[ContextText, ...],
        Doc("The same for a name of the subject's kind only.", "同上，仅限与主体同类的名称。"),
    ] = ()
    despite: Annotated[
        tuple[ContextText, ...],
        Doc("The same as `kin`, whatever `other` says.", "同 `kin`，且不受 `other` 限制。"),
    ] = ()
    kinds: Annotated[
        PatternText,
        Doc(
            "The end of a name that is not in `names` that says of which kind it is.",
            "`names` 之外的名称中表明其类别的词尾。",
        ),
    ] = PatternText("")
    proper: Annotated[
        PatternText,
        Doc(
            "A name that is in no list and begins with none that is, but is no common word.",
            "既不在 `names` 中、也不以其中名称开头，但可确定为专名的名称。",
        ),
    ] = PatternText("")
    opening: Annotated[
        tuple[ContextText, ...],
        Doc("The same for the first paragraph, or the second.", "同上，仅限首段或第二段。"),
    ] = ()
    under: Annotated[
        dict[PatternText, tuple[ContextText, ...]],
        Doc(
            "The same for the text and the blocks of code below a heading of this pattern.",
            "同上，仅限匹配此模式的标题之下的文字和代码块。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    apart: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts in which a name is surely another's, so that the subject's own is a mistake.",
            "名称必为他者的上下文；主体自身的名称出现在此即为错误。",
        ),
    ] = ()
    code: Annotated[bool, Doc("Whether the code in a text is read.", "是否检查行内代码。")] = False
    links: Annotated[
        tuple[str, ...],
        Doc(
            "The sorts of names that are looked for in where links lead; a link is read as `[words](target)`.",
            "在链接（视作 `[文字](目标)`）中也要查找的名称类别。",
        ),
    ] = ()
    other: Annotated[
        tuple[ContextText, ...],
        Doc("Contexts in which a name is rightly another's, or no name.", "名称理应属于他者、或并非名称的上下文。"),
    ] = ()
    doubtful: Annotated[
        PatternText,
        Doc(
            "Names that are ordinary words as well: they count only in a context of `own` or `certain`.",
            "同时是普通词语的名称：仅在 `own` 或 `certain` 的上下文中才算名称。",
        ),
    ] = PatternText("")
    certain: Annotated[
        tuple[ContextText, ...], Doc("Contexts in which a doubtful name is a name.", "可确定为名称的上下文。")
    ] = ()
    least: Annotated[int, Doc("Shortest name, in characters.", "名称的最少字数。")] = 1
    between: Annotated[
        PatternText,
        Doc(
            "What stands between the names of a list; a list of three or more is let pass.",
            "并列名称之间的连接；三个以上并列时不报告。",
        ),
    ] = PatternText("")
    kinship: Annotated[
        dict[Degree, Strength],
        Doc(
            "Grade by relation to the subject; `own`, or the subject's absence from the text, raises it by one.",
            "按与主体的关系定等级；处于 `own` 上下文或正文从不提及主体时升一级。",
        ),
    ] = {}  # noqa: RUF012 - never written to
    aliases: Annotated[
        dict[PatternText, str],
        Doc("Rewritings after which two names are the same.", "改写后相同的两个名称视为同一名称。"),
    ] = {}  # noqa: RUF012 - never written to
    head: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Where a line near the title names the subject: the head of a letter, `issued by: …`.",
            "标题前后各行（文头、“发布机构：”等）中主体名称的上下文。",
        ),
    ] = ()
    last_line: Annotated[
        PatternText,
        Doc("The last line of a title that stands over several lines.", "分行排列的标题的末行。"),
    ] = PatternText("")
    dated: Annotated[
        PatternText, Doc("The date beside a signature, a line of its own.", "落款旁的成文日期（独占一行）。")
    ] = PatternText("")
    signature: Annotated[
        tuple[ContextText, ...],
        Doc("Where a line beside such a date names who signs.", "落款行中署名机关的上下文。"),
    ] = ()
    tail: Annotated[
        PatternText,
        Doc(
            "What belongs to a name and follows it, so that contexts look behind it as well: the office of a place.",
            "紧随名称、与之合为一体的部分（如某地的机关）；判断上下文时可将其略过。",
        ),
    ] = PatternText("")
    short: Annotated[
        bool,
        Doc(
            "Whether a name that is not in `names` may be shortened by leaving characters out.",
            "不在 `names` 中的名称是否允许省字简称。",
        ),
    ] = False
    distinct: Annotated[
        PatternText,
        Doc(
            "What tells a name that is not in `names` from a common word.",
            "`names` 之外的名称区别于普通词语的标志；不含者不视为名称。",
        ),
    ] = PatternText("")
    own_only: Annotated[
        tuple[str, ...],
        Doc("The sorts of names that count in contexts of `own` only.", "仅在 `own` 上下文中才检查的名称类别。"),
    ] = ()
    doing: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts outside of `own` in which a name counts, where the text names the subject too: one of the subject's "
            "kind that the document never shows to be another's is likely its own; none: everywhere.",
            "正文也提到主体时，`own` 之外仍需检查的上下文：与主体同类、且全文未表明属他者的名称，多为误用；不设则处处检查。",
        ),
    ] = ()
    beside: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts that show a name to be another's throughout: it stands beside the subject, or is told of by itself.",
            "表明名称在全文中均属他者的上下文（与主体并提，或专门介绍）；此类名称不按 `doing` 检查。",
        ),
    ] = ()
    partner: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts of those whom the document is sent to; their names pass everywhere.",
            "收文单位的上下文；其名称全文不报。",
        ),
    ] = ()
    bare: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts in which a name that is another's stands without its ending.",
            "他者名称省去词尾后出现的上下文（如口号）。",
        ),
    ] = ()
    begins: Annotated[
        tuple[ContextText, ...],
        Doc(
            "Contexts in which a short or shortened name begins where it seems to, so that it may be misspelt.",
            "可确定名称起点的上下文；名称较短或漏字时，仅在此类上下文中判断误写。",
        ),
    ] = ()
    misspelt: Annotated[
        dict[PatternText, PatternText],
        Doc(
            "Ends of names, and what makes another name: a name one slip from the subject's before such an end is misspelt.",
            "名称的词尾，以及能构成另一名称的字；词尾之前与主体名称仅一字之差的，视为误写。",
        ),
    ] = {}  # noqa: RUF012 - never written to
