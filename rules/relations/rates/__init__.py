"""Rates, shares and averages in running text, and where the report states their operands."""
