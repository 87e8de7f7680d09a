"""What a rule is given and what it gives: a pure function from the context of one report to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from corpus.document.evidence import Locator
from corpus.document.model import Document
from rules.doubts import undetermined_totals
from rules.facts.fact import Fact
from rules.facts.form import FormCell, IndicatorRow, ScoreForm
from rules.facts.indicators import find_score_forms
from rules.facts.vocabulary import TOTAL, vocabulary
from rules.finding import Finding
from rules.indicators.printed import IndicatorResult, indicator_results
from rules.numbers.quantity import Quantity
from rules.pack import ActivePack
from rules.relations.judging.leads import Leads
from rules.relations.relation import Relation
from rules.relations.scores.cause import Cause, causes_of
from rules.relations.scores.scores import FormTies, form_ties


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """An indicator whose weight (above zero) and score are both figures: ``points`` of ``most``."""

    form: ScoreForm
    row: IndicatorRow
    weight: FormCell
    score: FormCell
    most: Quantity
    points: Quantity

    @property
    def is_full(self) -> bool:
        """Say whether the indicator got full marks."""
        return self.points.value >= self.most.value


@dataclass(frozen=True, slots=True)
class CheckContext:
    """One report as the rules see it; ``ties`` and ``causes`` go with ``forms`` one by one.

    ``facts`` are those of text and tables; the scores and weights of the forms stand in ``ties``. ``indicators`` are
    those of the packs in force, worked out from the facts.
    """

    document: Document
    locator: Locator
    kind: str
    year: str | None
    pack: ActivePack
    forms: tuple[ScoreForm, ...]
    ties: tuple[FormTies, ...]
    causes: tuple[tuple[Cause, ...], ...]
    facts: tuple[Fact, ...] = ()
    indicators: tuple[IndicatorResult, ...] = ()

    @property
    def rows(self) -> Iterable[tuple[ScoreForm, IndicatorRow]]:
        """Return every indicator with its form."""
        return ((form, row) for form in self.forms for row in form.rows)

    @property
    def scored_rows(self) -> Iterable[ScoredRow]:
        """Return every indicator whose weight and score can be read."""
        for form, row in self.rows:
            weight, score = row.weight, row.score
            if weight is None or score is None or weight.quantity is None or score.quantity is None:
                continue
            if weight.quantity.value > 0:
                yield ScoredRow(form, row, weight, score, weight.quantity, score.quantity)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All that the rules found, the relations that they looked at and the facts that these join."""

    findings: tuple[Finding, ...]
    relations: tuple[Relation, ...]
    facts: tuple[Fact, ...]


Check = Callable[[CheckContext], Iterable[Finding]]


def check_context(
    document: Document,
    locator: Locator,
    kind: str,
    year: str | None,
    pack: ActivePack,
    facts: tuple[Fact, ...] = (),
) -> CheckContext:
    """Return the context of a report, its score forms read and their relations judged."""
    forms = tuple(find_score_forms(document, locator))
    linear = pack.execution is not None and not pack.execution.steps
    ties = tuple(_surely(form_ties(form, locator, year, linear_execution=linear), document) for form in forms)
    known = {fact.id: fact for fact in (*facts, *(fact for item in ties for fact in item.facts))}
    leads = Leads(known)
    causes = tuple(causes_of(item, leads) for item in ties)
    results = indicator_results(pack, _of_the_year(facts, forms), kind, year)
    return CheckContext(document, locator, kind, year, pack, forms, ties, causes, facts, results)


def _surely(ties: FormTies, document: Document) -> FormTies:
    """Return the relations of a form, undetermined what rests on a table that was not read whole."""
    facts = {fact.id: fact for fact in ties.facts}
    return replace(ties, relations=undetermined_totals(ties.relations, document, facts))


def _of_the_year(facts: tuple[Fact, ...], forms: tuple[ScoreForm, ...]) -> list[Fact]:
    """Return the facts, the amounts in the block of budget execution being those of the whole year's money."""
    blocks = [form.execution for form in forms if form.execution is not None]
    cells = [cell for block in blocks for cell in (block.initial, block.adjusted, block.executed)]
    starts = {cell.start for cell in cells if cell is not None}
    known = vocabulary().subjects
    return [
        replace(fact, subject=TOTAL) if fact.start in starts and fact.subject not in known else fact
        for fact in facts
    ]
