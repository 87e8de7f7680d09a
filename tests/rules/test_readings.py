"""What becomes of a reading whose words are sure and whose figures do not agree."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.document.evidence import Evidence
from rules.facts.fact import Fact, FactKind, Where
from rules.numbers.quantity import Quantity
from rules.numbers.units import PERCENT, WAN_YUAN, Unit
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind, Verdict


def _fact(printed: str, unit: Unit, at: int) -> Fact:
    quantity = Quantity(Decimal(printed), unit, 2, printed)
    evidence = Evidence("report", "sketch.docx", start=at, end=at + 6, quote=printed)
    kind = FactKind.RATE if unit is PERCENT else FactKind.AMOUNT
    return Fact(f"f{at}", quantity, kind, "支出", "支出", None, "2023", None, Where.TEXT, evidence)


@pytest.mark.parametrize(
    ("spent", "rate", "verdict"),
    [
        ("97.02", "97.02", Verdict.EXACT),
        ("97.02", "91.02", Verdict.IMPOSSIBLE),  # one digit
        ("97.02", "9.70", Verdict.IMPOSSIBLE),  # a point misplaced
        ("97.02", "88.35", Verdict.IMPOSSIBLE),  # no slip, but of the same world
        ("1.44", "98.56", Verdict.UNDETERMINED),  # the complement of something else
        ("2.91", "97.47", Verdict.UNDETERMINED),
    ],
)
def test_figures_worlds_apart_are_not_held_against_one_another(
    spent: str, rate: str, verdict: Verdict
) -> None:
    relations = Relations()
    operands = (_fact(spent, WAN_YUAN, 10), _fact("100.00", WAN_YUAN, 20))
    stated = _fact(rate, PERCENT, 30)
    reading = Reading(RelationKind.RATIO, Operation.RATIO, operands, stated, "试", sure=True)
    relations.choose([reading])
    assert [relation.verdict for relation in relations.items] == [verdict]
