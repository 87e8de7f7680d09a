"""A likely slip is named where the digits show it, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.relations.judging.slips import (
    EXTRA_DIGIT,
    LOST_DIGIT,
    ONE_DIGIT,
    SHIFTED,
    SIGN,
    TRANSPOSED,
    TRUNCATED,
    likely_slip,
)


@pytest.mark.parametrize(
    ("reported", "expected", "slip"),
    [
        ("66.66", "66.6667", TRUNCATED),
        ("64.32", "64.33", TRUNCATED),
        ("-66.66", "-66.6667", TRUNCATED),
        ("12551.27", "12515.27", TRANSPOSED),
        ("46.71", "46.17", TRANSPOSED),
        ("1234.56", "1274.56", ONE_DIGIT),
        ("152.35", "1523.5", SHIFTED),
        ("3", "30000", SHIFTED),
        ("10.00", "-10.00", SIGN),
        ("1234.5", "12345.6", LOST_DIGIT),
        ("41507.003", "41507.03", EXTRA_DIGIT),
        ("64.33", "64.32", ONE_DIGIT),
        ("33.48", "33.51", None),
        ("32.15", "12.35", None),
        ("5", "7", None),
        ("12", "21", None),
        ("10.0", "10.00", None),
        ("未填", "10.00", None),
        ("NaN", "10.00", None),
    ],
)
def test_slip(reported: str, expected: str, slip: str | None) -> None:
    assert likely_slip(reported, expected) == slip


@given(st.decimals(allow_nan=True, allow_infinity=True), st.decimals(places=2))
def test_no_pair_of_figures_makes_it_raise(reported: object, expected: object) -> None:
    likely_slip(f"{reported}", f"{expected}")
