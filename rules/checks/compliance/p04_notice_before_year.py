"""P04: the notice on self-evaluation that the report names was numbered before the report's year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.card import card
from rules.check import CheckContext
from rules.finding import Finding
from rules.wording import short

_NOTICE = re.compile(
    r"《(?P<title>[^《》]*?(?:自评|绩效评价)[^《》]*?通知)》\s*[（(]\s*[\u4e00-\u9fff]{1,8}\s*[〔\[［（(【]\s*(?P<year>20\d{2})\s*[〕\]］）)】]\s*\d+\s*号"
)
_YEAR = re.compile(r"20\d{2}")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such notice; one that names a year in its title is P01's."""
    if context.year is None:
        return
    seen: set[str] = set()
    for found in _NOTICE.finditer(context.document.text):
        title = "".join(found["title"].split())
        if _YEAR.search(title) or int(found["year"]) >= int(context.year) or title in seen:
            continue
        seen.add(title)
        yield card("P04").finding(
            content=(title, found["year"], context.year),
            message=(
                f"报告为 {context.year} 年度，所列通知《{short(title, 44)}》的文号是 {found['year']} 年的，早于报告年度。"
                "请核对是否应引本年度的通知。"
            ),
            reported=found["year"],
            expected=context.year,
            evidence=(context.locator.evidence(found.start(), found.end()),),
        )
