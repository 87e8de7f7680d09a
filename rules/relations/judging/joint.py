"""Whether statements can all be true together, and which of them would have to be wrong if not.

Relations that each pass may be impossible together. A connected group of them is a linear programme over the
printed intervals; HiGHS finds multipliers that show it infeasible, ``farkas`` confirms them in exact
fractions. The only module of ``rules`` that works with binary floats.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from rules.facts.fact import Fact
from rules.relations.judging.farkas import Core, confirmed_core
from rules.relations.judging.linear import LinearFact, Row, components, constraints, statements
from rules.relations.judging.witness import middle, witness
from rules.relations.relation import Relation, Verdict

SECONDS = 5.0
"""How long one group of relations may be searched for culprits."""

# Violations and multipliers below this are noise of the solver; a printed digit is 1 at this scale.
_NOISE = 1e-7
_LEAST_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class JointResult:
    """What came of a group. ``culprits`` are the smallest sets of statements whose release makes it feasible.

    All are of one size: one, or else two. ``relations`` and ``facts`` take part in the proof that the
    group is infeasible, ``proof_confirmed`` says that it was confirmed in exact fractions. ``complete``
    False: the time was up before everything was tried.
    """

    feasible: bool
    culprits: tuple[frozenset[str], ...] = ()
    proof_confirmed: bool = False
    relations: frozenset[str] = field(default=frozenset())
    facts: frozenset[str] = field(default=frozenset())
    complete: bool = True


def resolve(facts: Sequence[LinearFact], rows: Sequence[Row], *, seconds: float = SECONDS) -> JointResult:
    """Say whether the rows can hold together, and which one or two statements would have to fall if not.

    Releasing a statement frees its value; the relations through it remain.
    """
    search = _search(facts, rows, time.monotonic() + seconds)
    core = None if search is None else search.core(frozenset())
    if search is None or core is None:
        return JointResult(feasible=True, complete=search is None or not search.late)
    return _result(core, search.singles(core) or search.pairs(core), search)


def _search(facts: Sequence[LinearFact], rows: Sequence[Row], deadline: float) -> _Search | None:
    """Return a search for what is wrong, None where true values were found. The order given plays no part."""
    facts = sorted(facts, key=lambda fact: fact.id)
    rows = sorted(rows, key=lambda row: (row.relation, row.terms, row.high is None, sorted(row.rests_on)))
    return None if witness(facts, rows) is not None else _Search(_Programme(facts, rows), deadline)


def conflicts(
    relations: Sequence[Relation], facts: Mapping[str, Fact], *, seconds: float = SECONDS
) -> tuple[JointResult, ...]:
    """Return one result for each contradiction in a document; several in one group are kept apart.

    Where one statement explains a group, that is one result; else one for each of the contradictions that
    share no statement, with the statements as culprits that explain it once the others are set aside. A
    group that was not settled in time is feasible and not ``complete``.
    """
    deadline = time.monotonic() + seconds
    found: list[JointResult] = []
    for rows in components(constraints(relations, facts)):
        search = _search(statements(rows, facts), rows, deadline)
        if search is None:
            continue
        core = search.core(frozenset())
        if core is not None:
            singles = search.singles(core)
            found += [_result(core, singles, search)] if singles else _apart(core, search)
        elif search.late:
            found.append(JointResult(feasible=True, complete=False))
    return tuple(found)


def _apart(core: Core, search: _Search) -> list[JointResult]:
    cores = search.apart(core)
    found: list[tuple[frozenset[str], ...]] = []
    for own in cores:
        others = frozenset(fact for core in cores if core is not own for fact in core.facts)
        releases = {frozenset({fact}) | others: frozenset({fact}) for fact in sorted(own.facts)}
        found.append(tuple(releases[release] for release in search.mending(releases)))
    if len(cores) == 2:
        pairs = search.mending(one | other for one in found[0] for other in found[1])
        if pairs:
            found = [tuple(one for one in side if any(one <= pair for pair in pairs)) for side in found]
    return [_result(own, culprits, search) for own, culprits in zip(cores, found, strict=True)]


def _result(core: Core, culprits: tuple[frozenset[str], ...], search: _Search) -> JointResult:
    return JointResult(
        feasible=False,
        culprits=culprits,
        proof_confirmed=core.confirmed,
        relations=core.relations,
        facts=core.facts,
        complete=not search.late,
    )


def single_culprits(result: JointResult, relations: Sequence[Relation]) -> tuple[str, ...]:
    """Return the statements that each alone explain the contradiction, only the likeliest of them.

    They sit in the most broken relations; of these, those that the fewest sound ones vouch for. One is
    the culprit, several alike are suspects.
    """
    alone = sorted(fact for culprit in result.culprits if len(culprit) == 1 for fact in culprit)
    broken: Counter[str] = Counter()
    vouched: Counter[str] = Counter()
    for relation in relations:
        if relation.verdict is Verdict.IMPOSSIBLE:
            broken.update(relation.facts)
        elif relation.verdict in (Verdict.EXACT, Verdict.ROUNDING):
            # A computation that comes out on the digits vouches for more than a repetition or a rounding.
            computed = relation.verdict is Verdict.EXACT and relation.operation not in ("", "duplicate")
            vouched.update({fact: 3 if computed else 1 for fact in relation.facts})
    ranks = {fact: (-broken[fact], vouched[fact]) for fact in alone}
    return tuple(fact for fact in alone if ranks[fact] == min(ranks.values()))


@dataclass(frozen=True, slots=True)
class _Line:
    """One inequality of a row: Σ value × column ≤ limit; ``sign`` −1 where it is the lower end of the row."""

    row: int
    sign: int
    columns: list[int]
    values: list[float]
    limit: float


class _Programme:
    """Rows and intervals as arrays, each value measured from its print in units of its own half width."""

    def __init__(self, facts: Sequence[LinearFact], rows: Sequence[Row]) -> None:
        self.facts = {fact.id: fact for fact in facts}
        self.rows = list(rows)
        self.column = {fact.id: index for index, fact in enumerate(facts)}
        self.middles = [Fraction(middle(fact)) for fact in facts]
        self.scales = [_scale(fact) for fact in facts]
        self.lines = [self._lines(index, row) for index, row in enumerate(self.rows)]

    def _lines(self, index: int, row: Row) -> list[_Line]:
        """Return a row as inequalities, its largest coefficient scaled to 1."""
        columns = [self.column[fact] for fact, _ in row.terms]
        exact = [Fraction(coefficient) * self.scales[self.column[fact]] for fact, coefficient in row.terms]
        size = max((abs(value) for value in exact), default=Fraction(1))
        at = sum(Fraction(c) * self.middles[self.column[fact]] for fact, c in row.terms)
        lines: list[_Line] = []
        for sign, end in ((1, row.high), (-1, row.low)):
            if end is not None:
                limit = float(sign * (Fraction(end) - at) / size)
                lines.append(
                    _Line(index, sign, columns, [float(sign * value / size) for value in exact], limit)
                )
        return lines

    def core(self, released: frozenset[str], seconds: float) -> Core | None:
        """Return statements that cannot go together once some are released, or None if all can.

        Raises: TimeoutError if the solver does not settle it in time.
        """
        kept = [index for index, row in enumerate(self.rows) if not row.rests_on & released]
        for index in kept:
            row = self.rows[index]
            if not row.terms and row.low is not None and row.low > 0:
                return Core(row.rests_on, frozenset({row.relation}), confirmed=True)
        solved = self._solve([index for index in kept if self.rows[index].terms], released, seconds)
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
        self, kept: Sequence[int], released: frozenset[str], seconds: float
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
        in_time = {"time_limit": seconds}
        found: Any = linprog(goal, matrix, limits, bounds=bounds, method="highs-ds", options=in_time)
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


class _Search:
    """Finds the smallest releases. Every release that mends must touch every core found so far."""

    def __init__(self, programme: _Programme, deadline: float) -> None:
        self.programme = programme
        self.deadline = deadline
        self.late = False
        self.known: list[Core] = []

    def core(self, released: frozenset[str]) -> Core | None:
        """Return a core that the release leaves, None if it leaves none."""
        for core in self.known:
            if not core.facts & released:
                return core
        try:
            found = self.programme.core(released, max(self.deadline - time.monotonic(), _LEAST_SECONDS))
        except TimeoutError:
            self.late = True
            return None
        if found is not None:
            self.known.append(found)
        return found

    def singles(self, core: Core) -> tuple[frozenset[str], ...]:
        """Return the single statements whose release mends everything."""
        return self.mending(frozenset({fact}) for fact in sorted(core.facts))

    def pairs(self, core: Core) -> tuple[frozenset[str], ...]:
        """Return the pairs whose release mends everything: one of the core, one of what then remains."""
        pairs: dict[frozenset[str], None] = {}
        for fact in sorted(core.facts):
            rest = self.core(frozenset({fact}))
            pairs |= dict.fromkeys(frozenset({fact, other}) for other in sorted(rest.facts if rest else ()))
        return self.mending(pairs)

    def mending(self, releases: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
        """Return those releases that leave no core."""
        found: list[frozenset[str]] = []
        for release in releases:
            if time.monotonic() > self.deadline:
                self.late = True
                break
            if self.core(release) is None and not self.late:
                found.append(release)
        return tuple(found)

    def apart(self, core: Core) -> tuple[Core, ...]:
        """Return cores that share no statement: at least so many statements are wrong."""
        found: list[Core] = []
        rest: Core | None = core
        while rest is not None and time.monotonic() <= self.deadline:
            found.append(rest)
            rest = self.core(frozenset(fact for one in found for fact in one.facts))
        return tuple(found)
