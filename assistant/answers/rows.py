"""Rows of the score form: found by the words or the figure of a question, cited as a whole row."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from assistant.answers.desk import Desk
from assistant.disguise import plain
from assistant.support import Origin
from corpus.document.evidence import Evidence
from rules.facts.vocabulary import vocabulary
from rules.numbers.units import SCORE
from rules.review import IndicatorScore

_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the words that cite it. ``lost`` is the points between weight and score; texts are ready to say."""

    score: IndicatorScore
    evidence: Evidence
    marker: str
    called: str
    names: frozenset[str]
    weight: str
    points: str
    deducted: str
    lost: Decimal

    @property
    def name(self) -> str:
        """Return the name of the indicator."""
        return self.score.name

    @property
    def share(self) -> tuple[Decimal, str] | None:
        """Return the score in per cent of the weight, with its computation."""
        weight, own = decimal(self.score.weight), decimal(self.score.self_score)
        if weight is None or own is None or weight <= 0:
            return None
        value = (own / weight * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return value, f"{self.score.self_score} ÷ {self.score.weight} = {value} %"


def decimal(text: str | None) -> Decimal | None:
    """Return a plain decimal string as a number, or None."""
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None


def names_of(name: str) -> frozenset[str]:
    """Return under which names a row may be spoken of: its own, and the thing whose rate it measures."""
    known = vocabulary().subject(name)
    return frozenset({name} | ({known.name} if known is not None else set()))


def rows(desk: Desk) -> list[Row]:
    """Return every row that has a weight and a score."""
    return [row for score in desk.tools.indicators if (row := row_of(desk, score)) is not None]


def row_of(desk: Desk, score: IndicatorScore) -> Row | None:
    """Return a row ready to be said, or None where weight, score or place is missing."""
    weight, own = decimal(score.weight), decimal(score.self_score)
    if weight is None or own is None or score.evidence is None or score.evidence.start is None:
        return None
    sentence = desk.sentences.at(score.evidence.start)
    evidence = score.evidence if sentence is None else desk.sentences.evidence(sentence)
    if not (evidence.start or 0) <= score.evidence.start < (evidence.end or 0):
        evidence = score.evidence
    marker = desk.material.cite(evidence)
    names = names_of(score.name)
    lost = weight - own
    derivation = f"{score.weight} − {score.self_score} = {lost:f} 分"
    return Row(
        score=score,
        evidence=evidence,
        marker=marker,
        called=f"“{desk.material.passage(score.name, Origin.CITED, marker)}”",
        names=names,
        weight=desk.material.score(score.weight or "", names, "weight", marker),
        points=desk.material.score(score.self_score or "", names, "score", marker),
        deducted=desk.material.computed(
            lost, SCORE, derivation, subjects=names, measure="deducted", context="扣分"
        ),
        lost=lost,
    )


def find_row(desk: Desk) -> Row | None:
    """Return the row that a question means: by its name, by the score it names, or the one spoken of last."""
    best: tuple[int, IndicatorScore] | None = None
    for score in desk.tools.indicators:
        shared = _shared(desk.question.plain, plain(score.name).text)
        if shared >= _SHORTEST and (best is None or shared > best[0]):
            best = shared, score
    values = {figure.value for figure in desk.question.figures}
    if best is not None:
        rivals = [
            s for s in desk.tools.indicators if _shared(desk.question.plain, plain(s.name).text) == best[0]
        ]
        fitting = [s for s in rivals if decimal(s.self_score) in values]
        return row_of(desk, (fitting or rivals)[0])
    if desk.before.indicator is not None and not desk.question.figures:
        held = [s for s in desk.tools.indicators if s.name == desk.before.indicator]
        return row_of(desk, held[0]) if held else None
    if "execution_rate" in desk.question.measures:
        return next((row for row in rows(desk) if "执行率" in row.name), None)
    by_score = [s for s in desk.tools.indicators if decimal(s.self_score) in values]
    return row_of(desk, by_score[0]) if len(by_score) == 1 else None


def _shared(question: str, name: str) -> int:
    """Return the length of the longest stretch that question and name share."""
    longest = 0
    for start in range(len(name)):
        end = start + longest + 1
        while end <= len(name) and name[start:end] in question:
            longest = end - start
            end += 1
    return longest
