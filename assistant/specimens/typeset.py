"""Lines of Chinese text: breaking by the rules of the page (禁则), justified as a word processor does it.

Units: PDF points. Knows nothing of pages; ``width_of`` measures a string in the font at hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

NOT_FIRST = frozenset("，。、；：！？）》」』”’％%…—】〕·")
NOT_LAST = frozenset("（《「『“‘【〔")
TOKEN = re.compile(r"[0-9A-Za-z.,%+/:-]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text, its own width, where it starts, and whether it is stretched to the measure."""

    text: str
    width: float
    indent: float = 0.0
    stretched: bool = False


def break_lines(
    text: str, measure: float, width_of: Callable[[str], float], *, indent: float = 0.0, justify: bool = False
) -> list[Line]:
    """Break a paragraph into lines; figures stay whole unless one alone is wider than the measure."""
    tokens = [piece for token in TOKEN.findall(text) for piece in _fitting(token, measure, width_of)]
    lines: list[Line] = []
    current: list[str] = []
    used = 0.0
    start = indent
    for token in tokens:
        width = width_of(token)
        if current and start + used + width > measure and not (token in NOT_FIRST and _hangs(token)):
            carried = _carried(current, token)
            shown = "".join(current[: len(current) - len(carried)])
            lines.append(Line(shown, width_of(shown), start, justify))
            current, start = [*carried], 0.0
            used = width_of("".join(current))
        current.append(token)
        used += width
    shown = "".join(current)
    lines.append(Line(shown, width_of(shown), start))
    return lines


def _hangs(token: str) -> bool:
    """Say whether a mark is squeezed in at the end of the line rather than carried over."""
    return token in "，。、；：）》”"


def _carried(current: list[str], token: str) -> list[str]:
    """Return the tokens at the end of a full line that have to go down with the next one."""
    index = len(current)
    following = token
    while index > 1 and (following[0] in NOT_FIRST or current[index - 1] in NOT_LAST):
        index -= 1
        following = current[index]
    return current[index:] if index > 0 else []


def _fitting(token: str, measure: float, width_of: Callable[[str], float]) -> list[str]:
    return [token] if width_of(token) <= measure else list(token)
