"""How a thing is called in two places: what of a label names it, and how far words name it again.

A report shortens and turns its names (智慧校园建设（V2.3平台）, 智慧校园建设项目; 人才引进奖励, 引进科技人才奖励), so a name is
what is left of a label without numbering, brackets and the words that any label may carry.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rules.facts.vocabulary import normal, vocabulary

_NUMBERING = re.compile(
    r"^(?:其中|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．)）]|[①-⑳])+[：:、，]?"
)
_SORTED = re.compile(r"^按.{2,6}分(?=..)")
"""按收入性质分：一般公共预算 is of the fund."""
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_QUOTES = re.compile(r"[“”\"'‘’《》]")
_ENDS = re.compile(
    r"(?:项目|工程|经费|资金|专项|支出|费用|补助|补贴|工作|情况|指标|维度|小计|个数|人数|总数|数|得分|得|分|类|费)$"
)
_BEGINNINGS = re.compile(r"^(?:全[省市县区州镇乡]|各)")
_SORT = re.compile(r"[\u4e00-\u9fff]{2}[率度]$")
_SAID_TO_BE = re.compile(r"(?:仅?为|是|达到?|仅|只有|[：:])+$")
DENIALS = "不未非无"
"""What turns a name into its contrary: 不合格 is not 合格."""
_REST = ("其他", "其它", "其余")
_FEWEST = 2
_LONG = 5
"""Characters from which on a name names something even if it is made of words that any label may carry."""


@cache
def _common() -> re.Pattern[str]:
    """Return what any label may carry: stages, rates, times, and the little words between them."""
    stages = [word for measure in vocabulary().measures for word in measure.words]
    words = sorted({*stages, *vocabulary().loose}, key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in words) + r"|[^\u4e00-\u9fff]+")


@lru_cache(maxsize=8192)
def core(label: str) -> str:
    """Return the name in a label: no numbering, brackets or quotes, nothing at its ends that any label may carry."""
    text = _QUOTES.sub("", normal(label))
    text = _SORTED.sub("", _NUMBERING.sub("", text))
    bare = _BRACKETS.sub("", text)
    text = re.sub(r"(?:19|20)\d\d年度?", "", bare or text)
    if vocabulary().subject(text) is not None:
        return text
    text = re.sub("(?<=..)[条个项户件次期场辆台套份处所座篇起宗]数量?$", "", text)
    before = None
    while before != text:
        before = text
        for pattern in (_ENDS, _BEGINNINGS):
            shorter = pattern.sub("", text)
            text = shorter if len(shorter) >= _FEWEST else text
    return text


@lru_cache(maxsize=8192)
def specific(text: str) -> tuple[str, ...]:
    """Return the words of a text that name something of its own: what stages, times and little words leave."""
    return tuple(part for part in _common().split(_BRACKETS.sub("", normal(text))) if len(part) >= _FEWEST)


@lru_cache(maxsize=8192)
def names_of(label: str) -> tuple[str, ...]:
    """Return all names of the thing that a label names: its own, and those that the vocabulary has for it."""
    own = core(label)
    if len(own) < _FEWEST:
        return ()
    known = vocabulary().subject(own)
    if known is not None and (known.end - known.start) * 3 >= len(own) * 2:
        words = vocabulary().subjects[known.name].words
        return tuple(dict.fromkeys((own, *(_QUOTES.sub("", normal(word)) for word in words))))
    return (own,) if specific(own) or own in _REST or len(own) >= _LONG else ()


@lru_cache(maxsize=65536)
def found_in(names: tuple[str, ...], text: str) -> tuple[int, int]:
    """Return where the last of the names ends in a text, and how long it is; (-1, 0) where none stands there."""
    best = (-1, 0)
    for name in names:
        at = text.rfind(name)
        if at >= 0 and not (at and text[at - 1] in DENIALS):
            best = max(best, (at + len(name), len(name)))
    return best


@lru_cache(maxsize=65536)
def coverage(name: str, text: str) -> int:
    """Return how much of a name stands in a text, in any order: per cent of its pairs of neighbours."""
    pairs = {name[at : at + 2] for at in range(len(name) - 1)}
    return 100 * sum(pair in text for pair in pairs) // len(pairs) if pairs else 0


def sort_of_rate(label: str) -> str | None:
    """Return the word for the rate that a label ends in: 满意度 of 学生满意度为."""
    found = _SORT.search(_SAID_TO_BE.sub("", normal(label)))
    return None if found is None else found.group()


def whose_rate(label: str) -> str:
    """Return what a label says before the word for its rate: 学生 of 学生满意度为."""
    return _SORT.sub("", _SAID_TO_BE.sub("", normal(label)))


def are_rates_of_others(one: str, other: str) -> bool:
    """Say whether two labels name rates of one sort and of different things: 学生满意度, 师生满意度."""
    sort = sort_of_rate(one)
    if sort is None or sort != sort_of_rate(other):
        return False
    mine, its = whose_rate(one), whose_rate(other)
    return mine not in its and its not in mine
