"""Every rule against its cases: ``cases/<CODE>.toml`` holds small reports and what the rule says of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from corpus.document.evidence import Locator
from rules.card import all_cards
from rules.catalogue import ALL, run_checks
from rules.check import check_context
from rules.facts.extract import extract
from rules.finding import Finding
from rules.pack import Packs, shipped
from rules.shelf import open_packs
from tests.rules.sketch import HEADS, Sketch, form

CASES = Path(__file__).parent / "cases"
RULES = {rule.code: rule for rule in ALL}


def _cases() -> Iterator[Any]:
    for code in RULES:
        data = tomllib.loads((CASES / f"{code}.toml").read_text("utf-8"), parse_float=Decimal)
        for case in data["case"]:
            yield pytest.param(code, case, id=f"{code}: {case['name']}")


def _packs(case: dict[str, Any]) -> Packs:
    """Return the packs of the program, and the folder of tests/rules/packs that the case is held against."""
    return open_packs(None, [str(CASES.parent / "packs" / case["pack"])]) if "pack" in case else shipped()


def run_case(code: str, case: dict[str, Any]) -> list[Finding]:
    sketch = Sketch()
    sketch.lines(case.get("text", []))
    if "rows" in case:
        sketch.table(
            form(
                case["rows"],
                total=case.get("total", ()),
                execution=case.get("execution", ()),
                heads=case.get("heads", HEADS),
            ),
            case.get("caption"),
        )
    sketch.lines(case.get("after", []))
    for table in case.get("tables", []):
        sketch.table(table["rows"], table.get("caption"))
    document = sketch.document(case.get("unread_page", False))
    locator, year = Locator(document), case.get("year", "2023")
    context = check_context(
        document,
        locator,
        case.get("kind", "department_self_evaluation"),
        year,
        _packs(case).in_force(year, case.get("region")),
        tuple(extract(locator, year).facts),
    )
    result = run_checks(context)
    known = {fact.id for fact in result.facts}
    assert all(known.issuperset(relation.facts) for relation in result.relations)
    return [finding for finding in result.findings if finding.rule == code]


@pytest.mark.parametrize(("code", "case"), list(_cases()))
def test_a_rule_says_what_its_case_expects(code: str, case: dict[str, Any]) -> None:
    findings = run_case(code, case)
    expected = case["findings"]
    assert len(findings) == len(expected), [finding.message for finding in findings]
    for finding, wanted in zip(findings, expected, strict=True):
        shown = {key: getattr(finding, key) for key in wanted if key not in ("says", "quote")}
        assert shown == {key: value for key, value in wanted.items() if key not in ("says", "quote")}
        assert wanted.get("says", "") in finding.message
        assert wanted.get("quote", "") in "".join(item.quote for item in finding.evidence)


@pytest.mark.parametrize("code", RULES)
def test_cases_bite(code: str) -> None:
    """A checker that reports nothing fails one of the cases, and so does one that always reports."""
    data = tomllib.loads((CASES / f"{code}.toml").read_text("utf-8"), parse_float=Decimal)
    assert len(data["case"]) >= 3, "passing, failing, not applicable"
    assert any(case["findings"] for case in data["case"])
    assert any(not case["findings"] for case in data["case"])


def test_rules_cards_and_cases_belong_together() -> None:
    codes = [rule.code for rule in ALL]
    assert codes == sorted(set(codes))
    by_relation = {card.code for card in all_cards() if card.group == "勾稽"} - set(codes)
    assert [card.code for card in all_cards() if card.code not in by_relation] == codes
    own = {path.stem for path in CASES.glob("[A-Z][0-9][0-9].toml")}
    assert own == set(codes)


def test_scoring_and_completeness_are_left_out_for_other_kinds_of_documents() -> None:
    case = {
        "kind": "final_accounts",
        "rows": [["产出", "数量", "甲", "4", "4", "5", "9", ""]],
        "text": ["概况。"],
    }
    assert run_case("S01", {**case, "kind": "department_self_evaluation"})
    assert run_case("S01", case) == []
    assert run_case("C01", case) == []
