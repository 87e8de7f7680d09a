"""Words of direction without a figure: 支出 10.41 万元，较上年有所减少."""

from __future__ import annotations

import re

from rules.facts.fact import FactKind
from rules.facts.mention import Extraction
from rules.relations.build import BUDGETS, Relations
from rules.relations.changes.direction import DOWN
from rules.relations.changes.pairs import prior_of
from rules.relations.changes.rate import REVERSED
from rules.relations.relation import Judgement, RelationKind, Verdict

_ONLY_WORDS = re.compile(
    r"^[^，。；]{0,4}[，,]?[^，。；]{0,6}(?:较|比|与)(?:上年|去年)[^，。；\d]{0,12}?(减少|下降|降低|增加|增长|上升|持平)"
    r"(?![^，。；、）]{0,8}\d)"
)
"""A word with a figure behind it is what the figure's own relations look at."""


def find_change_words(text: str, extraction: Extraction, relations: Relations) -> None:
    """…支出 10.41 万元，较上年有所减少: the word must agree with both years' figures."""
    for mention in extraction.mentions:
        fact = mention.fact
        if fact.kind is not FactKind.AMOUNT or mention.depth or not mention.own_subject:
            continue
        if fact.measure not in ("executed", *BUDGETS[:3]):
            continue
        end = fact.evidence.end or fact.start
        match = _ONLY_WORDS.match(text[end : end + 30])
        bases = prior_of(fact, extraction) if match else []
        if match is None or not bases or bases[0].quantity.unit != fact.quantity.unit:
            continue
        word = match.group(1)
        now, then = fact.quantity.value, bases[0].quantity.value
        fits = now == then if word == "持平" else (now < then if DOWN.search(word) else now > then)
        sign = "＜" if now < then else ("＝" if now == then else "＞")
        derivation = f"{fact.quantity.words()} {sign} {bases[0].quantity.words()}（报告称较上年{word}）"
        verdict = Verdict.EXACT if fits else Verdict.IMPOSSIBLE
        relations.add(
            RelationKind.YOY,
            bases,
            fact,
            "增减方向用词与两年数字",
            Judgement(verdict, derivation, expected=None, likely=None if fits else REVERSED),
        )
