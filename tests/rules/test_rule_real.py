"""The real report under the rules of wording, completeness and scoring: read by hand once, held since."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.readers.opening import open_document
from rules.engine import review
from rules.finding import Finding, Severity

NAME = "hn-zwfw-2024"
READ_BY_HAND = {
    "Q01": 5,
    "Q03": 1,
    "Q04": 2,
    "Q15": 1,
    "Q16": 2,
    "Q17": 1,
    "Q21": 1,
    "Q25": 1,
    "Q27": 2,
    "S05": 2,
    "S21": 1,
}
"""How often each rule speaks; every one of these was held against the pages and is right."""


def _findings(folder: Path, format: str) -> tuple[Finding, ...]:
    return review(open_document(folder / f"{NAME}.{format}")).findings


@pytest.mark.slow
@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_the_rules_say_what_was_read_by_hand(real_reports: Path, format: str) -> None:
    found = [finding for finding in _findings(real_reports, format) if finding.rule[0] in "CQSP"]
    assert Counter(finding.rule for finding in found) == READ_BY_HAND
    assert [finding.rule for finding in found if finding.severity is Severity.ERROR] == []


@pytest.mark.slow
def test_a_reviewer_sees_a_dozen_lines_at_most_and_the_rest_in_groups(real_reports: Path) -> None:
    found = _findings(real_reports, "docx")
    groups = Counter(finding.group for finding in found if finding.group is not None)
    alone = [finding for finding in found if finding.group is None or groups[finding.group] == 1]
    assert len(alone) <= 12
