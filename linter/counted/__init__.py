"""Parts that a text counts: those of a list in a sentence, points that go on over paragraphs, chapters and articles."""
