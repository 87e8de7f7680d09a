"""The bar between findings and report: how a figure was recomputed, each component leading to its place.

``10.41 ÷ 60.50 = 17.21 %｜报告 17.19 %``: the text is the checker's own derivation; only its figures become buttons
where a fact of the broken relation prints the same figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.labels import Language, page_words
from corpus.document.evidence import Evidence
from rules.facts.fact import Fact
from rules.finding import Finding
from rules.relations.relation import Relation
from rules.review import Review
from ui.messages import words
from ui.screen.markup import Attribute, Html, element, joined
from ui.screen.spots import spot

_PARTS = "；"
_STATED = re.compile(r"（报告为 (?P<value>[^（）]+)）$")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Index:
    """Facts and relations of one review by id; built once for all findings of a page."""

    def __init__(self, review: Review) -> None:
        self.facts = {fact.id: fact for fact in review.every_fact}
        self.relations = {relation.id: relation for relation in review.every_relation}

    def facts_of(self, relation: Relation) -> list[Fact]:
        """Return the facts of a relation, the stated one last."""
        return [self.facts[fact] for fact in relation.facts if fact in self.facts]


def derivation_bar(finding: Finding, index: Index, lang: Language = "zh") -> Html | None:
    """Return the derivation of a finding, a line for each computation; None where there is none."""
    if not finding.derivation:
        return None
    related = [index.relations[name] for name in finding.related if name in index.relations]
    every = [fact for relation in related for fact in index.facts_of(relation)]
    lines = []
    for part in finding.derivation.split(_PARTS):
        own = next((relation for relation in related if relation.judgement.derivation == part), None)
        facts = index.facts_of(own) if own is not None else every
        lines.append(element("li", _line(part, facts, finding.evidence, lang)))
    return element("ul", lines, class_="jh-sums")


def relation_line(relation: Relation, index: Index, lang: Language = "zh") -> Html:
    """Return the derivation of any relation, as for findings; its places are those of its facts, in their order."""
    facts = index.facts_of(relation)
    return _line(relation.judgement.derivation, facts, tuple(fact.evidence for fact in facts), lang)


def _line(text: str, facts: Iterable[Fact], evidence: tuple[Evidence, ...], lang: Language) -> Html:
    say = words(lang)
    stated = _STATED.search(text)
    sum_, value = (text, None) if stated is None else (text[: stated.start()], stated["value"])
    printing = _Printing(facts, evidence, lang)
    parts = [element("span", printing.figures(sum_), class_="jh-sum")]
    if value is not None:
        shown = [f"{say('page_stated')} ", printing.figures(value)]
        parts.append(element("span", shown, class_="jh-stated"))
    return joined(parts)


class _Printing:
    """Hands out, for each figure of a text in turn, the fact that prints it; each fact once before any twice."""

    def __init__(self, facts: Iterable[Fact], evidence: tuple[Evidence, ...], lang: Language) -> None:
        self._lang = lang
        self._evidence = evidence
        self._by_figure: dict[str, list[Fact]] = {}
        for fact in facts:
            for figure in {fact.quantity.plain(), fact.quantity.printed}:
                held = self._by_figure.setdefault(figure, [])
                if fact not in held:
                    held.append(fact)

    def figures(self, text: str) -> Html:
        """Return the text with a button for every figure whose place is known."""
        parts: list[str] = []
        at = 0
        for found in _FIGURE.finditer(text):
            parts += [text[at : found.start()], self._figure(found.group())]
            at = found.end()
        return joined([*parts, text[at:]])

    def _figure(self, figure: str) -> str:
        facts = self._by_figure.get(figure)
        if not facts:
            return figure
        fact = facts.pop(0)
        facts.append(fact)
        number = self._number(fact.evidence)
        title = f"{fact.label}　{page_words(fact.evidence, self._lang)}"
        where: dict[str, Attribute] = (
            {"data_spots": [spot(fact.evidence, None, self._lang)]}
            if number is None
            else {"data_n": number}  # among the places of the finding or relation around it
        )
        return element("button", figure, type="button", class_="jh-go", title=title, **where)

    def _number(self, evidence: Evidence) -> int | None:
        place = (evidence.material, evidence.start)
        return next((n for n, e in enumerate(self._evidence, 1) if (e.material, e.start) == place), None)
