"""An exercise on the page: made, kept with its key on this side, graded."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.labels import Language
from corpus.document.model import Document
from corpus.errors import InputError
from ui.messages import words

if TYPE_CHECKING:
    from assistant.training.exercise import Exercise
    from assistant.training.grading import Grade

LEVELS = ("1", "2", "3")
_LONGEST_SEED = 18


@dataclass(frozen=True, slots=True)
class Practice:
    """An exercise with its report as read; the key in it never leaves the program before the answers are in."""

    exercise: Exercise
    document: Document


def new_practice(level: str, topic: str, seed: str, lang: Language) -> Practice:
    """Make an exercise; an empty topic is a mixed one, an empty seed a random one. Raises: InputError."""
    from assistant.training.exercise import REPORT, new_exercise
    from assistant.training.syllabus import TOPICS
    from corpus.readers.opening import read_bytes

    say = words(lang)
    if level not in LEVELS:
        raise InputError(say("train_bad_level", value=level))
    if topic and topic not in TOPICS:
        raise InputError(say("train_bad_topic", value=topic, topics=" ".join(TOPICS)))
    if seed and not (seed.isascii() and seed.isdigit() and len(seed) <= _LONGEST_SEED):
        raise InputError(say("page_bad_seed", value=seed))
    exercise = new_exercise(int(seed) if seed else None, int(level), topic or None)
    return Practice(exercise, read_bytes(exercise.files[REPORT], REPORT))


def graded(practice: Practice, answers: Any) -> Grade:
    """Grade what the trainee entered, read as strictly as a file of answers. Raises: TrainingError."""
    from assistant.training.answers import read_answers
    from assistant.training.grading import grade

    return grade(practice.exercise.key, read_answers(json.dumps({"answers": answers})))
