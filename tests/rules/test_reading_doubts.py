"""What was read with doubt, or not whole, proves nothing: it is asked about, never called an error."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import as_file, files

import pytest

from corpus.document.model import Document, Doubt
from corpus.readers.opening import open_document
from rules.engine import review
from rules.finding import Disposition, Finding, Severity
from rules.relations.relation import RelationKind, Verdict


@pytest.fixture(scope="module")
def sample() -> Document:
    """The bundled sample with its planted errors."""
    with as_file(files("assistant") / "specimens" / "data" / "sample.docx") as path:
        return open_document(path)


def _about(findings: tuple[Finding, ...], figure: str) -> Finding:
    (found,) = [finding for finding in findings if finding.reported == figure]
    return found


def test_a_wrong_figure_that_was_read_surely_is_an_error(sample: Document) -> None:
    assert _about(review(sample).findings, "97.15").severity is Severity.ERROR


def test_a_wrong_figure_that_was_read_with_doubt_is_a_question(sample: Document) -> None:
    at = sample.text.index("97.15")
    found = _about(review(replace(sample, doubtful=(Doubt(at, at + 5, 0.61),))).findings, "97.15")
    assert (found.severity, found.disposition) == (Severity.WARNING, Disposition.ASK)
    assert found.message.endswith("“97.15%”由图像识别且不够可靠，请对照原件。")


def test_a_doubt_about_another_figure_of_the_sum_counts_as_well(sample: Document) -> None:
    at = sample.text.index("2969.14万元，预算执行率为97.15")
    found = _about(review(replace(sample, doubtful=(Doubt(at, at + 7, 0.55),))).findings, "97.15")
    assert found.severity is Severity.WARNING


def test_a_total_over_hidden_rows_is_undetermined(sample: Document) -> None:
    blocks = tuple(
        block if block.table is None else replace(block, table=replace(block.table, partial=True))
        for block in sample.blocks
    )
    whole, partial = review(sample), review(replace(sample, blocks=blocks))
    broken = [r for r in whole.relations if r.kind is RelationKind.SUM and "上列各行之和" in r.reason]
    assert Verdict.IMPOSSIBLE in {relation.verdict for relation in broken}
    same = {r.id: r for r in partial.relations if r.kind is RelationKind.SUM and "上列各行之和" in r.reason}
    assert Verdict.IMPOSSIBLE not in {relation.verdict for relation in same.values()}
    assert any("隐藏" in relation.judgement.derivation for relation in same.values())


def test_a_sum_of_figures_of_a_table_with_uncertain_spans_is_undetermined(sample: Document) -> None:
    blocks = tuple(
        block if block.table is None else replace(block, table=replace(block.table, uncertain_spans=True))
        for block in sample.blocks
    )
    sums = (RelationKind.SUM, RelationKind.WEIGHT_SUM, RelationKind.SCORE_SUM)
    tables = [block for block in blocks if block.table is not None]
    found = review(replace(sample, blocks=blocks))
    places = {fact.id: fact.start for fact in found.facts}
    resting = [
        relation
        for relation in found.relations
        if relation.kind in sums
        and any(b.start <= places[fact] < b.end for fact in relation.operands for b in tables)
    ]
    assert Verdict.IMPOSSIBLE not in {relation.verdict for relation in resting}
    assert any("起止行" in relation.judgement.derivation for relation in resting)


def test_a_score_is_not_derived_from_the_rest_where_that_gives_nothing(sample: Document) -> None:
    found = next(f for f in review(sample).findings if f.rule == "S01")
    assert "倒推" not in found.message
    assert found.expected == "3"


def test_a_slip_of_the_unit_is_said_with_the_figure_as_printed(sample: Document) -> None:
    found = next(f for f in review(sample).findings if f.rule == "A11")
    assert "10019.43 万元" in found.message
    assert "100194" not in found.message
