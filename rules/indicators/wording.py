"""How messages speak of indicators: the place of a printed value, the formula, how far its source binds."""

from __future__ import annotations

from corpus.document.evidence import Evidence
from rules.indicators.compute import Worked, in_unit
from rules.indicators.formula import parse, show
from rules.indicators.printed import IndicatorResult, Printed
from rules.pack import ActivePack
from rules.wording import page_words, short

_STANDING = {"reference": "参考性框架，仅供参照", "trial": "中央部门试行，仅供参照"}


def place(printed: Printed) -> str:
    """Return where a value is printed: 附件2…表“三公经费控制率”行, or 正文第 3 页."""
    evidence = printed.fact.evidence
    if evidence.table:
        return f"{short(evidence.table, 24)}“{short(evidence.row or printed.fact.label, 20)}”"
    return f"正文{page_words(evidence)}“{short(printed.fact.label, 20)}”"


def source(result: IndicatorResult, pack: ActivePack) -> str:
    """Return where the formula comes from, in brackets, and that it is no more than a reference where it is."""
    basis = result.indicator.basis[0]
    name = basis.number or f"《{basis.document}》"
    note = _STANDING.get(pack.standing_of(basis.number))
    return f"（{name}，{note}）" if note else f"（{name}）"


def formula(result: IndicatorResult) -> str:
    """Return the formula as the grammar writes it."""
    return show(parse(result.indicator.formula or ""))


def values(worked: tuple[Worked, ...], unit: str) -> str:
    """Return results with the fund and the derivation: 84.13 %（一般公共预算：20928.34 ÷ 24876.65…）."""
    several = len({item.scope for item in worked}) > 1
    return "；".join(
        f"{item.scope}：{item.derivation}" if several and item.scope else item.derivation for item in worked
    )


def evidence(result: IndicatorResult, printed: Printed) -> tuple[Evidence, ...]:
    """Return the printed value and the figures that it was held against."""
    facts = [fact for item in ([printed.by] if printed.by else result.computed.own) for fact in item.facts]
    return tuple(dict.fromkeys((printed.fact.evidence, *(fact.evidence for fact in facts))))


def shown(result: IndicatorResult, worked: Worked) -> str:
    """Return one result as people write it."""
    return in_unit(worked.value, result.indicator.unit)
