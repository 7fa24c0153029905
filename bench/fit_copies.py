"""Fit how much each piece of evidence counts that a repeated passage is a mistake.

python bench/fit_copies.py SHARED            print the curve, every series and document judged by the others
python bench/fit_copies.py SHARED --write    write the weights to linter/engines/copy_weights.py

Three sources say what is a mistake: readers' verdicts on passages of real documents (`bench/copies.json`, which holds
places and verdicts, no texts), what people corrected (SHARED/cases/history), and paragraphs that are pasted here, with
a word changed or not, into documents of SHARED/bench.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from documents import halves
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from linter.copies.units import units
from linter.copies.weighed import Passages
from linter.formats import format_of, parse
from linter.kinds.repeated_content import Params, copies_in
from linter.outside.decoding import decode
from linter.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.copies.weighed import Copies

VERDICTS = Path(__file__).parent / "copies.json"
WEIGHTS = Path(__file__).parent.parent / "linter" / "engines" / "copy_weights.py"
CLASSES = {"duplicate-section", "duplicate-paragraph"}
PASTED_WEIGHT = 0.99  # of what is pasted here, beside 1 for what people did
SMALL = 60_000  # bytes of a document that something is pasted into
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
PASTED = 400  # documents that get a passage pasted

Lines = tuple[int, int]


class Example(NamedTuple):
    """A repeated passage; `group` is what is left out together, `series` names a correction that people made."""

    features: dict[str, float]
    mistake: bool
    weight: float
    group: str
    series: str = ""


class Passage(NamedTuple):
    """The lines of an earlier and a later copy, from 1, and the evidence."""

    first: Lines
    later: Lines
    features: dict[str, float]


def passages(name: str, text: str) -> list[Passage]:
    """Every repeated passage of a text."""
    source = Source(name, text, format_of(name))
    document = parse(source)

    def lines(copies: Copies, side: int) -> Lines:
        places = [pair[side].place(document) for pair in copies.pairs]
        return source.line_number(places[0].start), source.line_number(max(places[0].start, places[-1].end - 1))

    found = copies_in(Passages(document, units(document)), Params())
    return [Passage(lines(copies, 0), lines(copies, 1), copies.features()) for copies in found]


def from_verdicts(places: dict[str, Path]) -> Iterator[Example]:
    """What readers said of passages; the rare ones drawn from the many that look harmless stand for more."""
    rows = json.loads(VERDICTS.read_text(encoding="utf-8"))
    for document in sorted({(row["set"], row["document"]) for row in rows}):
        path = places[document[0]] / document[1]
        found = passages(path.name, decode(path.read_bytes()).text)
        for row in rows:
            if (row["set"], row["document"]) != document:
                continue
            for passage in found:
                if _meet(passage.first, row["first"]) and _meet(passage.later, row["later"]):
                    yield Example(passage.features, row["verdict"] > 0, row["weight"], "/".join(document))
                    break


def from_corrections(history: Path) -> Iterator[Example]:
    """What people corrected."""
    for meta in sorted(history.glob("*/meta.json")):
        case = json.loads(meta.read_text(encoding="utf-8"))
        if case["defect_class"] not in CLASSES:
            continue
        path = meta.parent / case["before"]
        wrong = {*case["defect_lines"], *case["twin_lines"]}
        for passage in passages(path.name, decode(path.read_bytes()).text):
            if any(start - 1 <= line <= end + 1 for start, end in (passage.first, passage.later) for line in wrong):
                yield Example(passage.features, True, 1.0, str(case["series"]), str(case["series"]))  # noqa: FBT003


def from_pasting(folders: list[Path]) -> Iterator[Example]:
    """What is pasted here: a paragraph, an item, a row, a sentence or a section, at times with a word changed."""
    draw = random.Random(1)  # noqa: S311 - for examples, not for secrets
    files = sorted(path for folder in folders for path in folder.rglob("*.md") if path.stat().st_size < SMALL)
    for path in draw.sample(files, PASTED):
        lines = decode(path.read_bytes()).text.replace("\r\n", "\n").split("\n")
        pasted = paste(lines, draw)
        if pasted is None:
            continue
        text, place = pasted
        for passage in passages(path.name, text):
            if _meet(passage.later, place) and passage.later[1] - passage.later[0] <= 2 * (place[1] - place[0]) + 2:
                yield Example(passage.features, True, PASTED_WEIGHT, str(path))  # noqa: FBT003
                break


def paste(lines: list[str], draw: random.Random) -> tuple[str, Lines] | None:
    """The text with a copy of one of its passages further down, and the lines of the copy, from 1; None without any."""
    sort = draw.choice(("line", "near line", "paragraph", "far paragraph", "section"))
    starts = [number for number, line in enumerate(lines) if line.startswith("#")]
    if sort == "section" and len(starts) > 1:
        chosen = draw.randrange(len(starts) - 1)
        first, last = starts[chosen], starts[chosen + 1]
        target = draw.choice(starts[chosen + 1 :])
    elif "line" in sort:
        rows = [number for number, line in enumerate(lines) if re.match(r"\s*([-*|]|\d+\.)\s*\S.{20}", line)]
        if not rows:
            return None
        first = draw.choice(rows)
        last = target = first + 1
        if sort == "near line":
            while target < len(lines) and lines[target][:1] == lines[first][:1] and draw.random() < 0.7:  # noqa: PLR2004
                target += 1
    else:
        begins = [n for n in range(1, len(lines)) if not lines[n - 1] and re.match(r"[\w“*\[]", lines[n])]
        if not begins:
            return None
        first = draw.choice(begins)
        last = next((n for n in range(first, len(lines)) if not lines[n]), len(lines)) + 1
        later = [n for n in begins if last <= n < last + 20]
        target = draw.choice(later) if later and sort == "far paragraph" else last
    copy = lines[first:last]
    if draw.random() < 0.25:  # noqa: PLR2004
        number = draw.randrange(len(copy))
        words = copy[number].split(" ")
        words[draw.randrange(len(words))] = "other"
        copy[number] = " ".join(words)
    return "\n".join([*lines[:target], *copy, *lines[target:]]), (target + 1, target + len(copy))


def _meet(one: Any, other: Any) -> bool:
    return bool(one[0] <= other[1] and other[0] <= one[1])


def main() -> None:
    """Fit, print the curve, and write if asked to."""
    shared = Path(sys.argv[1])
    cases = shared / "cases"
    with halves(shared) as folders:
        places = {
            **folders,
            "near": cases / "near_copies",
            "official": cases / "zh_official",
            "history": cases / "history",
        }
        examples = [
            *from_verdicts(places),
            *from_corrections(cases / "history"),
            *from_pasting(list(folders.values())),
        ]
    names = sorted(examples[0].features)
    table = [[example.features[name] for name in names] for example in examples]
    truth = [example.mistake for example in examples]
    weights = [example.weight for example in examples]
    model = LogisticRegression(C=1.0, max_iter=1000)
    chances = cross_val_predict(
        model,
        table,
        truth,
        groups=[example.group for example in examples],
        cv=GroupKFold(10),
        params={"sample_weight": weights},
        method="predict_proba",
    )[:, 1]
    print(f"{len(examples)} passages, {sum(truth)} mistakes")
    print("threshold  corrected series found   read: true ones kept, share of true ones   pasted found")
    for threshold in THRESHOLDS:
        print(f"{threshold:9.2f}  {_found(examples, chances, threshold)}")
    model.fit(table, truth, sample_weight=weights)
    fitted = {"bias": model.intercept_[0], **dict(zip(names, model.coef_[0], strict=True))}
    for name, value in fitted.items():
        print(f"  {name:<14} {value:+.2f}")
    if "--write" in sys.argv[2:]:
        lines = "".join(f'    "{name}": {value:.3f},\n' for name, value in fitted.items())
        head = WEIGHTS.read_text(encoding="utf-8").partition("WEIGHTS = {\n")[0]
        WEIGHTS.write_text(f"{head}WEIGHTS = {{\n{lines}}}\n", encoding="utf-8")


def _found(examples: list[Example], chances: Any, threshold: float) -> str:
    kept = [example for example, chance in zip(examples, chances, strict=True) if chance >= threshold]
    series = {example.series for example in examples if example.series}
    found = {example.series for example in kept if example.series}
    read = [example for example in examples if not example.series and example.weight != PASTED_WEIGHT]
    read_kept = [example for example in kept if not example.series and example.weight != PASTED_WEIGHT]
    true_kept = sum(example.mistake for example in read_kept)
    pasted = sum(example.weight == PASTED_WEIGHT for example in examples)
    pasted_kept = sum(example.weight == PASTED_WEIGHT for example in kept)
    return (
        f"{len(found)}/{len(series)} = {len(found) / len(series):.2f}   "
        f"{true_kept}/{sum(example.mistake for example in read)}, {true_kept / max(1, len(read_kept)):.2f}   "
        f"{pasted_kept}/{pasted}"
    )


if __name__ == "__main__":
    main()
