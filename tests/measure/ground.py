"""The measuring ground: which reports there are, and the slips that are tried on one."""

from __future__ import annotations

import importlib
import pkgutil
import random
from decimal import Decimal
from functools import cache

from corpus.document.model import Document
from corpus.readers.opening import read_bytes
from rules.facts.fact import FactKind
from rules.relations.relation import Verdict
from rules.review import Review
from tests.measure import reports
from tests.measure.book import Book
from tests.measure.key import Key
from tests.measure.paper import Paper
from tests.measure.places import locate, locate_turns
from tests.measure.slips import SLIPS, slip
from tests.measure.trial import Slip
from tests.measure.writers import WRITERS

NAMES = tuple(sorted(module.name for module in pkgutil.iter_modules(reports.__path__)))
"""The names of all clean reports."""

HELD_BACK = (
    "civil_affairs_2024",
    "college_2022",
    "forest_province_2023",
    "health_commission_2024",
    "justice_district_2025",
    "land_bureau_2022",
    "media_centre_2021",
    "sports_province_2019",
    "supply_coop_2018",
    "tourism_county_2020",
)
"""Reports whose misses are counted but not listed unless asked for by name, so that recall on layouts to which nothing
was fitted stays known. They come in two generations; the older one is civil_affairs_2024, college_2022,
forest_province_2023 and tourism_county_2020."""

_TRIES = 12
_NEAR = 16
"""How far behind a word of direction the figure stands that a finding about it holds."""


@cache
def paper(name: str, noise: int = 0) -> Paper:
    """Return a clean report, printed from the books as entered or from others that differ behind the decimals."""
    module = importlib.import_module(f"tests.measure.reports.{name}")
    Book.noise = noise
    try:
        built = module.build()
    finally:
        Book.noise = 0
    if not isinstance(built, Paper):
        raise TypeError(name)
    return built


@cache
def document(name: str, format: str, noise: int = 0) -> Document:
    """Return a clean report as read back from a file of the format."""
    return read_bytes(WRITERS[format](paper(name, noise)), f"{name}.{format}")


def slips(name: str, format: str, *, seed: int, rounds: int = 1) -> list[Slip]:
    """Return slips for every figure that takes part in a tie, at every place; only those that break a tie count."""
    report = paper(name)
    key = Key(report.book, report.places())
    found: list[Slip] = []
    for turn in range(rounds):
        for place in locate(report, document(name, format)):
            rng = random.Random(f"{name}/{place.number}/{seed}/{turn}")
            for attempt in range(_TRIES):
                digits = slip(place.place.text, SLIPS[(place.number + seed + turn + attempt) % 3], rng)
                broken = key.broken(place.number, digits) if digits is not None else set()
                if digits is not None and broken:
                    named = f"{place.place.slot.name}#{place.number}"
                    found.append(Slip(place.start, place.end, digits, frozenset(broken), named))
                    break
    for turn, start in locate_turns(report, document(name, format)):
        if key.shows_direction(turn.name):
            end = start + turn.end - turn.start
            found.append(Slip(start, end, turn.other, frozenset({"direction"}), turn.name, near=_NEAR))
    return found


def slips_of_facts(before: Review, *, seed: int, rounds: int = 1) -> list[Slip]:
    """Return slips for a document without a key.

    They are put on facts in a relation that held, and on amounts and rates with decimals; nothing says that the latter
    can be noticed at all.
    """
    tied = {
        fact
        for relation in before.relations
        if relation.verdict in (Verdict.EXACT, Verdict.ROUNDING)
        for fact in relation.facts
    }
    found: list[Slip] = []
    for turn in range(rounds):
        for number, fact in enumerate(before.facts):
            printed = fact.quantity.precision >= 1 and fact.kind in (FactKind.AMOUNT, FactKind.RATE)
            end = fact.evidence.end
            if end is None or not (fact.id in tied or printed):
                continue
            text = before.document.text[fact.start : end]
            at = [index for index, char in enumerate(text) if char.isdigit()]
            if not at:
                continue
            first, last = fact.start + at[0], fact.start + at[-1] + 1
            digits = before.document.text[first:last]
            if not _plain(digits):
                continue
            rng = random.Random(f"{number}/{seed}/{turn}")
            changed = next(
                (
                    text
                    for n in range(_TRIES)
                    if (text := slip(digits, SLIPS[(number + seed + turn + n) % 3], rng))
                    and not _meet(text, digits)
                ),
                None,
            )
            if changed is not None:
                kinds = frozenset({"held" if fact.id in tied else "unbound", f"{fact.kind}/{fact.where}"})
                found.append(Slip(first, last, changed, kinds, f"{fact.subject}·{fact.measure}"))
    return found


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
