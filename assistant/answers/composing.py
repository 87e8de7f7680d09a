"""Plan → reply: which composer answers which sort of question."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answers.checking import answer_verify
from assistant.answers.consequences import answer_consequence
from assistant.answers.desk import Desk
from assistant.answers.figures import answer_figure
from assistant.answers.judging import answer_identity, answer_judgement
from assistant.answers.limits import answer_over
from assistant.answers.money import answer_breakdown, answer_bridge, answer_comparison
from assistant.answers.others import agreement
from assistant.answers.ranking import answer_filter, answer_rank
from assistant.answers.reckoning import answer_arithmetic, answer_which
from assistant.answers.reply import Reply
from assistant.answers.reviewing import answer_checked, answer_coverage, answer_findings, answer_questions
from assistant.answers.rounding import answer_rounding
from assistant.answers.ruling import answer_rule
from assistant.answers.scores import answer_deductions, answer_indicator, answer_score
from assistant.answers.sections import answer_problems_and_measures
from assistant.answers.told import (
    answer_action,
    answer_content,
    answer_date,
    answer_document_number,
    answer_explanation,
    answer_person,
)
from assistant.plan import Kind

COMPOSERS: dict[Kind, Callable[[Desk], Reply]] = {
    Kind.FIGURE: answer_figure,
    Kind.VERIFY: answer_verify,
    Kind.ROUNDING: answer_rounding,
    Kind.ARITHMETIC: answer_arithmetic,
    Kind.WHICH: answer_which,
    Kind.CONSEQUENCE: answer_consequence,
    Kind.COMPARISON: answer_comparison,
    Kind.BRIDGE: answer_bridge,
    Kind.BREAKDOWN: answer_breakdown,
    Kind.FILTER: answer_filter,
    Kind.RANK: answer_rank,
    Kind.SCORE: answer_score,
    Kind.DEDUCTIONS: answer_deductions,
    Kind.INDICATOR: answer_indicator,
    Kind.JUDGEMENT: answer_judgement,
    Kind.EXPLANATION: answer_explanation,
    Kind.RULE: answer_rule,
    Kind.DATE: answer_date,
    Kind.DOCUMENT_NUMBER: answer_document_number,
    Kind.FINDINGS: answer_findings,
    Kind.QUESTIONS: answer_questions,
    Kind.PROBLEMS_AND_MEASURES: answer_problems_and_measures,
    Kind.COVERAGE: answer_coverage,
    Kind.CHECKED: answer_checked,
    Kind.IDENTITY: answer_identity,
    Kind.OVER: answer_over,
    Kind.PERSON: answer_person,
    Kind.ACTION: answer_action,
    Kind.CONTENT: answer_content,
}
"""Every sort of question has its composer; a test holds that none is missing."""


def compose(desk: Desk, kind: Kind) -> Reply:
    """Return the reply of the composer for the sort of question."""
    return agreement(desk) or COMPOSERS[kind](desk)
