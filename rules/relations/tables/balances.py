"""Balances that the names of a table's rows or columns say: 年初 + 增加 − 减少 = 年末, 收入 − 支出 = 结余, 资产 = 负债 + 净资产."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.facts.fact import Fact
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.tables.sums import SUMMED, is_same_sort

Facts = dict[tuple[int, int], Fact]
Named = list[tuple[str, Fact]]

_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．]|[加减][：:]?)"
)
_UNIT = re.compile(r"（[^（）]{1,5}）$")
_OPENING = re.compile(
    r"^(?:(?:本年)?年初|期初|上年年?末|上年度?(?:结转|结余|滚存)|20\d\d年(?:1月1日|初))(?!.*(?:预算|批复|安排|下达))"
)
_CLOSING = re.compile(
    r"^(?:年末|期末|年终|本年末|年底|20\d\d年(?:12月31日|[末底])|滚存结[余转])(?!.*(?:预算|其中))"
)
_IN = re.compile(
    r"^(?:本[年期]|当年|本年度|全年)?(?:新增|增加|转入|调入|购入|购置|购进|捐入|盘盈|划入|入库|归集|提取|收入|到位|拨入)(?:数|额|金额|合计|总额)?$"
)
_OUT = re.compile(
    r"^(?:本[年期]|当年|本年度|全年)?(?:实际)?(?:减少|转出|调出|处置|报废|报损|损耗|损毁|消耗|领用|核销|核减|划出|拆除|出库|使用|支出|支付|发放)(?:数|额|金额|合计|总额)?$"
)
_INCOME = re.compile(r"^(?:本年|当年|全年|本期|年度)?(?:总收入|收入(?:总计|合计|总额|小计)?)$")
_SPENDING = re.compile(r"^(?:本年|当年|全年|本期|年度)?(?:总支出|支出(?:总计|合计|总额|小计)?)$")
_RESULT = re.compile(
    r"^(?:本年|当年|全年|本期|年度)?(?:收支)?(?:相抵)?(?:结余|节余|结转结余|结转和结余|盈余|差额|净额|收支差额|收支结余)(?:数|额)?(?:[（(][^（）()]*[）)])?$"
)
_ASSETS = re.compile(r"^资产(?:总计|合计|总额)$")
_DEBTS = re.compile(r"^负债(?:总计|合计|总额)?$")
_WAY = re.compile(r"方向|增减(?:情况|变化)?$|升降|变[动化](?:情况)?$")
_WAYS = ((1, re.compile("增加?|增长|上升|上涨")), (-1, re.compile("减少?|下降|降低|下跌")))
_CHANGE = re.compile(r"^(?:增减|变动|变化|增加|差)(?:变动)?(?:额|数|金额|数额|量)$")
_NET = re.compile(r"^净资产(?:总计|合计|总额)?$")


def balances(rows: Sequence[RowReading], facts: Facts, relations: Relations) -> None:
    """Assert what the heads say of each row, and what the labels say of each column."""
    for row in rows:
        line = [(row.heads[c].leaf, facts[row.row, c]) for c in sorted(row.figures) if (row.row, c) in facts]
        where = f"“{row.label or '本行'}”一行"
        _assert(line, where, relations)
        relations.choose(_turned(row, _named(line), where))
    for column in sorted({c for row in rows for c in row.figures}):
        held = [row for row in rows if (row.row, column) in facts and column in row.figures]
        line = [(row.label, facts[row.row, column]) for row in held]
        head = held[0].heads[column].words if held else ""
        _assert(line, f"“{head or '本列'}”一列", relations)


def _assert(line: Named, where: str, relations: Relations) -> None:
    named = _named(line)
    for readings in (_flows(named, where), _results(named, where), _assets(named, where)):
        relations.choose(readings)


def _named(line: Named) -> Named:
    return [
        (_UNIT.sub("", _NUMBER.sub("", normal(words))), fact) for words, fact in line if fact.kind in SUMMED
    ]


def way_of(row: RowReading) -> int | None:
    """Return the way of a row's change that a word of it tells under 增减方向: 1 for 增加, -1 for 减少."""
    words = [normal(cell.text) for c, cell in row.texts.items() if _WAY.search(normal(row.heads[c].words))]
    ways = [sign for word in words for sign, pattern in _WAYS if pattern.fullmatch(word)]
    return ways[0] if len(ways) == 1 else None


def _turned(row: RowReading, named: Named, where: str) -> Iterator[Reading]:
    """年初数 | 年末数 | 增减方向 | 变动额: what a change without a sign came to, the way that a word of the row says."""
    way = way_of(row)
    opening, closing, change = _of(named, _OPENING), _of(named, _CLOSING), _of(named, _CHANGE)
    if way is None or len(opening) != 1 or len(closing) != 1 or len(change) != 1:
        return
    pair = (closing[0], opening[0]) if way > 0 else (opening[0], closing[0])
    if _alike((*pair, change[0])):
        yield Reading(
            RelationKind.DIFFERENCE,
            Operation.DIFFERENCE,
            pair,
            change[0],
            f"{where}：{normal(change[0].evidence.column or '变动额')}＝两数之差，{'增加' if way > 0 else '减少'}",
            sure=True,
        )


def _of(named: Named, pattern: re.Pattern[str]) -> list[Fact]:
    return [fact for words, fact in named if pattern.search(words)]


def _alike(facts: Sequence[Fact]) -> bool:
    return all(is_same_sort(fact, facts[0]) and fact.kind is facts[0].kind for fact in facts)


def _flows(named: Named, where: str) -> Iterator[Reading]:
    """年初 + all that came − all that went = 年末; a word between them that tells neither leaves it open."""
    opening, closing = _of(named, _OPENING), _of(named, _CLOSING)
    if len(opening) != 1 or len(closing) != 1:
        return
    moves = [(words, fact) for words, fact in named if _IN.search(words) or _OUT.search(words)]
    if not any(_IN.search(words) for words, _ in moves) or not any(_OUT.search(words) for words, _ in moves):
        return
    signs = tuple(1 if _IN.search(words) else -1 for words, _ in moves)
    operands = (opening[0], *(fact for _, fact in moves))
    if not _alike((*operands, closing[0])):
        return
    first, last = sorted((opening[0].start, closing[0].start))
    others = [
        fact
        for words, fact in named
        if first < fact.start < last and fact not in operands and not words.startswith("其中")
    ]
    told = not any(_alike((fact, opening[0])) and fact.quantity.value for fact in others)
    yield Reading(
        RelationKind.SUM,
        Operation.SUM,
        operands,
        closing[0],
        f"{where}：年初＋增加－减少＝年末",
        signs=(1, *signs),
        sure=told and len({*signs}) == len(signs),
        alarms=told,
    )


def _results(named: Named, where: str) -> Iterator[Reading]:
    """What is left of the income; what was there at the beginning may be counted in."""
    income, spending, result = _of(named, _INCOME), _of(named, _SPENDING), _of(named, _RESULT)
    opening = _of(named, _OPENING)
    if len(income) != 1 or len(spending) != 1 or len(result) != 1:
        return
    pair = (income[0], spending[0])
    if not _alike((*pair, result[0])):
        return
    yield Reading(
        RelationKind.DIFFERENCE,
        Operation.DIFFERENCE,
        pair,
        result[0],
        f"{where}：结余＝收入－支出",
        sure=not opening and not _of(named, re.compile("结转|弥补|分配|提取|缴回|上缴")),
    )
    if len(opening) == 1 and _alike((*pair, opening[0])):
        yield Reading(
            RelationKind.SUM,
            Operation.SUM,
            (opening[0], *pair),
            result[0],
            f"{where}：结余＝年初结转＋收入－支出",
            signs=(1, 1, -1),
        )


def _assets(named: Named, where: str) -> Iterator[Reading]:
    assets, debts, net = _of(named, _ASSETS), _of(named, _DEBTS), _of(named, _NET)
    if len(assets) == len(debts) == len(net) == 1 and _alike((assets[0], debts[0], net[0])):
        yield Reading(
            RelationKind.SUM,
            Operation.SUM,
            (debts[0], net[0]),
            assets[0],
            f"{where}：资产＝负债＋净资产",
            sure=True,
        )
