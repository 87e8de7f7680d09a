"""Whether statements can all be true together, and which of them would have to be wrong if not.

Relations that each pass may be impossible together. A connected group of them is a linear programme over the
printed intervals (``programme``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rules.facts.fact import Fact
from rules.relations.judging.farkas import Core
from rules.relations.judging.linear import (
    LinearFact,
    Row,
    as_cut_off,
    components,
    constraints,
    cut_off,
    statements,
)
from rules.relations.judging.programme import Effort, Programme
from rules.relations.judging.witness import witness
from rules.relations.relation import Relation, Verdict

STEPS = 60_000
"""What the search for the culprits of one document may cost (some two seconds)."""


@dataclass(frozen=True, slots=True)
class JointResult:
    """What came of a group. ``culprits`` are the smallest sets of statements whose release makes it feasible.

    All are of one size: one, or else two. ``relations`` and ``facts`` take part in the proof that the
    group is infeasible, ``proof_confirmed`` says that it was confirmed in exact fractions. ``complete``
    False: the effort was spent before everything was tried.
    """

    feasible: bool
    culprits: tuple[frozenset[str], ...] = ()
    proof_confirmed: bool = False
    relations: frozenset[str] = field(default=frozenset())
    facts: frozenset[str] = field(default=frozenset())
    complete: bool = True


def resolve(facts: Sequence[LinearFact], rows: Sequence[Row], *, steps: int = STEPS) -> JointResult:
    """Say whether the rows can hold together, and which one or two statements would have to fall if not.

    Releasing a statement frees its value; the relations through it remain.
    """
    search = _search(facts, rows, Effort(steps))
    core = None if search is None else search.core(frozenset())
    if search is None or core is None:
        return JointResult(feasible=True, complete=search is None or not search.late)
    return _result(core, search.singles(core) or search.pairs(core), search)


def _search(facts: Sequence[LinearFact], rows: Sequence[Row], effort: Effort) -> _Search | None:
    """Return a search for what is wrong, None where true values were found. The order given plays no part."""
    facts = sorted(facts, key=lambda fact: fact.id)
    rows = sorted(rows, key=lambda row: (row.relation, row.terms, row.high is None, sorted(row.rests_on)))
    return None if witness(facts, rows) is not None else _Search(Programme(facts, rows), effort)


def conflicts(
    relations: Sequence[Relation], facts: Mapping[str, Fact], *, steps: int = STEPS
) -> tuple[JointResult, ...]:
    """Return one result for each contradiction in a document; several in one group are kept apart.

    Where one statement explains a group, that is one result; else one for each of the contradictions that
    share no statement, with the statements as culprits that explain it once the others are set aside. A
    group that was not settled within ``steps`` is feasible and not ``complete``.
    """
    effort = Effort(steps)
    found: list[JointResult] = []
    for rows in components(constraints(relations, facts)):
        search = _search(statements(rows, facts), rows, effort)
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


def is_cut_off(result: JointResult, relations: Sequence[Relation], facts: Mapping[str, Fact]) -> str | None:
    """Return the one statement that, cut off instead of rounded, lets all of a contradiction be true; None without one."""
    involved = [relation for relation in relations if relation.id in result.relations]
    for fact in sorted(result.facts):
        rows = constraints([as_cut_off(relation, fact) for relation in involved], facts)
        bounds = [cut_off(one, facts[one.id]) if one.id == fact else one for one in statements(rows, facts)]
        if witness(bounds, rows) is not None:
            return fact
    return None


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


class _Search:
    """Finds the smallest releases. Every release that mends must touch every core found so far."""

    def __init__(self, programme: Programme, effort: Effort) -> None:
        self.programme = programme
        self.effort = effort
        self.late = False
        self.known: list[Core] = []

    def core(self, released: frozenset[str]) -> Core | None:
        """Return a core that the release leaves, None if it leaves none."""
        for core in self.known:
            if not core.facts & released:
                return core
        try:
            found = self.programme.core(released, self.effort)
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
            if self.effort.is_spent:
                self.late = True
                break
            if self.core(release) is None and not self.late:
                found.append(release)
        return tuple(found)

    def apart(self, core: Core) -> tuple[Core, ...]:
        """Return cores that share no statement: at least so many statements are wrong."""
        found: list[Core] = []
        rest: Core | None = core
        while rest is not None and not self.effort.is_spent:
            found.append(rest)
            rest = self.core(frozenset(fact for one in found for fact in one.facts))
        return tuple(found)
