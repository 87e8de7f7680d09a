"""The report against the other documents handed in: facts, relations and findings across documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from corpus.document.evidence import Locator
from corpus.document.model import Document
from rules.facts.fact import Fact
from rules.facts.form import ScoreForm
from rules.facts.mention import Extraction
from rules.finding import Finding
from rules.others.adjustments import check_adjustments
from rules.others.carried import check_carried
from rules.others.findings import difference_finding, doubted, evidence_of, joined
from rules.others.material import Given, Material, read_materials
from rules.others.old_problems import check_old_problems
from rules.others.projects import check_projects
from rules.others.same_fact import Difference, compare
from rules.others.statements import of_material, of_report
from rules.others.targets import check_targets
from rules.relations.build import Relations
from rules.relations.relation import Relation

_OF_THEIR_OWN = ("adjustment", "project_form", "targets")
"""Kinds whose totals are of a part of the budget, and never those of the unit."""

_PUBLISHED = ({"approval", "budget_disclosure"}, {"final_accounts", "accounts_disclosure"})
"""Kinds of which one is published from the other."""


_NOTHING = "没有读到可与报告逐项对照的内容"


@dataclass(frozen=True, slots=True)
class Report:
    """What is held against other documents: the report with its facts and score forms."""

    document: Document
    locator: Locator
    extraction: Extraction
    forms: Sequence[ScoreForm]
    year: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Crossed:
    """What came of holding the report against other documents."""

    materials: tuple[Material, ...] = ()
    relations: tuple[Relation, ...] = ()
    differences: tuple[tuple[Difference, Finding], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Return the facts of the other documents that take part in a relation, by id."""
        taken = {fact for relation in self.relations for fact in relation.facts}
        return {f.id: f for material in self.materials for f in material.facts if f.id in taken}

    @property
    def held(self) -> frozenset[str]:
        """Return the kinds of which there is a document that can be held against the report."""
        return frozenset(material.kind for material in self.materials if self._is_used(material))

    def _is_used(self, material: Material) -> bool:
        """Say whether anything of a document was held against the report."""
        joined = any(fact.startswith(f"{material.key}:") for r in self.relations for fact in r.facts)
        told = any(e.material == material.kind for f in self.findings for e in f.evidence)
        return material.doubt is None and (joined or told)

    @property
    def warnings(self) -> tuple[str, ...]:
        """Say which documents were not used, and why."""
        doubts = [(material, self._doubt(material)) for material in self.materials]
        return tuple(
            f"{material.name}“{material.document.name}”未据以核对：{doubt}"
            for material, doubt in doubts
            if doubt is not None
        )

    def _doubt(self, material: Material) -> str | None:
        """Say why nothing of a document was held against the report; None where something was."""
        return material.doubt or (None if self._is_used(material) else _NOTHING)

    def as_json(self) -> list[dict[str, Any]]:
        """Return ``coverage.held``: every document handed in, with how many relations it takes part in."""
        keys = [{fact.partition(":")[0] for fact in relation.facts} for relation in self.relations]
        return [m.as_json(sum(m.key in found for found in keys), self._doubt(m)) for m in self.materials]

    def joined(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return the findings of the report itself with those across documents."""
        return [*joined(findings, self.differences), *self.findings]


def check_others(report: Report, given: Sequence[Given]) -> Crossed:
    """Hold the report against every document handed in. Nothing is concluded from one of another year or unit."""
    if not given:
        return Crossed()
    materials = read_materials(given, report.year, report.unit)
    usable = [material for material in materials if material.doubt is None]
    relations = Relations()
    found = list(_differences(report, usable, relations))
    projects, asked = check_projects(report.extraction, report.document.text, usable, relations)
    differences = tuple(
        (one, difference_finding(one, doubtful=_is_doubtful(one, report, materials)))
        for one in (*found, *projects)
    )
    findings = (*asked, *_questions(report, usable, relations))
    return Crossed(materials, relations.items, differences, findings)


def _differences(report: Report, usable: Sequence[Material], relations: Relations) -> Iterator[Difference]:
    own = of_report(report.extraction)
    for material in usable:
        if material.kind not in _OF_THEIR_OWN:
            yield from compare(own, of_material(material), relations)
    said = {item.thing for item in own}
    for one, other in combinations(usable, 2):
        if {one.kind, other.kind} in _PUBLISHED:
            rest = [item for item in of_material(one) if item.thing not in said]
            # The report says nothing of it: which of them is right is not its affair.
            yield from (replace(d, proven=False) for d in compare(rest, of_material(other), relations))


def _questions(report: Report, usable: Sequence[Material], relations: Relations) -> Iterator[Finding]:
    own, locator = report.extraction, report.locator
    yield from check_adjustments(own, usable, relations)
    yield from check_carried(own, usable, relations)
    yield from check_targets(report.forms, own, locator, usable, relations)
    yield from check_old_problems(report.document, locator, usable)


def _is_doubtful(found: Difference, report: Report, materials: Sequence[Material]) -> bool:
    """Say whether anything that the difference rests on was read from an image and is not sure."""
    for evidence in evidence_of(found):
        if evidence.material is None:
            start, end = evidence.start or 0, evidence.end or 0
            if report.document.doubt(start, end) is not None:
                return True
        elif doubted(evidence, materials):
            return True
    return False
