"""Run a command that prints diagnostics as JSON, and keep those of at least one level.

python bench/least.py LEVEL COMMAND…
"""

from __future__ import annotations

import json
import subprocess
import sys

LEVELS = ("error", "warning", "suggestion")


def main() -> None:
    """Print what is left, and end as the command does."""
    level, *command = sys.argv[1:]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    sys.stderr.write(done.stderr)
    if done.returncode not in {0, 1} or not done.stdout:
        sys.exit(2)
    wanted = LEVELS[: LEVELS.index(level) + 1]
    print(json.dumps([row for row in json.loads(done.stdout) if row["level"] in wanted]))
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
