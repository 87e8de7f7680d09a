"""A relation gets the verdict that its printed digits allow, with the computation in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.numbers.numerals import parse_cell, tokens
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import PERCENT, SCORE, WAN_YUAN, YUAN, Unit, count
from rules.relations.judging.judge import (
    TRUNCATION,
    UNIT_SLIP,
    WIDE_ONLY,
    Operation,
    judge,
)
from rules.relations.judging.slips import TRUNCATED
from rules.relations.relation import Judgement, Verdict
from tests.strategies import figures, printed, true_values


def figure(text: str, unit: Unit | None = None, *, counted: bool = False) -> Quantity:
    cell = parse_cell(text, unit)
    assert cell is not None, text
    return replace(cell.quantity, counted=counted or cell.quantity.counted)


@dataclass(frozen=True)
class Case:
    name: str
    kind: Operation
    operands: tuple[Quantity, ...]
    stated: Quantity
    verdict: str


def _cases() -> list[Case]:
    text = (Path(__file__).parent / "cases" / "verdicts.json").read_text(encoding="utf-8")
    return [
        Case(
            name=item["name"],
            kind=Operation(item["kind"]),
            operands=tuple(figure(operand, counted=item["counts"]) for operand in item["operands"]),
            stated=figure(item["stated"], counted=item["counts"] and not item["stated"].endswith("%")),
            verdict=item["verdict"],
        )
        for item in json.loads(text, parse_float=Decimal)["cases"]
    ]


CASES = _cases()
Checker = Callable[[Case], str]


def _checked(case: Case) -> str:
    return judge(case.kind, case.operands, case.stated).verdict


def _failures(checker: Checker) -> list[str]:
    return [case.name for case in CASES if checker(case) != case.verdict]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_verdict(case: Case) -> None:
    assert _checked(case) == case.verdict


@pytest.mark.parametrize("verdict", list(Verdict))
def test_cases_bite(verdict: Verdict) -> None:
    assert len(CASES) == 66
    assert len(_failures(lambda case: verdict)) > 30
    assert _failures(_checked) == []


def judged(kind: str, *texts: str, unit: Unit | None = None) -> Judgement:
    """Judge figures as printed; the last is the stated one."""
    found = [figure(text, unit) for text in texts]
    return judge(Operation(kind), found[:-1], found[-1])


@pytest.mark.parametrize(
    ("judgement", "words"),
    [
        (judged("ratio", "12.35", "71.80", "17.02%"), "12.35 ÷ 71.80 = 17.20 %（报告为 17.02 %）"),
        (
            judged("sum", "1304.22", "31570.41", "32874.64", unit=WAN_YUAN),
            "1304.22 + 31570.41 = 32874.63 万元（报告为 32874.64 万元，尾差 0.01）",
        ),
        (judged("sum", "512.36", "-140.30", "372.06"), "512.36 + （−140.30） = 372.06"),
        (judged("sum", "10.14", "20.23", "30.4"), "10.14 + 20.23 = 30.37（报告取位为 30.4）"),
        (
            judged("yoy", "215.40", "228.16", "-5.95%"),
            "（215.40 − 228.16）÷ 228.16 = −5.59 %（报告为 −5.95 %）",
        ),
        (judged("ratio", "2个", "3个", "66.66%"), "2 ÷ 3 = 66.67 %（报告为 66.66 %，为截尾取值）"),
        (judged("duplicate", "15234567.89元", "1523.46万元"), "15234567.89 元 即 1523.46 万元"),
        (judged("duplicate", "5.10万元", "5.10万元"), "两处均为 5.10 万元"),
        (judged("duplicate", "5.10万元", "5.12万元"), "一处为 5.10 万元，一处为 5.12 万元"),
        (judged("ratio", "1.00", "0.00", "5.00%"), "1.00 ÷ 0.00：分母可能为零（报告为 5.00 %）"),
        (
            judged("sum", "5000.00元", "1.50万元", "2.00万元"),
            "5000.00 元 + 1.50 万元 = 2.00 万元",
        ),
    ],
)
def test_the_computation_is_written_as_reviewers_do(judgement: Judgement, words: str) -> None:
    assert judgement.derivation == words


def test_what_is_expected_is_printed_like_what_is_stated() -> None:
    assert judged("ratio", "16411.20", "19537.14", "85%").expected == "84"
    assert judged("ratio", "16411.20", "19537.14", "85.00%").expected == "84.00"
    assert judged("sum", "5000.00元", "1.50万元", "2.10万元").expected == "2.00"


def test_signs_carry_a_bridge() -> None:
    terms = [figure(text) for text in ("18306.45", "512.36", "140.30")]
    bridge = judge(Operation.SUM, terms, figure("18678.51"), signs=(1, 1, -1))
    assert (bridge.verdict, bridge.derivation) == (Verdict.EXACT, "18306.45 + 512.36 − 140.30 = 18678.51")


def test_a_whole_number_among_decimals_is_tried_at_their_precision_first() -> None:
    assert judged("sum", "42", "11.26", "53.26").verdict is Verdict.EXACT
    close = judged("sum", "42", "11.26", "53.27")
    assert (close.verdict, close.likely) == (Verdict.ROUNDING, None)
    wide = judged("sum", "42", "11.26", "53.54")
    assert (wide.verdict, wide.likely) == (Verdict.ROUNDING, WIDE_ONLY)
    assert judged("sum", "42", "11.26", "54.54").verdict is Verdict.IMPOSSIBLE
    rate = judged("ratio", "11.26", "42", "26.70%")
    assert (rate.verdict, rate.likely) == (Verdict.ROUNDING, WIDE_ONLY)


def test_a_rate_may_be_printed_as_a_multiple_or_a_plain_number() -> None:
    assert judged("ratio", "25.00", "10.00", "2.5倍").verdict is Verdict.EXACT
    assert judged("ratio", "215.40", "301.25", "0.7150").verdict is Verdict.EXACT
    assert judged("ratio", "215.40", "301.25", "71.50").verdict is Verdict.EXACT
    assert judged("ratio", "215.40", "301.25", "0.7510").verdict is Verdict.IMPOSSIBLE
    assert judged("ratio", "8.00", "10.00", "8成").verdict is Verdict.EXACT
    assert judged("ratio", "1.00", "250.00", "4.0‰").verdict is Verdict.EXACT


def test_a_score_is_the_weight_times_the_rate() -> None:
    weight = replace(figure("10", SCORE), counted=True)
    assert judge(Operation.PRODUCT, [weight, figure("84.00%")], figure("8.40分")).verdict is Verdict.EXACT
    assert (
        judge(Operation.PRODUCT, [weight, figure("84.00%")], figure("8.60分")).verdict is Verdict.IMPOSSIBLE
    )
    assert judge(Operation.PRODUCT, [weight, figure("84.00")], figure("8.40")).verdict is Verdict.EXACT
    amount = judge(Operation.PRODUCT, [figure("200.00万元"), figure("12.50%")], figure("250000元"))
    assert amount.verdict is Verdict.EXACT


@pytest.mark.parametrize(
    "texts",
    [
        ("sum", "1523.46万元", "10.00万元", "15334600元", "exact", None),
        ("sum", "1523.46万元", "10.00万元", "1533.46元", "impossible", UNIT_SLIP),
        ("sum", "15234600元", "10.00万元", "1533.46万元", "exact", None),
        ("sum", "15234600万元", "10.00万元", "1533.46万元", "impossible", UNIT_SLIP),
        ("ratio", "1523.46元", "3046.92万元", "50.00%", "impossible", UNIT_SLIP),
        ("sum", "1523.46万元", "10.00万元", "1537.46万元", "impossible", None),
        ("difference", "37.20万元", "0.00万元", "0.00万元", "impossible", None),
    ],
)
def test_a_slip_of_the_unit_is_named(texts: tuple[str, ...]) -> None:
    *figured, verdict, likely = texts
    found = judged(*figured)
    assert (found.verdict, found.likely) == (verdict, likely)


def test_truncation_is_a_convention_of_rates_but_no_excuse_between_two_statements() -> None:
    assert judged("ratio", "2个", "3个", "66.66%").convention == TRUNCATION
    twice = judged("duplicate", "64.33%", "64.32%")
    assert (twice.verdict, twice.likely, twice.convention) == (Verdict.IMPOSSIBLE, TRUNCATED, None)


def test_the_order_of_two_statements_does_not_matter() -> None:
    for one, other in [("84.00%", "84%"), ("83.50%", "84%"), ("84.77%", "84%"), ("84.77%", "86%")]:
        assert judged("duplicate", one, other).verdict is judged("duplicate", other, one).verdict


@pytest.mark.parametrize(
    ("operands", "stated", "verdict"),
    [
        (("100.00万元", "20.00万元"), "超过100.00万元", Verdict.ROUNDING),
        (("100.00万元", "20.20万元"), "约120万元", Verdict.ROUNDING),
        (("100.00万元", "20.00万元"), "约150万元", Verdict.UNDETERMINED),
        (("100.00万元", "20.00万元"), "不足100.00万元", Verdict.IMPOSSIBLE),
    ],
)
def test_hedged_figures(operands: tuple[str, ...], stated: str, verdict: Verdict) -> None:
    found = [token.quantity for text in (*operands, stated) for token in tokens(text)]
    amounts = [quantity for quantity in found if quantity is not None]
    assert judge(Operation.SUM, amounts[:-1], amounts[-1]).verdict is verdict


@pytest.mark.parametrize(
    "texts",
    [
        ("sum", "10.00万元", "5个", "15.00万元"),
        ("ratio", "10.00万元", "5个", "2.00%"),
        ("ratio", "10.00", "5.00", "2.00万元"),
        ("duplicate", "10.00万元", "10.00%"),
        ("sum", "10.00万元", "5.00元", "15.00"),
    ],
)
def test_figures_that_measure_different_things_are_undetermined(texts: tuple[str, ...]) -> None:
    assert judged(*texts).verdict is Verdict.UNDETERMINED


def test_a_figure_without_unit_has_that_of_its_siblings() -> None:
    assert judged("sum", "10.00万元", "5.00", "15.00万元").verdict is Verdict.EXACT
    assert judged("sum", "6个", "10", "17个").verdict is Verdict.IMPOSSIBLE


FITS = (Verdict.EXACT, Verdict.ROUNDING)


@given(st.lists(st.tuples(true_values(-9999), st.integers(0, 4)), min_size=1, max_size=8), st.integers(0, 4))
def test_rounding_true_addends_never_yields_impossible(
    addends: list[tuple[Decimal, int]], precision: int
) -> None:
    total = sum((value for value, _ in addends), start=Decimal(0))
    operands = [printed(value, own) for value, own in addends]
    assert judge(Operation.SUM, operands, printed(total, precision)).verdict in FITS


@given(true_values(1), true_values(1), st.integers(0, 4))
def test_true_rates_never_yield_impossible(a: Decimal, b: Decimal, precision: int) -> None:
    shown = [printed(a, 2), printed(b, 2)]
    for operation, value in ((Operation.RATIO, a / b), (Operation.YOY, (a - b) / b)):
        stated = printed(value * 100, precision, PERCENT)
        assert judge(operation, shown, stated).verdict in (*FITS, Verdict.UNDETERMINED)


def in_yuan(amount: Quantity) -> Quantity:
    value = amount.value * 10_000
    return Quantity(value, YUAN, amount.precision - 4, f"{value:f}")


@given(
    st.sampled_from([Operation.SUM, Operation.DIFFERENCE]),
    st.lists(true_values(-99), min_size=1, max_size=5),
    true_values(-99),
    st.integers(0, 3),
)
def test_converting_wan_yuan_to_yuan_changes_no_verdict(
    operation: Operation, values: list[Decimal], total: Decimal, off: int
) -> None:
    operands = [printed(value, 2) for value in values]
    signs = [-1 if index and operation is Operation.DIFFERENCE else 1 for index in range(len(values))]
    if off:
        total = (
            sum((s * q.value for s, q in zip(signs, operands, strict=True)), Decimal(0)) + Decimal(off) / 100
        )
    stated = printed(total, 2)
    verdict = judge(operation, operands, stated).verdict
    assert judge(operation, [in_yuan(q) for q in operands], in_yuan(stated)).verdict is verdict
    assert judge(operation, [in_yuan(operands[0]), *operands[1:]], stated).verdict is verdict


@given(st.lists(true_values(-999), min_size=2, max_size=6), true_values(-999), st.data())
def test_the_order_of_addends_does_not_matter(
    values: list[Decimal], total: Decimal, data: st.DataObject
) -> None:
    operands = [printed(value, 2) for value in values]
    shuffled = data.draw(st.permutations(operands))
    verdict = judge(Operation.SUM, operands, printed(total, 2)).verdict
    assert judge(Operation.SUM, shuffled, printed(total, 2)).verdict is verdict


@given(st.lists(true_values(1), min_size=1, max_size=6), st.sampled_from([-1, 1]), st.integers(0, 999))
def test_moving_a_total_beyond_the_combined_width_is_always_noticed(
    values: list[Decimal], direction: int, further: int
) -> None:
    operands = [printed(value, 2) for value in values]
    total = sum((q.value for q in operands), start=Decimal(0))
    width = Decimal("0.005") * (len(operands) + 1)
    moved = total + direction * (width + Decimal("0.01") + Decimal(further) / 100)
    assert judge(Operation.SUM, operands, printed(moved, 2)).verdict is Verdict.IMPOSSIBLE


@given(
    st.sampled_from(list(Operation)),
    st.lists(figures(), min_size=2, max_size=2),
    figures(),
    st.sampled_from(list(Hedge)),
    st.sampled_from([None, count("个"), PERCENT, WAN_YUAN]),
)
def test_no_figures_make_it_raise(
    operation: Operation, operands: list[Quantity], stated: Quantity, hedge: Hedge, unit: Unit | None
) -> None:
    first = replace(operands[0], hedge=hedge, unit=unit)
    judgement = judge(
        operation, operands[:1] if operation is Operation.DUPLICATE else [first, operands[1]], stated
    )
    assert judgement.derivation
    assert (judgement.expected is None) == (judgement.verdict is Verdict.UNDETERMINED)
