"""A self-evaluation report in the making: parts, forms and annexes that a plant can change before it is printed."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from corpus.document.model import Document
from corpus.readers.opening import read_bytes
from tests.measure.book import Book
from tests.measure.paper import Paper
from tests.measure.writers import WRITERS

_CENT = Decimal("0.01")
_WIDTHS = (7, 7, 11, 9, 10, 5, 5, 12)


@dataclass
class Part:
    """A heading with the paragraphs below it."""

    title: str
    lines: list[str]
    level: int = 1


@dataclass
class Row:
    """An indicator of the score form, all as printed; ``standard`` is its own rule of scoring, if the form has any."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    weight: str
    score: str
    reason: str = ""
    standard: str = ""

    @property
    def is_full(self) -> bool:
        """Say whether the indicator has full marks."""
        return self.score == self.weight


@dataclass
class Money:
    """The block of the year's money. Units: 万元."""

    initial: str
    adjusted: str
    executed: str
    weight: str = "10"
    score: str | None = None

    @property
    def rate(self) -> Decimal:
        """Return the execution rate in percent."""
        return (Decimal(self.executed) / Decimal(self.adjusted) * 100).quantize(_CENT, ROUND_HALF_UP)

    @property
    def points(self) -> str:
        """Return the score as printed: weight × rate unless a plant wrote another."""
        exact = Decimal(self.weight) * Decimal(self.executed) / Decimal(self.adjusted)
        return self.score or f"{min(exact, Decimal(self.weight)).quantize(_CENT, ROUND_HALF_UP):f}"


@dataclass
class Sheet:
    """A further table: caption, widths of its columns, rows as ``tests.measure.paper`` takes them."""

    caption: str
    widths: tuple[int, ...]
    rows: list[str]


@dataclass
class Draft:
    """A whole report. ``annexes`` are printed titles of the annexes, the base table's first, the form's last."""

    name: str
    year: str
    unit: str
    cover: list[str]
    parts: list[Part]
    rows: list[Row]
    money: Money | None
    goal: str
    result: str
    form_caption: str
    form_unit: str
    annexes: list[str]
    listed: list[str]
    sheet: Sheet | None = None
    signature: str = ""
    region: str | None = None
    classes: dict[str, str] = field(default_factory=dict)
    total: str | None = None
    total_weight: str | None = None
    no_form: bool = False

    def copy(self) -> Draft:
        """Return a copy that may be changed."""
        return deepcopy(self)

    def part(self, words: str) -> Part:
        """Return the part whose title holds the words."""
        return next(part for part in self.parts if words in part.title)

    @property
    def score(self) -> str:
        """Return the total as printed: the sum, unless a plant wrote another."""
        scores = [row.score for row in self.rows if row.score]
        points = sum((Decimal(score) for score in scores), Decimal(0))
        points += Decimal(self.money.points) if self.money is not None else Decimal(0)
        return self.total if self.total is not None else f"{points:.2f}"

    @property
    def full(self) -> str:
        """Return the total of weights as printed."""
        weights = sum((Decimal(row.weight) for row in self.rows if row.weight), Decimal(0))
        weights += Decimal(self.money.weight) if self.money is not None else Decimal(0)
        return self.total_weight or f"{weights:f}"

    def document(self, format: str = "docx") -> Document:
        """Return the report as read back from a file of the format."""
        return read_bytes(WRITERS[format](self._paper()), f"{self.name}.{format}")

    def _paper(self) -> Paper:
        paper = Paper(self.name, Book())
        for line in self.cover:
            paper.title(line)
        for part in self.parts:
            paper.h(part.title, part.level)
            for line in part.lines:
                paper.p(line.replace("<总分>", self.score or "95"))
        for line in self.listed:
            paper.p(line)
        if self.sheet is not None:
            if len(self.annexes) > 1:
                paper.h(self.annexes[0])
            paper.centre(self.sheet.caption)
            paper.table(self.sheet.widths, *self.sheet.rows)
        if not self.no_form:
            if self.annexes:
                paper.h(self.annexes[-1])
            paper.centre(self.form_caption)
            paper.table(_WIDTHS, *self._form())
            if self.signature:
                paper.p(self.signature)
        return paper

    def _form(self) -> list[str]:
        lines = [f"单位名称|>|>|{self.form_unit}|>|>|>|>"]
        if self.money is not None:
            money = self.money
            lines.append("预算执行情况（万元）|>|年初预算数|全年预算数|全年执行数|分值|执行率|得分")
            lines.append(
                f"^|年度资金总额|{money.initial}|{money.adjusted}|{money.executed}|{money.weight}|{money.rate}%|{money.points}"
            )
        lines += [
            "年度总体目标|预期目标|>|>|实际完成情况|>|>|>",
            f"^|{self.goal}|>|>|{self.result}|>|>|>",
        ]
        standards = any(row.standard for row in self.rows)
        last = "评分标准" if standards else "偏差原因及改进措施"
        lines.append(f"一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|自评得分|{last}")
        before = Row("", "", "", "", "", "", "")
        for row in self.rows:
            level1 = "^" if row.level1 == before.level1 else row.level1 + self.classes.get(row.level1, "")
            level2 = "^" if level1 == "^" and row.level2 == before.level2 else row.level2
            tail = row.standard if standards else row.reason
            lines.append(
                f"{level1}|{level2}|{row.name}|{row.target}|{row.actual}|{row.weight}|{row.score}|{tail}"
            )
            before = row
        if self.total != "":
            lines.append(f"总分|>|>|>|>|{self.full}|{self.score}|")
        return lines
