"""`python -m linter` is the command `recto`."""

from linter.cli import main

raise SystemExit(main())
