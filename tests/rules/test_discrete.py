"""Rates of small counts: which are possible, and which sentences assert one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.document.evidence import Evidence
from rules.checks.tie_out.a12_rate_of_counts import rate_of_counts_findings
from rules.facts.fact import Fact, FactKind, Where
from rules.facts.mention import Extraction, Mention
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import PERCENT, Unit, count
from rules.relations.build import Relations
from rules.relations.rates.discrete import find_discrete, judge_rate_of, possible_counts
from rules.relations.relation import Verdict


def _quantity(printed: str, unit: Unit, hedge: Hedge = Hedge.NONE) -> Quantity:
    decimals = len(printed.partition(".")[2])
    return Quantity(Decimal(printed), unit, decimals, printed, hedge, unit is not PERCENT)


def _mention(start: int, printed: str, unit: Unit, lead: str, hedge: Hedge = Hedge.NONE) -> Mention:
    kind = FactKind.RATE if unit is PERCENT else FactKind.COUNT
    fact = Fact(
        id=f"f{start}",
        quantity=_quantity(printed, unit, hedge),
        kind=kind,
        label=lead,
        subject=None,
        measure=None,
        period=None,
        scope=None,
        where=Where.TEXT,
        evidence=Evidence("report", "d", printed, start=start, end=start + len(printed)),
    )
    return Mention(
        fact=fact,
        block=0,
        statement=0,
        sentence=0,
        depth=0,
        parent=None,
        lead=lead,
        tail="",
        opening="",
        own_subject=False,
        own_measure=False,
        fund=None,
    )


@pytest.mark.parametrize(
    ("rate", "total", "counts"),
    [
        ("86.11", 36, (31,)),
        ("86.11", 40, ()),
        ("33.33", 3, (1,)),
        ("100", 7, (7,)),
        ("0", 7, (0,)),
        ("50", 200, (99, 100, 101)),
        ("66.66", 3, ()),
    ],
)
def test_only_certain_rates_of_a_count_are_possible(rate: str, total: int, counts: tuple[int, ...]) -> None:
    assert possible_counts(_quantity(rate, PERCENT), total) == counts


def test_every_true_rate_of_a_count_is_possible() -> None:
    for total in range(1, 80):
        for part in range(total + 1):
            printed = f"{(Decimal(part) / total * 100).quantize(Decimal('0.01'))}"
            assert part in possible_counts(_quantity(printed, PERCENT), total)


def test_the_nearest_possible_rates_are_named() -> None:
    judgement = judge_rate_of(_quantity("86.11", PERCENT), 40)
    assert judgement.verdict is Verdict.UNDETERMINED
    assert "34 个为 85.00 %、35 个为 87.50 %" in judgement.derivation


def test_a_sentence_with_one_whole_and_one_rate_is_asked_about() -> None:
    relations = Relations()
    mentions = (
        _mention(10, "40", count("个"), "全年安排项目共"),
        _mention(20, "86.11", PERCENT, "项目完成率为"),
    )
    find_discrete(Extraction("2023", mentions, ()), relations)
    facts = {mention.fact.id: mention.fact for mention in mentions}
    (finding,) = rate_of_counts_findings(relations.items, facts)
    assert (finding.rule, finding.severity, finding.disposition) == ("A12", "warning", "ask")
    assert finding.reported == "86.11"


@pytest.mark.parametrize(
    ("whole", "rate", "hedge"),
    [
        ("全年安排项目共", "预算执行率为", Hedge.NONE),
        ("其中新建", "项目完成率为", Hedge.NONE),
        ("全年安排项目共", "项目完成率为", Hedge.ABOUT),
    ],
)
def test_other_rates_parts_and_rough_figures_assert_nothing(whole: str, rate: str, hedge: Hedge) -> None:
    relations = Relations()
    mentions = (
        _mention(10, "40", count("个"), whole),
        _mention(20, "86.11", PERCENT, rate, hedge),
    )
    find_discrete(Extraction("2023", mentions, ()), relations)
    assert relations.items == ()
