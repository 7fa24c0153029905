from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING

import pytest

from linter.errors import LinterError
from linter.lint import Settings
from linter.outcome import Outcome
from linter.outside import processes
from linter.outside.library import Library
from linter.outside.rules import load_ruleset
from linter.outside.walking import find_files
from linter.reporters import report
from linter.running.files import run, run_planned
from linter.running.work import Work

if TYPE_CHECKING:
    from conftest import Write

    from linter.diagnostic import Diagnostic


TWICE = "一、基本情况\n\n一、基本情况\n\n本年度共受理来信三十二件。\n"


@pytest.fixture
def docs(write: Write) -> str:
    for number in range(30):
        path = write(f"docs/{number % 4}/{number}.txt", f"{TWICE}{'第一段。' * number * 20}\n")
    (path.parent / "binary.txt").write_bytes(b"\0")
    (path.parent / "undecodable.txt").write_bytes(b"\xff")
    return str(path.parent.parent)


def output(docs: str, folders: tuple[str, ...] = (), **options: int | bool) -> str:
    ruleset = load_ruleset(folders).ruleset
    found: list[Diagnostic] = []
    for _, diagnostics in run([docs], ruleset, Settings(), **options):  # type: ignore[arg-type]
        found += diagnostics
    outcome = Outcome(found, [], {}, Library(lambda _: None))
    return report(outcome, "full") + report(outcome, "json")


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_the_same_bytes_from_one_process_and_several(
    docs: str, write: Write, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"there is no {method} here")
    monkeypatch.setattr(processes, "start_method", lambda: method)
    rules = str(write("styles/mine/often.yaml", "extends: existence\nmessage: x\nraw: ['受理']\n").parent.parent)
    expected = output(docs, (rules,), jobs=1, cache=False)
    assert expected.count("[document.repeated-heading]") == 30
    assert "mine.often" in expected
    assert "recto.unreadable" in expected
    assert output(docs, (rules,), jobs=3, cache=False) == expected
    assert output(docs, (rules,), jobs=2) == expected
    assert output(docs, (rules,), jobs=2) == expected


def numbered(word: str) -> str:
    return "".join(f"第{number}{word}已办结。" for number in range(500))


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_document_has_its_own_plan(write: Write, jobs: int) -> None:
    latin = write("docs/latin.txt", "")
    latin.write_bytes("Über\n".encode("cp1252") + TWICE.encode("ascii", "ignore"))
    write("docs/zh.txt", TWICE + numbered("项") + "\n")
    write("docs/en.txt", TWICE + numbered("条") + "\n")
    ruleset = load_ruleset().ruleset
    plans = {
        "latin.txt": Work(ruleset, Settings(), "cp1252"),
        "zh.txt": Work(ruleset, Settings(language="zh"), None),
        "en.txt": Work(ruleset, Settings(), None),
    }
    files = find_files([str(latin.parent)])
    for _ in range(2):  # the second time from the cache
        found = {
            os.path.basename(path): [one.message for one in diagnostics]
            for path, diagnostics in run_planned(files, lambda path: plans[os.path.basename(path)], jobs=jobs)
        }
        assert found["latin.txt"] == []
        assert found["en.txt"] == ["“一、基本情况” stands at line 1 already, and that section is empty."]
        assert "第1行" in found["zh.txt"][0]


def test_processes_start_by_themselves_where_they_are_worth_it(docs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = output(docs, cache=False)
    seen: list[int] = []
    real = processes.in_processes

    def noted(*arguments: object, **options: object) -> object:
        seen.append(options["jobs"])  # type: ignore[arg-type]
        return real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("linter.running.linting.in_processes", noted)
    monkeypatch.setattr("linter.running.linting.processors", lambda: 2)
    assert output(docs, cache=False) == expected
    assert seen == []
    monkeypatch.setattr("linter.running.linting._SHARE", 1_000)
    assert output(docs, cache=False) == expected
    assert seen == [2]


@pytest.mark.skipif(processes.start_method() != "fork", reason="needs a function that is changed in the workers")
def test_a_process_that_dies_is_an_error(docs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.running.linting.lint", lambda *_: os._exit(1))
    with pytest.raises(LinterError, match="a process ended all at once"):
        output(docs, jobs=2, cache=False)


@pytest.mark.skipif(processes.start_method() != "fork", reason="needs a function that is changed in the workers")
def test_an_error_for_people_comes_through(docs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise LinterError("no such data file", "a/data/b.txt", 3)

    monkeypatch.setattr("linter.running.linting.lint", refuse)
    with pytest.raises(LinterError) as caught:
        output(docs, jobs=2, cache=False)
    assert str(caught.value) == "a/data/b.txt:3: no such data file"


def test_every_file_is_in_one_batch() -> None:
    for sizes in ([0, 0, 0], [5], [1, 100, 1, 1, 1, 50], [3] * 17):
        batches = processes._split(sizes, 4)  # noqa: SLF001
        assert [number for batch in batches for number in batch] == list(range(len(sizes)))


def test_as_many_processes_as_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    assert processes.processors() >= 1
    monkeypatch.delattr("os.sched_getaffinity", raising=False)
    assert processes.processors() == os.cpu_count()
