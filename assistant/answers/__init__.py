"""Answers to questions about one report: composed from evidence, each figure with its origin."""
