"""What the documents that the report is held against state, where the report itself does not, or where one is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answers.desk import Desk
from assistant.answers.reply import Reply
from assistant.answers.words import name_of
from assistant.lookup.statements import SAME_STAGE, Statement
from assistant.plan import About, Kind
from assistant.support import Origin
from rules.facts.fact import Fact, FactKind
from rules.numbers.quantity import Hedge
from rules.others.material import NAMES, PRIOR, Material
from rules.others.statements import of_material
from rules.relations.repeats import key_of

_MOST = 3
_SELF_TOTAL = "自评总分"
_CALLED = {
    "决算报表": ("final_accounts",),
    "批复": ("approval", "targets"),
    "预算公开": ("budget_disclosure",),
    "决算公开": ("accounts_disclosure",),
    "追加文件": ("adjustment",),
    "项目自评表": ("project_form",),
    "上年报告": (PRIOR,),
    "上年自评报告": (PRIOR,),
    "去年的报告": (PRIOR,),
}
"""What a question may call a document by."""


def from_others(desk: Desk, subject: str, measure: str | None, kinds: Sequence[str] = ()) -> Reply | None:
    """Return what other documents state of a thing at a stage and year; None where none does."""
    year = desk.statements.period(desk.question.period)
    if PRIOR in kinds:
        year = desk.statements.prior_year
    found = list(_stated(desk, subject, measure, year, kinds))[:_MOST]
    if not found:
        return None
    reply = Reply(Kind.FIGURE, about=About(Kind.FIGURE, (subject,), measure, desk.question.period))
    for material, fact in found:
        marker = desk.material.cite_fact(fact)
        document = desk.material.passage(material.document.name, Origin.CITED, marker)
        when = f"{fact.period} 年" if fact.period else ""
        reply.add(
            f"{material.name}“{document}”列明：{when}{name_of(fact)}为 {desk.stated(Statement((fact,)))}。"
        )
    if not kinds:
        reply.add("该数取自对照材料，报告自身未载。")
    return reply


def named_kinds(desk: Desk) -> tuple[str, ...]:
    """Return the kinds of the documents that a question names and that are at hand."""
    held = {material.kind for material in _usable(desk)}
    asked = [kind for name, kinds in _CALLED.items() if name in desk.question.plain for kind in kinds]
    return tuple(dict.fromkeys(kind for kind in asked if kind in held))


def before_in_prior(desk: Desk, subject: str, measure: str) -> Statement | None:
    """Return what last year's report states of a thing for its own year."""
    found = list(_stated(desk, subject, measure, desk.statements.prior_year, (PRIOR,)))
    values = {fact.quantity.plain() for _, fact in found}
    return Statement((found[0][1],)) if len(values) == 1 else None


def prior_score(desk: Desk) -> Reply | None:
    """Return what last year's report gave itself; None where it is not at hand or says several things."""
    for material in _usable(desk):
        if material.kind != PRIOR:
            continue
        totals = [f for f in material.facts if f.kind is FactKind.SCORE and _is_total(f)]
        if len({fact.quantity.value for fact in totals}) == 1:
            fact = totals[0]
            marker = desk.material.cite_fact(fact)
            document = desk.material.passage(material.document.name, Origin.CITED, marker)
            reply = Reply(Kind.SCORE, about=About(Kind.SCORE, (), "score", "prior"))
            shown = desk.material.score(fact.quantity.plain(), {"自评得分"}, "score", marker)
            year = desk.statements.prior_year
            return reply.add(f"{NAMES[PRIOR]}“{document}”中，{year} 年自评得分为 {shown}{marker}。")
    return None


def _is_total(fact: Fact) -> bool:
    key = key_of(fact)
    return key is not None and key[0] == _SELF_TOTAL


def _usable(desk: Desk) -> list[Material]:
    return [material for material in desk.review.crossed.materials if material.doubt is None]


def _stated(
    desk: Desk, subject: str, measure: str | None, year: str | None, kinds: Sequence[str]
) -> Iterator[tuple[Material, Fact]]:
    """Yield one statement of each document for every value."""
    for material in _usable(desk):
        if kinds and material.kind not in kinds:
            continue
        staged = [statement.fact for statement in of_material(material)]
        seen: set[str] = set()
        for name in SAME_STAGE.get(measure or "", (measure,)):
            for fact in (*staged, *material.facts):
                fits = measure is None or fact.measure == name
                if not fits or fact.period != year or fact.quantity.hedge is not Hedge.NONE:
                    continue
                if desk.statements.is_of(fact, subject) and fact.quantity.words() not in seen:
                    seen.add(fact.quantity.words())
                    yield material, fact
            if seen:
                break
