"""What a rule or an indicator rests on for a year and a region: which value, of which pack and document, since when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rules.card import RuleCard, all_cards
from rules.errors import PackError
from rules.finding import Basis
from rules.indicators.formula import parse, show
from rules.pack import DATED, Packs, steps_of
from rules.pack_model import Indicator, Pack, Policy
from rules.pack_scoring import Bands, ClassWeights, Dated, Execution, Grades, Parameter, Scoring, Veto

USES: dict[str, tuple[str, ...]] = {
    "S04": ("execution",),
    "S05": ("bands",),
    "S07": ("scoring",),
    "S10": ("class_weights",),
    "S11": ("grades",),
    "S14": ("scoring",),
    "S15": ("scoring",),
    "S26": ("execution",),
    "S27": ("veto",),
    "Q07": ("over_completion",),
}
"""The parameters of packs that a rule of the program uses, by kind or by id; a card may name its own in ``data``."""


class State(StrEnum):
    """Whether a value holds for the year asked about, and whether a more special one has its place."""

    IN_FORCE = "in_force"
    REPLACED = "replaced"
    NOT_YET = "not_yet"
    ENDED = "ended"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Held:
    """One value on the way to what is in force."""

    parameter: str
    words: str
    pack: Pack
    value: Dated
    state: State

    @property
    def basis(self) -> tuple[Basis, ...]:
        """Return why it is a value."""
        return self.value.basis


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule or an indicator as it stands for a year and region.

    ``documents`` are those that it cites, with those that they replaced; ``held`` the values that it uses, in overlay.
    """

    card: RuleCard | None
    indicator: Indicator | None
    pack: Pack | None
    holds: bool
    held: tuple[Held, ...]
    documents: tuple[Policy, ...]


def explain(name: str, packs: Packs, year: str | None, region: str | None) -> Explained:
    """Return what a code of a rule, or the id or name of an indicator, stands for.

    Raises: PackError where there is none, or no such region.
    """
    stack = packs.stack(region)
    every = tuple(packs.available.values())
    regions = tuple(pack.region for pack in stack)
    for card, pack in _cards(every):
        if card.code == name.upper():
            uses = (*USES.get(card.code, ()), *filter(None, [card.data.get("parameter")]))
            held = tuple(item for use in uses for item in _steps(stack, use, year))
            cited = (*card.basis, *(basis for item in held for basis in item.basis))
            return Explained(card, None, pack, card.holds(year, regions), held, _documents(cited, every))
    for pack in (*reversed(stack), *every):
        for indicator in pack.indicator:
            if name in (indicator.id, indicator.name, *indicator.aliases):
                documents = _documents(indicator.basis, every)
                holds = indicator.holds(year) and pack in stack
                return Explained(None, indicator, pack, holds, (), documents)
    codes = "、".join(card.code for card, _ in _cards(every))
    raise PackError(f"没有规则 {name}；可用的规则：{codes}")


def _cards(packs: Sequence[Pack]) -> Iterator[tuple[RuleCard, Pack | None]]:
    yield from ((card, None) for card in all_cards())
    yield from ((card, pack) for pack in packs for card in pack.cards)


def _steps(stack: Sequence[Pack], parameter: str, year: str | None) -> Iterator[Held]:
    kind = parameter if parameter in (*DATED, "veto") else "parameter"
    steps = [
        step
        for step in steps_of(stack, kind, year)
        if kind != "parameter" or getattr(step.value, "id", None) == parameter
    ]
    last = max((at for at, step in enumerate(steps) if step.holds and _is_on(step.value)), default=None)
    for at, step in enumerate(steps):
        chosen = at == last or (kind == "veto" and step.holds)
        yield Held(
            parameter, value_words(step.value), step.pack, step.value, _state(step.value, year, chosen)
        )


def _is_on(value: Dated) -> bool:
    return not isinstance(value, Parameter) or value.on


def _state(value: Dated, year: str | None, chosen: bool) -> State:
    if not _is_on(value):
        return State.OFF
    if chosen:
        return State.IN_FORCE
    if value.holds(year):
        return State.REPLACED
    day = datetime.date(int(year), 12, 31) if year is not None else datetime.date.max
    begins = value.effective_from
    return State.NOT_YET if begins is not None and begins > day else State.ENDED


def _documents(cited: Sequence[Basis], packs: Sequence[Pack]) -> tuple[Policy, ...]:
    """Return the documents that are cited, and then those that they replaced."""
    known = [item for pack in packs for item in pack.document]
    found = [
        item
        for item in known
        if any((item.title, item.number) == (basis.document, basis.number) for basis in cited)
    ]
    older = {ref for item in found for ref in item.replaces}
    return (*found, *(item for item in known if item.id in older and item not in found))


def value_words(value: Dated) -> str:
    """Return a value of a pack in words."""
    match value:
        case Bands(met=met, partial=partial):
            return (
                f"达成：{_share(met)} 以上；部分达成：{_share(partial)} 以上、不到 {_share(met)}；其余未达成"
            )
        case Scoring():
            return _scoring(value)
        case Execution(steps=()):
            return "分值 × 执行率，以分值封顶"
        case Execution(steps=steps):
            return "；".join(
                f"执行率 {_share(step.floor)} 以上得分值的 {_share(step.share)}" for step in steps
            )
        case ClassWeights(weights=weights):
            return "、".join(f"{name} {weight:f}" for name, weight in weights.items())
        case Grades(floors=floors):
            return "；".join(f"{item.name}：{item.floor:f} 分以上" for item in floors)
        case Veto(name=name, grade=grade):
            return f"{name}：等级不高于“{grade}”"
        case Parameter(title=title, value=number, unit=unit):
            return f"{title}：{number:f}{f' {unit}' if unit else ''}"
        case Indicator(formula=str(formula)):
            return show(parse(formula))
    return "、".join(getattr(value, "points", ()))


_INVERSE = {
    "target_over_actual": "指标值 ÷ 实际值 × 分值",
    "excess_share": "分值 ×（1 −（实际值 − 指标值）÷ 指标值）",
}


_OVER = {"zero": "不得分", "reduce": "适度调减"}


def _scoring(value: Scoring) -> str:
    inverse = " 或 ".join(_INVERSE[name] for name in value.inverse)
    words = f"达到指标值得满分，未达到按完成值 ÷ 指标值 × 分值；反向指标：{inverse}"
    if value.pass_mark is not None:
        words += f"；完成不到 {_share(value.pass_mark)} 不得分"
    if value.over_completion is not None:
        words += f"；完成超过指标值 {_share(value.over_completion)} 的视为指标值偏低，{_OVER[value.over]}"
    return words


def _share(value: Decimal) -> str:
    return f"{(value * 100).normalize():f} %"
