"""A13: a contents entry whose words differ from the heading in the body."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document.evidence import Locator
from rules.card import card
from rules.finding import Disposition, Finding, Severity
from rules.relations.contents import compare_contents
from rules.relations.relation import Judgement, Relation, RelationKind, Verdict


def contents_relations(locator: Locator) -> tuple[tuple[Relation, ...], tuple[Finding, ...]]:
    """Return what was compared, and a finding for each entry that the body words differently."""
    agreed, wrong = compare_contents(locator)
    relations = [
        Relation(
            id=f"r-toc{number}",
            kind=RelationKind.TOC_VS_BODY,
            operands=(),
            stated=None,
            reason="目录与正文标题",
            judgement=Judgement(Verdict.EXACT, f"目录与正文均为“{heading.quote.strip()}”"),
        )
        for number, (_, heading) in enumerate(agreed)
    ]
    findings: list[Finding] = []
    for number, miss in enumerate(wrong, len(relations)):
        said = f"正文为“{miss.found}”" if miss.found else "正文未见对应标题"
        derivation = f"目录为“{miss.title}”，{said}"
        relation = Relation(
            id=f"r-toc{number}",
            kind=RelationKind.TOC_VS_BODY,
            operands=(),
            stated=None,
            reason="目录与正文标题",
            judgement=Judgement(Verdict.IMPOSSIBLE, derivation),
        )
        relations.append(relation)
        findings.append(
            card("A13").finding(
                content=(miss.title, miss.found or ""),
                kind=str(RelationKind.TOC_VS_BODY),
                verdict=None,
                severity=Severity.WARNING,
                disposition=Disposition.RETURN,
                message=f"{derivation}。请更新目录或统一标题文字。",
                evidence=(miss.entry,) if miss.heading is None else (miss.entry, miss.heading),
                reported=miss.title,
                expected=miss.found,
                related=(relation.id,),
            )
        )
    return tuple(relations), tuple(findings)


def check(locator: Locator) -> Iterable[Finding]:
    """Yield a finding for each contents entry that the body words differently."""
    return contents_relations(locator)[1]
