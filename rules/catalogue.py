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
from rules.checks.compliance import p01_stale_notice as p01
from rules.checks.compliance import p02_title_and_number as p02
from rules.checks.quality import q01_vague_target as q01
from rules.checks.quality import q02_problem_without_measure as q02
from rules.checks.quality import q03_partial_with_full_marks as q03
from rules.checks.quality import q04_figure_answered_by_words as q04
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
    Rule("P01", p01.check, SELF_EVALUATIONS),
    Rule("P02", p02.check),
    Rule("Q01", q01.check, SELF_EVALUATIONS),
    Rule("Q02", q02.check, SELF_EVALUATIONS),
    Rule("Q03", q03.check, SELF_EVALUATIONS),
    Rule("Q04", q04.check, SELF_EVALUATIONS),
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
)

ALL: tuple[Rule, ...] = tuple(
    sorted(
        (*_CODED, *(rule_of(data) for data in all_cards() if data.checker is not None)),
        key=lambda rule: rule.code,
    )
)
"""Rules with a module, and those whose card names a shared checker, in the order of their codes."""


def run_checks(context: CheckContext) -> CheckResult:
    """Run every rule that holds for the kind of document; the order is that of the codes."""
    findings: list[Finding] = []
    for rule in (*ALL, *map(rule_of, context.pack.cards)):
        if rule.applies(context.kind):
            findings.extend(rule.check(context))
    scored = context.kind in SCORED
    return CheckResult(
        findings=tuple(findings),
        relations=tuple(r for ties in context.ties for r in ties.relations) if scored else (),
        facts=tuple(fact for ties in context.ties for fact in ties.facts) if scored else (),
    )
