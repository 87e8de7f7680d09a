"""What the documents that the report is held against state, where the report itself does not, or where one is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.answers.desk import Desk
from assistant.answers.reply import Reply
from assistant.answers.words import name_of
from assistant.lookup.statements import SAME_STAGE, Statement
from assistant.plan import About, Kind
from assistant.support import Origin
from corpus.document.evidence import Evidence
from rules.facts.fact import Fact, FactKind
from rules.finding import Finding
from rules.numbers.quantity import Hedge
from rules.others.material import NAMES, PRIOR, Material
from rules.others.same_fact import STAGES
from rules.others.statements import of_material
from rules.relations.judging.one_slip import FITS
from rules.relations.relation import Relation
from rules.relations.repeats.repeats import key_of

_MOST = 3
_MOST_FINDINGS = 8
_AGREES = re.compile(r"一致|相符|符合|对得上|对不上|吻合|有出入|不同|差异|核对|对照")
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


def agreement(desk: Desk) -> Reply | None:
    """Answer whether the report agrees with a document that the question names; None for any other question."""
    kinds = named_kinds(desk) if _AGREES.search(desk.question.plain) else ()
    keys = tuple(f"{material.key}:" for material in _usable(desk) if material.kind in kinds)
    facts = {fact.id: fact for fact in desk.review.every_fact}
    asked = set(desk.question.subjects) & {fact.subject for fact in facts.values()}
    held = [
        relation
        for relation in desk.review.crossed.relations
        if any(name.startswith(keys) for name in relation.facts)
        and (not asked or any(facts[name].subject in asked for name in relation.facts))
    ]
    if not keys or not held:
        return None
    reply = Reply(Kind.VERIFY, about=About(Kind.VERIFY, tuple(asked)[:1]))
    names = "、".join(dict.fromkeys(NAMES[kind] for kind in kinds))
    good = [relation for relation in held if relation.verdict in FITS]
    counted = desk.material.counted(len(held), "个", "与对照材料核对的关系个数")
    agreed = desk.material.counted(len(good), "个", "与对照材料相符的关系个数")
    reply.add(f"与{names}核对的关系 {counted}，其中相符 {agreed}。")
    for relation in good[: _MOST if asked else 1]:
        reply.add(f"{'' if asked else '如'}{_told(desk, relation, facts)}。")
    ids = {relation.id for relation in held}
    for finding in [f for f in desk.review.findings if ids & set(f.related)][:_MOST_FINDINGS]:
        markers = "".join(desk.material.cite(item) for item in _both(finding))
        reply.add(f"{desk.material.finding(finding)}{markers}")
    return reply


def _told(desk: Desk, relation: Relation, facts: Mapping[str, Fact]) -> str:
    markers = "".join(desk.material.cite_fact(facts[name]) for name in reversed(relation.facts))
    fact = facts[relation.facts[-1]]
    name = f"{fact.subject or ''}{STAGES.get(fact.measure or '', '')}"
    return f"{name}：{desk.material.derivation(relation)}{markers}"


def _both(finding: Finding) -> tuple[Evidence, ...]:
    """Return one place in the report and one in each other document."""
    found = {item.material: item for item in reversed(finding.evidence)}
    return tuple(sorted(found.values(), key=lambda item: item.material is not None))


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
