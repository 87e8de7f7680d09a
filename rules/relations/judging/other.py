"""A figure that may have been meant in the place of another: is it the same thing with another value?"""

from __future__ import annotations

import re
from typing import NamedTuple

from rules.facts.fact import Fact
from rules.facts.vocabulary import TOTAL, normal
from rules.relations.repeats.names import core

NEAR = 300
"""How many letters away a figure still belongs to the same passage."""
_SHORTEST_NAME = 3
_LONG = 5
"""Digits of a figure that hardly meets another by chance."""
_TOTAL_ROW = re.compile("[合总]计|共计|全[县市区省年]合?计?")
_ALL_SPENT = re.compile(
    r"(?:20\d\d年度?|全年|本年|当年|年度|部门|单位|项目|总|共|累计|合计|实际|实现|完成|决算|资金|预算)*支出(?:合计|总计|总额|总数|决算)?(?:为|共计?)?"
)
"""What is plainly all that was spent: 全年支出, 2023年部门总支出."""


class Other(NamedTuple):
    """A figure with which a relation holds, and the one that it takes the place of; None where it is added or left out."""

    fact: Fact
    instead_of: Fact | None = None

    @property
    def is_namesake(self) -> bool:
        """Say whether both are called the same and are of one stage and year: one thing told twice, with two values."""
        one, other = self.fact, self.instead_of
        if other is None or one.period != other.period:
            return False
        if _is_total_of(one, other):
            return True
        if one.measure != other.measure:
            return False
        if _is_of_all(one) and _is_of_all(other) and _ALL_SPENT.fullmatch(normal(other.label)):
            return True
        names = core(one.label), core(other.label)
        return len(names[0]) >= _SHORTEST_NAME and (names[0] in names[1] or names[1] in names[0])

    @property
    def is_far(self) -> bool:
        """Say whether the other is a long figure of another passage: hardly the neighbour that was meant."""
        apart = self.instead_of is not None and abs(self.fact.start - self.instead_of.start) > NEAR
        return apart and self.fact.quantity.telling_digits >= _LONG


def _is_total_of(cell: Fact, told: Fact) -> bool:
    """Say whether a figure of words has in the total row of a table another value under the same words: 合计 | 实付 of 全年实付补助."""
    if told.evidence.row is not None or _TOTAL_ROW.fullmatch(normal(cell.evidence.row or "")) is None:
        return False
    stages = {cell.measure, told.measure} - {None}
    if cell.quantity.telling_digits < _LONG or len(stages) > 1:
        return False
    head, name = core(cell.evidence.column or ""), core(told.label)
    return any(head[at : at + 2] in name for at in range(len(head) - 1))


def _is_of_all(fact: Fact) -> bool:
    return fact.subject in (None, TOTAL) and fact.measure == "executed"
