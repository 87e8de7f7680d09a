"""``section_words``: a part that is there and does not speak of what belongs in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from rules.card import RuleCard
from rules.check import CheckContext
from rules.finding import Finding
from rules.sections import section_named
from rules.wording import short


class Data(BaseModel):
    """``title`` finds the part (``but`` rules titles out), ``words`` are what has to stand in it, ``lacks`` names it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: re.Pattern[str]
    but: re.Pattern[str] | None = None
    words: re.Pattern[str]
    lacks: str


def check(context: CheckContext, card: RuleCard, data: Data) -> Iterable[Finding]:
    """Yield a finding where the part holds text and none of the words; one that says 无 is left alone."""
    part = section_named(context.document, data.title, data.but)
    if part is None or part.says_nothing or data.words.search(part.text):
        return
    yield card.finding(
        content=(part.title, data.lacks),
        message=f"“{short(part.title)}”部分未见{data.lacks}。{card.suggestion}",
        evidence=(context.locator.evidence(part.heading.start, part.heading.end),),
    )
