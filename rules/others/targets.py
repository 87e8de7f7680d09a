"""The indicators of the report's form against the approved ones: dropped, added, renamed, targets and weights changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.document.evidence import Evidence, Locator
from corpus.document.model import Cell, Table
from rules.facts.form import FormCell, IndicatorRow, ScoreForm
from rules.facts.form_heads import Column, Head, columns_of
from rules.facts.mention import Extraction
from rules.facts.targets import Direction, Target, read_target
from rules.facts.vocabulary import normal
from rules.finding import Finding, Severity
from rules.numbers.numerals import parse_cell
from rules.numbers.units import convert
from rules.others.alike import alike
from rules.others.asking import question
from rules.others.material import Material
from rules.relations.build import Relations
from rules.relations.relation import Judgement, Relation, RelationKind, Verdict

_ALIKE = 60
_NO_ROW = ("合计", "总计", "总分", "小计")


@dataclass(frozen=True, slots=True)
class Approved:
    """An approved indicator: its name, target and weight as printed, and where they stand."""

    name: str
    target: Cell | None
    weight: Cell | None
    place: Evidence
    target_place: Evidence
    weight_place: Evidence


def check_targets(
    forms: Sequence[ScoreForm],
    own: Extraction,
    locator: Locator,
    materials: Sequence[Material],
    relations: Relations,
) -> Iterator[Finding]:
    """Hold the report's form against the approved targets."""
    for material in materials:
        approved = list(_approved(material)) if material.kind == "targets" else []
        if approved and forms:
            yield from _Comparison(forms[0], own, locator, material, relations).findings(approved)


def _approved(material: Material) -> Iterator[Approved]:
    for table in material.document.tables:
        columns: tuple[Column, ...] = ()
        seen: set[str] = set()
        for row in table.grid():
            heads = columns_of(row)
            if {Head.NAME, Head.TARGET} <= {column.head for column in heads}:
                columns = heads
                continue
            name = _cell(row, columns, Head.NAME)
            if not columns or name is None or not normal(name.text) or normal(name.text) in (*_NO_ROW, *seen):
                continue
            target, weight = _cell(row, columns, Head.TARGET), _cell(row, columns, Head.WEIGHT)
            if target is None and weight is None:
                continue
            seen.add(normal(name.text))
            yield Approved(
                normal(name.text),
                target,
                weight,
                _place(material, table, name, name),
                _place(material, table, target or name, name),
                _place(material, table, weight or name, name),
            )


def _cell(row: Sequence[Cell | None], columns: Sequence[Column], head: Head) -> Cell | None:
    column = next((column for column in columns if column.head is head), None)
    if column is None:
        return None
    cell = row[column.start] if column.start < len(row) else None
    return cell if cell is not None and cell.text.strip() else None


def _place(material: Material, table: Table, cell: Cell, name: Cell) -> Evidence:
    return material.locator.evidence(cell.start, cell.end, table=table.caption, row=normal(name.text))


class _Comparison:
    """One form against one table of approved targets."""

    def __init__(
        self,
        form: ScoreForm,
        own: Extraction,
        locator: Locator,
        material: Material,
        relations: Relations,
    ) -> None:
        self._rows = {normal(row.name): row for row in form.rows if row.name}
        self._locator = locator
        self._relations = relations
        self._mine = {fact.start: fact for fact in own.facts}
        self._theirs = {fact.start: fact for fact in material.facts}

    def findings(self, approved: Sequence[Approved]) -> Iterator[Finding]:
        """Yield what differs, indicator by indicator, in the order of the approval; what was added comes last."""
        names = {item.name for item in approved}
        free = [name for name in self._rows if name not in names]
        for item in approved:
            row = self._rows.get(item.name)
            if row is None:
                renamed = self._renamed(item, free)
                if renamed is None:
                    yield self._dropped(item)
                    continue
                free.remove(renamed)
                row = self._rows[renamed]
                yield self._said(
                    item,
                    row,
                    "指标改名",
                    f"批复为“{item.name}”，自评表为“{renamed}”",
                    (renamed,),
                    Severity.INFO,
                )
            yield from self._targets(item, row)
            yield from self._weights(item, row)
        for name in free:
            row = self._rows[name]
            yield question(
                "A35",
                f"批复中没有的指标：{name}",
                f"自评表的指标“{name}”不在批复的绩效目标表中。请附增加指标的批复。",
                ("added", name),
                self._of(row.target or row.weight),
                severity=Severity.INFO,
            )

    def _renamed(self, item: Approved, free: Sequence[str]) -> str | None:
        """Return the indicator of the form that is likely the approved one under another name."""
        best = max(free, key=lambda name: alike(name, item.name), default=None)
        return best if best is not None and alike(best, item.name) >= _ALIKE else None

    def _dropped(self, item: Approved) -> Finding:
        return question(
            "A35",
            f"批复的指标在自评表中未见：{item.name}",
            f"批复的绩效目标表列有指标“{item.name}”，自评表中未见。请补充自评，或附取消该指标的批复。",
            ("dropped", item.name),
            (item.place,),
        )

    def _targets(self, item: Approved, row: IndicatorRow) -> Iterator[Finding]:
        if item.target is None or row.target is None:
            return
        theirs, mine = normal(item.target.text), normal(row.target.text)
        due, said = read_target(item.target.text), read_target(row.target.text)
        same = theirs == mine or (due is not None and said is not None and _same(said, due))
        words = f"批复为“{theirs}”，自评表为“{mine}”"
        relation = self._relation(item.target, row.target, f"“{item.name}”的指标值与批复", words, same)
        if not same:
            lowered = due is not None and said is not None and _is_lower(said, due)
            what = "指标值低于批复" if lowered else "指标值与批复不一致"
            yield self._said(item, row, what, words, (theirs, mine), None, relation)

    def _weights(self, item: Approved, row: IndicatorRow) -> Iterator[Finding]:
        if item.weight is None or row.weight is None or row.weight.quantity is None:
            return
        due = parse_cell(item.weight.text, None)
        if due is None:
            return
        same = due.quantity.value == row.weight.quantity.value
        words = f"批复分值为“{normal(item.weight.text)}”，自评表为“{normal(row.weight.text)}”"
        relation = self._relation(item.weight, row.weight, f"“{item.name}”的分值与批复", words, same)
        if not same:
            yield self._said(
                item,
                row,
                "分值与批复不一致",
                words,
                ("weight", item.weight.text, row.weight.text),
                None,
                relation,
            )

    def _said(
        self,
        item: Approved,
        row: IndicatorRow,
        what: str,
        words: str,
        content: tuple[str, ...],
        severity: Severity | None,
        relation: Relation | None = None,
    ) -> Finding:
        weight = what.startswith("分值")
        cell = row.weight if weight else row.target or row.weight
        place = item.weight_place if weight else item.target_place
        return question(
            "A35",
            f"{what}：{item.name}",
            f"指标“{item.name}”{words}。如经批准调整，请附批复；否则请按批复自评。",
            (what, item.name, *content),
            (*self._of(cell), place),
            relation=relation,
            severity=severity,
        )

    def _of(self, cell: FormCell | None) -> tuple[Evidence, ...]:
        return () if cell is None else (cell.evidence(self._locator),)

    def _relation(self, theirs: Cell, mine: FormCell, reason: str, words: str, same: bool) -> Relation | None:
        """Keep the relation where both cells are facts; a target in words is none."""
        one, other = self._theirs.get(theirs.start), self._mine.get(mine.start)
        if one is None or other is None:
            return None
        verdict = Verdict.EXACT if same else Verdict.UNDETERMINED
        judgement = Judgement(verdict, words if same else f"{words}；是否经批准调整未说明")
        return self._relations.add(RelationKind.CROSS_DOCUMENT, [one], other, reason, judgement)


def _values(said: Target, due: Target) -> tuple[Decimal, Decimal] | None:
    """Return both targets in one unit, or None where they measure different things."""
    unit, other = said.quantity.unit, due.quantity.unit
    if unit is None and other is None:
        return said.quantity.value, due.quantity.value
    if unit is None or other is None or unit.dimension is not other.dimension:
        return None
    return convert(said.quantity.value, unit, other), due.quantity.value


def _same(said: Target, due: Target) -> bool:
    values = _values(said, due)
    return values is not None and values[0] == values[1] and said.direction is due.direction


def _is_lower(said: Target, due: Target) -> bool:
    """Say whether a target asks for less than was approved."""
    values = _values(said, due)
    if values is None or due.direction is not said.direction or due.direction is Direction.OPEN:
        return False
    return values[0] < values[1] if due.direction is Direction.UP else values[0] > values[1]
