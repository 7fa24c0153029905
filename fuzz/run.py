"""Fuzz one target for some seconds, from seeds of the tests: `python fuzz/run.py documents|rules|configurations SECONDS`.

What breaks is kept in `.fuzz/` with its traceback on standard error, and ends the run with a status that is not 0; the
file is then an argument: `python fuzz/run.py documents .fuzz/crash-…` runs it again.
"""

from __future__ import annotations

import random
import sys
from importlib import import_module
from pathlib import Path

import atheris

FOLDER = Path(__file__).parent.parent / ".fuzz"
_VALUES = (Path(__file__).parent / "values.txt").read_bytes().splitlines()
_LIMITS = ("-timeout=20", "-rss_limit_mb=3000", "-max_len=20000")  # seconds and megabytes of one input; bytes


def main(target: str, more: str) -> None:
    """Fuzz; atheris ends the process."""
    sys.path.insert(0, str(Path(__file__).parent))
    with atheris.instrument_imports(include=["linter"], enable_loader_override=False):
        import targets  # noqa: PLC0415 - the instrumented modules

        for path in sorted(Path(targets.ROOT, "linter").rglob("[!_]*.py")):
            import_module(".".join(path.relative_to(targets.ROOT).with_suffix("").parts))
    corpus = FOLDER / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.SEEDS[target]()):
        (corpus / f"seed-{number}").write_bytes(seed)
    length = [f"-max_total_time={more}", str(corpus)] if more.isdigit() else [more]
    mutator = {} if target == "documents" else {"custom_mutator": mutated}
    atheris.Setup([sys.argv[0], *_LIMITS, f"-artifact_prefix={FOLDER}/", *length], targets.TARGETS[target], **mutator)
    atheris.Fuzz()


def mutated(data: bytes, size: int, seed: int) -> bytes:
    """Other bytes; every other time another value on some line, so that most of the file stays what it was."""
    chance = random.Random(seed)  # noqa: S311 - the fuzzer wants the same again
    lines = data[:size].split(b"\n")
    places = [number for number, line in enumerate(lines) if b": " in line or b"- " in line]
    if not places or chance.random() < 0.5:  # noqa: PLR2004 - every other time
        return bytes(atheris.Mutate(data, size))
    place = chance.choice(places)
    mark = b": " if b": " in lines[place] else b"- "
    value = chance.choice([*_VALUES, *(line.partition(mark)[2] for line in lines)])
    lines[place] = lines[place].partition(mark)[0] + mark + value
    return b"\n".join(lines)[:size]


if __name__ == "__main__":
    main(*sys.argv[1:])
