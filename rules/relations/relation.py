"""A relation: why certain facts must agree, and what came of checking it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """The five verdicts of the contract, in the order in which they are tried."""

    EXACT = "exact"
    ROUNDING = "rounding"
    CONVENTION = "convention"
    IMPOSSIBLE = "impossible"
    UNDETERMINED = "undetermined"


class RelationKind(StrEnum):
    """The kinds of relation that are asserted; the values are those of ``relations.items[].kind``."""

    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    SHARE = "share"
    YOY = "yoy"
    UNIT = "unit"
    TEXT_VS_TEXT = "text_vs_text"
    TEXT_VS_TABLE = "text_vs_table"
    TEXT_VS_ANNEX = "text_vs_annex"
    COUNT = "count"
    DATE_ORDER = "date_order"
    TOC_VS_BODY = "toc_vs_body"
    SCORE_SUM = "score_sum"
    WEIGHT_SUM = "weight_sum"
    SCORE_EXCEEDS_WEIGHT = "score_exceeds_weight"
    SCORE_VS_RULE = "score_vs_rule"
    ARITHMETIC_OTHER = "arithmetic_other"
    CROSS_DOCUMENT = "cross_document"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of checking one relation.

    ``expected`` is the value that the operands give, printed like the stated one; ``derivation`` is the computation as
    a reviewer writes it (``10.41 ÷ 60.50 = 17.21 %（报告为 17.19 %）``); ``convention`` names the other reading under
    which it holds; ``likely`` names the probable slip (truncation, transposed digits, unit …), never an excuse.
    """

    verdict: Verdict
    derivation: str
    expected: str | None = None
    convention: str | None = None
    likely: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """An asserted relation between facts with its judgement.

    ``operands`` are the facts computed from, ``stated`` the fact held against the result, ``reason`` the words or the
    structure of the document that assert it. ``facts`` is all of them, stated last.
    """

    id: str
    kind: RelationKind
    operands: tuple[str, ...]
    stated: str | None
    reason: str
    judgement: Judgement
    signs: tuple[int, ...] = field(default=())
    operation: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """Return the ids of all facts that take part."""
        return self.operands if self.stated is None else (*self.operands, self.stated)

    @property
    def verdict(self) -> Verdict:
        """Return the verdict."""
        return self.judgement.verdict
