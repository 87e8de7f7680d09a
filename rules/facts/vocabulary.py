"""Which words name a thing, a stage or rate of it, or a fund; the terms themselves are data in ``vocabulary.toml``."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources

from rules.facts.fact import FactKind

BUDGET_STAGES = ("adjusted_budget", "budget", "initial_budget", "received")
"""The measures that can be the base of an execution rate, the likeliest first."""

BUDGET_MOVES = ("added", "recalled", "budget_adjustment")
"""What is added to a budget in the year or taken from it."""

TOTAL = "收支总计"
"""The subject of a grand total that names nothing but itself (合计, 总收入)."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing with a name of its own.

    ``scoped``: its totals lawfully differ from fund to fund. ``seldom``: those of its parts that many have nothing of.
    """

    name: str
    words: tuple[str, ...]
    scoped: bool = False
    parts: tuple[tuple[str, ...], ...] = ()
    seldom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A stage of money or a rate; ``of`` is ``amount`` or ``rate``."""

    name: str
    of: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a text: its name and where."""

    name: str
    start: int
    end: int


class _Terms:
    """Words with the names that they stand for, looked up by their first two characters."""

    def __init__(self, terms: Iterable[tuple[str, str]]) -> None:
        self._by_beginning: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._order: dict[tuple[str, str], int] = {}
        for name, word in terms:
            if (name, word) not in self._order:
                self._order[name, word] = len(self._order)
                self._by_beginning[word[:2]].append((name, word))

    def found(self, text: str) -> list[tuple[str, str]]:
        """Return the terms in a text, in the order in which they are listed."""
        beginnings = {text[at : at + length] for at in range(len(text)) for length in (1, 2)}
        terms = (term for start in beginnings for term in self._by_beginning.get(start, ()))
        return sorted((term for term in terms if term[1] in text), key=self._order.__getitem__)

    def longest(self, text: str) -> Match | None:
        """Return the longest term in the text, the rightmost of equals: what stands by the figure names it."""
        best: Match | None = None
        for name, word in self.found(text):
            at = text.rfind(word)
            if best is None or (len(word), at) > (best.end - best.start, best.start):
                best = Match(name, at, at + len(word))
        return best

    def last(self, text: str) -> Match | None:
        """Return the rightmost term in the text, and of these the longest."""
        best: Match | None = None
        for name, word in self.found(text):
            at = text.rfind(word)
            if best is None or (at + len(word), len(word)) > (best.end, best.end - best.start):
                best = Match(name, at, at + len(word))
        return best


class Vocabulary:
    """The terms of ``vocabulary.toml`` with their look-ups."""

    def __init__(self, text: str) -> None:
        data = tomllib.loads(text, parse_float=Decimal)
        self.subjects = {
            entry["name"]: Subject(
                entry["name"],
                tuple(entry["words"]),
                bool(entry.get("scoped", False)),
                tuple(tuple(parts) for parts in entry.get("parts", ())),
                tuple(entry.get("seldom", ())),
            )
            for entry in data["subject"]
        }
        self.divisions: tuple[tuple[str, ...], ...] = tuple(tuple(words) for words in data["divisions"])
        self.usual: tuple[tuple[str, ...], ...] = tuple(tuple(words) for words in data["usual_divisions"])
        self.usual_of: dict[str, tuple[tuple[str, ...], ...]] = {
            whole: tuple(tuple(words) for words in divisions)
            for whole, divisions in data["usual_divisions_of"].items()
        }
        self.loose: tuple[str, ...] = tuple(data["loose"])
        self.measures = tuple(Measure(m["name"], m["of"], tuple(m["words"])) for m in data["measure"])
        self._subjects = _Terms((s.name, word) for s in self.subjects.values() for word in s.words)
        self._funds = _Terms((fund["name"], word) for fund in data["fund"] for word in fund["words"])
        self._stages = {
            of: _Terms((m.name, word) for m in self.measures if m.of == of for word in m.words)
            for of in ("amount", "rate")
        }

    def subject(self, text: str) -> Match | None:
        """Return the known thing that the text names, if any."""
        return self._subjects.longest(text)

    def topic(self, text: str) -> str | None:
        """Return the known thing that the text names first: what a sentence is about."""
        found = [(text.find(word), -len(word), name) for name, word in self._subjects.found(text)]
        return min(found)[2] if found else None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where known things stand in the text."""
        found = []
        for _, word in self._subjects.found(text):
            at = text.find(word)
            while at >= 0:
                found.append((at, at + len(word)))
                at = text.find(word, at + 1)
        return found

    def fund(self, text: str) -> Match | None:
        """Return the fund that the text names, if any."""
        return self._funds.longest(text)

    def measure(self, text: str, kind: FactKind) -> Match | None:
        """Return the stage or rate named last in the text: the rightmost, and of these the longest."""
        of = "rate" if kind in (FactKind.RATE, FactKind.POINTS) else "amount"
        return self._stages[of].last(text)

    def is_scoped(self, subject: str | None) -> bool:
        """Say whether totals of the subject differ lawfully from fund to fund; an unknown one is taken not to."""
        known = self.subjects.get(subject or "")
        return known.scoped if known is not None else False

    def parts(self, subject: str | None) -> tuple[tuple[str, ...], ...]:
        """Return the decompositions of the subject that are exhaustive by definition."""
        known = self.subjects.get(subject or "")
        return known.parts if known is not None else ()


_QUOTES = str.maketrans({"＂": "“", "(": "（", ")": "）", "　": "", "：": "", ":": ""})


def normal(text: str) -> str:
    """Fold a label for comparison: no white space, one form of brackets, no colon."""
    return "".join(text.translate(_QUOTES).split())


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary, read once."""
    return Vocabulary(resources.files("rules.facts").joinpath("vocabulary.toml").read_text("utf-8"))
