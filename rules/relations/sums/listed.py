"""A list in a statement: the word that opens it, what stands before that, its items, and the parts of a whole they may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, gap, is_more, of_kind, same_unit
from rules.relations.sums.completeness import Extent, is_mostly_told, name_of
from rules.relations.sums.items import (
    BY_CLASS,
    composed,
    fits_stage,
    groups,
    is_full_mark,
    is_joined,
    is_used_for,
    is_year,
    number_of_parts,
    of_one_stage,
    outside_brackets,
    without_repeated,
)

_MARKER = re.compile(
    r"按(?:季度?|月份?|年度|批次|期次|镇街|街道|乡镇|地区|区域|年级|等级|级别|类别|渠道)(?:依次|分别)(?:为|是)|"
    r"其中|包括|包含|主要是|主要为|主要用于|分别(?:为|是)?(?!占|增|减|下降|上升)|(?<![得评部])分为|由.{0,30}(?:构成|组成)|"
    r"具体(?:为|是|包括|构成)|(?:构成|组成|明细|情况)(?:为|是|如下)?[:：]|"
    r"按[^，。；]{1,14}(?:分类|划分|分|看)(?=[，：:])|(?:分|从)[^，。；\d]{1,12}看(?=[，：:])|"
    rf"按[^，。；\d]{{2,10}}(?=[：:])|{BY_CLASS}|分[两二三四五六七八九十][^，。；\d]{{1,8}}(?=[，：:])|"
    r"即(?![使将可日便刻时期每为按])(?=[\u4e00-\u9fff])|"
    r"由(?=[^，。；\d]{2,10}(?:安排|承担|分担|负担|解决|补助|筹集|列支|统筹)$)|(?:主要)?来源(?:为|于|是|主要为)|"
    r"由[^，。；\d]{0,8}(?:[两二三四]级|各级|多级|共同|多渠道|[两二三四]方|按比例)[^，。；\d]{0,6}(?:安排|承担|分担|负担|解决|补助|筹集|列支|统筹|保障)[，：:]|一是(?=[\u4e00-\u9fff]{2})|"
    r"(?:(?<=[\u4e00-\u9fff]{2}[^其年集当途过中高初])|(?<![\u4e00-\u9fff])(?:支出|收入|投资|成本|费用|人员|职工))中(?![央心标小型期级国层介医共学职草药午旬转止断部文等])[，：:]?(?=[\u4e00-\u9fff]{2})|含|[:：]|①"
)
_SO_MANY = re.compile("[两二三四五六七八九]个?(?:部分|方面)(?:构成|组成)")
_ROW = re.compile("按.+(?:依次|分别)[为是]")
_JOINED = ("、", "，", "和", "与", "及")
_TITLE = re.compile(
    r"(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．]\s*)?(?P<name>[\u4e00-\u9fff“”]{2,12})。(?P<rest>[^，。；\d]{2,20})$"
)
AVERAGE = re.compile(r"[人户亩件次]均|平均|每[\u4e00-\u9fff]{1,5}$|(?:标准|单价)[为是]?$")
"""Amounts for each of something, which are no parts of a sum."""
_MOST_PARTS = 12
_DIVISION = re.compile("按|从|分(?!别|为)")
_NAME_ALONE = re.compile("(?![^，]*[和与及])[\u4e00-\u9fff]{2,8}")
_AMONG = re.compile("(?<![其年集当途过高初])中$")
"""其中市级完成的 4068 批次中，A …、B …: what stands behind 其中 is broken up by what follows."""
_AMONG_IT = re.compile(r"(?<=^[\u4e00-\u9fff]{2})中[，,：:](?=[\u4e00-\u9fff]{2})")
_OF_LEVEL = re.compile("(?:本级|上级|中央|[省市县区]级)")
_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list in a statement: its figures ``own``, its first item, the word that opens it and the words before that.

    ``mates`` are the figures in another unit that name its items: 受理 214 件 301 人，其中批准 126 件 168 人、不批准 88 件 133 人.
    """

    text: str
    statement: Statement
    own: Sequence[Mention]
    at: int
    marker: str
    name: str
    groups: Sequence[Sequence[Mention]]
    composed: bool = False
    mates: Sequence[Mention] = ()

    @property
    def item(self) -> Mention:
        """Return the first item."""
        return self.own[self.at]


def sum_of(
    parts: Sequence[Mention],
    whole: Mention,
    reason: str,
    told: Extent,
    *,
    sure: bool = False,
    marker: str = "",
) -> Reading:
    """Return the reading that the parts make the whole, as strong as they are told to be all of it."""
    facts = tuple(part.fact for part in parts)
    if told is Extent.SOME and sure and marker == "其中" and is_more(parts[0], whole):
        # 在岗 6 人，其中技术人员 9 人、女职工 2 人: what may overlap is none the less a part.
        reason = f"“{facts[0].label}”是“{whole.fact.label}”的一部分"
        return Reading(
            RelationKind.SUM, Operation.SUM, facts[:1], whole.fact, reason, sure=True, open_ended=True
        )
    return Reading(
        RelationKind.SUM,
        Operation.SUM,
        facts,
        whole.fact,
        reason,
        sure=sure and told is not Extent.SOME,
        open_ended=told is not Extent.ALL,
        alarms=told is not Extent.SOME,
        doubtful=sure and (told is Extent.USUAL or is_mostly_told(facts, whole.fact, told, marker)),
    )


def is_division(listed: Listed) -> bool:
    """Say whether a list divides its whole by something, and may be one of several divisions of it: 按血型分."""
    return _DIVISION.match(listed.marker) is not None


def of_what_others_divide(
    listed: Listed, readings: Sequence[Reading], divided: Mapping[str | None, int]
) -> list[Reading]:
    """Make sure the first reading of the figure that other divisions of the same statement add up to.

    按血型分：…；按献血次数分：…；按方式分：…: they all divide one figure, wherever the paragraph told it.
    """
    if not is_division(listed) or any(r.holds() or r.sure for r in readings):
        return list(readings)
    shown = [r for r in readings if divided[r.stated.id] and not r.open_ended and r.alarms]
    return [replace(r, sure=True, firm=r.exceeds()) if shown and r is shown[0] else r for r in readings]


def lists_of(text: str, statement: Statement) -> Iterator[Listed]:
    """Yield the lists of a statement: a listing word before an item, and the figures behind it."""
    every = [m for m in of_kind(statement.own, *_SUMMED) if m.depth == 0]
    own = [m for m in every if m is every[0] or not AVERAGE.search(m.lead)]
    own = [m for m in own if not m.tail.startswith("/")]  # 5.36 批次/千人
    for at, item in enumerate(own):
        words = outside_brackets(gap(text, own[at - 1] if at else None, item))
        if at and not words.strip() and _is_count_of_another(own[at - 1], item):
            yield from _paired(text, statement, own, at)
            continue
        parts = composed(text, own, at)
        if parts:
            name = re.split("[由为](?=[^由为]*$)", words)[0]
            yield Listed(text, statement, own, at, "由", name, [parts], composed=True)
            continue
        title = None if at else _title(text, item)
        if title is not None:
            yield Listed(text, statement, own, at, "其中", title, groups(text, own, at))
            continue
        found = [m for m in _MARKER.finditer(words) if _leads_to(words[m.end() :])]
        found = found or [m for m in _AMONG_IT.finditer(words) if at and _leads_to(words[m.end() :])]
        named = (
            item.own_subject
            or is_year(item)
            or (item.fact.kind is FactKind.COUNT and (item.tail or name_of(item)))
            or is_used_for(item)
            or _OF_LEVEL.match(name_of(item))
        )
        told = named or "分别" in words or "依次" in words or _SO_MANY.search(words)
        if not found or not told or _AMONG.search(re.split("[、和及与]", item.tail)[0]):
            continue
        marks = [m.group() for m in found]
        marker = marks[-2] if marks[-1] in ("：", ":") and len(marks) > 1 else marks[-1]
        counted = _SO_MANY.search(words) is not None
        name = words[: found[0].start()]
        yield Listed(text, statement, own, at, marker, name, groups(text, own, at), composed=counted)


def _is_count_of_another(mate: Mention, item: Mention) -> bool:
    """Say whether a number without words is told right behind one in another unit: 126 件 168 人."""
    counts = mate.fact.kind is item.fact.kind is FactKind.COUNT
    return counts and not item.lead.strip() and not same_unit(mate.fact, item.fact)


def _paired(text: str, statement: Statement, own: Sequence[Mention], at: int) -> Iterator[Listed]:
    """Yield the list of second numbers whose first ones are the items that a listing word leads in."""
    words = outside_brackets(gap(text, own[at - 2] if at > 1 else None, own[at - 1]))
    found = [m for m in _MARKER.finditer(words) if _leads_to(words[m.end() :])]
    places = [n for n in range(at, len(own)) if own[n].sentence == own[at].sentence]
    pairs = [(own[n - 1], own[n]) for n in places if _is_count_of_another(own[n - 1], own[n])]
    items = [item for _, item in pairs if same_unit(item.fact, own[at].fact)]
    if found and len(items) == len(pairs) > 1 and items[-1] is own[places[-1]]:
        mates = [mate for mate, _ in pairs]
        yield Listed(text, statement, own, at, found[-1].group(), "", [items], composed=True, mates=mates)


def _title(text: str, item: Mention) -> str | None:
    """Return the name in a sentence of its own that opens a paragraph right before its first item: 2、项目支出。A …；B …."""
    before = text[text.rfind("\n", 0, item.fact.start) + 1 : item.fact.start]
    found = _TITLE.match(before)
    named = item.own_subject and found is not None and found["rest"].strip() == item.lead
    return found["name"] if found is not None and named else None


def _leads_to(words: str) -> bool:
    """Say whether a listing word leads to the figure: no clause of its own stands between them."""
    return not re.search("[，,；;]", words.lstrip("，：: ,"))


def parts_of(listed: Listed, whole: Mention) -> list[list[Mention]]:
    """Return the sets of parts that the list may give of a whole, the likeliest first."""
    found: list[list[Mention]] = []
    for group in listed.groups:
        # What stands between 由 and 构成 is a part, whatever it is called; so is what 、 joins to one.
        parts = [
            m
            for at, m in enumerate(group)
            if m is not whole
            and (
                listed.composed
                or fits_stage(m, whole, listed.item)
                or (at and is_joined(listed.text, group[at - 1], m))
                or (at and _is_dealt(listed, group[at - 1], m))
            )
        ]
        parts = [m for m in parts if not is_full_mark(listed.text, m)]
        parts = [m for m in parts if not _only_names_the_next(listed, m)]
        count = number_of_parts(words_between(listed.text, whole, listed.item)) if listed.composed else None
        if count is not None:
            alike = [m for m in parts if m.depth == listed.item.depth and same_unit(m.fact, listed.item.fact)]
            parts = alike[:count]
        else:
            parts = without_repeated(of_one_stage(parts, whole))
        if 2 <= len(parts) <= _MOST_PARTS and parts not in found:
            found.append(parts)
    return found


def _only_names_the_next(listed: Listed, mention: Mention) -> bool:
    """Say whether a number only tells who the next is of, which nothing parts from it: 其中 4 个乡镇 43 个，县本级 2 个."""
    at = listed.own.index(mention) + 1 if mention in listed.own else 0
    follow = listed.own[at] if 0 < at < len(listed.own) else None
    if follow is None or mention.fact.kind is not FactKind.COUNT or not same_unit(follow.fact, mention.fact):
        return False
    between = outside_brackets(words_between(listed.text, mention, follow)).strip()
    return _NAME_ALONE.fullmatch(re.sub(r"\s", "", between)) is not None


def _is_dealt(listed: Listed, one: Mention, other: Mention) -> bool:
    """Say whether a figure without a name goes on in a row of such: 按季度依次为 62415 件、64980 件、71206 件和 63170 件."""
    return _ROW.fullmatch(listed.marker) is not None and words_between(listed.text, one, other) in _JOINED


def unnamed_row(listed: Listed) -> list[Mention]:
    """Return the figures of a row that 、 and 和 alone part: 三个子项预算分别为 68 万元、45 万元、32 万元."""
    row = [listed.item]
    for mention in listed.groups[0][1:]:
        if words_between(listed.text, row[-1], mention).strip() not in _JOINED:
            break
        row.append(mention)
    return row


def words_before(listed: Listed) -> str:
    before = listed.own[listed.at - 1] if listed.at else None
    return gap(listed.text, before, listed.item)


def words_between(text: str, whole: Mention, item: Mention) -> str:
    return text[whole.fact.evidence.end or whole.fact.start : item.fact.start]
