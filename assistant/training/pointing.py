"""Which place of the report an answer points at, by its quote: leniently in writing, strictly in place."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from assistant.training.answers import Answer, quantity, same_figure
from assistant.training.folded import fold
from assistant.training.key import ExerciseKey, Item, Proof

TELLING = 10
"""A quote of so many characters tells its place even where it stands twice."""
OVERLAP = 12
"""So many characters in one stretch that quote and place share make them one."""


class Pointer:
    """Finds the lines of one report that a quote points at."""

    def __init__(self, key: ExerciseKey) -> None:
        """Fold all lines once."""
        self._key = key
        self._lines = [fold(line.quote) for line in key.lines]

    def lines_of(self, quote: str) -> list[int]:
        """Return the numbers of the lines that hold the quote, or that a longer quote holds."""
        told = fold(quote)
        if not told:
            return []
        inside = [number for number, line in enumerate(self._lines) if told in line]
        if inside:
            return inside
        return [number for number, line in enumerate(self._lines) if len(line) >= TELLING and line in told]

    def is_telling(self, quote: str) -> bool:
        """Say whether a quote is long enough to tell its place, or stands only once."""
        return len(fold(quote)) >= TELLING or len(self.lines_of(quote)) == 1

    def points_at(self, item: Item, answer: Answer) -> bool:
        """Say whether the quote is of the place of a planted error, and holds what is reported where that is printed."""
        told = fold(answer.quote)
        for place in item.pointed_at:
            here = fold(place)
            if told in here:
                if self.is_telling(answer.quote) or told == here:
                    return self._holds_reported(item, told)
            elif here in told or self._is_row(item, told) or self._overlaps(item, told, here):
                return True
        return False

    def _holds_reported(self, item: Item, told: str) -> bool:
        """A part of the sentence must hold the figure; else it may be meant for another figure of it."""
        reported = fold(item.planted.reported)
        words = (reported, *(fold(other) for other, _ in item.planted.alike))
        return reported.startswith("(") or any(word in told for word in words) or self._is_row(item, told)

    def _is_row(self, item: Item, told: str) -> bool:
        """A row of a table may be cited by its label and the figure."""
        where = item.planted.where
        label = fold(where.row or "")
        return (
            bool(label)
            and label in told
            and (item.planted.reported == "（空）" or fold(item.planted.reported) in told)
        )

    def _overlaps(self, item: Item, told: str, here: str) -> bool:
        if fold(item.planted.reported) not in told:
            return False
        match = SequenceMatcher(None, told, here, autojunk=False).find_longest_match()
        stretch = told[match.a : match.a + match.size]
        return match.size >= OVERLAP and fold(item.planted.reported) in stretch

    def shares_line(self, lines: Sequence[int], quotes: Sequence[str]) -> bool:
        """Say whether one of the lines is, holds, or stands in one of the quotes."""
        folded = [fold(quote) for quote in quotes]
        return any(
            self._lines[number] in quote or quote in self._lines[number]
            for number in lines
            for quote in folded
        )

    def contradicted(self, lines: Sequence[int], answer: Answer) -> Item | None:
        """Return the planted error that a flagged true figure stands against, if any."""
        told = quantity(answer.reported)
        for item in self._key.items:
            right = quantity(item.planted.expected)
            wrong = quantity(item.planted.reported)
            asked = quantity(answer.expected)
            if told is None or right is None or not self.shares_line(lines, item.planted.partners):
                continue
            if same_figure(told, right) or (
                asked is not None and wrong is not None and same_figure(asked, wrong)
            ):
                return item
        return None

    def proof(self, lines: Sequence[int], answer: Answer) -> Proof | None:
        """Return what a flagged true figure rests on, if the report itself proves it."""
        told = quantity(answer.reported)
        for proof in self._key.proofs:
            right = quantity(proof.printed)
            if proof.line in lines and told is not None and right is not None and told.value == right.value:
                return proof
        return None
