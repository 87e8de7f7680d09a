"""What a document states, by thing, stage, year and fund; its kind says of which stage a plain amount is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rules.facts.fact import Fact, FactKind
from rules.facts.labels import is_total_label, read_label
from rules.facts.mention import Extraction
from rules.facts.vocabulary import TOTAL, normal, vocabulary
from rules.others.material import Material
from rules.relations.repeats.repeats import PEOPLE, Stated, key_of, stated_facts

BUDGETS = ("approval", "budget_disclosure")
ACCOUNTS = ("final_accounts", "accounts_disclosure")
_FLOWS = ("added", "recalled", "surplus", "budget_adjustment", "increase", "decrease")
_SPENT = re.compile(r"支出决算|决算支出|支出决算表|“?三公”?经费|统计数")
_DASH = re.compile(r"^[—－\-–/]+")
_WHOLE_SPENT = re.compile(r"本年支出(?:合计)?|支出合计|支出总额|总支出|全年支出")
_ADDRESSED = re.compile(
    r"^(?:经研究)?，?现?(?:批复|核定|下达|同意|安排)?你(?:单位|局|委|厅|办|院|校|站|馆|中心|部门|所|镇|乡)(?:预算|支出|收入|资金)*$"
)
"""A total with the words of a notice before it: 现批复你单位支出预算."""

_MEASURES = (
    "initial_budget",
    "adjusted_budget",
    "budget",
    "executed",
    "surplus",
    "execution_rate",
    "control_rate",
)

Thing = tuple[str, str, str]
"""Thing, stage or rate, year."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of a document under what it is of. ``fund`` is "" where none is named.

    ``sure``: thing, stage and year are named where the figure stands. ``material`` is None for the report's own.
    ``named``: a head count whose words name it, though not the day that it is of.
    """

    fact: Fact
    thing: Thing
    fund: str
    sure: bool
    material: Material | None = None
    named: bool = False

    @property
    def of(self) -> str:
        """Return what people call the document."""
        return "报告" if self.material is None else self.material.name

    @property
    def known(self) -> bool:
        """Say whether the thing is a term of the field, not only words of this document."""
        return self.thing[0] in vocabulary().subjects or self.thing[1] == "count"


def of_report(extraction: Extraction) -> list[Statement]:
    """Return what the report states and another document may state too."""
    named = {m.fact.id for m in extraction.mentions if m.own_subject and not m.narrowed}
    named |= {cell.fact.id for cell in extraction.cells}
    found = [_statement(item) for item in stated_facts(extraction)]
    return [
        replace(item, named=item.thing[1] == "count" and item.fact.id in named)
        for item in found
        if item is not None
    ]


def of_material(material: Material) -> list[Statement]:
    """Return what another document states, its plain amounts at the stage that its kind is about."""
    found: list[Statement] = []
    rows = _rows_behind_dashes(material)
    for item in stated_facts(material.extraction):
        named = _of_row(item.fact, rows.get(item.fact.id), material.year)
        staged = Stated(_staged(_whole(named), material), item.sure)
        if staged.fact.measure != item.fact.measure:
            staged = Stated(staged.fact, item.sure or item.fact.evidence.table is not None)
        statement = _statement(staged, material)
        if statement is not None:
            found.append(statement)
    return found


def by_thing(statements: Iterable[Statement]) -> dict[tuple[Thing, FactKind], list[Statement]]:
    """Return the statements of each thing at each stage, amounts, rates and counts apart."""
    groups: dict[tuple[Thing, FactKind], list[Statement]] = defaultdict(list)
    for item in statements:
        groups[item.thing, item.fact.kind].append(item)
    return dict(groups)


def _statement(item: Stated, material: Material | None = None) -> Statement | None:
    fact = item.fact
    if fact.quantity.unit is None or fact.period is None or fact.subject is None:
        return None
    if fact.subject in PEOPLE and fact.kind is FactKind.COUNT:
        key = key_of(fact)
        return None if key is None else Statement(fact, key[:3], "", item.sure, material)
    if fact.kind not in (FactKind.AMOUNT, FactKind.RATE) or fact.measure not in _MEASURES:
        return None
    thing = (fact.subject, fact.measure, fact.period)
    return Statement(fact, thing, fact.scope or "", item.sure, material)


def _rows_behind_dashes(material: Material) -> dict[str, str]:
    """Return the label of the row of each figure beside a cell that holds a dash: the dash is no label."""
    cells = [cell for cell in material.extraction.cells if _DASH.match(normal(cell.fact.label))]
    tables = {table.index: table for table in material.document.tables}
    found: dict[str, str] = {}
    for cell in cells:
        row = [tables[cell.table].at(cell.row, column) for column in range(cell.column)]
        words = [normal(c.text) for c in row if c is not None]
        found[cell.fact.id] = next((w for w in words if w and not _DASH.match(w) and not w.isdecimal()), "")
    return found


def _of_row(fact: Fact, words: str | None, year: str | None) -> Fact:
    """Return the fact under the label of its row."""
    if not words:
        return fact
    label = read_label(words, fact.kind, year)
    return replace(fact, subject=label.subject, scope=fact.scope or label.fund, label=words)


def _whole(fact: Fact) -> Fact:
    """Return the fact under the name of a grand total where its words say no more than that."""
    subject = fact.subject or ""
    row = normal(fact.evidence.row or "")
    total = is_total_label(row) or bool(_WHOLE_SPENT.fullmatch(row))
    if (subject == "一般公共预算财政拨款" and total) or _ADDRESSED.match(subject):
        return replace(fact, subject=TOTAL)
    return fact


def _staged(fact: Fact, material: Material) -> Fact:
    """Return the fact at the stage that the kind of the document gives to a plain amount."""
    if fact.kind is not FactKind.AMOUNT or fact.period != material.year:
        return fact
    if material.kind in BUDGETS and fact.measure not in (*_FLOWS, "adjusted_budget"):
        return replace(fact, measure="initial_budget")
    if material.kind in ACCOUNTS and fact.measure is None:
        around = normal(
            f"{fact.evidence.table or ''}{fact.evidence.section or ''}{fact.evidence.column or ''}{fact.label}"
        )
        if _SPENT.search(around) and "收入决算" not in around.replace("收入支出决算", ""):
            return replace(fact, measure="executed")
    return fact


def is_whole(statement: Statement) -> bool:
    """Say whether a grand total is one of spending: a 总计 of accounts holds what is carried over as well."""
    if statement.thing[0] != TOTAL or statement.material is None or statement.thing[1] != "executed":
        return True
    evidence = statement.fact.evidence
    words = normal(f"{evidence.row or ''}{evidence.column or ''}{statement.fact.label}")
    if "总计" in words.replace("支出总计", "总计"):
        return False
    if evidence.table is None:
        return True
    table = normal(evidence.table)
    return bool(_WHOLE_SPENT.search(words)) or ("支出决算表" in table and "合计" in words)


def first_of_each_value(statements: Sequence[Statement]) -> list[Statement]:
    """Return one statement for every value printed, the surest first."""
    found: dict[tuple[object, object], Statement] = {}
    for item in sorted(statements, key=lambda s: (not s.sure, s.fact.start)):
        found.setdefault((item.fact.quantity.value, item.fact.quantity.unit), item)
    return list(found.values())
