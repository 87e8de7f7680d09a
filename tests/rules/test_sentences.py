"""What is wrong in a sentence or a small table is found, and what is right raises nothing: cases in cases/sentences/."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from rules.engine import review
from rules.finding import Finding, Severity
from tests.rules.sketch import Sketch

CASES = [
    case
    for file in sorted((Path(__file__).parent / "cases" / "sentences").glob("*.toml"))
    for case in tomllib.loads(file.read_text("utf-8"))["case"]
]


def _findings(case: dict[str, Any]) -> list[Finding]:
    sketch = Sketch()
    sketch.lines(["# 一、基本情况", *case.get("lines", [])])
    for table in [*([case["table"]] if "table" in case else []), *case.get("tables", [])]:
        sketch.table([row.split("|") for row in table])
    loud = (Severity.ERROR, Severity.WARNING)
    return [
        f for f in review(sketch.document(), year="2023").findings if f.severity in loud and f.rule[0] == "A"
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_sentence(case: dict[str, Any]) -> None:
    found = _findings(case)
    if not case["wrong"]:
        assert [finding.message for finding in found] == []
    for figure in case["wrong"]:
        held = [finding for finding in found if any(figure in (e.quote or "") for e in finding.evidence)]
        assert len(held) == 1, [finding.message for finding in found]
        assert len(found) == 1, "one wrong figure is one finding"
