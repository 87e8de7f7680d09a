"""Statements that each pass may contradict each other together, and the wrong one is singled out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rules.numbers.units import PERCENT
from rules.relations.judging.farkas import confirmed_core
from rules.relations.judging.joint import JointResult, conflicts, is_cut_off, resolve, single_culprits
from rules.relations.judging.judge import Operation
from rules.relations.judging.linear import LinearFact, Row, components, constraints, statements
from rules.relations.judging.witness import miss, witness
from rules.relations.relation import Verdict
from tests.strategies import Ledger, true_ledgers

joint = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def statement(name: str, low: str | None, high: str | None) -> LinearFact:
    return LinearFact(name, None if low is None else Decimal(low), None if high is None else Decimal(high))


def total(relation: str, stated: str, *parts: str) -> Row:
    terms = tuple((part, Decimal(1)) for part in parts)
    return Row(relation, (*terms, (stated, Decimal(-1))), Decimal(0), Decimal(0))


def one(*names: str) -> frozenset[str]:
    return frozenset(names)


def found(ledger: Ledger) -> tuple[JointResult, ...]:
    return conflicts(ledger.relations(), ledger.facts)


def budget() -> Ledger:
    """Two parts and a total (f000 to f002), executed amounts (f003 to f005), the rate of totals (f006)."""
    ledger = Ledger()
    parts = [ledger.state(Decimal(value)) for value in ("1304.22", "31570.42")]
    whole = ledger.state(Decimal("32874.64"))
    spent = [ledger.state(Decimal(value)) for value in ("1210.07", "26140.88")]
    done = ledger.state(Decimal("27350.95"))
    rate = ledger.state(Decimal("83.20"), 2, PERCENT)
    ledger.claim(Operation.SUM, parts, whole)
    ledger.claim(Operation.SUM, spent, done)
    ledger.claim(Operation.RATIO, [done, whole], rate)
    return ledger


def test_a_sound_document_has_no_contradiction() -> None:
    ledger = budget()
    assert [relation.verdict for relation in ledger.relations()] == [Verdict.EXACT] * 3
    assert found(ledger) == ()


def test_relations_that_each_pass_may_be_impossible_together() -> None:
    ledger = Ledger()
    parts = [ledger.state(Decimal("0.01")), ledger.state(Decimal("0.01"))]
    high, low = ledger.state(Decimal("0.03")), ledger.state(Decimal("0.01"))
    ledger.claim(Operation.SUM, parts, high)
    ledger.claim(Operation.SUM, parts, low)
    assert {relation.verdict for relation in ledger.relations()} == {Verdict.ROUNDING}
    (result,) = found(ledger)
    assert result.proof_confirmed and result.complete
    assert set(result.culprits) == {one(high), one(low)}
    assert result.relations == {relation.id for relation in ledger.relations()}


def test_the_figure_that_two_relations_accuse_is_singled_out() -> None:
    ledger = budget()
    ledger.misprint("f002", Decimal("32847.64"))
    (result,) = found(ledger)
    assert result.culprits == (one("f002"),)
    assert single_culprits(result, ledger.relations()) == ("f002",)


def test_a_rate_that_only_one_relation_holds_is_suspected_with_its_operands() -> None:
    ledger = Ledger()
    over, base = ledger.state(Decimal("12.35")), ledger.state(Decimal("71.80"))
    rate = ledger.state(Decimal("17.02"), 2, PERCENT)
    ledger.claim(Operation.RATIO, [over, base], rate)
    (result,) = found(ledger)
    assert set(result.culprits) == {one(over), one(base), one(rate)}


def test_further_statements_clear_the_operands_of_a_wrong_rate() -> None:
    ledger = Ledger()
    over, base = ledger.state(Decimal("12.35")), ledger.state(Decimal("71.80"))
    rate = ledger.state(Decimal("17.02"), 2, PERCENT)
    ledger.claim(Operation.RATIO, [over, base], rate)
    ledger.claim(Operation.DUPLICATE, [over], ledger.state(Decimal("12.35")))
    ledger.claim(Operation.DUPLICATE, [base], ledger.state(Decimal("71.80")))
    (result,) = found(ledger)
    assert result.culprits == (one(rate),)


def test_statements_whose_intervals_only_touch_contradict_by_their_digits() -> None:
    ledger = Ledger()
    first, second, third = (ledger.state(Decimal(value)) for value in ("64.33", "64.32", "64.33"))
    ledger.claim(Operation.DUPLICATE, [first], second)
    ledger.claim(Operation.DUPLICATE, [first], third)
    (result,) = found(ledger)
    assert result.culprits == (one(second),)


def test_two_wrong_figures_are_a_pair_or_two_contradictions() -> None:
    ledger = budget()
    ledger.misprint("f000", Decimal("1340.22"))
    ledger.misprint("f003", Decimal("1201.07"))
    relations = ledger.relations()
    rows = constraints(relations, ledger.facts)
    result = resolve(statements(rows, ledger.facts), rows)
    assert one("f000", "f003") in result.culprits
    assert all(len(pair) == 2 for pair in result.culprits)
    apart = found(ledger)
    assert len(apart) == 2
    assert [one("f000") in side.culprits or one("f003") in side.culprits for side in apart] == [True, True]


def test_wrong_figures_in_separate_groups_are_separate() -> None:
    ledger = budget()
    part, whole = ledger.state(Decimal("1.00")), ledger.state(Decimal("2.00"))
    ledger.claim(Operation.SUM, [part], whole)
    ledger.misprint("f002", Decimal("32847.64"))
    assert [set(result.culprits) for result in found(ledger)] == [{one("f002")}, {one(part), one(whole)}]


def test_a_truncated_rate_is_a_convention_and_contradicts_nothing() -> None:
    ledger = Ledger()
    over, base = ledger.state(Decimal("200000.00")), ledger.state(Decimal("300000.00"))
    ledger.claim(Operation.RATIO, [over, base], ledger.state(Decimal("66.66"), 2, PERCENT))
    (relation,) = ledger.relations()
    assert relation.verdict is Verdict.CONVENTION
    assert found(ledger) == ()


@pytest.mark.parametrize(("said", "cut"), [("18.02", "f001"), ("18.00", None)])
def test_a_contradiction_that_a_figure_cut_off_explains_says_which(said: str, cut: str | None) -> None:
    ledger = Ledger()
    price, bid = (ledger.state(Decimal(value), 2) for value in ("3.63", "2.97"))
    saved = ledger.state(Decimal("0.65442"), 5)
    rate = ledger.state(Decimal(said), 2, PERCENT)
    ledger.claim(Operation.DIFFERENCE, [price, bid], saved)
    ledger.claim(Operation.RATIO, [saved, price], rate)
    (result,) = found(ledger)
    assert is_cut_off(result, ledger.relations(), ledger.facts) == cut


def test_open_ends_leave_room() -> None:
    facts = [statement("a", "1", None), statement("b", "2", "2"), statement("t", "10", "10")]
    assert resolve(facts, [total("r", "t", "a", "b")]).feasible
    narrow = [statement("a", "9", None), *facts[1:]]
    assert set(resolve(narrow, [total("r", "t", "a", "b")]).culprits) == {one("a"), one("b"), one("t")}


def test_effort_that_is_spent_is_said() -> None:
    facts = [statement("a", "1", "1"), statement("t", "2", "2")]
    result = resolve(facts, [total("r", "t", "a")], steps=0)
    assert (result.feasible, result.culprits, result.complete) == (False, (), False)
    assert result.proof_confirmed


def test_a_proof_needs_the_right_multipliers() -> None:
    facts = {
        fact.id: fact
        for fact in (statement("a", "1", "1"), statement("b", "2", "2"), statement("t", "9", "9"))
    }
    rows = [total("r", "t", "a", "b")]
    proved = confirmed_core(rows, facts, frozenset(), [Fraction(-1)])
    assert proved is not None and proved.facts == {"a", "b", "t"}
    assert confirmed_core(rows, facts, frozenset(), [Fraction(1)]) is None
    assert confirmed_core(rows, facts, frozenset({"a"}), [Fraction(-1)]) is None


def test_approximate_multipliers_are_mended_to_cancel_exactly() -> None:
    facts = {
        fact.id: fact
        for fact in (statement("t", "3", "3"), statement("u", "9", "9"), statement("x", None, None))
    }
    third = Decimal("0.333")
    rows = [
        Row("r", (("x", third), ("t", Decimal(-1))), Decimal(0), Decimal(0)),
        Row("s", (("x", Decimal(1)), ("u", Decimal(-1))), Decimal(0), Decimal(0)),
    ]
    proved = confirmed_core(rows, facts, frozenset(), [Fraction(-1), Fraction(333_000_1, 10_000_000)])
    assert proved is not None and proved.confirmed
    assert proved.facts == {"t", "u"}


def test_rows_that_share_no_fact_are_separate_components() -> None:
    rows = [total("r", "t", "a"), total("s", "u", "b"), total("q", "t", "c")]
    assert [[row.relation for row in group] for group in components(rows)] == [["r", "q"], ["s"]]


@joint
@given(true_ledgers())
def test_consistent_documents_are_never_infeasible(ledger: Ledger) -> None:
    relations = ledger.relations()
    assert all(relation.verdict is not Verdict.IMPOSSIBLE for relation in relations)
    assert conflicts(relations, ledger.facts) == ()


@joint
@given(true_ledgers())
def test_what_the_witness_finds_satisfies_every_row(ledger: Ledger) -> None:
    rows = constraints(ledger.relations(), ledger.facts)
    facts = statements(rows, ledger.facts)
    values = witness(facts, rows)
    assume(values is not None)
    assert values is not None
    widths: dict[str, Decimal] = {}
    for fact in facts:
        assert fact.low is not None and fact.high is not None
        assert fact.low <= values[fact.id] <= fact.high
        widths[fact.id] = fact.high - fact.low
    for row in rows:
        reach = sum((abs(c) * widths[name] for name, c in row.terms), start=Decimal(0))
        assert abs(miss(row, values)) <= reach / 500


@joint
@given(true_ledgers(), st.data())
def test_a_wrong_total_is_noticed_proved_and_among_the_suspects(ledger: Ledger, data: st.DataObject) -> None:
    wrong = data.draw(st.sampled_from(sorted(ledger.facts)))
    was = ledger.facts[wrong].quantity
    by = data.draw(st.integers(20, 500)) * Decimal(1).scaleb(-was.precision)
    ledger.misprint(wrong, was.value + by)
    relations = ledger.relations()
    assume(any(relation.verdict is Verdict.IMPOSSIBLE for relation in relations))
    results = conflicts(relations, ledger.facts)
    assert results
    assert all(result.proof_confirmed for result in results)
    assert any(one(wrong) in result.culprits for result in results)


@joint
@given(true_ledgers(), st.data())
def test_the_order_of_facts_and_relations_does_not_matter(ledger: Ledger, data: st.DataObject) -> None:
    wrong = data.draw(st.sampled_from(sorted(ledger.facts)))
    was = ledger.facts[wrong].quantity
    ledger.misprint(wrong, was.value + 100 * Decimal(1).scaleb(-was.precision))
    rows = constraints(ledger.relations(), ledger.facts)
    facts = statements(rows, ledger.facts)
    shuffled = resolve(data.draw(st.permutations(facts)), data.draw(st.permutations(rows)))
    result = resolve(facts, rows)
    assert (shuffled.feasible, set(shuffled.culprits)) == (result.feasible, set(result.culprits))


@pytest.mark.parametrize("bare", [frozenset({"a", "b"}), frozenset()])
def test_a_row_without_terms_is_a_contradiction_of_the_prints_it_rests_on(bare: frozenset[str]) -> None:
    facts = [statement("a", "1", "1"), statement("b", "1", "1")]
    row = Row("r", (), Decimal(1), None, frozenset({"a", "b"}))
    result = resolve(facts, [row] if bare else [])
    assert result.facts == bare
    assert result.feasible is (not bare)
