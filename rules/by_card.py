"""Rules that are only data: which shared checker a card names, its data read, and the check run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from rules.card import RuleCard
from rules.check import CheckContext
from rules.checks.shared import (
    annex,
    blank_field,
    cited,
    classes,
    element,
    limit,
    section_words,
    targets,
    words,
)
from rules.errors import PackError
from rules.finding import Finding


@dataclass(frozen=True, slots=True)
class Checker:
    """A shared checker: the shape of the data that it wants, and the check itself."""

    data: type[BaseModel]
    check: Callable[[CheckContext, RuleCard, Any], Iterable[Finding]]


CHECKERS: dict[str, Checker] = {
    "annex": Checker(annex.Data, annex.check),
    "blank_field": Checker(blank_field.Data, blank_field.check),
    "cited": Checker(cited.Data, cited.check),
    "classes": Checker(classes.Data, classes.check),
    "element": Checker(element.Data, element.check),
    "limit": Checker(limit.Data, limit.check),
    "section_words": Checker(section_words.Data, section_words.check),
    "targets": Checker(targets.Data, targets.check),
    "words": Checker(words.Data, words.check),
}


def read_data(card: RuleCard) -> BaseModel:
    """Return the data of a card as its checker wants it. Raises: PackError that names all that is wrong."""
    checker = CHECKERS.get(card.checker or "")
    if checker is None:
        raise PackError(f"规则卡 {card.code} 的 checker“{card.checker}”不存在；可用的：{'、'.join(CHECKERS)}")
    try:
        return checker.data.model_validate(card.data)
    except ValidationError as error:
        faults = "；".join(
            f"data.{'.'.join(str(part) for part in fault['loc'])}：{fault['msg']}" for fault in error.errors()
        )
        raise PackError(f"规则卡 {card.code} 有误：{faults}") from error


def check_by_card(context: CheckContext, card: RuleCard) -> Iterable[Finding]:
    """Run the checker that a card names, where the card holds for the kind, the year and the region of the report."""
    held = card.holds(context.year, context.pack.regions)
    if not held or (card.kinds and context.kind not in card.kinds):
        return ()
    return CHECKERS[card.checker or ""].check(context, card, read_data(card))
