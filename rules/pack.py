"""What is in force for one report: the national base, overlaid by region, by place and by the packs of the user."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict

from rules.card import RuleCard, card
from rules.errors import PackError
from rules.pack_model import Element, Indicator, Pack, Policy, ReviewItem, Term
from rules.pack_reading import read_folder
from rules.pack_scoring import Bands, ClassWeights, Data, Dated, Execution, Grades, Parameter, Scoring, Veto

__all__ = [
    "NATIONAL",
    "ActivePack",
    "Bands",
    "KnownDocument",
    "Packs",
    "in_force",
    "packs",
    "region_of",
    "shipped",
]

NATIONAL = "base"
SHIPPED = ("base", "hunan")
DATED = ("bands", "scoring", "execution", "class_weights", "grades")
"""The parameters of which one value is in force: the last that holds in the most special pack."""


class KnownDocument(Data):
    """A policy document by title and 文号; ``verified``: both were seen on an official page."""

    document: str
    number: str
    verified: bool = False


class ActivePack(BaseModel):
    """What is in force for one report: of each parameter the most special value that holds, or None.

    ``parameters`` are those switched on, ``indicators`` and ``terms`` the definitions, each by the most special pack
    that has one. ``names`` and ``titles`` are those of the packs, the base first.
    """

    model_config = ConfigDict(frozen=True)

    names: tuple[str, ...]
    titles: tuple[str, ...]
    regions: tuple[str, ...] = ()
    bands: Bands | None = None
    scoring: Scoring | None = None
    execution: Execution | None = None
    class_weights: ClassWeights | None = None
    grades: Grades | None = None
    vetoes: tuple[Veto, ...] = ()
    parameters: dict[str, Parameter] = {}
    terms: dict[str, Term] = {}
    indicators: tuple[Indicator, ...] = ()
    words: dict[str, tuple[str, ...]] = {}
    elements: tuple[Element, ...] = ()
    documents: tuple[Policy, ...] = ()
    review_items: tuple[ReviewItem, ...] = ()
    cards: tuple[RuleCard, ...] = ()

    @property
    def known(self) -> tuple[KnownDocument, ...]:
        """Return the documents that have a 文号, for what a report cites."""
        return tuple(
            KnownDocument(document=item.title, number=item.number, verified=item.verified)
            for item in self.documents
            if item.number is not None
        )

    def card(self, code: str) -> RuleCard:
        """Return the card of a rule of these packs or of the program. Raises: PackError if there is none."""
        return next((item for item in self.cards if item.code == code), None) or card(code)

    def standing_of(self, number: str | None) -> str:
        """Return how far a document binds, by its 文号: ``binding``, ``reference`` or ``trial``."""
        return next((item.standing for item in self.documents if item.number == number), "binding")


@dataclass(frozen=True, slots=True)
class Step:
    """One value on the way to what is in force: of which pack, and whether it ``holds`` for the year."""

    pack: Pack
    value: Dated
    holds: bool


@dataclass(frozen=True)
class Packs:
    """The packs at hand by name, those ``chosen`` for every report, and what is wrong in folders left out."""

    available: Mapping[str, Pack]
    chosen: tuple[str, ...] = ()
    left_out: tuple[str, ...] = field(default=())

    @cached_property
    def digest(self) -> str:
        """Return a hash of what the user's packs hold and which are chosen; empty where there are none."""
        own = [pack.model_dump_json() for name, pack in sorted(self.available.items()) if name not in SHIPPED]
        if not own and not self.chosen:
            return ""
        return hashlib.sha256("\x1f".join((*own, *self.chosen)).encode()).hexdigest()

    def stack(self, region: str | None = None) -> tuple[Pack, ...]:
        """Return the packs that lie over one another: the base, the region with what it lies over, the chosen.

        Raises: PackError for a region or a name that has no pack.
        """
        found: dict[str, Pack] = {NATIONAL: self.available[NATIONAL]}
        for pack in (
            *(self._of_region(region) if region is not None else ()),
            *map(self._named, self.chosen),
        ):
            for below in reversed(self._lineage(pack)):
                found.setdefault(below.name, below)
        return tuple(found.values())

    def in_force(self, year: str | None, region: str | None = None) -> ActivePack:
        """Return what holds for a report of the year; ``region`` is a pack's name or its region in words."""
        stack = self.stack(region)
        words: dict[str, tuple[str, ...]] = {}
        for pack in stack:
            words |= pack.words
        dated: dict[str, Any] = {name: _last(steps_of(stack, name, year)) for name in DATED}
        return ActivePack(
            names=tuple(pack.name for pack in stack),
            titles=tuple(pack.title for pack in stack),
            regions=tuple(pack.region for pack in stack),
            vetoes=tuple(veto for pack in stack for veto in pack.veto if veto.holds(year)),
            parameters={
                item.id: item for pack in stack for item in pack.parameter if item.holds(year) and item.on
            },
            terms={term.name: term for pack in stack for term in pack.term},
            indicators=tuple(
                {item.id: item for pack in stack for item in pack.indicator if item.holds(year)}.values()
            ),
            words=words,
            elements=tuple({item.name: item for pack in stack for item in pack.element}.values()),
            documents=tuple({item.id: item for pack in stack for item in pack.document}.values()),
            review_items=tuple({item.id: item for pack in stack for item in pack.review_item}.values()),
            cards=tuple(card for pack in stack for card in pack.cards if card.holds(year, (pack.region,))),
            **dated,
        )

    def region_of(self, text: str) -> str | None:
        """Return the name of the regional pack whose marks the text bears most often, or None."""
        counts = {
            pack.name: sum(text.count(mark) for mark in pack.marks)
            for pack in self.available.values()
            if pack.marks
        }
        best = max(counts, key=lambda name: counts[name], default=None)
        return best if best is not None and counts[best] else None

    def _of_region(self, region: str) -> tuple[Pack, ...]:
        found = tuple(pack for pack in self.available.values() if region in (pack.name, pack.region))
        if not found:
            raise PackError(f"没有 {region} 的规则包；可用的：{'、'.join(self.available)}")
        return found

    def _named(self, name: str) -> Pack:
        if name not in self.available:
            raise PackError(f"没有名为 {name} 的规则包；可用的：{'、'.join(self.available)}")
        return self.available[name]

    def _lineage(self, pack: Pack) -> list[Pack]:
        """Return the pack and those that it lies over, the most special first; a circle ends where it closes."""
        found = [pack]
        while found[-1].over is not None and found[-1].over not in [one.name for one in found]:
            found.append(self._named(found[-1].over))
        return found


def steps_of(stack: Iterable[Pack], name: str, year: str | None) -> tuple[Step, ...]:
    """Return every value of a parameter in the order of overlay; the last that holds is in force."""
    return tuple(Step(pack, value, value.holds(year)) for pack in stack for value in getattr(pack, name))


def _last(steps: tuple[Step, ...]) -> Dated | None:
    held = [step.value for step in steps if step.holds]
    return held[-1] if held else None


@cache
def packs() -> dict[str, Pack]:
    """Return the packs that come with the program, by name. Raises: PackError where one is damaged."""
    folder = files("rules") / "packs"
    found: dict[str, Pack] = {}
    documents: dict[str, Policy] = {}
    for name in SHIPPED:
        read = read_folder(folder / name, documents)
        if read.pack is None or read.faults:
            raise PackError(f"规则包 {name} 有误：{'；'.join(map(str, read.faults))}")
        found[name] = read.pack
        documents |= {document.id: document for document in read.pack.document}
    return found


@cache
def shipped() -> Packs:
    """Return the packs that come with the program, none of them chosen."""
    return Packs(packs())


def in_force(year: str | None, region: str | None = None) -> ActivePack:
    """Return what the shipped packs hold for a report of the year. Raises: PackError for an unknown region."""
    return shipped().in_force(year, region)


def region_of(text: str) -> str | None:
    """Return the name of the shipped regional pack whose marks the text bears most often, or None."""
    return shipped().region_of(text)
