"""Between which two figures a change lies: this year's and last year's, in the statement, before it, or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Extraction, Mention
from rules.facts.vocabulary import vocabulary
from rules.relations.change_rate import PRIOR, REACHED
from rules.relations.sentence import Statement, is_base, of_kind, same_unit

STAGES = ("executed", "budget", "adjusted_budget", "initial_budget", "surplus", None, "closing", "opening")
"""The measures of a figure that a change may lie between."""
MOST = 5
_PLANNED = re.compile("计划|目标|任务")


@dataclass(frozen=True, slots=True)
class Pair:
    """This year's figure and last year's. ``sure``: both stand in the statement and nothing else can be meant.

    ``loose``: last year's figure was said of something in a statement before; it can only show that the figures agree.
    ``close``: both stand in the sentence of the change, each the nearest of its sort.
    """

    now: Fact
    base: Fact
    sure: bool
    agreed: bool = False
    loose: bool = False
    close: bool = False


def is_prior(mention: Mention, year: str | None = None) -> bool:
    if mention.fact.measure in ("increase", "decrease"):
        return False
    dated = (
        year is not None and mention.fact.period == str(int(year) - 1) and mention.fact.period in mention.lead
    )
    return dated or bool(PRIOR.search(mention.lead))


def pairs_of(mention: Mention, index: int, statement: Statement, extraction: Extraction) -> Iterator[Pair]:
    """Yield the pairs that the change may lie between, the likeliest first."""
    kinds = (FactKind.AMOUNT, FactKind.COUNT)
    here = [m for m in of_kind(statement.own, *kinds) if m is not mention and m.fact.measure in STAGES]
    back = [m for m in of_kind(statement.before, *kinds) if m.fact.measure in STAGES]
    earlier = [m for m in reversed(here) if m.fact.start < mention.fact.start]
    later = [m for m in here if m.fact.start > mention.fact.start]
    section = [m for m in of_kind(statement.section, *kinds) if m.fact.subject == mention.fact.subject]
    near = [*earlier, *later, *reversed(back), *reversed([m for m in section if m.fact.measure in STAGES])]
    year = extraction.year
    nows = [m for m in near if not is_prior(m, year) and not _PLANNED.search(m.lead) and not is_base(m)]
    nows = nows[:MOST]
    priors = [m for m in near if is_prior(m, year)][:MOST]
    for base in priors:
        alike = [m for m in nows if same_unit(m.fact, base.fact)]
        for now in sorted(alike, key=lambda m: m.fact.measure != base.fact.measure):
            together = now in earlier and base.sentence == now.sentence == mention.sentence
            close = together and now is _first(alike, base) and base is priors[0]
            reached = now.fact.start > base.fact.start and REACHED.search(now.lead) is not None
            sure = close and base in earlier and (reached or _alone(base, mention, earlier))
            loose = base.statement != mention.statement
            yield Pair(now.fact, base.fact, sure, loose=loose, close=close)
    for now in nows:
        for base_fact in prior_of(now.fact, extraction):
            sure = now.own_subject and now.own_measure and now in earlier
            yield Pair(now.fact, base_fact, sure, loose=now.statement != mention.statement)
    for now_fact, base_fact in _both_elsewhere(mention, extraction):
        yield Pair(now_fact, base_fact, False)


def _alone(base: Mention, mention: Mention, earlier: Sequence[Mention]) -> bool:
    """Say whether no other figure but a change stands between last year's and the change that is said of it."""
    between = [m for m in earlier if m.fact.start > base.fact.start]
    return all(m.fact.measure in ("increase", "decrease") for m in between) and not mention.own_subject


def _first(nows: Sequence[Mention], base: Mention) -> Mention | None:
    return next((m for m in nows if m.fact.measure == base.fact.measure), nows[0] if nows else None)


def prior_of(now: Fact, extraction: Extraction) -> list[Fact]:
    """Return last year's figure of the same thing, where the document gives one value for it."""
    year = now.period or extraction.year
    if year is None or now.subject is None:
        return []
    found = [
        f
        for f in extraction.facts
        if f.kind is now.kind
        and (f.subject, f.measure, f.period) == (now.subject, now.measure, str(int(year) - 1))
        and (f.scope == now.scope or None in (f.scope, now.scope) or not vocabulary().is_scoped(f.subject))
    ]
    return found[:1] if len({f.quantity.value for f in found}) == 1 else []


def _both_elsewhere(mention: Mention, extraction: Extraction) -> Iterator[tuple[Fact, Fact]]:
    subject, year = mention.fact.subject, extraction.year
    if subject is None or year is None:
        return
    for fact in extraction.facts:
        if fact.subject == subject and fact.period == year and fact.measure in ("executed", "budget"):
            for base in prior_of(fact, extraction):
                yield fact, base
