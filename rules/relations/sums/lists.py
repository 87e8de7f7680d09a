"""Sums that the words of a sentence assert: brackets, 其中, 包括, 分别为, 由…构成, 按…分, and 合计 after its parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.relations.build import Relations
from rules.relations.judging.judge import Operation
from rules.relations.reading import Reading
from rules.relations.relation import RelationKind
from rules.relations.sentence import Statement, gap, is_base, of_kind, same_unit
from rules.relations.sums.completeness import (
    Extent,
    exhaustive,
    extent,
    is_mostly_told,
    name_of,
    takes_in_the_rest,
)
from rules.relations.sums.items import (
    composed,
    earlier_divisions,
    fits_stage,
    groups,
    is_full_mark,
    is_joined,
    is_tight,
    is_year,
    linked,
    number_of_parts,
    of_one_stage,
    opens_inner,
    outside_brackets,
)
from rules.relations.sums.wholes import far_wholes, is_aside, is_called, named_wholes, wholes

_OPEN_WORDS = ("其中", "含", "包括", "主要是", "主要为", "主要用于", "主要包括")
_MARKER = re.compile(
    r"按(?:季度?|月份?|年度|批次|期次|镇街|街道|乡镇|地区|区域|年级|等级|级别|类别|渠道)(?:依次|分别)(?:为|是)|"
    r"其中|包括|包含|主要是|主要为|主要用于|分别(?:为|是)?(?!占|增|减|下降|上升)|(?<![得评部])分为|由.{0,30}(?:构成|组成)|"
    r"具体(?:为|是|包括|构成)|(?:构成|组成|明细|情况)(?:为|是|如下)?[:：]|"
    r"按[^，。；]{1,14}(?:分类|划分|分|看)(?=[，：:])|(?:分|从)[^，。；\d]{1,12}看(?=[，：:])|"
    r"按[^，。；\d]{2,10}(?=[：:])|分[两二三四五六七八九十][^，。；\d]{1,8}(?=[，：:])|"
    r"由(?=[^，。；\d]{2,10}(?:安排|承担|分担|负担|解决|补助|筹集|列支|统筹)$)|(?:主要)?来源(?:为|于|是|主要为)|"
    r"由[^，。；\d]{0,8}(?:[两二三四]级|各级|多级|共同|多渠道|[两二三四]方|按比例)[^，。；\d]{0,6}(?:安排|承担|分担|负担|解决|补助|筹集|列支|统筹|保障)[，：:]|一是(?=[\u4e00-\u9fff]{2})|"
    r"(?:(?<=[\u4e00-\u9fff]{2}[^其年集当途过中])|(?<![\u4e00-\u9fff])(?:支出|收入|投资|成本|费用|人员|职工))中(?![央心标小型期级国层介医共学职草药午旬转止断部文等])[，：:]?(?=[\u4e00-\u9fff]{2})|含|[:：]|①"
)
_ROW = re.compile("按.+(?:依次|分别)[为是]")
_JOINED = ("、", "，", "和", "与", "及")
_FAR = re.compile(r"^(?:按|分|从|构成|组成|明细|情况|具体|由|中)")
"""Listing words whose whole may stand in another paragraph of the section."""
_TITLE = re.compile(
    r"(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)、.．]\s*)?(?P<name>[\u4e00-\u9fff“”]{2,12})。(?P<rest>[^，。；\d]{2,20})$"
)
_AVERAGE = re.compile(r"[人户亩件次]均|平均|每[\u4e00-\u9fff]{1,5}$|(?:标准|单价)[为是]?$")
"""Amounts for each of something, which are no parts of a sum."""
_SUMMED = (FactKind.AMOUNT, FactKind.COUNT)
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class _List:
    """A list in a statement: its figures ``own``, its first item, the word that opens it and the words before that."""

    text: str
    statement: Statement
    own: Sequence[Mention]
    at: int
    marker: str
    name: str
    groups: Sequence[Sequence[Mention]]
    composed: bool = False

    @property
    def item(self) -> Mention:
        """Return the first item."""
        return self.own[self.at]


def find_lists(
    text: str, mentions: Sequence[Mention], statements: Sequence[Statement], relations: Relations
) -> None:
    """Assert the sums of running text. ``text`` is the canonical text of the document."""
    _brackets(text, mentions, relations)
    for statement in statements:
        for listed in _lists(text, statement):
            relations.choose([*_named(listed), *_near(listed), *_far(listed)])


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
        relations.choose([_sum(parts, whole, reason, told, sure=True)])


def _is_part(part: Mention, whole: Mention) -> bool:
    if not same_unit(part.fact, whole.fact) or part.range_end:
        return False
    return (
        not part.own_measure
        or part.fact.measure in (None, whole.fact.measure)
        or part.fact.kind is FactKind.COUNT
    )


def _sum(
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


def _lists(text: str, statement: Statement) -> Iterator[_List]:
    """Yield the lists of a statement: a listing word before an item, and the figures behind it."""
    every = [m for m in of_kind(statement.own, *_SUMMED) if m.depth == 0]
    own = [m for m in every if m is every[0] or not _AVERAGE.search(m.lead)]
    for at, item in enumerate(own):
        words = outside_brackets(gap(text, own[at - 1] if at else None, item))
        parts = composed(text, own, at)
        if parts:
            name = re.split("[由为](?=[^由为]*$)", words)[0]
            yield _List(text, statement, own, at, "由", name, [parts], composed=True)
            continue
        title = None if at else _title(text, item)
        if title is not None:
            yield _List(text, statement, own, at, "其中", title, groups(text, own, at))
            continue
        found = [m for m in _MARKER.finditer(words) if _leads_to(words[m.end() :])]
        named = (
            item.own_subject
            or is_year(item)
            or (item.fact.kind is FactKind.COUNT and (item.tail or name_of(item)))
        )
        if not found or not (named or "分别" in words or "依次" in words):
            continue
        marks = [m.group() for m in found]
        marker = marks[-2] if marks[-1] in ("：", ":") and len(marks) > 1 else marks[-1]
        yield _List(text, statement, own, at, marker, words[: found[0].start()], groups(text, own, at))


def _title(text: str, item: Mention) -> str | None:
    """Return the name in a sentence of its own that opens a paragraph right before its first item: 2、项目支出。A …；B …."""
    before = text[text.rfind("\n", 0, item.fact.start) + 1 : item.fact.start]
    found = _TITLE.match(before)
    named = item.own_subject and found is not None and found["rest"].strip() == item.lead
    return found["name"] if found is not None and named else None


def _leads_to(words: str) -> bool:
    """Say whether a listing word leads to the figure: no clause of its own stands between them."""
    return not re.search("[，,；;]", words.lstrip("，：: ,"))


def _parts(listed: _List, whole: Mention) -> list[list[Mention]]:
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
        parts = of_one_stage(parts, whole)
        if 2 <= len(parts) <= _MOST_PARTS and parts not in found:
            found.append(parts)
    return found


def _is_dealt(listed: _List, one: Mention, other: Mention) -> bool:
    """Say whether a figure without a name goes on in a row of such: 按季度依次为 62415 件、64980 件、71206 件和 63170 件."""
    return _ROW.fullmatch(listed.marker) is not None and _words_between(listed.text, one, other) in _JOINED


def _named(listed: _List) -> Iterator[Reading]:
    """项目支出追加分别为：… breaks up the only figure that those before give of 项目支出, in a bracket or not."""
    for whole, only in named_wholes(listed.statement, listed.item, listed.name):
        every = _parts(listed, whole)
        for parts in every:
            told = extent(listed.text, whole, parts, listed.marker)
            sure = only and told is Extent.ALL and len(every) == 1 and listed.marker not in ("：", ":")
            yield _sum(parts, whole, f"“{whole.fact.label}”所列各项", told, sure=sure)


def _near(listed: _List) -> Iterator[Reading]:
    """A figure, then a listing word: what follows breaks it up, to the semicolon or to the end."""
    item = listed.item
    first_at = earlier_divisions(listed.text, listed.own, listed.at)
    possible = wholes(listed.statement, listed.own, listed.at, first_at)
    found: list[tuple[int, Reading]] = []
    for rank, whole in enumerate(possible):
        every = _parts(listed, whole)
        for order, parts in enumerate(every):
            told = extent(listed.text, whole, parts, listed.marker)
            first = rank == order == 0
            next_to = not rank and not is_aside(whole) and _is_next(listed, whole, first_at)
            closed = told is Extent.ALL and (
                takes_in_the_rest(parts[-1]) or exhaustive(whole.fact, [part.fact for part in parts])
            )
            one_run = (len(every) == 1 or (not order and (closed or is_tight(listed.text, parts)))) and (
                told is Extent.ALL or not _over_semicolons(listed.text, parts)
            )
            clear = first and next_to and (listed.composed or _one_measure(whole, item)) and one_run
            numbered = number_of_parts(_words_between(listed.text, whole, item))
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
            found.append((rank + order, _sum(parts, whole, reason, told, sure=sure, marker=listed.marker)))
    yield from (reading for _, reading in sorted(found, key=lambda entry: entry[0]))
    run = [m for m in linked(listed.text, listed.groups[0]) if possible and fits_stage(m, possible[0], item)]
    if 2 <= len(run) < len(listed.groups[0]):
        reason = f"“{possible[0].fact.label}”{listed.marker.strip('：:')}所列各项"
        yield _sum(run, possible[0], reason, Extent.SOME)


def _far(listed: _List) -> Iterator[Reading]:
    """按支出性质分，…: breaks up a grand total that the section stated before."""
    if not _FAR.match(listed.marker):
        return
    numbered = number_of_parts(gap(listed.text, None, listed.item))
    for whole, only in far_wholes(listed.statement, listed.item, listed.name):
        every = _parts(listed, whole)
        for parts in every:
            told = extent(listed.text, whole, parts, listed.marker)
            counted = numbered == len(parts)
            sure = only and counted and told is Extent.ALL and len(every) == 1
            reason = f"“{whole.fact.label}”{listed.marker.strip('：:')}所列各项"
            yield _sum(parts, whole, reason, told, sure=sure)


def _is_plain(listed: _List, whole: Mention, parts: Sequence[Mention]) -> bool:
    """Say whether a colon right behind the whole opens a list of nothing but its parts: 57 所：村小 37 所、完小 20 所."""
    opened = _words_between(listed.text, whole, listed.item).lstrip()[:1] in ("：", ":")
    between = [
        m
        for m in listed.statement.own
        if not m.depth and parts[0].fact.start <= m.fact.start <= parts[-1].fact.start
    ]
    return opened and between == list(parts)


def _is_next(listed: _List, whole: Mention, first_at: int) -> bool:
    """Say whether no figure of any kind that is summed stands between the whole and the list.

    What the whole is only held against (a plan, last year's figure, the change) does not count, nor how many parts
    there are (共安排 4 个项目：).
    """
    back = [m for m in of_kind(listed.statement.before, *_SUMMED) if m.depth == 0]
    before = [*back, *listed.own[:first_at]]
    for mention in reversed(before):
        if mention is whole:
            return True
        number = (
            mention is before[-1]
            and mention.fact.kind is FactKind.COUNT
            and not same_unit(mention.fact, whole.fact)
        )
        if not (number and number_of_parts(_words_between(listed.text, whole, listed.item))) and not (
            is_base(mention) or is_aside(mention) or _AVERAGE.search(mention.lead)
        ):
            return False
    return False


def _one_measure(whole: Mention, item: Mention) -> bool:
    """Say whether whole and part are of one stage; how many there are at the end, or came, is how many there are."""
    ended = item.fact.measure is None and whole.fact.measure in ("closing", "increase")
    return whole.fact.measure == item.fact.measure or (ended and whole.fact.kind is FactKind.COUNT)


def _over_semicolons(text: str, parts: Sequence[Mention]) -> bool:
    return bool(re.search("[；;]", text[parts[0].fact.start : parts[-1].fact.start]))


def _words_between(text: str, whole: Mention, item: Mention) -> str:
    return text[whole.fact.evidence.end or whole.fact.start : item.fact.start]
