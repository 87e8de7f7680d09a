"""The checkers on fifty exercises: what was planted is found, and nothing else is called an error.

``python -m tests.assistant.test_training_checkers`` prints what is missed and what is falsely held, the commonest first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from assistant.training.exercise import LEVELS, Exercise, new_exercise, unproven_exercise
from assistant.training.key import Item
from assistant.training.proof import trial
from rules.finding import Finding, Severity

SEEDS = {1: range(100, 117), 2: range(200, 217), 3: range(300, 316)}

MISSED_AT_MOST, FALSE_AT_MOST, WARNED_AT_MOST = 12, 0, 3
"""The aim is none of each; these only ever go down."""


@dataclass(frozen=True)
class Trial:
    """One exercise, reviewed: what was missed, and the findings that nothing planted explains.

    ``false`` are those of level error, ``warned`` the warnings of an arithmetic kind.
    """

    seed: int
    level: int
    missed: tuple[Item, ...]
    false: tuple[Finding, ...]
    warned: tuple[Finding, ...]
    planted: int


def _trial(exercise: Exercise) -> Trial:
    found = trial(exercise.files["report.docx"], exercise.key.items)
    key = exercise.key
    return Trial(key.seed, key.level, found.missed, found.false, found.warned, len(key.items))


@cache
def _trials(level: int) -> tuple[Trial, ...]:
    return tuple(_trial(unproven_exercise(seed, level, None)) for seed in SEEDS[level])


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("seed", "level"), [(7, 1), (8, 1), (7, 2), (8, 2), (7, 3), (8, 3)])
def test_in_an_exercise_that_is_set_exactly_what_was_planted_is_found(seed: int, level: int) -> None:
    exercise = new_exercise(seed, level)
    found = trial(exercise.files["report.docx"], exercise.key.items)
    assert (found.missed, found.false, found.warned) == ((), (), ())


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_no_more_planted_errors_are_missed_than_before() -> None:
    missed = [(trial, item) for level in LEVELS for trial in _trials(level) for item in trial.missed]
    told = [(trial.seed, item.planted.kind, item.planted.quote) for trial, item in missed]
    assert len(told) <= MISSED_AT_MOST, told


def _told(level: int, severity: Severity) -> list[tuple[int, str, str]]:
    return [
        (trial.seed, finding.rule, finding.message)
        for trial in _trials(level)
        for finding in (trial.false if severity is Severity.ERROR else trial.warned)
    ]


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_no_more_else_is_called_an_error_than_before() -> None:
    told = [entry for level in LEVELS for entry in _told(level, Severity.ERROR)]
    assert len(told) <= FALSE_AT_MOST, told


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_no_more_true_figures_are_doubted_than_before() -> None:
    told = [entry for level in LEVELS for entry in _told(level, Severity.WARNING)]
    assert len(told) <= WARNED_AT_MOST, told


def report_lines(trials: list[Trial]) -> Iterator[str]:
    """Yield what is wrong, by kind, the commonest first, with an example of each."""
    planted = sum(trial.planted for trial in trials)
    missed = [(trial, item) for trial in trials for item in trial.missed]
    false = [("false", trial, finding) for trial in trials for finding in trial.false]
    warned = [("warned", trial, finding) for trial in trials for finding in trial.warned]
    yield (
        f"{len(trials)} exercises, {planted} planted, {len(missed)} missed, {len(false)} false errors, "
        f"{len(warned)} false warnings"
    )
    for kind, number in Counter(item.planted.kind for _, item in missed).most_common():
        yield f"missed {number} × {kind}"
        for run, item in [pair for pair in missed if pair[1].planted.kind == kind][:4]:
            told = item.planted
            yield f"    seed {run.seed} level {run.level}: {told.reported} for {told.expected}: {told.quote}"
    for found in (false, warned):
        for (word, title), number in Counter((word, _title(f)) for word, _, f in found).most_common():
            yield f"{word} {number} × {title}"
            for _, run, finding in [entry for entry in found if _title(entry[2]) == title][:4]:
                yield f"    seed {run.seed} level {run.level}: {finding.message}"


def _title(finding: Finding) -> str:
    return f"{finding.rule} {finding.title.partition('：')[0]}"


if __name__ == "__main__":
    print("\n".join(report_lines([trial for level in LEVELS for trial in _trials(level)])))
