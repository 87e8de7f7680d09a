"""Sums that the words of a sentence assert: brackets, 其中, 包括, 分别为, 由…构成, 按…分, and 合计 after its parts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import BUDGETS, Relations
from rules.relations.reading import Reading
from rules.relations.sentence import Statement, gap, is_base, of_kind, same_unit
from rules.relations.sums.completeness import (
    Extent,
    exhaustive,
    extent,
    takes_in_the_rest,
)
from rules.relations.sums.doubts import is_clauses_away, is_met_by_width, is_opened_within, is_over_clauses
from rules.relations.sums.items import (
    earlier_divisions,
    fits_stage,
    is_tight,
    linked,
    number_of_parts,
    opens_inner,
    outside_divisions,
)
from rules.relations.sums.listed import (
    AVERAGE,
    Listed,
    is_division,
    lists_of,
    of_what_others_divide,
    parts_of,
    sum_of,
    unnamed_row,
    words_before,
    words_between,
)
from rules.relations.sums.wholes import (
    bears_name,
    far_wholes,
    is_aside,
    is_called,
    is_of_other_way,
    is_only_called_spending,
    named_wholes,
    number_called,
    wholes,
    wholes_of_report,
)

_OPEN_WORDS = ("其中", "含", "包括", "主要是", "主要为", "主要用于", "主要包括")
_FAR = re.compile(r"^(?:按|分|从|构成|组成|明细|情况|具体|由|中)")
"""Listing words whose whole may stand in another paragraph of the section."""
_LEFT_OVER = re.compile("结[余转存]|剩余|未使用|节约|缺口|余额")
_DIVIDED = re.compile("^按|看$|^分|构成|组成|具体")
"""Words that divide a whole in full; 其中 and a colon alone are none."""
_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)
_GOES_ON = 2
_GROWN = re.compile("新增|净增")
_REACHED = re.compile("(?:达到?|总数|累计|共有?)(?:为)?$")


def find_lists(
    text: str, mentions: Sequence[Mention], statements: Sequence[Statement], relations: Relations
) -> None:
    """Assert the sums of running text. ``text`` is the canonical text of the document."""
    _brackets(text, mentions, relations)
    for statement in statements:
        told: list[tuple[Listed, list[Reading]]] = []
        for listed in lists_of(text, statement):
            named = [*_named(listed)] or [*_of_report(listed, mentions)]
            near = list(_near(listed))
            readings = near[:1] if _is_the_same(listed, near) else [*named, *near, *_far(listed)]
            fitting = [
                _not_cut_short(listed, reading)
                for reading in readings
                if _is_of_year(listed, reading) and not is_met_by_width(reading)
            ]
            told.append((listed, fitting))
        divided = Counter(
            next((r.stated.id for r in readings if r.holds()), None)
            for listed, readings in told
            if is_division(listed)
        )
        for listed, readings in told:
            relations.choose(of_what_others_divide(listed, readings, divided))


def _not_cut_short(listed: Listed, reading: Reading) -> Reading:
    """Quiet a sum that the next figures fill up: 19 家中，优秀 6 家，合格 11 家，尚未达标 2 家 is a list of three."""
    if reading.open_ended and (
        is_opened_within(listed.text, reading)
        or is_clauses_away(listed.text, reading)
        or is_over_clauses(listed.text, reading)
    ):
        return reading.silent()
    last = max(fact.start for fact in reading.operands)
    total = sum((fact.quantity.in_base for fact in reading.operands), Decimal(0))
    for mention in [m for m in listed.own if m.fact.start > last][:_GOES_ON]:
        if not same_unit(mention.fact, reading.stated) or is_base(mention):
            break
        total += mention.fact.quantity.in_base
        if total == reading.stated.quantity.in_base:
            return reading.silent()
    return reading


def _is_the_same(listed: Listed, near: Sequence[Reading]) -> bool:
    """Say whether 即 tells what the figure right before it is: A 万元，即工资福利 B 万元、补助 C 万元; no more than that."""
    last = listed.own[listed.at - 1].fact if listed.at else None
    return listed.marker == "即" and bool(near) and near[0].sure and near[0].stated == last


def _is_of_year(listed: Listed, reading: Reading) -> bool:
    """Say whether the whole is not of another year than the words before a list name: 2023 年支出中，… is not of 2022 年支出."""
    years = re.findall(r"20\d\d(?=年)", re.split("[，,；;。]", listed.name)[-1])
    return not years or reading.stated.period in (None, *years)


def _brackets(text: str, mentions: Sequence[Mention], relations: Relations) -> None:
    """A（B…，C…）: the bracket breaks up the figure before it."""
    children: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.parent is not None and mention.fact.kind in _SUMMED:
            children[mention.parent].append(mention)
    for parent, inside in children.items():
        whole = mentions[parent]
        parts = [m for m in inside if m.depth == whole.depth + 1 and _is_part(m, whole)]
        if not parts:
            continue
        opened = parts[0].opening in _OPEN_WORDS
        closing = text[parts[-1].fact.start : parts[-1].fact.start + 40].split("）")[0]
        none_else = bool(re.search(r"[，、]无|没有|未", closing))
        if len(parts) < 2 and not (none_else and not opened):
            continue
        told = extent(text, whole, parts, parts[0].opening if opened else "由")
        told = Extent.SOME if "等" in closing and told is not Extent.ALL else told
        reason = f"括号内为“{whole.fact.label}”的分项"
        relations.choose([sum_of(parts, whole, reason, told, sure=True)])


def _is_part(part: Mention, whole: Mention) -> bool:
    if not same_unit(part.fact, whole.fact) or part.range_end:
        return False
    return (
        not part.own_measure
        or part.fact.measure in (None, whole.fact.measure)
        or part.fact.kind is FactKind.COUNT
    )


def _named(listed: Listed) -> Iterator[Reading]:
    """项目支出追加分别为：… breaks up the only figure that those before give of 项目支出, in a bracket or not."""
    for whole, only in named_wholes(listed.statement, listed.item, listed.name):
        every = parts_of(listed, whole)
        for parts in every:
            told = extent(listed.text, whole, parts, listed.marker)
            sure = only and told is Extent.ALL and len(every) == 1 and listed.marker not in ("：", ":")
            yield sum_of(parts, whole, f"“{whole.fact.label}”所列各项", told, sure=sure)


def _near(listed: Listed) -> Iterator[Reading]:
    """A figure, then a listing word: what follows breaks it up, to the semicolon or to the end."""
    item = listed.item
    first_at = earlier_divisions(listed.text, listed.own, listed.at - bool(listed.mates))
    possible = wholes(listed.statement, listed.own, listed.at, first_at)
    possible = outside_divisions(listed.text, possible, listed.statement)
    left_over = [m for m in possible if _is_left_over(m, listed)]
    if len(left_over) < len(possible):
        possible = [m for m in possible if m not in left_over]
    if is_division(listed):
        # 支出 A，其中：基本支出 B；项目支出 C。从经济分类看，…: A is divided once more, and not C.
        opened = {m.statement for m in listed.statement.before if m.opening in ("其中", "包括")}
        possible = [m for m in possible if m.statement not in opened] or possible
    if listed.composed:
        possible = sorted(possible, key=lambda m: not bears_name(m, listed.name))
    elif listed.name:
        possible = sorted(possible, key=lambda m: is_of_other_way(m, listed.name))
    last = listed.own[listed.at - 1] if listed.at else None
    if not possible and listed.composed and last is not None and same_unit(last.fact, item.fact):
        # 可用资金 A 元，由三部分组成：下达 B 元，结转 C 元，…: whatever the stages of the parts are called
        possible = [last]
    found: list[tuple[int, Reading]] = []
    for rank, whole in enumerate(possible):
        if _GROWN.search(normal(whole.lead)) and _REACHED.search(normal(item.lead)):
            continue  # 新增 3 家，其中工业企业达到 25 家
        every = parts_of(listed, whole)
        for order, parts in enumerate(every):
            told = extent(listed.text, whole, parts, listed.marker)
            if listed.mates and told is not Extent.SOME:
                told = extent(listed.text, whole, listed.mates, listed.marker)
            first = rank == order == 0
            next_to = not rank and not is_aside(whole) and _is_next(listed, whole, first_at, left_over)
            next_to = next_to and not _is_beside(listed, whole)
            closed = told is Extent.ALL and (
                takes_in_the_rest(parts[-1]) or exhaustive(whole.fact, [part.fact for part in parts])
            )
            one_run = (len(every) == 1 or (not order and (closed or is_tight(listed.text, parts)))) and (
                told is Extent.ALL or not _over_semicolons(listed.text, parts)
            )
            one_stage = _one_measure(whole, item) or (closed and _is_planned(whole, parts))
            one_stage = one_stage or (told is Extent.ALL and _is_divided(listed, item))
            clear = first and next_to and (listed.composed or one_stage) and one_run
            numbered = number_of_parts(words_between(listed.text, whole, item))
            together = next_to and whole.statement == item.statement
            counted = numbered == len(parts)
            if (
                (numbered is not None and numbered > len(parts))
                or opens_inner(listed.text, listed.own, parts)
                or (
                    listed.marker.rstrip("，：:") == "中"
                    and whole not in listed.own
                    and not is_called(whole, listed.name)
                )
            ):
                told = Extent.SOME
            sure = (clear or (together and counted)) and (
                listed.marker not in ("：", ":")
                or (together and (numbered is not None or _is_plain(listed, whole, parts)))
            )
            reason = f"“{whole.fact.label}”{listed.marker.strip('：:')}所列各项"
            found.append((rank + order, sum_of(parts, whole, reason, told, sure=sure, marker=listed.marker)))
    yield from (reading for _, reading in sorted(found, key=lambda entry: entry[0]))
    run = [m for m in linked(listed.text, listed.groups[0]) if possible and fits_stage(m, possible[0], item)]
    if 2 <= len(run) < len(listed.groups[0]):
        reason = f"“{possible[0].fact.label}”{listed.marker.strip('：:')}所列各项"
        yield sum_of(run, possible[0], reason, Extent.SOME)


def _far(listed: Listed) -> Iterator[Reading]:
    """按支出性质分，…: breaks up a grand total that the section stated before."""
    if not _FAR.match(listed.marker):
        return
    numbered = number_of_parts(gap(listed.text, None, listed.item))
    for whole, only in far_wholes(listed.statement, listed.item, listed.name):
        every = parts_of(listed, whole)
        for parts in every:
            told = extent(listed.text, whole, parts, listed.marker)
            counted = numbered == len(parts)
            sure = only and counted and told is Extent.ALL and len(every) == 1
            reason = f"“{whole.fact.label}”{listed.marker.strip('：:')}所列各项"
            yield sum_of(parts, whole, reason, told, sure=sure)


def _of_report(listed: Listed, mentions: Sequence[Mention]) -> Iterator[Reading]:
    """市级资金分两部分：… breaks up the one figure that the report calls so in another section."""
    numbered = number_of_parts(words_before(listed))
    for whole, only in wholes_of_report(listed.text, mentions, listed.item, listed.name):
        row, number = unnamed_row(listed), number_called(listed.name)
        every = [row] if number == len(row) else parts_of(listed, whole)
        for parts in every:
            told = extent(listed.text, whole, parts, listed.marker)
            sure = only and len(parts) in (numbered, number) and told is Extent.ALL
            reason = f"“{whole.fact.label}”{listed.marker.strip('：:')}所列各项"
            yield sum_of(parts, whole, reason, told, sure=sure)


def _is_plain(listed: Listed, whole: Mention, parts: Sequence[Mention]) -> bool:
    """Say whether a colon right behind the whole opens a list of nothing but its parts: 57 所：村小 37 所、完小 20 所."""
    opened = words_between(listed.text, whole, listed.item).lstrip()[:1] in ("：", ":")
    between = [
        m
        for m in listed.statement.own
        if not m.depth and parts[0].fact.start <= m.fact.start <= parts[-1].fact.start
    ]
    return opened and between == list(parts)


def _is_left_over(whole: Mention, listed: Listed) -> bool:
    """Say whether a figure is what was left over, and less than the first item: 支出 A，结余 B。按用途分，… is of A."""
    left = _LEFT_OVER.search(normal(whole.lead)) is not None
    return left and whole.fact.quantity.in_base < listed.item.fact.quantity.in_base


def _is_divided(listed: Listed, item: Mention) -> bool:
    """Say whether a word of dividing leads in parts that tell no stage of their own: 支出 A，按用途分，人员 B、设备 C."""
    return not item.own_measure and _DIVIDED.search(listed.marker) is not None


def _is_next(listed: Listed, whole: Mention, first_at: int, left_over: Sequence[Mention]) -> bool:
    """Say whether no figure of any kind that is summed stands between the whole and the list.

    What the whole is only held against (a plan, last year's figure, the change) does not count, nor what of it was left over, nor how many parts
    there are (共安排 4 个项目：).
    """
    back = [m for m in of_kind(listed.statement.before, *_SUMMED) if m.depth == 0]
    before = [*back, *listed.own[:first_at]]
    for mention in reversed(before):
        if mention is whole:
            return True
        if (
            not mention.lead.strip()
            and mention.fact.kind is FactKind.COUNT
            and not same_unit(mention.fact, whole.fact)
        ):
            continue  # 214 件 301 人: the same, counted otherwise
        number = (
            mention is before[-1]
            and mention.fact.kind is FactKind.COUNT
            and not same_unit(mention.fact, whole.fact)
        )
        if not (number and number_of_parts(words_between(listed.text, whole, listed.item))) and not (
            mention in left_over or is_base(mention) or is_aside(mention) or AVERAGE.search(mention.lead)
        ):
            return False
    return False


def _is_beside(listed: Listed, whole: Mention) -> bool:
    """Say whether a part of the sentence before stands beside the list: 其中甲线 A 万元。乙、丙、丁三线分别为 ….."""
    return whole not in listed.own and normal(whole.lead).startswith("其中")


def _is_planned(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Say whether parts of a budget are only called 支出: 预算总额 2.70 万元，其中，接待费支出 1.20 万元."""
    return whole.fact.measure in BUDGETS and all(map(is_only_called_spending, parts))


def _one_measure(whole: Mention, item: Mention) -> bool:
    """Say whether whole and part are of one stage; how many there are at the end, or came, is how many there are."""
    ended = item.fact.measure is None and whole.fact.measure in ("closing", "increase")
    return whole.fact.measure == item.fact.measure or (ended and whole.fact.kind is FactKind.COUNT)


def _over_semicolons(text: str, parts: Sequence[Mention]) -> bool:
    return bool(re.search("[；;]", text[parts[0].fact.start : parts[-1].fact.start]))
