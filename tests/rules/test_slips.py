"""A likely slip is named where the digits show it, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.relations.slips import (
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
        ("78.76", "78.77", TRUNCATED),
        ("-66.66", "-66.6667", TRUNCATED),
        ("12551.27", "12515.27", TRANSPOSED),
        ("85.32", "85.23", TRANSPOSED),
        ("1234.56", "1274.56", ONE_DIGIT),
        ("152.35", "1523.5", SHIFTED),
        ("3", "30000", SHIFTED),
        ("10.00", "-10.00", SIGN),
        ("1234.5", "12345.6", LOST_DIGIT),
        ("20039.002", "20039.02", EXTRA_DIGIT),
        ("78.77", "78.76", ONE_DIGIT),
        ("17.19", "17.21", None),
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
