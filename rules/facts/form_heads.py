"""Which column heads of a score form mean what; forms differ by year, province and level."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.document.model import Cell


class CellPart(StrEnum):
    """What of a cell belongs to a column: 26口（20分） is the target before the bracket, and the weight within."""

    WHOLE = "whole"
    BEFORE = "before"
    BRACKET = "bracket"


class Head(StrEnum):
    """What a column of a score form holds."""

    LEVEL1 = "level1"
    LEVEL2 = "level2"
    NAME = "name"
    TARGET = "target"
    ACTUAL = "actual"
    WEIGHT = "weight"
    SCORE = "score"
    REASON = "reason"
    STANDARD = "standard"
    INITIAL = "initial"
    ADJUSTED = "adjusted"
    EXECUTED = "executed"
    RATE = "rate"
    REMARK = "remark"


_PATTERNS = tuple(
    (head, re.compile(pattern))
    for head, pattern in (
        (Head.REASON, r".*(?:原因|偏差|扣分说明|扣分依据|扣分情况).*"),
        (
            Head.STANDARD,
            r"(?:评分|计分|赋分|打分|评价)(?:标准|规则|办法|方法|细则|要点|依据)(?:及.*)?|指标(?:说明|解释)",
        ),
        (Head.REMARK, r"备注|(?:计分|得分|自评|评分)?(?:情况)?说明"),
        (Head.LEVEL1, r"一级(?:指标|目标)?(?:名称)?"),
        (Head.LEVEL2, r"二级(?:指标|目标)?(?:名称)?"),
        (
            Head.NAME,
            r"[三四]级(?:指标|目标)?(?:名称|内容)?|(?:绩效|评价|考核|具体|自评)?指标(?:名称|内容)?|(?:评价|考核|自评)内容",
        ),
        (Head.INITIAL, r"年初(?:部门)?预算(?:数|安排|金额)?"),
        (
            Head.ADJUSTED,
            r"(?:全年|年度|本年|当年)?预算(?:数|金额|安排数)|全年预算|调整后?(?:全年)?预算(?:数|金额)?|预算调整后数",
        ),
        (Head.EXECUTED, r"(?:全年|实际)?(?:预算)?(?:执行数|支出数|支出金额|执行金额)|决算数|实际支出"),
        (Head.RATE, r"(?:预算|资金)?执行率"),
        (
            Head.TARGET,
            r"(?:年度|年初|预期|计划|绩效|全年|设定|三级|批复)*(?:指标值|目标值|指标目标值|标杆值|预期值)|年度(?:绩效)?(?:目标|指标)|"
            r"(?:年度|年初)?(?:预期|计划|设定|批复)完成值",
        ),
        (
            Head.ACTUAL,
            r"(?:全年|年度|本年|自评)?(?:实际)?(?:完成值|完成情况|完成数|实现值|达成值|执行情况|完成结果)|(?:全年)?实际(?:值|情况|结果)|实际完成",
        ),
        (Head.WEIGHT, r"(?:指标|设定|标准|分数|考核|评价)?(?:分值|权重|权重分值?|满分|标准分|分值权重)"),
        (
            Head.SCORE,
            r"(?:(?:单位|部门|年度)?自评|实际|评价|考核|实|指标)?(?:得分|评分|分数|得分值|得分情况)|自评分值?|自评分数",
        ),
    )
)
_BRACKETS = re.compile(r"[（(\[【][^）)\]】]*[）)\]】]")
_WITH_WEIGHT = re.compile(
    r"[（(\[【](?:指标|标准)?(?:分值|权重|满分|标准分)(?:权重)?[）)\]】]|(?:及|和|与|、|/|／)(?:分值|权重)"
)
_FOLD = re.compile(r"[\s　:：*＊]+")
WITH_WEIGHT = (Head.NAME, Head.TARGET)
"""What stands in one cell with the weight, where that has no column of its own."""
_NAME_RANK = ("四级", "三级", "指标名称", "指标内容", "")


def head_of(text: str) -> Head | None:
    """Return what a column with this head holds, or None; white space and bracketed hints do not count."""
    words = _WITH_WEIGHT.sub("", _FOLD.sub("", _BRACKETS.sub("", text)))
    for head, pattern in _PATTERNS:
        if pattern.fullmatch(words):
            return head
    return None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form, or what it holds of each cell. Shapes: grid columns ``start`` up to, not including, ``end``."""

    head: Head
    words: str
    start: int
    end: int
    part: CellPart = CellPart.WHOLE


def columns_of(row: list[Cell | None]) -> tuple[Column, ...]:
    """Return the recognised columns of one row of a table's grid, left to right."""
    found: list[Column] = []
    seen: set[tuple[int, int]] = set()
    for cell in row:
        if cell is None or (cell.row, cell.column) in seen:
            continue
        seen.add((cell.row, cell.column))
        head = head_of(cell.text)
        if head is not None:
            found.append(Column(head, cell.text.strip(), cell.column, cell.column + cell.column_span))
    return _with_weights(_one_name(tuple(found)))


def _with_weights(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Part the column whose cells hold the weights too, as its head says: 年度指标值（分值）."""
    if any(column.head is Head.WEIGHT for column in columns):
        return columns
    told = [c for c in columns if c.head in WITH_WEIGHT and _WITH_WEIGHT.search(_FOLD.sub("", c.words))]
    return parted(columns, told[-1]) if told else columns


def parted(columns: tuple[Column, ...], host: Column) -> tuple[Column, ...]:
    """Return the columns with one parted into what it is of and the weights in the brackets behind that."""
    before = tuple(replace(c, part=CellPart.BEFORE) if c is host else c for c in columns)
    return (*before, replace(host, head=Head.WEIGHT, part=CellPart.BRACKET))


def _one_name(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Keep the deepest of several name columns: 绩效指标 beside 三级指标 is only a title on its side."""
    names = [column for column in columns if column.head is Head.NAME]
    if len(names) < 2:
        return columns
    best = min(names, key=lambda column: next(i for i, word in enumerate(_NAME_RANK) if word in column.words))
    return tuple(column for column in columns if column.head is not Head.NAME or column is best)


def is_indicator_head(columns: tuple[Column, ...]) -> bool:
    """Say whether a row heads indicators with weights and scores."""
    heads = {column.head for column in columns}
    return {Head.NAME, Head.WEIGHT, Head.SCORE} <= heads


def is_execution_head(columns: tuple[Column, ...]) -> bool:
    """Say whether a row heads the block 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分."""
    heads = {column.head for column in columns}
    money = heads & {Head.INITIAL, Head.ADJUSTED, Head.EXECUTED}
    return len(money) >= 2 and Head.NAME not in heads and bool(heads & {Head.RATE, Head.SCORE, Head.WEIGHT})
