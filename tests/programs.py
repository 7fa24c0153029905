"""The programs of others that some tests run."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest


def need(program: str) -> str:
    """The path of a program; where it is missing the test is skipped, and fails where all tests are asked for.

    `RECTO_TESTS_WITHOUT` names those that could not be had where all tests are asked for.
    """
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    found = shutil.which(program, path=places)
    if found is None:
        excused = os.environ.get("RECTO_TESTS_WITHOUT", "").split()
        if os.environ.get("RECTO_TESTS") == "all" and program not in excused:
            pytest.fail(f"{program} is not installed")
        pytest.skip(f"{program} is not installed")
    return found
