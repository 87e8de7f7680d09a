"""What would justify a score that the method does not support: the result it would take, or the evidence."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from rules.facts.form import IndicatorRow
from rules.facts.targets import Comparison, Direction, compare
from rules.pack import ActivePack

_CENT = Decimal("0.01")


class Supported(Protocol):
    """The points that a method supports, both ends included."""

    @property
    def low(self) -> Decimal:
        """Return the least that is supported."""

    @property
    def high(self) -> Decimal:
        """Return the most that is supported."""


def needed(row: IndicatorRow, found: Supported, pack: ActivePack) -> str | None:
    """Return what it would take for the score of a row; None where the method supports it.

    Half a cent either way is rounding and no matter.
    """
    weight = row.weight.quantity if row.weight is not None else None
    score = row.score.quantity if row.score is not None else None
    if weight is None or score is None or weight.value <= 0:
        return None
    low, high = (value.quantize(_CENT, ROUND_HALF_UP) for value in (found.low, found.high))
    if low <= score.value <= high:
        return None
    if score.value < low:
        return f"按办法可得 {low:f} 分以上，自评较低，请核对是否另有扣分事项"
    if row.level1 == "预算执行":
        return f"自评 {score.plain()} 分相当于执行率 {_percent(score.value / weight.value)}"
    comparison = compare(row, pack.words.get("inverse_names", ()))
    if comparison is not None:
        return _by_result(comparison, score.value / weight.value, score.plain())
    return _by_band(score.value / weight.value, score.plain(), pack)


def _by_result(comparison: Comparison, share: Decimal, points: str) -> str:
    if comparison.direction is Direction.DOWN:
        return f"自评 {points} 分须说明超过指标值后的计分办法"
    due = (comparison.target * share).quantize(_CENT, ROUND_HALF_UP).normalize()
    return f"自评 {points} 分须完成值达到 {due:f}（指标值的 {_percent(share)}），或有另行约定的计分办法"


def _by_band(share: Decimal, points: str, pack: ActivePack) -> str:
    bands = pack.bands
    band = "达成" if bands is not None and share >= bands.met else "部分达成"
    return f"自评 {points} 分（占 {_percent(share)}）属“{band}”档，须有达到该档的佐证材料"


def _percent(share: Decimal) -> str:
    return f"{(share * 100).quantize(Decimal('0.1'), ROUND_HALF_UP).normalize():f} %"
