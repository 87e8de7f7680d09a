"""Grading: answers against the key. Deterministic; every verdict comes with its derivation, rule card and place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from assistant.specimens.key import Decoy
from assistant.training.answers import Answer, is_right, names, quantity, same_figure
from assistant.training.folded import fold
from assistant.training.key import ExerciseKey, Item, Place, Question
from assistant.training.pointing import Pointer
from assistant.training.syllabus import DECOYS, LESSONS, POINTS, cost, lesson_of
from rules.card import RuleCard, card

SCHEMA = "jiheng.grade/1"
GradeVerdict = Literal["found", "missed", "false_alarm"]
EVIDENCE = 6
"""An item shows its own place and some of those that speak against it, not all."""


@dataclass(frozen=True, slots=True)
class GradedItem:
    """One planted error, or one false alarm. Units: ``points`` given, negative where they are taken away."""

    verdict: GradeVerdict
    reported: str
    expected: str
    explanation: str
    card: RuleCard
    places: tuple[Place, ...]
    points: Decimal
    title: str
    kind: str | None = None
    unit: str = ""
    answer: Answer | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the item of the contract, with the title, the rule and the points besides."""
        answer = self.answer
        return {
            "verdict": self.verdict,
            "reported": _figure(self.reported),
            "expected": _figure(self.expected),
            "unit": self.unit or None,
            "explanation": self.explanation,
            "basis": [basis.as_json() for basis in self.card.basis],
            "evidence": [place.evidence().as_json() for place in self.places],
            "title": self.title,
            "kind": self.kind,
            "rule": self.card.code,
            "points": _plain(self.points),
            "answer": None
            if answer is None
            else {"quote": answer.quote, "reported": answer.reported, "expected": answer.expected},
        }


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of one exercise. Units: ``score`` and ``out_of`` in points; the score is never below 0."""

    exercise: str
    level: int
    topic: str | None
    score: Decimal
    out_of: Decimal
    items: tuple[GradedItem, ...]
    quiz: tuple[Question, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the ``jiheng.grade/1`` object."""
        return {
            "schema": SCHEMA,
            "exercise": self.exercise,
            "level": self.level,
            "topic": self.topic,
            "score": _plain(self.score),
            "out_of": _plain(self.out_of),
            "items": [item.as_json() for item in self.items],
            "quiz": [{"question": item.question, "answer": item.answer} for item in self.quiz],
        }


def _figure(text: str) -> str:
    """Return a printed figure without separators, as the contract wants it; words stay as they are."""
    return text.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text) else text


def _plain(points: Decimal) -> str:
    return f"{points.normalize():f}"


@dataclass
class _Sorted:
    """Answers as they were taken: one for each planted error, the rest false alarms with the reason."""

    taken: dict[int, Answer] = field(default_factory=dict)
    false: list[tuple[Answer, str]] = field(default_factory=list)


def grade(key: ExerciseKey, answers: Sequence[Answer]) -> Grade:
    """Grade the answers of one exercise."""
    pointer = Pointer(key)
    sorted_ = _sort(key, answers, pointer)
    items = [_planted(item, sorted_.taken.get(number)) for number, item in enumerate(key.items)]
    items += [_false_alarm(key, answer, reason, pointer) for answer, reason in sorted_.false]
    score = sum((item.points for item in items), Decimal(0))
    out_of = POINTS * len(key.items)
    return Grade(key.id, key.level, key.topic, max(score, Decimal(0)), out_of, tuple(items), key.quiz)


def _sort(key: ExerciseKey, answers: Sequence[Answer], pointer: Pointer) -> _Sorted:
    sorted_ = _Sorted()
    for answer in dict.fromkeys(answers):
        fits = [number for number, item in enumerate(key.items) if _fits(item, answer, pointer)]
        free = [number for number in fits if number not in sorted_.taken]
        if free:
            sorted_.taken[free[0]] = answer
        elif not fits:
            sorted_.false.append((answer, ""))
        elif not any(_agree(key.items[number], sorted_.taken[number], answer) for number in fits):
            sorted_.false.append((answer, "同一处已经给过另一个更正数，后一个不算"))
    return sorted_


def _fits(item: Item, answer: Answer, pointer: Pointer) -> bool:
    return names(answer.reported, item.planted) is not None and pointer.points_at(item, answer)


def _agree(item: Item, one: Answer, other: Answer) -> bool:
    """Say whether two answers to one error correct it alike: the second is a repetition, no alarm."""
    return _is_right(item, one) == _is_right(item, other) and (
        _is_right(item, one) or fold(one.expected) == fold(other.expected)
    )


def _is_right(item: Item, answer: Answer) -> bool:
    expected = names(answer.reported, item.planted)
    return expected is not None and is_right(answer.expected, expected, item.planted)


def _planted(item: Item, answer: Answer | None) -> GradedItem:
    planted = item.planted
    unit = planted.unit
    stands = f"{planted.title}，报告写 {planted.reported}{unit}"
    proof = f"应为 {planted.expected}{unit if planted.accept.how == 'value' else ''}；{planted.derivation}"
    if answer is None:
        verdict: GradeVerdict = "missed"
        points, words = Decimal(0), f"漏了：{stands}，{proof}。"
    elif _is_right(item, answer):
        verdict, points, words = (
            "found",
            POINTS,
            f"找对了：{stands}，{proof}。",
        )
    else:
        verdict, points = "found", POINTS / 2
        told = answer.expected.strip() or "空"
        words = f"位置找对了，更正数不对，得一半：您写的是 {told}；{stands}，{proof}。"
    return GradedItem(
        verdict=verdict,
        reported=planted.reported,
        expected=planted.expected,
        explanation=words,
        card=card(item.rule),
        places=item.places[:EVIDENCE],
        points=points,
        title=planted.title,
        kind=planted.kind,
        unit=unit,
        answer=answer,
    )


def _false_alarm(key: ExerciseKey, answer: Answer, reason: str, pointer: Pointer) -> GradedItem:
    lines = pointer.lines_of(answer.quote)
    decoy = None if reason else _decoy(key, answer, lines, pointer)
    words = reason or _why_not(key, answer, decoy, lines, pointer)
    lesson = lesson_of(decoy, key.topic)
    taken = cost(lesson)
    tail = (
        f"（第 {lesson} 课“{LESSONS[lesson]}”，误报扣双倍）" if lesson is not None and taken > POINTS else ""
    )
    return GradedItem(
        verdict="false_alarm",
        reported=answer.reported,
        expected=answer.expected,
        explanation=f"误报：{words.rstrip('。')}{tail}。",
        card=card(_rule_of_alarm(decoy, words)),
        places=tuple(key.lines[number] for number in lines[:1]),
        points=-taken,
        title="没有差错" if decoy is None else decoy.title,
        answer=answer,
    )


def _rule_of_alarm(decoy: Decoy | None, words: str) -> str:
    """Return the card that tells why there is no error: by what the true figure rests on."""
    if decoy is not None:
        return DECOYS[decoy.kind][1]
    return next(
        (
            code
            for mark, code in (("×", "S04"), ("÷", "A03"), (" + ", "A01"), (" − ", "A01"))
            if mark in words
        ),
        "A02",
    )


def _decoy(key: ExerciseKey, answer: Answer, lines: Sequence[int], pointer: Pointer) -> Decoy | None:
    """Return what only looks wrong and was flagged: a figure of it, in one of its places or beside another of its figures."""
    told = quantity(answer.reported)
    for decoy in key.decoys:
        if decoy.kind == "blank":
            if not fold(answer.reported).strip("()空") and pointer.shares_line(lines, decoy.quotes):
                return decoy
            continue
        figures = [quantity(figure) for figure in decoy.figures]
        if told is None or not any(figure is not None and same_figure(told, figure) for figure in figures):
            continue
        if decoy.kind == "rounding" or pointer.shares_line(lines, decoy.quotes):
            return decoy
    return None


def _why_not(
    key: ExerciseKey, answer: Answer, decoy: Decoy | None, lines: Sequence[int], pointer: Pointer
) -> str:
    if decoy is not None:
        note = "不是差错" if decoy.kind == "rounding" else "看着像错，其实没错"
        return f"这是{decoy.title}，{note}；{decoy.why}"
    if not lines:
        return "报告中找不到所引的原文，无法认定是哪一处"
    if len(lines) > 1 and not pointer.is_telling(answer.quote):
        return f"所引的原文在报告中有 {len(lines)} 处，无法认定是哪一处；请多抄几个字"
    partner = pointer.contradicted(lines, answer)
    if partner is not None:
        planted = partner.planted
        return (
            f"这个数没有错；与它矛盾的是“{planted.quote}”，其中 {planted.reported} 应为 {planted.expected}"
            f"（{planted.derivation}）"
        )
    proof = pointer.proof(lines, answer)
    return f"这个数没有错：{proof.why}" if proof is not None else "报告中没有与这个数矛盾的地方，看不出差错"
