"""The catalogue as a page of Markdown, ``docs/rules.md``; a test fails when the page is behind the catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from rules.card import GROUPS, RuleCard, all_cards
from rules.explain import value_words
from rules.finding import Basis, Disposition
from rules.pack import DATED, packs
from rules.pack_model import Indicator, Pack, Policy
from rules.pack_scoring import Dated

_EFFECT = {
    Disposition.RETURN: "应修改",
    Disposition.ASK: "请说明",
    Disposition.ADVISE: "建议完善",
    Disposition.INTERNAL: "内部提示",
}
_DIRECTION = {
    "at_most": "不超过",
    "at_least": "不低于",
    "near": "趋近",
    "high": "越高越好",
    "low": "越低越好",
    "judged": "定性",
}
_STANDING = {"binding": "", "reference": "参考性，不说“违反”", "trial": "试行，不说“违反”"}
_PARAMETERS = {
    "bands": "定性三档",
    "scoring": "定量计分",
    "execution": "执行率得分",
    "class_weights": "一级指标分值",
    "grades": "等级",
}
HEAD = """# 规则目录

本页由规则卡和规则包生成（`scripts/build_rules_page.py`），不要手改。“待核”表示条款尚未与官方原文核对，这类规则至多作提醒。
查一条规则某年某地用哪个值：`jiheng rules show S05 --year 2024 --region hunan`。自编规则包：[pack 示例](packs/lanchuan)。
"""


def catalogue_page() -> str:
    """Return the page: every rule by group, then every pack with its documents, parameters and indicators."""
    cards = all_cards()
    lines = [HEAD, f"规则 {len(cards)} 条。", ""]
    for group in GROUPS.values():
        lines += [f"## {group}", ""]
        for card in cards:
            if card.group == group:
                lines += _card(card)
    for pack in packs().values():
        lines += _pack(pack)
    return "\n".join(lines).rstrip() + "\n"


def _card(card: RuleCard) -> Iterator[str]:
    yield f"### {card.code} {card.title}"
    yield ""
    yield f"{card.meaning}"
    yield ""
    yield f"- 算法：{card.formula}"
    yield f"- 处理：{_EFFECT[card.disposition]}　有效：{_span(card.effective_from, card.effective_to)}，{card.region}"
    yield f"- 依据：{'；'.join(_basis(basis) for basis in card.basis)}"
    yield f"- 合格例：{card.example_pass}"
    yield f"- 不合格例：{card.example_fail}"
    yield f"- 建议：{card.suggestion}"
    yield ""


def _pack(pack: Pack) -> Iterator[str]:
    yield from (f"## 规则包 {pack.name}：{pack.title}", "")
    if pack.document:
        yield from ("| 文件 | 文号 | 状态 | 效力 | 题名文号 | 说明 |", "|---|---|---|---|---|---|")
        yield from (_document(document) for document in pack.document)
        yield ""
    dated = [(_PARAMETERS[name], value) for name in DATED for value in getattr(pack, name)]
    dated += [("门槛" if item.on else "门槛（未启用）", item) for item in pack.parameter]
    if dated:
        yield from ("| 参数 | 值 | 有效 | 依据 |", "|---|---|---|---|")
        yield from (_parameter(name, value) for name, value in dated)
        yield ""
    if pack.indicator:
        yield from (
            "| 指标 | 算式或要点 | 方向 | 另一口径、常见误算 | 依据 | 定义所见 |",
            "|---|---|---|---|---|---|",
        )
        yield from (_indicator(item) for item in pack.indicator)
        yield ""
    if pack.review_item:
        yield from (
            "自评工作质量（证据由程序填，分数由审核人给）：",
            "",
            "| 方面 | 条目 | 证据来自 |",
            "|---|---|---|",
        )
        yield from (
            f"| {item.group} | {item.title} | {'、'.join(item.rules) or item.note} |"
            for item in pack.review_item
        )
        yield ""
    if pack.element:
        yield from (f"必备内容：{'、'.join(item.name for item in pack.element)}。", "")


def _document(item: Policy) -> str:
    seen = "已见" if item.verified else "待核"
    return f"| {item.title} | {item.number or ''} | {item.status} | {_STANDING[item.standing]} | {seen} | {item.note or ''} |"


def _parameter(name: str, value: Dated) -> str:
    basis = "；".join(_basis(basis) for basis in value.basis) or "无"
    return f"| {name} | {value_words(value)} | {_span(value.effective_from, value.effective_to)} | {basis} |"


def _indicator(item: Indicator) -> str:
    target = "" if item.target is None else f" {item.target:f}{item.unit}"
    readings = "；".join(
        f"{'误算：' if reading.mistaken else ''}{reading.name}：{reading.formula}"
        for reading in item.readings
    )
    basis = "；".join(_basis(basis) for basis in item.basis)
    shown = value_words(item) or item.note or ""
    return (
        f"| {item.name}（{item.group}） | {shown} | {_DIRECTION[item.direction]}{target} | {readings} | {basis} "
        f"| {item.seen} |"
    )


def _basis(basis: Basis) -> str:
    number = f"（{basis.number}）" if basis.number else ""
    article = basis.article or ""
    if basis.document.startswith("规则卡"):
        return basis.document
    return f"《{basis.document}》{number}{article}{'' if basis.verified else '（待核）'}"


def _span(begins: object, ends: object) -> str:
    return f"{begins or '…'} 至 {ends or '今'}" if begins or ends else "不限年度"
