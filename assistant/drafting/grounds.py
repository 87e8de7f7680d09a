"""What a drafted item rests on: rule cards and documents in force for the report's year; ``无对应条款`` where none is held."""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from assistant.drafting.topic import Topic
from assistant.material import Material
from assistant.support import Origin
from rules.card import RuleCard
from rules.finding import Basis

NO_GROUND = "无对应条款"
MEASURE = "measure"
"""The key of what every measure rests on."""


@cache
def _held() -> dict[str, tuple[Basis, ...]]:
    text = files("assistant.drafting").joinpath("grounds.toml").read_text(encoding="utf-8")
    return TypeAdapter(dict[str, tuple[Basis, ...]]).validate_python(tomllib.loads(text))


def grounds(material: Material, topic: Topic | str, codes: tuple[str, ...]) -> str:
    """Return the words after 〔依据〕, each card with the marker of its citation."""
    year = material.review.year
    parts = []
    for code in codes:
        held = material.review.pack.card(code)
        if _holds(held.effective_from, year):
            parts.append(_card_words(material, held))
    parts += [
        material.basis(basis) for basis in _held().get(str(topic), ()) if _holds(_day(basis.effective), year)
    ]
    return "；".join(parts) or NO_GROUND


def _card_words(material: Material, held: RuleCard) -> str:
    marker = material.cite_card(held, meaning=True)
    said = material.passage(held.meaning.partition("。")[0], Origin.CITED, marker)
    return f"规则卡 {held.code}（非原文）“{said}”{marker}"


def _holds(begins: datetime.date | None, year: str | None) -> bool:
    """Say whether a rule that holds from a day on was in force at the end of the report's year."""
    return begins is None or year is None or begins <= datetime.date(int(year), 12, 31)


def _day(text: str | None) -> datetime.date | None:
    return None if text is None else datetime.date.fromisoformat(text)
