"""The figures of running text with the words that tell what they state: their own, the statement's, the paragraph's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document.model import BlockKind, Document
from rules.facts.fact import Fact
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.goals import sets_goals
from rules.relations.repeats.stage import DONE, PLANNED, of_mention

_QUOTES = re.compile(r"[“”\"'‘’《》]")
_STOP = re.compile(r"[。！？]")
_LONG = 400
_LINE = 20
"""Characters that a line has at least that was broken at the margin."""
_BOUND = re.compile(
    r"(?:低于|高于|不足|大于|小于|未达到?|不到|超出|[≥≤><])$|[比较][^，。；]{0,6}(?:计划|目标|任务|预期|指标)值?[^，。；]{0,4}[少多低高差短]$"
)
"""Words before a mark that figures are held against, or before the distance from one: 执行率低于80%的项目, 比计划少1.7万."""

_MAY_BE_GOALS = (None, DONE, "increase")
"""Stages of a figure that is to be reached where goals are set: 新增企业 20 家, 完成检查 11000 人."""


@dataclass(frozen=True, slots=True)
class Said:
    """A figure of the text. ``before`` are the words of its statement up to it, ``wide`` those of its paragraph."""

    mention: Mention
    lead: str
    before: str
    wide: str
    stage: str | None

    @property
    def fact(self) -> Fact:
        """Return the fact."""
        return self.mention.fact


def said_in(document: Document, mentions: Sequence[Mention]) -> Iterator[Said]:
    """Yield the figures of the paragraphs that state something, in reading order."""
    for mention in mentions:
        if mention.range_end or document.blocks[mention.block].table is not None:
            continue
        if _BOUND.search(normal(mention.lead)):
            continue
        start = mention.fact.start
        opened = max(_beginning(document, mention.block), start - _LONG)
        wide = document.text[opened:start]
        before = _STOP.split(wide)[-1]
        stage = of_mention(mention, normal(before))
        if stage in _MAY_BE_GOALS and sets_goals(mention.fact.evidence.section, wide):
            stage = PLANNED
        yield Said(mention, folded(mention.lead), folded(before), folded(wide), stage)


def _beginning(document: Document, number: int) -> int:
    """Return where the paragraph of a block begins, which a reader may have broken at the ends of lines."""
    while number:
        before = document.blocks[number - 1]
        text = document.text[before.start : before.end].rstrip()
        if before.kind is not BlockKind.PARAGRAPH or len(text) < _LINE or text[-1] in "。；：！？;:!?":
            break
        number -= 1
    return document.blocks[number].start


def folded(text: str) -> str:
    """Return a text as names are looked for in it."""
    return _QUOTES.sub("", normal(text))
