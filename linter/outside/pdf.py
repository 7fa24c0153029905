"""PDF → source: the text layer of its pages, line by line, through PDFium."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from linter.engines.page_lines import PageLine, parts_of
from linter.engines.patterns import late
from linter.layout import Flaw, LineShape
from linter.outside.decoding import MissingReaderError, UnreadableError
from linter.source import Source

try:
    import pypdfium2
    from pypdfium2 import raw
except ImportError as error:
    raise MissingReaderError(
        {
            "en": "Reading PDF needs pypdfium2: pip install 'recto[pdf]'",
            "zh": "读取 PDF 需要 pypdfium2：pip install 'recto[pdf]'",
        }
    ) from error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.engines.page_lines import Part
    from linter.layout import Role

_ROLES: dict[Part, Role] = {"begins": "paragraph", "goes on": "continued", "furniture": "furniture"}
_SCAN = 0.5  # of a page without text; a picture that covers more of it is a scan
_GAP = late(r"(?<=\p{Han}) (?=[\dA-Za-z])|(?<=[\dA-Za-z%％]) (?=\p{Han})")
_WIDE_GAP = 1.2  # times the size of a letter
_CONTROLS = str.maketrans("\n\r\t", "   ")
_HYPHEN = "\ufffe"  # PDFium's mark for a word that is parted at the end of a line


class _Box(NamedTuple):
    """Where a character is drawn, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


class _Page(NamedTuple):
    lines: list[PageLine]
    is_scan: bool


def source_from(path: str, data: bytes) -> Source:
    """The source that a PDF is; raises `UnreadableError`. Pages that are only a picture are flaws."""
    pages = list(_pages(data))
    if not any(page.lines for page in pages):
        raise UnreadableError(_no_text(len(pages)))
    texts: list[str] = []
    layout: list[LineShape] = []
    flaws: list[Flaw] = []
    for number, (page, parts) in enumerate(zip(pages, parts_of([page.lines for page in pages]), strict=True), start=1):
        if page.is_scan:
            flaws.append(Flaw(max(1, len(texts)), _scan(number)))
        texts += [line.text for line in page.lines]
        layout += [LineShape(_ROLES[part], page=number) for part in parts]
    texts, layout = _tables_told(texts, layout)
    return Source(path, "\n".join(texts), "pdf", layout=tuple(layout), flaws=tuple(flaws))


def _tables_told(texts: list[str], layout: list[LineShape]) -> tuple[list[str], list[LineShape]]:
    """The lines with tabs that follow one another as the rows of tables; a tab in any other line is a blank."""
    table = 0
    for number, (text, shape) in enumerate(zip(texts, layout, strict=True)):
        if "\t" not in text or shape.role == "furniture":
            texts[number] = text.replace("\t", " ")
            continue
        goes_on = number > 0 and layout[number - 1].table
        if not goes_on and "\t" not in "".join(texts[number + 1 : number + 2]):
            texts[number] = text.replace("\t", " ")
            continue
        table += not goes_on
        layout[number] = shape._replace(role="row", table=table)
    return texts, layout


def _pages(data: bytes) -> Iterator[_Page]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(_reason(str(error))) from error
    for number in range(len(document)):
        try:
            page = document[number]
            lines = list(_lines(page.get_textpage()))
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(_broken_page(number + 1)) from error
        yield _Page(lines, not lines and _is_scan(page))
        page.close()
    document.close()


def _lines(page: Any) -> Iterator[PageLine]:
    """The lines of a page, from its head to its foot."""
    found = []
    start = 0
    for written in page.get_text_range().split("\r\n"):
        length = len(written.encode("utf-16-le", "surrogatepass")) // 2
        if written.strip():
            found.append(_line(page, written, start, length))
        start += length + 2
    yield from sorted(found, key=lambda line: -line.bottom)


def _line(page: Any, written: str, start: int, length: int) -> PageLine:
    """A line of `length` UTF-16 units from unit `start` on; PDFium counts its characters so."""
    first = _box(page, range(start, start + length))
    last = _box(page, range(start + length - 1, start - 1, -1))
    size = max(first.top - first.bottom, raw.FPDFText_GetFontSize(page.raw, start) if first.right else 0.0)
    text = written.translate(_CONTROLS)
    if len(written) == length:
        text = _with_tabs(page, text, start, size)
    return PageLine(_GAP.sub("", text).strip().replace(_HYPHEN, ""), first.left, last.right, first.bottom, size)


def _with_tabs(page: Any, text: str, start: int, size: float) -> str:
    """The text with a tab for each blank that is wider than a letter: it parts the cells of a table."""
    characters = list(text)
    for place in range(1, len(text) - 1):
        if text[place] == " ":
            before, after = page.get_charbox(start + place - 1), page.get_charbox(start + place + 1)
            if after[0] - before[2] > _WIDE_GAP * size:
                characters[place] = "\t"
    return "".join(characters)


def _box(page: Any, places: range) -> _Box:
    """The box of the first of these characters that is drawn."""
    for place in places:
        box = _Box(*page.get_charbox(place))
        if box.right > box.left:
            return box
    return _Box(0.0, 0.0, 0.0, 0.0)


def _is_scan(page: Any) -> bool:
    width, height = page.get_size()
    for picture in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > _SCAN * width * height:
            return True
    return False


def _reason(message: str) -> dict[str, str]:
    if "password" in message.lower():
        return {"en": "Encrypted: it needs a password.", "zh": "文件已加密，需要密码。"}
    return {"en": "Not a PDF that can be read.", "zh": "不是可读取的 PDF 文件。"}


def _broken_page(number: int) -> dict[str, str]:
    return {"en": f"Page {number} is broken.", "zh": f"第{number}页已损坏。"}


def _no_text(pages: int) -> dict[str, str]:
    return {
        "en": f"No text layer: nothing to read on {pages} page{'s' * (pages != 1)}, as in a scan. Recognise the text first (OCR).",
        "zh": f"没有文字层：共{pages}页，均无文字，多为扫描件。请先做文字识别（OCR）。",
    }


def _scan(number: int) -> dict[str, str]:
    return {
        "en": f"Page {number} is a picture without text; it was not read. Recognise the text first (OCR).",
        "zh": f"第{number}页为扫描件，没有文字，未能检查。请先做文字识别（OCR）。",
    }
