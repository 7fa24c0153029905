"""Recto, a linter for what a document says about itself."""

__version__ = "0.1.0"
