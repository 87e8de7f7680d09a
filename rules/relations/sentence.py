"""A statement: the figures between two full stops, with what the ones before it said; what sentence relations look at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import BUDGET_MOVES
from rules.numbers.units import COUNT_SYMBOLS, Dimension, Unit

_LOOK_BACK = 3
_SCALES = "十百千万亿"
_MOST_OF_SECTION = 24
_AS_LONG = 8
_GOES_ON = ("其中", "包括", "具体为", "具体是", "具体包括", "分别为", "分别是")
"""Words with which a paragraph goes on with the one before."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The figures of one statement, and those of the statements before it in the same paragraph, nearest last.

    ``section`` are the figures outside brackets that paragraphs before it in the same section stated.
    """

    own: tuple[Mention, ...]
    before: tuple[Mention, ...]
    section: tuple[Mention, ...] = ()

    @property
    def near(self) -> tuple[Mention, ...]:
        """Return everything, in reading order."""
        return (*self.before, *self.own)


def statements(mentions: Sequence[Mention]) -> Iterator[Statement]:
    """Yield the statements of a document in reading order."""
    grouped: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.statement].append(mention)
    earlier: list[tuple[Mention, ...]] = []
    stated: list[Mention] = []
    place: str | None = None
    for number in sorted(grouped):
        own = tuple(grouped[number])
        if earlier and earlier[-1][0].block != own[0].block and own[0].opening not in _GOES_ON:
            earlier = []
        if place != own[0].fact.evidence.section:
            place, stated = own[0].fact.evidence.section, []
        yield Statement(own, tuple(m for group in earlier[-_LOOK_BACK:] for m in group), tuple(stated))
        earlier.append(own)
        stated = [*stated, *(m for m in own if not m.depth)][-_MOST_OF_SECTION:]


def of_kind(mentions: Sequence[Mention], *kinds: FactKind) -> list[Mention]:
    """Return the figures of these kinds that are no ends of a range."""
    return [m for m in mentions if m.fact.kind in kinds and not m.range_end]


def amounts(mentions: Sequence[Mention], depth: int | None = None) -> list[Mention]:
    """Return the amounts, of one bracket depth where one is given."""
    return [m for m in of_kind(mentions, FactKind.AMOUNT) if depth is None or m.depth == depth]


def same_unit(one: Fact, other: Fact) -> bool:
    """Say whether two figures measure the same: money with money, 人 with 人."""
    mine, its = one.quantity.unit, other.quantity.unit
    if one.kind is not other.kind or mine is None or its is None:
        return False
    if one.kind is FactKind.COUNT or mine.dimension is Dimension.TIME:
        return classifier(mine) == classifier(its)
    return mine.dimension is its.dimension


def is_more(part: Mention, whole: Mention) -> bool:
    """Say whether what is told as a part is more than its whole, both counted or measured alike."""
    return part.fact.quantity.in_base > whole.fact.quantity.in_base and same_unit(part.fact, whole.fact)


def is_of_scale(change: Fact, figure: Fact) -> bool:
    """Say whether a change can be said of a figure: in its scale or a smaller one, of 1.24 万人 and not of 7176 人."""
    return change.kind is not FactKind.COUNT or change.quantity.factor <= figure.quantity.factor


def classifier(unit: Unit) -> str:
    """Return what a unit counts in, whatever its scale: 人 for 万人 and 亿人."""
    return unit.symbol.lstrip(_SCALES) if unit.factor != 1 else unit.symbol


_ALIKE = (
    frozenset(("人", "名", "位", "人次", "份", "户", "户次", "家")),
    frozenset(("件", "起", "宗", "例", "件次", "批", "批次", "个", "项", "条")),
)
"""Classifiers under which the same things are counted: 发放 260 份问卷, 满意 247 人; 受理 12 起, 办结 11 件."""

_POSTS = frozenset(("个", "名", "人"))
"""Posts are counted as 个, those who hold them as 人."""


def comparable(one: Fact, other: Fact) -> bool:
    """Say whether one figure can be part of another: money of money, 人 of 人次."""
    if same_unit(one, other):
        return True
    mine, its = one.quantity.unit, other.quantity.unit
    if one.kind is not FactKind.COUNT or other.kind is not FactKind.COUNT or mine is None or its is None:
        return False
    posts = _OF_POSTS.search(one.label) or _OF_POSTS.search(other.label)
    return any(
        {classifier(mine), classifier(its)} <= group for group in (*_ALIKE, *([_POSTS] if posts else []))
    )


_HEADS = frozenset(("人", "名", "位"))
_OF_POSTS = re.compile("编制|岗位|职数|[空缺]编")


def same_things(one: Fact, other: Fact) -> bool:
    """Say whether two figures measure the same, under classifiers that mean the same: 编制 24 名, 在编 22 人."""
    if same_unit(one, other):
        return True
    mine, its = one.quantity.unit, other.quantity.unit
    if one.kind is not FactKind.COUNT or other.kind is not FactKind.COUNT or mine is None or its is None:
        return False
    symbols = {classifier(mine), classifier(its)}
    posts = _OF_POSTS.search(one.label) or _OF_POSTS.search(other.label)
    return symbols <= _HEADS or (posts is not None and symbols <= _POSTS)


_PLAN_BEHIND = re.compile(
    "(?:年度|全年|年初|既定)?(?:计划|目标|任务|预算|指标)(?:任务|目标|总?[数值量额])?的"
)
"""完成全年 9000 人目标的 73 %: the plan is named behind its figure."""


def is_base(mention: Mention) -> bool:
    """Say whether a figure is only what a rate is taken of: 完成年度计划 22 个的 109 %."""
    return mention.tail in ("的", "之") or _PLAN_BEHIND.fullmatch(mention.tail) is not None


_OR_SO_COUNTED = re.compile(
    rf"^\s*(?:[（(/](?P<or>{'|'.join(COUNT_SYMBOLS)})|(?P<and>[套次处]))(?=[）)，。；、]|$)"
)
"""台（套）, 座（处）, 台套: what is counted one way or the other together."""


def is_so_counted(text: str, part: Mention, whole: Mention) -> bool:
    """Say whether a whole counts its parts one way or the other: 车 3 台、设备 5 套，共 8 台（套）."""
    unit, own = whole.fact.quantity.unit, part.fact.quantity.unit
    end = whole.fact.evidence.end or whole.fact.start
    found = _OR_SO_COUNTED.match(text[end : end + _AS_LONG])
    if found is None or unit is None or own is None or whole.fact.kind is not part.fact.kind:
        return False
    return classifier(own) in (classifier(unit), found["or"] or found["and"])


def gap(text: str, before: Mention | None, mention: Mention) -> str:
    """Return the words between a figure and the one before it (or the beginning of its statement)."""
    end = mention.fact.start
    start = max(end - 60, 0) if before is None else (before.fact.evidence.end or before.fact.start)
    return re.split(r"[。\n]", text[start:end])[-1]


def nearest(mentions: Sequence[Mention], at: Mention) -> list[Mention]:
    """Return the figures ordered by how near they stand to one of them; those before it first."""
    start = at.fact.start
    return sorted(
        (m for m in mentions if m is not at),
        key=lambda m: (m.fact.start > start, abs(m.fact.start - start)),
    )


def was_moved(statement: Statement, start: int, end: int) -> bool:
    """Say whether a budget at an offset was added to or taken from before another: 预算 A，追加 B。项目支出 C，基本支出 D."""
    between = [m for m in statement.near if start < m.fact.start < end and not m.depth]
    return any(m.fact.measure in BUDGET_MOVES for m in between)
