"""Rule errors planted in clean reports: each rule finds its own, alone at least once, and clean reports stay quiet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rules.catalogue import ALL
from rules.finding import Severity
from tests.measure_rules.bench import HELD_BACK, Outcome, findings, measured, outcomes
from tests.measure_rules.decoys import DECOYS, Decoy
from tests.measure_rules.plants import PLANTS
from tests.measure_rules.reports import BUILDERS

CODES = sorted({planted.code for planted in PLANTS})
RECALL, PRECISION = 95, 92
OFF = {"Q29", "S26", "S27"}
"""Rules that are off until a pack has a threshold, steps or a one-ticket rule; their cases say what they do then."""


@pytest.mark.parametrize("name", BUILDERS)
def test_a_clean_report_has_no_error_and_hardly_a_warning(name: str) -> None:
    found = findings(BUILDERS[name]())
    assert [f.message for f in found if f.severity is Severity.ERROR] == []
    assert len([f for f in found if f.severity is Severity.WARNING]) <= 1


def test_every_rule_of_wording_and_completeness_has_a_plant() -> None:
    mine = {rule.code for rule in ALL if rule.code[0] in "CQPS"}
    assert mine - OFF == set(CODES)


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
def test_a_rule_catches_something_that_no_other_rule_does(code: str) -> None:
    assert any(outcome.alone for outcome in _of(code))


def _of(code: str) -> Iterator[Outcome]:
    for name in BUILDERS:
        yield from outcomes(name, only=code)


@pytest.mark.slow
def test_recall_and_precision_on_reports_that_nothing_was_developed_on() -> None:
    found = [outcome for name in HELD_BACK for outcome in outcomes(name, seed=1)]
    plants, caught, false = measured(found)
    right = sum(len(outcome.new) - len(outcome.others) for outcome in found)
    assert 100 * caught >= RECALL * plants
    assert 100 * right >= PRECISION * (right + false)


@pytest.mark.slow
@pytest.mark.parametrize("decoy", DECOYS, ids=lambda decoy: str(decoy.__name__))
def test_what_only_looks_like_a_fault_is_left_alone(decoy: Decoy) -> None:
    for build in BUILDERS.values():
        draft = build()
        decoy(draft)
        assert [(draft.name, f.rule, f.message) for f in findings(draft)] == []
