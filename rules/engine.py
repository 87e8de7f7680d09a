"""review(): one document through facts, relations and rules to a ``Review``; no output of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from corpus.document.evidence import Locator
from corpus.document.model import Document
from rules.catalogue import run_checks
from rules.check import CheckContext, check_context
from rules.checks.tie_out.a12_rate_of_counts import rate_of_counts_findings
from rules.checks.tie_out.a13_contents import contents_relations
from rules.checks.tie_out.a15_together import together_findings
from rules.checks.tie_out.broken import broken_findings
from rules.checks.tie_out.questions import question_findings
from rules.coverage import coverage_of
from rules.doubts import questioned, undetermined_totals
from rules.facts.extract import extract
from rules.facts.fact import Fact
from rules.facts.mention import Extraction
from rules.finding import Disposition, Finding, Impact, Severity
from rules.kind import SCORED, document_kind, report_year, unit_name
from rules.one_cause import merged
from rules.others.check import Report, check_others
from rules.others.material import Given
from rules.pack import Packs, shipped
from rules.relations.averages.applied import find_applied_standards
from rules.relations.averages.averages import find_averages
from rules.relations.averages.interest import find_interest
from rules.relations.averages.means import find_means
from rules.relations.averages.named import find_named_averages
from rules.relations.averages.placed import find_placed_averages
from rules.relations.averages.standards import find_standards
from rules.relations.balances.balances import find_balances
from rules.relations.balances.defects import find_defects
from rules.relations.balances.losses import find_losses
from rules.relations.balances.net_changes import find_net_brackets
from rules.relations.build import Relations
from rules.relations.changes.changes import find_changes
from rules.relations.changes.of_parts import find_changes_of_parts
from rules.relations.judging.far_off import without_far_off
from rules.relations.judging.second_look import second_look
from rules.relations.rates.discrete import find_discrete
from rules.relations.rates.of_hundred import find_hundreds
from rules.relations.rates.operands import Figures
from rules.relations.rates.rates import find_rates
from rules.relations.relation import Relation
from rules.relations.repeats.counted_alike import find_counted_alike
from rules.relations.repeats.elsewhere import find_elsewhere
from rules.relations.repeats.named_in_form import find_named_in_form
from rules.relations.repeats.rates_in_form import find_rates_in_form
from rules.relations.repeats.restated import find_restated
from rules.relations.repeats.rounded import find_rounded
from rules.relations.scores.deductions import find_deductions
from rules.relations.scores.in_form import find_scores_in_form
from rules.relations.scores.in_forms import find_in_forms
from rules.relations.scores.ratio import find_score_ratios
from rules.relations.scores.self_total import find_self_total
from rules.relations.scores.stated import find_stated_scores
from rules.relations.sentence import statements
from rules.relations.sums.assets import find_assets
from rules.relations.sums.bands import find_bands
from rules.relations.sums.counterparts import find_counterparts
from rules.relations.sums.counts import find_counts
from rules.relations.sums.dealt import find_dealt_sums
from rules.relations.sums.defined import find_defined
from rules.relations.sums.formulas import find_formulas
from rules.relations.sums.ladders import find_ladders
from rules.relations.sums.lists import find_lists
from rules.relations.sums.paragraphs import find_listed_paragraphs
from rules.relations.sums.quiet_lists import find_quiet_lists
from rules.relations.sums.rest_lists import find_rest_lists
from rules.relations.sums.second_columns import find_second_columns
from rules.relations.sums.series import find_series
from rules.relations.sums.spans import find_spans
from rules.relations.sums.told_rows import find_told_rows
from rules.relations.sums.totals_after import find_totals_after
from rules.relations.sums.years import find_years
from rules.relations.tables.in_tables import find_in_tables
from rules.relations.tables.joined import find_in_joined_tables
from rules.relations.witnessed import find_witnessed
from rules.review import Review, Scorecard
from rules.scoring import scorecard

Progress = Callable[[str], None]
"""Told the stage that begins: ``facts``, ``relations``, ``rules``."""

_ORDER = (Disposition.RETURN, Disposition.ASK, Disposition.ADVISE, Disposition.INTERNAL)
_IMPACT = (Impact.SCORE, Impact.PUBLIC, Impact.TEXT, None)
_SEVERITY = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_OPENING = 3000
"""How far into a report the marks of its region are looked for: cover, contents and the notice it rests on."""
_ONLY_ARITHMETIC = "该文件不是绩效自评报告，只核对了数字勾稽，未做评分和要素完整性检查"


def review(
    document: Document,
    *,
    year: str | None = None,
    region: str | None = None,
    packs: Packs | None = None,
    others: Sequence[Given] = (),
    seconds_read: float | None = None,
    progress: Progress | None = None,
) -> Review:
    """Check everything in the document.

    ``year`` and ``region`` override what the document says of itself; ``packs`` are those at hand (None: those of the
    program); ``others`` are documents to hold it against; ``seconds_read`` is what reading it took, for the timing;
    ``progress`` is told each stage as it begins.
    """
    tell = progress or (lambda stage: None)
    begun = time.perf_counter()
    tell("facts")
    locator = Locator(document)
    kind = document_kind(document)
    year = year or report_year(document)
    extraction = extract(locator, year)
    extracted = time.perf_counter()
    tell("relations")
    held = packs or shipped()
    pack = held.in_force(year, region or held.region_of(document.text[:_OPENING]))
    context = check_context(document, locator, kind, year, pack, tuple(extraction.facts))
    facts = {fact.id: fact for fact in (*extraction.facts, *(f for tie in context.ties for f in tie.facts))}
    asserted = _asserted(locator, extraction, context)
    relations = undetermined_totals(_looked_over(asserted, facts), document, facts)
    unsettled = [reading for place in asserted.failed for reading in place.readings]
    tell("rules")
    scored = kind in SCORED
    result = run_checks(context)
    compared, contents = contents_relations(locator)
    every = _distinct([*relations, *result.relations, *compared])
    findings = [
        *broken_findings(relations, facts, unsettled),
        *question_findings(relations, facts, unsettled),
        *rate_of_counts_findings(relations, facts),
        *together_findings(relations, facts),
        *contents,
        *result.findings,
    ]
    unit = unit_name(document)
    crossed = check_others(Report(document, locator, extraction, context.forms, year, unit), others)
    done = time.perf_counter()
    read = seconds_read or 0.0
    return Review(
        document=document,
        kind=kind,
        unit_name=unit,
        year=year,
        warnings=(*_warnings(document, scored), *held.left_out, *crossed.warnings),
        facts=tuple(sorted(facts.values(), key=lambda fact: fact.start)),
        findings=_ordered(crossed.joined(questioned(merged(findings, every, facts), document))),
        relations=every,
        coverage=coverage_of(facts, (*every, *crossed.relations), crossed.held),
        scorecard=_scorecard(context) if scored else None,
        timing={
            "read": read,
            "extract": extracted - begun,
            "check": done - extracted,
            "total": read + done - begun,
        },
        indicators=context.indicators,
        pack=pack,
        crossed=crossed,
    )


def _asserted(locator: Locator, extraction: Extraction, context: CheckContext) -> Relations:
    """Return what the document asserts, family by family; the first reading of a set of figures is kept."""
    relations = Relations()
    document = locator.document
    find_in_tables(document, extraction, _form_tables(context), relations)
    find_in_joined_tables(extraction.cells, relations)
    find_in_forms(document, extraction, relations)
    said = list(statements(extraction.mentions))
    figures = Figures(document.text, extraction)
    find_stated_scores(document, said, relations)
    find_deductions(document.text, said, relations)
    find_scores_in_form(document, said, context.ties, relations)
    find_score_ratios(context.ties, {fact.start: fact for fact in extraction.facts}, relations)
    find_net_brackets(extraction.mentions, relations)
    find_rounded(document.text, extraction.mentions, relations)
    find_ladders(document.text, said, relations)
    find_lists(document.text, extraction.mentions, said, relations)
    find_dealt_sums(document.text, said, relations)
    find_listed_paragraphs(document, extraction.mentions, relations)
    find_rest_lists(document.text, said, relations)
    find_totals_after(document.text, said, relations)
    find_told_rows(document.text, said, relations)
    find_spans(said, relations)
    find_years(document.text, said, relations)
    find_defined(document.text, said, relations)
    find_bands(document.text, said, relations)
    find_quiet_lists(document.text, said, relations)
    find_assets(said, relations)
    find_second_columns(extraction.mentions, relations)
    find_series(document.text, said, relations)
    find_rates(said, figures, relations)
    find_counterparts(document.text, said, extraction.facts, relations)
    find_means(document.text, said, relations)
    find_standards(said, extraction.cells, relations)
    find_applied_standards(document.text, said, relations)
    find_placed_averages(document.text, said, relations)
    find_interest(said, relations)
    find_named_averages(said, figures, relations)
    find_averages(said, figures, relations)
    find_losses(said, relations)
    find_balances(document.text, said, extraction.facts, relations)
    find_defects(said, extraction.facts, relations)
    find_formulas(document.text, extraction.mentions, relations)
    find_changes(document.text, extraction, said, relations)
    find_changes_of_parts(document.text, extraction.mentions, relations)
    find_counts(locator, extraction.mentions, relations)
    relations.settle({mention.fact.id: at for at, mention in enumerate(extraction.mentions)})
    find_witnessed(extraction.facts, relations)
    find_elsewhere(document.text, extraction, relations)
    find_discrete(extraction, relations)
    find_named_in_form(context.forms, extraction, relations, {fact.start: fact for fact in extraction.facts})
    find_counted_alike(extraction, relations)
    find_hundreds(document.text, said, relations)
    scores = [fact for ties in context.ties for fact in ties.facts]
    find_rates_in_form(extraction, scores, len(context.forms), relations)
    find_restated(document, extraction, scores, relations)
    find_self_total(extraction, _form_total(context), relations)
    return relations


def _looked_over(relations: Relations, facts: Mapping[str, Fact]) -> tuple[Relation, ...]:
    """Return the relations, of which those that we may have misread allege nothing."""
    looked_at = second_look(relations.items, facts, relations.firm | relations.slipped)
    return without_far_off(looked_at, facts, relations.firm)


def _form_tables(context: CheckContext) -> frozenset[int]:
    """Return the tables that hold a score form, whose sums are checked as such."""
    starts = [
        cell.start
        for form in context.forms
        for row in form.rows
        for cell in (row.weight, row.score)
        if cell is not None
    ]
    return frozenset(
        block.table.index
        for block in context.document.blocks
        if block.table is not None and any(block.start <= start < block.end for start in starts)
    )


def _form_total(context: CheckContext) -> Fact | None:
    for form, ties in zip(context.forms, context.ties, strict=True):
        if form.total_score is not None:
            found = [fact for fact in ties.facts if fact.start == form.total_score.start]
            if found:
                return found[0]
    return None


def _scorecard(context: CheckContext) -> Scorecard | None:
    if not context.forms:
        return None
    return scorecard(context.forms[0], context.ties[0], context.pack, context.locator)


def _distinct(relations: list[Relation]) -> tuple[Relation, ...]:
    return tuple({relation.id: relation for relation in relations}.values())


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Put what a reviewer sends back first, and in it what touches the score."""
    unique = list({finding.id: finding for finding in findings}.values())
    return tuple(
        sorted(
            unique,
            key=lambda f: (
                _ORDER.index(f.disposition),
                _SEVERITY.index(f.severity),
                f.group or "",
                _IMPACT.index(f.impact),
                f.evidence[0].start if f.evidence and f.evidence[0].start is not None else 0,
            ),
        )
    )


def _warnings(document: Document, scored: bool) -> tuple[str, ...]:
    found = [issue.message for issue in document.issues]
    return tuple(found if scored else [*found, _ONLY_ARITHMETIC])
