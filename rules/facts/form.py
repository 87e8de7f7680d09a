"""The score form of a self-evaluation (自评表) as read: rows, classes, budget execution, totals."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document.evidence import Evidence, Locator
from rules.numbers.quantity import Quantity


@dataclass(frozen=True, slots=True)
class FormCell:
    """One filled cell: its text without white space around, and where that stands in the canonical text.

    ``quantity`` is the figure that fills the cell; words have none. ``row`` and ``column`` are what evidence
    calls the place.
    """

    text: str
    start: int
    end: int
    table: str | None
    row: str
    column: str
    quantity: Quantity | None = None

    def evidence(self, locator: Locator, first: int = 0, last: int | None = None) -> Evidence:
        """Return the evidence for the cell, or for a stretch of its text counted from its beginning."""
        return locator.evidence(
            self.start + first,
            self.end if last is None else self.start + last,
            table=self.table,
            row=self.row or None,
            column=self.column or None,
        )


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator. ``title`` tells it from its neighbours: the name, or the target where a name repeats."""

    level1: str | None
    level2: str | None
    name: str
    title: str
    target: FormCell | None
    actual: FormCell | None
    weight: FormCell | None
    score: FormCell | None
    reason: FormCell | None
    standard: FormCell | None = None
    remark: FormCell | None = None

    @property
    def place(self) -> str:
        """Return the row in words: 产出指标 / 质量指标 / name."""
        parts = (self.level1, self.level2, self.title)
        return " / ".join(dict.fromkeys(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class FormClass:
    """A class of indicators whose weight the form states: 产出指标（50分）, or a subtotal row.

    ``rows`` are the positions of its indicators in the form; ``score`` is given only by a subtotal row.
    """

    name: str
    level: int
    rows: tuple[int, ...]
    weight: FormCell | None
    score: FormCell | None = None


@dataclass(frozen=True, slots=True)
class ExecutionRow:
    """The block of the year's money: 年度资金总额 with budget, execution, weight, rate and score."""

    initial: FormCell | None
    adjusted: FormCell | None
    executed: FormCell | None
    weight: FormCell | None
    rate: FormCell | None
    score: FormCell | None


@dataclass(frozen=True, slots=True)
class ScoreForm:
    """A whole score form.

    ``title`` is its caption or the heading above, ``annex`` the short name of the annex around it (附件2).
    ``has_reasons`` says that the form has a column for reasons; ``notes`` are its remarks; ``partial`` that rows of it
    were not read, so that its totals may hold more than is seen.
    """

    title: str | None
    annex: str | None
    rows: tuple[IndicatorRow, ...]
    classes: tuple[FormClass, ...]
    execution: ExecutionRow | None
    total_weight: FormCell | None
    total_score: FormCell | None
    has_reasons: bool
    notes: tuple[str, ...] = ()
    partial: bool = False
