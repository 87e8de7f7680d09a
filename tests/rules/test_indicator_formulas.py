"""The grammar of formulas: what is written is what is read, results are exact, and nothing makes it crash."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.errors import FormulaError
from rules.indicators.formula import (
    Binary,
    Call,
    Name,
    Negative,
    Node,
    Number,
    names_of,
    parse,
    show,
    turned,
)
from rules.indicators.value import Outcome, Value, evaluate, value_of
from rules.numbers.interval import Interval, NotComputable
from rules.numbers.quantity import Quantity
from rules.numbers.units import PERCENT, WAN_YUAN, YUAN, count

NAMES = ("甲", "编制数", "三公经费.executed.prior", "收支总计.budget@一般公共预算", "因公出国（境）费", "a÷b")
DECIMALS = st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False, allow_infinity=False)


def _nodes() -> st.SearchStrategy[Node]:
    leaves: st.SearchStrategy[Node] = st.one_of(
        st.builds(Number, DECIMALS, st.booleans()), st.builds(Name, st.sampled_from(NAMES))
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(Negative, inner),
            st.builds(Binary, st.sampled_from("+−×÷"), inner, inner),
            st.builds(Call, st.just("min"), st.tuples(inner, inner)),
            st.builds(Call, st.just("abs"), st.tuples(inner)),
        ),
        max_leaves=8,
    )


def _money(text: str, unit: object = WAN_YUAN) -> Value:
    value = Decimal(text)
    return value_of(Quantity(value, unit, -value.as_tuple().exponent, text))  # type: ignore[arg-type, operator]


@given(_nodes())
def test_what_is_shown_is_read_again_as_the_same(node: Node) -> None:
    assert parse(show(node)) == node


@given(_nodes(), st.dictionaries(st.sampled_from(NAMES), DECIMALS))
def test_working_out_agrees_with_fractions_or_says_why_not(node: Node, held: dict[str, Decimal]) -> None:
    def look_up(name: str) -> Outcome:
        if name not in held:
            return NotComputable(f"报告未列“{name}”")
        return Value(Fraction(held[name]), Interval(held[name], held[name]))

    result = evaluate(node, look_up)
    if isinstance(result, NotComputable):
        assert result.reason
        return
    assert result.exact == _by_fractions(node, held)
    low, high = result.span.low, result.span.high
    assert low is None or Fraction(low) <= result.exact
    assert high is None or result.exact <= Fraction(high)


def _by_fractions(node: Node, held: dict[str, Decimal]) -> Fraction:
    match node:
        case Number(value, percent):
            return Fraction(value) / (100 if percent else 1)
        case Name(text):
            return Fraction(held[text])
        case Negative(of):
            return -_by_fractions(of, held)
        case Call(function, arguments):
            values = [_by_fractions(argument, held) for argument in arguments]
            return abs(values[0]) if function == "abs" else min(values)
        case Binary(sign, left, right):
            one, other = _by_fractions(left, held), _by_fractions(right, held)
            match sign:
                case "+":
                    return one + other
                case "−":
                    return one - other
                case "×":
                    return one * other
                case _:
                    return one / other


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        node = parse(text)
    except FormulaError as error:
        assert str(error)
    else:
        assert parse(show(node)) == node


@pytest.mark.parametrize(
    "text",
    [
        "在职人员数÷编制数×100%",
        "在职人员数 / 编制数 * 100％",
        "（在职人员数）／编制数×１００%",
        "在职人员数÷编制数x100%",
    ],
)
def test_signs_may_be_written_as_people_type_them(text: str) -> None:
    assert show(parse(text)) == "在职人员数 ÷ 编制数 × 100%"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "末尾不完整"),
        ("甲 乙", "第 3 字起的“乙”多余"),
        ("(甲 + 乙", "此处应为“)”"),
        ("甲 ÷", "此处应为名称、数或左括号"),
        ("甲 = 乙", "第 3 字“=”不能用在算式里"),
        ("min(甲)", "min 应有 2 至 9 个参数，实为 1 个"),
        ("(" * 60 + "甲" + ")" * 60, "括号层数过多"),
        ("甲+" * 300 + "甲", "算式过长"),
        ("__import__('os')", "不能用在算式里"),
    ],
)
def test_what_is_no_formula_is_refused_at_its_place(text: str, says: str) -> None:
    with pytest.raises(FormulaError, match=says.replace("(", r"\(").replace(")", r"\)")):
        parse(text)


def test_yuan_and_ten_thousand_yuan_meet_in_one_formula() -> None:
    held = {"甲": _money("10.41"), "乙": _money("605000.00", YUAN)}
    result = evaluate(parse("甲 ÷ 乙 × 100%"), held.__getitem__)
    assert isinstance(result, Value)
    assert result.exact == Fraction(1041, 6050)
    assert result.dims == ()


def test_money_and_people_are_never_added() -> None:
    held = {"甲": _money("10.41"), "乙": value_of(Quantity(Decimal(5), count("人"), 0, "5", counted=True))}
    assert evaluate(parse("甲 + 乙"), held.__getitem__) == NotComputable(
        "“甲”与“乙”计量的不是同一种量，不能相加减"
    )
    assert isinstance(evaluate(parse("max(甲, 乙)"), held.__getitem__), NotComputable)


def test_a_denominator_of_zero_is_named() -> None:
    held = {"甲": _money("1.00"), "乙": _money("0.00")}
    assert evaluate(parse("甲 ÷ 乙"), held.__getitem__) == NotComputable("分母“乙”为 0")
    held["乙"] = value_of(Quantity(Decimal("0.1"), WAN_YUAN, 0, "0"))
    assert evaluate(parse("甲 ÷ 乙"), held.__getitem__) == NotComputable("分母“乙”按印出位数可能为 0")


def test_a_rate_is_a_hundredth_part() -> None:
    value = value_of(Quantity(Decimal("78.77"), PERCENT, 2, "78.77"))
    assert value.exact == Fraction(7877, 10000)
    assert value.span == Interval(Decimal("0.78765"), Decimal("0.78775"))


def test_upside_down_is_the_other_way_round_and_sums_have_none() -> None:
    upside_down = turned(parse("(甲 − 乙) ÷ 乙 × 100%"))
    assert upside_down is not None
    assert show(upside_down) == "乙 ÷ (甲 − 乙) × 100%"
    assert turned(parse("甲 − 乙")) is None
    assert names_of(parse("甲 ÷ (甲 + 乙)")) == ("甲", "乙")
