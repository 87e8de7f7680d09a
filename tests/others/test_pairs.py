"""A report beside other documents of its unit: what agrees is silent, what differs is found, in both sets of layouts."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from rules.engine import review
from rules.finding import Severity
from rules.others.material import Given
from rules.relations.relation import Verdict
from tests.measure import ground
from tests.others import apart, papers, trial
from tests.others.papers import Ink

SETS = {"papers": papers, "apart": apart}


def _all(seed: int, layout: int, source: ModuleType) -> tuple[Given, ...]:
    return tuple(g for kind in trial.FORMS for g in trial.materials(seed, kind, layout, Ink(), source))


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("layout", trial.LAYOUTS)
def test_documents_that_agree_give_no_finding_and_many_relations(name: str, layout: int) -> None:
    source = SETS[name]
    found = review(trial.report(7, layout, source), others=_all(7, layout, source))
    crossed = [f for f in found.findings if any(e.material for e in f.evidence)]
    assert [f.message for f in crossed if f.severity is not Severity.INFO] == []
    # Some of the reports say nothing of what was added.
    assert [w for w in found.crossed.warnings if not w.startswith("追加、调整文件")] == []
    agreed = [r for r in found.crossed.relations if r.verdict in (Verdict.EXACT, Verdict.ROUNDING)]
    assert len(agreed) >= 20


@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("kind", trial.FORMS)
def test_a_changed_digit_in_another_document_is_one_finding(name: str, kind: str) -> None:
    tried = [one for one in trial.planted(8, kind, 2, SETS[name], most=3)]
    assert tried or (name, kind) == ("apart", "adjustment")
    assert [one.figure for one in tried if not one.found] == []
    assert all(len(trial.loud(one.findings)) == 1 for one in tried)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["final_accounts", "approval", "budget_disclosure"])
@pytest.mark.parametrize("name", ground.NAMES[::6])
def test_a_report_beside_its_own_twin_agrees_with_itself(name: str, kind: str) -> None:
    document = ground.document(name, "docx")
    twin = replace(document, name="另一份.docx", sha256="0" * 64)
    found = review(document, others=[Given(kind, twin)])
    assert [f.message for f in found.findings if any(e.material for e in f.evidence)] == []
    verdicts = {r.verdict for r in found.crossed.relations}
    assert verdicts <= {Verdict.EXACT, Verdict.ROUNDING}
