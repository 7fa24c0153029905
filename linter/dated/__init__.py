"""The dates of a document: where they stand, which make up a series, and the year that the document is about."""
