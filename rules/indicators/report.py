"""Indicators as the review's JSON shows them."""

from __future__ import annotations

from typing import Any

from rules.indicators.compute import Worked, in_unit
from rules.indicators.printed import IndicatorResult
from rules.indicators.wording import formula


def result_json(result: IndicatorResult) -> dict[str, Any]:
    """Return one indicator: its formula, every value that its readings give, what the report prints, or why not."""
    indicator = result.indicator
    return {
        "id": indicator.id,
        "name": indicator.name,
        "formula": formula(result),
        "direction": indicator.direction,
        "target": None if indicator.target is None else f"{indicator.target:f}",
        "unit": indicator.unit,
        "values": [_worked(item, indicator.unit) for item in result.computed.worked if not item.mistaken],
        "not_computable": result.computed.why_not,
        "printed": [
            {
                "fact": item.fact.id,
                "value": item.fact.quantity.plain(),
                "fit": item.fit,
                "reading": None if item.by is None else item.by.reading,
            }
            for item in result.printed
        ],
        "seen": indicator.seen,
        "basis": [basis.as_json() for basis in indicator.basis],
    }


def _worked(item: Worked, unit: str) -> dict[str, Any]:
    return {
        "reading": item.reading,
        "scope": item.scope,
        "value": in_unit(item.value, unit).split()[0],
        "derivation": item.derivation,
        "facts": [fact.id for fact in item.facts],
    }
