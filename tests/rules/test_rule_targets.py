"""Targets and results as figures that can be compared, whatever is counted."""

from __future__ import annotations

import pytest

from rules.facts.form import FormCell, IndicatorRow
from rules.facts.targets import compare, read_target


def _row(target: str, actual: str) -> IndicatorRow:
    cells = [FormCell(text, 0, len(text), None, "", "") for text in (target, actual)]
    return IndicatorRow(None, None, "甲", "甲", cells[0], cells[1], None, None, None)


@pytest.mark.parametrize(
    ("target", "actual", "met"),
    [
        ("≥3000卷", "3200卷", True),
        ("≥12课时", "10课时", False),
        ("50万页", "46万页", False),
        ("≥2.5万人", "26000人", True),
        ("≥5万亩", "48000亩", False),
    ],
)
def test_classifiers_in_no_list_and_scaled_ones_are_compared(target: str, actual: str, met: bool) -> None:
    comparison = compare(_row(target, actual), ())
    assert comparison is not None
    assert comparison.met is met


@pytest.mark.parametrize("text", ["10月底前", "9月", "24小时内", "第2名", "及时"])
def test_a_term_or_a_rank_is_no_count(text: str) -> None:
    assert read_target(text) is None
