"""The HTML report in a real browser: what a reviewer sees, clicks and types."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from programs import need

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Recto, Write
    from playwright.sync_api import Browser, Page
    from pytest import TempPathFactory  # noqa: PT013 - the name of a type

pytestmark = pytest.mark.slow

NOTES = ".note[data-rule]"
# Each chunk has been on the screen, and its notes have been placed.
SETTLED = """() => [...document.querySelectorAll(".chunk")].filter((chunk) => chunk.querySelector(".note"))
  .every((chunk) => { if (!chunk.classList.contains("placed")) chunk.scrollIntoView(); return chunk.classList.contains("placed"); })"""
BOXES = """() => [...document.querySelectorAll(".chunk")].map((chunk) => [...chunk.querySelectorAll(".note")]
  .map((note) => note.getBoundingClientRect()).map((box) => [box.top, box.bottom, box.left, box.right])
  .sort((one, other) => one[0] - other[0]))"""
# The contrast of each text on its ground, told with the text; on the sheet and beside it where it has none of its own.
CONTRASTS = r"""() => {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => { const [r, g, b] = parts(colour).map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ratio = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
  const style = getComputedStyle(document.querySelector(".text"), "::before");
  const grounds = [getComputedStyle(document.body).backgroundColor, style.backgroundColor];
  const groundOf = (element) => { for (let one = element; one !== document.body; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor; if ((parts(colour)[3] ?? 1) === 1) return [colour]; } return grounds; };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.matches("script, style") || !element.checkVisibility()) continue;
    const colour = getComputedStyle(element).color;
    for (const ground of groundOf(element)) found.push([ratio(colour, ground), walker.currentNode.data.trim().slice(0, 20)]);
  }
  return found; }"""


class OpenPage(Protocol):
    """Opens a page of a width in pixels, with further settings of the browser."""

    def __call__(self, path: Path, width: int = 1440, **settings: object) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    chromium = need("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open pages; at the end none has asked for anything but itself, nor said anything on the console."""
    said: list[str] = []

    def open_(path: Path, width: int = 1440, **settings: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)  # type: ignore[arg-type]
        page = context.new_page()
        page.on("console", lambda message: said.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: said.append(f"error: {error}"))
        page.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: said.append(request.url) if request.url != path.as_uri() else None)
        page.goto(path.as_uri())
        return page

    yield open_
    for context in list(browser.contexts):
        context.close()
    assert said == []


@pytest.fixture
def township(recto: Recto, report_path: str, tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    result = recto("check", "--isolated", "--lang", "zh", report_path, "--output-format", "html", "-o", path)
    assert result.status == 1, result.err
    return path


def shown(page: Page, notes: str = NOTES) -> int:
    """How many notes a reader who scrolls comes across; those far off are not laid out yet."""
    return int(page.locator(notes).evaluate_all("all => all.filter((note) => note.checkVisibility()).length"))


def current(page: Page) -> str:
    return page.locator(".note.now .n").first.inner_text() if page.locator(".note.now").count() else ""


def test_every_diagnostic_stands_beside_its_place_and_over_no_other(open_page: OpenPage, township: Path) -> None:
    page = open_page(township)
    page.wait_for_function(SETTLED)
    assert page.locator(NOTES).count() == shown(page) == 16
    sheet = page.locator(".chunk p").first.bounding_box()
    assert sheet
    for boxes in page.evaluate(BOXES):
        assert all(below[0] >= above[1] for above, below in pairwise(boxes))
        assert all(left > sheet["x"] + sheet["width"] and right <= 1440 for _, _, left, right in boxes)
    mark, note = page.locator("#d1-m3").bounding_box(), page.locator("#d1-f3").bounding_box()
    assert mark
    assert note
    page.locator("#d1-f3 .message").click()
    page.wait_for_timeout(300)
    mark, note = page.locator("#d1-m3").bounding_box(), page.locator("#d1-f3").bounding_box()
    assert mark
    assert note
    assert abs(mark["y"] - note["y"]) < 60
    assert page.locator(".lines path.now.error").count() == 1


def test_from_a_name_to_the_title_and_back(open_page: OpenPage, township: Path) -> None:
    page = open_page(township)
    page.locator("#d1-f10 .link a").click()
    assert page.evaluate("document.activeElement.textContent") == "大章镇"
    assert page.locator("p.title").is_visible()
    page.locator("p.title .n", has_text="a").first.click()
    page.locator("#d1-b1 .back a", has_text="10").click()
    assert current(page) == "10"
    assert page.url.endswith("#d1-f10")
    assert page.locator("mark.now").inner_text() == "纸房镇"
    page.locator("#d1-m3").click()
    assert current(page) == "3"


def test_the_keyboard_goes_from_diagnostic_to_diagnostic(open_page: OpenPage, township: Path) -> None:
    page = open_page(township)
    seen = []
    for key in "jjnkpp":
        page.keyboard.press(key)
        seen.append(current(page))
    assert seen == ["1", "2", "3", "2", "1", "16"]
    assert page.evaluate("document.activeElement.id") == "d1-f16"
    assert page.locator("#where").inner_text() == "16 / 16"
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()
    page.keyboard.press("/")
    page.keyboard.type("jk法规")
    assert page.evaluate("document.activeElement.id") == "search"
    assert shown(page) == 0
    page.keyboard.press("Escape")
    assert shown(page) == 16
    page.keyboard.press("j")
    assert current(page) == "1"


def test_filters_by_level_pack_and_rule_with_their_counts(open_page: OpenPage, township: Path) -> None:
    page = open_page(township)
    page.locator("#filter").click()
    pack = page.locator("fieldset.pack", has=page.locator('input[value="gongwen"]'))
    assert pack.locator("legend .count").inner_text() == "10"
    assert pack.locator("label", has_text="name-mismatch").locator(".count").inner_text() == "3"
    pack.locator('input[name="pack"]').uncheck()
    assert shown(page) == 6
    assert page.locator("#status").inner_text() == "显示6条，共16条"
    assert page.locator("mark.off").count() == page.locator('.note[data-rule^="gongwen"]').count() == 10
    pack.locator("label", has_text="name-mismatch").locator("input").check()
    assert shown(page) == 9
    assert pack.locator('input[name="pack"]').evaluate("box => box.indeterminate")
    page.locator('#filters input[value="error"]').uncheck()
    assert shown(page, f'{NOTES}[data-level="error"]') == 0
    page.locator("#none").click()
    assert shown(page) == 0
    page.locator("#all").click()
    assert shown(page) == 16


def test_a_search_finds_what_notes_say(open_page: OpenPage, township: Path) -> None:
    page = open_page(township)
    page.locator("#search").fill("代字")
    assert page.locator(f"{NOTES}:not([hidden])").evaluate_all("notes => notes.map((note) => note.dataset.rule)") == [
        "gongwen.issuer-code"
    ]
    page.locator("#d1-b1 .back a").first.click()
    assert shown(page) == 16, "a link to a hidden note shows it again"


def test_the_copies_of_a_passage_stand_side_by_side(open_page: OpenPage, township: Path) -> None:
    page = open_page(township)
    page.get_by_role("button", name="并排对照").click()
    dialog = page.get_by_role("dialog", name="两处内容并排对照")
    assert dialog.locator("th").all_inner_texts() == ["第9–31行", "第33–55行"]
    rows = dialog.locator("tbody tr")
    assert rows.count() == 12
    unlike = dialog.locator("tbody tr:not(.same)")
    assert unlike.locator("td").all_inner_texts() == ["(四) 政府信息管理情况", "（四）政府信息管理情况"]
    assert "".join(dialog.locator("td:first-child b").all_text_contents()) == "() "
    assert dialog.locator("td:last-child b").all_inner_texts() == ["（", "）"]
    page.keyboard.press("Escape")
    assert dialog.is_hidden()


def test_both_copies_have_a_bar_in_the_margin(open_page: OpenPage, township: Path) -> None:
    page = open_page(township)
    assert page.locator(".bar.error").count() == page.locator(".bar.reference:not(td)").count() == 12


def test_an_explanation_is_folded_under_the_name_of_its_rule(open_page: OpenPage, township: Path) -> None:
    page = open_page(township)
    note = page.locator("#d1-f3")
    assert note.locator("details p").first.is_hidden()
    note.locator("summary").click()
    assert "本单位名称" in note.locator("details p").first.inner_text()
    assert note.locator(".where").inner_text() == "一、总体情况 › (一) 贯彻落实情况 · 第13行"
    assert note.locator(".quotation b").inner_text() == "纸房镇"
    note.locator("details a").click()
    assert page.locator("dt:target").inner_text().startswith("gongwen.name-mismatch")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast_is_enough_in_both_themes(open_page: OpenPage, township: Path, theme: str) -> None:
    page = open_page(township, color_scheme=theme, reduced_motion="reduce")
    page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
    for opened in ("", "#filters", "#keys", ".comparison"):
        if opened:
            page.evaluate(f"document.querySelector('{opened}').showPopover()")
        measured: list[list[Any]] = page.evaluate(CONTRASTS)
        assert len(measured) > 300
        assert [row for row in measured if row[0] < 4.5] == []


def test_the_theme_follows_the_system_until_it_is_switched(open_page: OpenPage, township: Path) -> None:
    page = open_page(township, color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(ground)
    assert light != dark
    page.wait_for_function("document.querySelector('#theme').ariaPressed === 'true'")
    page.locator("#theme").click()
    assert page.evaluate(ground) == light
    page.reload()
    assert page.evaluate(ground) == light
    page.locator("#theme").click()
    page.emulate_media(color_scheme="light")
    assert page.evaluate(ground) == dark


def test_without_scripts_everything_is_there(open_page: OpenPage, township: Path) -> None:
    for width in (1440, 390):
        page = open_page(township, width, java_script_enabled=False)
        assert shown(page) == 16
        assert page.locator(".tools").is_hidden()
        assert page.locator("#d1-f3 .link a").get_attribute("href") == "#d1-r1"
        page.get_by_role("button", name="并排对照").click()
        assert page.get_by_role("dialog").is_visible()


def test_paper_carries_numbered_notes(open_page: OpenPage, township: Path, tmp_path: Path) -> None:
    from pypdfium2 import PdfDocument

    page = open_page(township, color_scheme="dark")
    page.pdf(path=tmp_path / "report.pdf", format="A4")
    said = page.locator(f"{NOTES} .message").all_inner_texts()
    with PdfDocument(tmp_path / "report.pdf") as pdf:
        printed = "".join("".join(sheet.get_textpage().get_text_range().split()) for sheet in pdf)
    assert len(said) == 16
    assert [text for text in said if "".join(text.split()) not in printed] == []
    assert "搜索诊断" not in printed


@pytest.mark.parametrize("width", [1440, 900, 390])
def test_no_width_scrolls_sideways(open_page: OpenPage, township: Path, width: int) -> None:
    page = open_page(township, width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    if width > 390:
        page.wait_for_function(SETTLED)
        for boxes in page.evaluate(BOXES):
            assert all(below[0] >= above[1] for above, below in pairwise(boxes))


def test_landmarks_labels_and_focus(open_page: OpenPage, township: Path) -> None:
    page = open_page(township)
    for role in ("banner", "main", "search", "contentinfo"):
        assert page.get_by_role(role).count() == 1
    assert page.get_by_role("navigation").first.get_attribute("aria-label") == "目录：examples/township-report-2021.txt"
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    named = "(all) => all.filter((one) => !(one.ariaLabel || one.textContent.trim() || one.labels?.length)).length"
    assert page.locator("button, input, a").evaluate_all(named) == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_less_motion_where_it_is_asked_for(open_page: OpenPage, township: Path) -> None:
    page = open_page(township, reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.locator(NOTES).first.evaluate("note => getComputedStyle(note).transitionDuration") == "0s"


def test_the_outline_follows_the_reader(open_page: OpenPage, township: Path) -> None:
    page = open_page(township, reduced_motion="reduce")
    page.locator(".outline a", has_text="六、其他").click()
    page.wait_for_function("document.querySelector('.outline [aria-current]')?.textContent.includes('、')")
    assert page.locator("h3", has_text="六、其他").evaluate("it => it.getBoundingClientRect().top < innerHeight")


HOSTILE = "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>"


def test_nothing_of_a_document_a_name_or_a_rule_runs(open_page: OpenPage, recto: Recto, write: Write) -> None:
    rule = f'extends: existence\nmessage: "{HOSTILE} \'%s\'"\ndescription: "{HOSTILE}"\ntokens: [here]\n'
    write("styles/mine/here.yaml", rule)
    text = f"{HOSTILE}\n\n# {HOSTILE} here\n\n[here](javascript:window.hit=1) `{HOSTILE}` here\n\n| {HOSTILE} here |\n|---|\n"
    path = write('<script>window.hit = 1<&">.md', text)
    plain = write("b<img src=x onerror=alert(1)>.txt", f"一、{HOSTILE}\n\n{HOSTILE}here</style></script>\n")
    target = path.parent / "out.html"
    result = recto(
        "check", "--isolated", "--rules-path", path.parent / "styles", "--select", "mine.here", path, plain,
        "--output-format", "html", "-o", target,
    )  # fmt: skip
    assert result.status == 1, result.err
    page = open_page(target)
    for key in "jjjj":
        page.keyboard.press(key)
    assert page.evaluate("window.hit") is None
    assert page.locator("main script, main img, main style, [onerror], [href^='javascript']").count() == 0
    assert HOSTILE in page.locator(NOTES).first.inner_text()
    assert page.locator("h2 bdi").all_inner_texts() == [str(path), str(plain)]
    assert HOSTILE in page.locator(".document").nth(1).inner_text()


@pytest.fixture(scope="module")
def long_document(tmp_path_factory: TempPathFactory) -> Path:
    """A Chinese document of a megabyte with hundreds of diagnostics."""
    choice = random.Random(7)
    phrases = [
        "积极推进",
        "结合实际",
        "组织制定",
        "落实制度",
        "明确目标",
        "健全机制",
        "公开内容",
        "规范程序",
        "加强领导",
    ]
    path = tmp_path_factory.mktemp("long") / "long.txt"
    lines = ["大章镇人民政府2021年政府信息公开工作年度报告", ""]
    size = number = 0
    while size < 1_000_000:
        number += 1
        lines += [f"（{number}）第{number}项工作情况", ""]
        for _ in range(4):
            name = "依托纸房镇党政办公室建库。" * (choice.random() < 0.15)
            comma = "，" * (1 + (choice.random() < 0.1))
            line = "，".join(choice.choices(phrases, k=18)) + f"{comma}共办理{choice.randint(2, 9999)}件。{name}"
            lines += [line, ""]
            size += len(line.encode())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_megabyte_opens_scrolls_and_leads_to_its_last_diagnostic(
    open_page: OpenPage, recto: Recto, long_document: Path, tmp_path: Path
) -> None:
    target = tmp_path / "long.html"
    recto("check", "--isolated", "--lang", "zh", long_document, "--output-format", "html", "-o", target)
    assert target.stat().st_size < 3_000_000
    page = open_page(target, reduced_motion="reduce")
    total = page.locator(NOTES).count()
    assert total > 100
    paragraphs = page.locator(".chunk p:not(.note p)").count()
    assert paragraphs > 3000
    assert page.locator(".chunk span, .chunk mark").count() < 20 * total, "only what carries diagnostics is marked"
    assert page.locator(".chunk").first.evaluate("chunk => getComputedStyle(chunk).contentVisibility") == "auto"
    page.keyboard.press("k")
    assert current(page) == str(total)
    page.wait_for_function("() => document.querySelector('.note.now').closest('.chunk').classList.contains('placed')")
    page.wait_for_timeout(600)
    mark = page.locator(f"#d1-m{total}").bounding_box()
    note = page.locator(f"#d1-f{total}").bounding_box()
    assert mark
    assert note
    assert 0 < mark["y"] < 900
    assert 0 < note["y"] < 900
    page.mouse.move(600, 500)
    for _ in range(10):
        page.mouse.wheel(0, -3000)
    page.wait_for_function("scrollY < document.documentElement.scrollHeight - 20000")
    assert page.locator(".chunk.placed").count() < page.locator(".chunk").count() / 2
    page.locator("#search").fill("纸房镇")
    assert 0 < shown(page) <= total


def test_several_documents_with_an_index_and_what_could_not_be_read(
    open_page: OpenPage, recto: Recto, write: Write, report_path: str, tmp_path: Path
) -> None:
    clean = write("clean.txt", "一、基本情况\n\n本年度共受理来信三十二件。\n")
    broken = write("broken.txt", "a\0b")
    other = write("other.md", "# Guide\n\nThe the end.\n")
    target = tmp_path / "all.html"
    result = recto("check", "--isolated", "--lang", "en", report_path, clean, broken, other, "--output-format", "html", "-o", target)  # fmt: skip
    assert result.status == 2
    page = open_page(target)
    rows = page.get_by_role("navigation", name="Documents", exact=True).get_by_role("listitem").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == [
        f"{clean} Nothing found",
        f"{other} 1 error",
        f"{report_path} 6 errors 8 warnings 2 suggestions",
    ]
    unread = page.locator(".unread li").all_inner_texts()
    assert [row.split() for row in unread] == [[str(broken), "A", "binary", "file."]]
    assert page.locator(".totals").inner_text().split("\n") == [
        "3 documents",
        "7 errors",
        "8 warnings",
        "2 suggestions",
    ]
    page.get_by_role("link", name=str(other)).first.click()
    assert page.evaluate("document.activeElement.querySelector('h3').textContent") == "Guide"
    assert page.url.endswith("#d1")
    assert page.locator("article .text").evaluate_all("all => all.map((one) => one.lang)") == ["en", "zh-CN"]
