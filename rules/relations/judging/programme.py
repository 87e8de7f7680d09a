"""Rows over printed intervals as a linear programme: can they hold together, and which rows forbid it?

HiGHS finds multipliers that show a programme infeasible, ``farkas`` confirms them in exact fractions. The only module
of ``rules`` that works with binary floats.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from rules.relations.judging.farkas import Core, confirmed_core
from rules.relations.judging.linear import LinearFact, Row
from rules.relations.judging.witness import middle

# Violations and multipliers below this are noise of the solver; a printed digit is 1 at this scale.
_NOISE = 1e-7
_EACH = 50
"""Steps that a solve costs besides those for its inequalities and for what the solver does."""
_FEWEST = 5_000
"""Steps that a solve may always take."""
_MOST_SECONDS = 60.0


class Effort:
    """What a search may still cost, in steps (some 30 µs each): as much on a busy machine as on an idle one.

    Only where a step takes far longer than it should does the clock end the search.
    """

    def __init__(self, steps: int) -> None:
        self._left = steps
        self._until = time.monotonic() + _MOST_SECONDS

    @property
    def is_spent(self) -> bool:
        """Say whether nothing is left."""
        return self._left <= 0 or time.monotonic() > self._until

    def for_solver(self) -> dict[str, Any]:
        """Return the limits of one solve."""
        seconds = max(self._until - time.monotonic(), 1.0)
        return {"maxiter": max(self._left, _FEWEST), "time_limit": seconds}

    def solved(self, lines: int, steps: int) -> None:
        """Take off what a solve cost."""
        self._left -= _EACH + lines + steps


@dataclass(frozen=True, slots=True)
class Line:
    """One inequality of a row: Σ value × column ≤ limit; ``sign`` −1 where it is the lower end of the row."""

    row: int
    sign: int
    columns: list[int]
    values: list[float]
    limit: float


class Programme:
    """Rows and intervals as arrays, each value measured from its print in units of its own half width."""

    def __init__(self, facts: Sequence[LinearFact], rows: Sequence[Row]) -> None:
        self.facts = {fact.id: fact for fact in facts}
        self.rows = list(rows)
        self.column = {fact.id: index for index, fact in enumerate(facts)}
        self.middles = [Fraction(middle(fact)) for fact in facts]
        self.scales = [_scale(fact) for fact in facts]
        self.lines = [self._lines(index, row) for index, row in enumerate(self.rows)]

    def _lines(self, index: int, row: Row) -> list[Line]:
        """Return a row as inequalities, its largest coefficient scaled to 1."""
        columns = [self.column[fact] for fact, _ in row.terms]
        exact = [Fraction(coefficient) * self.scales[self.column[fact]] for fact, coefficient in row.terms]
        size = max((abs(value) for value in exact), default=Fraction(1))
        at = sum(Fraction(c) * self.middles[self.column[fact]] for fact, c in row.terms)
        lines: list[Line] = []
        for sign, end in ((1, row.high), (-1, row.low)):
            if end is not None:
                limit = float(sign * (Fraction(end) - at) / size)
                lines.append(
                    Line(index, sign, columns, [float(sign * value / size) for value in exact], limit)
                )
        return lines

    def core(self, released: frozenset[str], effort: Effort) -> Core | None:
        """Return statements that cannot go together once some are released, or None if all can.

        Raises: TimeoutError if the solver does not settle it within the steps left.
        """
        kept = [index for index, row in enumerate(self.rows) if not row.rests_on & released]
        for index in kept:
            row = self.rows[index]
            if not row.terms and row.low is not None and row.low > 0:
                return Core(row.rests_on, frozenset({row.relation}), confirmed=True)
        solved = self._solve([index for index in kept if self.rows[index].terms], released, effort)
        if solved is None:
            return None
        rows = [self.rows[index] for index, _ in solved]
        hints = [self._unscaled(index, multiplier) for index, multiplier in solved]
        found = confirmed_core(rows, self.facts, released, hints)
        if found is not None:
            return found
        used = frozenset(fact for row in rows for fact in row.facts) - released
        return Core(used, frozenset(row.relation for row in rows), confirmed=False)

    def _unscaled(self, index: int, multiplier: float) -> Fraction:
        row = self.rows[index]
        size = max(abs(Fraction(c)) * self.scales[self.column[fact]] for fact, c in row.terms)
        return Fraction(multiplier).limit_denominator(10**9) / size

    def _solve(
        self, kept: Sequence[int], released: frozenset[str], effort: Effort
    ) -> list[tuple[int, float]] | None:
        """Make the largest violation of a row least; return the rows that keep it above zero, else None."""
        import numpy as np
        from scipy.optimize import linprog
        from scipy.sparse import csr_array

        count = len(self.column)
        kept_lines = [line for index in kept for line in self.lines[index]]
        if not kept_lines:
            return None
        data = [value for line in kept_lines for value in (*line.values, -1.0)]
        across = [column for line in kept_lines for column in (*line.columns, count)]
        down = [number for number, line in enumerate(kept_lines) for _ in (*line.columns, count)]
        matrix = csr_array((data, (down, across)), shape=(len(kept_lines), count + 1))
        goal = np.zeros(count + 1)
        goal[count] = 1.0
        bounds = [self._bounds(name, released) for name in self.column] + [(0.0, None)]
        limits = np.array([line.limit for line in kept_lines])
        found: Any = linprog(
            goal, matrix, limits, bounds=bounds, method="highs-ds", options=effort.for_solver()
        )
        effort.solved(len(kept_lines), found.nit)
        if found.status != 0:
            raise TimeoutError(found.message)
        if found.fun <= _NOISE:
            return None
        multipliers = zip(kept_lines, -found.ineqlin.marginals, strict=True)
        return [(line.row, line.sign * float(value)) for line, value in multipliers if value > _NOISE]

    def _bounds(self, name: str, released: frozenset[str]) -> tuple[float | None, float | None]:
        if name in released:
            return None, None
        fact, at, scale = self.facts[name], self.middles[self.column[name]], self.scales[self.column[name]]
        low = None if fact.low is None else float((Fraction(fact.low) - at) / scale)
        high = None if fact.high is None else float((Fraction(fact.high) - at) / scale)
        return low, high


def _scale(fact: LinearFact) -> Fraction:
    if fact.low is None or fact.high is None or fact.low == fact.high:
        return Fraction(1)
    return (Fraction(fact.high) - Fraction(fact.low)) / 2
