"""A new exercise: a clean specimen, slips planted by level and topic, a true rounding that must not be flagged."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random, SystemRandom

from assistant.specimens import docx_writer, outline, slips, story
from assistant.specimens.blocks import Report
from assistant.specimens.desk import Desk, Slip
from assistant.specimens.key import Key, Planted, quote_at
from assistant.specimens.ledger import Ledger
from assistant.specimens.paging import estimated_pages
from assistant.training import handout
from assistant.training.key import ExerciseKey, Item, Proof
from assistant.training.places import Lines
from assistant.training.proof import trial
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
TURNS = 12
"""How many exercises of a seed are tried for one that the checkers prove; after that the best of them is set."""
ATTEMPTS, PATIENCE = 12, 3
"""How many reports are tried, and after how many the best one will do although it holds fewer errors than wanted."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise: the files for the trainee by name, and the key that stays here."""

    files: dict[str, bytes]
    key: ExerciseKey

    @property
    def id(self) -> str:
        """Return the name of the exercise; it follows from the report alone, not from the seed."""
        return self.key.id


@dataclass(frozen=True, slots=True)
class Draft:
    """An exercise before it is set as a DOCX: the clean report with its books, the planted one with what was planted."""

    seed: int
    level: int
    topic: str | None
    clean: Report
    ledger: Ledger
    planted: Report
    found: Key

    def key(self, text: str = "", name: str = "0" * 16) -> ExerciseKey:
        """Return the key of the exercise. ``text`` is the canonical text of its DOCX, for the offsets of places."""
        lines = Lines(self.planted, text)
        proofs = self._proofs(lines)
        rng = Random(f"jiheng/quiz/{self.seed}/{self.level}/{self.topic}")
        return ExerciseKey(
            id=name,
            seed=self.seed,
            level=self.level,
            topic=self.topic,
            items=tuple(_item(planted, lines) for planted in self.found.planted),
            decoys=self.found.decoys,
            lines=lines.places,
            proofs=proofs,
            quiz=questions(self.found, lines.places, proofs, self.topic, rng),
        )

    def _proofs(self, lines: Lines) -> tuple[Proof, ...]:
        """Return what every true figure rests on that the report itself can prove."""
        desk = Desk(self.clean, self.ledger)
        proofs: dict[tuple[int, str], Proof] = {}
        for place, slot in self.planted.slots():
            if slot.text != self.ledger.printed(slot.fact) or desk.proof(slot.fact) < 1:
                continue
            number = lines.number_of(quote_at(self.planted, place))
            if number is not None:
                proof = Proof(line=number, printed=slot.text, why=desk.explain(slot.fact))
                proofs.setdefault((number, slot.text), proof)
        return tuple(proofs.values())


def _item(planted: Planted, lines: Lines) -> Item:
    partners = (lines.locate(quote) for quote in planted.partners)
    own = lines.locate(planted.quote, planted.where)
    return Item(planted=planted, rule=rule_of(planted), places=(own, *partners))


def new_exercise(seed: int | None = None, level: int = 1, topic: str | None = None) -> Exercise:
    """Make an exercise in which the checkers find exactly what was planted; without a seed a random one.

    The same arguments give the same bytes. Raises: KeyError for an unknown topic or level.
    """
    first = SystemRandom().getrandbits(63) if seed is None else seed
    best: tuple[int, Exercise] | None = None
    unseen: set[str] = set()
    for turn in range(TURNS):
        made = unproven_exercise(first, level, topic, turn, frozenset(unseen))
        found = trial(made.files[REPORT], made.key.items)
        if found.proven:
            return made
        unseen |= {item.planted.kind for item in found.missed}
        faults = len(found.missed) + len(found.false) + len(found.warned)
        if best is None or faults < best[0]:
            best = faults, made
    assert best is not None
    return best[1]


def unproven_exercise(
    seed: int, level: int, topic: str | None, turn: int = 0, avoid: frozenset[str] = frozenset()
) -> Exercise:
    """Make an exercise without holding it against the checkers; each turn of a seed is another one.

    ``avoid`` are kinds of slips that were missed in the turns before.
    """
    drafted = draft(seed, level, topic, turn, avoid)
    document = docx_writer.to_docx(drafted.planted, estimated_pages(drafted.planted))
    name = hashlib.sha256(document + f"/{level}/{topic}".encode()).hexdigest()[:16]
    key = drafted.key(read_bytes(document, REPORT).text, name)
    files = {
        REPORT: document,
        QUESTIONS: handout.questions_md(key).encode(),
        EXERCISE: handout.exercise_json(key, document),
    }
    return Exercise(files, key)


def draft(
    seed: int, level: int, topic: str | None, turn: int = 0, avoid: frozenset[str] = frozenset()
) -> Draft:
    """Choose a story, write a clean report and plant; some reports offer no place for a slip, so others follow.

    Raises: KeyError for an unknown topic or level.
    """
    if topic is not None and topic not in TOPICS:
        raise KeyError(topic)
    wanted = WANTED[level]
    rng = Random(f"jiheng/{seed}/{level}/{topic}{f'/{turn}' if turn else ''}")
    best: Draft | None = None
    for attempt in range(ATTEMPTS):
        told, layout, year = rng.choice(story.names()), rng.choice(LAYOUTS), rng.choice(YEARS)
        clean, ledger = outline.write(rng.getrandbits(32), told, layout=layout, year=year)
        planted, found = slips.plant(
            clean, ledger, _kinds(rng, wanted, level, topic, avoid), rng.getrandbits(32)
        )
        rounded = any(decoy.kind == "rounding" for decoy in found.decoys)
        if rounded and (best is None or len(found.planted) > len(best.found.planted)):
            best = Draft(seed, level, topic, clean, ledger, planted, found)
        if best is not None and (len(best.found.planted) == wanted or attempt >= PATIENCE):
            break
    if best is None or len(best.found.planted) < FEWEST:
        raise RuntimeError(f"no exercise for seed {seed}, level {level}, topic {topic}")
    return best


def _kinds(rng: Random, wanted: int, level: int, topic: str | None, avoid: frozenset[str]) -> list[str]:
    """Choose kinds of slips: of the level itself first, in a mixed exercise from as many topics as possible."""
    every = [slip for slip in slips.select(level, topic) if slip.kind not in avoid] or list(
        slips.select(level, topic)
    )
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
