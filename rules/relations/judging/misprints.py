"""One slip of the pen in a row of digits: one wrong, one lost, or two neighbours changed over."""

from __future__ import annotations

from collections.abc import Iterator


def are_one_slip_apart(one: str, other: str) -> bool:
    """Say whether two rows of digits are the same but for one digit wrong or lost, or two neighbours changed over."""
    if len(one) == len(other):
        return one == other or is_changed(one, other)
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return has_lost(longer, shorter, 0, len(shorter))


def is_changed(one: str, other: str) -> bool:
    """Say whether two rows of digits differ in one digit, or in two neighbours changed over."""
    wrong = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and one[wrong[0]] == other[wrong[1]]
        and one[wrong[1]] == other[wrong[0]]
    )


def has_lost(whole: str, rest: str, first: int, last: int) -> bool:
    """Say whether one digit of the whole, between two places, was lost in the rest."""
    return any(whole[:at] + whole[at + 1 :] == rest for at in range(first, last + 1))


def neighbours(digits: str) -> Iterator[str]:
    """Yield one digit changed, and two neighbours changed over."""
    for at, own in enumerate(digits):
        for digit in "0123456789":
            if digit != own:
                yield digits[:at] + digit + digits[at + 1 :]
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def longer_by_one(digits: str) -> Iterator[str]:
    """Yield what the printed digits may have been before one of them was lost."""
    for at in range(len(digits) + 1):
        for digit in "0123456789":
            yield digits[:at] + digit + digits[at:]
