"""Is anything over its limit: spending over the budget, staff over the posts; said of each thing, named where it is over."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answers.desk import Desk
from assistant.answers.refusal import nearest_sentences, refuse
from assistant.answers.reply import Reply
from assistant.answers.words import name_of, thing
from assistant.lookup.computing import ratio
from assistant.lookup.statements import TOTALS, base_value, is_scoped
from assistant.plan import About, Kind
from rules.facts.fact import Fact
from rules.facts.vocabulary import TOTAL

_STAFF = ("在职人员", "编制")


@dataclass(frozen=True, slots=True)
class Limit:
    """What was used of a thing and how much was allowed."""

    subject: str
    used: Fact
    allowed: Fact

    @property
    def over(self) -> bool:
        """Say whether more was used than allowed."""
        return base_value(self.used) > base_value(self.allowed)


def answer_over(desk: Desk) -> Reply:
    """Answer 有没有超预算, 超编了吗: the things that are over, or that none of those compared is."""
    question = desk.question
    named = [name for name in question.subjects if name not in TOTALS]
    wanted = named or [TOTAL, *_divisions(desk), _STAFF[0]]
    limits = [limit for name in dict.fromkeys(wanted) if (limit := limit_of(desk, name)) is not None]
    about = About(Kind.OVER, question.subjects[:1])
    if not limits:
        refused = refuse(desk, Kind.OVER, "可以比较的实际数和控制数", nearest_sentences(desk, question.terms))
        refused.about = about
        return refused
    reply = Reply(Kind.OVER, about=about)
    over = [limit for limit in limits if limit.over]
    for limit in over:
        reply.add(f"{_both(desk, limit)}，超过。")
    if not over and len(limits) > 3:
        reply.add("所比较的各项都没有超过预算数或编制数：")
    for limit in limits:
        if not limit.over and (named or not over or limit.subject == TOTAL):
            reply.add(f"{_both(desk, limit)}，未超过。")
    return reply.add("只按报告所列的数比较，与账表是否一致没有核实。")


def limit_of(desk: Desk, subject: str) -> Limit | None:
    """Return what was used and allowed of a thing, of one fund, or None where the report lacks one of them."""
    if subject in _STAFF:
        used, allowed = (desk.statements.facts(name, (None,)) for name in _STAFF)
        return Limit(_STAFF[0], used[0], allowed[0]) if used and allowed else None
    for budget in desk.statements.stated(subject, "budget"):
        for spent in desk.statements.stated(subject, "executed"):
            if budget.fund == spent.fund or not is_scoped(subject) or None in (budget.fund, spent.fund):
                return Limit(subject, spent.fact, budget.fact)
    return None


def _both(desk: Desk, limit: Limit) -> str:
    share = ratio(limit.used, limit.allowed)
    measure = "control_rate" if limit.subject in _STAFF else "execution_rate"
    words = "" if share is None else f"（{desk.result(share, limit.subject, measure)}）"
    return f"{name_of(limit.used)} {desk.figure(limit.used)}，{name_of(limit.allowed)} {desk.figure(limit.allowed)}{words}"


def _divisions(desk: Desk) -> list[str]:
    spent = [subject for subject, _ in desk.statements.subjects("executed")]
    whole = [name for name in spent if name.count("（") == name.count("）") and name not in TOTALS]
    return [name for name in whole if thing(name)]
