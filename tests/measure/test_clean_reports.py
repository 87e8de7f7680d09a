"""Clean reports of many layouts, in every format: no error, and no warning about figures."""

from __future__ import annotations

import pytest

from tests.measure.__main__ import alarms
from tests.measure.ground import NAMES
from tests.measure.tables import is_arithmetic

KNOWN_FALSE_ALARMS: dict[tuple[str, str], str] = {}
"""Reports and formats on which the checkers still raise false alarms, left out below, each with the reason."""

WAYS = [
    pytest.param("docx"),
    pytest.param("docx~1"),
    pytest.param("docx~2"),
    pytest.param("txt"),
    pytest.param("xlsx"),
    pytest.param("pdf", marks=pytest.mark.needs("gbsn00lp")),
]
"""Formats; ``~N`` is the same report from other books, so that other sums miss by rounding."""


CASES = [
    pytest.param(name, *way.values, marks=way.marks)
    for name in NAMES
    for way in WAYS
    if (name, str(way.values[0])) not in KNOWN_FALSE_ALARMS
]


@pytest.mark.parametrize(("name", "way"), CASES)
def test_a_clean_report_has_no_error_and_no_warning_about_figures(name: str, way: str) -> None:
    assert [line for line in alarms(name, way) if line.startswith("error") or is_arithmetic(line)] == []


@pytest.mark.needs("gbsn00lp")
@pytest.mark.parametrize("name", ("audit_office_2019", "city_science_2018", "court_2020", "small_river_2022"))
def test_a_form_without_ruling_lines_has_no_false_sums_of_classes(name: str) -> None:
    lines = alarms(name, "unruled")
    assert [line for line in lines if line.startswith("error") or is_arithmetic(line)] == []


def test_known_false_alarms_name_reports_that_exist() -> None:
    assert {name for name, _ in KNOWN_FALSE_ALARMS} <= set(NAMES)
