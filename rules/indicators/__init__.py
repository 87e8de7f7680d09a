"""Indicators as data: the grammar of their formulas, their figures in a report, their values and what is printed."""
