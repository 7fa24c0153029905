"""One diagnostic as others write it: what several output formats share."""
