"""Sums that the structure of a table asserts: total rows, 小计, and rows that name a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.facts.fact import Fact
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.reading import Reading
from rules.relations.tables.levels import INSIDE, label_of_total, level_of, levels_of, top_level
from rules.relations.tables.sums import columns_of_sums, fits_total, single_part, total_reading

Facts = dict[tuple[int, int], Fact]

_MOST_PARTS = 15
_MOST_INSIDE = 6
_TELLING = 4
"""Digits from which on a sum of all rows is not met by chance."""
_MONEY = re.compile(r"[预决]算|[收支]|金|费|款|额|价|合同|审定|投资|计划|执行|元")
_ENDS_IN_TOTAL = re.compile(
    r"(?<=.)(?:合计|小计|总计|共计)$|^(?:合计|总计)(?=[/／（、或及和].{0,2}(?:平均|均值))"
)
_AVERAGE = re.compile(
    "[人户亩场次生件村床日]均|均价|平均|单价|单位成本|标准(?!分)|每[人户亩件次]|[/／][人户亩件次月]|比$|系数|指数"
)
_STOCK = re.compile("结存|余额|[期月季年]末|库存|未结|存量|在(?:册|库|院|押)|累计")
_TIME = re.compile(
    r"(?:20\d\d年?)?(?:\d{1,2}月|[一二三四五六七八九十]{1,3}月|[第一二三四1-4]+季度?|[上下]半年|20\d\d年?)"
)
_WHOLE = re.compile(
    r"(?:全年|全部|总)(?:收入|支出|预算|决算|资金|经费|数)?|全(?!日|程|面|职|科|套|景|国性|市性)[\u4e00-\u9fff]{1,3}|支出总额|收入总额|整体|总体|累计"
)


def total_rows(rows: list[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations) -> None:
    """合计 = the rows above (or below, where it stands first); 小计 = the rows since the last; 总计 = 合计 and what follows."""
    if not rows:
        return
    if label_of_total(rows[0]) and not any(label_of_total(row) for row in rows[1:]):
        _assert_total(rows[0], rows[1:], facts, relations)
        return
    pending: list[RowReading] = []
    subtotals: list[RowReading] = []
    grand = [row for row in rows if "总计" in (label_of_total(row) or "")]
    led: list[RowReading] = []
    leads = any(
        _shown_to_lead(rows, at, facts)
        for at, row in enumerate(rows)
        if "小计" in (label_of_total(row) or "")
    )
    for at, row in enumerate(rows):
        label = label_of_total(row)
        if label is None:
            if row not in led:
                pending.append(row)
        elif "小计" in label and (following := _led_by(rows, at) or (_below(rows, at) if leads else [])):
            _assert_total(row, following, facts, relations)
            subtotals.append(row)
            led = following
        elif "小计" in label:
            _assert_total(row, pending, facts, relations)
            subtotals.append(row)
            pending = []
        else:
            added = _assert_total(row, [*subtotals, *pending], facts, relations)
            # 项目支出合计 behind 基本支出合计 adds up its own rows only, and 总计 both.
            beside = [] if any(total in added for total in subtotals) else subtotals
            subtotals = [*beside, row] if grand and row is not grand[-1] else []
            pending = []


def with_shown_totals(rows: list[RowReading], facts: Facts) -> list[RowReading]:
    """Return the rows with those called totals that only end in such a word (支队合计) and are the sum of the rows above
    them since the last in most columns, or in one where the sum tells and the row is the last of all."""
    found: list[RowReading] = []
    since = 0
    for at, row in enumerate(rows):
        ending = _ENDS_IN_TOTAL.search(normal(row.label))
        shown = row
        if ending is not None and not label_of_total(row) and level_of(row.label) is None:
            columns = columns_of_sums([row], facts)
            fitting = [c for c in columns if at - since > 1 and fits_total(row, rows[since:at], facts, c)]
            told = any(facts[row.row, c].quantity.telling_digits >= _TELLING for c in fitting)
            others = [c for c in columns if c not in fitting]
            slipped = at - since > 1 and told and all(_is_slip(row, rows[since:at], facts, c) for c in others)
            if len(fitting) * 2 > len(columns) or (told and _is_last(rows, at)) or slipped:
                shown = replace(row, labels=(*row.labels[:-1], ending[0]))
        found.append(shown)
        since = at + 1 if label_of_total(shown) else since
    return found


def _is_slip(total: RowReading, rows: list[RowReading], facts: Facts, column: int) -> bool:
    """Say whether one slip explains that a column of a total does not add up."""
    reading = total_reading(total, rows, facts, column, sure=False)
    return reading is not None and reading.is_explained()


def _is_last(rows: Sequence[RowReading], at: int) -> bool:
    """Say whether a row ends the table, and no other row of it may be a total."""
    others = [*rows[:at], *rows[at + 1 :]]
    return at == len(rows) - 1 and not any(_ENDS_IN_TOTAL.search(normal(row.label)) for row in others)


def whole_rows(rows: list[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations) -> None:
    """全年, 总支出: a row that names a whole without 合计, where at least one column bears that out."""
    if any(label_of_total(row) for row in rows):
        return
    marked = [at for at, row in enumerate(rows) if _WHOLE.fullmatch(normal(row.label))]
    for at in marked:
        above = rows[(max((m for m in marked if m < at), default=-1) + 1) : at]
        below = rows[at + 1 : min((m for m in marked if m > at), default=len(rows))]
        for parts in (above, below):
            if len(parts) >= 2:
                _assert_total(rows[at], parts, facts, relations, named=False)


def _led_by(rows: list[RowReading], at: int) -> list[RowReading]:
    """Return the rows that a 小计 at the head of its group adds up: those of its merged cell, where none stands above."""
    group = rows[at].labels[:-1]
    if not group or (at and rows[at - 1].labels[:-1] == group):
        return []
    following = []
    for row in rows[at + 1 :]:
        if row.labels[: len(group)] != group or label_of_total(row):
            break
        following.append(row)
    return following if len(following) >= 2 else []


def _below(rows: list[RowReading], at: int) -> list[RowReading]:
    """Return the rows below a 小计, up to the next total."""
    stop = next((n for n in range(at + 1, len(rows)) if label_of_total(rows[n])), len(rows))
    return rows[at + 1 : stop]


def _shown_to_lead(rows: list[RowReading], at: int, facts: dict[tuple[int, int], Fact]) -> bool:
    """Say whether a 小计 is in some column the sum of the rows below it, and in none of those above: the table's way."""
    start = next((n + 1 for n in range(at - 1, -1, -1) if label_of_total(rows[n])), 0)
    columns = columns_of_sums([rows[at]], facts)
    fits = [
        any(len(parts) > 1 and fits_total(rows[at], parts, facts, column) for column in columns)
        for parts in (rows[start:at], _below(rows, at))
    ]
    return fits == [False, True]


def _assert_total(
    total: RowReading,
    parts: list[RowReading],
    facts: dict[tuple[int, int], Fact],
    relations: Relations,
    *,
    named: bool = True,
) -> list[RowReading]:
    """Hold a total row against its parts: the grouping of the rows above that most columns bear out; return these.

    ``named``: its label says that it is one; another is taken for one only where a column shows it.
    """
    if len(parts) < 2:
        return parts
    columns = [c for c in columns_of_sums([total], facts) if not _AVERAGE.search(total.heads[c].words)]
    groupings = _groupings(parts, facts, columns)
    fitting = [{c for c in columns if fits_total(total, rows, facts, c)} for rows in groupings]
    best = max(range(len(groupings)), key=lambda at: (len(fitting[at]), -at))
    clear = bool(fitting[best]) or (named and len(groupings) == 1)
    for column in columns:
        reading = total_reading(total, groupings[best], facts, column, sure=clear)
        if reading is None and fitting[best]:
            reading = single_part(total, groupings[best], facts, column)
        if reading is not None and (named or clear) and not _is_no_sum(reading):
            # Which rows a total takes in is not clear where none of its columns adds up: that most do is only asked about.
            doubtful = not clear and len(reading.operands) > 1 and not reading.holds() and reading.is_near()
            relations.choose([replace(reading, open_ended=doubtful, doubtful=doubtful)])
    return groupings[best]


def _is_no_sum(reading: Reading) -> bool:
    """Say whether a column is one that nobody adds up: a standard that is the same in every row, or plain ratios.

    A figure without a unit that lies between those of the rows is their average.
    """
    parts = [fact.quantity.value for fact in reading.operands]
    stated = reading.stated.quantity
    if len(parts) < 2:
        return False
    if _STOCK.search(normal(reading.stated.evidence.column or "")):
        times = [_TIME.match(normal(fact.evidence.row or "")) for fact in reading.operands]
        if all(times):
            return True  # what is there at the end of each month is there at the end of the last
    if len({*parts, stated.value}) == 1:
        return stated.value != 0
    if "均" in (reading.stated.evidence.row or "") and min(parts) <= stated.value <= max(parts):
        return True  # 合计/平均
    ratios = (
        stated.unit is None
        and stated.precision > 0
        and not _MONEY.search(reading.stated.evidence.column or "")
    )
    return ratios and min(parts) <= stated.value <= max(parts)


def _groupings(rows: list[RowReading], facts: Facts, columns: list[int]) -> list[list[RowReading]]:
    """Return the sets of rows that a total may add up: the top level by numbering, all, or those that no row breaks up.

    Where only one is returned, nothing in the rows hints at levels.
    """
    top = [*rows[:taken], *top_level(rows[taken:])] if (taken := _subtotals(rows)) else top_level(rows)
    found: list[list[RowReading]] = []
    own = [rows[taken:]] if taken and len(rows) - taken > 1 else []
    for other in (top, rows, _unbroken(rows, facts, columns), *_behind_of_which(rows), *own):
        if other not in found and (len(other) > 1 or len(rows) == 1):
            found.append(other)
    return found or [rows]


def _behind_of_which(rows: list[RowReading]) -> list[list[RowReading]]:
    """Return the rows without the first few from a 其中 on: how far it reaches is not said."""
    levels = levels_of(rows)
    starts = [
        at for at, level in enumerate(levels) if level == INSIDE and (not at or levels[at - 1] != INSIDE)
    ]
    found = []
    for reach in range(1, _MOST_INSIDE + 1):
        left_out = {
            at
            for start in starts
            for at in range(start, min(start + reach, len(rows)))
            if levels[at] == INSIDE
        }
        found.append([row for at, row in enumerate(rows) if at not in left_out])
    return found if starts else []


def _subtotals(rows: list[RowReading]) -> int:
    """Return how many subtotal rows lead the list; they have no level of their own."""
    return next((at for at, row in enumerate(rows) if not label_of_total(row)), len(rows))


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
        fits = sum(fits_total(rows[at], children, facts, c) for c in held)
        if fits and fits >= len(held) - 1:
            return stop
    return at + 1
