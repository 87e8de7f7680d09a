"""A whole and an item of the list that breaks it up are two facts, however alike their names: 总收入 A 万元，其中：收入 B 万元."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rules.facts.fact import Fact
from rules.facts.mention import Mention
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.sums.nesting import listed


class Lists:
    """Where the figures of running text stand to the lists of its statements."""

    def __init__(self, text: str, mentions: Sequence[Mention], relations: Relations) -> None:
        """``text`` is the canonical text of the document, ``relations`` what was asserted of its sums."""
        grouped: dict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            grouped[mention.statement].append(mention)
        self._statements = {m.fact.id: m.statement for m in mentions}
        self._items = frozenset[str]().union(*(listed(text, own, wide=True) for own in grouped.values()))
        # 男女童入学率分别为 99.70 % 和 99.72 %: each is of one of two.
        self._dealt = {m.fact.id for m in mentions if m.lead.strip() in ("", "和", "与", "及", "、")}
        self._summed = {
            frozenset((part, relation.stated))
            for relation in relations.items
            if relation.operation == Operation.SUM and relation.stated is not None
            for part in relation.operands
        }

    def part(self, one: Fact, other: Fact) -> bool:
        """Say whether one of two figures is an item of a list in the statement of the other, or right behind it.

        So is what a sum has as a part, and what it makes: 患儿救助 60 万元，大病救助金 3 万元，共计支出 63 万元.
        """
        if frozenset((one.id, other.id)) in self._summed:
            return True
        first, then = sorted((one, other), key=lambda fact: fact.start)
        if first.id not in self._statements or then.id not in self._statements:
            return False
        if then.id in self._dealt and self._statements[then.id] == self._statements[first.id]:
            return True
        inside = then.id in self._items and first.id not in self._items
        return inside and self._statements[then.id] - self._statements[first.id] <= 1
