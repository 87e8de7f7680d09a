"""Formulas that a table shows itself: a column (or row) that is A ÷ B, A − B, A + B − C, A × B or a sum of neighbours.

Heads are not always words that we know (结案率, 进度, 本年调拨). Where the other rows bear a formula out to the printed
digit, and so many digits that chance is out of the question, it is the column's definition, and the row that breaks it
is wrong. The same holds for rows, which are read by turning the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.labels import is_mean
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import normal
from rules.numbers.quantity import Quantity
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation, holds, judge
from rules.relations.relation import Verdict
from rules.relations.tables.formulas import Formula, Line, formulas_of, products_of

_FEWEST_LINES = 2
_SURE_LINES = 3
_FEWEST_DIGITS = 8
"""Digits that must fit in all, beyond which no formula of a table of this size is met by chance."""
_FEWEST_OF_MANY = 6
"""Digits that tell as much where three lines or more fit a quotient (系数 0.98, 0.96, 0.94), or words name an average."""
_MOST_ACROSS = 10
_LONG = 5
_TELLING = 2
_NAMED = {
    Operation.RATIO: re.compile("率$|率[（(]|占比|比[例重]|进度"),
    Operation.DIFFERENCE: re.compile("结[余转存]|剩余|节[约余]|差[额异]|下浮额|增减|净[增减值额]|未[完支]"),
}
"""Words for what is computed so."""
_FIGURES = (FactKind.AMOUNT, FactKind.COUNT, FactKind.OTHER, FactKind.RATE, FactKind.POINTS)


def learned_formulas(
    rows: Sequence[RowReading], facts: dict[tuple[int, int], Fact], relations: Relations
) -> None:
    """Assert in every row what the other rows show, and in every column what the other columns show."""
    lines = [{c: facts[row.row, c] for c in row.figures if (row.row, c) in facts} for row in rows]
    _learn(lines, "本列其余各行均为", relations, across=False)
    turned: dict[int, Line] = {}
    for number, line in enumerate(lines):
        for column, fact in line.items():
            turned.setdefault(column, {})[number] = fact
    _learn(list(turned.values()), "本行其余各列均为", relations, across=True)


def _learn(lines: Sequence[Line], reason: str, relations: Relations, *, across: bool) -> None:
    lines = [{at: fact for at, fact in line.items() if fact.kind in _FIGURES} for line in lines]
    places = sorted({place for line in lines for place in line})
    if len(places) < 3 or len(places) > _MOST_ACROSS or len(lines) <= _FEWEST_LINES:
        return
    for place in reversed(places):  # a result stands behind or below what it is computed from
        cells = [line[place] for line in lines if place in line]
        known_already = sum(relations.is_computed(fact) for fact in cells) * 2 > len(cells)
        tried = products_of(place, places) if known_already else formulas_of(lines, place, places)
        shown = (f for f in tried if _is_borne_out(f, lines) and not _is_shadow(f, lines, places))
        learned = next(shown, None)
        if learned is None or not _is_new(learned, lines, relations):
            continue
        _assert(learned, lines, reason, relations, across=across)


def _is_borne_out(formula: Formula, lines: Sequence[Line]) -> bool:
    """Say whether all lines but one in five fit (or one, of a few), with too many digits for chance."""
    fitting: list[Line] = []
    held = 0
    for line in lines:
        if not _tells(formula, line):
            continue
        fits = _fits(formula, line)
        if not fits and _fits(formula, line, tight=False):
            continue  # told too coarsely to say anything: 27.5 beside 22.1 gives many rates of two decimals
        held += 1
        if fits:
            fitting.append(line)
        # Most formulas are wrong, and the first lines say so: two failures among them end it.
        if held - len(fitting) > max(1, held // 5):
            return False
    if len(fitting) < _FEWEST_LINES or not _is_mostly_exact(formula, fitting):
        return False
    # The same rate in every row (支付比例 95.00) tells as much, where the amounts differ.
    digits = {
        line[formula.operands[0]].quantity.plain() + line[formula.stated].quantity.plain(): _digits(
            _result(formula, line)
        )
        for line in fitting
    }
    many = len(fitting) >= _SURE_LINES and formula.operation is Operation.RATIO
    named = formula.operation is Operation.PRODUCT and all(
        _is_named_average(line[formula.operands[0]]) for line in fitting
    )
    enough = _FEWEST_OF_MANY if many or named else _FEWEST_DIGITS
    return len(digits) >= _FEWEST_LINES and sum(len(text) for text in digits.values()) >= enough


def _is_mostly_exact(formula: Formula, lines: Sequence[Line]) -> bool:
    """Say whether a sum holds to the digit in half of the lines: one that needs rounding everywhere is met by chance."""
    if formula.operation not in (Operation.SUM, Operation.DIFFERENCE):
        return True
    signs = formula.signs if formula.operation is Operation.SUM else (1, -1)
    exact = 0
    for line in lines:
        parts = [line[place].quantity.in_base for place in formula.operands]
        added = sum((sign * part for sign, part in zip(signs, parts, strict=True)), Decimal(0))
        exact += added == line[formula.stated].quantity.in_base
    return exact * 2 >= len(lines)


def _is_shadow(formula: Formula, lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Say whether another column in place of one makes it hold in every line, where it fails in some: then it is the other's.

    Where most projects spent all of their budget, what was spent is mostly 年初预算＋追加, which the budget always is.
    """
    product = formula.operation is Operation.PRODUCT
    own = [
        line
        for line in lines
        if set(formula.places) <= line.keys() and (product or _same_sort(formula, line))
    ]
    if all(_fits(formula, line) for line in own):
        return False
    others = [other for other in places if other not in formula.places]
    return any(
        all(other in line and (product or _same_sort(one, line)) and _fits(one, line) for line in own)
        for place in formula.places
        for other in others
        for one in [formula.with_other(place, other)]
    )


def _is_named_average(fact: Fact) -> bool:
    """Say whether the row or the head of a figure names an average: 平均住院日, 户均."""
    return is_mean(fact.evidence.row or "") or is_mean(fact.evidence.column or "")


def _result(formula: Formula, line: Line) -> Fact:
    """Return the figure whose digits tell that a line fits: the result, or the average that was rounded."""
    operands = [line[place].quantity for place in formula.operands]
    exact = formula.operation is not Operation.PRODUCT or _is_exact_product(
        operands, line[formula.stated].quantity
    )
    return line[formula.stated if exact else formula.operands[0]]


def _tells(formula: Formula, line: Line) -> bool:
    """Say whether a line holds all figures, none of them nothing, and the stated one long enough to tell."""
    if not {formula.stated, *formula.operands} <= line.keys():
        return False
    stated = line[formula.stated]
    if formula.operation is not Operation.PRODUCT and not _same_sort(formula, line):
        return False
    if any(not line[place].quantity.value for place in (formula.stated, *formula.operands)):
        return False
    digits = _digits(stated)
    return len(digits) >= _TELLING and digits.rstrip("0") not in ("", "1")


def _same_sort(formula: Formula, line: Line) -> bool:
    """Say whether what is added or divided is of one sort; a count over an amount is no rate of a table's row."""
    kinds = {line[place].kind for place in formula.operands}
    points = line[formula.stated].kind is FactKind.POINTS
    if points and formula.operation is Operation.DIFFERENCE:
        return kinds == {FactKind.RATE}
    if formula.operation in (Operation.RATIO, Operation.YOY):
        return len(kinds) == 1
    return len({*kinds, line[formula.stated].kind}) == 1


def _digits(fact: Fact) -> str:
    return fact.quantity.plain().replace(".", "").lstrip("-0")


def _fits(formula: Formula, line: Line, *, tight: bool = True) -> bool:
    operands = [line[place].quantity for place in formula.operands]
    stated = line[formula.stated].quantity
    if formula.operation is Operation.PRODUCT:
        told = _is_exact_product(operands, stated) or _is_average(formula, line)
        return told and formula.reading(line, "", sure=False).holds()
    if line[formula.stated].kind is FactKind.POINTS and tight:
        return operands[0].value - operands[1].value == stated.value  # a plan of 40 % is just that
    if holds(formula.operation, operands, stated, signs=formula.signs or None, tight=tight):
        return True
    # Counts among money are read as rounded to whole 元: 1218 of 1260 gives 96.67 % to the digit all the same.
    exact = tight and formula.operation is Operation.RATIO
    return exact and judge(formula.operation, operands, stated).verdict is Verdict.EXACT


def _is_average(formula: Formula, line: Line) -> bool:
    """Say whether the amount for each is what whole and number give, rounded as printed: 445.50 of 1452318.64 ÷ 3260."""
    if formula.operation is not Operation.PRODUCT:
        return False
    each, number = (line[place].quantity for place in formula.operands)
    whole = line[formula.stated].quantity
    short = len(_digits(line[formula.operands[0]])) < _TELLING
    if short or not number.value or each.precision < max(number.precision, 0):
        return False
    given = whole.in_base / number.in_base / each.factor
    return given.quantize(Decimal(1).scaleb(-each.precision), ROUND_HALF_UP) == each.value


def _is_exact_product(operands: Sequence[Quantity], stated: Quantity) -> bool:
    """Say whether the printed digits multiply to the printed digits, many of them: 150 × 186420.5 = 27963075.00."""
    value = operands[0].in_base * operands[1].in_base
    return len(stated.plain().replace(".", "").rstrip("0")) >= _LONG and value == stated.in_base


def _is_new(formula: Formula, lines: Sequence[Line], relations: Relations) -> bool:
    """Say whether the lines do not state the same already in another way (A = B + C beside B = A − C)."""
    own = {formula.stated, *formula.operands}
    stated = [fact for line in lines for fact in line.values()]
    known = {frozenset(r.facts) for fact in stated for r in relations.stating(fact) if r.operands}
    return not all(
        frozenset(line[place].id for place in own) in known
        for line in lines
        if _tells(formula, line) or (own <= line.keys() and not _fits(formula, line))
    )


def _says(formula: Formula, names: Mapping[int, str]) -> bool:
    """Say whether the name of a result tells how it is computed, and those of its operands do not: 支付率, 年末结余."""
    word = _NAMED.get(formula.operation)
    if word is None:
        return False
    called = word.search(normal(names[formula.stated])) is not None
    return called and not any(word.search(normal(names[place])) for place in formula.operands)


def _assert(
    formula: Formula, lines: Sequence[Line], reason: str, relations: Relations, *, across: bool
) -> None:
    fitting = sum(_tells(formula, line) and _fits(formula, line) for line in lines)
    whole = [line for line in lines if {formula.stated, *formula.operands} <= line.keys()]
    alone = sum(not formula.reading(line, "", sure=False).holds() for line in whole) == 1
    for line in lines:
        if not {formula.stated, *formula.operands} <= line.keys():
            continue
        if formula.operation is not Operation.PRODUCT and not _same_sort(formula, line):
            continue
        names = {
            place: (fact.evidence.row if across else fact.evidence.column) or "本栏"
            for place, fact in line.items()
        }
        words = f"{reason}“{formula.words(names)}”"
        reading = formula.reading(line, words, sure=False)
        few = fitting == _FEWEST_LINES and (reading.is_explained() or (alone and _says(formula, names)))
        sure = fitting >= _SURE_LINES or few
        relations.choose([replace(reading, sure=sure, firm=sure and alone)])
