"""Intervals hold every value that the computation can have, and are as narrow as that allows."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rules.numbers.interval import Interval, NotComputable, total
from rules.numbers.quantity import Hedge, Quantity
from tests.strategies import figures, precisions, printed, true_values


def interval(low: str | None, high: str | None) -> Interval:
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


def test_a_printed_figure_stands_for_half_a_unit_of_its_last_digit() -> None:
    assert printed(Decimal("31570.41"), 2).interval() == interval("31570.405", "31570.415")


def test_a_whole_number_may_be_tried_at_the_precision_of_its_siblings() -> None:
    assert printed(Decimal(35), 0).interval() == interval("34.5", "35.5")
    assert printed(Decimal(35), 0).interval(2) == interval("34.995", "35.005")


def test_a_count_stands_for_itself_at_any_precision() -> None:
    assert printed(Decimal(35), 0, counted=True).interval(2) == interval("35", "35")


def test_hedges_open_the_interval() -> None:
    at_least = Quantity(Decimal(600), None, 0, "600", Hedge.AT_LEAST)
    at_most = Quantity(Decimal(2000), None, 0, "2000", Hedge.AT_MOST)
    assert at_least.interval() == interval("599.5", None)
    assert at_most.interval() == interval(None, "2000.5")


def test_quotient_comes_from_its_four_corners() -> None:
    assert interval("-2", "4") / interval("2", "4") == interval("-1", "2")
    assert interval("1", "2") / interval("-4", "-1") == interval("-2", "-0.25")


def test_a_divisor_that_may_be_zero_is_not_computable() -> None:
    quotient = interval("1", "2") / interval("-0.005", "0.005")
    assert quotient == NotComputable("分母可能为零")


def test_open_ends_stay_open_and_close_where_division_closes_them() -> None:
    assert interval("1", None) / interval("2", "4") == interval("0.25", None)
    assert interval("1", "4") / interval("2", None) == interval("0", "2")
    assert interval("1", None) / interval("2", None) == interval("0", None)
    assert interval("0", None) * interval("2", "4") == interval("0", None)
    assert interval(None, "1") + interval("2", "3") == interval(None, "4")


def test_intervals_that_touch_meet() -> None:
    assert interval("1", "2").meets(interval("2", "3"))
    assert not interval("1", "1.999").meets(interval("2", "3"))
    assert interval(None, "2").meets(interval("1", None))


def test_ends_are_rounded_outward() -> None:
    third = interval("1", "1") / interval("3", "3")
    assert isinstance(third, Interval) and third.low is not None and third.high is not None
    assert Fraction(third.low) < Fraction(1, 3) < Fraction(third.high)


@given(true_values(-9999), precisions)
def test_a_figure_never_excludes_the_value_it_was_printed_from(value: Decimal, precision: int) -> None:
    assert printed(value, precision).interval().contains(value)


@given(true_values(-99), true_values(-99), precisions, precisions)
def test_operations_never_exclude_the_true_result(a: Decimal, b: Decimal, p: int, q: int) -> None:
    x, y = printed(a, p).interval(), printed(b, q).interval()
    assert (x + y).contains(a + b)
    assert (x - y).contains(a - b)
    assert (x * y).contains(a * b)
    quotient = x / y
    if isinstance(quotient, NotComputable):
        assert y.contains(Decimal(0))
    else:
        assert quotient.low is not None and quotient.high is not None
        assert Fraction(quotient.low) <= Fraction(a) / Fraction(b) <= Fraction(quotient.high)


@given(st.lists(figures(), max_size=6))
def test_a_total_does_not_depend_on_the_order(found: list[Quantity]) -> None:
    intervals = [figure.interval() for figure in found]
    assert total(intervals) == total(reversed(intervals))
