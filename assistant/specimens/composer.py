"""From books and texts to a report: every figure is placed through a slot that names its fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any

from assistant.specimens.blocks import Cell, Paragraph, Part, Region, Slot, Style
from assistant.specimens.ledger import Ledger
from assistant.specimens.story import Story, read_toml

MACRO = re.compile(r"<([^<>]+)>")
NAME = re.compile(r"\{=([^{}]+)\}")
FACT = re.compile(r"\{([^{}=]+)\}")
CATEGORY_NAMES = {"work": "业务工作经费", "maintain": "运行维护经费", "develop": "事业发展专项"}
BANDS = (("high", 95), ("good", 80), ("fair", 60), ("poor", 0))


@cache
def common() -> dict[str, Any]:
    """Return the texts that every specimen shares."""
    return read_toml("common.toml")


class Composer:
    """Chooses among the variants of each sentence by seed and fills its slots from the ledger."""

    def __init__(self, ledger: Ledger, story: Story, seed: int, year: int) -> None:
        """Remember what to write about; nothing is chosen yet."""
        self.ledger = ledger
        self.story = story
        self.seed = seed
        self.context = {
            "year": str(year),
            "last": str(year - 1),
            "next": str(year + 1),
            "departments": "、".join(story.departments),
            "money": ledger.unit,
            **story.context,
        }
        added = [project.name for project in story.projects if project.added]
        self.context |= {f"added{number}": name for number, name in enumerate(added, 1)}

    def choose(self, variants: Sequence[str], key: str) -> str:
        """Return the variant that the seed picks for the key."""
        return variants[Random(f"{self.seed}/{key}").randrange(len(variants))]

    def parts(self, template: str, *, in_table: bool = False, key: str = "") -> tuple[Part, ...]:
        """Fill a template. In a table the unit of money stands in the caption, so amounts come without."""
        text = MACRO.sub(lambda match: self._turn(match.group(1), key), template)
        while NAME.search(text):
            text = NAME.sub(lambda match: self.context[match.group(1)], text)
        found: list[Part] = []
        for number, piece in enumerate(FACT.split(text)):
            if number % 2:
                unit = self.ledger.printed_unit(piece)
                found.append(
                    Slot(piece, self.ledger.printed(piece), "" if in_table and unit != "%" else unit)
                )
            elif piece:
                found.append(piece)
        return tuple(found)

    def sentence(self, key: str, *args: str) -> tuple[Part, ...]:
        """Return one sentence by its key, with ``$1`` … replaced by the arguments."""
        variants = self.story.texts.get(key) or common()["texts"][key]
        variants = [variants] if isinstance(variants, str) else list(variants)
        return self.parts(_filled(self.choose(variants, "/".join((key, *args))), args), key=key)

    def paragraph(self, name: str, style: Style = "body") -> Paragraph:
        """Return a paragraph made of its sentences."""
        keys = self.story.paragraphs.get(name) or common()["paragraphs"][name]
        return Paragraph(_joined(tuple(part for key in keys for part in self.sentence(key))), style, name)

    def listed(self, key: str) -> list[Paragraph]:
        """Return a paragraph for each entry of a list of texts."""
        entries = self.story.texts.get(key) or common()["texts"][key]
        return [
            Paragraph(self.parts(entry), "body", f"{key}{number}") for number, entry in enumerate(entries, 1)
        ]

    def line(self, template: str, style: Style, region: Region = "body", name: str = "") -> Paragraph:
        """Return a paragraph from a template in the code (cover, captions, signatures)."""
        return Paragraph(self.parts(template), style, name, region)

    def cell(
        self, row: int, column: int, template: str, spans: tuple[int, int] = (1, 1), *, left: bool = False
    ) -> Cell:
        """Return a cell at its place; ``spans`` are rows and columns."""
        parts = self.parts(template, in_table=True)
        return Cell(row, column, spans[0], spans[1], parts, "left" if left else "centre")

    def category(self, category: str) -> list[Paragraph]:
        """Return what is said about one class of projects: sum, bands with the projects by name, reasons."""
        self.context["category"] = CATEGORY_NAMES[category]
        opening = self.sentence("category_sum", category)
        bands = self.bands(category)
        reason = self.sentence(f"reason_{category}")
        return [
            Paragraph(_joined((*opening, "按项目预算执行率分档，", *bands)), "body", f"category_{category}"),
            Paragraph(_joined(reason), "body", f"reason_{category}"),
        ]

    def bands(self, category: str) -> tuple[Part, ...]:
        """List the projects of a class by band of their execution rate; the counts are facts of the ledger."""
        left = dict(self.story.of_category(category))
        found: list[Part] = []
        for band, floor in BANDS:
            inside = [n for n in left if self.ledger.shown(f"p{n}.rate") >= floor]
            if not inside:
                continue
            fact = f"{category}.{band}"
            self.ledger.count(fact, len(inside))
            items = "、".join(f"{left.pop(n).name}（{{p{n}.rate}}）" for n in inside)
            text = common()["bands"][band].replace("$n", fact).replace("$list", items)
            text = text.replace("分别为", "为") if len(inside) == 1 else text
            found += [*self.parts(text), "；"]
        return (*found[:-1], "。")

    def _turn(self, call: str, key: str) -> str:
        name, *args = call.split(":")
        return _filled(self.choose(common()["macros"][name], f"{key}/{call}"), args)


def _filled(template: str, args: Sequence[str]) -> str:
    for number, arg in enumerate(args, 1):
        template = template.replace(f"${number}", arg)
    return template


def _joined(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Join neighbouring pieces of plain text, so that a part is a figure or the words between two figures."""
    found: list[Part] = []
    for part in parts:
        if found and isinstance(part, str) and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    return tuple(found)
