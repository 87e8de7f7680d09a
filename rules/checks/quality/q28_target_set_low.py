"""Q28: a target for quality or satisfaction so low that meeting it says little."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from rules.card import card
from rules.check import CheckContext
from rules.facts.targets import Direction, read_target
from rules.finding import Finding
from rules.numbers.units import Dimension
from rules.wording import row_words, short

_OF = re.compile(r"满意度|满意率|合格率|达标率|及时率|通过率|准确率|完好率|按期完[成工]率")
_LIMIT = Decimal(60)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each such target. Units: the limit is in percent."""
    limit = Decimal(str(card("Q28").data.get("below", _LIMIT)))
    for form, row in context.rows:
        target = read_target(row.target.text) if row.target is not None else None
        if (
            row.target is None
            or target is None
            or not _OF.search(row.name)
            or target.direction is Direction.DOWN
        ):
            continue
        unit, value = target.quantity.unit, target.quantity.value
        if unit is None or unit.dimension is not Dimension.RATE or not 0 < value < limit:
            continue
        yield card("Q28").finding(
            content=(row.name, row.title, row.target.text),
            message=f"{row_words(form, row)}年度指标值“{short(row.target.text)}”低于 {limit:f} %，可能设定偏低。请核对批复的指标值。",
            reported=short(row.target.text),
            evidence=(row.target.evidence(context.locator),),
        )
