"""Rule cards: what a rule means, why it is one, what to do about it; one file ``cards/<CODE>.toml`` each."""

from __future__ import annotations

import datetime
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from corpus.document.evidence import Evidence
from rules.errors import PackError
from rules.finding import Basis, Disposition, Finding, Impact, Severity, fingerprint
from rules.relations.relation import Verdict

GROUPS = {"A": "勾稽", "S": "评分", "C": "完整性", "Q": "质量", "P": "合规提示"}
"""The groups of rules by the first letter of their code."""

Words = Annotated[str, StringConstraints(min_length=2, strip_whitespace=True)]


class RuleCard(BaseModel):
    """One rule in our own words, never passed off as a policy's text.

    ``kind`` is the kind of its findings in the contract, ``fold`` the line under which findings that repeat
    are folded (None: each stands alone). ``effective_from`` and ``effective_to`` bound the years of reports.
    The code of a card that a user's pack brings has the letters of the pack in front (CITY-C01).
    A rule that is only data names a shared ``checker`` (see ``rules.by_card``), what that looks for (``data``), and
    the ``kinds`` of documents that it holds for (none named: all); it has no module.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Field(pattern=r"^(?:[A-Z]{2,12}-)?[ASCQP][0-9]{2}$")]
    title: Words
    meaning: Words
    formula: Words
    kind: Words
    severity: Severity
    disposition: Disposition
    impact: Impact
    example_pass: Words
    example_fail: Words
    suggestion: Words
    fold: Words | None = None
    region: Words = "全国"
    effective_from: datetime.date | None = None
    effective_to: datetime.date | None = None
    sources: tuple[Basis, ...] = Field(default=(), alias="basis")
    checker: Words | None = None
    kinds: tuple[Words, ...] = ()
    data: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _unverified_is_no_error(self) -> Self:
        if self.severity is Severity.ERROR and not all(basis.verified for basis in self.basis):
            raise ValueError("依据未经核实的规则不能定为 error")
        return self

    def holds(self, year: str | None, regions: tuple[str, ...]) -> bool:
        """Say whether the rule is in force for a report of the year in regions; year None: whether it has no end."""
        if self.region not in ("全国", *regions):
            return False
        if year is None:
            return self.effective_to is None
        day = datetime.date(int(year), 12, 31)
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day <= self.effective_to)

    @property
    def group(self) -> str:
        """Return the group in words: 勾稽, 评分, 完整性, 质量, 合规提示."""
        return GROUPS[self.code.rpartition("-")[2][0]]

    @property
    def basis(self) -> tuple[Basis, ...]:
        """Return why it is a rule; arithmetic and the report's own consistency rest on the card itself."""
        return self.sources or (self.own_basis,)

    @property
    def own_basis(self) -> Basis:
        """Return the card itself as a basis."""
        return Basis(document=f"规则卡 {self.code}", verified=True)

    def finding(
        self,
        *,
        content: tuple[str, ...],
        message: str,
        evidence: tuple[Evidence, ...],
        title: str | None = None,
        kind: str | None = None,
        verdict: Verdict | None = None,
        severity: Severity | None = None,
        disposition: Disposition | None = None,
        basis: tuple[Basis, ...] | None = None,
        reported: str | None = None,
        expected: str | None = None,
        derivation: str | None = None,
        culprit: str | None = None,
        suspects: tuple[str, ...] = (),
        related: tuple[str, ...] = (),
    ) -> Finding:
        """Return a finding of this rule; what is not given comes from the card.

        ``content`` is what the finding is about, by which its id is made: words and values, never positions.
        """
        return Finding(
            id=fingerprint(self.code, *content),
            rule=self.code,
            kind=kind or self.kind,
            verdict=verdict,
            severity=severity or self.severity,
            disposition=disposition or self.disposition,
            impact=self.impact,
            group=self.fold,
            title=title or self.title,
            message=message,
            reported=reported,
            expected=expected,
            derivation=derivation,
            evidence=evidence,
            basis=basis or self.basis,
            suggestion=self.suggestion,
            culprit=culprit,
            suspects=suspects,
            related=related,
        )


def read_card(text: str, name: str) -> RuleCard:
    """Return the card in a TOML text. Raises: PackError that names the file and all that is wrong in it."""
    try:
        card = RuleCard.model_validate(tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"规则卡 {name} 不是有效的 TOML：{error}") from error
    except ValidationError as error:
        faults = "；".join(
            f"{'.'.join(str(part) for part in fault['loc']) or '全卡'}：{fault['msg']}"
            for fault in error.errors()
        )
        raise PackError(f"规则卡 {name} 有误：{faults}") from error
    if card.code != name:
        raise PackError(f"规则卡 {name} 的编号写成 {card.code}，应与文件名一致")
    return card


@cache
def _cards() -> dict[str, RuleCard]:
    folder = files("rules") / "cards"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {
        name.removesuffix(".toml"): read_card(
            (folder / name).read_text(encoding="utf-8"), name.removesuffix(".toml")
        )
        for name in names
    }


def card(code: str) -> RuleCard:
    """Return the card of a rule. Raises: PackError if there is none."""
    try:
        return _cards()[code]
    except KeyError:
        raise PackError(f"没有规则 {code}；可用的规则：{'、'.join(_cards())}") from None


def all_cards() -> tuple[RuleCard, ...]:
    """Return all cards, sorted by code."""
    return tuple(_cards().values())
