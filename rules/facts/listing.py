"""Figures that share their words: 人员经费、公用经费分别为 A、B gives A to the first name and B to the second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rules.facts.fact import FactKind
from rules.facts.vocabulary import normal, vocabulary

_BARE = re.compile(r"[和与及、,，]?")
_OPENING = re.compile(r"^(?:其中|包括|包含)[，：:]?")
_JOINED = re.compile(r"(?<=[\u4e00-\u9fff）”])[和与及](?=[\u4e00-\u9fff“])")
_FROM = re.compile(r"[由从]$")
_ADJUSTED = re.compile(r"(?:调整|调增|调减|变更)(?:为|到|至)")
_OF_ALL = re.compile(r"(?:(?:上年|去年|前年|本年|当年|20\d\d年)(?:度|初|末|底)?)$")
_LAST_YEAR = re.compile("(?:上年|去年)度?(?:为|是)?$")
"""What the names of a row of last year's figures end with, which is not said of what follows: 上年分别为 …，分别下降 …."""
_COUNTED = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})等?(?:[二三四五六七八九十两]|\d{1,2})(?:个[\u4e00-\u9fff]{1,3}|[项类家所镇乡县区])$"
)
_QUARTERS = re.compile("(?:[四4]个|各|分|一至四|[1１][—－-][4４])季度$")
_EACH = re.compile(r"分别|各占|依次")


def shared_leads(
    leads: Sequence[str], kinds: Sequence[FactKind | None], named_before: Sequence[str]
) -> list[str]:
    """Return the words of each figure, those of 分别 dealt out in order.

    Shapes: ``leads`` and ``kinds`` have one entry a figure; ``named_before`` are the names of the figures before in
    the statement, which 分别占 A、B goes back to where it lists no names itself.
    """
    found = list(leads)
    for at, (lead, following) in enumerate(pairwise([*leads, ""])):
        if _FROM.search(lead) and _ADJUSTED.match(following):
            found[at] = f"{_FROM.sub('', lead)}年初预算"  # 由 A 调整为 B: A is where the year began
        mark = _EACH.search(lead)
        if mark is None:
            continue
        series = _series(leads, kinds, at)
        if series < 2:
            continue
        head = _OPENING.sub("", lead[: mark.start()]).strip()
        head, shared = _shared_end(head)
        names = _names(head, series)
        if names is not None:
            names = [f"{name}{shared}" for name in names]
        earlier = [*named_before, *(normal(words) for words in found[:at] if words)]
        if names is None and len(earlier) >= series and not re.search("[、和与及]", head):
            names = [f"{_LAST_YEAR.sub('', name)}{head}{shared}" for name in earlier[-series:]]
        if names is None:
            continue
        for offset, name in enumerate(names):
            found[at + offset] = f"{name}{lead[mark.end() :]}"
    return found


def _shared_end(head: str) -> tuple[str, str]:
    """Part from the names before 分别 what is said of all of them: 城东、城西、城南三个片区上年 and A、B、C."""
    found = _OF_ALL.search(head)
    time = found.group() if found is not None else ""
    names = head[: len(head) - len(time)]
    bare = _COUNTED.sub("", names)
    return (bare if re.search("[、和与及]", bare) else names), time


_QUARTER_NAMES = ("一季度", "二季度", "三季度", "四季度")


def _series(leads: Sequence[str], kinds: Sequence[FactKind | None], at: int) -> int:
    """Return how many figures of one kind follow one another with nothing but 、 or 和 between them."""
    count = 1
    while (
        at + count < len(leads)
        and kinds[at + count] is kinds[at]
        and _BARE.fullmatch(leads[at + count].strip())
    ):
        count += 1
    return count


def _names(head: str, wanted: int) -> list[str] | None:
    """Split the words before 分别 into as many names as there are figures, or None where that does not come out."""
    text = _OPENING.sub("", head.strip())
    if wanted == len(_QUARTER_NAMES) and _QUARTERS.search(text):
        return [_QUARTERS.sub(name, text) for name in _QUARTER_NAMES]
    parts = [part for part in re.split("[、，,]", text) if part]
    if len(parts) == wanted:
        shared = parts[-1][1:]
        if shared and all(len(part) == 1 for part in parts[:-1]):
            return [*(part + shared for part in parts[:-1]), parts[-1]]  # 一、二、三年级; 东、中、西部
        return parts
    if len(parts) < wanted and parts:
        last = _split_joined(parts[-1], wanted - len(parts) + 1)
        if last is not None:
            return [*parts[:-1], *last]
    return None


def _split_joined(text: str, wanted: int) -> list[str] | None:
    """Split at 和, 与, 及; where there are too many of them, not inside a known term (公务用车购置及运行维护费)."""
    whole = vocabulary().spans(text)
    cuts = [m.start() for m in _JOINED.finditer(text) if not any(a < m.start() < b for a, b in whole)]
    if len(cuts) + 1 != wanted:
        return None
    edges = [-1, *cuts, len(text)]
    return [text[a + 1 : b] for a, b in pairwise(edges)]
