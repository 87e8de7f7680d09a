"""How many of a sort: counts with the counting word that was asked for, told by the words around them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.desk import Desk
from assistant.answers.refusal import nearest_facts, nearest_sentences, refuse
from assistant.answers.reply import Reply
from assistant.answers.words import label, place, thing
from assistant.disguise import plain
from assistant.naming import words as guard_words
from assistant.plan import About, Kind
from assistant.support import Origin
from rules.facts.fact import Fact
from rules.facts.vocabulary import vocabulary
from rules.numbers.units import Dimension

_ENOUGH = 0.75


def answer_count(desk: Desk) -> Reply:
    """Answer 多少份, 几辆: only a count of that sort, of that thing, is an answer."""
    question = desk.question
    found = [
        fact
        for fact in desk.review.facts
        if _counts(fact, question.classifier or "") and speaks_of(desk, fact)
    ]
    about = About(Kind.FIGURE, question.subjects[:1], None, question.period, wants=("amount",))
    if not found:
        what = _what(desk)
        nearest = [
            name
            for subject in question.subjects
            for name in nearest_facts(desk, _of_or_part_of(desk, subject))
        ] or [
            name
            for measure in question.measures
            for name in nearest_facts(desk, (f for f in desk.review.facts if f.measure == measure))
        ]
        nearest = nearest or nearest_sentences(desk, question.terms)
        refused = refuse(desk, Kind.FIGURE, what, nearest, request=f"请单位提供载有{what}的材料后再核。")
        refused.about = about
        return refused
    closest = min(found, key=lambda fact: distance(desk, fact, question.terms))
    return Reply(Kind.FIGURE, about=about).add(quoted(desk, closest))


def distance(desk: Desk, fact: Fact, terms: Sequence[str]) -> int:
    """Return how many characters lie between the last word of the question and the figure."""
    lead = plain(desk.material.places.lead(fact.evidence, 40)).text
    ends = [lead.rfind(term) + len(term) for term in terms if term in lead]
    return len(lead) - max(ends, default=0)


def _of_or_part_of(desk: Desk, subject: str) -> list[Fact]:
    """Return the facts of a thing, or where there are none those of its parts."""
    own = desk.statements.facts(subject)
    parts = dict.fromkeys(name for group in vocabulary().parts(subject) for name in group)
    return own or [fact for name in parts for fact in desk.statements.facts(name)]


def quoted(desk: Desk, fact: Fact) -> str:
    """Return the report's own sentence for a fact, with its place; of a table its row, column and cell."""
    if fact.evidence.table is not None:
        unit = "" if fact.quantity.unit is None else fact.quantity.unit.symbol
        text = f"{label(fact)} {fact.quantity.printed} {unit}".strip()
        marker = desk.material.cite_fact(fact)
        return f"{place(fact.evidence)}：{desk.material.passage(text, Origin.CITED, marker)}{marker}。"
    evidence = desk.material.places.around(fact.evidence)
    if (
        evidence.quote == fact.evidence.quote
    ):  # a cell that holds text: the clause is quoted, the figure cited
        marker = desk.material.cite_fact(fact)
        clause = " ".join(desk.material.places.lead(fact.evidence, 40).split())
        return f"报告{place(evidence)}：“{desk.material.passage(clause, Origin.CITED, marker)}”{marker}。"
    return f"报告{place(evidence)}：{desk.material.quote(evidence)}。"


def speaks_of(desk: Desk, fact: Fact, terms: tuple[str, ...] | None = None) -> bool:
    """Say whether the words around a fact hold nearly all words of the question that carry a matter."""
    question = desk.question
    wanted = [term for term in (question.terms if terms is None else terms) if len(term) > 1]
    if fact.subject in question.subjects:
        wanted = [term for term in wanted if term not in _words_of(question.subjects)]
    around = desk.material.places.around(fact.evidence)
    context = plain(
        f"{around.quote}{fact.label}{fact.evidence.row or ''}{fact.evidence.column or ''}{fact.evidence.table or ''}"
    ).text
    if not wanted:
        return fact.subject in question.subjects
    weights = [max(len(term) - 1, 1) for term in wanted]
    held = sum(weight * _share(term, context) for term, weight in zip(wanted, weights, strict=True))
    return held >= _ENOUGH * sum(weights)


def _words_of(subjects: tuple[str, ...]) -> frozenset[str]:
    known = vocabulary().subjects
    return frozenset(
        word for name in subjects for word in (name, *(known[name].words if name in known else ()))
    )


def _share(term: str, context: str) -> float:
    pairs = [term[at : at + 2] for at in range(len(term) - 1)] or [term]
    return sum(pair in context for pair in pairs) / len(pairs)


def _counts(fact: Fact, classifier: str) -> bool:
    unit = fact.quantity.unit
    if unit is None or unit.dimension is not Dimension.COUNT:
        return False
    symbol = unit.symbol.lstrip("十百千万亿")
    if symbol == classifier:
        return True
    return any(symbol in group and classifier in group for group in guard_words()["same_count"])


def _what(desk: Desk) -> str:
    words = "".join(desk.question.terms[:2]) or "".join(thing(name) for name in desk.question.subjects[:1])
    return f"{words}的数量（{desk.question.classifier}）" if words else "这个数量"
