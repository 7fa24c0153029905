"""Run the command several times under an audit hook; print what it opened, which programs and sockets it asked for.

The arguments are a JSON list of command lines. What Python itself opens to import a module is not told.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys

_TOLD = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn")
opened: set[str] = set()
asked: list[str] = []
statuses: list[int] = []
listening = False


def hook(event: str, arguments: tuple[object, ...]) -> None:
    if not listening:
        return
    if event == "open" and isinstance(arguments[0], str | bytes):
        opened.add(os.path.realpath(os.fsdecode(arguments[0])))
    elif event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")) or event in _TOLD:
        asked.append(f"{event} {arguments[1] if event == 'subprocess.Popen' else arguments}")


sys.addaudithook(hook)

from linter.cli import main  # noqa: E402 - after the hook

listening = True
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        statuses.append(main(words))
listening = False
json.dump({"opened": sorted(opened), "asked": asked, "statuses": statuses}, sys.stdout)
