"""Which of the diagnostics are reported: those that a baseline does not know, those that touch a changed line."""
