"""The layers of the house, and what only one room may do."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from linter.kinds import KINDS, kind_named

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "linter"

# A module imports only from the lines above its own.
LAYERS = [
    {"errors"},
    {"layout"},
    {"source", "engines"},
    {"document"},
    {"copies", "counted", "dated", "headings", "own", "structure", "tables"},
    {"rule"},
    {"fingerprints", "names", "rewriting"},
    {"diagnostic"},
    {"suppressions"},
    {"broken", "kinds", "formats", "own_rules"},
    {"fixes", "narrowing", "passes", "ruleset"},
    {"lint"},
    {"across", "outcome"},
    {"authoring", "rows"},
    {"outside"},
    {"fixed_files"},
    {"running", "reporters"},
    {"lsp"},
    {"cli"},
]
OUTSIDE_ONLY = {"subprocess", "time", "pathlib", "os"}
MODULES = sorted(
    path for path in HOUSE.rglob("*.py") if path.parent != HOUSE or path.stem not in ("__init__", "__main__")
)


def room(module: str) -> str:
    return module.split(".")[1]


def layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if name in names)


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "linter":
            found.update(f"linter.{alias.name}" for alias in node.names if alias.name != "__version__")
        elif isinstance(node, ast.ImportFrom):
            found.add(str(node.module))
    return found


def members(path: Path) -> set[str]:
    """What is imported from packages, by its whole name."""
    nodes = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
    return {f"{node.module}.{alias.name}" for node in nodes for alias in node.names}


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_module_imports_only_from_lower_layers(path: Path) -> None:
    own = dotted(path)
    for other in imports(path):
        if not other.startswith("linter.") or other == own:
            continue
        if room(other) == room(own):
            siblings = other.count(".") > 1 and own.count(".") > 1 and room(own) in ("kinds", "reporters")
            assert not siblings or own.split(".")[2] == other.split(".")[2], f"{own} imports its sibling {other}"
        else:
            assert layer(room(other)) < layer(room(own)), f"{own} imports {other}, which stands above it"


@pytest.mark.parametrize("path", [path for path in MODULES if "outside" not in path.parts], ids=dotted)
def test_only_one_room_touches_the_machine(path: Path) -> None:
    pure_path = path.name == "pack_reader.py"
    assert not imports(path) & (OUTSIDE_ONLY - ({"pathlib"} if pure_path else set()))
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "open"]


def test_no_modules_import_each_other_in_a_circle() -> None:
    known = {dotted(path) for path in MODULES}
    graph = {dotted(path): (imports(path) | members(path)) & known - {dotted(path)} for path in MODULES}
    TopologicalSorter(graph).prepare()  # raises `CycleError`, which names the circle


def test_no_module_is_named_for_nothing() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "common", "misc", "helpers"}


def test_the_table_of_kinds_is_the_folder_of_kinds() -> None:
    stems = {path.stem.replace("_", "-") for path in (HOUSE / "kinds").glob("*.py")} - {"--init--"}
    assert set(KINDS) == stems


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_offers_what_the_protocol_asks(name: str) -> None:
    kind = kind_named(name)
    assert kind.GRADES
    assert kind.FIELDS
    assert kind.SCOPE
    assert hasattr(kind, "make_check") or hasattr(kind, "make_comparison")


def test_a_warm_run_loads_no_yaml_and_nothing_heavy(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("一、基本情况\n\n本年度共受理来信三十二件。\n", encoding="utf-8")
    code = f"import sys; from linter.cli import main; main(['check', {str(path)!r}]); print(*sorted(sys.modules))"
    alone = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=alone)
    loaded = set(done.stdout.split())
    unwanted = {
        "ruamel",
        "ruamel.yaml",
        "dataclasses",
        "difflib",
        "lxml",
        "lzma",
        "shutil",
        "multiprocessing",
        "wcwidth",
        "hashlib",
    }
    assert not loaded & unwanted
    assert not [name for name in loaded if name.startswith("linter.authoring")]
