"""Q16: a satisfaction rate, and not a word about how it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import row_words

_SURVEY = re.compile(
    r"问卷|调查|样本|抽样|回收|访谈|走访|座谈|评价器|好差评|测评|回访|评议|征求意见|评教|(?<!联系)(?<!办公)电话(?!号|[:：])|统计平台|第三方|有效票"
)
_RATE = re.compile(r"\d+(?:\.\d+)?\s*[%％]|百分之")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each indicator of satisfaction that has a rate, where the report tells no method."""
    if _SURVEY.search(context.document.text):
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
