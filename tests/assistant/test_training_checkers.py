"""The checkers on fifty exercises: what was planted is found, and nothing else is called an error.

``python -m tests.assistant.test_training_checkers`` prints what is missed and what is falsely held, the commonest first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from assistant.training.exercise import LEVELS, Exercise, new_exercise
from assistant.training.folded import fold
from assistant.training.key import Item, Place
from corpus.document.evidence import Evidence
from corpus.readers.opening import read_bytes
from rules.engine import review
from rules.finding import Finding, Severity

SEEDS = {1: range(100, 117), 2: range(200, 217), 3: range(300, 316)}
ADVISED = ("vague_target", "problem_without_measure")
"""Whose rules only advise: a finding of any severity counts."""


MISSED_AT_MOST, FALSE_AT_MOST = 53, 95
"""The aim is none of either; these only ever go down."""


@dataclass(frozen=True)
class Trial:
    """One exercise, reviewed: what was missed, and the findings of level error that nothing planted explains."""

    seed: int
    level: int
    missed: tuple[Item, ...]
    false: tuple[Finding, ...]
    planted: int


def _overlaps(evidence: Evidence, place: Place) -> bool:
    if None in (evidence.start, evidence.end, place.start, place.end):
        return fold(place.quote) in fold(evidence.quote)
    return place.start < evidence.end and evidence.start < place.end  # type: ignore[operator]


def _holds(finding: Finding, item: Item) -> bool:
    """Say whether a finding's evidence holds the place of a planted error; what is missing has none of its own."""
    own = item.places if item.planted.reported == "（缺）" else item.places[:1]
    return any(_overlaps(evidence, place) for evidence in finding.evidence for place in own)


def _names(finding: Finding, item: Item) -> bool:
    """Say whether a finding at a place that speaks against a planted error names one of its two figures."""
    figures = {fold(item.planted.reported), fold(item.planted.expected)}
    told = {fold(text or "") for text in (finding.reported, finding.expected)}
    near = any(_overlaps(evidence, place) for evidence in finding.evidence for place in item.places)
    return near and bool(figures & told)


def _trial(exercise: Exercise) -> Trial:
    document = read_bytes(exercise.files["report.docx"], "report.docx")
    found = review(document).findings
    grave = [finding for finding in found if finding.severity is not Severity.INFO]
    missed = []
    for item in exercise.key.items:
        pool = found if item.planted.kind in ADVISED else grave
        if not any(_holds(finding, item) or _names(finding, item) for finding in pool):
            missed.append(item)
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    false = [f for f in errors if not any(_holds(f, i) or _names(f, i) for i in exercise.key.items)]
    key = exercise.key
    return Trial(key.seed, key.level, tuple(missed), tuple(false), len(key.items))


@cache
def _trials(level: int) -> tuple[Trial, ...]:
    return tuple(_trial(new_exercise(seed, level, None)) for seed in SEEDS[level])


@pytest.mark.slow
def test_no_more_planted_errors_are_missed_than_before() -> None:
    missed = [(trial, item) for level in LEVELS for trial in _trials(level) for item in trial.missed]
    told = [(trial.seed, item.planted.kind, item.planted.quote) for trial, item in missed]
    assert len(told) <= MISSED_AT_MOST, told


@pytest.mark.slow
def test_no_more_else_is_called_an_error_than_before() -> None:
    false = [(trial, finding) for level in LEVELS for trial in _trials(level) for finding in trial.false]
    told = [(trial.seed, finding.rule, finding.message) for trial, finding in false]
    assert len(told) <= FALSE_AT_MOST, told


def report_lines(trials: list[Trial]) -> Iterator[str]:
    """Yield what is wrong, by kind, the commonest first, with an example of each."""
    planted = sum(trial.planted for trial in trials)
    missed = [(trial, item) for trial in trials for item in trial.missed]
    false = [(trial, finding) for trial in trials for finding in trial.false]
    yield f"{len(trials)} exercises, {planted} planted, {len(missed)} missed, {len(false)} false errors"
    for kind, number in Counter(item.planted.kind for _, item in missed).most_common():
        yield f"missed {number} × {kind}"
        for trial, item in [pair for pair in missed if pair[1].planted.kind == kind][:3]:
            yield f"    seed {trial.seed} level {trial.level}: {item.planted.reported} for {item.planted.expected}: {item.planted.quote}"
    for title, number in Counter(f"{f.rule} {f.title.partition('：')[0]}" for _, f in false).most_common():
        yield f"false {number} × {title}"
        for trial, finding in [p for p in false if f"{p[1].rule} {p[1].title.partition('：')[0]}" == title][
            :4
        ]:
            yield f"    seed {trial.seed} level {trial.level}: {finding.message}"


if __name__ == "__main__":
    print("\n".join(report_lines([trial for level in LEVELS for trial in _trials(level)])))
