"""All rules of scoring, completeness, quality and compliance: those with a module, and those that are a card alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from rules.by_card import check_by_card
from rules.card import RuleCard, all_cards, card
from rules.check import Check, CheckContext, CheckResult
from rules.checks.completeness import c01_missing_element as c01
from rules.checks.completeness import c02_missing_annex as c02
from rules.checks.completeness import c03_placeholder_left as c03
from rules.checks.completeness import c04_missing_date as c04
from rules.checks.completeness import c05_empty_section as c05
from rules.checks.completeness import c06_annex_not_mentioned as c06
from rules.checks.completeness import c07_gap_in_annexes as c07
from rules.checks.completeness import c10_total_missing as c10
from rules.checks.completeness import c11_no_budget_execution as c11
from rules.checks.completeness import c14_unit_names_differ as c14
from rules.checks.completeness import c15_year_of_titles as c15
from rules.checks.completeness import c18_goal_blank as c18
from rules.checks.compliance import p01_stale_notice as p01
from rules.checks.compliance import p02_title_and_number as p02
from rules.checks.compliance import p04_notice_before_year as p04
from rules.checks.quality import q01_vague_target as q01
from rules.checks.quality import q02_problem_without_measure as q02
from rules.checks.quality import q03_partial_with_full_marks as q03
from rules.checks.quality import q04_figure_answered_by_words as q04
from rules.checks.quality import q05_target_missing as q05
from rules.checks.quality import q06_cannot_fail as q06
from rules.checks.quality import q07_far_beyond_target as q07
from rules.checks.quality import q08_indicator_twice as q08
from rules.checks.quality import q09_one_reason_for_all as q09
from rules.checks.quality import q10_result_copies_target as q10
from rules.checks.quality import q11_score_without_result as q11
from rules.checks.quality import q12_all_full_marks as q12
from rules.checks.quality import q15_category_over_budget as q15
from rules.checks.quality import q16_satisfaction_without_survey as q16
from rules.checks.quality import q19_target_without_unit as q19
from rules.checks.quality import q20_units_differ as q20
from rules.checks.quality import q21_measure_without_who_when as q21
from rules.checks.quality import q22_measure_without_problem as q22
from rules.checks.quality import q23_deductions_and_no_problem as q23
from rules.checks.quality import q26_vague_result_full_marks as q26
from rules.checks.quality import q27_measure_for_reason as q27
from rules.checks.quality import q28_target_set_low as q28
from rules.checks.scoring import s01_score_above_weight as s01
from rules.checks.scoring import s02_scores_do_not_add as s02
from rules.checks.scoring import s03_weights_do_not_add as s03
from rules.checks.scoring import s04_execution_score as s04
from rules.checks.scoring import s05_unmet_in_top_band as s05
from rules.checks.scoring import s06_deduction_without_reason as s06
from rules.checks.scoring import s07_target_missed_full_marks as s07
from rules.checks.scoring import s08_reason_without_deduction as s08
from rules.checks.scoring import s09_score_missing as s09
from rules.checks.scoring import s10_usual_class_weights as s10
from rules.checks.scoring import s11_grade_not_of_total as s11
from rules.checks.scoring import s12_weight_missing as s12
from rules.checks.scoring import s13_full_marks_not_100 as s13
from rules.checks.scoring import s14_stated_standard as s14
from rules.checks.scoring import s15_score_above_ratio as s15
from rules.checks.scoring import s21_indicator_value as s21
from rules.checks.scoring import s22_formula_turned as s22
from rules.checks.scoring import s23_other_base as s23
from rules.checks.scoring import s24_direction as s24
from rules.checks.scoring import s25_other_convention as s25
from rules.checks.scoring import s26_execution_steps as s26
from rules.checks.scoring import s27_one_ticket as s27
from rules.checks.scoring import s28_formula_in_words as s28
from rules.checks.tie_out import a14_dates as a14
from rules.finding import Finding
from rules.kind import SCORED, SELF_EVALUATIONS

ANY: tuple[str, ...] = ()
"""The kinds of a rule that holds for every kind of document."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its check, and the kinds of documents that it holds for (none named: all)."""

    code: str
    check: Check
    kinds: tuple[str, ...] = ANY
    own: RuleCard | None = None

    @property
    def card(self) -> RuleCard:
        """Return the card of the rule: its ``own``, where it is a card alone, perhaps of a pack of the user's."""
        return self.own or card(self.code)

    def applies(self, kind: str) -> bool:
        """Say whether the rule holds for a kind of document."""
        return not self.kinds or kind in self.kinds


def rule_of(data: RuleCard) -> Rule:
    """Return the rule of a card that is only data and names a shared checker."""
    return Rule(data.code, partial(check_by_card, card=data), data.kinds, data)


_CODED: tuple[Rule, ...] = (
    # The rest of group A is asserted relation by relation in rules.relations and cites its cards itself.
    Rule("A14", a14.check),
    Rule("C01", c01.check, SELF_EVALUATIONS),
    Rule("C02", c02.check),
    Rule("C03", c03.check),
    Rule("C04", c04.check, SELF_EVALUATIONS),
    Rule("C05", c05.check, SELF_EVALUATIONS),
    Rule("C06", c06.check),
    Rule("C07", c07.check),
    Rule("C10", c10.check, SELF_EVALUATIONS),
    Rule("C11", c11.check, SELF_EVALUATIONS),
    Rule("C14", c14.check, SELF_EVALUATIONS),
    Rule("C15", c15.check, SELF_EVALUATIONS),
    Rule("C18", c18.check, SELF_EVALUATIONS),
    Rule("P01", p01.check, SELF_EVALUATIONS),
    Rule("P02", p02.check),
    Rule("P04", p04.check, SELF_EVALUATIONS),
    Rule("Q01", q01.check, SELF_EVALUATIONS),
    Rule("Q02", q02.check, SELF_EVALUATIONS),
    Rule("Q03", q03.check, SELF_EVALUATIONS),
    Rule("Q04", q04.check, SELF_EVALUATIONS),
    Rule("Q05", q05.check, SELF_EVALUATIONS),
    Rule("Q06", q06.check, SELF_EVALUATIONS),
    Rule("Q07", q07.check, SELF_EVALUATIONS),
    Rule("Q08", q08.check, SELF_EVALUATIONS),
    Rule("Q09", q09.check, SELF_EVALUATIONS),
    Rule("Q10", q10.check, SELF_EVALUATIONS),
    Rule("Q11", q11.check, SELF_EVALUATIONS),
    Rule("Q12", q12.check, SELF_EVALUATIONS),
    Rule("Q15", q15.check, SELF_EVALUATIONS),
    Rule("Q16", q16.check, SELF_EVALUATIONS),
    Rule("Q19", q19.check, SELF_EVALUATIONS),
    Rule("Q20", q20.check, SELF_EVALUATIONS),
    Rule("Q21", q21.check, SELF_EVALUATIONS),
    Rule("Q22", q22.check, SELF_EVALUATIONS),
    Rule("Q23", q23.check, SELF_EVALUATIONS),
    Rule("Q26", q26.check, SELF_EVALUATIONS),
    Rule("Q27", q27.check, SELF_EVALUATIONS),
    Rule("Q28", q28.check, SELF_EVALUATIONS),
    Rule("S01", s01.check, SCORED),
    Rule("S02", s02.check, SCORED),
    Rule("S03", s03.check, SCORED),
    Rule("S04", s04.check, SCORED),
    Rule("S05", s05.check, SELF_EVALUATIONS),
    Rule("S06", s06.check, SELF_EVALUATIONS),
    Rule("S07", s07.check, SELF_EVALUATIONS),
    Rule("S08", s08.check, SELF_EVALUATIONS),
    Rule("S09", s09.check, SELF_EVALUATIONS),
    Rule("S10", s10.check, SELF_EVALUATIONS),
    Rule("S11", s11.check, SCORED),
    Rule("S12", s12.check, SELF_EVALUATIONS),
    Rule("S13", s13.check, SELF_EVALUATIONS),
    Rule("S14", s14.check, SELF_EVALUATIONS),
    Rule("S15", s15.check, SELF_EVALUATIONS),
    Rule("S21", s21.check, SELF_EVALUATIONS),
    Rule("S22", s22.check, SELF_EVALUATIONS),
    Rule("S23", s23.check, SELF_EVALUATIONS),
    Rule("S24", s24.check, SELF_EVALUATIONS),
    Rule("S25", s25.check, SELF_EVALUATIONS),
    Rule("S26", s26.check, SCORED),
    Rule("S27", s27.check, SCORED),
    Rule("S28", s28.check, SELF_EVALUATIONS),
)

ALL: tuple[Rule, ...] = tuple(
    sorted(
        (*_CODED, *(rule_of(data) for data in all_cards() if data.checker is not None)),
        key=lambda rule: rule.code,
    )
)
"""Rules with a module, and those whose card names a shared checker, in the order of their codes."""


def run_checks(context: CheckContext) -> CheckResult:
    """Run every rule that holds for the kind of document, its year and region; the order is that of the codes."""
    findings: list[Finding] = []
    for rule in (*ALL, *map(rule_of, context.pack.cards)):
        in_force = rule.card.holds(context.year, context.pack.regions)
        if in_force and rule.applies(context.kind):
            findings.extend(rule.check(context))
    scored = context.kind in SCORED
    return CheckResult(
        findings=tuple(findings),
        relations=tuple(r for ties in context.ties for r in ties.relations) if scored else (),
        facts=tuple(fact for ties in context.ties for fact in ties.facts) if scored else (),
    )
