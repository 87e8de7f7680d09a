"""The desk of a composer: the review, what was asked, and the tools that find and cite."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.answers.words import card_code, named, place
from assistant.lookup.computing import Result
from assistant.lookup.notes import Note
from assistant.lookup.passages import Passages
from assistant.lookup.sentences import Sentences
from assistant.lookup.statements import Statement, Statements
from assistant.material import Material, names_with_numerals
from assistant.plan import About
from assistant.question import Question, dimension_of
from assistant.support import Origin, Topic
from corpus.found import Hit
from rules.card import RuleCard
from rules.errors import PackError
from rules.facts.fact import Fact
from rules.finding import Finding
from rules.numbers.units import POINT, Dimension
from rules.relations.relation import Relation, RelationKind, Verdict
from rules.review import IndicatorScore, Review


class ReportTools:
    """What is built once for a report and serves every question: statements, sentences, names."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.statements = Statements(review)
        self.sentences = Sentences(review.document)
        self.names = frozenset(
            {fact.subject for fact in review.facts if fact.subject and "/" not in fact.subject}
            | names_with_numerals(review)
        )
        self._facts = {fact.id: fact for fact in review.facts}
        self._stated: dict[str, list[Relation]] = {}
        for relation in review.relations:
            if relation.stated is not None:
                self._stated.setdefault(relation.stated, []).append(relation)

    def fact(self, fact_id: str) -> Fact:
        """Return a fact. Raises: KeyError."""
        return self._facts[fact_id]

    def relations_of(self, fact: Fact) -> list[Relation]:
        """Return the relations in which the fact is held against what others give."""
        return self._stated.get(fact.id, [])

    @cached_property
    def indicators(self) -> tuple[IndicatorScore, ...]:
        """Return the rows of the score form."""
        return () if self.review.scorecard is None else self.review.scorecard.indicators


@dataclass
class Desk:
    """One question at work: its material, and the words that cite."""

    tools: ReportTools
    question: Question
    before: About
    passages: Passages | None = None
    material: Material = None  # type: ignore[assignment]
    searched: bool = False
    out_of_force: bool = False

    def __post_init__(self) -> None:
        if self.material is None:
            question = self.question
            topic = Topic(question.subjects[:1], question.measures[0] if question.measures else None)
            self.material = Material(self.tools.review, topic)

    @property
    def review(self) -> Review:
        """Return the review."""
        return self.tools.review

    @property
    def statements(self) -> Statements:
        """Return the statements of the report."""
        return self.tools.statements

    @property
    def sentences(self) -> Sentences:
        """Return the sentences of the report."""
        return self.tools.sentences

    def figure(self, fact: Fact) -> str:
        """Return a stated figure with the marker of its place."""
        shown = self.material.figure(fact)
        return f"{shown}{self.material.cite_fact(fact)}"

    def place(self, fact: Fact) -> str:
        """Return where the sentence or cell that is cited for a fact stands."""
        return place(self.material.places.around(fact.evidence))

    def stated(self, statement: Statement, most: int = 2) -> str:
        """Return a figure with its places: ``78.77 %（正文第 11 页）[1]``."""
        chosen = _places(statement.facts, most)
        places = "；".join(dict.fromkeys(self.place(fact) for fact in chosen))
        markers = "".join(self.material.cite_fact(fact) for fact in chosen)
        return f"{self.material.figure(chosen[0])}（{places}）{markers}"

    def result(
        self, found: Result, subject: str | None, measure: str | None, *, scope: str | None = None
    ) -> str:
        """Return the computation with its result, noted as a checker's."""
        names = frozenset().union(*(self.material.subjects_of(fact) for fact in found.facts))
        self.material.computed(
            found.value,
            found.unit,
            found.derivation,
            subjects=names | ({subject} if subject else set()),
            measure=measure,
            scope=scope,
            places=found.places,
        )
        return self.material.passage(found.derivation, Origin.COMPUTED, None, found.derivation)

    def amount(self, found: Result, subject: str | None, measure: str | None, direction: int = 0) -> str:
        """Return a computed figure alone, noted as a checker's."""
        names = frozenset().union(*(self.material.subjects_of(fact) for fact in found.facts))
        return self.material.computed(
            found.value,
            found.unit,
            found.derivation,
            subjects=names | ({subject} if subject else set()),
            measure=measure,
            places=found.places,
            direction=direction,
        )

    def card(self, code: str | None) -> tuple[RuleCard, str] | None:
        """Return a rule card with its marker, or None where there is none."""
        if code is None:
            return None
        try:
            found = self.review.pack.card(code)
        except PackError:
            return None
        return found, self.material.cite_card(found)

    def rule_of(self, measure: str | None) -> str:
        """Return the formula of a stage or rate as its card gives it, with marker: 算法（规则卡 A04）：…[3]."""
        found = self.card(card_code(measure))
        if found is None:
            return ""
        shown, marker = found
        return f"算法：{shown.formula}{marker}。"

    def note(self, found: Note) -> str:
        """Return the marker of a note."""
        return self.material.cite(found.evidence, found.number, found.article, found.verified)

    def derivations(self, fact: Fact, kinds: Iterable[RelationKind] = ()) -> list[Relation]:
        """Return the relations that compute the fact, those that decide first."""
        wanted = set(kinds) or COMPUTED
        found = [
            relation
            for relation in self.tools.relations_of(fact)
            if relation.kind in wanted and relation.operands
        ]
        return sorted(found, key=lambda relation: relation.verdict is Verdict.UNDETERMINED)

    def findings_about(self, facts: Sequence[Fact]) -> list[Finding]:
        """Return the findings that hold one of the facts wrong or rest on it as what is reported."""
        ids = {fact.id for fact in facts}
        spans = {(fact.evidence.start, fact.evidence.end) for fact in facts}
        found = []
        for finding in self.review.findings:
            first = finding.evidence[0] if finding.evidence else None
            named = finding.culprit in ids or ids & set(finding.suspects)
            here = first is not None and first.material is None
            if named or (here and first is not None and (first.start, first.end) in spans):
                found.append(finding)
        return found

    def search(self, query: str, kinds: Sequence[str], *, in_report: bool = False) -> Sequence[Hit]:
        """Return passages of the library; none where there is no library."""
        if self.passages is None:
            return ()
        report = self.review.document.sha256 if in_report else None
        year = self.review.year
        # What was in force when the year of the report ended.
        on = datetime.date(int(year), 12, 31) if year and year.isdecimal() else None
        found = self.passages.search(query, 4, report=report, kinds=kinds, on=on)
        self.searched = self.searched or bool(found.hits)
        self.out_of_force = self.out_of_force or found.left_out > 0
        return found.hits

    def name(self, subject: str | None, measure: str | None, fund: str | None = None) -> str:
        """Return thing and stage as one name."""
        return named(subject, measure, fund)

    def echo(self, index: int = 0) -> str:
        """Return a figure of the question, marked as the questioner's."""
        figure = self.question.figures[index]
        unit = " 个百分点" if figure.unit == POINT else ""
        text = figure.text if not unit else figure.text.rstrip("个点百分 ") + unit
        for hedge in ("以上", "以下", "以内", "左右", "上下"):
            text = text.removesuffix(hedge).rstrip()
        return f"您提到的 {text}"

    def unknown_figures(self) -> str:
        """Return a sentence about the figures of the question that the report does not have, or nothing."""
        lacking = [
            self.echo(index)
            for index, figure in enumerate(self.question.figures)
            if not self.statements.equal_to(figure)
        ]
        return f"{'、'.join(lacking)} 不是报告所列的数。" if lacking else ""

    def is_rate(self, index: int = 0) -> bool:
        """Say whether a figure of the question is a rate or could be one."""
        kind = dimension_of(self.question.figures[index].unit)
        return kind in (None, Dimension.RATE, Dimension.POINTS)


COMPUTED = frozenset(
    {
        RelationKind.RATIO,
        RelationKind.SHARE,
        RelationKind.SUM,
        RelationKind.DIFFERENCE,
        RelationKind.YOY,
        RelationKind.ARITHMETIC_OTHER,
        RelationKind.SCORE_VS_RULE,
        RelationKind.SCORE_SUM,
        RelationKind.WEIGHT_SUM,
        RelationKind.COUNT,
    }
)
"""Kinds of relation that show how a figure comes about, as against two statements of one figure."""


def _places(facts: Sequence[Fact], most: int) -> list[Fact]:
    """Return one fact of each kind of place first, then others, at most so many; a page is named once."""
    chosen: list[Fact] = []
    for where in dict.fromkeys(fact.where for fact in facts):
        chosen.append(next(fact for fact in facts if fact.where is where))
    return chosen[:most]
