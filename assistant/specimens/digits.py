"""Changes of printed digits as people make them. All take and give printed text; None where nothing fits."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from assistant.specimens.desk import number, pick


def transposed(text: str, rng: Random, least: Decimal) -> str | None:
    """Return the text with two neighbouring digits exchanged, never the first; the value moves by more than ``least``."""
    options = []
    for index in range(1, len(text) - 1):
        first, second = text[index], text[index + 1]
        if not (first.isdigit() and second.isdigit()) or first == second:
            continue
        changed = text[:index] + second + first + text[index + 2 :]
        if abs(number(changed) - number(text)) > least:
            options.append(changed)
    return pick(rng, options)


def one_wrong(text: str, rng: Random, least: Decimal) -> str | None:
    """Return the text with one digit replaced; the value moves by more than ``least``, the first digit stays."""
    options = []
    for index, old in enumerate(text):
        if not old.isdigit() or index == 0:
            continue
        for new in "123456789":
            changed = text[:index] + new + text[index + 1 :]
            if new != old and abs(number(changed) - number(text)) > least:
                options.append(changed)
    return pick(rng, options)
