"""A draft of 存在的问题及原因分析 and 下一步改进措施 as a value: its items, its text as a paper, its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from assistant.drafting.paper import Voice
from assistant.support import Citation, Number, Support

SCHEMA = "jiheng.draft/1"
Section = Literal["problems", "measures"]
Sections = Literal["problems", "measures", "both"]
HEADS: dict[Section, str] = {"problems": "存在的问题及原因分析", "measures": "下一步改进措施"}
REPORT_MARK, GROUND_MARK = "〔报告〕", "〔依据〕"
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Item:
    """One problem or one measure. ``problem`` is the title of the problem that a measure answers, else None.

    ``dropped`` is the number of sentences that did not pass the guard and so do not stand in it.
    """

    section: Section
    title: str
    text: str
    problem: str | None
    findings: tuple[str, ...]
    citations: tuple[Citation, ...]
    numbers: tuple[Number, ...]
    dropped: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return the item object of the contract."""
        return {
            "section": self.section,
            "title": self.title,
            "text": self.text,
            "problem": self.problem,
            "findings": list(self.findings),
            "citations": [one.as_json() for one in self.citations],
            "numbers": [one.as_json() for one in self.numbers],
        }


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole draft. ``notes`` are for whoever edits it and belong in no paper; ``support`` is what it may say."""

    section: Sections
    voice: Voice
    items: tuple[Item, ...]
    notes: tuple[str, ...]
    engine: str
    support: Support
    unit: str

    @property
    def text(self) -> str:
        """Return the draft as a paper: numbered heads, items, their places and grounds."""
        return "\n".join(_lines(self))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return what the items cite, in the order of the markers."""
        held = {one.marker for item in self.items for one in item.citations}
        return tuple(one for one in self.support.citations if one.marker in held)

    def as_json(self) -> dict[str, Any]:
        """Return the ``jiheng.draft/1`` object."""
        return {
            "schema": SCHEMA,
            "section": self.section,
            "voice": self.voice,
            "items": [item.as_json() for item in self.items],
            "text": self.text,
            "notes": list(self.notes),
            "engine": self.engine,
        }


NOTHING = "没有从报告中找到可以写入本节的事项。"


def _lines(made: Draft) -> list[str]:
    sections: list[Section] = ["problems", "measures"] if made.section == "both" else [made.section]
    numbered = {
        item.title: at for at, item in enumerate((i for i in made.items if i.section == "problems"), 1)
    }
    lines: list[str] = []
    for at, section in enumerate(sections):
        lines.append(f"{_NUMERALS[at]}、{HEADS[section]}")
        items = [item for item in made.items if item.section == section]
        lines.append(
            _lead(made, section, any(one.section == "problems" for one in made.items)) if items else NOTHING
        )
        for number, item in enumerate(items, 1):
            answers = ""
            if item.problem is not None:
                known = numbered.get(item.problem)
                answers = f"（对应问题{numeral(known)}）" if known else f"（对应问题“{item.problem}”）"
            lines.append(f"{numeral(number)}{item.title}{answers}")
            lines += item.text.split("\n")
    return lines


def _lead(made: Draft, section: Section, after_problems: bool) -> str:
    """Return the sentence that opens a section, in the voice of the draft."""
    by_unit = made.voice == "unit"
    if section == "problems":
        return f"对照年度绩效目标和管理要求，{made.unit}{'仍' if by_unit else ''}存在以下问题。"
    whose = "上述问题" if after_problems else "自评和审核中发现的问题"
    return f"针对{whose}，{f'{made.unit}将采取' if by_unit else f'建议{made.unit}采取'}以下措施。"


def numeral(number: int) -> str:
    """Return the number of an item: （一）, （十二）."""
    tens, ones = divmod(number, 10)
    words = ("" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens - 1]}十") + (
        _NUMERALS[ones - 1] if ones else ""
    )
    return f"（{words}）"
