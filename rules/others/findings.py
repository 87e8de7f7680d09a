"""What differs between documents → findings, neutral as to which of them is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.document.evidence import Evidence
from rules.card import card
from rules.finding import Disposition, Finding, Severity
from rules.others.material import Material
from rules.others.same_fact import STAGES, Difference
from rules.others.statements import Statement
from rules.relations.relation import Verdict
from rules.wording import place

SAME_FACT = "A31"
_MOST_EVIDENCE = 8
_UNSURE = "所涉文字由图像识别且不够可靠，请对照原件。"


def difference_finding(found: Difference, *, doubtful: bool) -> Finding:
    """Return the finding of two statements that differ; read with doubt, it is a question."""
    first = found.report[0]
    main = found.relations[0]
    proven = found.proven and main.verdict is Verdict.IMPOSSIBLE and not doubtful
    subject, measure, year = first.thing
    stage = STAGES.get(measure, "")
    name = found.other.of
    what = f"{year}年“{subject}”{stage}"
    end = f"请与{name}核对后统一。" if proven else f"请核对是否同一口径；如属同一数，请与{name}核对后统一。"
    return card(SAME_FACT).finding(
        content=(
            name,
            *first.thing,
            first.fund,
            first.fact.quantity.plain(),
            found.other.fact.quantity.plain(),
        ),
        title=f"{'' if first.material is None else first.of}与{name}不一致：{subject}{stage}",
        kind="cross_document",
        verdict=main.verdict,
        severity=None if proven else Severity.WARNING,
        disposition=None if proven else Disposition.ASK,
        message=f"{what}：{main.judgement.derivation}（{_where(first)}；{_where(found.other)}）。"
        f"{end}{_UNSURE if doubtful else ''}",
        evidence=evidence_of(found),
        reported=first.fact.quantity.plain(),
        expected=_expected(found),
        derivation=main.judgement.derivation,
        suspects=(*(item.fact.id for item in found.report), found.other.fact.id),
        related=tuple(relation.id for relation in found.relations),
    )


def _expected(found: Difference) -> str | None:
    return found.relations[0].judgement.expected or found.other.fact.quantity.plain()


def _where(statement: Statement) -> str:
    """Say in which document and where in it a figure stands."""
    name = "" if statement.material is None else f"“{statement.fact.evidence.document}”"
    return f"{statement.of}{name}{place(statement.fact)}"


def evidence_of(found: Difference) -> tuple[Evidence, ...]:
    """Return the places in the report, then that in the other document."""
    mine = [item.fact.evidence for item in found.report]
    return (*mine[: _MOST_EVIDENCE - 1], found.other.fact.evidence)


def joined(findings: Sequence[Finding], differences: Sequence[tuple[Difference, Finding]]) -> list[Finding]:
    """Return all findings; what an error of the report itself explains already is evidence of that error."""
    kept = list(findings)
    for found, finding in differences:
        figures = {item.fact.id for item in found.report}
        owner = next((f for f in kept if f.severity is Severity.ERROR and figures & _blamed(f)), None)
        if owner is None:
            kept.append(finding)
        else:
            kept[kept.index(owner)] = _with(owner, found)
    return kept


def _blamed(finding: Finding) -> set[str]:
    if finding.kind == "cross_document":
        return set()
    return {finding.culprit} if finding.culprit else set(finding.suspects)


def _with(owner: Finding, found: Difference) -> Finding:
    words = found.relations[0].judgement.derivation
    return replace(
        owner,
        message=f"{owner.message}另与{found.other.of}对照：{words}。",
        derivation=f"{owner.derivation}；{words}" if owner.derivation else words,
        evidence=(*owner.evidence, found.other.fact.evidence),
        related=tuple(dict.fromkeys((*owner.related, *(r.id for r in found.relations)))),
    )


def doubted(evidence: Evidence, materials: Sequence[Material]) -> bool:
    """Say whether words of another document were read with doubt."""
    start, end = evidence.start, evidence.end
    if start is None or end is None:
        return False
    return any(
        material.document.doubt(start, end) is not None
        for material in materials
        if material.kind == evidence.material and material.document.name == evidence.document
    )
