"""Formulas that the report writes out itself: （55/58）×100%＝94.83%, 320.50＋41.20－6.30＝355.40 万元."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation, judge
from rules.relations.relation import RelationKind

_OPEN, _CLOSE = r"[（(\[]*\s*", r"\s*[）)\]]*"
_DIVIDED = re.compile(rf"{_CLOSE}\s*[/÷／]\s*{_OPEN}")
_TIMES = re.compile(rf"{_CLOSE}(?:\s*[×xX*＊]\s*100\s*[%％])?\s*[=＝]\s*{_OPEN}")
_GIVES = re.compile(r"[）)]?(?:×100%)?[，,]?(?:计算)?(?:结果)?(?:为|得|是|等于|约为|即)")
_PLUS, _MINUS = re.compile(r"\s*[+＋]\s*"), re.compile(r"\s*[-－−–]\s*")
_EQUALS = re.compile(r"\s*[=＝]\s*")


def find_formulas(text: str, mentions: Sequence[Mention], relations: Relations) -> None:
    """Check every formula that stands in figures; ``text`` is the canonical text of the document."""
    for at, first in enumerate(mentions):
        _ratio(text, mentions[at : at + 3], relations)
        _ratio_of_sum(text, mentions[at : at + 6], relations)
        if not at or not _joins(text, mentions[at - 1], first):
            _chain(text, mentions[at : at + 12], relations)


def _between(text: str, one: Mention, other: Mention) -> str:
    return text[one.fact.evidence.end or one.fact.start : other.fact.start]


def _joins(text: str, one: Mention, other: Mention) -> bool:
    words = _between(text, one, other)
    return bool(_PLUS.fullmatch(words) or _MINUS.fullmatch(words))


def _ratio(text: str, three: Sequence[Mention], relations: Relations) -> None:
    if len(three) < 3 or three[2].fact.kind is not FactKind.RATE:
        return
    top, base, rate = three
    if _DIVIDED.fullmatch(_between(text, top, base)) and _TIMES.fullmatch(_between(text, base, rate)):
        operands = [_as_written(top.fact), _as_written(base.fact)]
        relations.check(RelationKind.RATIO, Operation.RATIO, operands, rate.fact, "文中列出的算式")


def _ratio_of_sum(text: str, following: Sequence[Mention], relations: Relations) -> None:
    """（521＋206）÷764，为 95.16 %: the sum in the bracket over what follows it."""
    parts = [following[0]]
    for at, (one, other) in enumerate(itertools.pairwise(following), start=1):
        words = _between(text, one, other)
        if _PLUS.fullmatch(words):
            parts.append(other)
            continue
        rate = following[at + 1] if at + 1 < len(following) else None
        if (
            len(parts) < 2
            or not _DIVIDED.fullmatch(words)
            or rate is None
            or rate.fact.kind is not FactKind.RATE
        ):
            return
        told = _between(text, other, rate)
        if _TIMES.fullmatch(told) or _GIVES.fullmatch(told):
            top = _as_written(parts[0].fact).quantity
            whole = replace(top, value=sum((m.fact.quantity.value for m in parts), Decimal(0)))
            judgement = judge(Operation.RATIO, [whole, _as_written(other.fact).quantity], rate.fact.quantity)
            operands = [*(m.fact for m in parts), other.fact]
            relations.add(RelationKind.RATIO, operands, rate.fact, "文中列出的算式", judgement)
        return


def _as_written(fact: Fact) -> Fact:
    """Return the figure exact where it is a bare whole number: 55 ÷ 58 counts heads, and rounds nothing."""
    bare = fact.quantity.unit is None and fact.quantity.precision == 0
    return replace(fact, quantity=replace(fact.quantity, counted=True)) if bare else fact


def _chain(text: str, following: Sequence[Mention], relations: Relations) -> None:
    """A ＋ B － C ＝ D."""
    terms: list[Fact] = [following[0].fact]
    signs = [1]
    for one, other in itertools.pairwise(following):
        words = _between(text, one, other)
        if _EQUALS.fullmatch(words):
            if len(terms) >= 2:
                relations.check(
                    RelationKind.SUM, Operation.SUM, terms, other.fact, "文中列出的算式", signs=signs
                )
            return
        if not _joins(text, one, other):
            return
        terms.append(other.fact)
        signs.append(1 if _PLUS.fullmatch(words) else -1)
