"""Running totals over years: 2021年发行 A，2022年发行 B，截至2022年末累计发行 A + B; 上年末累计 A，2023年完成 B，累计完成 A + B."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.changes.direction import is_change, is_held_against
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, gap, is_base, of_kind, same_unit

_TOTAL = re.compile(
    r"(?:累计|(?:[两三四五六]年|历年)(?:来|间|期间)?(?:合计|共计?|总共))(?:已|共|实际)*(?P<deed>[\u4e00-\u9fff]{2,10})$"
)
_STOCK = re.compile("(?:年[末底]|上年|去年|截[至止]|以前年度|此前)[^，]{0,12}?(?:累计|前已?|已)")
"""What was done up to the end of a year, which all later years add to."""
_YEAR = re.compile(r"(20\d\d)年")
_PAST = re.compile("上年|去年")
_LITTLE = re.compile(
    r"20\d\d年度?|[上去今当本]年|年?[末底]前?|截[至止]|以前年度|此前|累计|实际|其中|[共已又再新约达为的（）]"
)
_AIMED = re.compile("计划|目标|任务|拟|(?<![反响适供对])应(?![急用对])|预算|批复|下达|规划|预计|未|尚|剩余")
_ANNOUNCED = re.compile(r"([两三四五六])年")
_FROM = re.compile(
    r"(20\d\d)年?(?:度)?(?:[—\-－–~～至到]+20\d\d年|起|以来|(?:\d{1,2}月)?(?:正式)?(?:启动|开工|开始|立项|成立|设立))"
)
_NUMERALS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_HEADS = ("人", "名", "位", "户", "家")
_ONCE = re.compile("改造|建|完成|搬迁|安置|安装|接通")
"""Who came in one year may be counted again in another, unless what is done to them is done once."""
_BACK = 400
_FEWEST = 2
_LONGEST_REST = 4


def find_years(text: str, statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that what was done year by year makes what was done in all; ``text`` is the canonical text."""
    for statement in statements:
        for total in of_kind(statement.own, FactKind.AMOUNT, FactKind.COUNT):
            deed = _TOTAL.search(normal(total.lead))
            if deed is None or total.depth or total.fact.quantity.hedge is not Hedge.NONE:
                continue
            reading = _reading(text, statement, total, _LITTLE.sub("", deed["deed"]))
            if reading is not None:
                relations.choose([reading])


def _reading(text: str, statement: Statement, total: Mention, deed: str) -> Reading | None:
    """Return the reading that the years up to the last that was told before, or that the total names, make it."""
    told = [m for m in of_kind(statement.near, total.fact.kind) if _is_of_deed(m, total, deed)]
    years, stocks = _by_year(text, told, stock=False), _by_year(text, told, stock=True)
    before_it = [m for m in statement.near if m.fact.start < total.fact.start]
    named = re.search(r"截[至止](20\d\d)年", gap(text, before_it[-1] if before_it else None, total))
    last = int(named[1]) if named else max(years or [0])
    before = [year for year in stocks if year < last]
    first = max(before) + 1 if before else last
    while not before and first - 1 in years:
        first -= 1
    if any(len(years.get(year, ())) != 1 for year in range(first, last + 1)):
        return None
    parts = [years[year][0] for year in range(first, last + 1)]
    if before:
        if len(stocks[max(before)]) != 1:
            return None
        parts.insert(0, stocks[max(before)][0])
    if len(parts) < _FEWEST:
        return None
    unit = total.fact.quantity.unit
    heads = unit is not None and unit.symbol in _HEADS and not _ONCE.search(deed)
    complete = bool(before) or _begins(text, total, first, len(years))
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(m.fact for m in parts),
        total.fact,
        f"“{total.fact.label}”为各年之和",
        sure=complete and not heads,
        alarms=complete,
    )


def _by_year(text: str, told: Sequence[Mention], *, stock: bool) -> Mapping[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in told:
        year = _year_of(text, mention)
        if year is not None and (_STOCK.search(normal(mention.lead)) is not None) is stock:
            found.setdefault(year, []).append(mention)
    return found


def _year_of(text: str, mention: Mention) -> int | None:
    """Return the year that a figure is told for in its clause."""
    clause = _clause(text, mention)
    years = _YEAR.findall(clause)
    if _PAST.search(mention.lead) and mention.fact.period is not None and not _YEAR.search(mention.lead):
        return int(mention.fact.period)
    return int(years[-1]) if years else None


def _clause(text: str, mention: Mention) -> str:
    start = mention.fact.start
    clause = re.split(r"[。；;\n]", text[max(start - _BACK, 0) : start])[-1]
    return re.sub(r"（[^（）]*）", "", clause)


def _is_of_deed(mention: Mention, total: Mention, deed: str) -> bool:
    """Say whether a figure before a total tells what was done of the same, in a year or up to one."""
    words = normal(mention.lead)
    name = _LITTLE.sub("", words)
    short, long = sorted((name, deed), key=len)
    alike = len(short) > 1 and long.startswith(short) and len(long) - len(short) <= _LONGEST_REST
    return (
        alike
        and mention.fact.start < total.fact.start
        and not mention.depth
        and not mention.range_end
        and mention.fact.quantity.hedge is Hedge.NONE
        and same_unit(mention.fact, total.fact)
        and not _AIMED.search(words)
        and not (is_base(mention) or is_change(mention) or is_held_against(mention))
    )


def _begins(text: str, total: Mention, first: int, count: int) -> bool:
    """Say whether the paragraph announces that year as the first: 分三年发行, 2018—2020年, 2021年启动."""
    start = text.rfind("\n", 0, total.fact.start) + 1
    words = text[start : total.fact.start]
    numbers = {_NUMERALS[found] for found in _ANNOUNCED.findall(normal(words))}
    return count in numbers or str(first) in _FROM.findall(words)
