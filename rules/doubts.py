"""What was read with doubt, or not whole, proves nothing: an error on it becomes a question, a total undetermined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.document.model import Document
from rules.facts.fact import Fact
from rules.finding import Disposition, Finding, Severity
from rules.relations.relation import Relation, RelationKind, Verdict

_HIDDEN = "表中有隐藏的行或列，未计入，不能判断"
_SPANS = "表中合并单元格的起止行不能确定，不能判断"
_SUMS = (RelationKind.SUM, RelationKind.WEIGHT_SUM, RelationKind.SCORE_SUM)
_UNSURE = "{figures}由图像识别且不够可靠，请对照原件。"


def undetermined_totals(
    relations: Sequence[Relation], document: Document, facts: Mapping[str, Fact]
) -> tuple[Relation, ...]:
    """Return the relations, those sums undetermined that fail and rest on a table that was not read whole.

    These are sums inside a table whose rows or columns are partly hidden, and any of figures of a table of which it is
    not certain which rows its merged labels cover: one may be of another class.
    """
    blocks = [block for block in document.blocks if block.table is not None]
    partial = [block for block in blocks if block.table is not None and block.table.partial]
    uncertain = [block for block in blocks if block.table is not None and block.table.uncertain_spans]

    def judged(relation: Relation) -> Relation:
        if relation.verdict is not Verdict.IMPOSSIBLE or relation.kind not in _SUMS:
            return relation
        at = [facts[fact].start for fact in relation.facts]
        inside = any(all(block.start <= start < block.end for start in at) for block in partial)
        if inside and relation.kind is RelationKind.SUM:
            return _undetermined(relation, _HIDDEN)
        parts = [facts[fact].start for fact in relation.operands]
        if any(block.start <= start < block.end for block in uncertain for start in parts):
            return _undetermined(relation, _SPANS)
        return relation

    return tuple(judged(relation) for relation in relations)


def _undetermined(relation: Relation, why: str) -> Relation:
    judgement = replace(
        relation.judgement,
        verdict=Verdict.UNDETERMINED,
        derivation=f"{relation.judgement.derivation}；{why}",
        likely=None,
    )
    return replace(relation, judgement=judgement)


def questioned(findings: Sequence[Finding], document: Document) -> list[Finding]:
    """Return the findings, each error a question where anything that it rests on was read with doubt."""
    return [
        _question(finding, document) if finding.severity is Severity.ERROR else finding
        for finding in findings
    ]


def _question(finding: Finding, document: Document) -> Finding:
    doubted = [
        evidence.quote
        for evidence in finding.evidence
        if evidence.source == "report"
        and evidence.start is not None
        and evidence.end is not None
        and document.doubt(evidence.start, evidence.end) is not None
    ]
    if not doubted:
        return finding
    figures = "".join(f"“{quote}”" for quote in dict.fromkeys(doubted))
    return replace(
        finding,
        severity=Severity.WARNING,
        disposition=Disposition.ASK,
        message=f"{finding.message}{_UNSURE.format(figures=figures)}",
    )
