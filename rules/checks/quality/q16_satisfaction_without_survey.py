"""Q16: a satisfaction rate, and not a word about how it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import row_words

_ABOUT = re.compile(
    r"满意|问卷|调查|走访|访问(?=[\d０-９]|群众|对象|住户)|访谈|测评|评议|回访|抽样|样本|有效票"
)
_SAMPLE = re.compile(
    r"[\d０-９]\s*(?:余|多)?\s*(?:份|户|人次?|名|家|位|个(?:样本|单位|社区|村)|张|票|条评价)"
)
_SYSTEM = re.compile(
    r"(?:统计(?:部门|局|平台)|第三方|好差评|评价器|评价系统|电话)[^。；\n]*(?:满意|调查|测评|访)|(?:满意|调查|测评)[^。；\n]*"
    r"(?:统计(?:部门|局|平台)|第三方|好差评|评价器|评价系统|电话(?:访问|调查|回访)|问卷平台)"
)
_SENTENCE = re.compile(r"[。；\n\t]")
_RATE = re.compile(r"\d+(?:\.\d+)?\s*[%％]|百分之")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each indicator of satisfaction that has a rate, where the report tells no method."""
    if _tells_method(context.document.text):
        return
    for form, row in context.rows:
        named = f"{row.level1 or ''}{row.level2 or ''}{row.name}"
        if "满意" not in named or row.actual is None or not _RATE.search(row.actual.text):
            continue
        yield card("Q16").finding(
            content=(row.name, row.title, row.actual.text),
            message=(
                f"{row_words(form, row)}实际完成值 {row.actual.text}，报告未写明调查方式、发放和收回份数。"
                "请补充取值方式和佐证材料。"
            ),
            reported=row.actual.text,
            evidence=(row.actual.evidence(context.locator),),
        )


def _tells_method(text: str) -> bool:
    """Say whether a sentence about satisfaction or a survey gives a sample, or names the system that counts."""
    return _SYSTEM.search(text) is not None or any(
        _ABOUT.search(sentence) and _SAMPLE.search(sentence) for sentence in _SENTENCE.split(text)
    )
