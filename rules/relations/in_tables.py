"""Relations that the structure of a table asserts: totals, parts, balances, rates, shares and growth by its heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.document.model import Document, Table
from rules.facts.fact import Fact, FactKind
from rules.facts.labels import is_total_label
from rules.facts.mention import CellFact
from rules.facts.table_layout import RowReading, read_rows
from rules.facts.vocabulary import normal, vocabulary
from rules.relations.build import BUDGETS, Reading, Relations
from rules.relations.judge import Operation
from rules.relations.one_slip import FITS
from rules.relations.relation import RelationKind

_LEVELS = (
    re.compile(r"^[一二三四五六七八九十]+[、.．]"),
    re.compile(r"^[（(][一二三四五六七八九十]+[）)]"),
    re.compile(r"^\d+[、.．]"),
    re.compile(r"^[（(]\d+[）)]"),
)
_INSIDE = 8
_MOST_PARTS = 15
_AVERAGE = re.compile("人均|户均|均价|平均|单价|单位成本")
_ORDER = (
    re.compile(r"[一二三四五六七八九十]+[、.．]?"),
    re.compile(r"[（(][一二三四五六七八九十]+[）)]"),
    re.compile(r"\d+[、.．]?"),
    re.compile(r"[（(]\d+[）)]|\d+[.．]\d+"),
)
_OF_WHICH = re.compile(r"^其中[：:]?")
_MORE = re.compile(r"^[…\.·]{2,}$|^等$")
_SUMMED = (FactKind.AMOUNT, FactKind.COUNT, FactKind.OTHER, FactKind.WEIGHT, FactKind.SCORE)


def find_in_tables(
    document: Document, cells: Sequence[CellFact], forms: frozenset[int], relations: Relations
) -> None:
    """Assert what every table's own structure says. The scores of ``forms`` (table indexes) are checked elsewhere."""
    for table in document.tables:
        left_out = (FactKind.WEIGHT, FactKind.SCORE) if table.index in forms else ()
        facts = {
            (cell.row, cell.column): cell.fact
            for cell in cells
            if cell.table == table.index and cell.fact.kind not in left_out
        }
        if not facts:
            continue
        rows = read_rows(table)
        for segment in sorted({row.segment for row in rows}):
            members = [row for row in rows if row.segment == segment]
            _total_rows(members, facts, relations)
            _parts(table, members, facts, relations)
        for row in rows:
            _total_columns(row, facts, relations)
            _row_formulas(row, facts, relations)
        _shares(rows, facts, relations)


def _level(label: str) -> int | None:
    text = normal(label)
    if _OF_WHICH.match(text):
        return _INSIDE
    return next((number for number, pattern in enumerate(_LEVELS, 1) if pattern.match(text)), None)


def _column_facts(rows: Iterable[RowReading], facts: dict[tuple[int, int], Fact], column: int) -> list[Fact]:
    return [facts[row.row, column] for row in rows if (row.row, column) in facts]


def _columns(rows: Iterable[RowReading], facts: dict[tuple[int, int], Fact]) -> list[int]:
    return sorted(
        {c for row in rows for c in row.figures if (f := facts.get((row.row, c))) and f.kind in _SUMMED}
    )


def _label_of_total(row: RowReading) -> str | None:
    """Return the words that make a row a total; 二、支出合计 numbers a whole whose parts follow it."""
    labels = [label for label in row.labels if is_total_label(label) and _level(label) is None]
    return normal(labels[0]) if labels else None


def _total_rows(rows: list[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations) -> None:
    """合计 = the rows above (or below, where it stands first); 小计 = the rows since the last; 总计 = 合计 and what follows."""
    if not rows:
        return
    if _label_of_total(rows[0]) and not any(_label_of_total(row) for row in rows[1:]):
        _assert_total(rows[0], rows[1:], facts, relations)
        return
    pending: list[RowReading] = []
    subtotals: list[RowReading] = []
    grand = [row for row in rows if "总计" in (_label_of_total(row) or "")]
    for row in rows:
        label = _label_of_total(row)
        if label is None:
            pending.append(row)
        elif "小计" in label:
            _assert_total(row, pending, facts, relations)
            subtotals.append(row)
            pending = []
        else:
            _assert_total(row, [*subtotals, *pending], facts, relations)
            subtotals = [row] if grand and row is not grand[-1] else []
            pending = []


def _top(rows: list[RowReading]) -> list[RowReading]:
    """Leave out the rows that only break up the row above them."""
    levels = _levels(rows)
    return [row for row, level in zip(rows, levels, strict=True) if level == levels[0]] if rows else []


def _assert_total(
    total: RowReading, parts: list[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations
) -> None:
    """Hold a total row against its parts: the grouping of the rows above that most columns bear out."""
    if len(parts) < 2:
        return
    columns = [c for c in _columns([total], facts) if not _AVERAGE.search(total.heads[c].words)]
    groupings = _groupings(parts, facts, columns)
    fitting = [{c for c in columns if _fits_total(total, rows, facts, c)} for rows in groupings]
    best = max(range(len(groupings)), key=lambda at: (len(fitting[at]), -at))
    clear = bool(fitting[best]) or len(groupings) == 1
    for column in columns:
        reading = _total_reading(total, groupings[best], facts, column, sure=clear)
        if reading is not None:
            relations.choose([reading])


def _total_reading(
    total: RowReading, rows: list[RowReading], facts: dict[tuple[int, int], Fact], column: int, *, sure: bool
) -> Reading | None:
    stated = facts[total.row, column]
    listed = [row for row in rows if row.figures]
    operands = [f for f in _column_facts(listed, facts, column) if _same_sort(f, stated)]
    if len(operands) < 2 and len(listed) > 1:
        return None
    return Reading(
        RelationKind.SUM, Operation.SUM, tuple(operands), stated, f"{total.label}＝上列各行之和", sure=sure
    )


def _fits_total(
    total: RowReading, rows: list[RowReading], facts: dict[tuple[int, int], Fact], column: int
) -> bool:
    reading = _total_reading(total, rows, facts, column, sure=False)
    return reading is not None and reading.judge().verdict in FITS


def _groupings(
    rows: list[RowReading], facts: dict[tuple[int, int], Fact], columns: list[int]
) -> list[list[RowReading]]:
    """Return the sets of rows that a total may add up: the top level by numbering, all, or those that no row breaks up.

    Where only one is returned, nothing in the rows hints at levels.
    """
    found = [[*rows[:taken], *_top(rows[taken:])]] if (taken := _subtotals(rows)) else [_top(rows)]
    for other in (rows, _unbroken(rows, facts, columns)):
        if other not in found:
            found.append(other)
    return found


def _subtotals(rows: list[RowReading]) -> int:
    """Return how many subtotal rows lead the list; they have no level of their own."""
    return next((at for at, row in enumerate(rows) if not _label_of_total(row)), len(rows))


def _unbroken(
    rows: list[RowReading], facts: dict[tuple[int, int], Fact], columns: list[int]
) -> list[RowReading]:
    """Leave out the rows that the row above them is the sum of in every column but one at most."""
    ends = list(range(1, len(rows) + 1))  # where the rows that break up each row end
    for at in range(len(rows) - 1, -1, -1):
        ends[at] = _end_of_parts(rows, at, ends, facts, columns)
    return _walk(rows, 0, len(rows), ends)


def _walk(rows: list[RowReading], start: int, stop: int, ends: list[int]) -> list[RowReading]:
    kept = []
    while start < stop:
        kept.append(rows[start])
        start = ends[start]
    return kept


def _end_of_parts(
    rows: list[RowReading],
    at: int,
    ends: list[int],
    facts: dict[tuple[int, int], Fact],
    columns: list[int],
) -> int:
    held = [c for c in columns if (rows[at].row, c) in facts]
    stop, parts = at + 1, 0
    while stop < len(rows) and parts < _MOST_PARTS:
        stop, parts = ends[stop], parts + 1
        if parts < 2:
            continue
        children = _walk(rows, at + 1, stop, ends)
        fits = sum(_fits_total(rows[at], children, facts, c) for c in held)
        if fits and fits >= len(held) - 1:
            return stop
    return at + 1


def _same_sort(fact: Fact, other: Fact) -> bool:
    mine, its = fact.quantity.unit, other.quantity.unit
    if mine is None or its is None:
        return mine is its
    return mine.dimension is its.dimension


def _parts(
    table: Table, rows: list[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations
) -> None:
    """A row followed by numbered rows or by 其中 is their whole."""
    for index, row in enumerate(rows):
        if _label_of_total(row):
            continue
        children, closed = _children(rows, index)
        if not children:
            continue
        blank = _has_more(table, children)
        for column in _columns([row], facts):
            stated = facts[row.row, column]
            operands = [f for f in _column_facts(children, facts, column) if _same_sort(f, stated)]
            if not operands or (len(operands) == 1 and not closed):
                continue
            complete = closed and not blank and len(operands) == len(children)
            known = _exhaustive(stated, operands)
            if children[0].label and _level(children[0].label) == _INSIDE and not known:
                continue
            relations.check(
                RelationKind.SUM,
                Operation.SUM,
                operands,
                stated,
                f"“{row.label}”下列各行为其分项",
                open_ended=not (complete or known),
            )


def _children(rows: list[RowReading], index: int) -> tuple[list[RowReading], bool]:
    """Return the rows that break up a row, and whether their list is known to be closed."""
    levels = _levels(rows)
    own = levels[index]
    if index + 1 >= len(rows) or own == _INSIDE or _label_of_total(rows[index + 1]):
        return [], False
    first = levels[index + 1]
    if first == _INSIDE:
        run = [row for row, level in zip(rows[index + 1 :], _run(levels[index + 1 :]), strict=False) if level]
        following = index + 1 + len(run)
        return run, following < len(rows) and levels[following] is not None
    if first is None or (own is not None and first <= own):
        return [], False
    children = []
    for row, level in zip(rows[index + 1 :], levels[index + 1 :], strict=True):
        if level == first:
            children.append(row)
        elif level is None or level < first:
            break
    return (children, True) if len(children) >= 2 else ([], False)


def _run(levels: list[int | None]) -> list[bool]:
    """Mark the leading rows that stand inside a 其中."""
    marks = []
    for level in levels:
        if level != _INSIDE:
            break
        marks.append(True)
    return marks


def _levels(rows: list[RowReading]) -> list[int | None]:
    """Return each row's depth; rows without a number after 其中 belong to it until a numbered one."""
    if sum(row.code is not None for row in rows) >= 2:
        return [None if row.code is None else 20 + len(row.code) for row in rows]
    orders = [
        next((at for at, kind in enumerate(_ORDER, 1) if kind.fullmatch(row.number)), None) for row in rows
    ]
    if len(set(orders) - {None}) >= 2:
        return list(orders)
    levels: list[int | None] = []
    for row in rows:
        level = _level(row.label)
        inside = bool(levels) and levels[-1] == _INSIDE
        levels.append(_INSIDE if level is None and inside and not _label_of_total(row) else level)
    return levels


def _has_more(table: Table, children: list[RowReading]) -> bool:
    """Say whether a child without figures, or a row of dots, leaves the list open."""
    if any(not row.figures for row in children):
        return True
    numbers = range(children[0].row, children[-1].row + 2)
    return any(cell.row in numbers and _MORE.match(cell.text.strip()) for cell in table.cells)


def _exhaustive(stated: Fact, operands: list[Fact]) -> bool:
    names = {fact.subject for fact in operands}
    return any(set(parts) == names for parts in vocabulary().parts(stated.subject))


def _total_columns(row: RowReading, facts: dict[tuple[int, int], Fact], relations: Relations) -> None:
    """小计 or 合计 in the head = its sisters under the same upper head, a group among them by its own 小计."""
    for column in row.figures:
        stated = facts.get((row.row, column))
        head = row.heads[column]
        if stated is None or stated.kind not in _SUMMED or not is_total_label(head.leaf):
            continue
        sisters = [
            facts[row.row, other]
            for other in _sisters(row, column)
            if (row.row, other) in facts
            and facts[row.row, other].kind is stated.kind
            and facts[row.row, other].measure == stated.measure
        ]
        if len(sisters) >= 2:
            relations.check(
                RelationKind.SUM,
                Operation.SUM,
                sisters,
                stated,
                f"表头“{head.words}”＝同组各列之和",
            )


def _sisters(row: RowReading, column: int) -> list[int]:
    """Return the columns that a total column adds up: its sisters, and for a group below its 小计 or its leaves."""
    group = row.heads[column].group
    depth = len(group)
    found: list[int] = []
    inner: dict[str, list[int]] = {}
    for other in sorted(row.figures):
        path = row.heads[other].path
        if other == column or path[:depth] != group or len(path) <= depth:
            continue
        if len(path) == depth + 1:
            found.append(other)
        else:
            inner.setdefault(path[depth], []).append(other)
    for members in inner.values():
        totals = [other for other in members if is_total_label(row.heads[other].leaf)]
        found += totals[:1] if totals else members
    return found


def _row_formulas(row: RowReading, facts: dict[tuple[int, int], Fact], relations: Relations) -> None:
    """Balances, rates and growth between the columns of one row, as their heads say."""
    own = [facts[row.row, column] for column in sorted(row.figures) if (row.row, column) in facts]
    # A table that states no unit still says by its heads what is a budget and what was spent.
    amounts = [fact for fact in own if fact.kind in (FactKind.AMOUNT, FactKind.OTHER)]
    executed = _one(amounts, "executed")
    budget = next((f for name in BUDGETS if (f := _one(amounts, name))), None)
    surplus = _one(amounts, "surplus")
    where = f"“{row.label or '本行'}”一行"
    if executed and budget and surplus:
        relations.check(
            RelationKind.DIFFERENCE,
            Operation.DIFFERENCE,
            [budget, executed],
            surplus,
            f"{where}：结余＝预算－支出",
        )
    _row_bridge(amounts, relations, where)
    for fact in own:
        if fact.kind is not FactKind.RATE:
            continue
        if fact.measure in ("execution_rate", "control_rate") and executed and budget:
            _rate(relations, executed, [f for n in BUDGETS if (f := _one(amounts, n))], fact, where)
        elif fact.measure == "control_rate":
            _staff_rate(relations, own, fact, where)
    _growth(own, relations, where)
    _scores(own, relations, where)
    _averages(own, relations, where)


def _row_bridge(amounts: Sequence[Fact], relations: Relations, where: str) -> None:
    """年初预算 + 追加 − 收回 = 调整后预算, each a column of the row."""
    initial, adjusted = _one(amounts, "initial_budget"), _one(amounts, "adjusted_budget")
    if initial is None or adjusted is None:
        return
    moves = [
        f
        for f in amounts
        if f.measure in ("added", "recalled", "budget_adjustment") and f.period == initial.period
    ]
    if not moves:
        return
    signs = (1, *(-1 if f.measure == "recalled" and f.quantity.value > 0 else 1 for f in moves))
    relations.choose(
        [
            Reading(
                RelationKind.SUM,
                Operation.SUM,
                (initial, *moves),
                adjusted,
                f"{where}：年初预算＋追加－收回＝调整后预算",
                signs=signs,
                sure=True,
            )
        ]
    )


def _rate(relations: Relations, executed: Fact, bases: list[Fact], rate: Fact, where: str) -> None:
    """Hold a rate against its likeliest base; another base is a convention that is tried by ``across``."""
    relations.check(
        RelationKind.RATIO, Operation.RATIO, [executed, bases[0]], rate, f"{where}：执行率＝支出÷预算"
    )


def _one(facts: Sequence[Fact], measure: str) -> Fact | None:
    """Return the only fact of the measure for the latest period among the facts, or None."""
    found = [fact for fact in facts if fact.measure == measure]
    if not found:
        return None
    latest = max(fact.period or "" for fact in found)
    found = [fact for fact in found if (fact.period or "") == latest]
    return found[0] if len(found) == 1 else None


def _staff_rate(relations: Relations, own: list[Fact], rate: Fact, where: str) -> None:
    posts = [f for f in own if f.kind is FactKind.COUNT and "编制" in normal(f.label)]
    staff = [f for f in own if f.kind is FactKind.COUNT and re.search("在职|实有|实际", normal(f.label))]
    if len(posts) == 1 and len(staff) == 1:
        relations.check(
            RelationKind.RATIO,
            Operation.RATIO,
            [staff[0], posts[0]],
            rate,
            f"{where}：控制率＝在职人数÷编制数",
        )


_CHANGE = re.compile("增减|变动|增加额|差额|增长|增幅|同比|降幅")


def _growth(own: list[Fact], relations: Relations, where: str) -> None:
    """This year's and last year's column, and what their difference and growth are said to be."""
    changes = [f for f in own if _CHANGE.search(normal(f.evidence.column or ""))]
    figures = [
        f for f in own if f not in changes and f.kind in (FactKind.AMOUNT, FactKind.COUNT, FactKind.OTHER)
    ]
    for measure in dict.fromkeys(f.measure for f in figures):
        same = [f for f in figures if f.measure == measure and f.period]
        periods = sorted({f.period or "" for f in same})
        if len(same) != 2 or len(periods) != 2 or int(periods[1]) - int(periods[0]) != 1:
            continue
        base, now = sorted(same, key=lambda f: f.period or "")
        for fact in changes:
            if fact.kind is FactKind.RATE:
                relations.check(
                    RelationKind.YOY,
                    Operation.YOY,
                    [now, base],
                    fact,
                    f"{where}：增减率＝（本年－上年）÷上年",
                )
            elif fact.kind is now.kind:
                relations.check(
                    RelationKind.DIFFERENCE,
                    Operation.DIFFERENCE,
                    [now, base],
                    fact,
                    f"{where}：增减额＝本年－上年",
                )


def _scores(own: list[Fact], relations: Relations, where: str) -> None:
    """分值 − 扣分 = 得分, and 得分率 = 得分 ÷ 分值."""
    weights = [f for f in own if f.kind is FactKind.WEIGHT]
    scores = [f for f in own if f.kind is FactKind.SCORE and "扣分" not in normal(f.evidence.column or "")]
    deductions = [f for f in own if "扣分" in normal(f.evidence.column or "") and f.kind is FactKind.SCORE]
    if len(weights) != 1 or len(scores) != 1:
        return
    if len(deductions) == 1:
        relations.check(
            RelationKind.DIFFERENCE,
            Operation.DIFFERENCE,
            [weights[0], deductions[0]],
            scores[0],
            f"{where}：得分＝分值－扣分",
        )
    for fact in own:
        if fact.kind is FactKind.RATE and "得分率" in normal(fact.evidence.column or ""):
            relations.check(
                RelationKind.RATIO,
                Operation.RATIO,
                [scores[0], weights[0]],
                fact,
                f"{where}：得分率＝得分÷分值",
            )


def _averages(own: list[Fact], relations: Relations, where: str) -> None:
    """人均 × 人数 = the amount, where one column of the row fits."""
    counts = [f for f in own if f.kind is FactKind.COUNT]
    for fact in own:
        if fact.kind is not FactKind.AMOUNT or not re.search(
            "人均|户均|平均|均价|单价", normal(fact.evidence.column or "")
        ):
            continue
        relations.choose(
            Reading(
                RelationKind.ARITHMETIC_OTHER,
                Operation.PRODUCT,
                (fact, number),
                whole,
                f"{where}：平均数×数量＝总额",
            )
            for whole in own
            if whole.kind is FactKind.AMOUNT and whole is not fact
            for number in counts
        )


def _shares(rows: list[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations) -> None:
    """占比 in the head = the amount at its left over the same column's total."""
    total = next((row for row in rows if _label_of_total(row)), None)
    if total is None:
        return
    for row in rows:
        for column in row.figures:
            fact = facts.get((row.row, column))
            if fact is None or fact.kind is not FactKind.RATE or fact.measure != "share":
                continue
            left = [
                c for c in row.figures if c < column and (row.row, c) in facts and (total.row, c) in facts
            ]
            amounts = [c for c in left if facts[row.row, c].kind in _SUMMED]
            if amounts and row.row != total.row:
                base = amounts[-1]
                relations.check(
                    RelationKind.SHARE,
                    Operation.RATIO,
                    [facts[row.row, base], facts[total.row, base]],
                    fact,
                    f"“{row.label}”占“{total.label}”的比重",
                )
