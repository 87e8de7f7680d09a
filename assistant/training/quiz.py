"""Small questions before the report: recompute a figure that is right, on the spot."""

from __future__ import annotations

import re
from random import Random

from assistant.specimens.key import Key
from assistant.training.folded import fold
from assistant.training.key import Place, Proof, Question

QUESTIONS = 5
LONGEST = 90
"""A question that quotes more is no small one."""
MARKS = {
    "ratio": ("÷",),
    "yoy": ("）÷",),
    "tie_out": (" + ", " − "),
    "convention": ("÷",),
    "scoring": ("×", " + "),
}
"""By topic, what the arithmetic of a fitting question holds."""


def questions(
    key: Key, lines: tuple[Place, ...], proofs: tuple[Proof, ...], topic: str | None, rng: Random
) -> tuple[Question, ...]:
    """Choose questions on lines without a planted error, those of the topic first."""
    faulty = [fold(planted.quote) for planted in key.planted]
    wrong = {figure for planted in key.planted for figure in (planted.reported, planted.expected)}
    fit: list[Question] = []
    other: list[Question] = []
    used: set[int] = set()
    shuffled = list(proofs)
    rng.shuffle(shuffled)
    for proof in shuffled:
        place = lines[proof.line]
        quote = place.quote
        if proof.line in used or place.table or len(quote) > LONGEST or "=" not in proof.why:
            continue
        if wrong & set(re.findall(r"[\d.,]*\d", proof.why)):
            continue
        if any(fold(quote) in text or text in fold(quote) for text in faulty):
            continue
        question = Question(
            question=f"“{quote}”其中的 {proof.printed} 是怎么算出来的？写出算式。", answer=proof.why
        )
        marks = MARKS.get(topic or "", ("=",))
        (fit if any(mark in proof.why for mark in marks) else other).append(question)
        used.add(proof.line)
    return tuple((fit + other)[:QUESTIONS])
