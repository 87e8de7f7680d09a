"""Scores and weights: of the form, of running text, and of the one against the other."""
