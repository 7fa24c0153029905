"""How the headings of a document are written, and which of them are written unlike the others."""
