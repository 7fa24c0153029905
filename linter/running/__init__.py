"""Paths → diagnostics, in this process or in several."""
