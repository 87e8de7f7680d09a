"""What plants are made with: the list of them, and the ways to change a draft that several share."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.measure_rules.draft import Draft, Part, Row

Plant = Callable[[Draft, random.Random], bool]
"""Changes a draft in place; False where the draft has nothing to plant on."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A plant with the rule that has to speak; ``also`` are rules that are right to speak too."""

    code: str
    plant: Plant
    also: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """Return the code with the name of the plant."""
        return f"{self.code} {self.plant.__name__}"


PLANTS: list[Planted] = []


def plant(code: str, *also: str) -> Callable[[Plant], Plant]:
    """Put a function among the plants of a rule."""

    def put(function: Plant) -> Plant:
        PLANTS.append(Planted(code, function, frozenset(also)))
        return function

    return put


def rows_of(
    draft: Draft, *, full: bool | None = None, figures: bool | None = None, name: str = ""
) -> list[Row]:
    """Return rows of a sort: with full marks or not, with a figure as target or not, with a word in the name."""
    return [
        row
        for row in draft.rows
        if (full is None or row.is_full == full)
        and (figures is None or bool(re.search(r"\d", row.target)) == figures)
        and re.search(name, row.name + row.level2)
    ]


def swap(draft: Draft, old: str, new: str) -> bool:
    """Replace words in all texts; say whether they were there."""
    found = False
    for part in draft.parts:
        found |= any(old in line for line in part.lines)
        part.lines = [line.replace(old, new) for line in part.lines]
    found |= any(old in line for line in draft.listed)
    draft.listed = [line.replace(old, new) for line in draft.listed]
    return found


def add(draft: Draft, rng: random.Random, *texts: str) -> bool:
    """Append a sentence to a paragraph of an early part."""
    part = next(part for part in draft.parts[1:] if part.lines)
    part.lines[-1] += rng.choice(texts)
    return True


def with_subparts(draft: Draft, words: str) -> list[Part]:
    """Return the part with the words in its title and its subparts."""
    first = draft.parts.index(draft.part(words))
    end = next(
        (at for at in range(first + 1, len(draft.parts)) if draft.parts[at].level == 1), len(draft.parts)
    )
    return draft.parts[first:end]


def drop(draft: Draft, words: str) -> None:
    gone = with_subparts(draft, words)
    draft.parts = [part for part in draft.parts if not any(part is other for other in gone)]


def title_of(draft: Draft, pattern: str) -> str:
    return next(part.title for part in draft.parts if part.level == 1 and re.search(pattern, part.title))


def say_instead(draft: Draft, pattern: str, *lines: str) -> None:
    """Put plain lines in the place of a part's text and subparts."""
    parts = with_subparts(draft, title_of(draft, pattern))
    draft.parts = [part for part in draft.parts if not any(part is other for other in parts[1:])]
    parts[0].lines = list(lines)
