"""Slips in the figures that the review itself read: for documents without a key, and digit by digit in every figure."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.review import Review
from tests.measure.slips import SLIPS, slip
from tests.measure.trial import HELD, Slip

_TRIES = 12


def slips_of_facts(before: Review, *, seed: int, rounds: int = 1) -> list[Slip]:
    """Return slips for a document without a key.

    They are put on facts in a relation that held, and on amounts and rates with decimals; nothing says that the latter
    can be noticed at all.
    """
    tied = _bound(before)
    found: list[Slip] = []
    for turn in range(rounds):
        for number, fact in enumerate(before.facts):
            printed = fact.quantity.precision >= 1 and fact.kind in (FactKind.AMOUNT, FactKind.RATE)
            if fact.id in tied or printed:
                ways = [SLIPS[(number + seed + turn + n) % 3] for n in range(_TRIES)]
                rng = random.Random(f"{number}/{seed}/{turn}")
                found += _slips(before, fact, ways, rng, bound=fact.id in tied)
    return found


def mutations(before: Review, *, seed: int) -> list[Slip]:
    """Return one changed digit for every figure that was read, each place once."""
    tied = _bound(before)
    found: dict[tuple[int, int], Slip] = {}
    # Where one figure is read as several facts, the place counts as bound if one of them is.
    for fact in sorted(before.facts, key=lambda fact: fact.id not in tied):
        rng = random.Random(f"{fact.start}/{seed}")
        for each in _slips(before, fact, ["digit"] * _TRIES, rng, bound=fact.id in tied):
            found.setdefault((each.start, each.end), each)
    return sorted(found.values())


def _bound(review: Review) -> set[str]:
    """Return the facts that take part in a relation that held."""
    return {fact for relation in review.relations if relation.verdict in HELD for fact in relation.facts}


def _slips(before: Review, fact: Fact, ways: Sequence[str], rng: random.Random, *, bound: bool) -> list[Slip]:
    """Return the first slip after which no true value prints both ways, or none where there is no such slip."""
    text = before.document.text[fact.start : fact.evidence.end or fact.start]
    at = [index for index, char in enumerate(text) if char.isdigit()]
    digits = text[at[0] : at[-1] + 1] if at else ""
    if not _plain(digits):
        return []
    for way in ways:
        changed = slip(digits, way, rng)
        if changed is not None and not _meet(changed, digits):
            first = fact.start + at[0]
            kinds = frozenset({"held" if bound else "unbound", f"{fact.kind}/{fact.where}"})
            return [Slip(first, first + len(digits), changed, kinds, f"{fact.subject}·{fact.measure}")]
    return []


def _meet(one: str, other: str) -> bool:
    """Say whether some value prints both ways."""
    a, b = Decimal(one.replace(",", "")), Decimal(other.replace(",", ""))
    room = sum((Decimal(1).scaleb(-len(text.partition(".")[2])) / 2 for text in (one, other)), Decimal(0))
    return abs(a - b) <= room


def _plain(digits: str) -> bool:
    try:
        return Decimal(digits.replace(",", "")) != 0
    except ArithmeticError:
        return False
