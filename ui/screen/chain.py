"""The life of the year's budget in a row: 年初 → 追加、收回 → 全年预算 → 决算 → 结转, as far as the report states it.

Nothing is computed here: the figures are facts of the report, and whether a step holds is the verdict of the relation
that the checkers asserted over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.labels import Language, label
from rules.facts.fact import Fact, Where
from rules.numbers.units import YUAN, Dimension, convert
from rules.relations.relation import Relation, Verdict
from rules.review import Review
from ui.messages import Words, words
from ui.screen.markup import Html, element
from ui.screen.spots import go_button

_CHANGES = ("added", "recalled", "budget_adjustment")
_FEWEST = 3
_WORST = (
    Verdict.IMPOSSIBLE,
    Verdict.UNDETERMINED,
    Verdict.CONVENTION,
    Verdict.ROUNDING,
    Verdict.EXACT,
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One link: ``facts`` is empty where the report does not state it; ``verdict`` is that of the step into it."""

    name: str
    facts: tuple[Fact, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The stages in order, and the scope of funds that they hold for (None: not said)."""

    stages: tuple[Stage, ...]
    scope: str | None


def budget_chain(review: Review) -> Chain | None:
    """Return the chain of the largest budget that the report bridges from its beginning to the whole year."""
    facts = {fact.id: fact for fact in review.facts}
    bridges = [relation for relation in review.relations if _is_bridge(relation, facts)]
    if not bridges:
        return None
    # Of several statements of the same bridge, the first; of several bridges, the total.
    bridge = max(bridges, key=lambda relation: _yuan(facts[relation.stated or ""]))
    budget = facts[bridge.stated or ""]
    operands = [facts[fact] for fact in bridge.operands]
    first = tuple(fact for fact in operands if fact.measure == "initial_budget")
    changes = tuple(fact for fact in operands if fact.measure in _CHANGES)
    same = [fact for fact in review.facts if _same_fund(fact, budget)]
    spent = _stated(same, "executed")
    left = _stated(same, "surplus")
    stages = (
        Stage("initial", first),
        Stage("changes", changes),
        Stage("budget", (budget,), bridge.verdict),
        Stage("spent", spent, _between(review.relations, facts, budget, spent)),
        Stage("left", left, _between(review.relations, facts, budget, left)),
    )
    if sum(bool(stage.facts) for stage in stages) < _FEWEST:
        return None
    return Chain(stages, budget.scope)


def _is_bridge(relation: Relation, facts: dict[str, Fact]) -> bool:
    if relation.stated is None or any(fact not in facts for fact in relation.facts):
        return False
    measures = [facts[fact].measure for fact in relation.operands]
    return (
        facts[relation.stated].measure == "adjusted_budget"
        and measures.count("initial_budget") == 1
        and any(measure in _CHANGES for measure in measures)
    )


def _yuan(fact: Fact) -> Decimal:
    unit = fact.quantity.unit
    if unit is None or unit.dimension is not Dimension.MONEY:
        return fact.quantity.value
    return convert(fact.quantity.value, unit, YUAN)


def _same_fund(fact: Fact, budget: Fact) -> bool:
    return (fact.subject, fact.scope, fact.period) == (budget.subject, budget.scope, budget.period)


def _stated(facts: Iterable[Fact], measure: str) -> tuple[Fact, ...]:
    """Return one statement of the measure, running text before tables."""
    found = sorted(
        (fact for fact in facts if fact.measure == measure), key=lambda fact: fact.where is not Where.TEXT
    )
    return tuple(found[:1])


def _between(
    relations: Sequence[Relation], facts: dict[str, Fact], budget: Fact, stage: tuple[Fact, ...]
) -> Verdict | None:
    """Return the worst verdict over the two, whichever of their statements were compared."""
    if not stage:
        return None

    def states(relation: Relation, wanted: Fact) -> bool:
        return any(
            facts[fact].measure == wanted.measure and _same_fund(facts[fact], wanted)
            for fact in relation.facts
            if fact in facts
        )

    verdicts = {
        relation.verdict
        for relation in relations
        if states(relation, budget) and all(states(relation, fact) for fact in stage)
    }
    return next((verdict for verdict in _WORST if verdict in verdicts), None)


def chain_strip(chain: Chain, lang: Language = "zh") -> Html:
    """Return the chain as a row; a broken step is marked at the stage it leads into."""
    say = words(lang)
    items = [_stage(stage, say, lang) for stage in chain.stages]
    head = element("span", chain.scope, class_="jh-scope") if chain.scope else None
    return element("div", head, element("ol", items), class_="jh-chain", aria_label=say("page_chain"))


def _stage(stage: Stage, say: Words, lang: Language) -> Html:
    nothing = element("span", say("page_not_stated"), class_="jh-none")
    shown = [_amount(fact, say, lang) for fact in stage.facts] or [nothing]
    verdict = None
    if stage.verdict is not None:
        verdict = element("em", label("verdict", stage.verdict, lang), class_="jh-verdict")
    return element(
        "li",
        element("span", say(f"page_stage_{stage.name}"), class_="jh-stage"),
        shown,
        verdict,
        data_verdict=stage.verdict and str(stage.verdict),
    )


def _amount(fact: Fact, say: Words, lang: Language) -> Html:
    sign = {"added": "＋", "recalled": "－"}.get(fact.measure or "", "")
    return go_button(f"{sign}{fact.quantity.words()}", fact.evidence, lang, title=fact.label)
