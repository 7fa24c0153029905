"""How many of the defects that are put into clean official documents are found; called by `bench/official.py --injected`."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from documents import diagnostics, places
from official_defects import MAKERS, Made, made
from official_papers import Paper

if TYPE_CHECKING:
    import argparse

MOST = 40  # defects of a rule


def by_file(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """What is said of each file below a folder, by its path from there."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in diagnostics(folder, "--no-cache", "--lang", "zh"):
        found.setdefault(Path(row["path"]).relative_to(folder).as_posix(), []).append(row)
    return found


def written(folder: Path, papers: list[Paper], defects: list[tuple[str, Made]]) -> None:
    """Write the clean documents to one folder below, and those with a defect to a folder each."""
    texts = {f"clean/{paper.name}": paper.text for paper in papers}
    texts |= {f"{place}/{one.paper.name}": one.text for place, (_, one) in enumerate(defects)}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def is_found(rule: str, one: Made, said: list[dict[str, Any]], said_before: list[dict[str, Any]]) -> bool:
    """Whether the rule says something of the changed lines that it did not say of the clean document."""
    old = {row["message"] for row in said_before if row["rule"] == rule}
    new = [row for row in said if row["rule"] == rule and row["message"] not in old]
    return any(one.edit.anywhere or not places(row).isdisjoint(one.lines) for row in new)


def report(paths: list[Path], args: argparse.Namespace) -> None:
    """Print the table, and the misses or the defects themselves where they are asked for."""
    papers = [Paper(path.name, path.read_text(encoding="utf-8")) for path in paths]
    rules = [rule for rule in sorted(MAKERS) if args.rule in {"", rule}]
    defects = [(rule, one) for rule in rules for one in made(rule, papers, MOST)]
    if args.made:
        for rule, one in defects:
            print(f"{rule}: {one.sort}: {shown(one)}")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve()
        written(folder, papers, defects)
        said = by_file(folder)
    total, hit = Counter[str](), Counter[str]()
    for place, (rule, one) in enumerate(defects):
        names = [rule, f"{rule}: {one.sort}"] if args.sorts else [rule]
        total.update(names)
        name = one.paper.name
        if is_found(rule, one, said.get(f"{place}/{name}", []), said.get(f"clean/{name}", [])):
            hit.update(names)
        elif args.misses:
            print(f"miss {rule}: {one.sort}: {shown(one)}")
    print("| rule | made | found | recall |\n|---|---|---|---|")
    for name in sorted(total):
        print(f"| {name} | {total[name]} | {hit[name]} | {hit[name] / total[name]:.2f} |")
    found = sum(hit[rule] for rule in rules)
    print(f"\n{len(papers)} clean documents; {found} of {len(defects)} made defects found")


def shown(one: Made) -> str:
    """The name of the document, and the lines that were changed, before and after the change."""
    start, end = one.edit.start, one.edit.end
    before = one.paper.text[max(0, start - 40) : start] + "[-" + one.paper.text[start:end] + "-]"
    return f"{one.paper.name}:{one.lines.start}: {before}[+{one.edit.new}+]{one.paper.text[end : end + 40]}".replace(
        "\n", "⏎"
    )
