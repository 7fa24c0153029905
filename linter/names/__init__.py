"""Names in documents: where they stand, which are the document's own, and which should not be there."""
