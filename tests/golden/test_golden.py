"""What a review of the bundled sample holds, line by line, beside this file: a change in it is read as a diff.

``REWRITE_GOLDEN=1 python -m pytest tests/golden`` writes the files anew; read the diff before it is committed. While
the switch is on, one test fails.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from assistant.specimens import sample
from corpus.readers.opening import open_document
from rules.engine import review
from rules.facts.fact import Fact
from rules.finding import Finding
from rules.relations.relation import Relation
from rules.review import IndicatorScore, Review

FOLDER = Path(__file__).parent
SWITCH = "REWRITE_GOLDEN"
REWRITE = bool(os.environ.get(SWITCH))


@cache
def _review() -> Review:
    return review(open_document(sample.sample_path("docx")))


def _fact(fact: Fact) -> str:
    evidence = fact.evidence
    place = (
        f"{evidence.row} / {evidence.column}" if evidence.row else (evidence.section or "").split(" / ")[-1]
    )
    said = (fact.subject, fact.measure, fact.period, fact.scope)
    return f"{fact.quantity.words()}　{fact.kind}　{'，'.join(part or '–' for part in said)}　〔{place}〕"


def _relation(relation: Relation) -> str:
    judgement = relation.judgement
    more = "".join(f"（{word}）" for word in (judgement.convention, judgement.likely) if word)
    return f"{relation.verdict}　{relation.kind}　{judgement.derivation}{more}　〔{relation.reason}〕"


def _finding(finding: Finding) -> str:
    figures = f"{finding.reported or '–'} → {finding.expected or '–'}"
    return f"{finding.severity}　{finding.disposition}　{finding.rule}　{figures}　{finding.message}"


def _score(score: IndicatorScore) -> str:
    """Return a row of the score form: what is claimed, what can be supported, by which method, and how well it is known."""
    low, high = score.suggested_low, score.suggested_high
    support = "未约定评分办法，不作区间" if low is None else low if low == high else f"{low} 至 {high}"
    basis = "；".join(
        f"{item.number or item.document}{'' if item.verified else '（待核）'}" for item in score.basis
    )
    return (
        f"{score.name}　{score.target or '–'} → {score.actual or '–'}　自评 {score.self_score}（分值 {score.weight}）　"
        f"可支持 {support}　{score.method or '–'}　〔{basis or '–'}〕"
    )


def _scores() -> list[str]:
    card = _review().scorecard
    assert card is not None
    total = f"总分 {card.self_total}，各项相加 {card.recomputed_total}，可支持 {card.suggested_low} 至 {card.suggested_high}，等次 {card.grade}"
    return [*(_score(item) for item in card.indicators), total]


PARTS: dict[str, Callable[[], list[str]]] = {
    "facts": lambda: [_fact(fact) for fact in _review().facts],
    "relations": lambda: sorted(_relation(relation) for relation in _review().relations),
    "findings": lambda: [_finding(finding) for finding in _review().findings],
    "scores": _scores,
}


@pytest.mark.parametrize("part", PARTS)
def test_the_review_of_the_sample_is_what_it_was(part: str) -> None:
    place = FOLDER / f"sample.{part}.txt"
    lines = [" ".join(line.split()) for line in PARTS[part]()]
    if REWRITE:
        place.write_text("\n".join(lines) + "\n", encoding="utf-8")
    held = place.read_text(encoding="utf-8").splitlines()
    gone = [line for line in held if line not in lines]
    new = [line for line in lines if line not in held]
    assert (gone, new) == ([], []), (
        f"if this is meant: {SWITCH}=1 python -m pytest tests/golden, then read the diff"
    )
    assert lines == held


def test_the_switch_that_rewrites_is_off() -> None:
    assert not REWRITE, f"{SWITCH} is set: the files were rewritten, nothing was compared"
