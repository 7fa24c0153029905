"""How well the rules find what is marked in Chinese official documents, and how often they cry wolf in clean ones.

    python bench/official.py [tests/documents] [--misses] [--alarms] [--rule NAME]
    python bench/official.py --injected [tests/documents] [--misses] [--sorts] [--made] [--rule NAME]

A mark is found where a diagnostic of its rule stands on its line or is related to it. Documents without marks are clean:
what is reported there is a false alarm. With `--injected`, defects are put into the clean documents, one at a time
(see bench/official_defects.py), and counted in the same way, apart from those that were written.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import official_injected
from documents import diagnostics, places
from ruamel.yaml import YAML


class Marked(NamedTuple):
    """A document, its lines in number, and its marks as (rule, line)."""

    path: Path
    lines: int
    marks: frozenset[tuple[str, int]]


def read_marked(folder: Path) -> list[Marked]:
    """The documents below `folder` that have their marks beside them."""
    documents = []
    for marks in sorted(folder.rglob("*.yaml")):
        path = next(path for path in sorted(marks.parent.glob(f"{marks.stem}.*")) if path.suffix != ".yaml")
        defects = YAML(typ="safe").load(marks.read_text(encoding="utf-8"))["defects"]
        lines = path.read_text(encoding="utf-8").count("\n") + 1
        documents.append(Marked(path, lines, frozenset((defect["rule"], defect["line"]) for defect in defects)))
    return documents


def report(folder: Path, args: argparse.Namespace) -> None:
    """Print the table, and the misses and alarms that are asked for."""
    documents = read_marked(folder)
    found_in: dict[Path, list[dict[str, Any]]] = {one.path: [] for one in documents}
    for found in diagnostics(folder, "--no-cache", "--lang", "zh"):
        if Path(found["path"]) in found_in:
            found_in[Path(found["path"])].append(found)
    marked, hit, alarms = Counter[str](), Counter[str](), Counter[str]()
    clean_lines = sum(one.lines for one in documents if not one.marks)
    for one in documents:
        for rule, line in sorted(one.marks, key=lambda mark: mark[1]):
            marked[rule] += 1
            if any(found["rule"] == rule and line in places(found) for found in found_in[one.path]):
                hit[rule] += 1
            elif args.misses and args.rule in ("", rule):
                print(
                    f"miss {one.path}:{line}: {rule}: {one.path.read_text(encoding='utf-8').splitlines()[line - 1][:160]}"
                )
        for found in found_in[one.path] if not one.marks else ():
            alarms[found["rule"]] += 1
            if args.alarms and args.rule in ("", found["rule"]):
                print(f"alarm {one.path}:{found['line']}: {found['level']} {found['rule']}: {found['message']}")
    print("| rule | marked | found | recall | alarms in clean |")
    print("|---|---|---|---|---|")
    for rule in sorted({*marked, *alarms}):
        recall = f"{hit[rule] / marked[rule]:.2f}" if marked[rule] else ""
        print(f"| {rule} | {marked[rule]} | {hit[rule]} | {recall} | {alarms[rule]} |")
    total = sum(alarms.values())
    print(f"\n{len(documents)} documents; {sum(hit.values())} of {sum(marked.values())} marks found; ", end="")
    print(f"{total} alarms in {clean_lines} clean lines, {1000 * total / max(1, clean_lines):.2f} in 1,000")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent.parent / "tests/documents")
    parser.add_argument("--misses", action="store_true", help="print the marks that are not found")
    parser.add_argument("--alarms", action="store_true", help="print what is reported in clean documents")
    parser.add_argument("--rule", default="", help="print those of one rule alone")
    parser.add_argument("--injected", action="store_true", help="put defects into the clean documents")
    parser.add_argument("--sorts", action="store_true", help="injected: a row for each sort of defect")
    parser.add_argument(
        "--made", action="store_true", help="injected: print the lines of each made defect, and run nothing"
    )
    args = parser.parse_args()
    if args.injected:
        official_injected.report([one.path for one in read_marked(args.folder) if not one.marks], args)
    else:
        report(args.folder, args)


if __name__ == "__main__":
    main()
