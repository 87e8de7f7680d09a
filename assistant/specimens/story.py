"""A story: the fictional unit that a report is about, its projects, its work and its texts, read from TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from assistant.specimens.ledger import MoneyUnit

CATEGORIES = ("work", "maintain", "develop")


@dataclass(frozen=True, slots=True)
class Project:
    """A project. Units: ``budget`` is a range in 万元, ``rate`` the range of its execution in per cent."""

    name: str
    category: str
    budget: tuple[int, int]
    rate: tuple[int, int]
    added: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A count of work done.

    ``base`` is the range of this year's value, ``growth`` that of its change on last year in per cent; ``plan`` the share
    of this year's value that had been planned, in per cent; ``parts`` split the value exactly; ``done`` is the range in
    per cent of the part that met its standard.
    """

    id: str
    base: tuple[int, int]
    growth: tuple[int, int] | None = None
    plan: int | None = None
    parts: tuple[str, ...] = ()
    done: tuple[int, int] | None = None
    fixed: bool = False
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the score form. ``target`` and ``actual`` are templates; ``share`` is the score in per cent of the weight.

    ``rate`` names a fact that the score follows: weight × rate ÷ ``goal`` (in per cent), never above the weight.
    """

    id: str
    level1: str
    level2: str
    name: str
    target: str
    actual: str
    weight: int
    share: int = 100
    rate: str = ""
    goal: int = 100
    reason: str = ""
    wording: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A fictional unit with everything that is its own. ``money`` is the unit in which it prints its amounts."""

    id: str
    context: dict[str, str]
    scale: dict[str, tuple[int, int]]
    departments: tuple[str, ...]
    projects: tuple[Project, ...]
    counts: tuple[Count, ...]
    rows: tuple[Row, ...]
    texts: dict[str, tuple[str, ...]]
    paragraphs: dict[str, tuple[str, ...]]
    money: MoneyUnit = "万元"

    def of_category(self, category: str) -> tuple[tuple[int, Project], ...]:
        """Return the projects of a category with their number among all projects."""
        return tuple((n, p) for n, p in enumerate(self.projects) if p.category == category)


def read_toml(name: str) -> dict[str, Any]:
    """Return a data file of this package; amounts in it are Decimal."""
    text = files("assistant.specimens").joinpath("data", name).read_text("utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def names() -> tuple[str, ...]:
    """Return the ids of the bundled stories."""
    folder = files("assistant.specimens").joinpath("data", "stories")
    return tuple(
        sorted(item.name.removesuffix(".toml") for item in folder.iterdir() if item.name.endswith(".toml"))
    )


@cache
def load(name: str) -> Story:
    """Read a bundled story."""
    data = read_toml(f"stories/{name}.toml")
    return Story(
        id=name,
        context=data["context"],
        scale={key: _pair(value) for key, value in data["scale"].items()},
        departments=tuple(data["departments"]),
        projects=tuple(
            Project(p["name"], p["category"], _pair(p["budget"]), _pair(p["rate"]), p.get("added", False))
            for p in data["project"]
        ),
        counts=tuple(_count(item) for item in data["count"]),
        rows=tuple(Row(**item) for item in data["row"]),
        texts={
            key: (value,) if isinstance(value, str) else tuple(value) for key, value in data["texts"].items()
        },
        paragraphs={key: tuple(value) for key, value in data["paragraphs"].items()},
        money=data.get("money", "万元"),
    )


def _pair(value: list[int]) -> tuple[int, int]:
    low, high = value
    return low, high


def _count(item: dict[str, Any]) -> Count:
    fields: dict[str, Any] = dict(item)
    for key in ("base", "growth", "done"):
        if key in fields:
            fields[key] = _pair(fields[key])
    return Count(**fields | {"parts": tuple(item.get("parts", ()))})
