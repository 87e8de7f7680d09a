"""``element``: what the report has to speak of, recognised by any of the words for it."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from corpus.document.model import BlockKind
from rules.card import RuleCard
from rules.check import CheckContext
from rules.facts.vocabulary import normal
from rules.finding import Finding
from rules.sections import titles


class Data(BaseModel):
    """``elements`` pairs a name with its words; ``anywhere``: they may stand in running text, not only in titles."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    elements: dict[str, tuple[str, ...]]
    anywhere: bool = False


def check(context: CheckContext, card: RuleCard, data: Data) -> Iterable[Finding]:
    """Yield one finding that names all elements of which no word stands in a title, a cell or where it may."""
    document = context.document
    places = [normal(document.text)] if data.anywhere else titles(document)
    absent = [
        name
        for name, words in data.elements.items()
        if not any(word in place for place in places for word in words)
    ]
    if not absent:
        return
    named = "、".join(absent)
    tops = [block for block in document.blocks if block.kind is BlockKind.HEADING and block.level == 1]
    yield card.finding(
        content=tuple(absent),
        message=f"报告未见{named}的内容。{card.suggestion}",
        expected=named,
        evidence=tuple(
            context.locator.evidence(block.start, block.end) for block in tops or document.blocks[:1]
        ),
    )
