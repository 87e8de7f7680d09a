"""What sort of report a document is, whose, and of which year: settled first, rules hold for sorts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpus.document.model import Block, BlockKind, Document

DEPARTMENT = "department_self_evaluation"
PROJECT = "project_self_evaluation"
EVALUATION = "evaluation_report"
ACCOUNTS = "final_accounts"
BUDGET = "budget"
OTHER = "other"

SELF_EVALUATIONS = (DEPARTMENT, PROJECT)
SCORED = (*SELF_EVALUATIONS, EVALUATION)
"""The kinds to which rules of scoring apply."""

_OPENING = 1500
_COVER = 400
_FOLD = re.compile(r"[\s　]+")
_SELF = re.compile(r"自评|自我评价")
_WHOLE = re.compile(r"整体(?:支出|绩效)")
_PROJECT = re.compile(r"(?:项目|专项|资金|政策).{0,40}(?:自评|自我评价)|自评.{0,10}(?:项目|专项)")
_EVALUATION = re.compile(r"(?:绩效|部门|财政|重点|事前|第三方)评价(?:报告|工作报告)|评价报告")
_ACCOUNTS = re.compile(r"(?:部门|单位)决算|决算(?:公开|情况说明|报表|说明)")
_BUDGET = re.compile(r"(?:部门|单位)预算|预算(?:公开|编制说明|情况说明|批复)")
_YEAR = re.compile(r"(20\d{2})年度?")
_CHINESE_YEAR = re.compile(r"二[〇○零ＯO0]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])年")
_HELD_AGAINST = re.compile(r"[较比]20\d{2}年度?|与20\d{2}年度?[^，,。；;]{0,6}相?比")
"""A year that figures are held against is not the report's: 较 2020 年度决算数减少."""
_DATE = re.compile(r"20\d{2}年\d{1,2}月(?:\d{1,2}日)?")
_NAME_LABEL = (
    r"(?:(?:省级|市级|县级|区级|本级)?(?:预算)?(?:部门|单位|项目单位|实施单位|主管部门|填报单位|评价单位|申报单位|被评价单位))"
    r"(?:[、/和及]?(?:[（(]?(?:单位|部门|项目)[)）]?))?(?:名称|全称)?(?:[（(](?:盖章|公章|签章|全称)[)）])?"
)
_NAMED = re.compile(rf"^{_NAME_LABEL}[:：](?P<name>[^:：]{{2,40}})$")
_LABEL_CELL = re.compile(rf"^{_NAME_LABEL}[:：]?$")
_TITLED = re.compile(
    r"^(?:关于)?(?P<name>[\u4e00-\u9fff（）()·]{3,30}?)(?:关于)?20\d{2}年?度?.{0,30}(?:自评|评价|决算|预算|绩效)"
)
_INSTITUTION = re.compile(
    r"^[\u4e00-\u9fff（）()·]{2,28}(?:局|厅|委员会|办公室|中心|学院|大学|学校|医院|法院|检察院|研究院|研究所|协会|政府|总队|支队|馆|站)$"
)
_SEAL = re.compile(r"[（(](?:盖章|公章|签章|章)[)）]$")
_MONEY = re.compile(r"^(?:人民币)?(?:元|万元|千元|亿元|人|个|%)")


def document_kind(document: Document) -> str:
    """Return the kind of the contract: by the cover first, then by captions, headings and the opening."""
    whole = _FOLD.sub("", document.text)
    for number, zone in enumerate(_zones(document)):
        kind = _kind_of(zone, whole, on_cover=number == 0)
        if kind is not None:
            return kind
    return OTHER


def _kind_of(zone: str, whole: str, *, on_cover: bool) -> str | None:
    if _SELF.search(zone):
        return DEPARTMENT if _WHOLE.search(zone) else PROJECT if _PROJECT.search(zone) else None
    if on_cover and _ACCOUNTS.search(zone):
        return ACCOUNTS
    if on_cover and _BUDGET.search(zone):
        return BUDGET
    if _EVALUATION.search(zone):
        # Units used to call their own evaluation of the whole department simply 绩效评价报告.
        own = _WHOLE.search(zone) is not None and _SELF.search(whole) is not None
        return DEPARTMENT if own else EVALUATION
    return None


def report_year(document: Document) -> str | None:
    """Return the year that the report is about, not that of its writing; None where nothing says."""
    zones = [_CHINESE_YEAR.sub(_arabic_year, _DATE.sub("", zone)) for zone in _zones(document)]
    for text in (*(_HELD_AGAINST.sub("", zone) for zone in zones), *zones):
        found = _YEAR.findall(text)
        if found:
            full = re.findall(r"(20\d{2})年度", text)
            return str(Counter(full or found).most_common(1)[0][0])
    return None


def unit_name(document: Document) -> str | None:
    """Return the unit whose report it is, by cover, form or title; None where nothing says."""
    lines = [_FOLD.sub("", document.text[block.start : block.end]) for block in _cover(document)]
    for line in lines:
        found = _NAMED.match(line)
        if found is not None and not _MONEY.match(found["name"]):
            return _SEAL.sub("", found["name"])
    titled = [found["name"] for line in lines if (found := _TITLED.match(line)) is not None]
    alone = [line for line in lines if _INSTITUTION.match(line)]
    return _name_in_forms(document) or next(iter((*alone, *titled)), None)


def _name_in_forms(document: Document) -> str | None:
    for table in document.tables:
        for cell, after in zip(table.cells, table.cells[1:], strict=False):
            label, value = _FOLD.sub("", cell.text), _FOLD.sub("", after.text)
            if _LABEL_CELL.match(label) and after.row == cell.row and 2 <= len(value) <= 40:
                return _SEAL.sub("", value)
    return None


def _cover(document: Document) -> list[Block]:
    """Return the blocks before the first heading or contents entry."""
    blocks: list[Block] = []
    for block in document.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.CONTENTS) or block.start > _COVER:
            break
        if block.table is None:
            blocks.append(block)
    return blocks


def _zones(document: Document) -> Iterator[str]:
    """Return the texts that say what a document is, the surest first: cover, captions, headings, opening."""

    def joined(blocks: list[Block]) -> str:
        return _FOLD.sub("", "".join(document.text[block.start : block.end] + "；" for block in blocks))

    cover = _cover(document)
    short = [block for block in cover if block.end - block.start <= 60]
    yield joined(short)
    captions = [block for block in document.blocks if block.kind is BlockKind.CAPTION]
    yield joined(captions) + "；".join(_FOLD.sub("", table.caption or "") for table in document.tables)
    yield joined([b for b in document.blocks if b.kind in (BlockKind.HEADING, BlockKind.CONTENTS)])
    yield _FOLD.sub("", document.text[:_OPENING])


def _arabic_year(found: re.Match[str]) -> str:
    digits = {"○": "0", "〇": "0", "零": "0"} | {
        word: str(i) for i, word in enumerate("一二三四五六七八九", 1)
    }
    return f"20{digits[found[1]]}{digits[found[2]]}年"
