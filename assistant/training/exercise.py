"""A new exercise: a clean specimen, slips planted by level and topic, a true rounding that must not be flagged."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random, SystemRandom

from assistant.specimens import docx_writer, outline, slips, story
from assistant.specimens.blocks import Report
from assistant.specimens.desk import Desk, Slip
from assistant.specimens.key import Key, quote_at
from assistant.specimens.ledger import Ledger
from assistant.specimens.paging import estimated_pages
from assistant.training import handout
from assistant.training.key import ExerciseKey, Item, Proof
from assistant.training.places import Lines
from assistant.training.quiz import questions
from assistant.training.syllabus import TOPICS, rule_of
from corpus.readers.opening import read_bytes

REPORT, QUESTIONS, EXERCISE = "report.docx", "questions.md", "exercise.json"
LEVELS = (1, 2, 3)
WANTED = {1: 3, 2: 4, 3: 5}
"""How many errors a level holds; the level also bounds how well they hide."""
FEWEST = 2
LAYOUTS = ("nine", "seven")
YEARS = (2023, 2024)
ATTEMPTS = 12


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise: the files for the trainee by name, and the key that stays here."""

    files: dict[str, bytes]
    key: ExerciseKey

    @property
    def id(self) -> str:
        """Return the name of the exercise; it follows from the report alone, not from the seed."""
        return self.key.id


def new_exercise(seed: int | None = None, level: int = 1, topic: str | None = None) -> Exercise:
    """Make an exercise; without a seed a random one. The same arguments give the same bytes.

    Raises: KeyError for an unknown topic or level.
    """
    if topic is not None and topic not in TOPICS:
        raise KeyError(topic)
    seed = SystemRandom().getrandbits(63) if seed is None else seed
    rng = Random(f"jiheng/{seed}/{level}/{topic}")
    clean, ledger, planted, key = _specimen(rng, WANTED[level], level, topic)
    document = docx_writer.to_docx(planted, estimated_pages(planted))
    text = read_bytes(document, REPORT).text
    lines = Lines(planted, text)
    proofs = _proofs(clean, ledger, planted, lines)
    name = hashlib.sha256(document + f"/{level}/{topic}".encode()).hexdigest()[:16]
    stored = ExerciseKey(
        id=name,
        seed=seed,
        level=level,
        topic=topic,
        items=_items(key, lines),
        decoys=key.decoys,
        lines=lines.places,
        proofs=proofs,
        quiz=questions(key, lines.places, proofs, topic, rng),
    )
    files = {
        REPORT: document,
        QUESTIONS: handout.questions_md(stored).encode(),
        EXERCISE: handout.exercise_json(stored, document),
    }
    return Exercise(files, stored)


def _specimen(rng: Random, wanted: int, level: int, topic: str | None) -> tuple[Report, Ledger, Report, Key]:
    """Return clean report, books, planted report and key; some reports offer no place for a slip, so others follow."""
    best: tuple[Report, Ledger, Report, Key] | None = None
    for _ in range(ATTEMPTS):
        told, layout, year = rng.choice(story.names()), rng.choice(LAYOUTS), rng.choice(YEARS)
        clean, ledger = outline.write(rng.getrandbits(32), told, layout=layout, year=year)
        planted, key = slips.plant(clean, ledger, _kinds(rng, wanted, level, topic), rng.getrandbits(32))
        rounded = any(decoy.kind == "rounding" for decoy in key.decoys)
        if rounded and (best is None or len(key.planted) > len(best[3].planted)):
            best = (clean, ledger, planted, key)
        if best is not None and len(best[3].planted) == wanted:
            break
    if best is None or len(best[3].planted) < FEWEST:
        raise RuntimeError(f"no exercise for level {level}, topic {topic}")
    return best


def _kinds(rng: Random, wanted: int, level: int, topic: str | None) -> list[str]:
    """Choose kinds of slips: of the level itself first, in a mixed exercise from as many topics as possible."""
    every = list(slips.select(level, topic))
    rng.shuffle(every)
    every.sort(key=lambda slip: -slip.level if topic is not None else slip.level != level)
    if topic is None:
        every = _spread(every)
    chosen = [slip.kind for slip in every[:wanted]]
    while len(chosen) < wanted:
        chosen.append(rng.choice(every).kind)
    return chosen


def _spread(every: Sequence[Slip]) -> list[Slip]:
    """Return one slip of each topic before the second of any."""
    seen: dict[str, int] = {}
    ranked = []
    for position, slip in enumerate(every):
        seen[slip.topic] = seen.get(slip.topic, 0) + 1
        ranked.append((seen[slip.topic], position, slip))
    return [slip for _, _, slip in sorted(ranked, key=lambda entry: entry[:2])]


def _items(key: Key, lines: Lines) -> tuple[Item, ...]:
    found = []
    for planted in key.planted:
        own = lines.locate(planted.quote, planted.where)
        partners = tuple(lines.locate(quote) for quote in planted.partners)
        found.append(Item(planted=planted, rule=rule_of(planted), places=(own, *partners)))
    return tuple(found)


def _proofs(clean: Report, ledger: Ledger, planted: Report, lines: Lines) -> tuple[Proof, ...]:
    """Return what every true figure rests on that the report itself can prove."""
    desk = Desk(clean, ledger)
    found: dict[tuple[int, str], Proof] = {}
    for place, slot in planted.slots():
        if slot.text != ledger.printed(slot.fact) or desk.proof(slot.fact) < 1:
            continue
        number = lines.number_of(quote_at(planted, place))
        if number is not None:
            proof = Proof(line=number, printed=slot.text, why=desk.explain(slot.fact))
            found.setdefault((number, slot.text), proof)
    return tuple(found.values())
