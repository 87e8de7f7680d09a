"""What shows that figures behind 其中 are hardly the parts of a whole, where the words do not say that they are all of it."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from rules.relations.reading import Reading


def is_met_by_width(reading: Reading) -> bool:
    """Say whether parts that need not be all make the whole only because one is printed without decimals: 0.01 + 1 of 1.39."""
    total = sum((fact.quantity.in_base for fact in reading.operands), Decimal(0))
    whole = reading.stated.quantity.in_base
    return reading.open_ended and abs(total - whole) * 10 > whole and reading.holds()


def is_opened_within(text: str, reading: Reading) -> bool:
    """Say whether one item is itself broken up by the next: 其中甲市 370 户：已开工 213 户、已完工 111 户."""
    parts = sorted(reading.operands, key=lambda fact: fact.start)
    ends = (fact.evidence.end or fact.start for fact in parts)
    return any(re.match("[：:]", text[end : end + 1]) for end in ends)


def is_clauses_away(text: str, reading: Reading) -> bool:
    """Say whether a clause with figures of its own stands between a whole and its list: 总值 A；收入 B，其中地方级 C."""
    first = min(fact.start for fact in reading.operands)
    between = text[reading.stated.evidence.end or reading.stated.start : first]
    return re.search(r"[；;][^；;]*\d", between) is not None


def is_over_clauses(text: str, reading: Reading) -> bool:
    """Say whether one item stands in a clause and several in the next, which is no list of equals: 其中甲 64 宗；破案 7 宗，查处 73 宗."""
    parts = sorted(reading.operands, key=lambda fact: fact.start)
    counts = [1]
    for one, other in pairwise(parts):
        ended = re.search("[；;]", text[one.evidence.end or one.start : other.start]) is not None
        counts = [*counts, 1] if ended else [*counts[:-1], counts[-1] + 1]
    return counts[0] == 1 < max(counts)
