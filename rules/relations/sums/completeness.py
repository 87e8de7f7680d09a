"""Are the parts of a list said to be all of the whole? What its words, its kinds and its marks tell of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum
from itertools import pairwise

from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal, vocabulary
from rules.numbers.units import COUNT_SYMBOLS
from rules.relations.sums.spans import leave_a_gap


class Extent(IntEnum):
    """How much of its whole a list tells.

    ``SOME``: it ends with 等, or its shares fall short of a hundred, or it names attributes that one thing may have at
    once: nothing is known of the sum. ``UNSAID``: 其中 alone. ``KINDS``: kinds of one thing, which are mostly told in
    full. ``USUAL``: a division that is usual in full. ``ALL``: words or law leave no other part.
    """

    SOME = 0
    UNSAID = 1
    KINDS = 2
    USUAL = 3
    ALL = 4


_OTHER_UNIT = re.compile(rf"[（(、](?:{'|'.join(sorted(COUNT_SYMBOLS, key=len, reverse=True))})[）)]?")
"""共免疫 28303 头（只）: parts that are counted in one of the units are not all of the whole."""
_CLOSED = re.compile(r"分别|^即|按|由|(?<![得评部])分为|具体|构成|[:：]|①|从|看$|^分")
_BY_CLASS = re.compile(
    "^按.*(?:类别|类型|种类|身份|性质|对象|等级|级别|层级|层次|学历|学段|性别|年龄|职称|渠道|方式|人群)"
)
"""A division by classes, of which one thing has one: names that look like attributes do not overlap there."""
_FAR_ON = re.compile("已|(?:完成|通过)?(?:建成|竣工|完工|验收|入住|投入使用|投用)")
"""How far things have come tells only those that have come so far: 已开工 262 户、已完工 137 户."""
_BY_AGE = re.compile("年龄")
_AGE = re.compile("岁|周岁|[老中青少]年|后$")
"""Parts by age are called by ages: 60 岁以上 512 名，女党员 286 名 goes on about something else."""
# What has a middle between the two (高风险, 低风险; 上游, 下游) is no pair.
_OPPOSITES = (
    ("高级别", "低级别"), ("新", "旧"), ("新", "老"), ("内", "外"), ("有", "无"), ("男", "女"),
    ("公办", "民办"), ("初次", "重复"), ("首次", "重复"), ("重点", "一般"), ("重大", "一般"), ("主动", "依申请"), ("室内", "室外"),
    ("固定", "流动"), ("专职", "兼职"), ("专职", "半专职"), ("直接", "间接"), ("国有", "民营"), ("集中", "分散"),
    ("原有", "新增"), ("原有", "新购"), ("借用", "新购"), ("租用", "新购"), ("自有", "租用"), ("自有", "借用"),
)  # fmt: skip
_DENIED = re.compile("[不未][^不未]{2,}")
"""不起诉 beside 起诉; between 满意 and 不满意 there are others."""
_EXAMPLES = re.compile(r"主要|重点|例如|比如|较大")
_AND_SO_ON = re.compile(
    r"^(?:（[^（）]*）)?(?:[^，、；。（）\d]{0,3}|[^，、；。（）\d]{0,3}(?:、[^，、；。（）\d]{2,10}){1,3})等(?![级次]|[^，。；]{0,12}\d)"
)
"""等 behind the last figure, or behind names without one (、司法警察等); with a figure behind it, it closes a part."""
_NONE_ELSE = re.compile(
    r"^[^，。；]{0,10}[，、](?:(?:无|没有|未安排|未发生)[^，。；]{2,12}|"
    r"[^，。；\d]{2,14}(?:为零|为0|为0.00元|未发生|没有发生|未安排|零支出|无支出|没有支出)(?=[，。；]))"
)
"""工程类 0、无服务类: what is not there is said, so the list is complete."""
_REST_UNTOLD = re.compile(
    r"^[^。；;\d]{0,6}[，、；;]\d+[份人名户家件](?:未|弃权|无效|没有)|^[^。；;\d]{0,16}[，、](?:其余|其他|剩余|余下|另有|不足部分)[^\d，。；]{2,}[，。；]"
)
"""其余自筹: the rest is told without its figure."""
_REST = re.compile(r"^(?:以及|及|和)?(?:(?:纠正|整改|收缴|追回|处理|用于|支付)?(?:其余|余下|其他|其它))")
_A_CLASS = re.compile(
    r"其他(?:资本性支出|商品和服务支出|对个人和家庭|工资福利|部门|单位|地区|[省市县区乡国]|渠道|途径|方式)"
)
"""Classes of spending by name, and others than oneself: they take in no rest."""
_FULL_MARK = re.compile(r"（(?:满分|标准分|分值|权重)[为：]?(\d{1,2})分?）")
_FULL = 100
_SHARE_OFF = Decimal("0.3")
_ATTRIBUTES = tuple(
    re.compile(pattern)
    for pattern in (
        "党员|团员|党派",
        "女|男",
        "少数民族|[^民]族$",
        "退役|军转|退伍",
        "职称|[高中初]级(?:以上|及|$)|高级工|工程师",
        "学历|学位|本科|硕士|博士|研究生|大专",
        "岁",
        "残疾",
        "持.{0,8}证|证书|资格",
    )
)
"""What one person or thing may be at once; parts named after several of these overlap."""
_DEEDS = tuple(re.compile(pattern) for pattern in ("新增|首次|新开", "参加|参训|受训|培训", "获"))
"""What the same head or firm may have done besides; of money and of times these are kinds like others."""
_DOERS = ("人", "名", "位", "人次", "户", "家", "个", "所")
_OWN_RATE = re.compile(
    r"^[^，。；\d]{0,4}[，、（](?!执行|完成|支[出付]|预算|占)([^，。；\d]{1,7}率)[为达]?\d"
)
"""A rate under a name of its own behind each part (持证率, 参训率): each is held against the whole by itself."""
_RANKS = (
    ("正高", "副高", "中级", "初级|员级"),
    ("高级", "中级", "初级|员级"),
    ("博士", "硕士|研究生", "本科"),
)
"""Ranks of people, the highest first; who tells the upper ones alone leaves out the lowest."""
_PLANNED = re.compile("计划|目标|任务")
_DONE = re.compile("^(?:实际|实|已)")
_FOREMOST = re.compile(r"前[一二三四五六七八九十两\d]+(?:[大位名类个项]|的)|居前|靠前|排名|排在|名列")
"""数量居前三位的行业是：the foremost of them are not all of the whole."""
_CLAUSE = 40
_UP_TO = re.compile("累计|截至|截止|前[一二三四五六七八九十两]+个?(?:季度|月)|[季月]度?末")
"""Figures from the beginning of the year up to a day hold one another."""
_STOCK = re.compile("余额|存量")
_MOVED = re.compile("(?:[当本]年|年内|已|累计)*(?:支付|偿还|归还|支出|新增|发放|减少|增加|化解)")
"""What moved a stock is no part of what there is: 贷款余额 A，其中一年内到期 B，当年支付利息 C."""
_LISTING = re.compile(r"^(?:其中|包括|包含|含|分别(?:为|是)?|有|：|:|，)+")

_MOSTLY = {
    Extent.KINDS: ((3, Decimal("0.7")), (2, Decimal("0.85"))),
    Extent.UNSAID: ((4, Decimal("0.7")), (3, Decimal("0.8"))),
}
"""From how many counted parts on which share of the whole makes it likely that they were meant to be all."""
_MOSTLY_INCLUDED = ((3, Decimal("0.5")), (2, Decimal("0.7")))
"""The same behind 包括, which names examples less often than 其中 does."""


def extent(text: str, whole: Mention, parts: Sequence[Mention], marker: str) -> Extent:
    """Say how much of the whole the parts are told to be; ``marker`` is the word that opens the list."""
    endings = [text[part.fact.evidence.end or part.fact.start :][:30] for part in parts]
    ending = endings[-1]
    labels = [name_of(part) for part in parts]
    facts = [part.fact for part in parts]
    if _OTHER_UNIT.match(whole.tail):
        return Extent.SOME
    if exhaustive(whole.fact, facts):
        return Extent.ALL
    if any(map(_AND_SO_ON.match, endings)) or _REST_UNTOLD.match(ending):
        return Extent.SOME
    start = parts[0].fact.start
    if _FOREMOST.search(re.split("[。；;\n]", text[max(start - _CLAUSE, 0) : start])[-1]):
        return Extent.SOME
    if overlap(parts) and not _BY_CLASS.search(marker):
        return Extent.SOME
    if (
        any(_UP_TO.search(label) for label in labels)
        or _is_planned_and_done(labels)
        or (_STOCK.search(normal(whole.fact.label)) and any(map(_MOVED.match, labels)))
        or _are_upper_ranks(labels)
        or leave_a_gap(labels)
        or all(map(_FAR_ON.match, labels))
        or (_BY_AGE.search(marker) and not all(map(_AGE.search, labels)))
    ):
        return Extent.SOME
    if _has_rates_of_its_own(text, parts):
        return Extent.SOME
    if _EXAMPLES.search(marker):
        return Extent.UNSAID
    if _NONE_ELSE.match(ending) or _full_marks_add_up(text, parts) or takes_in_the_rest(parts[-1]):
        return Extent.ALL
    shares = _shares(text, parts)
    if shares is not None and shares < _FULL:
        return Extent.SOME
    if shares == _FULL or _CLOSED.search(marker):
        return Extent.ALL
    if _is_usual(normal(whole.fact.label), labels):
        return Extent.USUAL
    return Extent.KINDS if _of_one_kind(labels) else Extent.UNSAID


def is_mostly_told(parts: Sequence[Fact], whole: Fact, told: Extent, marker: str) -> bool:
    """Say whether counted parts are so much of their whole that they will have been meant to be all.

    ``marker`` is the word that opens their list.
    """
    if not all(fact.quantity.counted for fact in (*parts, whole)):
        return False
    total = sum((fact.quantity.value for fact in parts), Decimal(0))
    included = _MOSTLY_INCLUDED if told in _MOSTLY and marker in ("包括", "包含") else ()
    return any(
        len(parts) >= count and total >= share * whole.quantity.value
        for count, share in (*_MOSTLY.get(told, ()), *included)
    )


def exhaustive(whole: Fact, parts: Sequence[Fact]) -> bool:
    """Say whether the parts are by definition all of the whole: by what they are, or by words that leave no other."""
    names = {part.subject for part in parts}
    if any(set(known) == names for known in vocabulary().parts(whole.subject)):
        return True
    labels = [normal(part.label) for part in parts]
    return any(_divide(words, labels) for words in vocabulary().divisions)


def takes_in_the_rest(part: Mention) -> bool:
    """Say whether a part is all that is left: 其余, 其他项目; not a class of spending that is called so."""
    name = name_of(part)
    return _REST.match(name) is not None and _A_CLASS.search(name) is None


def name_of(part: Mention) -> str:
    """Return the words that name a part: those before its figure, or behind it (12 个行政村)."""
    words = _LISTING.sub("", normal(part.lead))
    return words or normal(part.tail)


def _divide(words: Sequence[str], labels: Sequence[str]) -> bool:
    """Say whether each of the words is in one label alone, and each label holds one."""
    held = [[word for word in words if word in label] for label in labels]
    return len(labels) == len(words) and sorted(held) == sorted([word] for word in words)


def _is_usual(whole: str, labels: Sequence[str]) -> bool:
    own = [words for name, every in vocabulary().usual_of.items() if name in whole for words in every]
    return any(_divide(words, labels) for words in (*vocabulary().usual, *own)) or _are_opposite(labels)


def _are_opposite(labels: Sequence[str]) -> bool:
    """Say whether two names are the same but for one word and its opposite: 高级别病变, 低级别病变; 批捕, 不批捕."""
    denied = len(labels) == 2 and any(
        _DENIED.fullmatch(labels[a]) and labels[1 - a].endswith(labels[a][1:]) for a in (0, 1)
    )
    if denied and not any("满意" in label for label in labels):
        return True
    return len(labels) == 2 and any(
        one in labels[a] and labels[a].replace(one, other, 1) == labels[1 - a]
        for one, other in _OPPOSITES
        for a in (0, 1)
    )


def overlap(parts: Sequence[Mention]) -> bool:
    """Say whether parts are named after attributes that one thing may have at once: 党员, 女职工; money has none."""
    if parts[0].fact.kind is FactKind.AMOUNT:
        return False
    unit = parts[0].fact.quantity.unit
    doers = parts[0].fact.kind is FactKind.COUNT and unit is not None and unit.symbol in _DOERS
    attributes = (*_ATTRIBUTES, *_DEEDS) if doers else _ATTRIBUTES
    held = [frozenset(at for at, a in enumerate(attributes) if a.search(name_of(part))) for part in parts]
    return any(held) and not frozenset.intersection(*held)


def _are_upper_ranks(labels: Sequence[str]) -> bool:
    """Say whether parts are ranks, the lowest of which is not told: 高级 18 人、中级 24 人."""
    return any(
        all(any(re.search(rank, label) for rank in ranks[:-1]) for label in labels)
        and not any(re.search(f"{ranks[-1]}|以[上下]", label) for label in labels)
        for ranks in _RANKS
    )


def _is_planned_and_done(labels: Sequence[str]) -> bool:
    """Say whether a part is what was done of the part before it: 2021年计划 18 处，实际建成 20 处."""
    return any(_PLANNED.search(one) and _DONE.match(other) for one, other in pairwise(labels))


def _has_rates_of_its_own(text: str, parts: Sequence[Mention]) -> bool:
    found = [_OWN_RATE.match(text[part.fact.evidence.end or part.fact.start :][:20]) for part in parts]
    names = {match.group(1) for match in found if match is not None}
    return len(names) == len(parts)


def _of_one_kind(labels: Sequence[str]) -> bool:
    """Say whether all names end in the same word of two characters: 防汛演练, 消防演练."""
    endings = {re.sub("[数量个的为]+$", "", label)[-2:] for label in labels}
    return len(endings) == 1 and all(len(label) > 2 for label in labels)


def _full_marks_add_up(text: str, parts: Sequence[Mention]) -> bool:
    """Say whether the scores carry their full marks and these add up to 100: 投入得 14 分（满分 15 分）…"""
    if any(m.fact.kind is not FactKind.SCORE for m in parts):
        return False
    ends = [m.fact.evidence.end or m.fact.start for m in parts]
    found = [_FULL_MARK.match(text[end : end + 14]) for end in ends]
    return sum(int(mark.group(1)) for mark in found if mark is not None) == _FULL


_BEHIND = re.compile(r"^[^，。；\d]{0,4}[，、（]占[^，。；\d]{0,12}(\d{1,2}(?:\.\d+)?)\s*[%％]")


def _shares(text: str, parts: Sequence[Mention]) -> Decimal | None:
    """Return the sum of the shares that all parts carry, where it is near a hundred; below it a part may be left out."""
    ends = [m.fact.evidence.end or m.fact.start for m in parts]
    found = [_BEHIND.match(text[end : end + 30]) for end in ends]
    shares = [Decimal(mark.group(1)) for mark in found if mark is not None]
    total = sum(shares, Decimal(0))
    return total if len(shares) == len(parts) and abs(total - _FULL) <= _SHARE_OFF else None
