"""What a schema cannot see in a pack: names that lead nowhere, values that contradict, formulas that do not work out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from rules.by_card import CHECKERS, read_data
from rules.card import all_cards
from rules.errors import PackError
from rules.facts.vocabulary import vocabulary
from rules.fault import Fault
from rules.indicators.soundness import formula_faults
from rules.likely import likely
from rules.numbers.units import COUNT_SYMBOLS, MEASURES, MONEY_UNITS, PERCENT, PERMILLE, SCORE, TIMES
from rules.pack import DATED, NATIONAL
from rules.pack_model import KINDS, Pack
from rules.pack_reading import PackText
from rules.pack_scoring import Dated

_UNITS = (
    *(unit.symbol for unit in (*MONEY_UNITS, PERCENT, PERMILLE, SCORE, TIMES)),
    *COUNT_SYMBOLS,
    *MEASURES,
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNIQUE = {
    "document": "id",
    "indicator": "id",
    "term": "name",
    "element": "name",
    "veto": "name",
    "review_item": "id",
}
Found = Iterator[tuple[tuple[str | int, ...], str]]
"""Path and words of each fault."""


def pack_faults(pack: Pack, text: PackText, others: Mapping[str, Pack]) -> list[Fault]:
    """Return all that is wrong in a pack that fits the schema; ``others`` are the packs it can lie over."""
    below = [others[name] for name in _lineage(pack, others)]
    found = (
        *_twice(pack),
        *_periods(pack),
        *_over(pack, others),
        *_documents(pack, below),
        *_verified(pack),
        *_values(pack, below),
        *_terms(pack),
        *_review_form(pack),
        *formula_faults(pack, below),
        *_cards(pack, others),
    )
    return [text.fault(path, message) for path, message in found]


def _lineage(pack: Pack, others: Mapping[str, Pack]) -> list[str]:
    names: list[str] = [] if pack.name == NATIONAL else [NATIONAL]
    over = pack.over
    while over is not None and over in others and over not in names:
        names.append(over)
        over = others[over].over
    return [name for name in names if name in others]


def _twice(pack: Pack) -> Found:
    for kind, key in _UNIQUE.items():
        seen: set[str] = set()
        for at, item in enumerate(getattr(pack, kind)):
            name = getattr(item, key)
            if name in seen:
                yield (kind, at, key), f"{kind} 的 {key}“{name}”重复"
            seen.add(name)


def _periods(pack: Pack) -> Found:
    """Two values of one parameter in one pack may not hold at the same time."""
    for kind in (*DATED, "parameter"):
        values: Sequence[Any] = getattr(pack, kind)
        for (at, one), (other_at, other) in combinations(enumerate(values), 2):
            same = kind != "parameter" or one.id == other.id
            if same and _overlap(one, other):
                yield (
                    (kind, other_at),
                    f"{kind} 有两项的有效期重叠（{at + 1} 与 {other_at + 1}），请写明 effective_to",
                )


def _overlap(one: Dated, other: Dated) -> bool:
    first, second = sorted((one, other), key=lambda item: str(item.effective_from or ""))
    if first.effective_to is None or second.effective_from is None:
        return True
    return second.effective_from <= first.effective_to


def _over(pack: Pack, others: Mapping[str, Pack]) -> Found:
    if pack.over is not None and pack.over not in others:
        yield ("over",), f"所叠加的规则包“{pack.over}”不存在；可用的：{'、'.join(others)}"
    elif pack.over == pack.name or (pack.over is not None and others[pack.over].over == pack.name):
        yield ("over",), f"规则包 {pack.name} 与 {pack.over} 互相叠加"
    for at, mark in enumerate(pack.marks):
        if len(mark) < 2:
            yield ("marks", at), f"地区标志“{mark}”过短，会误认别处的报告；至少两字"


def _documents(pack: Pack, below: Sequence[Pack]) -> Found:
    replaces = {item.id: item.replaces for held in (*below, pack) for item in held.document}
    for at, item in enumerate(pack.document):
        for ref in item.replaces:
            if ref not in replaces:
                yield ("document", at, "replaces"), f"所替代的文件“{ref}”未登记"
            elif ref == item.id or item.id in replaces[ref]:
                yield ("document", at, "replaces"), f"文件“{item.id}”与“{ref}”互相替代"
        if item.status == "已废止" and item.effective_to is None:
            yield ("document", at, "status"), f"“{item.id}”已废止，须写明 effective_to"
        if item.effective_from and item.effective_to and item.effective_to < item.effective_from:
            yield ("document", at, "effective_to"), f"止期 {item.effective_to} 早于起期 {item.effective_from}"
        if (
            item.effective_from
            and item.issued
            and item.effective_from < item.issued
            and item.status != "年度性"
        ):
            yield ("document", at, "effective_from"), f"施行日 {item.effective_from} 早于发布日 {item.issued}"


def _verified(pack: Pack) -> Found:
    """A basis cannot be verified where nobody has seen so much as the title of its document."""
    seen = {(item.title, item.number): item.verified for item in pack.document}
    for kind in (*DATED, "parameter", "indicator", "veto"):
        for at, value in enumerate(getattr(pack, kind)):
            for number, basis in enumerate(value.basis):
                path = (kind, at, "basis", number)
                if basis.verified and seen.get((basis.document, basis.number)) is False:
                    yield path, f"依据标为已核，但文件“{basis.document}”本身未核（verified = false）"
                if basis.effective is not None and not _DAY.fullmatch(basis.effective):
                    yield path, f"依据的 effective 应为 2024-01-31 式的日期，实为“{basis.effective}”"


def _values(pack: Pack, below: Sequence[Pack]) -> Found:
    grades = {floor.name for held in (*below, pack) for item in held.grades for floor in item.floors}
    lists = {name for held in below for name in held.words} or set(pack.words)
    for at, veto in enumerate(pack.veto):
        if veto.grade not in grades:
            yield ("veto", at, "grade"), f"等级“{veto.grade}”不存在；可用的：{'、'.join(sorted(grades))}"
    for at, item in enumerate(pack.parameter):
        if item.unit is not None and item.unit not in _UNITS:
            yield ("parameter", at, "unit"), f"没有计量单位“{item.unit}”"
    for name in pack.words:
        if name not in lists:
            yield ("words", name), f"没有规则用到词表“{name}”；可用的：{'、'.join(sorted(lists))}"


def _review_form(pack: Pack) -> Found:
    codes = [*(card.code for card in all_cards()), *(card.code for card in pack.cards)]
    for at, item in enumerate(pack.review_item):
        for rule in item.rules:
            if not any(code.startswith(rule) for code in codes):
                yield ("review_item", at, "rules"), f"没有规则 {rule}"


def _terms(pack: Pack) -> Found:
    stages = {measure.name for measure in vocabulary().measures}
    for at, term in enumerate(pack.term):
        if term.unit not in _UNITS:
            yield ("term", at, "unit"), f"没有计量单位“{term.unit}”"
        for stage in term.stages:
            if stage not in stages:
                near = likely(stage, stages) or sorted(stages)
                yield ("term", at, "stages"), f"没有阶段“{stage}”；可用的：{'、'.join(near)}"


def _cards(pack: Pack, others: Mapping[str, Pack]) -> Found:
    taken = {card.code: "程序" for card in all_cards()}
    taken |= {card.code: name for name, other in others.items() if name != pack.name for card in other.cards}
    for at, card in enumerate(pack.cards):
        if card.code in taken:
            yield (
                ("cards", at, "code"),
                f"编号 {card.code} 已为{taken[card.code]}所用，请在前面加本包的字母，如 CITY-C01",
            )
        taken[card.code] = pack.name
        if card.checker is None:
            yield ("cards", at), f"规则卡 {card.code} 须写 checker；可用的：{'、'.join(CHECKERS)}"
            continue
        try:
            read_data(card)
        except PackError as error:
            yield ("cards", at, "checker"), str(error)
        for kind in card.kinds:
            if kind not in KINDS:
                yield ("cards", at, "kinds"), f"没有报告类型“{kind}”；可用的：{'、'.join(KINDS)}"
