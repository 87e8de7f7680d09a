"""A fact: one printed figure with what it says of whom, for which period and scope, and where it stands."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from corpus.document.evidence import Evidence
from rules.numbers.quantity import Quantity


class FactKind(StrEnum):
    """The type of a number, settled before it enters any relation."""

    AMOUNT = "amount"
    RATE = "rate"
    POINTS = "points"
    COUNT = "count"
    SCORE = "score"
    WEIGHT = "weight"
    TARGET = "target"
    MULTIPLE = "multiple"
    OTHER = "other"


class Where(StrEnum):
    """The kind of place where a statement stands."""

    TEXT = "text"
    TABLE = "table"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of one figure.

    ``label`` is the document's own words; ``subject`` the thing normalised (公用经费), ``measure`` the stage or measure
    normalised (adjusted_budget, executed, surplus, execution_rate …), ``period`` a year as text, ``scope`` the fund or
    table whose totals it belongs to. None means that the document does not say, or that it was not understood.
    """

    id: str
    quantity: Quantity
    kind: FactKind
    label: str
    subject: str | None
    measure: str | None
    period: str | None
    scope: str | None
    where: Where
    evidence: Evidence

    @property
    def start(self) -> int:
        """Return the offset of the figure in the canonical text."""
        return self.evidence.start or 0


def fact_id(start: int, printed: str) -> str:
    """Return the id of the statement at an offset; whoever reads the same figure gives it the same id."""
    return f"f{start}-{hashlib.sha256(printed.encode()).hexdigest()[:4]}"
