"""``classes``: classes of indicators that a score form of this shape has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

from rules.card import RuleCard
from rules.check import CheckContext
from rules.facts.form import ScoreForm
from rules.finding import Finding
from rules.sections import running_text
from rules.wording import form_words


class Data(BaseModel):
    """``classes`` pairs a name with its pattern; ``level`` says where it stands in the form.

    ``shape``: only forms with classes like all of these are meant. ``explained`` is what a text says that gives a
    reason for leaving a class out, with ``{name}`` for it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    level: Literal["level1", "level2"]
    classes: dict[str, re.Pattern[str]]
    shape: tuple[re.Pattern[str], ...] = ()
    explained: str = ""


def check(context: CheckContext, card: RuleCard, data: Data) -> Iterable[Finding]:
    """Yield one finding for each form that lacks classes, naming all of them."""
    for form in context.forms:
        if not all(any(shape.search(name) for name in _names(form)) for shape in data.shape):
            continue
        absent = [name for name, words in data.classes.items() if not _has(form, words)]
        absent = [name for name in absent if not _explained(context, form, name, data.explained)]
        cells = [row.weight or row.score for row in form.rows]
        places = [cell for cell in cells if cell is not None]
        if not absent or not places:
            continue
        named = "、".join(absent)
        yield card.finding(
            content=tuple(absent),
            message=f"{form_words(form)}未设{named}。{card.suggestion}",
            expected=named,
            evidence=tuple(cell.evidence(context.locator) for cell in places[:1]),
        )


def _names(form: ScoreForm) -> set[str]:
    parts = {part for row in form.rows for part in (row.level1, row.level2) if part}
    return parts | {item.name for item in form.classes}


def _has(form: ScoreForm, words: re.Pattern[str]) -> bool:
    every = _names(form) | {row.name for row in form.rows}
    return any(words.search(name) for name in every)


def _explained(context: CheckContext, form: ScoreForm, name: str, pattern: str) -> bool:
    if not pattern:
        return False
    short = name.removesuffix("指标")
    said = re.compile(pattern.replace("{name}", re.escape(short)))
    return any(said.search(text) for text in (running_text(context.document), *form.notes))
