"""Which figures behind a listing word are the parts: to the first semicolon, over it, or one of every segment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rules.facts.fact import FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.sentence import Statement, gap, is_base, same_unit
from rules.relations.sums.completeness import name_of, takes_in_the_rest

BY_CLASS = r"按[^，。；：:\d]{0,8}(?:层次|类[别型]|性质|性别|年龄|民族|学历|学段|年级|等级|级别|级次|用途|作物|险种|病种|行业|区域|渠道|来源|主体)(?=[，,])"
"""按录取层次，…: classes that nothing but a comma parts from the first of them."""
_NESTED = re.compile(r"其中|包括|包含|分别为|分别是|主要[是为有]|用于|由.{0,30}(?:构成|组成)")
_ASIDE = re.compile(
    r"其中|包括|包含|主要|用于|[较比]上?年|同比|占|执行率|完成率|上年|增[加长]|减少|下降|预算"
)
"""A segment with one of these goes on about the part before it."""
_STATES = ("离休", "退休", "在职", "离退休")
"""Kinds of people that are also words of coming and going."""
_SHORT_NAMES = ("男", "女")
_KEPT = re.compile("^(?:原有|借用|租用|自有|留用|续用|利旧|存量)|(?:借用|租用|调剂|原有)$")
_NEW = re.compile("^(?:新购|新增|新建|新招|新聘|新签|新添|新采购|新配)|(?:新购|新增|新采购)$")
_AGES = re.compile(r"[至到]?周?岁(?:[及（(]?(?:含)?[）)]?以[上下]|以[上下])?(?:的|人员)?")
"""What stands between the ages of a band and its number: 36至50岁171人, 18—25岁19863人次."""
_YEAR_ALONE = re.compile(r"(?:其中)?20\d\d年度?")
_SCORED = re.compile(r"[，,]?(?:实际)?(?:自评)?(?:得|扣)")
_GOES_BEYOND = re.compile(
    "(?:^|[，,；;。])(?:再)?(?:加上|另加|减去|扣除|以上)|合计|共计|总计|相加|[两二三]者|空[编缺]|缺编|超编|[和与及][^，。；\\d]{1,8}共(?:有|为|计)?$|(?:^|[，,；;。])(?:现有|实有)"
)
"""Words that add something to the whole, sum up, or say how it is filled: no item of the list any more."""
_TIME = re.compile(
    r"(?:^|[，,；;。])(?:第?[一二三四]季度|上半年|下半年|前三季度|全年|截[至止]|\d{1,2}月|\d{1,2}[—\-－–~～至]\d{1,2}月)"
)
"""Another stretch of the year is no item of what one stretch is made of."""
_DIVIDES = re.compile(
    rf"(?:^|[，,；;。])(?:再)?(?:按[^，。；：:\d]{{1,14}}(?:分类|划分|分|看)[，：:]|按[^，。；：:\d]{{2,10}}[：:]|{BY_CLASS}|(?:分|从)[^，。；：:\d]{{1,12}}看[，：:])"
)
"""A division by something else breaks up the same whole anew (按等级：…；按起因：…)."""
_NUMBERED = re.compile(
    r"(?:^|[，,；;。：:\s])(?:[一二三四五六七八九十]{1,2}[是、]|[（(]?\d{1,2}[）)、.．](?!\d))"
)
"""…，其中运行费 A 万元，…，三、公务接待费 B 万元: what is numbered goes on with what the list is an item of."""
_CLAUSE = re.compile("[；;。]")
_INSIDE = re.compile("其中|(?<![集央当年高初])中(?![央心标小型期级国层介医共学职草药])")
"""按责任分，较大火灾中：… breaks up one of the items."""
_OPENING = re.compile("(?:其中|包括)?[：:，,]?")
_YEAR = re.compile(r"^(?:20\d\d年|当年|本年)")
_STATE = re.compile("(?:^|[，,；;。])(?:均)?(?:已|尚|仍|正在)")
"""What has become of things goes on about them (其中有效投诉 100 件，已办结 98 件), unless the list is of that."""
_DUE = re.compile(r"应([\u4e00-\u9fff]{1,3})$")
_DONE = re.compile(r"(?:实际|实|已)([\u4e00-\u9fff]{1,3})$")
_INNER = re.compile(r"包括|包含|用于")
_COMPOSED = re.compile(r"(由|为)([^，。；、]{2,24})$")
_COMPOSED_END = re.compile(
    r"^(?:（[^（）]*）)?[^，。；\d]{0,8}(?:构成|组成|之和)|^[^，。；\d]{0,4}[两二三四五六七八九十\d]+(?:个)?部分"
)

_NUMERALS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_NUMBER_OF_PARTS = re.compile(
    r"(?:分为?|共|由)([两二三四五六七八九十])(?:个|大|部分|类|批|期|段|级)|"
    r"(?:共|分|安排|包括|涉及|设|由|实施|投向)[^，。；：\d]{0,6}?(\d{1,2}|[两二三四五六七八九十])(?:个|项|类|大类|批|期|笔|家|所|部分)[^，。；：\d]{0,8}(?=[：:])"
)
"""分三个标段实施, 共安排 4 个项目：the number of the parts that follow."""


def groups(text: str, own: Sequence[Mention], at: int) -> list[list[Mention]]:
    """Return the stretches that the list at ``at`` may cover, the likeliest first.

    To the first semicolon or inner list; on without the inner lists; on to the end; one part of every segment.
    """
    item = own[at]
    short: list[Mention] = [item]
    skipping: list[Mention] = [item]
    every: list[Mention] = [item]
    ended = nested = False
    for index in range(at + 1, len(own)):
        mention = own[index]
        if not _goes_with(mention, item):
            continue
        between = outside_brackets(gap(text, own[index - 1], mention))
        if _is_beyond(between, item):
            break
        stop = bool(re.search("[；;]", between))
        inner = bool(_NESTED.search(between))
        nested = inner or (nested and not stop)
        if inner or stop:
            ended = True
        if not ended:
            short.append(mention)
        if not nested:
            skipping.append(mention)
        every.append(mention)
    found = [short]
    for group in (skipping, every, _segments(text, own, at, "[；;]"), _segments(text, own, at, "[，,；;]")):
        if group not in found:
            found.append(group)
    return found


def earlier_divisions(text: str, own: Sequence[Mention], at: int) -> int:
    """Return where the first of the divisions of one whole begins that the one whose first item is at ``at`` goes on.

    按等级：A 8 起，B 3 起；按起因：… The items of the first are no wholes of the second. ``at``, where it goes on none.
    """
    between = [outside_brackets(gap(text, own[n - 1] if n else None, own[n])) for n in range(at + 1)]
    opening = [n for n, words in enumerate(between) if _opens_division(words)]
    first = at if at in opening else 0
    while earlier := [n for n in opening if n < first]:
        one = earlier[-1]
        # A figure in a clause of its own between the two may be the whole of the second.
        if not _CLAUSE.search(between[first]) or any(map(_CLAUSE.search, between[one + 1 : first])):
            break
        first = one
    return first if at in opening else at


def _opens_division(words: str) -> bool:
    found = _DIVIDES.search(words)
    return found is not None and not _INSIDE.search(words[found.end() :])


def number_of_parts(words: str) -> int | None:
    """Return how many parts the words before a list announce (分三个标段实施), None where they do not say."""
    found = _NUMBER_OF_PARTS.search(words)
    word = "" if found is None else found.group(1) or found.group(2)
    return None if not word else _NUMERALS.get(word) or int(word)


def composed(text: str, own: Sequence[Mention], at: int) -> list[Mention]:
    """Return the parts of X 由 A…、B…和 C…构成, whose first is at ``at``; none where it is no such list."""
    if not _COMPOSED.search(outside_brackets(gap(text, own[at - 1] if at else None, own[at]))):
        return []
    parts = [own[at]]
    for mention in own[at + 1 :]:
        if not _goes_with(mention, own[at]):
            continue
        parts.append(mention)
        if _COMPOSED_END.match(text[mention.fact.evidence.end or mention.fact.start :][:40]):
            return parts
    return []


def fits_stage(mention: Mention, whole: Mention, item: Mention) -> bool:
    """Leave out the other stages that the clause of an item goes on to state (支出, 结余)."""
    if mention is item or name_of(mention) in (
        _STATES if mention.fact.kind is FactKind.AMOUNT else (*_STATES, "执行")
    ):
        return True
    if _are_kept_and_new(mention, item):
        return True
    if takes_in_the_rest(mention):
        return not mention.own_measure or mention.fact.measure in (whole.fact.measure, item.fact.measure)
    if is_used_for(mention) and is_used_for(item):
        return True
    if mention.own_measure and not mention.own_subject:
        return False
    if mention.fact.measure == whole.fact.measure or mention.fact.measure == item.fact.measure:
        name = name_of(mention)
        return (
            mention.own_subject
            or "分别" in mention.lead
            or name in _SHORT_NAMES
            or is_year(mention)
            or _AGES.fullmatch(name) is not None
        )
    return False


def _are_kept_and_new(one: Mention, other: Mention) -> bool:
    """Say whether of two items one was there before or is another's, and one is new: 借用 103 台、新购 262 台."""
    names = name_of(one), name_of(other)
    return any(_KEPT.search(a) and _NEW.search(b) for a, b in (names, names[::-1]))


def of_one_stage(parts: Sequence[Mention], whole: Mention) -> list[Mention]:
    """Leave out what was due where what was done of it is told too, or the other way round: 生猪应免 A 头、实免 B 头；…."""
    due = [m for m in parts if _DUE.search(name_of(m))]
    done = [
        m
        for m in parts
        if (found := _DONE.search(name_of(m))) is not None
        and any(name_of(other).endswith("应" + found.group(1)) for other in due)
    ]
    if not done:
        return list(parts)
    other = done if _DUE.search(name_of(whole)) else due
    return [m for m in parts if m not in other]


def without_repeated(parts: Sequence[Mention]) -> list[Mention]:
    """Leave out what is told under one name of several items: 受理甲类 68 件，结案 38 件；受理乙类 925 件，结案 440 件."""
    names = [normal(m.lead) for m in parts]
    again = {name for name in names if name and names.count(name) > 1}
    once = [m for m, name in zip(parts, names, strict=True) if name not in again]
    of_each = len(again) == 1 and parts[0] in once and len(parts) - len(once) <= len(once)
    return once if of_each else list(parts)


def outside_divisions(text: str, possible: Sequence[Mention], statement: Statement) -> list[Mention]:
    """Leave out the items of divisions that statements before made, where this one divides the same whole anew."""
    firsts = {m.statement: m for m in reversed(statement.near)}
    dividing = {n for n, m in firsts.items() if _opens_division(outside_brackets(gap(text, None, m)))}
    if statement.own[0].statement not in dividing:
        return list(possible)
    return [m for m in possible if m.statement not in dividing or m in statement.own]


def opens_inner(text: str, own: Sequence[Mention], parts: Sequence[Mention]) -> bool:
    """Say whether one of the parts only breaks up the part before it: 其中出国专项 A 元，用于国际旅费 B 元、住宿费 C 元."""
    later = parts[1:]
    return any(
        mention in later
        and _INNER.search(re.split("[；;]", outside_brackets(gap(text, before, mention)))[-1])
        for before, mention in pairwise(own)
    )


def is_full_mark(text: str, mention: Mention) -> bool:
    """Say whether a score is what a class can reach, told before what it reached: 投入 15 分，得 14.5 分."""
    end = mention.fact.evidence.end or mention.fact.start
    return mention.fact.kind is FactKind.SCORE and _SCORED.match(text[end : end + 6]) is not None


def is_joined(text: str, one: Mention, other: Mention) -> bool:
    """Say whether 、 or 和 joins a figure to the one before, by a name that only ends like a stage: 、日常开支 203 万元."""
    between = text[one.fact.evidence.end or one.fact.start : other.fact.start]
    named = re.match(
        r"^(?:[、和与及]|以及)[^，。；、]{2,}(?:支出|开支|结余|收入)$", outside_brackets(between).strip()
    )
    return named is not None and other.own_subject


def is_tight(text: str, parts: Sequence[Mention]) -> bool:
    """Say whether 、 and 和 alone part the items of a list, and a comma or more closes it: A 576 人、B 127 人；…."""
    between = [text[a.fact.evidence.end or a.fact.start : b.fact.start] for a, b in pairwise(parts)]
    return bool(between) and not any(re.search("[，,；;。]", outside_brackets(words)) for words in between)


def outside_brackets(text: str) -> str:
    """Return the text with what stands in brackets blanked out."""
    return re.sub(r"（[^（）]*）", lambda match: " " * len(match.group()), text)


def is_used_for(mention: Mention) -> bool:
    """Say whether an amount is told by what it went to: 其中：30 万元用于编制；30 万元用于审计."""
    unnamed = _OPENING.fullmatch(normal(mention.lead)) is not None
    return mention.fact.kind is FactKind.AMOUNT and unnamed and mention.tail.startswith("用于")


def is_year(mention: Mention) -> bool:
    """Say whether a figure is called by nothing but a year: 其中2023年 A 万元、2024年 B 万元."""
    return _YEAR_ALONE.fullmatch(normal(mention.lead)) is not None


def _goes_with(mention: Mention, item: Mention) -> bool:
    """Say whether a figure may be another item: of the same unit and time, or each of a year (2023年 A、2024年 B)."""
    one_time = (is_year(mention) and is_year(item)) or mention.fact.period == item.fact.period
    return one_time and same_unit(mention.fact, item.fact) and not is_base(mention)


def _is_beyond(between: str, item: Mention) -> bool:
    own = _YEAR.sub("", name_of(item))
    other_time = _TIME.search(between) is not None and not _TIME.search(f"，{own}")
    if other_time or _DIVIDES.search(between):
        return True
    if _NUMBERED.search(between) and not _NUMBERED.search(f"，{name_of(item)}"):
        return True
    stated = _STATE.search(between) is not None and not _STATE.search(f"，{name_of(item)}")
    return stated or _GOES_BEYOND.search(between) is not None


def linked(text: str, short: Sequence[Mention]) -> list[Mention]:
    """Return the items that 、 and 和 link to the first: 定量指标 18 个、定性指标 8 个，扣分指标 5 个."""
    found = list(short[:1])
    for before, mention in pairwise(short):
        if re.search("[，,]", outside_brackets(gap(text, before, mention))):
            break
        found.append(mention)
    return found


def _segments(text: str, own: Sequence[Mention], at: int, edge: str) -> list[Mention]:
    """Return the first fitting figure of every segment that a delimiter parts."""
    item = own[at]
    found = [item]
    taken = True
    for index in range(at + 1, len(own)):
        mention = own[index]
        between = outside_brackets(gap(text, own[index - 1], mention))
        if _is_beyond(between, item):
            break
        if re.search(edge, between):
            taken = False
        words = re.split(edge, between)[-1]
        if taken or not _goes_with(mention, item) or not name_of(mention):
            continue
        taken = True
        if not _ASIDE.search(words):
            found.append(mention)
    return found
