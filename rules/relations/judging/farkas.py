"""Proof in exact fractions that statements cannot all be true (Farkas: rows add up to an impossible one)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rules.relations.judging.linear import LinearFact, Row


@dataclass(frozen=True, slots=True)
class Core:
    """Statements and relations that cannot go together; ``confirmed``: by exact arithmetic."""

    facts: frozenset[str]
    relations: frozenset[str]
    confirmed: bool


def confirmed_core(
    rows: Sequence[Row],
    facts: Mapping[str, LinearFact],
    released: frozenset[str],
    hints: Sequence[Fraction],
) -> Core | None:
    """Return the core that multipliers of the rows prove, None if they prove nothing.

    ``hints`` are approximate multipliers, one a row and none of them zero. Where they cancel a fact
    nearly, they are mended to cancel it exactly. The rows times their multipliers add up to Σ gain × fact
    ≤ bound; if the least that the intervals allow on the left exceeds the bound, no true values exist.
    """
    multipliers = _mended(rows, hints, _cancelled(rows, facts, released, hints))
    bound = Fraction(0)
    for row, multiplier in zip(rows, multipliers, strict=True):
        end = row.high if multiplier > 0 else row.low
        if multiplier and end is None:
            return None
        bound += multiplier * Fraction(end or 0)
    least = Fraction(0)
    used = {
        fact for row, multiplier in zip(rows, multipliers, strict=True) if multiplier for fact in row.rests_on
    }
    for name, gain in _gains(rows, multipliers).items():
        if not gain:
            continue
        end = None if name in released else facts[name].low if gain > 0 else facts[name].high
        if end is None:
            return None
        least += gain * Fraction(end)
        used.add(name)
    if least <= bound:
        return None
    relations = frozenset(
        row.relation for row, multiplier in zip(rows, multipliers, strict=True) if multiplier
    )
    return Core(frozenset(used), relations, confirmed=True)


def _gains(rows: Sequence[Row], multipliers: Sequence[Fraction]) -> dict[str, Fraction]:
    gains: dict[str, Fraction] = {}
    for row, multiplier in zip(rows, multipliers, strict=True):
        for fact, coefficient in row.terms:
            gains[fact] = gains.get(fact, Fraction(0)) + multiplier * Fraction(coefficient)
    return gains


def _cancelled(
    rows: Sequence[Row],
    facts: Mapping[str, LinearFact],
    released: frozenset[str],
    hints: Sequence[Fraction],
) -> list[str]:
    """Return the facts that the multipliers should cancel: those that they nearly do, or that are free."""
    sizes: dict[str, Fraction] = {}
    for row, hint in zip(rows, hints, strict=True):
        for fact, coefficient in row.terms:
            sizes[fact] = max(sizes.get(fact, Fraction(0)), abs(hint * Fraction(coefficient)))
    gains = _gains(rows, hints)
    return sorted(
        fact for fact, gain in gains.items() if fact in released or abs(gain) <= sizes[fact] / 10**6
    )


def _mended(rows: Sequence[Row], hints: Sequence[Fraction], cancelled: Sequence[str]) -> list[Fraction]:
    """Return multipliers near the hints that cancel the facts exactly, by elimination."""
    columns = [dict(row.terms) for row in rows]
    equations = [[Fraction(column.get(fact, 0)) for column in columns] for fact in cancelled]
    pivots: list[tuple[int, list[Fraction]]] = []
    for equation in equations:
        for column, pivot in pivots:
            if equation[column]:
                factor = equation[column]
                equation = [a - factor * b for a, b in zip(equation, pivot, strict=True)]
        column = next((index for index, value in enumerate(equation) if value), -1)
        if column < 0:
            continue
        lead = equation[column]
        equation = [value / lead for value in equation]
        pivots = [
            (index, [a - row[column] * b for a, b in zip(row, equation, strict=True)])
            for index, row in pivots
        ]
        pivots.append((column, equation))
    fixed = dict(pivots)
    result = list(hints)
    for column, equation in pivots:
        result[column] = -sum(
            (value * hints[index] for index, value in enumerate(equation) if index not in fixed),
            start=Fraction(0),
        )
    return result
