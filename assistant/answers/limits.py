"""Is anything over its limit: spending over the budget, staff over the posts; said of each thing, named where it is over."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answers.desk import Desk
from assistant.answers.refusal import nearest_sentences, refuse
from assistant.answers.reply import Reply
from assistant.answers.words import name_of, thing
from assistant.lookup.statements import TOTALS, base_value, is_scoped
from assistant.plan import About, Kind
from rules.facts.fact import Fact
from rules.facts.vocabulary import TOTAL

_STAFF = ("在职人员", "编制")
_FIRST = (TOTAL, "基本支出", "项目支出", "三公经费", "在职人员")
"""What is shown of many that are within their limit."""

_MOST = 3


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
    if not over and len(limits) > _MOST:
        reply.add("所比较的各项都没有超过预算数或编制数，其中：")
    within = [limit for limit in limits if not limit.over]
    shown = within if named else [limit for limit in within if limit.subject in _FIRST]
    for limit in shown:
        reply.add(f"{_both(desk, limit)}，未超过。")
    return reply.add("只按报告所列的数比较，与账表是否一致没有核实。")


def limit_of(desk: Desk, subject: str) -> Limit | None:
    """Return what was used and allowed of a thing, of one fund, or None where the report lacks one of them."""
    if subject in _STAFF:
        used, allowed = (desk.statements.facts(name, (None,)) for name in _STAFF)
        return Limit(_STAFF[0], used[0], allowed[0]) if used and allowed else None
    spent = desk.statements.best(subject, "executed")
    if spent is None:
        return None
    budgets = desk.statements.stated(subject, "budget")
    same = [one for one in budgets if one.fund == spent.fund]
    loose = [one for one in budgets if not is_scoped(subject) or None in (one.fund, spent.fund)]
    found = max(same or loose, key=lambda one: len(one.facts), default=None)
    return None if found is None else Limit(subject, spent.fact, found.fact)


def _both(desk: Desk, limit: Limit) -> str:
    """Return both figures; their ratio is left out, since the report has one of its own."""
    used, allowed = limit.used, limit.allowed
    return f"{name_of(used)} {desk.figure(used)}，{name_of(allowed)} {desk.figure(allowed)}"


def _divisions(desk: Desk) -> list[str]:
    spent = [subject for subject, _ in desk.statements.subjects("executed")]
    whole = [name for name in spent if name.count("（") == name.count("）") and name not in TOTALS]
    return [name for name in whole if thing(name)]
