"""Q27: the reason of a deduction is only what is to be done, not why it came so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import row_words, short

_TO_DO = re.compile(
    r"^(?:改进措施[:：]?)?(?:下一步|下步|今后|后续)?[，,]?(?:我(?:单位|局|中心))?(?:将|拟|要)?(?:进一步|继续|及时|积极|不断|切实)?"
    r"(?:加强|加快|加大|完善|提高|推进|督促|跟进|优化|强化|规范|做好|落实|改进|健全|严格|按要求)"
)
_WHY = re.compile(
    r"因|由于|导致|影响|造成|滞后|未|尚|没有|不足|不够|不高|不到|较[慢低少晚高大多]|偏[慢低少晚高大多]|少于|低于|超|缺|难|延期|推迟|"
    r"受|变化|调整|减少|冲突|老化|误差|返工|退出|周期|疫情|原因"
)


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one hint for each deduction whose reason only tells a measure."""
    for scored in context.scored_rows:
        reason = scored.row.reason
        if reason is None or scored.is_full or not _TO_DO.search(reason.text) or _WHY.search(reason.text):
            continue
        points, most = scored.points.plain(), scored.most.plain()
        yield card("Q27").finding(
            content=(scored.row.name, scored.row.title, reason.text),
            message=(
                f"{row_words(scored.form, scored.row)}扣 {scored.most.value - scored.points.value:f} 分，"
                f"偏差原因栏写“{short(reason.text)}”，只写了措施，未写原因。请补写扣分原因。"
            ),
            reported=short(reason.text),
            derivation=f"{most} − {points} = {scored.most.value - scored.points.value:f} 分",
            evidence=(reason.evidence(context.locator), scored.score.evidence(context.locator)),
        )
