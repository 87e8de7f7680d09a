"""S11: the grade that the text states is not that of the total, by the grades in force."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from corpus.document.model import BlockKind
from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding

_GRADE = re.compile(
    r"(?:等级|等次|评级|档次)(?:评定|评价)?(?:结果)?(?:确定)?(?:为|是|属于?|[:：])?\s*[“\"「]?(?P<grade>优秀?|良好?|中等?|差)[”\"」]?级?"
    r"(?=[，,。；;）)\s]|等次|等级|档|$)"
)
_SCALE = re.compile(r"分[^，。；]{0,6}(?:以上|以下|含|之间)|≥|≤|[～~—－-]\s*\d+\s*分?[）)]?\s*为")
_TOTAL = re.compile(
    r"(?:自评|综合|评价|总)[^，。；]{0,8}?得?分(?:数|值)?(?:为|是|[:：])?\s*(?P<total>\d{1,3}(?:\.\d+)?)\s*分"
)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding where a sentence states another grade; one that explains the scale states none."""
    grades, document = context.pack.grades, context.document
    if grades is None:
        return
    for block in document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            continue
        text = document.text[block.start : block.end]
        for found in _GRADE.finditer(text):
            first, last = _sentence(text, found.start(), found.end())
            total = _total(context, text[first:last])
            if total is None or _SCALE.search(text[first : found.end()]):
                continue
            stated, due = found["grade"][0], grades.of(total)
            if due is None or due[0] == stated:
                continue
            yield card("S11").finding(
                content=(found["grade"], f"{total:f}"),
                message=f"自评 {total:f} 分，报告评为“{found['grade']}”，按通行等次应为“{due}”。请核对等次，或注明所用的等次划分办法。",
                basis=grades.basis,
                reported=found["grade"],
                expected=due,
                evidence=(context.locator.evidence(block.start + found.start(), block.start + found.end()),),
            )


def _total(context: CheckContext, sentence: str) -> Decimal | None:
    """Return the total that the sentence names, else that of the only form."""
    found = _TOTAL.search(sentence)
    if found is not None:
        return Decimal(found["total"])
    totals = [form.total_score for form in context.forms if form.total_score is not None]
    quantity = totals[0].quantity if len(totals) == 1 else None
    return None if quantity is None else quantity.value


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    first = max(text.rfind(mark, 0, start) for mark in "。；\n") + 1
    ends = [at for mark in "。；\n" if (at := text.find(mark, end)) >= 0]
    return first, min(ends, default=len(text))
