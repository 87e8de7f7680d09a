"""A document that a report is held against: what it is, of which year and whose, and what it states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.document.evidence import Locator
from corpus.document.model import Document
from rules.facts.extract import extract
from rules.facts.fact import Fact
from rules.facts.mention import CellFact, Extraction, Mention
from rules.kind import report_year, unit_name

NAMES = {
    "approval": "预算批复",
    "targets": "绩效目标批复表",
    "final_accounts": "决算报表",
    "budget_disclosure": "预算公开",
    "accounts_disclosure": "决算公开",
    "adjustment": "追加、调整文件",
    "project_form": "项目自评表",
    "procurement": "政府采购资料",
    "assets": "资产报表",
    "prior": "上年自评报告",
}
"""The kinds of documents that a report may be held against, and what people call them."""

PRIOR = "prior"
KINDS = tuple(kind for kind in NAMES if kind != PRIOR)
"""The kinds of ``--with``; the report of the year before has an option of its own."""

SEVERAL = ("adjustment", "project_form", "procurement", "assets")
"""Kinds of which there may lawfully be several documents."""

_YEAR = re.compile(r"(?<!\d)(20\d{2})(?=年|年度|\D*$|[^\d])")
_FOLD = re.compile(r"[\s　]+|[（(].*?[）)]")
_INSTITUTION = re.compile(
    r"(?:局|厅|委|委员会|办|办公室|中心|学院|大学|学校|小学|中学|医院|卫生院|法院|检察院|研究院|所|协会|联合会|政府|队|馆|站|社|部|院|校|园|处|会|团|镇|乡|街道)$"
)


@dataclass(frozen=True, slots=True)
class Given:
    """A document as handed in: its kind, and what was read of it."""

    kind: str
    document: Document


@dataclass(frozen=True, slots=True)
class Material:
    """A document to hold the report against, with its facts.

    ``key`` begins the ids of its facts; ``year`` is the year that it is about (None: it does not say); ``doubt`` says
    in Chinese why nothing can be concluded from it, where that is so.
    """

    kind: str
    key: str
    document: Document
    locator: Locator
    extraction: Extraction
    year: str | None
    unit: str | None
    doubt: str | None

    @property
    def name(self) -> str:
        """Return what people call its kind."""
        return NAMES[self.kind]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return its facts in reading order."""
        return self.extraction.facts

    def as_json(self, taken: int, doubt: str | None) -> dict[str, Any]:
        """Return the entry of ``coverage.held``; ``taken`` counts its relations, ``doubt`` says why there are none."""
        return {
            "kind": self.kind,
            "document": self.document.name,
            "sha256": self.document.sha256,
            "year": self.year,
            "unit_name": self.unit,
            "relations": taken,
            "doubt": doubt,
        }


class _Marked(Locator):
    """Gives evidence that says of what kind of document it is."""

    def __init__(self, document: Document, kind: str) -> None:
        super().__init__(document)
        self._kind = kind

    def evidence(self, start: int, end: int, **place: Any) -> Any:
        return replace(super().evidence(start, end, **place), material=self._kind)


def read_materials(given: Sequence[Given], year: str | None, unit: str | None) -> tuple[Material, ...]:
    """Read the facts of every document as those of a report are read. ``year`` and ``unit`` are the report's."""
    return tuple(_read(item, number, year, unit) for number, item in enumerate(given, 1))


def _read(item: Given, number: int, year: str | None, unit: str | None) -> Material:
    document = item.document
    own = report_year(document) or _year_of_name(document.name)
    named = unit_name(document)
    whose = named if named is not None and _INSTITUTION.search(_FOLD.sub("", named)) else None
    key = f"{item.kind}{number}"
    locator = _Marked(document, item.kind)
    return Material(
        kind=item.kind,
        key=key,
        document=document,
        locator=locator,
        extraction=_named(extract(locator, own), key),
        year=own,
        unit=whose,
        doubt=_doubt(item.kind, own, whose, document.text, year, unit),
    )


def _year_of_name(name: str) -> str | None:
    found = _YEAR.search(name.rpartition(".")[0])
    return None if found is None else found[1]


def _named(extraction: Extraction, key: str) -> Extraction:
    """Give the facts ids of their own: offsets of two documents may be the same."""

    def named(fact: Fact) -> Fact:
        return replace(fact, id=f"{key}:{fact.id}")

    mentions: list[Mention] = [replace(m, fact=named(m.fact)) for m in extraction.mentions]
    cells: list[CellFact] = [replace(cell, fact=named(cell.fact)) for cell in extraction.cells]
    return replace(extraction, mentions=tuple(mentions), cells=tuple(cells))


def _doubt(
    kind: str, own: str | None, whose: str | None, text: str, year: str | None, unit: str | None
) -> str | None:
    """Say why a document cannot be held against the report: of another year or unit, or it does not say which."""
    due = str(int(year) - 1) if kind == PRIOR and year is not None else year
    if due is None:
        return "报告年度未识别，无法确认与该材料是否同一年度"
    if own is None:
        return f"未识别出该材料的年度，无法确认是 {due} 年度的"
    if own != due:
        return f"该材料是 {own} 年度的，应为 {due} 年度"
    if whose and unit and not _is_of(unit, whose, text):
        return f"该材料的单位“{whose}”与报告单位“{unit}”不同"
    return None


def _is_of(unit: str, whose: str, text: str) -> bool:
    """Say whether a document may be of the unit: it names it, or the whole of which it is a part."""
    ours, theirs = _FOLD.sub("", unit), _FOLD.sub("", whose)
    return ours in _FOLD.sub("", text) or theirs in ours
