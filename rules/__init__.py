"""Is it right? Quantities, facts, relations, verdicts, scoring, completeness and quality; rule packs as data."""
