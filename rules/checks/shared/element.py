"""``element``: something that the report has to speak of, recognised by any of its words."""

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
    """``words`` name the element; ``anywhere``: they may stand anywhere in the text, not only in titles and cells."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    words: tuple[str, ...]
    anywhere: bool = False


def check(context: CheckContext, card: RuleCard, data: Data) -> Iterable[Finding]:
    """Yield a finding where none of the words stands in a title, a cell or the beginning of a paragraph."""
    document = context.document
    places = [normal(document.text)] if data.anywhere else titles(document)
    if any(word in place for place in places for word in data.words):
        return
    tops = [block for block in document.blocks if block.kind is BlockKind.HEADING and block.level == 1]
    yield card.finding(
        content=(data.name,),
        message=f"报告未见“{data.name}”的内容。{card.suggestion}",
        expected=data.name,
        evidence=tuple(
            context.locator.evidence(block.start, block.end) for block in tops or document.blocks[:1]
        ),
    )
