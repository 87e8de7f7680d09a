"""The desk at which slips are planted: the report so far, its books, and the figures that may still be touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import TypeVar

from assistant.specimens.blocks import Block, Paragraph, Part, Place, Region, Report, Slot, Table
from assistant.specimens.key import FIGURE, Accept, Level, Topic, quote_at
from assistant.specimens.ledger import FigureKind, Ledger, Tie


@dataclass(frozen=True, slots=True)
class Change:
    """What a slip does: the changed report, the place, the figures touched, and what to tell about it.

    ``quote`` is given only where the place is gone or is a heading; else it is read from the finished report.
    ``accept``, ``alike`` and ``partners`` are those of ``Planted``; what the ledger knows of them is added to them.
    """

    report: Report
    place: Place
    reported: str
    expected: str
    derivation: str
    facts: frozenset[str] = frozenset()
    quote: str = ""
    contract_kind: str = ""
    also: tuple[str, ...] = ()
    accept: Accept = FIGURE
    alike: tuple[tuple[str, str], ...] = ()
    partners: tuple[str, ...] = ()


@dataclass
class Desk:
    """A report under planting. ``clean`` is the report before any slip, ``touched`` the figures changed so far."""

    clean: Report
    ledger: Ledger
    report: Report = field(init=False)
    touched: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    _stated: dict[str, int] = field(init=False)
    _ties: dict[str, list[Tie]] = field(init=False)

    def __post_init__(self) -> None:
        """Count the statements of every fact, and note its ties whose figures are all printed."""
        self.report = self.clean
        self._stated = {}
        for _, slot in self.clean.slots():
            self._stated[slot.fact] = self._stated.get(slot.fact, 0) + 1
        self._ties = {}
        for tie in self.ledger.ties:
            if all(fact in self._stated for fact in tie.facts):
                for fact in tie.facts:
                    self._ties.setdefault(fact, []).append(tie)

    def ties(self, fact: str) -> list[Tie]:
        """Return the ties of a figure that the report itself lets one prove."""
        return self._ties.get(fact, [])

    def stated(self, fact: str) -> int:
        """Return in how many places the clean report states the figure."""
        return self._stated.get(fact, 0)

    def proof(self, fact: str) -> int:
        """Return how many other statements and ties speak for the true value of a figure."""
        return self.stated(fact) - 1 + len(self.ties(fact))

    def free(self, fact: str) -> bool:
        """Say whether the figure is untouched, and no tie of it holds a figure that was touched already."""
        return fact not in self.touched and not any(
            self.touched & set(tie.facts) for tie in self.ledger.ties if fact in tie.facts
        )

    def slots(
        self, kind: FigureKind, *, region: Region | None = None, table: bool | None = None, proof: int = 2
    ) -> Iterator[tuple[Place, Slot]]:
        """Yield the slots of a kind that may be changed so that the report proves it."""
        for place, slot in self.report.slots():
            block = self.report.blocks[place.block]
            if region is not None and region_of(block) != region:
                continue
            if table is not None and (place.cell is not None) != table:
                continue
            if self.beside_another(place):
                continue
            figure = self.ledger.figures[slot.fact]
            if figure.kind is kind and self.proof(slot.fact) >= proof and self.free(slot.fact):
                yield place, slot

    def beside_another(self, place: Place) -> bool:
        """Say whether the sentence or the row already holds a slip."""
        quote = quote_at(self.report, place)
        return any(
            other.block == place.block and quote_at(self.report, other) == quote for other in self.places
        )

    def changed(
        self, place: Place, slot: Slot, text: str, derivation: str, kind: str = "", also: tuple[str, ...] = ()
    ) -> Change:
        """Return the change that prints other digits in one slot."""
        report = self.report.with_part(place, Slot(slot.fact, text, slot.unit))
        return Change(report, place, text, slot.text, derivation, frozenset({slot.fact}), "", kind, also)

    def near(self, text: str, like: str, shift: Decimal) -> str:
        """Return the printed figure moved by a printed amount, written in the same form."""
        return self.ledger.written(number(text) + shift, self.ledger.figures[like])

    def computed(self, fact: str) -> tuple[str, ...]:
        """Return every value that the printed figures give for a fact by its ties, written as the fact is printed."""
        found: dict[str, None] = {}
        for tie in self.ties(fact):
            value = solved(self.ledger, tie, fact)
            if value is not None:
                found[self.ledger.written(value, self.ledger.figures[fact])] = None
        return tuple(text for text in found if text != self.ledger.printed(fact))

    def partners(self, report: Report, facts: frozenset[str]) -> tuple[str, ...]:
        """Return the quotes of all places that state the facts, or a figure that one of their ties binds to them."""
        bound = {other for fact in facts for tie in self.ties(fact) for other in tie.facts} | facts
        quotes = (quote_at(report, place) for place, slot in report.slots() if slot.fact in bound)
        return tuple(dict.fromkeys(quotes))

    def explain(self, fact: str) -> str:
        """Return why the true value is what it is: the arithmetic from printed figures, else the other statements."""
        exact = [tie for tie in self.ties(fact) if tie.kind != "sum" or rounding_gap(self.ledger, tie) == 0]
        ties = sorted(exact, key=lambda tie: (tie.result != fact, len(tie.facts)))
        for tie in ties:
            if text := arithmetic(self.ledger, tie, fact):
                return text
        return f"报告其他位置为{self.ledger.printed(fact)}"


def rounding_gap(ledger: Ledger, tie: Tie) -> Decimal:
    """Return by how much the printed parts of a sum miss its printed result."""
    plus = sum((ledger.shown(fact) for fact in tie.plus), Decimal(0))
    minus = sum((ledger.shown(fact) for fact in tie.minus), Decimal(0))
    return ledger.shown(tie.result) - plus + minus


def arithmetic(ledger: Ledger, tie: Tie, fact: str) -> str:
    """Return the tie solved for one of its figures, in printed digits; empty where it cannot be solved for it."""
    printed = ledger.printed
    if tie.kind == "sum":
        if fact in tie.minus:
            plus, minus = tie.plus, (tie.result, *(other for other in tie.minus if other != fact))
        elif fact in tie.plus:
            plus, minus = (tie.result, *tie.minus), tuple(other for other in tie.plus if other != fact)
        else:
            plus, minus = tie.plus, tie.minus
        left = " + ".join(map(printed, plus)) + "".join(f" − {printed(other)}" for other in minus)
        return f"{left} = {printed(fact)}"
    if fact != tie.result:
        return ""
    above, below = tie.plus[0], tie.minus[0]
    if tie.kind == "ratio":
        return f"{printed(above)} ÷ {printed(below)} = {printed(fact)}%"
    if tie.kind == "growth":
        bigger, smaller = sorted((above, below), key=ledger.shown, reverse=True)
        return f"（{printed(bigger)} − {printed(smaller)}）÷ {printed(below)} = {printed(fact)}%"
    return f"{printed(above)} × {printed(below)}% = {printed(fact)}"


def solved(ledger: Ledger, tie: Tie, fact: str) -> Decimal | None:
    """Return the value of a fact that the printed digits of its partners give; None where the tie is not solved for it.

    Units: as the fact is printed.
    """
    shown = ledger.shown
    if tie.kind == "sum":
        plus, minus = sum(map(shown, tie.plus), Decimal(0)), sum(map(shown, tie.minus), Decimal(0))
        if fact == tie.result:
            return plus - minus
        gap = shown(tie.result) - plus + minus
        return shown(fact) + (gap if fact in tie.plus else -gap)
    if fact != tie.result:
        return None
    above, below = shown(tie.plus[0]), shown(tie.minus[0])
    top = abs(above - below) if tie.kind == "growth" else above
    value = top * below / 100 if tie.kind == "score" else top / below * 100
    return value.quantize(Decimal(1).scaleb(-ledger.figures[fact].decimals), rounding=ROUND_HALF_UP)


T = TypeVar("T")
Plant = Callable[[Desk, Random], Change | None]


@dataclass(frozen=True, slots=True)
class Slip:
    """A kind of planted error. ``structural`` ones take blocks away and are planted last."""

    kind: str
    contract_kind: str
    topic: Topic
    level: Level
    title: str
    plant: Plant
    also: tuple[str, ...] = ()
    structural: bool = False


def region_of(block: Block) -> Region:
    """Return where a block stands."""
    return block.region if isinstance(block, Paragraph | Table) else "body"


def number(text: str) -> Decimal:
    """Return the value of printed digits."""
    return Decimal(text.replace(",", ""))


def pick(rng: Random, options: list[T]) -> T | None:
    """Return one of the options, or None where there is none."""
    return options[rng.randrange(len(options))] if options else None


def part_at(report: Report, place: Place) -> Part:
    """Return the part that stands at a place. Raises: KeyError."""
    block = report.blocks[place.block]
    if isinstance(block, Paragraph):
        return block.parts[place.part]
    if isinstance(block, Table) and place.cell is not None:
        return block.cells[place.cell].parts[place.part]
    raise KeyError(place)


def slot_at(report: Report, place: Place) -> Slot | None:
    """Return the figure that stands at a place, or None where words, nothing or a whole block stands there."""
    block = report.blocks[place.block]
    if isinstance(block, Paragraph):
        parts = block.parts
    elif isinstance(block, Table) and place.cell is not None:
        parts = block.cells[place.cell].parts
    else:
        return None
    part = parts[place.part] if place.part < len(parts) else None
    return part if isinstance(part, Slot) else None
