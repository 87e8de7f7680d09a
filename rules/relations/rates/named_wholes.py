"""Shares whose words name their whole: 预算 186.30 万元，实际采购 172.95 万元，… 占实际采购金额的 72.41 %."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.reading import Reading
from rules.relations.sentence import Statement

_NAMED_WHOLE = re.compile(r"占(?P<whole>[^，。；\d]{3,14})的$")
_AMOUNT_WORDS = re.compile("(?:金额|总额|数额|资金|额|数|总数)$")
_SHORTEST_NAME = 4
_NO_NAME = re.compile(r"20\d\d年度?|[全当本]年度?|年[内末底]|共计?|合计|总")
"""Words that make a name no narrower."""


def of_what_is_named(readings: Sequence[Reading], share: Mention, statement: Statement) -> list[Reading]:
    """Leave out what is over another figure than the words name, where the figure that they name stands before them.

    That a share fits the budget does not make it right where it is said to be of what was bought. Where the figure is
    called just so, and the part stands right before the share, nothing else can be meant; 抽查市场主体 A 户 is less than 市场主体总数.
    """
    found = _NAMED_WHOLE.search(normal(share.lead))
    name = "" if found is None else _AMOUNT_WORDS.sub("", found["whole"])
    if len(name) < _SHORTEST_NAME:
        return list(readings)
    told = {m.fact.id for m in statement.near if m.fact.start < share.fact.start and not m.depth}
    bearing = {r.operands[-1].id for r in readings if name in normal(r.operands[-1].label)}
    if not bearing & told:
        return list(readings)
    kept = [reading for reading in readings if reading.operands[-1].id in bearing]
    before = statement.own[: statement.own.index(share)][-1:]
    beside = len(kept) == 1 and [m.fact.id for m in before] == [kept[0].operands[0].id]
    clear = beside and _plain(normal(kept[0].operands[-1].label)) == _plain(name)
    return [replace(r, sure=r.sure or clear, firm=r.firm or clear) for r in kept]


def _plain(name: str) -> str:
    return _NO_NAME.sub("", _AMOUNT_WORDS.sub("", name))
