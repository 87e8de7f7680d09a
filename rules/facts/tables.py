"""Table cells → facts: each figure with row label, column head, and the unit that head, label or table state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.document.evidence import Locator
from corpus.document.model import Block, BlockKind, Document, Table
from rules.facts.fact import Fact, FactKind, Where, fact_id
from rules.facts.labels import Label, is_mean, is_total_label, read_label
from rules.facts.mention import CellFact
from rules.facts.table_heads import ColumnType, Head, bracketed_unit, money_unit
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import TOTAL, vocabulary
from rules.numbers.numerals import CellFigure
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import MEASURES, PERCENT, Dimension, Unit, count

_COUNTED = re.compile(r"编制(?:人?数|人员)?(?:（[^）]*）)?$|人数")
_MONEY = re.compile(r"元|[预决]算|[收支]|金|经费|费|拨款|投资|资产|负债|价|额|款")
_SPEAKS_OF_MONEY = re.compile(
    r"金额|[单总均售]价|价[格款]|合同价|中标价|成交价|控制价|经费|资金|[预决]算|款$|费$|支出|收入|投资"
)
"""Heads of what is paid for the things that a column 单位 counts (辆)."""
_PURE = re.compile(r"系数|指数|比值|[生师床护]比$")
_STANDARD = re.compile(r"(?:补[助贴]|发放|收费|缴费|支付|奖励)?标准(?!分)|单价|档次")
_EACH = re.compile(r"[亩人户]均|每[亩人户]|均价|单价")
_AREA = re.compile(r"面积$")
_ADJUSTMENT = re.compile(r"(?:年中|预算)?调整(?:数|额|金额)(?:（[^）]*）)?")
_ADJUSTED = re.compile(r"全年预算|调整后|调整预算|最终预算|可用")
_UNITS = re.compile(r"单\s*位\s*[：:]\s*([^\s：:。；]{3,24})")
_LEADS_IN = re.compile(r"(?:(?:如下|见下|下)表?|[：:])[：:。]?$")
_OPENS_WITH = re.compile(
    r"(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．]\s*)?(?P<thing>[\u4e00-\u9fff“”]{2,12})(?=[\d。，：:])"
)
_BLOCKS_ABOVE = 2
"""A paragraph that leads in a table, with a line of its unit or its title between."""
_ABOVE = 60
"""How far above a table a note of its units may begin."""
_FEWEST_ROWS = 3
_FORM_COLUMNS = (ColumnType.WEIGHT, ColumnType.SCORE, ColumnType.TARGET, ColumnType.ACTUAL)
_SIDES = {"≤": Hedge.AT_MOST, "<": Hedge.AT_MOST, "≥": Hedge.AT_LEAST, ">": Hedge.AT_LEAST}
_FORM_KINDS = {
    ColumnType.WEIGHT: FactKind.WEIGHT,
    ColumnType.SCORE: FactKind.SCORE,
    ColumnType.TARGET: FactKind.TARGET,
}


def in_annex(block: Block) -> bool:
    """Say whether a block stands in an annex."""
    return bool(block.section) and block.section[0].replace(" ", "").startswith("附件")


def read_tables(
    locator: Locator, year: str | None, rows: Mapping[int, Sequence[RowReading]]
) -> tuple[CellFact, ...]:
    """Return every figure that fills a table cell, in reading order; ``rows`` are those of each table, by its index."""
    found: list[CellFact] = []
    for block in locator.document.blocks:
        if block.kind is BlockKind.TABLE and block.table is not None:
            found.extend(_table(locator, block, block.table, year, rows[block.table.index]))
    return tuple(found)


def _table(
    locator: Locator, block: Block, table: Table, year: str | None, rows: Sequence[RowReading]
) -> list[CellFact]:
    context = (table.caption or "", _led_in_by(locator.document, block), *reversed(block.section))
    where = Where.ANNEX if in_annex(block) else Where.TABLE
    cells: list[CellFact] = []
    whole = _whole_columns(rows)
    stated = _stated_units(locator.document.text[max(block.start - _ABOVE, 0) : block.start])
    for row in rows:
        for column, (cell, figure) in sorted(row.figures.items()):
            head = row.heads[column]
            if column in whole and head.type is ColumnType.OTHER and not _MONEY.search(head.words):
                head = replace(head, type=ColumnType.COUNT, unit=None)
            own = stated.of(head)
            if own is not None and bracketed_unit(head.words) is None:
                head = replace(head, type=ColumnType.AMOUNT, unit=own)
            fact = _fact(locator, row, head, figure, cell.start, cell.end, context, year, where, table)
            cells.append(CellFact(fact, table.index, row.row, column))
    return cells


def _led_in_by(document: Document, block: Block) -> str:
    """Return the thing that a paragraph right above begins with and announces a table of: （二）项目支出预算 …，明细如下：."""
    above = [b for b in document.blocks if b.end <= block.start][-_BLOCKS_ABOVE:]
    for each in reversed(above):
        text = document.text[each.start : each.end].strip()
        if each.kind is BlockKind.PARAGRAPH and _LEADS_IN.search(text):
            found = _OPENS_WITH.match(text)
            return found["thing"] if found is not None else ""
    return ""


@dataclass(frozen=True, slots=True)
class _StatedUnits:
    """What a note above a table gives besides its money unit: 单位：亩、万元、元/亩."""

    area: Unit | None = None
    each: Unit | None = None

    def of(self, head: Head) -> Unit | None:
        """Return the unit of a column whose head says which of them it is in."""
        if head.type in (*_FORM_COLUMNS, ColumnType.RATE, ColumnType.SKIP):
            return None
        if _EACH.search(head.leaf):
            return self.each
        return self.area if _AREA.search(head.leaf) else None


def _stated_units(above: str) -> _StatedUnits:
    found = _UNITS.findall(above)
    if not found:
        return _StatedUnits()
    words = re.split("[、，,]", found[-1])
    area = next((word for word in words if MEASURES.get(word) is Dimension.AREA), None)
    each = next((money_unit(word) for word in words if re.fullmatch(r"[万千]?元[/／].{1,4}", word)), None)
    return _StatedUnits(None if area is None else count(area), each)


def _whole_columns(rows: Sequence[RowReading]) -> set[int]:
    """Return the columns of whole numbers in a table whose other columns have decimals: those hold no money."""
    printed: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        for column, (_, figure) in row.figures.items():
            if row.heads[column].type is not ColumnType.RATE and not _is_rate(figure.quantity):
                printed[column].add(figure.quantity.precision)
    whole = {column for column, precisions in printed.items() if max(precisions) == 0}
    fine = {column for column, precisions in printed.items() if min(precisions) > 0}
    return whole if fine and len(rows) >= _FEWEST_ROWS else set()


def _is_rate(quantity: Quantity) -> bool:
    """Say whether a figure is printed as a rate, whatever its head says: 进度 96.03%."""
    return quantity.unit is not None and quantity.unit.dimension is Dimension.RATE


def _fact(
    locator: Locator,
    row: RowReading,
    head: Head,
    figure: CellFigure,
    start: int,
    end: int,
    context: tuple[str, ...],
    year: str | None,
    where: Where,
    table: Table,
) -> Fact:
    quantity = _with_unit(_bounded(figure, head), row, head, context)
    kind = _kind(quantity, head, row)
    over = read_label(head.words, kind, year)
    side = read_label(row.label, kind, year)
    subject = _subject(row, head, side, over, context)
    measure = over.measure or side.measure
    if kind is FactKind.RATE and head.type in (ColumnType.ACTUAL, ColumnType.OTHER):
        measure = side.measure or over.measure
    if kind is FactKind.TARGET:
        measure = "target_value"
    if kind in (FactKind.WEIGHT, FactKind.SCORE, FactKind.COUNT):
        measure = None
    if measure == "prior_executed":
        measure = "executed"
    if measure == "prior_budget":
        measure = "budget"
    if measure == "adjusted_budget" and _moves_budget(row, head):
        measure = "budget_adjustment"
    if measure == "control_rate" and any("编制" in other.words for other in row.heads.values()):
        subject = "在职人员"
    name = table.caption or (context[2] if len(context) > 2 else None) or f"表{table.index + 1}"
    return Fact(
        id=fact_id(start, quantity.printed),
        quantity=quantity,
        kind=kind,
        label=" ".join(part for part in (row.label, head.words) if part),
        subject=subject,
        measure=measure,
        period=over.period or side.period or year,
        scope=over.fund or side.fund or _fund(context),
        where=where,
        evidence=locator.evidence(start, end, table=name, row=row.label or None, column=head.words or None),
    )


def _moves_budget(row: RowReading, head: Head) -> bool:
    """Say whether 调整数 is how far the budget was moved: another column holds what it was moved to."""
    others = (other.leaf for other in row.heads.values() if other is not head)
    return _ADJUSTMENT.fullmatch(head.leaf) is not None and any(_ADJUSTED.search(leaf) for leaf in others)


def _subject(row: RowReading, head: Head, side: Label, over: Label, context: tuple[str, ...]) -> str | None:
    total = is_total_label(row.label) or (not row.label and is_total_label(head.leaf))
    if is_total_label(head.leaf) and not side.known:
        total = True
    if not total:
        if side.known or (side.subject is not None and not over.known):
            return side.subject
        if over.known:
            return over.subject
        return side.subject if head.type in _FORM_COLUMNS else side.subject or over.subject
    if "小计" in row.label or ("小计" in head.leaf and not row.label):
        return _group_name(row)  # the total of its group, never of the whole table
    for words in context:
        known = vocabulary().subject(words)
        if known is not None:
            return known.name
        if vocabulary().fund(words) is not None:
            return TOTAL
    return TOTAL


def _group_name(row: RowReading) -> str | None:
    """Return the thing that a 小计 adds up: the merged cell to its left."""
    outer = [label for label in row.labels[:-1] if not is_total_label(label)]
    if not outer:
        return None
    return read_label(outer[-1], FactKind.AMOUNT, None).subject


def _fund(context: tuple[str, ...]) -> str | None:
    for words in context:
        found = vocabulary().fund(words)
        if found is not None:
            return found.name
    return None


def _bounded(figure: CellFigure, head: Head) -> Quantity:
    """Return the figure of a cell, open to one side where it is a limit and no target: 6000元以下, a class of incomes."""
    side = _SIDES.get(figure.comparison or "")
    if side is None or head.type in _FORM_COLUMNS or figure.quantity.hedge is not Hedge.NONE:
        return figure.quantity
    return replace(figure.quantity, hedge=side)


def _with_unit(quantity: Quantity, row: RowReading, head: Head, context: tuple[str, ...]) -> Quantity:
    if quantity.unit is not None:
        return quantity
    unit = _unit(row, head)
    plain = unit is not None and unit.dimension is Dimension.COUNT and unit.factor == 1
    counts = plain if unit is not None else _speaks_of_no_money(row, context)
    counts = counts and not is_mean(head.leaf) and not is_mean(row.label)
    counted = (counts or _is_standard(row, head)) and quantity.precision == 0
    return Quantity(quantity.value, unit, quantity.precision, quantity.printed, quantity.hedge, counted)


def _is_standard(row: RowReading, head: Head) -> bool:
    """Say whether a figure is an amount set for each (补助标准 30 元/人): exact, however it is printed."""
    return bool(_STANDARD.search(head.leaf) or _STANDARD.search(row.label))


def _speaks_of_no_money(row: RowReading, context: tuple[str, ...]) -> bool:
    """Say whether whole numbers without a unit are numbers of things: no head, label or title names money."""
    words = (*(head.words for head in row.heads.values()), row.label, *context[:1])
    return not any(_MONEY.search(text) for text in words)


def _unit(row: RowReading, head: Head) -> Unit | None:
    if head.type in (ColumnType.WEIGHT, ColumnType.SCORE, ColumnType.TARGET, ColumnType.ACTUAL):
        return None
    own = bracketed_unit(head.leaf) or bracketed_unit(row.label)
    if own is None and _PURE.search(head.leaf):
        return None
    if own is not None:
        return own
    if head.type is ColumnType.RATE:
        return PERCENT if "%" in head.words or "％" in head.words else None
    if head.type is ColumnType.COUNT or (head.unit is None and _COUNTED.search(row.label)):
        return _counted_in(head, row)
    if bracketed_unit(head.words) is not None or _SPEAKS_OF_MONEY.search(head.leaf):
        return head.unit
    return row.counted_in or head.unit


def _counted_in(head: Head, row: RowReading) -> Unit:
    """Return what a column of numbers counts: 受助人次, 户数, 编制数; 个 where nothing says it."""
    named = re.search(r"(人次|户次|车次|批次|场次|班次)|([户家件条台套种册辆场批期项笔])数", head.leaf)
    if named is not None:
        return count(named.group(1) or named.group(2))
    persons = "人" in head.words or "编制" in head.words or "人" in row.label
    return count("人" if persons else "个")


def _kind(quantity: Quantity, head: Head, row: RowReading) -> FactKind:
    form = _FORM_KINDS.get(head.type)
    if form is not None:
        return form
    if quantity.unit is None:
        return FactKind.RATE if head.type is ColumnType.RATE else FactKind.OTHER
    return {
        Dimension.MONEY: FactKind.AMOUNT,
        Dimension.RATE: FactKind.RATE,
        Dimension.POINTS: FactKind.POINTS,
        Dimension.COUNT: FactKind.COUNT,
        Dimension.AREA: FactKind.COUNT,
        Dimension.SCORE: FactKind.SCORE,
    }.get(quantity.unit.dimension, FactKind.OTHER)
