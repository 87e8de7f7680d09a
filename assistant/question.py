"""A question as it was asked: the things, stages, periods and figures that it names, and what it wants to know."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from assistant.disguise import plain
from assistant.errors import QuestionError
from assistant.figures import Figure, FigureKind, figures
from assistant.naming import Lexicon, Term
from rules.facts.vocabulary import TOTAL, vocabulary
from rules.numbers.units import COUNT_SYMBOLS, Dimension, Unit

LONGEST = 500
"""Characters of a question; more is a text, not a question."""


@cache
def ways() -> dict[str, Any]:
    """Return the ways of asking of ``plan.toml``, read once."""
    return tomllib.loads(resources.files("assistant").joinpath("plan.toml").read_text("utf-8"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(found)) for name, found in ways()["wants"].items()}


@dataclass(frozen=True, slots=True)
class Question:
    """A question, read. Shapes: ``subjects``, ``measures`` and ``figures`` are in the order in which they stand.

    ``period`` is ``prior``, ``current``, a year, or None; ``classifier`` the counting word asked for (几辆: 辆),
    ``counts`` whether any count is (多少个, 几人);
    ``terms`` the words of it that carry a matter, ``known`` those of them that name a thing or a stage.
    """

    text: str
    plain: str
    wants: frozenset[str]
    subjects: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    fund: str | None = None
    period: str | None = None
    figures: tuple[Figure, ...] = ()
    numbers: tuple[Figure, ...] = ()
    classifier: str | None = None
    counts: bool = False
    terms: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()

    def wants_any(self, *names: str) -> bool:
        """Say whether the question wants one of the things."""
        return any(name in self.wants for name in names)

    @property
    def other_terms(self) -> tuple[str, ...]:
        """Return the terms that name neither a thing nor a stage."""
        return tuple(term for term in self.terms if term not in self.known)

    @property
    def rates(self) -> tuple[Figure, ...]:
        """Return the rates and percentage points that the question names."""
        return tuple(f for f in self.figures if dimension_of(f.unit) in (Dimension.RATE, Dimension.POINTS))


def dimension_of(unit: Unit | None) -> Dimension | None:
    """Return what a unit measures; of none, nothing."""
    return None if unit is None else unit.dimension


def checked(text: str) -> str:
    """Return the question without control characters and blanks at its ends. Raises: QuestionError where there is none."""
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or c.isprintable())
    kept = " ".join(kept.split())
    if not any(c.isalnum() for c in kept):
        raise QuestionError("问题是空的；请写一个问题，如：公用经费控制率是多少，怎么算的？")
    if len(kept) > LONGEST:
        raise QuestionError(f"问题有 {len(kept)} 字，太长；请把一个问题写在 {LONGEST} 字以内")
    return kept


def read_question(text: str, names: Iterable[str] = ()) -> Question:
    """Read a question; ``names`` are the things that the report knows. Raises: QuestionError for none or one too long."""
    kept = checked(text)
    folded = plain(kept)
    named = [name for name in names if len(name) > 2 and not _is_measured(name)]
    terms = _terms(folded.text, named)
    every = figures(folded, _not_figures(folded.text, named))
    return Question(
        text=kept,
        plain=folded.text,
        wants=frozenset(name for name, pattern in _patterns().items() if pattern.search(folded.text)),
        subjects=_distinct(term.name for term in terms if term.kind == "subject"),
        measures=_distinct(term.name for term in terms if term.kind in ("amount", "rate", "any")),
        fund=_fund(folded.text),
        period=_period(terms, every),
        figures=tuple(
            one for one in every if one.kind is FigureKind.QUANTITY and one.value is not None and one.text
        ),
        numbers=tuple(one for one in every if one.kind is FigureKind.NUMBER),
        classifier=_classifier(folded.text),
        counts=re.search(rf"(?:多少|几)(?:{'|'.join(map(re.escape, COUNT_SYMBOLS))})", folded.text)
        is not None,
        terms=_content(folded.text, terms, every),
        known=frozenset(
            folded.text[term.start : term.end]
            for term in terms
            if term.kind in ("subject", "amount", "rate", "any")
        ),
    )


_COUNTING = re.compile(rf"(?:多少|几)(?:{'|'.join(map(re.escape, COUNT_SYMBOLS))})")


def _is_measured(name: str) -> bool:
    """Say whether a name is that of a rate or stage of a thing (公用经费控制率): the thing and the rate are read apart."""
    return any(name.endswith(word) for measure in vocabulary().measures for word in measure.words)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _fund(text: str) -> str | None:
    found = vocabulary().fund(text)
    return None if found is None else found.name


_NUMERAL_WORDS = re.compile(
    r"第[一二三四五六七八九十]+(?:部分|章|节|条)|[一二两三四五六七八九十]+(?=个原因|方面|点)"
)


def _not_figures(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Return where numerals are part of a name (一网通办, 三公) or of an idiom."""
    words = [*(plain(name).text for name in names), *_harmless()]
    return [
        match.span()
        for word in words
        if 2 <= len(word) <= 40
        for match in re.finditer(re.escape(word), text)
        if not word[0].isdigit()
    ]


@cache
def _harmless() -> tuple[str, ...]:
    from assistant.naming import words

    return tuple(words()["harmless"])


@cache
def _colloquial() -> tuple[tuple[str, str, str], ...]:
    """Return (word, kind, name) of the colloquial names, the longest first."""
    found = [(word, "subject", name) for name, group in ways()["subjects"].items() for word in group]
    rates = {measure.name for measure in vocabulary().measures if measure.of == "rate"}
    found += [
        (word, "rate" if name in rates else "amount", name)
        for name, group in ways()["measures"].items()
        for word in group
    ]
    return tuple(sorted(found, key=lambda entry: -len(entry[0])))


def _terms(text: str, names: Iterable[str]) -> list[Term]:
    """Return the known words in order; a colloquial one counts where no word of the reports covers it."""
    while (fund := vocabulary().fund(text)) is not None:  # 一般公共预算 names a fund, not a budget
        text = text[: fund.start] + " " * (fund.end - fund.start) + text[fund.end :]
    found = Lexicon(names).terms(text)
    taken = [(term.start, term.end) for term in found if term.kind not in ("up", "down")]
    for word, kind, name in _colloquial():
        for match in re.finditer(re.escape(plain(word).text), text):
            start, end = match.span()
            if not any(first < end and start < last for first, last in taken):
                found.append(Term(kind, name, start, end))
                taken.append((start, end))
    total = [term for term in found if not (term.kind == "subject" and term.name == TOTAL)]
    named = any(term.kind == "subject" for term in total)
    return sorted(total if named else found, key=lambda term: term.start)


def _period(terms: list[Term], every: list[Figure]) -> str | None:
    years = [str(one.value) for one in every if one.kind is FigureKind.YEAR]
    if years:
        return years[0]
    kinds = [term.kind for term in terms if term.kind in ("prior", "current")]
    return kinds[0] if kinds else None


def _classifier(text: str) -> str | None:
    words = sorted(ways()["classifiers"]["words"], key=len, reverse=True)
    match = re.search(rf"(?:多少|几)({'|'.join(map(re.escape, words))})", text)
    return None if match is None else match[1]


@cache
def _empty() -> re.Pattern[str]:
    lists = ways()
    words = sorted({plain(word).text or word for word in lists["empty"]["words"]}, key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in words if word))


_ONLY_ASKING = (
    "only",
    "how",
    "amount",
    "verify",
    "date",
    "why",
    "hold",
    "rounding",
    "consequence",
    "rank",
    "define",
)
"""What a question wants in words that carry no matter of their own."""


def _content(text: str, terms: Iterable[Term], every: Iterable[Figure]) -> tuple[str, ...]:
    """Return the words that carry a matter: the known ones as they stand, and what is left without function words."""
    characters = list(text)
    known: list[tuple[int, str]] = []
    for figure in every:
        characters[figure.start : figure.end] = " " * (figure.end - figure.start)
    while (fund := vocabulary().fund("".join(characters))) is not None:
        characters[fund.start : fund.end] = " " * (fund.end - fund.start)
    for match in _COUNTING.finditer(text):
        characters[match.start() : match.end()] = " " * (match.end() - match.start())
    for name in _ONLY_ASKING:
        for match in _patterns()[name].finditer(text):
            characters[match.start() : match.end()] = " " * (match.end() - match.start())
    for term in terms:
        known_kind = term.kind in ("subject", "amount", "rate", "any")
        if known_kind and " " not in characters[term.start : term.end]:
            known.append((term.start, text[term.start : term.end]))
            characters[term.start : term.end] = " " * (term.end - term.start)
    rest = _empty().sub(lambda match: " " * len(match.group()), "".join(characters))
    left = [
        (match.start(), match.group())
        for match in re.finditer(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9+.]*", rest)
    ]
    return _distinct(word for _, word in sorted(known + left) if len(word) > 1)
