"""Write what is generated from the rule files and the kinds: the compiled ruleset, the rule references, the schemas.

python tools/generate.py            write them
python tools/generate.py --check    fail where one is stale
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from linter.authoring.needs import needs_of
from linter.authoring.reference import reference
from linter.authoring.schema import rule_schema
from linter.cli.schema import as_json, of_configurations
from linter.kinds import KINDS
from linter.outside.data_files import DataFiles
from linter.outside.rules import BUILT_IN, COMPILED, author_folders
from linter.ruleset import ruleset_from

ROOT = Path(__file__).parent.parent


def generated() -> dict[Path, str]:
    """Every generated file with the content that it should have."""
    lists = DataFiles((BUILT_IN,))
    authored = author_folders((BUILT_IN,), lists, need_tests=True)
    if authored.errors:
        sys.exit("\n".join(map(str, authored.errors)))
    for rule in authored.data["rules"]:
        rule["needs"] = needs_of(rule["params"])
    ruleset = ruleset_from(authored.data, lists)
    return {
        ROOT / "rules" / COMPILED: json.dumps(authored.data, ensure_ascii=False, separators=(",", ":")) + "\n",
        ROOT / "docs" / "rules.md": reference(ruleset, authored.tests, "en"),
        ROOT / "docs" / "rules.zh-CN.md": reference(ruleset, authored.tests, "zh"),
        ROOT / "docs" / "schema" / "rule.json": as_json(rule_schema(KINDS, "en")),
        ROOT / "docs" / "schema" / "config.json": of_configurations(ruleset, "en"),
    }


def main() -> None:
    """Write the files, or compare them."""
    stale = [
        (path, text)
        for path, text in generated().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    if "--check" in sys.argv[1:]:
        if stale:
            names = ", ".join(str(path.relative_to(ROOT)) for path, _ in stale)
            sys.exit(f"stale: {names}; run `make docs` and commit the result")
        return
    for path, text in stale:
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
