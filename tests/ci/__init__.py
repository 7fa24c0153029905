"""Tests of what runs in CI; a package, so that types can be told from those of the other `conftest`."""
