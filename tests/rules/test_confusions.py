"""What reviewers know to be easily confused: the formulas, bands and bases of different makers and places."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from rules.pack import in_force
from tests.rules.test_rule_cases import run_case


def _cases() -> Iterator[Any]:
    text = (Path(__file__).parent / "confusions.toml").read_text("utf-8")
    for case in tomllib.loads(text, parse_float=Decimal)["case"]:
        yield pytest.param(case, id=case["name"])


@pytest.mark.parametrize("case", list(_cases()))
def test_a_confusion_is_named_and_not_called_a_fault(case: dict[str, Any]) -> None:
    findings = run_case(case["rule"], case)
    assert len(findings) == len(case["findings"]), [finding.message for finding in findings]
    for finding, wanted in zip(findings, case["findings"], strict=True):
        assert wanted.get("says", "") in finding.message
        shown = {key: getattr(finding, key) for key in wanted if key != "says"}
        assert shown == {key: value for key, value in wanted.items() if key != "says"}
        assert not [words for words in case.get("never", ()) if words in finding.message]


def test_the_same_name_has_another_formula_for_a_department_and_for_a_project() -> None:
    by_kind: dict[str, dict[str, str | None]] = {}
    for indicator in in_force("2024").indicators:
        for kind in indicator.kinds:
            for name in (indicator.name, *indicator.aliases):
                by_kind.setdefault(name, {})[kind] = indicator.formula
    for name in ("完成及时率", "质量达标率"):
        formulas = by_kind[name]
        assert formulas["department_self_evaluation"] != formulas["project_self_evaluation"]


def test_the_twenty_days_of_the_budget_law_are_not_those_of_the_report() -> None:
    (law,) = [item for item in in_force("2024").documents if item.id == "budget-law"]
    assert law.note is not None and "不是自评报告公开的时限" in law.note


def test_the_thrift_regulation_of_2013_ended_when_that_of_2025_began() -> None:
    held = {item.id: item for item in in_force("2024").documents}
    old, new = held["thrift-2013"], held["thrift-2025"]
    assert old.effective_to is not None and new.effective_from is not None
    assert (new.effective_from - old.effective_to).days == 1
    assert new.replaces == ("thrift-2013",)
