"""Score forms → facts and relations: scores to totals, weights to classes, score within weight, rate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from corpus.document.evidence import Locator
from rules.facts.fact import Fact, FactKind, Where, fact_id
from rules.facts.form import ExecutionRow, FormCell, ScoreForm
from rules.numbers.quantity import Quantity
from rules.numbers.units import SCORE
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.relation import Judgement, Relation, RelationKind, Verdict

HUNDRED = Decimal(100)
_DASH = re.compile(r"[-—–－─/／\\]{1,3}|无")
_TOTALS = ("subtotal_score", "total_score")
_LINEAR = re.compile(
    r"分值\s*[×*xX]\s*(?:预算)?执行率|执行率\s*[×*xX]\s*(?:该项)?分值|执行率.{0,6}乘以?.{0,6}分值"
)


@dataclass(frozen=True, slots=True)
class FormTies:
    """A form with the facts of its weights and scores and the relations between them.

    ``scores`` are those that the total is made of, None for one that is blank or cannot be read.
    """

    form: ScoreForm
    facts: tuple[Fact, ...]
    relations: tuple[Relation, ...]
    scores: tuple[Fact | None, ...]

    def fact(self, fact_id: str) -> Fact:
        """Return the fact with the id. Raises: KeyError."""
        for fact in self.facts:
            if fact.id == fact_id:
                return fact
        raise KeyError(fact_id)

    def broken(self, *kinds: RelationKind) -> tuple[Relation, ...]:
        """Return the relations of these kinds that do not hold."""
        return tuple(r for r in self.relations if r.kind in kinds and r.verdict is Verdict.IMPOSSIBLE)


def form_ties(form: ScoreForm, locator: Locator, year: str | None, *, linear_execution: bool) -> FormTies:
    """Assert and judge what must hold inside a form.

    ``linear_execution``: a rule in force scores budget execution by weight × rate; else only the form's own
    words do.
    """
    builder = _Builder(form, locator, year)
    builder.weight_sums()
    builder.score_sums()
    builder.scores_within_weights()
    stated = states_linear_execution(form)
    if form.execution is not None and (stated or linear_execution):
        builder.execution_score(form.execution, stated)
    scores = builder.total_scores()
    return FormTies(form, tuple(builder.facts.values()), builder.relations.items, tuple(scores))


def states_linear_execution(form: ScoreForm) -> bool:
    """Say whether the form itself says that the execution score is weight × rate."""
    standards = [row.standard.text for row in form.rows if row.standard is not None]
    return any(_LINEAR.search(text) for text in (*form.notes, *standards))


def _has_weight(cell: FormCell | None) -> bool:
    """Say whether a row has a weight of its own; a dash (加分项 —) says that it has none."""
    return cell is not None and not (cell.quantity is None and _DASH.fullmatch(cell.text))


class _Builder:
    def __init__(self, form: ScoreForm, locator: Locator, year: str | None) -> None:
        self.form = form
        self.locator = locator
        self.year = year
        self.facts: dict[int, Fact] = {}
        self.relations = Relations()
        execution = form.execution
        self.execution_weight = self._weight(execution.weight, "预算执行率") if execution else None
        self.execution_score_fact = self._score(execution.score, "预算执行率") if execution else None
        self.weights = [self._weight(row.weight, row.place) for row in form.rows]
        self.scores = [self._score(row.score, row.place) for row in form.rows]

    def _fact(
        self, cell: FormCell | None, subject: str, kind: FactKind, measure: str, finest: int = 0
    ) -> Fact | None:
        if cell is None or cell.quantity is None:
            return None
        # An awarded point is exact; a score printed to hundredths was computed and may hide more digits, and so
        # may a total that is printed coarser than such scores.
        coarse = measure in _TOTALS and cell.quantity.precision < finest >= 2
        exact = kind is FactKind.WEIGHT or (cell.quantity.precision < 2 and not coarse)
        fact = Fact(
            id=fact_id(cell.start, cell.quantity.printed),
            quantity=replace(cell.quantity, unit=SCORE, counted=exact),
            kind=kind,
            label=f"{subject} {cell.column}".strip(),
            subject=subject,
            measure=measure,
            period=self.year,
            scope=None,
            where=Where.TABLE if self.form.annex is None else Where.ANNEX,
            evidence=cell.evidence(self.locator),
        )
        return self.facts.setdefault(cell.start, fact)

    def _finest(self, parts: Sequence[Fact | None]) -> int:
        """Return the most decimals that any of the scores is printed with."""
        return max((fact.quantity.precision for fact in parts if fact is not None), default=0)

    def _weight(self, cell: FormCell | None, subject: str, measure: str = "weight") -> Fact | None:
        return self._fact(cell, subject, FactKind.WEIGHT, measure)

    def _score(
        self, cell: FormCell | None, subject: str, measure: str = "self_score", finest: int = 0
    ) -> Fact | None:
        return self._fact(cell, subject, FactKind.SCORE, measure, finest)

    def weight_sums(self) -> None:
        """Assert that weights add up to their classes, and classes (or all weights) to the total."""
        covered: list[Fact] = []
        rows: set[int] = set()
        for item in self.form.classes:
            stated = self._weight(item.weight, item.name)
            parts = [self.weights[index] for index in item.rows if self.form.rows[index].weight is not None]
            if stated is None:
                continue
            self._sum(RelationKind.WEIGHT_SUM, parts, stated, f"{item.name}：各项分值相加")
            if item.level == 1 and not rows.intersection(item.rows):
                covered.append(stated)
                rows.update(item.rows)
        total = self._weight(self.form.total_weight, "总分", "total_weight")
        weighted = [index for index, row in enumerate(self.form.rows) if _has_weight(row.weight)]
        parts = list(covered) if covered and rows >= set(weighted) else [self.weights[i] for i in weighted]
        if total is None:
            return
        if self.includes_execution():
            parts = [self.execution_weight, *parts]
        self._sum(RelationKind.WEIGHT_SUM, parts, total, "各类分值相加等于总分值")

    def score_sums(self) -> None:
        """Assert that scores add up to subtotals and to the total."""
        for item in self.form.classes:
            own = [self.scores[index] for index in item.rows]
            stated = self._score(item.score, item.name, "subtotal_score", self._finest(own))
            if stated is not None:
                parts = [
                    self.scores[index] for index in item.rows if self.form.rows[index].weight is not None
                ]
                self._sum(RelationKind.SCORE_SUM, parts, stated, f"{item.name}：各项得分相加")
        finest = self._finest((*self.scores, self.execution_score_fact))
        total = self._score(self.form.total_score, "总分", "total_score", finest)
        if total is not None:
            self._sum(RelationKind.SCORE_SUM, self.total_scores(), total, "各项得分相加等于总分")

    def total_scores(self) -> list[Fact | None]:
        """Return the scores that the total is made of."""
        parts = [
            score
            for row, score in zip(self.form.rows, self.scores, strict=True)
            if row.weight is not None or row.score is not None
        ]
        return [self.execution_score_fact, *parts] if self.includes_execution() else parts

    def includes_execution(self) -> bool:
        """Say whether the total takes in the block of budget execution, as its weights show."""
        if self.execution_weight is None:
            return False
        rows = sum((fact.quantity.value for fact in self.weights if fact is not None), Decimal(0))
        total = self.form.total_weight
        full = HUNDRED if total is None or total.quantity is None else total.quantity.value
        return rows != full

    def _sum(self, kind: RelationKind, parts: Sequence[Fact | None], stated: Fact, reason: str) -> None:
        """Judge a sum; with a figure missing it cannot be judged, and that is what is kept."""
        known = [part for part in parts if part is not None]
        if not known:
            return
        if len(known) == len(parts):
            self.relations.check(kind, Operation.SUM, known, stated, reason, open_ended=self.form.partial)
            return
        missing = Judgement(Verdict.UNDETERMINED, f"有 {len(parts) - len(known)} 项空白或读不出，不能相加")
        self.relations.add(kind, known, stated, reason, missing)

    def scores_within_weights(self) -> None:
        """Assert 0 ≤ score ≤ weight for every row and for budget execution."""
        pairs = [
            (self.execution_weight, self.execution_score_fact),
            *zip(self.weights, self.scores, strict=True),
        ]
        for weight, score in pairs:
            if weight is None or score is None:
                continue
            within = 0 <= score.quantity.value <= weight.quantity.value
            sign = "≤" if within else "不在 0 与分值之间："
            words = f"得分 {score.quantity.plain()} {sign} 分值 {weight.quantity.plain()}"
            verdict = Verdict.EXACT if within else Verdict.IMPOSSIBLE
            self.relations.add(
                RelationKind.SCORE_EXCEEDS_WEIGHT,
                [weight],
                score,
                f"{score.subject}：得分不高于分值",
                Judgement(verdict, words),
            )

    def execution_score(self, row: ExecutionRow, stated_in_form: bool) -> None:
        """Assert that the execution score is weight × rate, by the printed rate or by the amounts."""
        weight, score = self.execution_weight, self.execution_score_fact
        if weight is None or score is None:
            return
        self.relations.add(
            RelationKind.SCORE_VS_RULE,
            [weight],
            score,
            "预算执行率得分＝分值×执行率",
            judge_execution_score(row, weight.quantity, score.quantity, stated_in_form),
        )


def judge_execution_score(
    row: ExecutionRow, weight: Quantity, score: Quantity, stated_in_form: bool
) -> Judgement:
    """Judge the execution score against weight × rate, capped at the weight.

    The rate is taken as printed and as the amounts give it; over 年初预算 it would be another convention.
    A score that none of these gives may come from bands that the form leaves out: undetermined, unless the
    form states the product.
    """
    rates = _rates(row)
    if not rates:
        return Judgement(Verdict.UNDETERMINED, "执行率和预算、执行数均未填或读不出，不能计算")
    for name, rate, half in rates:
        expected = weight.value * min(rate, HUNDRED) / HUNDRED
        shown = _printed(expected, score.precision)
        words = f"{weight.plain()} × {name} {_rate_words(rate)} = {_printed(expected, 2)}"
        slack = weight.value * half / HUNDRED + Decimal(5).scaleb(-score.precision - 1)
        verdict = Verdict.EXACT if shown == score.plain() else Verdict.ROUNDING
        if shown == score.plain() or abs(expected - score.value) <= slack:
            convention = "以年初预算为分母" if name == "年初口径执行率" else None
            return Judgement(Verdict.CONVENTION if convention else verdict, words, shown, convention)
    name, rate, _ = rates[0]
    expected = weight.value * min(rate, HUNDRED) / HUNDRED
    words = f"{weight.plain()} × {_rate_words(rate)} = {_printed(expected, 2)}（报告为 {score.plain()}）"
    verdict = Verdict.IMPOSSIBLE if stated_in_form else Verdict.UNDETERMINED
    return Judgement(verdict, words, _printed(expected, max(score.precision, 2)))


def _rates(row: ExecutionRow) -> list[tuple[str, Decimal, Decimal]]:
    """Return the rates that may be meant: name, per cent, half a unit of the last printed digit."""
    found: list[tuple[str, Decimal, Decimal]] = []
    rate = row.rate.quantity if row.rate is not None else None
    if rate is not None:
        found.append(("执行率", rate.value, Decimal(5).scaleb(-rate.precision - 1)))
    executed = row.executed.quantity if row.executed is not None else None
    for name, cell in (("执行数÷全年预算数", row.adjusted), ("年初口径执行率", row.initial)):
        base = cell.quantity if cell is not None else None
        if executed is not None and base is not None and base.value > 0:
            found.append((name, executed.value / base.value * HUNDRED, Decimal(0)))
    return found


def _rate_words(rate: Decimal) -> str:
    return f"{rate.quantize(Decimal('0.01'), ROUND_HALF_UP).normalize():f} %"


def _printed(value: Decimal, precision: int) -> str:
    return f"{value.quantize(Decimal(1).scaleb(-max(precision, 0)), ROUND_HALF_UP):f}"
