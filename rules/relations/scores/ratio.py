"""Indicator rows whose score follows from the result: 分值 × 完成率 (执行率, 满意度), and 分值 − 扣分 of the remark.

A form seldom says how it scores, but it shows it: where the rows that miss their targets print weight × result, the one
that does not has a wrong figure. A row that says so itself (按执行率计分) needs no others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rules.facts.fact import Fact, FactKind
from rules.facts.form import FormCell, IndicatorRow
from rules.facts.targets import Direction, read_target
from rules.numbers.interval import Interval, NotComputable
from rules.numbers.quantity import Hedge, Quantity
from rules.numbers.units import Dimension
from rules.relations.build import Relations
from rules.relations.judging.computation import Operation, printed
from rules.relations.judging.one_slip import mended_by_one_slip
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.scores.scores import FormTies

HUNDRED = Decimal(100)
_SAYS_SO = re.compile(
    r"按(?:照)?(?:实际)?(?:预算|资金|任务|项目)?(?:执行率|完成率|支付率|到位率|合格率|满意[度率]|完成比例|比例|完成情况比例|达成率)(?:折算|计算|比例)?(?:计分|得分|赋分|计算|扣分|评分)"
    r"|(?:分值|权重)\s*[×*xX]\s*(?:实际)?(?:[\u4e00-\u9fff]{0,6}率|[\u4e00-\u9fff]{0,4}满意度)"
)
_DEDUCTED = re.compile(r"(?:扣分?|扣减|扣除|减)\s*(\d+(?:\.\d+)?)\s*分")
_PER = re.compile(r"每|至|-|—|～|~|最多|[\d一二两三四五]\s*(?:次|项|个|处|件|起|人)各?扣")
_SHOWN = 2
_FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that may be scored by its result: the figures it is computed from, and what that gives."""

    weight: Fact
    score: Fact
    actual: Fact
    target: Fact | None
    due: tuple[Interval, ...]
    says_so: bool

    @property
    def fits(self) -> bool:
        """Say whether the printed score can be weight × result."""
        return any(map(self._gives, self.due))

    @property
    def is_of_target(self) -> bool:
        """Say whether the result counts as a share of its target; else it is a share of a hundred itself."""
        return self.target is not None and (self._gives(self.due[0]) or not self.fits)

    def _gives(self, due: Interval) -> bool:
        half = Decimal(5).scaleb(-self.score.quantity.precision - 1)
        value = self.score.quantity.value
        return due.meets(Interval(value - half, value + half))

    @property
    def slipped(self) -> bool:
        """Say whether one slip in score or result explains the failure; else the row is simply scored otherwise."""
        if self.target is not None:
            return False
        figures = [self.score.quantity, self.weight.quantity]
        rate = self.actual.quantity
        return any(mended_by_one_slip(Operation.RATIO, figures, rate, index) for index in (0, 2))

    @property
    def tells(self) -> bool:
        """Say whether the score has digits that chance does not give."""
        return len(self.score.quantity.plain().replace(".", "").strip("0")) >= _FEWEST_DIGITS


def find_score_ratios(forms: Sequence[FormTies], known: Mapping[int, Fact], relations: Relations) -> None:
    """Assert of every form what its rows show; ``known`` are the facts of targets and results by their offset."""
    for ties in forms:
        at = {fact.start: fact for fact in ties.facts}
        rows = [found for row in ties.form.rows if (found := _read(row, at, known)) is not None]
        telling = [row for row in rows if row.tells and row.fits]
        shown = len(telling) >= _SHOWN
        for row in rows:
            if row.says_so or (row.tells and (row.fits or (shown and row.slipped))):
                _assert(row, relations)
        _deductions(ties, at, relations)


def _read(row: IndicatorRow, at: Mapping[int, Fact], known: Mapping[int, Fact]) -> _Row | None:
    """Return a row whose result stays below its target, both plain figures, and that did not get full marks or none."""
    weight, score = _at(row.weight, at), _at(row.score, at)
    actual = _at(row.actual, known) or _only_rate(row.actual, known)
    if weight is None or score is None or actual is None or not weight.quantity.value:
        return None
    target = read_target(row.target.text) if row.target is not None else None
    if target is not None and target.direction is Direction.DOWN:
        return None
    aim = _at(row.target, known)
    if actual.quantity.hedge is not Hedge.NONE:
        return None
    base = _base(actual.quantity, None if target is None else target.quantity)
    if base is None:
        return None
    ratio = _range(actual.quantity) / base
    if isinstance(ratio, NotComputable) or ratio.high is None or ratio.high <= 0:
        return None
    full = _range(weight.quantity)
    remark = " ".join(cell.text for cell in (row.reason, row.standard, row.remark) if cell is not None)
    says_so = bool(_SAYS_SO.search(remark))
    met = ratio.low is not None and ratio.low >= 1
    if met or (not says_so and score.quantity.value in (weight.quantity.value, 0)):
        return None
    if target is None or _is_hundred(target.quantity):
        return _Row(weight, score, actual, None, (ratio * full,), says_so)
    plain = actual.quantity.unit is not None and actual.quantity.unit.dimension is Dimension.RATE
    over_hundred = ((_range(actual.quantity) * full).scaled(1 / HUNDRED),) if plain else ()
    return _Row(weight, score, actual, aim, (ratio * full, *over_hundred), says_so)


def _at(cell: FormCell | None, facts: Mapping[int, Fact]) -> Fact | None:
    return None if cell is None else facts.get(cell.start)


def _only_rate(cell: FormCell | None, known: Mapping[int, Fact]) -> Fact | None:
    """Return the only figure in the words of a cell, where it is a rate: 满意率 93.75%."""
    if cell is None:
        return None
    inside = [known[start] for start in range(cell.start, cell.end) if start in known]
    return inside[0] if len(inside) == 1 and inside[0].kind is FactKind.RATE else None


def _base(actual: Quantity, target: Quantity | None) -> Interval | None:
    """Return what the result is held against: its target, or 100 % where it is a rate without one."""
    mine = actual.unit
    is_rate = mine is not None and mine.dimension is Dimension.RATE
    if target is None:
        return Interval(HUNDRED, HUNDRED) if is_rate else None
    its = target.unit
    if (mine is None) != (its is None) or (mine is not None and its is not None and mine != its):
        return None
    return Interval(target.value, target.value) if target.value > 0 else None


def _is_hundred(target: Quantity) -> bool:
    return target.unit is not None and target.unit.dimension is Dimension.RATE and target.value == HUNDRED


def _range(figure: Quantity) -> Interval:
    half = Decimal(0) if figure.counted or not figure.precision else Decimal(5).scaleb(-figure.precision - 1)
    return Interval(figure.value - half, figure.value + half)


def _assert(row: _Row, relations: Relations) -> None:
    target = row.target if row.is_of_target else None
    aim = HUNDRED if target is None else target.quantity.value
    value = row.weight.quantity.value * row.actual.quantity.value / aim
    due = f"{printed(value, max(row.score.quantity.precision, 2)):f}"
    per = "%" if target is None else f" ÷ {target.quantity.plain()}"
    words = f"{row.weight.quantity.plain()} × {row.actual.quantity.plain()}{per} = {due} 分"
    operands = [row.weight, row.actual, *([] if target is None else [target])]
    said = words if row.fits else f"{words}（报告为 {row.score.quantity.plain()} 分）"
    judgement = Judgement(Verdict.EXACT if row.fits else Verdict.IMPOSSIBLE, said, due)
    reason = f"{row.score.subject}：得分＝分值×完成比例（表内其他指标或本行说明如此计分）"
    relations.add(RelationKind.ARITHMETIC_OTHER, operands, row.score, reason, judgement)


def _deductions(ties: FormTies, at: Mapping[int, Fact], relations: Relations) -> None:
    """A remark that says how much was taken off: weight − deduction = score, where the other remarks bear it out."""
    found = []
    for row in ties.form.rows:
        weight, score = _at(row.weight, at), _at(row.score, at)
        remark = " ".join(cell.text for cell in (row.reason, row.remark) if cell is not None)
        taken = [Decimal(figure) for figure in _DEDUCTED.findall(remark)]
        if weight is None or score is None or not taken or _PER.search(remark):
            continue
        due = weight.quantity.value - sum(taken, Decimal(0))
        found.append((weight, score, taken, due))
    holding = [item for item in found if item[3] == item[1].quantity.value]
    for weight, score, taken, due in found:
        terms = "".join(f" − {each:f}" for each in taken)
        words = f"{weight.quantity.plain()}{terms} = {due:f} 分"
        reason = f"{score.subject}：得分＝分值－说明中的扣分"
        if due == score.quantity.value:
            judgement = Judgement(Verdict.EXACT, words)
            relations.add(RelationKind.DIFFERENCE, [weight], score, reason, judgement)
        elif len(holding) >= _SHOWN and (len(found) - len(holding)) * 3 <= len(holding):
            said = f"{words}（报告为 {score.quantity.plain()} 分）"
            judgement = Judgement(Verdict.IMPOSSIBLE, said, f"{due:f}")
            relations.add(RelationKind.DIFFERENCE, [weight], score, reason, judgement)
