"""The likely slip behind a wrong figure, where the digits show it; a hint for the reader, never an excuse."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal, InvalidOperation

TRUNCATED = "截尾未四舍五入"
TRANSPOSED = "相邻数字颠倒"
ONE_DIGIT = "单个数字写错"
SHIFTED = "小数点或计量单位错位"
SIGN = "正负号"
LOST_DIGIT = "多写或漏写一位数字"


def likely_slip(reported: str, expected: str) -> str | None:
    """Name the slip that turns the expected figure into the reported one, both plain as printed; None where unclear."""
    try:
        said, due = Decimal(reported), Decimal(expected)
    except InvalidOperation:
        return None
    if said == due:
        return None
    if said == -due:
        return SIGN
    if said and due and _is_power_of_ten(said / due):
        return SHIFTED
    mine, its = reported.lstrip("-"), expected.lstrip("-")
    if len(mine) == len(its):
        wrong = [i for i, (a, b) in enumerate(zip(mine, its, strict=True)) if a != b]
        if len(wrong) == 2 and wrong[1] - wrong[0] <= 2 and [mine[i] for i in wrong] == [its[i] for i in wrong[::-1]]:
            return TRANSPOSED
        if len(wrong) == 1:
            return ONE_DIGIT
    digits, whole = mine.replace(".", ""), its.replace(".", "")
    if abs(len(digits) - len(whole)) == 1 and _is_one_dropped(*sorted((digits, whole), key=len)):
        return LOST_DIGIT
    return None


def is_truncation(value: Decimal, stated: Decimal, precision: int) -> bool:
    """Say whether the stated figure is the value cut off, not rounded, at the printed decimals."""
    quantum = Decimal(1).scaleb(-precision)
    return value.quantize(quantum, ROUND_DOWN) == stated and value.quantize(quantum) != stated


def _is_power_of_ten(ratio: Decimal) -> bool:
    _, digits, _ = ratio.normalize().as_tuple()
    return digits == (1,)


def _is_one_dropped(short: str, long: str) -> bool:
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
