"""The likely slip behind a wrong figure, where the digits show it; a hint for the reader, never an excuse."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal, InvalidOperation, localcontext

TRUNCATED = "截尾未四舍五入"
TRANSPOSED = "相邻数字颠倒"
ONE_DIGIT = "单个数字写错"
SHIFTED = "小数点或计量单位错位"
SIGN = "正负号"
LOST_DIGIT = "漏写一位数字"
EXTRA_DIGIT = "多写一位数字"

# In shorter figures a wrong digit says nothing: any two differ by few digits.
_FEWEST_DIGITS = 3


def likely_slip(reported: str, expected: str) -> str | None:
    """Name the slip that turns the expected figure into the reported one, or None where the digits show none.

    Both are plain as printed; ``expected`` may carry more decimals than are printed.
    """
    try:
        said, due = Decimal(reported), Decimal(expected)
    except InvalidOperation:
        return None
    with localcontext(Context(prec=150)):
        return _slip(said, due, reported, expected)


def _slip(said: Decimal, due: Decimal, reported: str, expected: str) -> str | None:
    if not said.is_finite() or not due.is_finite() or said == due:
        return None
    if said == -due:
        return SIGN
    if is_truncation(due, said, _decimals(reported)):
        return TRUNCATED
    if _is_shifted(said, due):
        return SHIFTED
    return _digit_slip(_digits(reported), _digits(expected), _decimals(reported) == _decimals(expected))


def is_truncation(value: Decimal, stated: Decimal, precision: int) -> bool:
    """Say whether the stated figure is the value cut off, not rounded, at the printed decimals.

    Where the value is known to no more decimals itself, one unit of the last decimal less is taken for it.
    """
    if precision <= 0:
        return False
    quantum = Decimal(1).scaleb(-precision)
    if value.quantize(quantum, ROUND_DOWN) == stated != value.quantize(quantum, ROUND_HALF_UP):
        return True
    short = abs(stated) < abs(value) and abs(value - stated) == quantum
    return short and value == value.quantize(quantum, ROUND_DOWN)


def _digit_slip(said: str, due: str, aligned: bool) -> str | None:
    if min(len(said), len(due)) < _FEWEST_DIGITS:
        return None
    if len(said) == len(due) and aligned:
        wrong = [index for index, pair in enumerate(zip(said, due, strict=True)) if pair[0] != pair[1]]
        if len(wrong) == 1:
            return ONE_DIGIT
        first = wrong[0]
        swapped = due[:first] + due[first : first + 2][::-1] + due[first + 2 :]
        return TRANSPOSED if said == swapped else None
    if len(said) + 1 == len(due) and _is_one_dropped(said, due):
        return LOST_DIGIT
    if len(due) + 1 == len(said) and _is_one_dropped(due, said):
        return EXTRA_DIGIT
    return None


def _digits(printed: str) -> str:
    return printed.lstrip("-").replace(".", "")


def _decimals(printed: str) -> int:
    return len(printed.partition(".")[2])


def _is_shifted(said: Decimal, due: Decimal) -> bool:
    """Say whether both have the same digits and differ by a power of ten."""
    if not said or not due or said.is_signed() != due.is_signed():
        return False
    same = said.normalize().as_tuple().digits == due.normalize().as_tuple().digits
    return same and said.adjusted() != due.adjusted()


def _is_one_dropped(short: str, long: str) -> bool:
    return any(long[:index] + long[index + 1 :] == short for index in range(len(long)))
