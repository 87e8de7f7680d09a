"""Rule packs: parameters, word lists and required elements as data, by region and by year."""

from __future__ import annotations

import datetime
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rules.errors import PackError
from rules.finding import Basis

NATIONAL = "base"


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Dated(_Data):
    """A value with the time in which it holds and why; a report of year Y is held against the end of Y."""

    effective_from: datetime.date | None = None
    effective_to: datetime.date | None = None
    basis: tuple[Basis, ...] = ()

    def holds(self, year: str | None) -> bool:
        """Say whether the value is in force for a report of the year (None: whether it has no end)."""
        if year is None:
            return self.effective_to is None
        day = datetime.date(int(year), 12, 31)
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day <= self.effective_to)


class Bands(Dated):
    """Lower ends of the bands for qualitative indicators, as shares of the weight, ends included."""

    met: Decimal
    partial: Decimal


class Scoring(Dated):
    """Quantitative indicators: full when met, else by ratio; ``inverse`` names the formulas for ≤ ones."""

    inverse: tuple[str, ...]


class Execution(Dated):
    """Budget execution scores weight × rate, capped at the weight."""


class ClassWeights(Dated):
    """The usual weights of the classes of indicators, by a word of their name."""

    weights: dict[str, Decimal]


class Floor(_Data):
    """A grade and the lowest total that earns it."""

    name: str
    floor: Decimal


class Grades(Dated):
    """Grades as half-open bands, best first."""

    floors: tuple[Floor, ...]

    def of(self, total: Decimal) -> str | None:
        """Return the grade of a total."""
        return next((grade.name for grade in self.floors if total >= grade.floor), None)


class Element(_Data):
    """Something that a report of certain kinds has to contain, recognised by any of its words."""

    name: str
    kinds: tuple[str, ...]
    words: tuple[str, ...]


class KnownDocument(_Data):
    """A policy document by title and 文号; ``verified``: both were seen on an official page."""

    document: str
    number: str
    verified: bool = False


class Pack(_Data):
    """One pack as its file holds it; ``marks`` are words by which a report belongs to the region."""

    name: str
    title: str
    region: str
    marks: tuple[str, ...] = ()
    bands: tuple[Bands, ...] = ()
    scoring: tuple[Scoring, ...] = ()
    execution: tuple[Execution, ...] = ()
    class_weights: tuple[ClassWeights, ...] = ()
    grades: tuple[Grades, ...] = ()
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    element: tuple[Element, ...] = ()
    known: tuple[KnownDocument, ...] = ()


class ActivePack(_Data):
    """What is in force for one report: of each parameter the most special value that holds, or None."""

    names: tuple[str, ...]
    regions: tuple[str, ...]
    bands: Bands | None
    scoring: Scoring | None
    execution: Execution | None
    class_weights: ClassWeights | None
    grades: Grades | None
    words: dict[str, tuple[str, ...]]
    elements: tuple[Element, ...]
    known: tuple[KnownDocument, ...]


def read_pack(text: str, name: str) -> Pack:
    """Return the pack in a TOML text. Raises: PackError that names the pack and all that is wrong in it."""
    try:
        return Pack.model_validate(tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"规则包 {name} 不是有效的 TOML：{error}") from error
    except ValidationError as error:
        faults = "；".join(
            f"{'.'.join(str(part) for part in fault['loc'])}：{fault['msg']}" for fault in error.errors()
        )
        raise PackError(f"规则包 {name} 有误：{faults}") from error


@cache
def packs() -> dict[str, Pack]:
    """Return the packs that come with the program, by name."""
    folder = files("rules") / "packs"
    names = sorted(entry.name for entry in folder.iterdir() if (entry / "pack.toml").is_file())
    return {
        name: read_pack((folder / name / "pack.toml").read_text(encoding="utf-8"), name) for name in names
    }


def region_of(text: str) -> str | None:
    """Return the name of the regional pack whose marks the text bears most often, or None."""
    counts = {
        pack.name: sum(text.count(mark) for mark in pack.marks) for pack in packs().values() if pack.marks
    }
    best = max(counts, key=lambda name: counts[name], default=None)
    return best if best is not None and counts[best] else None


def in_force(year: str | None, region: str | None = None) -> ActivePack:
    """Return what holds for a report of the year: the national base, overlaid by the region's pack.

    ``region`` is a pack's name or its region in words (hunan, 湖南); of None, only the base counts.
    Raises: PackError for a region that has no pack.
    """
    stack = [packs()[NATIONAL]]
    if region is not None:
        found = [pack for pack in packs().values() if region in (pack.name, pack.region)]
        if not found:
            raise PackError(f"没有 {region} 的规则包；可用的：{'、'.join(packs())}")
        stack += [pack for pack in found if pack.name != NATIONAL]
    words: dict[str, tuple[str, ...]] = {}
    for pack in stack:
        words |= pack.words
    return ActivePack(
        names=tuple(pack.name for pack in stack),
        regions=tuple(pack.region for pack in stack),
        words=words,
        elements=tuple(element for pack in stack for element in pack.element),
        known=tuple(known for pack in stack for known in pack.known),
        **{name: _latest(stack, name, year) for name in _PARAMETERS},
    )


_PARAMETERS = ("bands", "scoring", "execution", "class_weights", "grades")


def _latest(stack: list[Pack], name: str, year: str | None) -> Any:
    """Return the value of a parameter from the most special pack that has one in force."""
    held = [value for pack in stack for value in getattr(pack, name) if value.holds(year)]
    return held[-1] if held else None
