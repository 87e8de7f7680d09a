"""Bases that a sentence states beside the change: 同比增长 8.81 %（2024 年为 2394 人）, 比上年（34207 人）增长 4.99 %.

Where the words put last year's figure beside the change, and but one figure of the statement can be this year's, nothing
else is meant: the pair is sure, whatever the digits say. So it is with two years that a change names, and with a figure
that stands in a row of a table beside last year's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import CellFact, Extraction, Mention
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import BUDGETS
from rules.relations.changes.direction import is_change, is_change_rate, is_figure, names_itself
from rules.relations.changes.rate import LINK, one_name
from rules.relations.changes.sentence_before import told_before
from rules.relations.changes.years import row_of_years
from rules.relations.sentence import Statement, is_base, same_things, same_unit
from rules.relations.sums.nesting import listed

_PLANNED = re.compile("计划|目标|任务|预算|应")
_YEARS = re.compile(r"(20\d\d)年?度?(?:[较比]|与)(20\d\d)年")
_OTHERWISE = re.compile("口径|可比|剔除|扣除|不含|不计")
"""Words of a change that is not of the figures as they stand."""
_OTHERWISE_BEHIND = re.compile("[（(](?:按|已|均)?(?:可比|同口径|剔除|扣除)")
_OF_BUDGET = re.compile("预算(?:数|额|总额|安排)?(?:净)?(?:减|增|下降|上升|压)")
"""三公经费预算减少: not of what was spent."""
_AGAINST_ELSE = re.compile(r"[较比与](?!上年|去年|上一年|前一年|上年同期|同期|20\d\d)|环比|占|年均|平均|累计")
"""Words of a change that is held against something else than last year's figure: 较年初预算增长."""
_OVER_BEGINNING = re.compile(
    r"[较比](?:年初|期初|初始|当初)(?:批复)?(?:预算)?(?:安排)?[数额]?(?=[净增减上下提降调])"
)
_BACK = 60
_FEWEST_DIGITS = 4
_BRACKET = re.compile(r"[（(][^）)]*[）)]")
_NAMED = re.compile(
    r"^(?:其中|全年|本年|当年|20\d\d年度?)*(?P<name>[\u4e00-\u9fff]{2,10}?)(?:总?[数量额]|金额)?(?:[较比与同])(?:上年|去年|上一年|20\d\d年)"
)
"""立案数比上年 2318 件增长: the thing that grew, which the sentence before gave the figure of."""
_SAID = r"(?:全年|本年|当年|年内|20\d\d年度?|共计?|累计|合计|实际|完成|筹集|发生|实现|决算)*"
_TOLD = r"(?:总?[数量额]|金额)?(?:共计?|合计|为|达到?|完成|决算数?)*$"
_YEAR_WORD = re.compile(r"20\d\d年?度?")
_NO_NAME = re.compile(r"[^\u4e00-\u9fff]|[一二三四五六七八九十]|其中|合计|总")


@dataclass(frozen=True, slots=True)
class Stated:
    """This year's figure and the base beside the change; ``sure``: no other figure can be this year's."""

    now: Fact
    base: Fact
    sure: bool


def stated_pairs(
    text: str,
    mention: Mention,
    index: int,
    statement: Statement,
    before: frozenset[str],
    extraction: Extraction,
) -> Iterator[Stated]:
    """Yield the pairs that words and tables state; ``before`` are the ids of last year's figures of the statement."""
    if is_otherwise(text, mention):
        return
    base = _base_beside(statement.own, index, before)
    if base is not None and not is_base(base):
        yield from _nows(text, mention, base, statement, before)
        yield from _of_base(base, extraction)
    yield from _between_years(mention, statement, text, extraction.year)
    yield from _of_beginning(mention, index, statement)
    if base is None:
        yield from _in_a_row(mention, index, statement, extraction)


def _of_beginning(mention: Mention, index: int, statement: Statement) -> Iterator[Stated]:
    """Yield the adjusted budget right before a change over the only one of the beginning: 年初预算 A，追加 B，调整后预算 C，比年初增长 r %."""
    now = statement.own[index - 1] if index else None
    if now is None or now.fact.measure != "adjusted_budget" or now.sentence != mention.sentence:
        return
    if _OVER_BEGINNING.search(normal(mention.lead)) is None or now.depth != mention.depth:
        return
    first = [m for m in statement.near if m.fact.measure == "initial_budget" and same_unit(m.fact, now.fact)]
    first = [m for m in first if m.fact.start < now.fact.start and not m.range_end]
    for base in first[-1:]:
        yield Stated(now.fact, base.fact, sure=len({m.fact.quantity.in_base for m in first}) == 1)


def is_otherwise(text: str, mention: Mention) -> bool:
    """Say whether a change is told of other figures than stand beside it: 剔除一次性因素后, （按可比口径）."""
    end = mention.fact.evidence.end or mention.fact.start
    words = re.split("[。；;\n]", text[max(mention.fact.start - _BACK, 0) : mention.fact.start])[-1]
    return _OTHERWISE.search(words) is not None or _OTHERWISE_BEHIND.match(text[end:][:_BACK]) is not None


def _base_beside(own: Sequence[Mention], index: int, before: frozenset[str]) -> Mention | None:
    """Return last year's figure right before the change, or in a bracket right behind it; its rate may stand between."""
    mention = own[index]
    companion = index and _is_companion(own[index - 1], mention)
    for at in (index - 1, index - 2) if companion else (index - 1,):
        one = own[at] if at >= 0 else None
        if one is not None and one.fact.id in before and one.sentence == mention.sentence and is_figure(one):
            return _first_of_bracket(own, at, before) if one.depth >= mention.depth else None
    follow = own[index + 1] if index + 1 < len(own) else None
    behind = [index + 1, index + 2] if follow is not None and _is_companion(follow, mention) else [index + 1]
    for at in behind:
        one = own[at] if at < len(own) else None
        if one is not None and one.fact.id in before and is_figure(one) and one.sentence == mention.sentence:
            return one if one.depth == mention.depth + 1 else None
    return None


def _first_of_bracket(own: Sequence[Mention], at: int, before: frozenset[str]) -> Mention:
    """比 2022 年（277 天，同为 365 天有效监测）增加: what a bracket begins with is last year's figure."""
    while at and own[at].depth and own[at - 1].fact.id in before and own[at - 1].parent == own[at].parent:
        at -= 1
    return own[at]


def _is_companion(one: Mention, mention: Mention) -> bool:
    """Say whether two changes beside one another are amount and rate of one."""
    both = one.sentence == mention.sentence and one.depth == mention.depth
    kinds = {one.fact.kind is FactKind.RATE, mention.fact.kind is FactKind.RATE}
    return both and kinds == {True, False} and (is_change(one) or is_change_rate(one))


def _nows(
    text: str, mention: Mention, base: Mention, statement: Statement, before: frozenset[str]
) -> Iterator[Stated]:
    inside = listed(text, statement.own, wide=True)
    start = min(mention.fact.start, base.fact.start)
    own = [m for m in statement.own if m.fact.start < start and _may_be_now(m, base, before)]
    own = [m for m in own if m.depth <= mention.depth]
    outside = [m for m in own if m.fact.id not in inside] if mention.fact.id not in inside else own
    near = [m for m in own if m.sentence == mention.sentence]
    here = near or outside or own
    named = near if len(near) == 1 else [m for m in here if one_name(base, m) and one_name(mention, m)]
    if not near and names_itself(base):
        named = [m for m in named if names_itself(m)]  # 业务培训与上年的 21 期相比 is not of the 44 期 before
    for one in reversed(here):
        next_to = one is here[-1] and not LINK.search(one.tail) and _is_next(one, start, statement.own)
        sure = [one] == named or (next_to and one_name(mention, one))
        yield Stated(one.fact, base.fact, sure=sure and not names_itself(mention))
    if own:
        return
    told = told_before(mention, base, statement)
    if told is not None:
        yield Stated(told.fact, base.fact, sure=True)
    yield from _called(base, statement)
    subject = _subject(mention, base, statement)
    earlier = [m for m in (*statement.section, *statement.before) if _may_be_now(m, base, frozenset())]
    stages = BUDGETS if _OF_BUDGET.search(normal(mention.lead)) else ("executed", None)
    alike = [m for m in earlier if m.fact.subject == subject and m.fact.measure in stages]
    # 与上年的 A 相比: what is A itself is last year's figure told once more.
    alike = [m for m in alike if m.fact.quantity.in_base != base.fact.quantity.in_base]
    values = {m.fact.quantity.in_base for m in alike}
    for one in reversed(alike):
        known = subject is not None and one.own_subject and one.fact.period == mention.fact.period
        yield Stated(one.fact, base.fact, sure=known and len(values) == 1)


def _subject(mention: Mention, base: Mention, statement: Statement) -> str | None:
    """Return the thing that has changed: what base or change name, else what the plan before them is of."""
    before = [m for m in statement.own if m.fact.start < min(base.fact.start, mention.fact.start)]
    named = [m for m in (base, mention, *reversed(before)) if m.own_subject]
    return next((m.fact.subject for m in named), None)


def _called(base: Mention, statement: Statement) -> Iterator[Stated]:
    """Yield the only figure of the sentences before that is called as what grew, and nothing narrower."""
    found = _NAMED.match(normal(base.lead))
    if found is None:
        return
    name = re.compile(f"^{_SAID}{re.escape(found['name'])}{_TOLD}")
    for place in (statement.before, statement.section):
        called = [m for m in place if name.match(normal(m.lead)) and _may_be_now(m, base, frozenset())]
        called = [m for m in called if m.fact.measure not in BUDGETS]
        if called:
            sure = len({m.fact.quantity.in_base for m in called}) == 1
            yield from (Stated(m.fact, base.fact, sure=sure) for m in called[-1:])
            return


def _is_next(one: Mention, start: int, own: Sequence[Mention]) -> bool:
    """Say whether nothing but rates stands between a figure and the change with its base."""
    between = [m for m in own if one.fact.start < m.fact.start < start]
    return all(m.fact.kind is FactKind.RATE for m in between)


def _may_be_now(one: Mention, base: Mention, before: frozenset[str]) -> bool:
    if one.fact.id in before or not is_figure(one) or is_base(one) or not same_things(one.fact, base.fact):
        return False
    if one.fact.quantity.hedge is not Hedge.NONE:
        return False
    return not _PLANNED.search(one.lead)


def _between_years(mention: Mention, statement: Statement, text: str, year: str | None) -> Iterator[Stated]:
    """2018 年较 2017 年增加 D，增长 R %: of a row of figures, one a year (2016 年至 2018 年分别为 A、B 和 C)."""
    start = mention.fact.start
    words = re.split("[。；;\n]", text[max(start - 40, 0) : start])[-1]
    found = list(_YEARS.finditer(words))
    if not found:
        return
    years = found[-1].groups()
    row = row_of_years([*statement.before, *(m for m in statement.own if m.fact.start < start)], text, year)
    if all(one in row for one in years):
        now, base = (row[one].fact for one in years)
        fits = mention.fact.kind is FactKind.RATE or same_unit(now, mention.fact)
        if fits and same_unit(now, base):
            yield Stated(now, base, sure=True)


def _in_a_row(mention: Mention, index: int, statement: Statement, extraction: Extraction) -> Iterator[Stated]:
    """Yield this year's and last year's figure of a row of a table that the figure before the change repeats, or its words name."""
    now = _now_before(statement.own, index)
    year = now.fact.period if now is not None else extraction.year
    if year is None or _AGAINST_ELSE.search(normal(mention.lead)):
        return
    own = normal(mention.lead) if now is None else ""
    for row in _rows(extraction):
        this, last = row.get(year), row.get(str(int(year) - 1))
        if this is None or last is None or not same_unit(this.fact, last.fact):
            continue
        label = _label(this.fact)
        if now is not None:
            same = same_unit(this.fact, now.fact) and this.fact.quantity.in_base == now.fact.quantity.in_base
            kin = any(label[at : at + 2] in normal(now.lead) for at in range(len(label) - 1))
            if same and kin and _is_told_by(label, now):
                yield Stated(now.fact, last.fact, sure=True)
        elif own.startswith(label) and (len(label) >= _FEWEST_DIGITS or _is_of_column(own, label, this.fact)):
            yield Stated(this.fact, last.fact, sure=True)


def _is_told_by(label: str, now: Mention) -> bool:
    """Say whether a figure is hardly another's by chance: its digits are many, or the fewer, the more it says of the row."""
    digits = now.fact.quantity.telling_digits
    named = len(label) + digits > _FEWEST_DIGITS and label in normal(now.lead)
    return digits >= _FEWEST_DIGITS or (named and digits > 1)


def _of_base(base: Mention, extraction: Extraction) -> Iterator[Stated]:
    """Yield this year's figure of the row that a base repeats and names: 全市拨付总额较 2023 年（7988.20 万元）增长."""
    if base.fact.period is None or base.fact.quantity.telling_digits < _FEWEST_DIGITS:
        return
    for row in _rows(extraction):
        last, this = row.get(base.fact.period), row.get(str(int(base.fact.period) + 1))
        if last is None or this is None or not same_unit(last.fact, base.fact):
            continue
        label = _label(last.fact)
        same = last.fact.quantity.in_base == base.fact.quantity.in_base
        if same and len(label) > 1 and normal(base.lead).startswith(label):
            yield Stated(this.fact, base.fact, sure=True)


def _label(fact: Fact) -> str:
    """Return the words of the row that a figure stands in, without its unit."""
    return _NO_NAME.sub("", _BRACKET.sub("", normal(fact.evidence.row or "")))


def _is_of_column(words: str, label: str, fact: Fact) -> bool:
    """Say whether the words of a change are row and column of a figure: 高沙县优良天数减少 of 高沙县 under 2022 年优良天数."""
    head = _BRACKET.sub("", normal(fact.evidence.column or ""))
    rest = words[len(label) :]
    return len(label) > 1 and any(rest[at : at + 4] in head for at in range(len(rest) - 3))


def _now_before(own: Sequence[Mention], index: int) -> Mention | None:
    """Return the figure right before a change, or before the change that it goes with."""
    for one in reversed(own[:index]):
        if one.sentence != own[index].sentence:
            return None
        if is_figure(one):
            return one if one.depth <= own[index].depth and not names_itself(own[index]) else None
        if not _is_companion(one, own[index]):
            return None
    return None


def _rows(extraction: Extraction) -> Iterator[dict[str, CellFact]]:
    """Yield the figures of rows of tables that stand under heads which are one but for the year, or the only ones of years."""
    rows: dict[tuple[int, int, str], dict[str, list[CellFact]]] = {}
    whole: dict[tuple[int, int], dict[str, list[CellFact]]] = {}
    for cell in extraction.cells:
        head = cell.fact.evidence.column or ""
        if cell.fact.period is not None and cell.fact.period in head:
            key = (cell.table, cell.row, _YEAR_WORD.sub("", _BRACKET.sub("", normal(head))))
            rows.setdefault(key, {}).setdefault(cell.fact.period, []).append(cell)
            whole.setdefault(key[:2], {}).setdefault(cell.fact.period, []).append(cell)
    for years in (*rows.values(), *whole.values()):
        alone = {year: cells[0] for year, cells in years.items() if len(cells) == 1}
        if len(alone) > 1:
            yield alone
