"""Which ones: below or above a threshold, or where most of it lies; rates and bands as the report gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.answers.desk import Desk
from assistant.answers.refusal import nearest_sentences, refuse
from assistant.answers.reply import Reply
from assistant.answers.told import expanded, said, with_cause
from assistant.answers.words import name_of, stage, thing
from assistant.disguise import plain
from assistant.figures import Figure, figures
from assistant.lookup.computing import Result, total
from assistant.lookup.sentences import Sentence
from assistant.lookup.statements import TOTALS, base_value
from assistant.plan import About, Kind, Threshold, threshold
from assistant.question import dimension_of, ways
from rules.facts.fact import Fact, FactKind
from rules.facts.vocabulary import vocabulary
from rules.numbers.quantity import Hedge
from rules.numbers.units import Dimension

_MOST = 20
_KINDS = ("项目", "指标", "个项目")


def answer_filter(desk: Desk) -> Reply:
    """Answer 低于 60% 的有哪些: things whose own figure is given, then the report's bands, then reasons if asked."""
    question = desk.question
    limit_of = threshold(question) or Threshold("low", 0, False)
    side, index = limit_of.side, limit_of.index
    figure = question.figures[index]
    measure = question.measures[0] if question.measures else _measure_of(figure)
    facts = _things(desk, measure, figure)
    limit = figure.value or Decimal(0)
    chosen = [fact for fact in facts if _beyond(fact, figure, limit, limit_of)]
    bands = _bands(desk, measure, limit, side)
    name = stage(measure) or "所问的数"
    about = About(Kind.FILTER, (), measure, wants=("list",))
    word = (
        ("不高于" if side == "low" else "不低于")
        if limit_of.inclusive
        else ("低于" if side == "low" else "高于")
    )
    if not chosen and not bands:
        if not facts:
            refused = refuse(desk, Kind.FILTER, f"逐项的{name}", nearest_sentences(desk, question.terms))
            refused.about = about
            return refused
        return Reply(Kind.FILTER, about=about).add(
            f"报告列有{name}的各项中，没有{word}{desk.echo(index)} 的。"
        )
    reply = Reply(Kind.FILTER, about=about)
    reply.add(f"{name}{word}{desk.echo(index)} 的：")
    for fact in chosen[:_MOST]:
        same = [
            one
            for one in desk.statements.facts(fact.subject, (measure,))
            if one.quantity.value == fact.quantity.value
        ]
        reply.add(f"{name_of(fact)} {desk.stated(desk.statements.grouped(same or [fact])[0])}。")
    if bands:
        reply.add("另有只写了分段、没有逐项列比率的：")
        for sentence in bands:
            reply.add(said(desk, sentence))
    if side == "low" and measure.startswith("execution_rate"):
        _say_unspent(desk, reply, bands)
    if question.wants_any("why"):
        _say_reasons(desk, reply, chosen, bands)
    return reply


def _say_unspent(desk: Desk, reply: Reply, told: Sequence[Sentence]) -> None:
    """Add what the report says was not spent at all: its rate is nought though none is written."""
    words = ways()["unspent"]["words"]
    starts = {sentence.start for sentence in told}
    found = [
        sentence
        for sentence in desk.sentences.all
        if not sentence.table
        and not sentence.heading
        and sentence.start not in starts
        and re.search(rf"(?:{'|'.join(words)})(?!\d)", sentence.folded)
    ]
    if found:
        reply.add("另有写明未支出、未使用的（没有列执行率）：")
        for sentence in found[:6]:
            reply.add(said(desk, sentence))


def _measure_of(figure: Figure) -> str:
    return "execution_rate" if dimension_of(figure.unit) in (Dimension.RATE, None) else "executed"


def _things(desk: Desk, measure: str, figure: Figure) -> list[Fact]:
    """Return one fact of each thing that has a figure of the measure of its own, in reading order."""
    found = []
    for subject, fact in desk.statements.subjects(measure):
        mere_kind = subject in _KINDS or subject in TOTALS
        if not mere_kind and dimension_of(figure.unit) in (None, dimension_of(fact.quantity.unit)):
            found.append(fact)
    return found


def _beyond(fact: Fact, figure: Figure, limit: Decimal, of: Threshold) -> bool:
    value = fact.quantity.value if figure.unit is None else base_value(fact)
    bound = limit if figure.unit is None else limit * figure.unit.factor
    if value == bound:
        return of.inclusive
    return value < bound if of.side == "low" else value > bound


_BAND = re.compile(r"(?:以[上下]|之间|[-—~～至])")


def _bands(desk: Desk, measure: str, limit: Decimal, side: str) -> list[Sentence]:
    """Return the sentences that name things by a band of rates that lies wholly beyond the limit."""
    words = next((m.words for m in vocabulary().measures if m.name == measure), ())
    found = []
    for sentence in desk.sentences.all:
        if sentence.table or sentence.heading or not any(word in sentence.folded for word in words):
            continue
        if any(_lies_beyond(sentence.folded, pair, limit, side) for pair in _band_ends(sentence.folded)):
            found.append(sentence)
    return found


def _band_ends(text: str) -> list[tuple[Decimal, Decimal]]:
    """Return the bands of rates in a sentence as (lowest, highest): 20%—60%, 90%以上, 60%以下."""
    rates = [
        f for f in figures(plain(text)) if dimension_of(f.unit) is Dimension.RATE and f.value is not None
    ]
    found = []
    for at, one in enumerate(rates):
        low = one.value or Decimal(0)
        after = text[one.end : one.end + 3]
        nearest = rates[at + 1] if at + 1 < len(rates) else None
        between = text[one.end : nearest.start] if nearest is not None else ""
        if nearest is not None and re.fullmatch(r"\s*[-—–~～至到]+\s*", between):
            found.append((low, nearest.value or low))
        elif one.hedge is Hedge.AT_LEAST or after.startswith("以上"):
            found.append((low, Decimal("Infinity")))
        elif one.hedge is Hedge.AT_MOST or after.startswith("以下"):
            found.append((Decimal("-Infinity"), low))
    return found


def _lies_beyond(text: str, band: tuple[Decimal, Decimal], limit: Decimal, side: str) -> bool:
    return band[1] <= limit if side == "low" else band[0] >= limit


def _say_reasons(desk: Desk, reply: Reply, chosen: Sequence[Fact], bands: Sequence[Sentence]) -> None:
    """Add the reasons that the report gives of each thing, in its own words; say of the others that it gives none."""
    reply.add("原因（引报告原文，未作核实）：")
    told: set[int] = {band.start for band in bands}
    silent = []
    names = [fact.subject or "" for fact in chosen] + [
        name for band in bands for name in listed_names(band.folded)
    ]
    for name in dict.fromkeys(names):
        hits = [hit for hit in with_cause(desk, [name], 0.8) if _key(name) in hit.sentence.folded]
        if not hits:
            silent.append(name)
            continue
        for hit in hits[:1]:
            if hit.sentence.start not in told:
                told.add(hit.sentence.start)
                reply.add(f"{_called(desk, name)}：{said(desk, hit.sentence)}")
    if silent:
        reply.add(f"报告未说明原因、须请单位说明的：{'、'.join(_called(desk, name) for name in silent)}。")


def _called(desk: Desk, name: str) -> str:
    from assistant.support import Origin

    return f"“{desk.material.passage(name, Origin.CITED)}”"


def _key(name: str) -> str:
    """Return the part of a name by which a sentence may speak of it: without the province and closing words."""
    folded = plain(name).text
    return re.sub(r"^(?:省级?|市级?|县级?|中心)|(?:项目|经费|系统项目)$", "", folded)[:6]


def listed_names(text: str) -> list[str]:
    """Return the names that a sentence lists after 分别为, up to the next clause."""
    found = re.search(r"(?:分别为|分别是|即|为)([^。；]+)$", text.rstrip("。；"))
    if found is None:
        return []
    listed = re.split(r"，", found[1])[0]
    return [re.sub(r"（[^）]*）|等$", "", name).strip() for name in listed.split("、") if len(name) > 2]


def answer_rank(desk: Desk) -> Reply:
    """Answer 主要压在哪, 哪个最低: the things ranked by a figure, computed where the report states only its parts."""
    question = desk.question
    measure = question.measures[0] if question.measures else "execution_rate"
    if measure == "surplus":
        return _rank_of_surplus(desk)
    facts = [fact for subject, fact in desk.statements.subjects(measure) if subject not in (*_KINDS, *TOTALS)]
    kinds = {FactKind.RATE} if measure.endswith("rate") or measure == "share" else {FactKind.AMOUNT}
    facts = [fact for fact in facts if fact.kind in kinds]
    if len(facts) < 2:
        return refuse(
            desk, Kind.RANK, f"可以比较的各项{stage(measure)}", nearest_sentences(desk, question.terms)
        )
    lowest = any(word in question.plain for word in ways()["rank"]["low"])
    ordered = sorted(facts, key=base_value, reverse=not lowest)[:5]
    reply = Reply(Kind.RANK, about=About(Kind.RANK, (), measure))
    reply.add(f"{stage(measure)}从{'低到高' if lowest else '高到低'}（只含报告逐项列出数值的）：")
    for fact in ordered:
        reply.add(f"{name_of(fact)} {desk.figure(fact)}（{desk.place(fact)}）。")
    return reply


def _rank_of_surplus(desk: Desk) -> Reply:
    """Rank what is left of each thing: budget − executed of one fund; then what the report says of it."""
    question = desk.question
    reply = Reply(Kind.RANK, about=About(Kind.RANK, (), "surplus"))
    found = [
        (subject, result) for subject in _divisions(desk) if (result := left_of(desk, subject)) is not None
    ]
    found = list({result.left: (subject, result) for subject, result in reversed(found)}.values())
    found.sort(key=lambda pair: -pair[1].value)
    if not found:
        return refuse(desk, Kind.RANK, "各项的结转结余", nearest_sentences(desk, question.terms))
    reply.add("按预算数减支出数计算，未执行（结转结余）的数额从大到小：")
    for subject, result in found[:6]:
        markers = "".join(dict.fromkeys(desk.material.cite_fact(fact) for fact in result.facts))
        reply.add(
            f"{thing(subject)}结转结余 {desk.amount(result, subject, 'surplus')}（{desk.result(result, subject, 'surplus')}）{markers}。"
        )
    reply.add("大类和其下的分类一并列出，不能相加。")
    shares = [
        hit.sentence
        for hit in desk.sentences.ranked([question.plain, *question.terms], expanded(question.terms))
        if _tells_share(hit.sentence)
    ]
    for sentence in shares[:2]:
        reply.add(f"报告另有表述（比例的范围以原句为准）：{said(desk, sentence)}")
    return reply


def _tells_share(sentence: Sentence) -> bool:
    words = ("结转", "结余")
    rate = any(dimension_of(f.unit) is Dimension.RATE for f in figures(plain(sentence.folded)))
    return (
        rate
        and not sentence.table
        and any(word in sentence.folded for word in words)
        and "占" in sentence.folded
    )


def _divisions(desk: Desk) -> list[str]:
    """Return the things that have both a budget and an execution of the report's year, grand totals left out."""
    spent = {subject for subject, _ in desk.statements.subjects("executed")}
    budgets: dict[str, None] = {}
    for measure in ("adjusted_budget", "budget"):
        for subject, _ in desk.statements.subjects(measure):
            whole = subject.count("（") == subject.count("）")
            if subject in spent and subject not in TOTALS and whole:
                budgets.setdefault(subject)
    return list(budgets)


def left_of(desk: Desk, subject: str) -> Result | None:
    """Return budget − executed of a thing within one fund, or None."""
    budget, spent = (
        desk.statements.best(subject, "adjusted_budget"),
        desk.statements.best(subject, "executed"),
    )
    if budget is None or spent is None or spent.fact.kind is not FactKind.AMOUNT:
        return None
    return total([budget.fact, spent.fact], [1, -1])
