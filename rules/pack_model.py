"""What a rule pack may hold: documents, dated parameters, indicators, required elements, words, cards."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from rules.card import RuleCard
from rules.finding import Basis
from rules.kind import ACCOUNTS, BUDGET, DEPARTMENT, EVALUATION, OTHER, PROJECT
from rules.pack_scoring import (
    Bands,
    ClassWeights,
    Data,
    Dated,
    Execution,
    Grades,
    Id,
    Name,
    Parameter,
    Scoring,
    Veto,
)

Kind = Literal["department_self_evaluation", "project_self_evaluation", "evaluation_report"]
KINDS = (DEPARTMENT, PROJECT, EVALUATION, ACCOUNTS, BUDGET, OTHER)


class Element(Data):
    """Something that a report of certain kinds has to contain, recognised by any of its words."""

    name: Name
    kinds: tuple[Kind, ...] = Field(min_length=1)
    words: tuple[Name, ...] = Field(min_length=1)
    basis: tuple[Basis, ...] = ()


class Policy(Data):
    """A policy document. ``verified``: title and 文号 were seen on an official page, or in the text itself.

    ``standing`` says how far it binds: ``binding`` where it applies, ``reference`` for a framework and ``trial`` for
    a central trial, which a report can be held up against and never violates. ``replaces`` names documents by id.
    """

    id: Id
    title: Name
    number: Name | None = None
    issuer: Name | None = None
    issued: datetime.date | None = None
    effective_from: datetime.date | None = None
    effective_to: datetime.date | None = None
    status: Literal["现行", "试行", "年度性", "已废止", "未核"] = "未核"
    standing: Literal["binding", "reference", "trial"] = "binding"
    replaces: tuple[Id, ...] = ()
    verified: bool = False
    note: Name | None = None


class Term(Data):
    """A name that formulas may use: a figure of the report by thing, stage, year (0 this, -1 the last) and unit.

    ``stages`` are those of the vocabulary, the preferred first; none for a count. ``words`` are what reports call it where they write the formula out.
    """

    name: Name
    subject: Name
    stages: tuple[Name, ...] = ()
    year: Literal[0, -1] = 0
    unit: Name
    words: tuple[Name, ...] = ()


class Reading(Data):
    """Another formula for an indicator. ``mistaken`` says that it is a slip and no convention in use."""

    name: Name
    formula: Name
    mistaken: bool = False
    note: Name | None = None


class Indicator(Dated):
    """An indicator as a framework defines it; without ``formula`` it is judged by the ``points`` it lists.

    ``seen`` says where its definition was read: in the official text, in somebody's reprint, or nowhere (from memory).
    ``direction``: at_most (≤ target), at_least, near (to the target), high, low (no target of its own), judged.
    """

    id: Id
    name: Name
    aliases: tuple[Name, ...] = ()
    kinds: tuple[Kind, ...] = Field(min_length=1)
    group: Name
    formula: Name | None = None
    unit: Literal["%", "万元", "个"] = "%"
    direction: Literal["at_most", "at_least", "near", "high", "low", "judged"]
    target: Decimal | None = None
    readings: tuple[Reading, ...] = ()
    points: tuple[Name, ...] = ()
    seen: Literal["原文", "转载", "未见"] = "未见"
    note: Name | None = None

    @model_validator(mode="after")
    def _computed_or_judged(self) -> Self:
        if (self.formula is None) != (self.direction == "judged"):
            raise ValueError("有算式（formula）的指标须写方向，没有算式的方向应为 judged")
        if not self.basis:
            raise ValueError("指标须有依据（basis）")
        return self


class ReviewItem(Data):
    """A line of the form by which a reviewer judges the self-evaluation itself (自评工作质量).

    ``rules`` are codes, or the beginnings of codes, whose findings are its evidence; of a line without any the program
    knows nothing, and ``note`` says what to look at. The score is the reviewer's, never the program's.
    """

    id: Id
    group: Literal["及时", "完整", "真实", "规范"]
    title: Name
    rules: tuple[Name, ...] = ()
    note: Name | None = None
    basis: tuple[Basis, ...] = ()

    @model_validator(mode="after")
    def _evidence_or_note(self) -> Self:
        if not self.rules and self.note is None:
            raise ValueError("没有对应规则（rules）的条目须写明看什么材料（note）")
        return self


class Pack(Data):
    """One pack as its folder holds it; ``marks`` are words by which a report belongs to the region.

    ``over`` is the pack that it lies over (of a city: that of its province; None: the national base).
    """

    name: Id
    title: Name
    region: Name
    over: Id | None = None
    marks: tuple[Name, ...] = ()
    document: tuple[Policy, ...] = ()
    bands: tuple[Bands, ...] = ()
    scoring: tuple[Scoring, ...] = ()
    execution: tuple[Execution, ...] = ()
    class_weights: tuple[ClassWeights, ...] = ()
    grades: tuple[Grades, ...] = ()
    veto: tuple[Veto, ...] = ()
    parameter: tuple[Parameter, ...] = ()
    term: tuple[Term, ...] = ()
    indicator: tuple[Indicator, ...] = ()
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    element: tuple[Element, ...] = ()
    review_item: tuple[ReviewItem, ...] = ()
    cards: tuple[RuleCard, ...] = ()

    @model_validator(mode="after")
    def _patterns_compile(self) -> Self:
        for name, words in self.words.items():
            for word in words:
                try:
                    re.compile(word)
                except re.error as error:
                    raise ValueError(f"词表 {name} 的“{word}”不是有效的正则式：{error}") from error
        return self
