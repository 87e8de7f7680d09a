"""Of what does a sentence say a figure? The words around it: thing, stage or rate, period, fund, direction, role.

A figure is named by the nearest words before it in its sentence, brackets that have closed left out; 分别 deals the names
out in order. Words that only compare (占…, 较…) name nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from assistant.disguise import plain
from assistant.figures import Figure, FigureKind
from rules.facts.vocabulary import TOTAL, vocabulary
from rules.numbers.units import Dimension


@cache
def words() -> dict[str, Any]:
    """Return the word lists of ``guard.toml``, read once."""
    return tomllib.loads(resources.files("assistant").joinpath("guard.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Term:
    """A known word in a sentence: ``kind`` is subject, amount, rate, any, prior, current, up, down …"""

    kind: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says that a figure is of. ``own`` holds the things named in the figure's own clause.

    ``unclear`` names a way of speaking that leaves open which figure belongs to what. ``strange`` holds the stretches of
    the figure's clause that no known word explains.
    """

    subjects: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    measure: str | None = None
    period: str | None = None
    fund: str | None = None
    direction: int = 0
    role: str = ""
    unclear: str = ""
    lead: str = ""
    strange: tuple[str, ...] = ()


class Lexicon:
    """All known words with what they name; the longest word at a place wins."""

    def __init__(self, subjects: Iterable[str]) -> None:
        self._names: dict[str, list[tuple[str, str]]] = {}
        lists = words()
        for thing in vocabulary().subjects.values():
            for word in (*thing.words, thing.name):
                self._add(word, "subject", thing.name)
        for name, found in lists["subjects"].items():
            for word in found:
                self._add(word, "subject", name)
        for measure in vocabulary().measures:
            for word in measure.words:
                self._add(word, measure.of, measure.name.removeprefix("prior_"))
                if measure.name.startswith("prior_"):
                    self._add(word, "prior", word)
        for name, found in lists["measures"].items():
            for word in found:
                self._add(word, "any", name)
        for kind in ("up", "down", "prior", "current", "computed", "reported"):
            for word in lists[kind]:
                self._add(word, kind, word)
        for word in lists["total"]:
            self._add(word, "subject", TOTAL)
        for name in subjects:
            if (
                (_SHORTEST_NAME <= len(name) <= _LONGEST_NAME or name in lists["kinds"])
                and plain(name).text not in self._names
                and not _is_measured(name)
            ):
                self._add(name, "subject", name)
        self.subjects = frozenset(
            name for found in self._names.values() for kind, name in found if kind == "subject"
        )
        self._heads = _by_first(self._names)
        self._known = _by_first({*self._names, *(plain(word).text for word in lists["function"])})

    def _add(self, word: str, kind: str, name: str) -> None:
        entries = self._names.setdefault(plain(word).text, [])
        if (kind, name) not in entries:
            entries.append((kind, name))

    def terms(self, text: str) -> list[Term]:
        """Return the known words of a plain text in order; a word with two meanings stands twice."""
        return [
            Term(kind, name, start, end)
            for start, end in _longest_words(text, self._heads)
            for kind, name in self._names[text[start:end]]
        ]

    def strange(self, text: str) -> tuple[str, ...]:
        """Return the stretches of Chinese words that are neither known nor mere function."""
        rest = list(_ARTICLE.sub(lambda match: " " * len(match.group()), text))
        for start, end in _longest_words("".join(rest), self._known):
            rest[start:end] = " " * (end - start)
        return tuple(re.findall(r"[\u4e00-\u9fff]{2,}", "".join(rest)))


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    """Return words by their first character, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted((word for word in words if word), key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return found


def _longest_words(text: str, heads: dict[str, list[str]]) -> Iterator[tuple[int, int]]:
    """Yield where known words stand, from left to right, the longest at each place."""
    at = 0
    while at < len(text):
        word = next((word for word in heads.get(text[at], ()) if text.startswith(word, at)), None)
        if word is None:
            at += 1
            continue
        yield at, at + len(word)
        at += len(word)


@cache
def _function_words() -> dict[str, list[str]]:
    return _by_first(plain(word).text for word in words()["function"])


def without_function_words(text: str) -> str:
    """Return a plain text with the words that may stand beside anything blanked out."""
    rest = list(text)
    for start, end in _longest_words(text, _function_words()):
        rest[start:end] = " " * (end - start)
    return "".join(rest)


_SHORTEST_NAME, _LONGEST_NAME = 3, 60
"""Characters of a report's own names; of two only the vocabulary's mean something (服务, 单位, 数据 do not)."""


def _is_measured(name: str) -> bool:
    """Say whether a name is that of a rate of a thing (公用经费控制率): thing and rate are read apart."""
    return name.endswith(_rates())


@cache
def _rates() -> tuple[str, ...]:
    return tuple(word for measure in vocabulary().measures if measure.of == "rate" for word in measure.words)


_ARTICLE = re.compile(r"第[0-9零一二三四五六七八九十百]+[条款项页章节]")
_DELIMITER = "，；：。！？、\n"
_COMPARED = re.compile(r"(?:占|较|比|与|同|相当于|低于|高于|不是|并非)(?:全部|总的|的)?$")
_AGAINST_PRIOR = re.compile(
    r"(?:较|比|与|同)(?:上年度?|去年|上一年度?|上期|同期)[^，。；\d]{0,10}?(?=减|增|下降|上升|降|节|提高|上涨|变|少|多)"
)
_DEALT = re.compile(r"分别|依次|各自|respectively")
_SWAPPED = re.compile(r"前者|后者")
_PLACE = re.compile(r"正文|附件|附表|表|第")
_NAMED_AFTER = re.compile(r"^(?:（|为|是|即|系|属于|的)")


def read(text: str, figure: Figure, every: list[Figure], lexicon: Lexicon) -> Reading:
    """Return what the plain sentence says of the figure; ``every`` are all its figures in order."""
    shut = _without_closed_brackets(text, figure.start)
    others = [one for one in every if one.kind is FigureKind.QUANTITY and one.end <= figure.start]
    edge = max((one.end for one in others), default=0)
    clause = max((shut.rfind(mark, 0, figure.start) + 1 for mark in _DELIMITER + "（"), default=0)
    # A name may hold a bracket of its own (因公出国（境）费); what stands wholly inside a closed one is passed over.
    before = [term for term in lexicon.terms(text[: figure.start]) if shut[term.start : term.end].strip()]
    after = _after(text, figure, every, lexicon)
    named = [term for term in before if term.kind == "subject" and not _COMPARED.search(shut[: term.start])]
    subjects = tuple(term.name for term in named[-1:])
    here = vocabulary().fund(shut[clause:])
    fund = here or vocabulary().fund(shut)
    if here is not None and not (named and named[-1].start >= clause):
        subjects = (TOTAL,)  # 一般公共预算支出 …: the fund alone names its total
    trailing = tuple(term.name for term in after if term.kind == "subject")
    if not subjects or _NAMED_AFTER.search(text[figure.end :]):
        subjects = (*subjects, *trailing[:1])
    own = tuple(term.name for term in named if term.start >= min(clause, edge or clause))
    measure = _measure(shut, figure, before, after, others)
    start = max(edge, clause)
    misnamed = _of_other_kind(figure, [term for term in before if term.start >= start])
    unclear = "前者" if _SWAPPED.search(shut[clause : figure.start]) else ""
    dealt = _deal(shut, figure, every, before)
    if dealt is not None:
        subjects = dealt.get("subject", subjects)
        measure = dealt.get("measure", (measure,))[0]
        unclear = unclear or ("" if dealt else "分别")
    return Reading(
        subjects=subjects,
        own=own,
        measure=measure,
        period=_period(shut, figure, before, every, dealt),
        fund=None if fund is None else fund.name,
        direction=_direction(before, start),
        role=next(
            (t.kind for t in reversed(before) if t.kind in ("computed", "reported") and t.start >= start), ""
        ),
        unclear=unclear or misnamed,
        lead=text[start : figure.start],
        strange=lexicon.strange(_without(every, text, start, figure.start)),
    )


def _without(every: list[Figure], text: str, start: int, end: int) -> str:
    """Return a stretch of the text with the figures in it blanked out."""
    characters = list(text[start:end])
    for one in every:
        if start <= one.start and one.end <= end:
            characters[one.start - start : one.end - start] = " " * (one.end - one.start)
    return "".join(characters)


def _without_closed_brackets(text: str, end: int) -> str:
    """Return the text before a figure with brackets that closed before it blanked out, offsets kept."""
    characters = list(text[:end])
    opened: list[int] = []
    for at in range(end):
        if text[at] == "（":
            opened.append(at)
        elif text[at] == "）" and opened:
            start = opened.pop()
            characters[start : at + 1] = " " * (at + 1 - start)
    return "".join(characters)


def _after(text: str, figure: Figure, every: list[Figure], lexicon: Lexicon) -> list[Term]:
    """Return the known words between the figure and the next delimiter or figure."""
    limit = min((one.start for one in every if one.start >= figure.end), default=len(text))
    bracket = text[figure.end : figure.end + 1] == "（"
    if bracket and not figure.end < text.find("）", figure.end) <= limit:
        return []  # the bracket breaks the figure up; it does not name it
    if bracket and _PLACE.match(text, figure.end + 1):
        return []  # the bracket says where it stands
    start = end = figure.end + bracket
    while end < limit and text[end] not in _DELIMITER + "（）":
        end += 1
    return [
        Term(term.kind, term.name, term.start + start, term.end + start)
        for term in lexicon.terms(text[start:end])
        if not _COMPARED.search(text[start : start + term.start])
    ]


def _fits(kind: str, figure: Figure) -> bool:
    rate = figure.unit is not None and figure.unit.dimension in (Dimension.RATE, Dimension.POINTS)
    return kind == "any" or kind == ("rate" if rate else "amount")


def _of_other_kind(figure: Figure, terms: list[Term]) -> str:
    """Return a stage of money that alone names a rate, or a rate that alone names an amount: it cannot be meant."""
    kinds = ("amount", "rate", "any")
    if figure.unit is None or any(_fits(term.kind, figure) for term in terms if term.kind in kinds):
        return ""
    dimension = figure.unit.dimension
    wrong = {Dimension.RATE: "amount", Dimension.POINTS: "amount", Dimension.MONEY: "rate"}.get(dimension)
    return next((term.name for term in terms if term.kind == wrong), "")


def _measure(
    text: str, figure: Figure, before: list[Term], after: list[Term], others: list[Figure]
) -> str | None:
    """Return the stage or rate that names the figure: after it when 的 joins them, else the nearest before."""
    following = [term for term in after if _fits(term.kind, figure)]
    if following and following[0].start - figure.end <= 1:
        return following[0].name
    ends = {one.end for one in others}
    found: Term | None = None
    for term in before:
        if not _fits(term.kind, figure):
            continue
        attached = term.start - 1 in ends and text[term.start - 1 : term.start] == "的"
        if not attached and (found is None or term.start > found.start or term.kind == "any"):
            found = term
    return found.name if found is not None else (following[0].name if following else None)


def _deal(
    text: str, figure: Figure, every: list[Figure], before: list[Term]
) -> dict[str, tuple[str, ...]] | None:
    """Deal names out in order after 分别; None without such a word, empty where names and figures do not pair."""
    marks = [match for match in _DEALT.finditer(text)]
    if not marks or "；" in text[marks[-1].end() :]:
        return None
    at = marks[-1].end()
    group = [one for one in every if one.kind is FigureKind.QUANTITY and one.start >= at]
    if len(group) < 2 or figure not in group:
        return None
    index = group.index(figure)
    if any(term.start >= at and term.kind == "subject" for term in before):
        return None  # each has its own name: 分别为人员经费…、公用经费…
    start = max(text.rfind(mark, 0, marks[-1].start()) for mark in "。；，\n") + 1
    for kind, key in (("subject", "subject"), ("measure", "measure"), ("period", "period")):
        names = _listed(kind, [t for t in before if start <= t.start < at], text, every, start, at)
        if len(names) == len(group):
            return {key: (names[index],)}
    return {}


def _listed(kind: str, terms: list[Term], text: str, every: list[Figure], start: int, end: int) -> list[str]:
    if kind == "period":
        years = [
            (one.start, str(one.value))
            for one in every
            if one.kind is FigureKind.YEAR and start <= one.start < end
        ]
        return [
            name
            for _, name in sorted(
                years + [(t.start, t.kind) for t in terms if t.kind in ("prior", "current")]
            )
        ]
    kinds = ("subject",) if kind == "subject" else ("amount", "rate", "any")
    names: list[str] = []
    last = -1
    for term in terms:
        if term.kind in kinds and term.start > last:
            names.append(term.name)
            last = term.start
    return names


def _period(
    text: str,
    figure: Figure,
    before: list[Term],
    every: list[Figure],
    dealt: dict[str, tuple[str, ...]] | None,
) -> str | None:
    if dealt and "period" in dealt:
        return dealt["period"][0]
    against = [match.span() for match in _AGAINST_PRIOR.finditer(text)]
    places = [
        (term.start, term.kind)
        for term in before
        if term.kind in ("prior", "current") and not any(start <= term.start < end for start, end in against)
    ]
    places += [
        (one.start, str(one.value))
        for one in every
        if one.kind is FigureKind.YEAR and one.end <= figure.start and text[one.start : one.end].strip()
    ]
    return max(places)[1] if places else None


def _direction(before: list[Term], start: int) -> int:
    for term in reversed(before):
        if term.start >= start and term.kind in ("up", "down"):
            return 1 if term.kind == "up" else -1
    return 0
