"""One page for reviewers: each document as its readers see it, with its diagnostics beside their places."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from linter.errors import LinterError
from linter.rule import in_language

if TYPE_CHECKING:
    from jinja2 import Environment

    from linter.outcome import Outcome

_MISSING = {
    "en": "the HTML report needs Jinja2: pip install 'recto[html]'",
    "zh": "生成 HTML 报告需要 Jinja2，请运行 pip install 'recto[html]'",
}
_STYLES = ("page.css", "document.css", "notes.css", "dialogs.css", "narrow.css", "print.css")
_SCRIPTS = ("margin.js", "filters.js", "reading.js", "settings.js")


def report(outcome: Outcome) -> str:
    """The page, which needs no other file and no network; raises `LinterError` where Jinja2 is missing."""
    try:
        from jinja2 import Environment, PackageLoader  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise LinterError(in_language(_MISSING, outcome.language)) from error
    from linter.reporters.html.marked import shown  # noqa: PLC0415 - needs the extra as well
    from linter.reporters.html.page import page_of  # noqa: PLC0415 - the same

    templates = Environment(
        loader=PackageLoader("linter.reporters.html", "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    templates.filters["shown"] = shown
    style, dark = _file(templates, *_STYLES), _file(templates, "dark.css")
    script = '"use strict";\n{\n' + _file(templates, *_SCRIPTS) + "}\n"
    return templates.get_template("page.jinja").render(
        page=page_of(outcome),
        style=style,
        dark=dark,
        script=script,
        style_hashes=f"{_hash(style)} {_hash(dark)}",
        script_hash=_hash(script),
    )


def _file(templates: Environment, *names: str) -> str:
    """The text of files that stand beside the templates."""
    assert templates.loader is not None  # noqa: S101 - for the type checker
    return "".join(templates.loader.get_source(templates, name)[0] for name in names)


def _hash(text: str) -> str:
    """What a Content-Security-Policy calls an inline style or script by."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
