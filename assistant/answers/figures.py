"""What is a figure, and how does it come about: stated figures with their places, computations, both where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.counts import answer_count, quoted, speaks_of
from assistant.answers.deriving import computed_rate, explain, say_without_parts
from assistant.answers.described import answer_described, answer_of_figure, described_exactly
from assistant.answers.desk import Desk
from assistant.answers.others import before_in_prior, from_others, named_kinds
from assistant.answers.refusal import nearest_facts, nearest_sentences, refuse
from assistant.answers.reply import Reply
from assistant.answers.told import said
from assistant.answers.words import name_of, named, special, stage, stages, thing
from assistant.disguise import plain
from assistant.lookup.computing import growth
from assistant.lookup.notes import note
from assistant.lookup.statements import TOTALS, Statement, is_scoped
from assistant.plan import About, Kind
from assistant.question import Question, ways
from assistant.support import Origin
from rules.facts.fact import FactKind
from rules.facts.vocabulary import TOTAL, vocabulary
from rules.relations.relation import Verdict

_OVERVIEW = ("initial_budget", "adjusted_budget", "executed", "surplus", "execution_rate", "control_rate")


def answer_figure(desk: Desk) -> Reply:
    """Answer 多少 and 怎么算 of one or several things."""
    question = desk.question
    if question.classifier is not None:
        return answer_count(desk)
    if question.figures and not question.subjects:
        return answer_of_figure(desk)
    known = [
        name for name in question.subjects if name in vocabulary().subjects or desk.statements.facts(name)
    ]
    if not question.measures and not any(name in vocabulary().subjects for name in known):
        return answer_described(desk)
    subjects = tuple(known) or question.subjects or _of_measure(desk)
    if not subjects:
        return _unnamed(desk)
    kinds = named_kinds(desk)
    measure = question.measures[0] if question.measures else None
    held = None
    if kinds:
        # 决算 may be no more than a part of the document's name.
        held = from_others(desk, subjects[0], measure, kinds) or from_others(desk, subjects[0], None, kinds)
    if held is not None:
        return held
    narrowed = _narrowed(desk, subjects[0])
    if narrowed is not None:
        return narrowed
    reply = Reply(Kind.FIGURE)
    missing: list[tuple[str, str | None]] = []
    for subject in subjects[:_MOST]:
        for measure in _measures(question) or (None,):
            if not _one(desk, reply, subject, measure):
                missing.append((subject, measure))
    reply.about = About(
        Kind.FIGURE,
        subjects[:1],
        question.measures[0] if question.measures else None,
        question.period,
        question.fund,
        wants=tuple(question.wants & {"how", "amount"}),
    )
    if missing and not reply.lines:
        refused = _refused(desk, *missing[0])
        refused.about = reply.about
        return refused
    for subject, measure in missing if question.subjects else ():
        reply.add(f"{named(subject, measure)}：报告未载。")
    return reply


def _narrowed(desk: Desk, subject: str) -> Reply | None:
    """Answer a question that narrows a thing down by further words (年初的在职人员): by these words, or not at all.

    None where no such words stand in the question, or the statements of the thing hold them.
    """
    further = [term for term in desk.question.other_terms if len(term) > 1]
    facts = desk.statements.facts(subject, desk.question.measures or None, desk.question.period)
    holding = [fact for fact in facts if speaks_of(desk, fact, tuple(further))]
    if not further or (facts and len(holding) == len(facts)):
        return None
    described = described_exactly(desk)
    if described is not None:
        return described
    if holding:
        reply = Reply(Kind.FIGURE, about=About(Kind.FIGURE, (subject,)))
        return reply.add(*(quoted(desk, fact) for fact in holding[:2]))
    measure = desk.question.measures[0] if desk.question.measures else None
    what = f"{named(subject, measure)}的“{'、'.join(further[:3])}”"
    held = desk.material.passage(what, Origin.QUESTION)
    refused = refuse(desk, Kind.FIGURE, held, nearest_facts(desk, facts or desk.statements.facts(subject)))
    refused.about = About(Kind.FIGURE, (subject,), measure)
    return refused


def _measures(question: Question) -> tuple[str, ...]:
    """Return the stages asked for; beside a share the other stage names what it is a share of."""
    return ("share",) if "share" in question.measures else question.measures[:2]


def _of_measure(desk: Desk) -> tuple[str, ...]:
    """Return what a question means that names only a stage or rate: the grand total, else every thing that has one."""
    measure = desk.question.measures[0] if desk.question.measures else ""
    whole = desk.question.fund is not None or "only" in desk.question.wants
    if whole or desk.statements.stated(TOTAL, measure, desk.question.period):
        return (TOTAL,)
    every = tuple(subject for subject, _ in desk.statements.subjects(measure) if len(subject) > 2)
    unnamed = any(fact.subject is None for fact in desk.statements.facts(None, (measure,)))
    return every[:_MOST] or (() if unnamed else (TOTAL,))


def _unnamed(desk: Desk) -> Reply:
    """Say a rate that the report states of nothing but itself (预算调整率)."""
    measure = desk.question.measures[0]
    reply = Reply(Kind.FIGURE, about=About(Kind.FIGURE, (), measure))
    facts = [fact for fact in desk.statements.facts(None, (measure,)) if fact.subject is None]
    for statement in desk.statements.grouped(facts)[:_MOST]:
        reply.add(f"{stage(measure)}为 {desk.stated(statement)}。")
    if desk.question.wants_any("how"):
        relations = [relation for fact in facts for relation in desk.derivations(fact)]
        for relation in relations[:1]:
            reply.add(f"算式：{desk.material.derivation(relation)}。")
        if not relations:
            say_without_parts(desk, reply, facts)
    return reply


_MOST = 8


def _one(desk: Desk, reply: Reply, subject: str, measure: str | None) -> bool:
    """Add what the report has of one thing at one stage; say whether it has any."""
    question = desk.question
    if measure is None:
        return _overview(desk, reply, subject)
    own = special(subject, measure)
    if own is not None and "needs" in own and own["asked"] in question.plain:
        return _by_special_rule(desk, reply, subject, own)
    found = desk.statements.stated(subject, measure, question.period, question.fund)
    if not found:
        return _computed_only(desk, reply, subject, measure)
    if measure == "change_rate":
        for statement in found:
            reply.add(quoted(desk, statement.fact))
        explain(desk, reply, found, subject, measure)
        return True
    _say(desk, reply, found, subject, measure)
    if question.wants_any("how") or stages()["stage"].get(measure, {}).get("top"):
        explain(desk, reply, found, subject, measure)
    return True


def _by_special_rule(desk: Desk, reply: Reply, subject: str, own: dict[str, str]) -> bool:
    """Say a rate by its own definition, where the report has both years' figures that this needs."""
    now = desk.statements.best(subject, own["needs"])
    before = desk.statements.best(subject, own["needs"], own["needs_period"])
    before = before or before_in_prior(desk, subject, own["needs"])
    result = None if now is None or before is None else growth(now.fact, before.fact)
    if result is None or now is None or before is None:
        return False
    marker = desk.note(note(own["note"]))
    reply.add(
        f"{own['label']}{own['definition']}{marker}（条款待核）。",
        f"{thing(subject)}按预算数比较：{desk.result(result, subject, None)}。其中{name_of(now.fact)} {desk.figure(now.fact)}，"
        f"{desk.statements.prior_year} 年{name_of(before.fact)} {desk.figure(before.fact)}。",
    )
    return True


def _say(desk: Desk, reply: Reply, found: Sequence[Statement], subject: str, measure: str) -> None:
    """Say what is stated: one value with its places, or all values and whether they contradict one another."""
    year = desk.statements.period(desk.question.period)
    when = f"{year} 年" if year else ""
    if len({statement.value for statement in found}) == 1:
        found = [max(found, key=lambda statement: len(statement.facts))]
        name = name_of(found[0].fact) if subject not in TOTALS else named(subject, measure, found[0].fund)
        reply.add(f"{when}{name}为 {desk.stated(found[0])}。")
        return
    funds = {statement.fund for statement in found}
    if is_scoped(subject) and len(funds) == len(found):
        reply.add(
            f"{when}{stage(measure)}按资金范围分别列示，口径不同，不能互相替代："
            if subject in TOTALS
            else f"{when}{named(subject, measure)}按资金范围分别列示："
        )
        for statement in found:
            scope = statement.fund or "未写明范围"
            reply.add(
                f"{scope}{'' if subject in TOTALS else thing(subject)}{stage(measure)} {desk.stated(statement)}。"
            )
        return
    values = "，".join(desk.stated(one, 1) for one in found[:3])
    reply.add(f"{when}{named(subject, measure)}前后不一致：{values}。")
    reply.add(*_about_conflict(desk, found))


def _about_conflict(desk: Desk, found: Sequence[Statement]) -> list[str]:
    """Return what the checker says of two values of one fact: the likely cause, and what to ask."""
    facts = {fact.id for statement in found for fact in statement.facts}
    lines = []
    for relation in desk.review.relations:
        likely = relation.judgement.likely
        if likely and relation.verdict is not Verdict.EXACT and facts >= set(relation.facts):
            lines.append(
                f"可能的原因：{desk.material.passage(likely, Origin.COMPUTED, None, likely)}（只是推测，以底稿为准）。"
            )
            break
    lines.append("请单位核对底稿后明确以哪个数为准，并在全文统一取值和取位办法。")
    return lines


def _computed_only(desk: Desk, reply: Reply, subject: str, measure: str) -> bool:
    """Say a rate that the report does not state but that its figures give."""
    result = computed_rate(desk, subject, measure)
    if result is None:
        return False
    top, base = result.facts
    fund = desk.question.fund
    reply.add(
        f"按报告所列的数计算，{fund + '的' if fund and subject in TOTALS else ''}{named(subject if subject not in TOTALS or not fund else '', measure, '')}为 "
        f"{desk.amount(result, subject, measure)}（报告没有直接列示）。",
        f"算式：{desk.result(result, subject, measure)}。其中{name_of(top)} {desk.figure(top)}，{name_of(base)} {desk.figure(base)}。",
    )
    others = [
        statement
        for statement in desk.statements.stated(subject, measure)
        if statement.fund != fund and statement.fact.quantity.value != result.value
    ]
    for statement in others[:1]:
        scope = statement.fund or "另一范围"
        reply.add(
            f"报告另有{scope}{stage(measure)} {desk.stated(statement)}，资金范围不同，比率不能互相替代。"
        )
    reply.add(desk.rule_of(measure) if desk.question.wants_any("how") else "")
    return True


def _overview(desk: Desk, reply: Reply, subject: str) -> bool:
    """Say everything that the report states of a thing: counts, or the stages of its money."""
    question = desk.question
    stated = desk.statements.facts(subject, (None,), question.period, question.fund)
    counts = [fact for fact in stated if fact.kind is FactKind.COUNT]
    if counts:
        for statement in desk.statements.grouped(counts)[:2]:
            reply.add(f"{thing(subject)}为 {desk.stated(statement)}。")
    for measure in _OVERVIEW:
        found = desk.statements.stated(subject, measure, question.period, question.fund)
        if found:
            _say(desk, reply, found, subject, measure)
    rest = desk.statements.facts(subject, None, question.period, question.fund)
    if not reply.lines:
        for statement in desk.statements.grouped(rest)[:4]:
            reply.add(f"{name_of(statement.fact)} {desk.stated(statement)}。")
    return bool(reply.lines)


def _refused(desk: Desk, subject: str, measure: str | None) -> Reply:
    """Refuse a figure that the report neither states nor lets compute, with what comes nearest.

    Where another document at hand states it, that is the answer.
    """
    held = from_others(desk, subject, measure)
    if held is not None:
        return held
    own = special(subject, measure)
    year = desk.statements.period(desk.question.period)
    when = f" {year} 年" if desk.question.period and year else ""
    if own is not None and "needs" in own:
        return _lacks_a_part(desk, subject, own)
    if measure == "executed" and (unspent := _unspent(desk, subject)) is not None:
        return unspent
    nearest = nearest_facts(desk, desk.statements.facts(subject)) or nearest_facts(
        desk, (fact for fact in desk.review.facts if measure is not None and fact.measure == measure)
    )
    nearest = nearest or nearest_sentences(desk, desk.question.terms)
    request = ""
    if desk.question.period == "prior":
        request = f"上年的数可从{thing(None)}上年的自评报告或决算报表取得，附上后再问。"
    return refuse(desk, Kind.FIGURE, f"{when}{named(subject, measure)}", nearest, request=request)


def _unspent(desk: Desk, subject: str) -> Reply | None:
    """Return the sentence that says that nothing of a thing was spent, where there is one."""
    words = ways()["unspent"]["words"]
    for sentence in desk.sentences.all:
        named_here = not sentence.heading and plain(subject).text in sentence.folded
        if named_here and any(word in sentence.folded for word in words):
            about = About(Kind.FIGURE, (subject,), "executed")
            return Reply(Kind.FIGURE, about=about).add(f"报告写明未支出：{said(desk, sentence)}")
    return None


def _lacks_a_part(desk: Desk, subject: str, own: dict[str, str]) -> Reply:
    """Refuse a rate whose definition needs a figure that the report lacks, and say which."""
    held = note(own["note"])
    before = desk.statements.facts(subject, ("executed",), "prior")
    year = desk.statements.prior_year
    instead = "；报告只有上年决算数，口径不同，不能代替" if before else ""
    lacking = f" {year} 年{thing(subject)}{stage(own['needs'])}数" if year else f"上年{thing(subject)}预算数"
    return refuse(
        desk,
        Kind.FIGURE,
        own["label"],
        nearest_facts(desk, before),
        why=f"该比率{own['definition']}{desk.note(held)}（条款待核）；报告没有{lacking}{instead}。",
        request="请单位提供上年批复的预算数后再计算。",
    )
