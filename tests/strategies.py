"""Hypothesis strategies of the tests: figures as they are printed, and documents whose relations are true."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import strategies as st

from rules.numbers.quantity import Quantity
from rules.numbers.units import PERCENT, SCORE, WAN_YUAN, YUAN, Unit, count


def printed(
    value: Decimal, precision: int, unit: Unit | None = WAN_YUAN, *, counted: bool = False
) -> Quantity:
    """Return the figure as a true value is printed: rounded half up."""
    shown = value.quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP)
    return Quantity(shown, unit, precision, f"{abs(shown):f}", counted=counted)


def true_values(low: int = 0, high: int = 99_999, places: int = 6) -> st.SearchStrategy[Decimal]:
    """Draw unrounded values: more decimals than are ever printed."""
    return st.integers(low * 10**places, high * 10**places).map(lambda n: Decimal(n).scaleb(-places))


precisions = st.integers(0, 4)
units = st.sampled_from([YUAN, WAN_YUAN, PERCENT, SCORE])


@st.composite
def figures(draw: st.DrawFn) -> Quantity:
    """Draw one printed figure: an amount, a rate, a score or a count, of either sign."""
    if draw(st.booleans()):
        value = Decimal(draw(st.integers(0, 10**7)))
        return printed(value, 0, count(draw(st.sampled_from(["个", "人", "项"]))), counted=True)
    return printed(draw(true_values(-99_999)), draw(precisions), draw(units))
