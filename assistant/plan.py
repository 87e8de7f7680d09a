"""Question → plan: which sort of answer it wants, and of what; a follow-up takes what it leaves out from what went before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from assistant.question import Question, ways


class Kind(StrEnum):
    """The sorts of answer, each with its composer; the families of the contract's plan in brackets."""

    FIGURE = "figure"  # figure, computation
    VERIFY = "verify"  # computation
    ROUNDING = "rounding"
    ARITHMETIC = "arithmetic"
    WHICH = "which"
    CONSEQUENCE = "consequence"  # finding
    COMPARISON = "comparison"
    BRIDGE = "bridge"
    BREAKDOWN = "breakdown"
    FILTER = "filter"
    RANK = "rank"
    SCORE = "score"
    DEDUCTIONS = "deductions"
    INDICATOR = "indicator"
    JUDGEMENT = "judgement"
    EXPLANATION = "explanation"
    RULE = "rule"
    DATE = "date"
    DOCUMENT_NUMBER = "document_number"
    FINDINGS = "findings"
    QUESTIONS = "questions"
    PROBLEMS_AND_MEASURES = "problems_and_measures"
    COVERAGE = "coverage"
    CHECKED = "checked"
    IDENTITY = "identity"
    OVER = "over"
    PERSON = "person"  # never answered
    ACTION = "action"  # nor done
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class About:
    """What an answer was about: what the next question means when it names nothing.

    ``finding`` is the id of a finding, ``indicator`` the name of a row of the score form, ``wants`` what was wanted.
    """

    kind: Kind | None = None
    subjects: tuple[str, ...] = ()
    measure: str | None = None
    period: str | None = None
    fund: str | None = None
    finding: str | None = None
    indicator: str | None = None
    wants: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the values by name, to be kept with a chat."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> About:
        """Return what was kept with a chat; names that are unknown here are left out."""
        names = ("measure", "period", "fund", "finding", "indicator")
        kind = value.get("kind")
        return cls(
            kind=Kind(kind) if kind in set(Kind) else None,
            subjects=tuple(value.get("subjects") or ()),
            wants=tuple(value.get("wants") or ()),
            **{name: value.get(name) for name in names},
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """The sort of answer, and the question with what a follow-up leaves out filled in."""

    kind: Kind
    question: Question
    follows: bool = False


_SCORE_MEASURES = frozenset({"score", "self_score", "total_score", "weight", "deducted"})


def _operators(question: Question) -> int:
    """Return how many words of reckoning stand between figures."""
    groups = ways()["operators"]
    found = 0
    for one, other in zip(question.figures, question.figures[1:], strict=False):
        between = question.plain[one.end : other.start]
        found += any(word in between for group in groups.values() for word in group)
    return found


@dataclass(frozen=True, slots=True)
class Threshold:
    """A comparison with a figure of the question: ``side`` is low or high, ``index`` which figure, the limit included or not."""

    side: str
    index: int
    inclusive: bool


def threshold(question: Question) -> Threshold | None:
    """Return the comparison with a figure that a question makes (低于 60%, 95% 以上), or None."""
    for index, figure in enumerate(question.figures):
        before, after = (
            question.plain[max(0, figure.start - 5) : figure.start],
            question.plain[figure.end :][:3],
        )
        around = f"{before}{figure.text}{after}"
        for side in ("high", "low"):
            for word in sorted(ways()["thresholds"][side], key=len, reverse=True):
                if word in around and not (side == "low" and f"不{word}" in around):
                    return Threshold(
                        side, index, any(mark in around for mark in ("以上", "以下", "不", "达到"))
                    )
    return None


def _asks_figure(question: Question) -> bool:
    """Say whether a figure is wanted: asked for outright, named, or nothing else stands in the question."""
    return (
        question.wants_any("amount", "how", "only", "change", "follow")
        or bool(question.figures)
        or not question.other_terms
    )


def _names_a_rate_of_change(question: Question) -> bool:
    """Say whether a rate of change is asked for by its name (变动率), not by the difference of two years."""
    return "change_rate" in question.measures and "率" in question.plain


def _either(question: Question) -> bool:
    return bool(re.search(r"是.{1,24}还是.{1,24}", question.plain)) and not _two_alternatives(question)


def _two_alternatives(question: Question) -> bool:
    """Say whether the question asks which of two figures is right."""
    if len(question.figures) < 2:
        return False
    first, last = question.figures[0], question.figures[-1]
    return "还是" in question.plain[first.end : last.start] or bool(
        re.match(r".{0,6}(?:哪个|以哪|谁)", question.plain[last.end :])
    )


_RULES: tuple[tuple[Kind, Callable[[Question], bool]], ...] = (
    (Kind.PERSON, lambda q: q.wants_any("person")),
    (Kind.ACTION, lambda q: q.wants_any("action")),
    (Kind.QUESTIONS, lambda q: q.wants_any("questions")),
    (Kind.COVERAGE, lambda q: q.wants_any("coverage")),
    (Kind.CHECKED, lambda q: q.wants_any("checked")),
    (Kind.PROBLEMS_AND_MEASURES, lambda q: q.wants_any("problems_and_measures")),
    (Kind.IDENTITY, lambda q: q.wants_any("identity") and not q.subjects),
    (Kind.ARITHMETIC, lambda q: len(q.figures) >= 3 and _operators(q) >= 2),
    (Kind.ROUNDING, lambda q: q.wants_any("rounding")),
    (Kind.RULE, lambda q: bool(q.numbers)),
    (Kind.WHICH, _two_alternatives),
    (Kind.JUDGEMENT, _either),
    (Kind.CONSEQUENCE, lambda q: q.wants_any("consequence")),
    (Kind.DEDUCTIONS, lambda q: q.wants_any("deduct")),
    (
        Kind.SCORE,
        lambda q: q.wants_any("score") or (q.wants_any("how") and bool(_SCORE_MEASURES & set(q.measures))),
    ),
    (
        Kind.SCORE,
        lambda q: bool(_SCORE_MEASURES & set(q.measures)) and q.wants_any("amount") and not q.classifier,
    ),
    (Kind.INDICATOR, lambda q: q.wants_any("hold")),
    (Kind.DOCUMENT_NUMBER, lambda q: q.wants_any("document_number")),
    (Kind.DATE, lambda q: q.wants_any("date") and q.classifier is None),
    (Kind.FILTER, lambda q: threshold(q) is not None and q.wants_any("list", "amount")),
    (Kind.VERIFY, lambda q: q.wants_any("verify") and bool(q.figures or q.measures)),
    (Kind.RANK, lambda q: q.wants_any("rank")),
    (Kind.BRIDGE, lambda q: q.wants_any("bridge")),
    (Kind.OVER, lambda q: q.wants_any("over") and not q.wants_any("why")),
    (Kind.BREAKDOWN, lambda q: q.wants_any("breakdown") and not (len(q.subjects) > 1 and "分别" in q.plain)),
    (Kind.COMPARISON, lambda q: q.wants_any("change") and not _names_a_rate_of_change(q)),
    (Kind.FINDINGS, lambda q: q.wants_any("findings", "verify", "decide")),
    (Kind.EXPLANATION, lambda q: q.wants_any("why")),
    (Kind.RULE, lambda q: q.wants_any("rule", "define")),
    (Kind.FIGURE, lambda q: q.classifier is not None or q.counts),
    (Kind.FIGURE, lambda q: bool(q.measures or q.subjects or q.figures) and _asks_figure(q)),
)


def plan_question(question: Question, before: About | None = None) -> Plan:
    """Return the plan of a question; ``before`` is what the last answer was about."""
    if before is not None and before.kind in _CARRIED and _says_only_a_thing(question):
        return Plan(before.kind, _filled(question, before, wants=True), follows=True)
    names_nothing = not (question.subjects or question.measures or question.terms or question.numbers)
    follows = before is not None and not question.subjects and ("follow" in question.wants or names_nothing)
    filled = _filled(question, before) if follows and before is not None else question
    kind = next((kind for kind, applies in _RULES if applies(filled)), Kind.CONTENT)
    return Plan(kind, filled, follows)


_CARRIED = frozenset(
    {Kind.FIGURE, Kind.COMPARISON, Kind.BREAKDOWN, Kind.EXPLANATION, Kind.VERIFY, Kind.SCORE}
)
"""Sorts of answer that 那…呢 asks for again of another thing."""


def _says_only_a_thing(question: Question) -> bool:
    """Say whether a question is of the sort 那人员经费呢, 上年呢."""
    named = question.subjects or question.period or question.fund or question.measures
    return question.wants == {"follow"} and bool(named) and not question.figures


def _filled(question: Question, before: About, *, wants: bool = False) -> Question:
    """Take what a follow-up leaves out from what went before: the measure of 那人员经费呢, the thing of 差这 0.02 个点."""
    return replace(
        question,
        wants=question.wants | set(before.wants) if wants else question.wants,
        subjects=question.subjects or before.subjects,
        measures=question.measures or ((before.measure,) if before.measure else ()),
        period=question.period or before.period,
        fund=question.fund or before.fund,
    )
