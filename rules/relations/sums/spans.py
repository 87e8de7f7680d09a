"""Stretches of a year: 一季度 … 四季度 make 全年, 上半年 and 下半年, 截至 6 月末累计 and 7—9 月 make 截至 9 月末累计."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.changes.direction import is_held_against
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, is_base, of_kind, same_unit

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_HALVES = {"上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9), "前3季度": (1, 9)}
_MONTHS = re.compile(r"(\d{1,2})月?份?[—\-－–~～至到](\d{1,2})月份?")
_UP_TO = re.compile(r"截[至止](?:\d{4}年|当年|本年)?(?:(\d{1,2})月(?:末|底|\d{1,2}日)?|(年)[末底])[，,]?")
_QUARTER = re.compile(r"(?<!前)第?([一二三四1-4])季度(?![末底])")
_YEAR = re.compile(r"全年(?!预算|计划|目标|任务)")
_MONTH = re.compile(r"(\d{1,2})月份?")
_BESIDE = re.compile(r"^(?:其中|小计|合计)?[：:]?(?:20\d\d年|本年|当年)?|(?:合计|小计|数)$")
_LITTLE = re.compile(
    r"\d{4}年度?|今年|本年|当年|累计|总共|共计?|合计|已|实际|分别|其中|同期|(?:上|去)年|[，,、：:的为达]"
)
_PRIOR = re.compile(r"[较比与](?:上年|去年|20\d\d年)(?:度|同期)?的?")
_NOT_ADDED = re.compile(r"平均|均|每|同比|[较比]|增|减|率")
_DISTINCT = ("人", "名", "位", "户", "家", "个", "所", "项", "只", "张", "台", "辆", "套")
"""Heads and things that a later stretch may count once more."""
_FEWEST, _LAST = 2, 12


@dataclass(frozen=True, slots=True)
class _Span:
    """A figure of the months ``first`` to ``last``; ``words`` is what is left of its label: what it is of."""

    mention: Mention
    first: int
    last: int
    words: str


def stretch_of(label: str) -> tuple[int, int] | None:
    """Return the first and last month of the stretch of a year that a row is of: 其中：上半年, 一季度, 7—9月, 5月."""
    words = _BESIDE.sub("", normal(label))
    if words in _HALVES:
        return _HALVES[words]
    if month := _MONTH.fullmatch(words):
        return int(month[1]), int(month[1])
    for pattern in (_MONTHS, _QUARTER, _YEAR):
        if match := pattern.fullmatch(words):
            return _months(pattern, match)
    return None


def find_spans(statements: Sequence[Statement], relations: Relations) -> None:
    """Assert that stretches that follow one another make the longer one."""
    for statement in statements:
        near = _spans(of_kind(statement.near, FactKind.AMOUNT, FactKind.COUNT))
        own = {m.fact.id for m in statement.own}
        for whole in near:
            alike = [s for s in near if s is not whole and _is_of_same(s, whole)]
            for parts in _tilings(whole, alike):
                if own & {s.mention.fact.id for s in (whole, *parts)}:
                    relations.choose([_reading(whole, parts)])


def _reading(whole: _Span, parts: Sequence[_Span]) -> Reading:
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        tuple(s.mention.fact for s in parts),
        whole.mention.fact,
        f"“{whole.mention.fact.label}”为各时段之和",
        sure=True,
    )


def _spans(mentions: Sequence[Mention]) -> list[_Span]:
    found: list[_Span] = []
    for mention in mentions:
        span = _span(mention) or _compared(mention, found[-1] if found else None)
        if span is not None:
            found.append(span)
    return found


def _compared(mention: Mention, last: _Span | None) -> _Span | None:
    """Return the stretch of a figure that the one before is only compared with: 全年 4305 例，比上年 4294 例增加 11 例."""
    if last is None or not is_held_against(mention) or _PRIOR.fullmatch(normal(mention.lead)) is None:
        return None
    same = last.mention.statement == mention.statement and same_unit(last.mention.fact, mention.fact)
    return _Span(mention, last.first, last.last, last.words) if same and not mention.depth else None


def _span(mention: Mention) -> _Span | None:
    """Return the stretch of the year that a figure is told for; none where it tells none, or more than one."""
    unit = mention.fact.quantity.unit
    counted = mention.fact.kind is FactKind.COUNT
    if mention.depth or is_base(mention) or (counted and unit is not None and unit.symbol in _DISTINCT):
        return None
    words = normal(mention.lead)
    if _NOT_ADDED.search(words):
        return None
    stretch = _stretch_in(words)
    if stretch is None:
        return None
    (first, last), name = stretch
    return _Span(mention, first, last, _LITTLE.sub("", words.replace(name, "")))


def _stretch_in(words: str) -> tuple[tuple[int, int], str] | None:
    """Return the only stretch of a year that words name, with the words for it."""
    found: list[tuple[tuple[int, int], str]] = []
    for pattern in (_UP_TO, _MONTHS, _QUARTER, _YEAR):
        for match in pattern.finditer(words):
            found.append((_months(pattern, match), match.group()))
    found += [(span, name) for name, span in _HALVES.items() if name in words]
    return found[0] if len(found) == 1 else None


def leave_a_gap(labels: Sequence[str]) -> bool:
    """Say whether names are stretches of a year between which some of it is left out: 上半年, 四季度."""
    stretches = [_stretch_in(label) for label in labels]
    told = sorted(stretch[0] for stretch in stretches if stretch is not None)
    if len(told) < len(labels):
        return False
    return any(after[0] != before[1] + 1 for before, after in pairwise(told))


def _months(pattern: re.Pattern[str], match: re.Match[str]) -> tuple[int, int]:
    if pattern is _UP_TO:
        return 1, int(match.group(1) or _LAST)
    if pattern is _MONTHS:
        return int(match.group(1)), int(match.group(2))
    if pattern is _YEAR:
        return 1, _LAST
    last = _QUARTERS[match.group(1)] * 3
    return last - 2, last


def _is_of_same(one: _Span, other: _Span) -> bool:
    """Say whether two figures are of one thing: called so by the same words, or left uncalled (二季度 120 万元)."""
    alike = one.words == other.words or not one.words or not other.words
    same = same_unit(one.mention.fact, other.mention.fact)
    return alike and same and one.mention.fact.period == other.mention.fact.period


def _tilings(whole: _Span, others: Sequence[_Span]) -> Iterator[list[_Span]]:
    """Yield the rows of stretches that follow one another from the first month of the whole to its last."""
    if whole.last - whole.first < 1 or not whole.words:
        return
    by_first: dict[int, list[_Span]] = {}
    for span in others:
        if whole.first <= span.first <= span.last <= whole.last and (span.first, span.last) != (
            whole.first,
            whole.last,
        ):
            by_first.setdefault(span.first, []).append(span)
    paths: list[list[_Span]] = [[span] for span in by_first.get(whole.first, [])]
    while paths:
        path = paths.pop()
        if path[-1].last == whole.last:
            if len(path) >= _FEWEST:
                yield path
            continue
        paths += [[*path, span] for span in by_first.get(path[-1].last + 1, [])]
