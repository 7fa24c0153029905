"""Tests of the hooks; a package, so that types can be told from those of the other `conftest`."""
