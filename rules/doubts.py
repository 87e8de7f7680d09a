"""What was read with doubt, or not whole, proves nothing: an error on it becomes a question, a total undetermined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.document.model import Document
from rules.facts.fact import Fact
from rules.finding import Disposition, Finding, Severity
from rules.relations.relation import Relation, RelationKind, Verdict

_HIDDEN = "表中有隐藏的行或列，未计入，不能判断"
_UNSURE = "{figures}由图像识别且不够可靠，请对照原件。"


def undetermined_totals(
    relations: Sequence[Relation], document: Document, facts: Mapping[str, Fact]
) -> tuple[Relation, ...]:
    """Return the relations, those sums undetermined that fail inside a table whose rows or columns are partly hidden."""
    partial = [block for block in document.blocks if block.table is not None and block.table.partial]
    return tuple(
        _undetermined(relation)
        if relation.kind is RelationKind.SUM
        and relation.verdict is Verdict.IMPOSSIBLE
        and any(
            all(block.start <= facts[fact].start < block.end for fact in relation.facts) for block in partial
        )
        else relation
        for relation in relations
    )


def _undetermined(relation: Relation) -> Relation:
    judgement = relation.judgement
    return replace(
        relation,
        judgement=replace(
            judgement,
            verdict=Verdict.UNDETERMINED,
            derivation=f"{judgement.derivation}；{_HIDDEN}",
            likely=None,
        ),
    )


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
