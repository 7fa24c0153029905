"""How a document is put together: what it numbers, lists, attaches, links to and refers to, and where it is torn."""
