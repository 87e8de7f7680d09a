"""Units of the field: what they measure and how they convert, exactly."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rules.errors import UnitMismatch


class Dimension(StrEnum):
    """What a unit measures; figures of different dimensions never meet in one relation."""

    MONEY = "money"
    RATE = "rate"
    POINTS = "points"  # 百分点: a difference of two rates
    SCORE = "score"
    COUNT = "count"
    AREA = "area"
    TIME = "time"
    MULTIPLE = "multiple"  # 倍


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit. ``factor`` times a value gives the base unit of the dimension (元 for money, % for rates)."""

    symbol: str
    dimension: Dimension
    factor: Decimal = Decimal(1)


YUAN = Unit("元", Dimension.MONEY)
THOUSAND_YUAN = Unit("千元", Dimension.MONEY, Decimal(1000))
WAN_YUAN = Unit("万元", Dimension.MONEY, Decimal(10_000))
MILLION_YUAN = Unit("百万元", Dimension.MONEY, Decimal(1_000_000))
YI_YUAN = Unit("亿元", Dimension.MONEY, Decimal(100_000_000))
PERCENT = Unit("%", Dimension.RATE)
PERMILLE = Unit("‰", Dimension.RATE, Decimal("0.1"))
POINT = Unit("百分点", Dimension.POINTS)
PERMILLE_POINT = Unit("千分点", Dimension.POINTS, Decimal("0.1"))
SCORE = Unit("分", Dimension.SCORE)
TENTH = Unit("成", Dimension.RATE, Decimal(10))
DISCOUNT = Unit("折", Dimension.RATE, Decimal(10))
TIMES = Unit("倍", Dimension.MULTIPLE)

COUNT_SYMBOLS = (
    "人次", "批次", "站次", "车次", "架次", "班次", "台次", "例次", "剂次", "场次", "户次", "件次", "个百分点", "人", "名", "个", "项", "家", "户", "条",
    "件", "次", "批", "期", "场", "辆", "台", "套", "份", "处", "所", "座", "篇", "起", "宗", "册", "本",
    "门", "类", "笔", "例", "位", "支", "组", "间", "部", "栋", "封", "只", "张", "块", "盏", "株", "棵",
    "人月", "人天", "人年", "人日", "家次", "册次", "艘", "架", "幅", "床日", "床位", "床", "顶", "盒", "箱", "头", "羽", "尾", "根", "瓶", "桶",
    "列次", "航次", "学时", "课时", "节次", "节",
    "袋", "单", "棚", "眼", "把", "页", "卷", "种", "枚", "幢", "趟", "片", "届", "颗", "剂",
)  # fmt: skip
"""Classifiers that count exactly; ``个百分点`` stands here only to be matched before ``个``."""

MEASURES = {
    **dict.fromkeys(("平方米", "平方公里", "公顷", "㎡", "亩"), Dimension.AREA),
    **dict.fromkeys(("年", "个月", "个工作日", "工作日", "日", "天", "小时", "分钟"), Dimension.TIME),
    **dict.fromkeys(
        (
            "公里",
            "千米",
            "厘米",
            "毫米",
            "米",
            "立方米",
            "公斤",
            "斤",
            "km",
            "微克/立方米",
            "毫克/立方米",
            "毫克/升",
            "千克",
            "千瓦时",
            "吨",
            "核",
            "GB",
            "TB",
            "MB",
        ),
        Dimension.COUNT,
    ),
}
"""Units that measure and so are not exact when printed without decimals."""

MONEY_UNITS = (YI_YUAN, MILLION_YUAN, WAN_YUAN, THOUSAND_YUAN, YUAN)


def count(symbol: str) -> Unit:
    """Return the unit of a count (人, 个, 项 …) or of a measure (平方米, 小时 …)."""
    return Unit(symbol, MEASURES.get(symbol, Dimension.COUNT))


def convert(value: Decimal, unit: Unit, to: Unit) -> Decimal:
    """Express a value in another unit of the same dimension, exactly.

    Raises: UnitMismatch if the units measure different things.
    """
    if unit.dimension is not to.dimension:
        raise UnitMismatch(f"{unit.symbol} 与 {to.symbol} 不能换算")
    return value * unit.factor / to.factor
