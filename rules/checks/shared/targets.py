"""``targets``: target values of some indicators that lack what such a target has to hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from rules.card import RuleCard
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import row_words, short


class Data(BaseModel):
    """``of`` finds the indicators by class or name; a target must match ``needs``, or else ``only`` ones are named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: re.Pattern[str]
    needs: re.Pattern[str]
    only: re.Pattern[str] | None = None
    lacks: str


def check(context: CheckContext, card: RuleCard, data: Data) -> Iterable[Finding]:
    """Yield one finding for each such indicator; a blank target is another rule's."""
    for form, row in context.rows:
        named = f"{row.level2 or ''}{row.name}"
        if row.target is None or not data.of.search(named) or data.needs.search(row.target.text):
            continue
        if data.only is not None and not data.only.search(row.target.text):
            continue
        yield card.finding(
            content=(row.name, row.title, row.target.text),
            message=f"{row_words(form, row)}年度指标值“{short(row.target.text)}”{data.lacks}。{card.suggestion}",
            reported=short(row.target.text),
            evidence=(row.target.evidence(context.locator),),
        )
