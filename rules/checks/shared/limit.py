"""``limit``: a rate of the form's budget block beyond a limit that the card or a pack gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from rules.card import RuleCard
from rules.check import CheckContext
from rules.facts.form import ExecutionRow, FormCell, ScoreForm
from rules.finding import Finding
from rules.numbers.units import convert
from rules.sections import MEASURES, PROBLEMS, running_text, section_named
from rules.wording import form_words

_CENT = Decimal("0.01")
Rate = Literal["execution_rate", "adjustment_rate", "carryover_rate"]


class Data(BaseModel):
    """``rate`` is compared with ``above`` or ``below``; Units: percent. Without a limit the rule is off until a pack has one.

    ``parameter`` names the threshold of a pack that takes the place of the card's own, with its basis.

    ``unless`` is what the report says that settles it, looked for in the whole text or in the part on problems.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rate: Rate
    above: Decimal | None = None
    below: Decimal | None = None
    parameter: str | None = None
    unless: re.Pattern[str] | None = None
    unless_in: Literal["text", "problems"] = "text"
    says: str


def check(context: CheckContext, card: RuleCard, data: Data) -> Iterable[Finding]:
    """Yield one finding for each form whose rate is beyond the limit and not spoken of."""
    own = context.pack.parameters.get(data.parameter or "")
    if own is not None:
        side = "below" if data.rate == "execution_rate" else "above"
        data = data.model_copy(update={side: own.value})
    for form in context.forms:
        amounts = None if form.execution is None else _amounts(form.execution, data.rate)
        if amounts is None or amounts[1].quantity is None or amounts[1].quantity.value == 0:
            continue
        value, words = _RATES[data.rate](*amounts)
        beyond = (data.above is not None and value > data.above) or (
            data.below is not None and value < data.below
        )
        if beyond and not _settled(context, data):
            found = _finding(context, card, data, form, amounts, value.quantize(_CENT, ROUND_HALF_UP), words)
            yield found if own is None else replace(found, basis=own.basis)


def _finding(
    context: CheckContext,
    card: RuleCard,
    data: Data,
    form: ScoreForm,
    amounts: tuple[FormCell, FormCell],
    value: Decimal,
    words: str,
) -> Finding:
    limit = data.above if data.above is not None else data.below
    says = data.says.format(value=f"{value:f} %", limit=f"{limit} %", words=words)
    return card.finding(
        content=(data.rate, f"{value:f}"),
        message=f"{form_words(form)}{says}{card.suggestion}",
        reported=f"{value:f}",
        derivation=f"{words} = {value:f} %",
        evidence=tuple(cell.evidence(context.locator) for cell in amounts),
    )


def _amounts(block: ExecutionRow, rate: Rate) -> tuple[FormCell, FormCell] | None:
    """Return the two amounts of a rate, the base second, in one unit."""
    top, base = (
        (block.adjusted, block.initial) if rate == "adjustment_rate" else (block.executed, block.adjusted)
    )
    if top is None or base is None or top.quantity is None or base.quantity is None:
        return None
    units = {cell.quantity.unit.dimension for cell in (top, base) if cell.quantity and cell.quantity.unit}
    return None if len(units) > 1 else (top, base)


def _values(top: FormCell, base: FormCell) -> tuple[Decimal, Decimal]:
    assert top.quantity is not None and base.quantity is not None
    value = top.quantity.value
    if top.quantity.unit is not None and base.quantity.unit is not None:
        value = convert(value, top.quantity.unit, base.quantity.unit)
    return value, base.quantity.value


def _execution(top: FormCell, base: FormCell) -> tuple[Decimal, str]:
    value, whole = _values(top, base)
    return value / whole * 100, f"{top.text} ÷ {base.text}"


def _carryover(top: FormCell, base: FormCell) -> tuple[Decimal, str]:
    value, whole = _values(top, base)
    return (whole - value) / whole * 100, f"（{base.text} − {top.text}）÷ {base.text}"


def _adjustment(top: FormCell, base: FormCell) -> tuple[Decimal, str]:
    value, whole = _values(top, base)
    return abs(value - whole) / whole * 100, f"｜{top.text} − {base.text}｜÷ {base.text}"


_RATES: dict[str, Callable[[FormCell, FormCell], tuple[Decimal, str]]] = {
    "execution_rate": _execution,
    "carryover_rate": _carryover,
    "adjustment_rate": _adjustment,
}


def _settled(context: CheckContext, data: Data) -> bool:
    if data.unless is None:
        return False
    if data.unless_in == "text":
        return data.unless.search(running_text(context.document)) is not None
    part = section_named(context.document, PROBLEMS, re.compile("(?!)")) or section_named(
        context.document, MEASURES
    )
    return part is None or data.unless.search(f"{part.title}{part.text}") is not None
