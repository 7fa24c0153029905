"""Ways of looking at text; they know neither rules nor files."""
