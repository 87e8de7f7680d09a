"""Lines of ink on a page → its ruling lines. Numbers only; no pixels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from corpus.readers.pdf_page import Rule

DPI = 200
"""The resolution at which pages are read. Units: pixels an inch."""

DOT_GAP = 15
"""How far apart the dots and dashes of one line are. Units: pixels."""

SHORTEST_DOWN = 44
"""Lower than the lowest row of a table. Units: pixels."""

_LONG = 100.0
_TWICE = 1.7
_FEWEST_FOR_TWO = 4.5
_CLOSE = 4.0
_JOINT = 4


class Line(NamedTuple):
    """A line of ink, level or upright. Units: pixels; ``thick`` is the mean, ``wide`` the most across its length."""

    at: float
    start: int
    end: int
    thick: float
    wide: int

    @property
    def rule(self) -> Rule:
        points = 72 / DPI
        return Rule(self.at * points, (self.start - 1) * points, (self.end + 1) * points)


def met(line: Line, level: Sequence[Line]) -> list[int]:
    """Return where an upright line meets level ones, give or take the gap between two dashes; two close ones are one."""
    found = sorted(
        round(other.at)
        for other in level
        if line.start - DOT_GAP <= other.at <= line.end + DOT_GAP
        and other.start - DOT_GAP <= line.at <= other.end + DOT_GAP
    )
    return [at for n, at in enumerate(found) if n == 0 or at - found[n - 1] > DOT_GAP]


def joins(line: Line, level: Sequence[Line]) -> bool:
    """Say whether an upright line goes right from one level line to another, as a stroke of a letter does not."""
    return all(
        any(
            abs(other.at - end) <= _JOINT and other.start - DOT_GAP <= line.at <= other.end + DOT_GAP
            for other in level
        )
        for end in (line.start, line.end)
    )


def reaching(line: Line, upright: Sequence[Line]) -> Line:
    """Return a level line as far as the upright ones that it would meet if its last dash were not cut short."""
    beside = [round(other.at) for other in upright if other.start - DOT_GAP <= line.at <= other.end + DOT_GAP]
    return line._replace(
        start=min([line.start, *(at for at in beside if line.start - DOT_GAP <= at)]),
        end=max([line.end, *(at for at in beside if at <= line.end + DOT_GAP)]),
    )


def doubled(lines: list[tuple[Rule, float]]) -> tuple[list[Rule], list[tuple[Rule, Rule]]]:
    """Return the rules, two for one that is far thicker than the others, and the pairs that stand close together.

    The rules of two tables that touch run together in an image.
    """
    long = [thick for rule, thick in lines if rule.end - rule.start > _LONG]
    usual = median(long) if long else 0.0
    rules: list[Rule] = []
    doubles: list[tuple[Rule, Rule]] = []
    for rule, thick in lines:
        if rule.end - rule.start > _LONG and thick > max(_TWICE * usual, _FEWEST_FOR_TWO):
            apart = (thick - usual) * 72 / DPI / 2
            pair = (rule._replace(at=rule.at - apart), rule._replace(at=rule.at + apart))
            doubles.append(pair)
            rules += pair
        else:
            rules.append(rule)
    wide = sorted(rule for rule in rules if rule.end - rule.start > _LONG)
    doubles += [
        (upper, lower)
        for upper, lower in pairwise(wide)
        if lower.at - upper.at < _CLOSE
        and abs(upper.start - lower.start) < _CLOSE
        and abs(upper.end - lower.end) < _CLOSE
    ]
    return rules, doubles


def cut(down: list[Rule], doubles: list[tuple[Rule, Rule]]) -> list[Rule]:
    """Cut upright rules where they cross a double one: above and below it may be two tables."""
    found = down
    for upper, lower in doubles:
        pieces: list[Rule] = []
        for rule in found:
            if not upper.start - 1 <= rule.at <= upper.end + 1:
                pieces.append(rule)
                continue
            if rule.start < upper.at - 1:
                pieces.append(rule._replace(end=min(rule.end, upper.at)))
            if rule.end > lower.at + 1:
                pieces.append(rule._replace(start=max(rule.start, lower.at)))
        found = pieces
    return found
