"""What several rules say of one figure is one finding."""

from __future__ import annotations

from decimal import Decimal

from corpus.document.evidence import Evidence
from rules.card import card
from rules.facts.fact import Fact, FactKind, Where
from rules.finding import Finding
from rules.numbers.quantity import Quantity
from rules.one_cause import merged
from rules.relations.relation import Judgement, Relation, RelationKind, Verdict


def _evidence(start: int) -> Evidence:
    return Evidence("report", "甲.docx", f"第{start}字", start=start, end=start + 2)


def _fact(name: str, start: int) -> Fact:
    quantity = Quantity(Decimal(start), None, 0, str(start))
    return Fact(name, quantity, FactKind.RATE, name, None, None, None, None, Where.TABLE, _evidence(start))


FACTS = {name: _fact(name, start) for name, start in (("rate", 10), ("staff", 20), ("posts", 30))}
RELATION = Relation(
    "r1", RelationKind.RATIO, ("staff", "posts"), "rate", "控制率", Judgement(Verdict.UNDETERMINED, "45 ÷ 50")
)


def _finding(code: str, *starts: int, related: tuple[str, ...] = (), content: str = "") -> Finding:
    return card(code).finding(
        content=(code, content),
        message=f"{code}。",
        evidence=tuple(_evidence(start) for start in starts),
        severity=None if code[0] == "S" else card("S21").severity,
        reported="111.11",
        related=related,
    )


def test_a_question_about_a_figure_owns_what_an_indicator_says_of_it() -> None:
    asked = _finding("A04", 10, 20, 30, related=("r1",))
    found = merged([asked, _finding("S22", 10, 20, 30)], [RELATION], FACTS)
    assert [finding.rule for finding in found] == ["A04"]
    assert found[0].message == "A04。可能的原因：分子分母颠倒。"


def test_another_figure_of_the_same_indicator_stays_a_question_of_its_own() -> None:
    asked = _finding("A04", 20, related=("r1",))
    other = Relation(
        "r1", RelationKind.RATIO, ("posts",), "staff", "别的", Judgement(Verdict.UNDETERMINED, "45 ÷ 50")
    )
    found = merged([asked, _finding("S21", 10, 20, 30)], [other], FACTS)
    assert [finding.rule for finding in found] == ["A04", "S21"]
