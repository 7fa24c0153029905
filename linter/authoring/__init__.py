"""YAML → one plain JSON ruleset. Nothing outside this folder knows YAML, and a warm run imports none of it."""
