"""The language server: editors ask, the linter answers."""
