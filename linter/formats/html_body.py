"""Which part of a web page is its document: the body among navigation, tools, and what the site says of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from linter.engines.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.formats.html_tree import Element, Page

# Ids and classes that the content systems of Chinese government sites give to the body and to nothing else.
_CONTAINERS = frozenset({
    "trs_editor", "trs_ueditor", "trs_editor_view", "ucap-content", "ivs_content", "zoom", "zoomcon", "fontzoom",
    "bt_content", "bt-content", "pages_content", "article-content", "article_content", "articlecontent", "article-con", "article_con", "articlecon", "xxgk_content", "zfxxgk_zw_content", "xxgk_detail_content", "zwgk_content",
    "contxt", "con_txt", "contenttxt", "contenttext", "content_text", "info_content", "infocontent",
    "vsb_content", "wp_articlecontent", "news_content", "newscontent", "news-content", "xl_content", "xlcontent",
    "detail-content", "detail_content", "detailcontent", "view-content", "td_doccontent", "j-content", "wzcon",
    "artcon", "mainbody",
})  # fmt: skip
# Words in the ids, classes and roles of what stands around it.
_AROUND = frozenset({
    "nav", "navbar", "navi", "navigation", "menu", "submenu", "topbar", "header", "footer", "foot", "bottom",
    "copyright", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "position", "location", "weizhi", "dqwz",
    "sidebar", "sidenav", "share", "bdsharebuttonbox", "bdshare", "bshare", "jiathis", "print", "printer", "tool",
    "tools", "toolbar", "related", "relate", "relation", "relates", "xgxx", "xglj", "xgwj", "xgyd", "xgjd",
    "recommend", "friendlink", "friendlinks", "pager", "pagination", "search", "login", "ewm", "qrcode", "banner",
    "contentinfo", "complementary",
})  # fmt: skip
_ELEMENTS_AROUND = frozenset({"nav", "aside", "footer", "header"})
_OWN_OF_ARTICLE = frozenset({"footer", "header"})  # of the page, unless they stand in one of these
_ARTICLES = frozenset({"article", "main"})
_BOXES = frozenset({"div", "section", "ul", "ol", "dl", "p", "table", "span", "center", "form", "font", "h6"})
_HOLDERS = frozenset(
    {
        "",
        "html",
        "body",
        "div",
        "section",
        "article",
        "main",
        "center",
        "form",
        "table",
        "tbody",
        "tr",
        "td",
        "font",
        "span",
    }
)

_PROSE = late(r"[，。；？！]|[,.;?!](?:\s|$)")
_NAMES = late(r"[A-Za-z]+|\d+")
_TOOL = late(
    r"""[\[【(（<〖\s|│]*(?:打\s*印(?:本页|文章|此页|页面|正文)?|关\s*闭(?:本页|窗口|页面)?|分享(?:到|至)?|收藏(?:本页)?|字[体号](?:大小)?
      |返回(?:顶部|首页|列表|上一页)|下载(?:本文|正文)|复制链接|纠错|扫一扫.{0,20}|[大中小]|微信|微博|QQ空间|默认|超大|首页
      |上一[篇条页]|下一[篇条页])[\]】)）>〗\s|│：:]*$""",
    regex.VERBOSE,
)
_ENTRY = late(
    r"""(?<!\p{Han})(?:索\s*引\s*号|发\s*[布文]\s*(?:日\s*期|时\s*间|机\s*[构关])|[成生]\s*[文成]\s*日\s*期|公\s*开\s*(?:日\s*期|方\s*式|形\s*式|范\s*围)
      |信\s*息\s*(?:来\s*源|分\s*类|名\s*称|索\s*引)|(?:文\s*章\s*)?来\s*源|主\s*题\s*(?:分\s*类|词)|体\s*裁\s*分\s*类|组\s*配\s*分\s*类|服\s*务\s*对\s*象
      |发\s*文\s*字\s*号|文\s*(?:件\s*编\s*)?号|有\s*效\s*性|(?:浏\s*览|点\s*击|阅\s*读|访\s*问)\s*(?:次\s*数|数|量)|责\s*任\s*编\s*辑|编\s*辑|作\s*者
      |字\s*[体号]\s*(?:大\s*小)?|更\s*新\s*(?:日\s*期|时\s*间)|名\s*称|关\s*键\s*词|公\s*开\s*责\s*任\s*部\s*门|(?:上|下)一[篇条])\s*(?:[：:\[【]|$)""",
    regex.VERBOSE,
)
_PATH = late(r"(?:您?(?:当前|现在)(?:所在)?的?|您?所在的?)位置|你的位置|Home\s*[>»/]")
_SITE = late(r"ICP备|公网安备|网站标识码|版权所有|Copyright\s|All Rights Reserved|©", regex.IGNORECASE)

_MOST = 0.7  # of the weight: the body has it
_LEAST = 0.25  # a container with less is none: zoom may be what makes the letters larger
_HALF = 0.5
_LINKED = 0.7  # a list of so many links is no text
_LINKS = 5
_ENTRIES = 3
_SHORT = 600  # code points; no box about the page is longer
_LINE = 200


class Body(NamedTuple):
    """The element that is the body, and the numbers of those in it and around it that are no text of the document."""

    element: int
    furniture: frozenset[int]


class _Tally:
    """Figures of each element, with all that stands in it."""

    def __init__(self, page: Page) -> None:
        size = len(page.elements)
        self.text = [0] * size  # code points
        self.linked = [0] * size
        self.links = [0] * size
        self.prose = [0] * size  # code points in pieces with the marks of sentences
        self.tools = [0] * size  # code points of words that do something with the page
        self.entries = [0] * size  # names of what is said of the page
        self.paths = [0] * size
        self.sites = [0] * size

    def columns(self) -> tuple[list[int], ...]:
        """All figures."""
        return self.text, self.linked, self.links, self.prose, self.tools, self.entries, self.paths, self.sites


def find_body(page: Page) -> Body:
    """The body of a page. A page without anything around it is read whole."""
    tally = _tally(page)
    furniture = _furniture(page, tally)
    kept = _kept(page, tally, furniture)
    element = _container(page, kept) or _densest(page, tally, kept, furniture)
    return Body(element, frozenset(furniture))


def names_of(element: Element) -> set[str]:
    """The ids and classes of an element, in lower case."""
    if not element.attributes:
        return set()
    return {*f"{element.get('id')} {element.get('class')}".lower().split()}


def _tally(page: Page) -> _Tally:
    tally = _Tally(page)
    for event in page.events:
        number = event.element
        element = page.elements[number]
        if not element.is_read:
            continue
        if event.kind == "text":
            _count(tally, number, page.text[event.start : event.end].strip(), is_linked=element.is_linked)
        elif event.kind == "open" and element.name == "a" and not element.get("href").startswith("#"):
            tally.links[number] += element.is_linked
    for column in tally.columns():
        for number in range(len(page.elements) - 1, 0, -1):
            column[page.elements[number].parent] += column[number]
    return tally


def _count(tally: _Tally, number: int, text: str, *, is_linked: bool) -> None:
    size = len(text)
    tally.text[number] += size
    if _TOOL.match(text):
        tally.tools[number] += size
    if is_linked:
        tally.linked[number] += size
    elif size <= _LINE:
        tally.entries[number] += len(_ENTRY.findall(text))
        tally.paths[number] += _PATH.match(text) is not None
        tally.sites[number] += _SITE.search(text) is not None
    if not is_linked and _PROSE.search(text):
        tally.prose[number] += size


def _furniture(page: Page, tally: _Tally) -> set[int]:
    """The elements that are around a body by what they are called, or by what they say."""
    half = _HALF * (tally.text[0] - tally.linked[0] + tally.prose[0])
    found = set()
    owned = [False] * len(page.elements)
    for number, element in enumerate(page.elements):
        owned[number] = owned[element.parent] or element.name in _ARTICLES
        weight = tally.text[number] - tally.linked[number] + tally.prose[number]
        if not element.is_read or weight > half:
            continue
        if _is_called_so(element, owned=owned[number]) or (element.name in _BOXES and _says_so(tally, number)):
            found.add(number)
    return found


def _is_called_so(element: Element, *, owned: bool) -> bool:
    if element.name in _ELEMENTS_AROUND:
        return not (owned and element.name in _OWN_OF_ARTICLE)
    if element.name not in _BOXES or not element.attributes:
        return False
    called = " ".join(element.get(key) for key in ("id", "class", "role"))
    return not names_of(element) & _CONTAINERS and not _AROUND.isdisjoint(_NAMES.findall(called.lower()))


def _says_so(tally: _Tally, number: int) -> bool:
    size = tally.text[number]
    if size > _SHORT or size == 0:
        return False
    if tally.entries[number] >= _ENTRIES or tally.tools[number] > _HALF * size:
        return True
    return size <= _LINE and (
        tally.paths[number] > 0 or tally.sites[number] > 0 or (tally.entries[number] > 1 and not tally.prose[number])
    )


def _kept(page: Page, tally: _Tally, furniture: set[int]) -> list[int]:
    """The weight of each element: text that is no link, twice where it is sentences, without that of the furniture."""
    own = [text - linked + prose for text, linked, prose in zip(tally.text, tally.linked, tally.prose, strict=True)]
    weight = own[:]
    for number in range(len(page.elements) - 1, 0, -1):  # back to what stands in the element itself
        weight[page.elements[number].parent] -= own[number]
    for number in range(len(page.elements) - 1, 0, -1):
        if number in furniture:
            weight[number] = 0
        weight[page.elements[number].parent] += weight[number]
    return weight


def _container(page: Page, kept: list[int]) -> int | None:
    """The element that says it is the body, by its id or class, or by its own name."""
    named = [number for number, element in enumerate(page.elements) if names_of(element) & _CONTAINERS]
    tiers: list[list[int]] = [
        named,
        *([n for n, one in enumerate(page.elements) if one.name == name] for name in ("article", "main")),
    ]
    for tier in tiers:
        if not tier:
            continue
        best = max(tier, key=lambda number: (kept[number], number))
        together = sum(kept[number] for number in _outermost(page, tier))
        if kept[best] and kept[best] >= _LEAST * kept[0] and kept[best] >= _MOST * together:
            return best
    return None


def _outermost(page: Page, numbers: Iterable[int]) -> list[int]:
    """Those of the elements that stand in none of the others."""
    found: list[int] = []
    end = -1
    for number in numbers:
        if page.elements[number].first >= end:
            found.append(number)
            end = page.elements[number].last
    return found


def _densest(page: Page, tally: _Tally, kept: list[int], furniture: set[int]) -> int:
    """The lowest element with most of the weight, and of those around it the highest that adds no furniture."""
    path = _path_to_most(page, kept)
    beside = _furniture_within(page, tally, furniture)
    number = path.pop()
    while path and beside[path[-1]] - (number in furniture) == beside[number]:
        number = path.pop()
    return number


def _path_to_most(page: Page, kept: list[int]) -> list[int]:
    """The elements from the page down to the lowest with most of the weight."""
    path = [0]
    least = _MOST * kept[0]
    for number, element in enumerate(page.elements):
        if (
            element.parent == path[-1]
            and number
            and kept[number] >= least
            and element.name in _HOLDERS
            and element.is_read
        ):
            path.append(number)
    return path


def _furniture_within(page: Page, tally: _Tally, furniture: set[int]) -> list[int]:
    """How many pieces of furniture stand in each element, lists of links among them."""
    size = len(page.elements)
    count = [0] * size
    for number in range(size - 1, 0, -1):
        element = page.elements[number]
        is_list = (
            element.name in _BOXES
            and tally.links[number] >= _LINKS
            and tally.linked[number] >= _LINKED * tally.text[number]
        )
        count[element.parent] += count[number] + (number in furniture or is_list)
    return count
