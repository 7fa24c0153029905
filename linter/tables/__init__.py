"""Tables as rows and columns of figures: their totals, and the official forms that they fill in."""
