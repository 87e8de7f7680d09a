"""Hypothesis strategies of the tests: figures as they are printed, and documents whose relations are true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import strategies as st

from corpus.document.evidence import Evidence
from rules.facts.fact import Fact, FactKind, Where
from rules.numbers.quantity import Quantity
from rules.numbers.units import PERCENT, SCORE, WAN_YUAN, YUAN, Unit, count
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.relation import Relation, RelationKind


def printed(
    value: Decimal, precision: int, unit: Unit | None = WAN_YUAN, *, counted: bool = False
) -> Quantity:
    """Return the figure as a true value is printed: rounded half up."""
    shown = value.quantize(Decimal(1).scaleb(-precision), ROUND_HALF_UP)
    return Quantity(shown, unit, precision, f"{abs(shown):f}", counted=counted)


def true_values(low: int = 0, high: int = 99_999, places: int = 6) -> st.SearchStrategy[Decimal]:
    """Draw unrounded values: more decimals than are ever printed."""
    return st.integers(low * 10**places, high * 10**places).map(lambda n: Decimal(n).scaleb(-places))


precisions = st.integers(0, 4)
units = st.sampled_from([YUAN, WAN_YUAN, PERCENT, SCORE])


@st.composite
def figures(draw: st.DrawFn) -> Quantity:
    """Draw one printed figure: an amount, a rate, a score or a count, of either sign."""
    if draw(st.booleans()):
        value = Decimal(draw(st.integers(0, 10**7)))
        return printed(value, 0, count(draw(st.sampled_from(["个", "人", "项"]))), counted=True)
    return printed(draw(true_values(-99_999)), draw(precisions), draw(units))


def fact(name: str, quantity: Quantity, kind: FactKind = FactKind.AMOUNT) -> Fact:
    """Return a fact whose evidence is only its own figure."""
    evidence = Evidence("report", "sketch.docx", quantity.words())
    return Fact(name, quantity, kind, name, name, None, None, None, Where.TEXT, evidence)


class Ledger:
    """A document as facts and relations: true values go in, their prints are held against each other."""

    def __init__(self) -> None:
        self.facts: dict[str, Fact] = {}
        self.asserted: list[tuple[Operation, tuple[str, ...], str]] = []

    def state(self, value: Decimal, precision: int = 2, unit: Unit = WAN_YUAN) -> str:
        """Print a true value; return the id of the statement."""
        name = f"f{len(self.facts):03}"
        kind = FactKind.RATE if unit is PERCENT else FactKind.AMOUNT
        self.facts[name] = fact(name, printed(value, precision, unit), kind)
        return name

    def claim(self, operation: Operation, operands: Sequence[str], stated: str) -> None:
        """Assert that the operands give the stated figure."""
        self.asserted.append((operation, tuple(operands), stated))

    def misprint(self, name: str, value: Decimal) -> None:
        """Print another figure in place of a statement, with its decimals and unit."""
        was = self.facts[name].quantity
        self.facts[name] = replace(self.facts[name], quantity=printed(value, was.precision, was.unit))

    def relations(self) -> tuple[Relation, ...]:
        """Judge everything that was asserted."""
        found = Relations()
        for operation, operands, stated in self.asserted:
            kind = RelationKind.TEXT_VS_TABLE if operation is Operation.DUPLICATE else RelationKind(operation)
            found.check(kind, operation, [self.facts[one] for one in operands], self.facts[stated], "测试")
        return found.items


@st.composite
def true_ledgers(draw: st.DrawFn) -> Ledger:
    """Draw a document that is consistent: a table of budgets and executed amounts, repeated in the text."""
    ledger = Ledger()
    values = draw(st.lists(st.tuples(true_values(1, 9999), true_values(1, 9999)), min_size=1, max_size=5))
    budgets = [ledger.state(budget) for budget, _ in values]
    executed = [ledger.state(amount) for _, amount in values]
    whole, spent = (sum(column, start=Decimal(0)) for column in zip(*values, strict=True))
    total = ledger.state(whole, draw(st.integers(0, 2)))
    done = ledger.state(spent)
    ledger.claim(Operation.SUM, budgets, total)
    ledger.claim(Operation.SUM, executed, done)
    ledger.claim(Operation.RATIO, [done, total], ledger.state(spent / whole * 100, draw(precisions), PERCENT))
    ledger.claim(Operation.DIFFERENCE, [total, done], ledger.state(whole - spent))
    for (budget, amount), one, other in zip(values, budgets, executed, strict=True):
        repeated = ledger.state(budget * 10_000, draw(st.sampled_from([-2, 2])), YUAN)
        ledger.claim(Operation.DUPLICATE, [one], repeated)
        rate = ledger.state(amount / budget * 100, draw(precisions), PERCENT)
        ledger.claim(Operation.RATIO, [other, repeated], rate)
    return ledger
