"""What the heads of a table say of averages and prices in a row: 人均 × 人数, 月标准 × 人数 × 月数."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.facts.fact import Fact, FactKind
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Hedge
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.judging.one_slip import FITS
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind

_TIMES = re.compile(
    r"(?<![人户床台])(?:[年月天日周次期趟轮]|学期|季度|课时|学时|批次|场次)(?:数量?|长)(?:[（(][^（()）]*[）)])?$"
)
"""How often a standard is paid."""
_SHOWN = 2
"""Rows that show which columns an average is of."""


def leaf_of(fact: Fact) -> str:
    """Return the last part of the head that a figure stands under."""
    return normal((fact.evidence.column or "").split(" ")[-1])


def averages_of_row(own: list[Fact], relations: Relations, where: str) -> None:
    """人均 × 人数 = the amount, where one column of the row fits; 月标准 × 人数 × 月数, where one says how often."""
    times = [f for f in own if f.kind in (FactKind.COUNT, FactKind.OTHER) and _TIMES.search(leaf_of(f))]
    counts = [f for f in own if f.kind is FactKind.COUNT and f not in times]
    for fact in own:
        if fact.kind is not FactKind.AMOUNT or fact.quantity.hedge not in (Hedge.NONE, Hedge.ABOUT):
            continue  # 6000元以下 is a class, and no average
        if not re.search(
            r"[人户亩册件例次项条辆台生床门场里村校公]均|均价|平均|单价|标准(?!分)|每[人户亩册件例次项条辆台生床公]|单位成本|(?:人天|人日|人次|课时|公里)(?:成本|费用|支出|补[助贴]|投入)",
            normal(fact.evidence.column or ""),
        ):
            continue
        wholes = [whole for whole in own if whole.kind is FactKind.AMOUNT and whole is not fact]
        priced = (
            re.search("单价|标准", normal(fact.evidence.column or "")) and len(counts) == len(wholes) == 1
        )
        pairs = [(number, whole) for whole in wholes for number in counts]
        often = [
            Reading(
                RelationKind.ARITHMETIC_OTHER,
                Operation.PRODUCT,
                (fact, number, times[0]),
                whole,
                f"{where}：标准×数量×{leaf_of(times[0])}＝总额",
            )
            for number, whole in pairs
            if len(times) == 1
        ]
        once = [
            Reading(
                RelationKind.ARITHMETIC_OTHER,
                Operation.PRODUCT,
                (fact, number),
                whole,
                f"{where}：平均数×数量＝总额",
                sure=bool(priced and re.search("数量?$|人次$", normal(number.evidence.column or ""))),
                alarms=not times,
            )
            for number, whole in pairs
        ]
        relations.choose([*often, *(replace(r, sure=r.sure and not times) for r in once)])


def shown_averages(
    rows: Sequence[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations
) -> None:
    """Hold the average of every row against the columns whose product gives it in two other rows or more."""
    places = {
        facts[row.row, c].id: (row.row, c) for row in rows for c in row.figures if (row.row, c) in facts
    }
    held: dict[tuple[int, ...], None] = {}
    for relation in relations.items:
        if relation.operation != Operation.PRODUCT or relation.verdict not in FITS:
            continue
        at = [places[fact] for fact in relation.facts if fact in places]
        whole = len(at) == len(relation.facts) and len({row for row, _ in at}) == 1
        if whole:
            held[tuple(column for _, column in at)] = None
    for columns in held:
        own = [row for row in rows if all((row.row, c) in facts for c in columns)]
        # 设计面积 and 建成面积 are equal in some rows: these hold over either.
        others = [row for row in own if not _average_of(row, columns, facts).holds()]
        if len(own) - len(others) < _SHOWN or len(others) != 1:
            continue
        rivals = [c for c in held if c != columns and (c[0], c[-1]) == (columns[0], columns[-1])]
        told = [c for c in rivals if all((others[0].row, at) in facts for at in c)]
        if not any(_average_of(others[0], c, facts).holds() for c in told):
            reading = _average_of(others[0], columns, facts)
            explained = reading.is_explained()
            relations.choose(
                [replace(reading, sure=explained, open_ended=not explained, doubtful=not explained)]
            )


def _average_of(row: RowReading, columns: Sequence[int], facts: dict[tuple[int, int], Fact]) -> Reading:
    *factors, amount = (facts[row.row, c] for c in columns)
    reason = f"“{row.label or '本行'}”一行：平均数×数量＝总额（其余各行均如此）"
    return Reading(RelationKind.ARITHMETIC_OTHER, Operation.PRODUCT, tuple(factors), amount, reason)
