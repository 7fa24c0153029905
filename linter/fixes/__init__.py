"""Which fixes go together, what they must leave as it is, and rounds of fixing and linting again."""
