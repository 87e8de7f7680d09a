"""Rule errors to plant: each changes a clean report so that one rule, and only that, has something to say."""

from __future__ import annotations

from tests.measure_rules import (
    plants_completeness,
    plants_compliance,
    plants_indicators,
    plants_quality,
    plants_scoring,
)
from tests.measure_rules.planting import PLANTS, Planted

__all__ = ["PLANTS", "SORTS", "Planted"]

SORTS = (plants_completeness, plants_quality, plants_scoring, plants_compliance, plants_indicators)
"""The modules that put their plants into the list."""
