"""What a column of a table holds, as its head says: amounts, rates, counts, weights …, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.numbers.units import (
    COUNT_SYMBOLS,
    MEASURES,
    MONEY_UNITS,
    PERCENT,
    PERMILLE,
    POINT,
    SCORE,
    Unit,
    count,
)

_CLASSIFIERS = "|".join(sorted({*COUNT_SYMBOLS, *MEASURES} - {"个百分点"}, key=len, reverse=True))
_UNIT_WORD = re.compile(
    rf"[（(\[](?:(?:计量)?单位[：:])?(亿元|百万元|万元|千元|元|%|％|‰|个?百分点|分|[万亿]?(?:{_CLASSIFIERS}))[）)\]]"
)
_UNIT_PER = re.compile(
    r"[（(\[](?:(?:计量)?单位[：:])?(亿元|百万元|万元|千元|元)\s*[/／每][^（）()]{1,8}[）)\]]"
)
"""元/人, 万元/公里: an amount for each."""
_UNIT_BEHIND = re.compile(r"(?:\s|数|额|算|出|入|^)(亿元|百万元|万元|千元|元)$")
_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_STATED = re.compile(r"(亿元|百万元|万元|千元|元)")
_COUNTED = (
    r"[人户家件次个种册台辆条套只头棵株场批期班例床间栋处座份篇项笔宗段村校]数|数量|编制数|人次|场次|批次|户次|车次|班次|"
    r"(?:项目|标段|街道|乡镇|企业|学校|学生|教师|职工|车辆)数|(?:人月|人天|人日|工日|课时|学时|床日|标台)数?"
)
SKIPPED = re.compile(r"序号|编号|行次|科目编码|编码|代码|电话|日期|时间|年度$|备注|文号")


_OF_BUDGET = re.compile("(?:完成|占|为)(?:年度|年初|全年|调整)?预算数?的?")
_SPENT = re.compile("决算|执行数|支出数|实际支出|支出金额")


class ColumnType:
    """What the figures of a column are; settled from its head, never from its position."""

    AMOUNT = "amount"
    RATE = "rate"
    COUNT = "count"
    WEIGHT = "weight"
    SCORE = "score"
    TARGET = "target"
    ACTUAL = "actual"
    SKIP = "skip"
    OTHER = "other"


_TYPES = (
    (ColumnType.SKIP, SKIPPED),
    (ColumnType.WEIGHT, re.compile(r"分值|权重|满分|标准分")),
    (ColumnType.SCORE, re.compile(r"得分|评分|自评分|扣分$|分数")),
    (ColumnType.TARGET, re.compile(r"指标值|目标值|年度目标|计划值|绩效目标$")),
    (ColumnType.ACTUAL, re.compile(r"完成值|实际值|完成情况|实现值|达成值|实际情况|(?:实际|完成)结果")),
    (
        ColumnType.RATE,
        re.compile(
            r"率|占比|比重|比例|[增减升降涨跌]幅|幅度|增速|%|％|^占(?![地用有道补])[\u4e00-\u9fff]{2,8}$"
        ),
    ),
    (ColumnType.COUNT, re.compile(rf"(?:{_COUNTED})(?:[（(\s]|$)|[（(][万亿]?(?:{_CLASSIFIERS})[）)]")),
)


def money_unit(text: str) -> Unit | None:
    """Return the money unit that a head or a stated unit names (（万元）, 单位：元), if any."""
    found = _STATED.search(text)
    return next((unit for unit in MONEY_UNITS if found and unit.symbol == found.group(1)), None)


def bracketed_unit(text: str) -> Unit | None:
    """Return the unit that a head names in brackets or at its end: （万元）, （人次）, （公里）, （%）, 预算数万元."""
    found = _UNIT_WORD.search(text) or _UNIT_PER.search(text) or _UNIT_BEHIND.search(text.strip())
    if found is None:
        return None
    word = found.group(1)
    if word.endswith("百分点"):
        return POINT
    if word in ("%", "％", "‰", "分"):
        return {"‰": PERMILLE, "分": SCORE}.get(word, PERCENT)
    if word in {unit.symbol for unit in MONEY_UNITS}:
        return money_unit(word)
    scale = _SCALES.get(word[0], Decimal(1)) if len(word) > 1 else Decimal(1)
    plain = count(word[1:] if scale > 1 else word)
    return Unit(word, plain.dimension, scale)


def column_type(head: str) -> str:
    """Return what a column with this head holds."""
    if re.search(r"率\s*(?:[（(][%％][）)]|[%％])?$", head) and not SKIPPED.search(head):
        return ColumnType.RATE
    for name, pattern in _TYPES:
        if pattern.search(head):
            return name
    return ColumnType.OTHER


def type_of(path: tuple[str, ...]) -> str:
    """Return what a column holds by its innermost head, or 编码 wherever it stands above."""
    if any(re.search("编码|代码", head) for head in path):
        return ColumnType.SKIP
    telling = [head for head in path if not re.fullmatch(r"栏\s*次", head)]
    return column_type(telling[-1] if telling else "")


def is_rate_of_budget(leaf: str, heads: Sequence[str]) -> bool:
    """Say whether 完成预算 is how much of the budget was spent: another head of the row tells what was spent."""
    return _OF_BUDGET.fullmatch(leaf) is not None and any(_SPENT.search(head) for head in heads)


@dataclass(frozen=True, slots=True)
class Head:
    """The head over one column for a stretch of rows. ``path`` runs from the outermost head to the leaf."""

    path: tuple[str, ...]
    group: tuple[str, ...]
    type: str
    unit: Unit | None

    @property
    def words(self) -> str:
        """Return the whole head as one label."""
        return " ".join(self.path)

    @property
    def leaf(self) -> str:
        """Return the innermost head."""
        return self.path[-1] if self.path else ""
