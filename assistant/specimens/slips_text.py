"""Slips in what a report must hold: annexes, sections, contents, dates, placeholders."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from assistant.specimens.blocks import Contents, Heading, PageBreak, Paragraph, Place, Report, plain
from assistant.specimens.desk import Change, Desk, Slip, pick
from assistant.specimens.key import Accept, quote_at

DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def _untouched(desk: Desk, start: int, end: int) -> bool:
    return not any(start <= place.block < end for place in desk.places)


def missing_annex(desk: Desk, rng: Random) -> Change | None:
    """Leave out the last annex, which the list of annexes and the text still name."""
    del rng
    marks = [
        n
        for n, block in enumerate(desk.report.blocks)
        if isinstance(block, Paragraph) and block.style == "annex"
    ]
    start = marks[-1]
    if isinstance(desk.report.blocks[start - 1], PageBreak):
        start -= 1
    if not _untouched(desk, start, len(desk.report.blocks)):
        return None
    name = plain(desk.report.paragraph(f"annex{len(marks)}")[1].parts)
    listed, entry = desk.report.paragraph(f"annex_list{len(marks)}")
    facts = frozenset(slot.fact for place, slot in desk.report.slots() if place.block >= start)
    if any(not desk.free(fact) for fact in facts):
        return None
    report = replace(desk.report, blocks=desk.report.blocks[:start])
    reason = f"正文和附件清单列有{name}，文后没有该附件"
    named = tuple(
        quote_at(report, Place(number, None, index))
        for number, block in enumerate(report.blocks)
        if isinstance(block, Paragraph) and number != listed
        for index, part in enumerate(block.parts)
        if isinstance(part, str) and name in part
    )
    return Change(
        report,
        Place(listed, None, 0),
        "（缺）",
        name,
        reason,
        facts,
        plain(entry.parts),
        accept=Accept("any"),
        partners=named,
    )


def missing_section(desk: Desk, rng: Random) -> Change | None:
    """Leave out a section that the contents page still lists."""
    del rng
    blocks = desk.report.blocks
    starts = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
    chosen = next((n for n in starts if "社会保险基金" in getattr(blocks[n], "text", "")), None)
    if chosen is None:
        return None
    end = next((n for n in starts if n > chosen), len(blocks))
    if not _untouched(desk, chosen, end):
        return None
    title = getattr(blocks[chosen], "text", "")
    number = next(n for n, block in enumerate(blocks) if isinstance(block, Contents))
    report = _without(desk.report, chosen, end)
    reason = f"目录列有“{title}”，正文没有这一部分"
    return Change(
        report, Place(number, None, 0), "（缺）", title, reason, frozenset(), title, accept=Accept("any")
    )


def problem_without_measure(desk: Desk, rng: Random) -> Change | None:
    """Leave out the last measure, so that the last problem has none."""
    del rng
    number, _ = desk.report.paragraph("measure3")
    _, problem = desk.report.paragraph("problem3")
    if not _untouched(desk, number - 1, number + 1):
        return None
    title = getattr(desk.report.blocks[number - 1], "text", "")
    at = next(
        index
        for index, (block, following) in enumerate(
            zip(desk.report.blocks, desk.report.blocks[1:], strict=False)
        )
        if isinstance(block, Heading) and following is problem
    )
    problem_title = getattr(desk.report.blocks[at], "text", "")
    report = _without(desk.report, number - 1, number + 1, contents=True)
    reason = f"问题“{problem_title}”没有对应的改进措施"
    return Change(
        report,
        Place(at, None, 0),
        "（缺）",
        title,
        reason,
        frozenset(),
        problem_title,
        accept=Accept("any"),
    )


def _without(report: Report, start: int, end: int, *, contents: bool = False) -> Report:
    """Return the report without some blocks; entries of the contents page go on naming the right headings."""
    headings = [n for n, block in enumerate(report.blocks) if isinstance(block, Heading)]
    gone = [index for index, n in enumerate(headings) if start <= n < end]
    kept = [block for n, block in enumerate(report.blocks) if not start <= n < end]
    for n, block in enumerate(kept):
        if isinstance(block, Contents):
            entries = [
                replace(entry, heading=entry.heading - sum(1 for index in gone if index < entry.heading))
                for entry in block.entries
                if not (contents and entry.heading in gone)
            ]
            kept[n] = replace(block, entries=tuple(entries))
    return replace(report, blocks=tuple(kept))


def toc_vs_body(desk: Desk, rng: Random) -> Change | None:
    """Let the contents page name a heading as it stood in an earlier draft."""
    number = next(n for n, block in enumerate(desk.report.blocks) if isinstance(block, Contents))
    contents = desk.report.blocks[number]
    assert isinstance(contents, Contents)
    turns = (
        ("控制率", "控制情况"),
        ("预算执行自评情况", "支出情况"),
        ("资产管理", "国有资产使用"),
        ("机构设置", "内设机构"),
    )
    options = [
        (index, entry, entry.text.replace(old, new))
        for index, entry in enumerate(contents.entries)
        for old, new in turns
        if old in entry.text
    ]
    chosen = pick(rng, options)
    if chosen is None:
        return None
    index, entry, text = chosen
    entries = (*contents.entries[:index], replace(entry, text=text), *contents.entries[index + 1 :])
    report = desk.report.with_block(number, Contents(entries))
    return Change(
        report,
        Place(number, None, 0),
        text,
        entry.text,
        "目录标题与正文标题不一致",
        frozenset(),
        text,
        accept=Accept("words"),
        partners=(entry.text,),
    )


def date_order(desk: Desk, rng: Random) -> Change | None:
    """Date the form of an annex a year too early: before the year under report had ended."""
    options = [
        (n, block, index, part, match)
        for n, block in enumerate(desk.report.blocks)
        if isinstance(block, Paragraph) and block.style == "signature"
        for index, part in enumerate(block.parts)
        if isinstance(part, str) and (match := DATE.search(part))
    ]
    chosen = pick(rng, options[:2])
    if chosen is None:
        return None
    number, _, index, part, match = chosen
    early = f"{int(match[1]) - 1}年{match[2]}月{match[3]}日"
    report = desk.report.with_part(Place(number, None, index), part.replace(match[0], early))
    reason = f"填报日期{early}早于报告年度结束，封面和自评时间均在{match[1]}年"
    return Change(
        report,
        Place(number, None, index),
        early,
        match[0],
        reason,
        accept=Accept("words", (f"{match[1]}年",)),
    )


def placeholder_left(desk: Desk, rng: Random) -> Change | None:
    """Leave a blank of the template unfilled."""
    options = []
    for name, old, new in (
        ("publication", "6月25日", "X月XX日"),
        ("budget_management3", "4次", "XX次"),
        ("assets", "1次", "XX次"),
        ("perform_ability", "3项", "××项"),
    ):
        for number, block in enumerate(desk.report.blocks):
            if not isinstance(block, Paragraph) or block.name != name:
                continue
            for index, part in enumerate(block.parts):
                if isinstance(part, str) and old in part:
                    options.append((Place(number, None, index), part, old, new))
    chosen = pick(rng, options)
    if chosen is None:
        return None
    place, part, old, new = chosen
    report = desk.report.with_part(place, part.replace(old, new, 1))
    at = part.index(old)
    start = max(part.rfind("。", 0, at), part.rfind("；", 0, at)) + 1
    quote = re.split("[。；]", part.replace(old, new, 1)[start:])[0]
    return Change(report, place, new, old, "模板中的空白没有填写", frozenset(), quote, accept=Accept("any"))


SLIPS = (
    Slip("missing_annex", "missing_annex", "completeness", 1, "缺少所列附件", missing_annex, structural=True),
    Slip(
        "missing_section",
        "missing_section",
        "completeness",
        1,
        "缺少目录所列部分",
        missing_section,
        ("toc_vs_body",),
        structural=True,
    ),
    Slip(
        "problem_without_measure",
        "problem_without_measure",
        "completeness",
        3,
        "问题没有对应措施",
        problem_without_measure,
        structural=True,
    ),
    Slip("toc_vs_body", "toc_vs_body", "completeness", 2, "目录与正文标题不一致", toc_vs_body),
    Slip("date_order", "date_order", "completeness", 2, "日期先后不符", date_order),
    Slip("placeholder_left", "placeholder", "completeness", 1, "留有未填的空白", placeholder_left, ("typo",)),
)
