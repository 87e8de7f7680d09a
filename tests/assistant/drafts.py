"""Reviews to draft from and to export: the bundled sample and its clean twin, and small reports of our own, read as a user's are."""

from __future__ import annotations

from functools import cache

from assistant.drafting.composing import draft
from assistant.drafting.draft import Draft, Sections
from assistant.drafting.paper import Voice
from assistant.specimens.sample import Format, sample_path
from corpus.readers.opening import open_document, read_bytes
from rules.engine import review
from rules.review import Review

BASE = """{title}2023年度部门整体支出绩效自评报告

一、基本情况

我局核定编制40人，实有在职人员36人。

二、预算执行情况

2023年项目支出预算500.00万元，实际支出400.00万元，预算执行率80.00%。渔港维护项目预算执行率55.00%，渔业资源调查项目预算执行率97.50%。
{more}
三、存在的问题及原因分析

{problems}

四、下一步改进措施

{measures}
"""

SLOW = "（一）部分项目进度偏慢\n\n渔港维护项目进度偏慢，因台风影响，施工停工两个月，未达到验收条件。"
PLAIN_MEASURE = "（一）加快项目进度\n\n进一步加强项目管理，切实提高资金使用效益。"


@cache
def sample_review(format: Format = "docx", clean: bool = False) -> Review:
    """Return the review of the bundled sample or of its clean twin."""
    return review(open_document(sample_path(format, clean)))


@cache
def sample_draft(voice: Voice = "unit", section: Sections = "both", format: Format = "docx") -> Draft:
    """Return a draft of the bundled sample."""
    return draft(sample_review(format), section, voice)


def small_review(
    problems: str = SLOW,
    measures: str = PLAIN_MEASURE,
    *,
    title: str = "海湾市渔业局",
    more: str = "",
    year: str = "2023",
) -> Review:
    """Return the review of a small report; ``more`` goes below the figures of spending."""
    text = BASE.format(title=title, problems=problems, measures=measures, more=more).replace("2023", year)
    return review(read_bytes(text.encode("utf-8", "surrogatepass"), "渔业局.txt"))
