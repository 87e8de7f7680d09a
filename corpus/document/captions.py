"""What stands above a table: the line that names it, and the unit stated for all of it (单位：万元)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.document.raw import RawParagraph, RawTable

_UNIT = re.compile(
    r"(?:(?:金额|货币|计量|计价)?单\s*位|(?<![\u4e00-\u9fff])金额)\s*[：:]\s*(?:人民币)?\s*(?:[^\s：:、，,/元]{1,4}[、，,/]\s*){0,3}(?P<unit>亿元|百万元|万元|千元|元)(?![\u4e00-\u9fff])"
)
_AT_END = re.compile(r"[（(](?P<unit>亿元|百万元|万元|千元|元)[）)]\s*$")
"""表1 合同付款台账（万元）: the line that names a table states the unit behind the name."""
_NAMED = re.compile(
    r"^附?表\s*[0-9０-９一二三四五六七八九十]|(?:表|明细|情况|一览|汇总|统计|清单)(?:[（(][^（）()]*[）)])?$"
)
_ASIDE = re.compile(r"^[（(][^（）()]{1,20}[）)]$|[：:]")
_LONGEST = 60
_LOOK_BACK = 4
_TOP_ROWS = 2


@dataclass(frozen=True, slots=True)
class Above:
    """What the lines above a table say of it, and at which places they stand."""

    caption: str | None = None
    unit: str | None = None
    caption_at: int | None = None
    unit_at: int | None = None


def above(
    blocks: Sequence[RawParagraph | RawTable],
    index: int,
    headings: Mapping[int, bool],
    titles: frozenset[int],
) -> Above:
    """Return the caption and the unit of the table at this place.

    ``headings`` holds the places of headings and whether each is numbered (a numbered one names a section,
    not a table); ``titles`` the places of annex titles.
    """
    unit: str | None = None
    unit_at: int | None = None
    for at in range(index - 1, max(index - 1 - _LOOK_BACK, -1), -1):
        block = blocks[at]
        if isinstance(block, RawTable) or block.contents or len(block.body.text) > _LONGEST:
            break
        text = block.body.text
        stated = stated_unit(text)
        if stated is not None and unit is None:
            unit, unit_at = stated, at
        name = _UNIT.sub("", text).strip(" \u3000\t（）()，,；;") if stated else text
        if unit is None and (at in headings or _NAMED.search(text)) and (ends := _AT_END.search(text)):
            unit, unit_at = ends["unit"], at
        if headings.get(at):
            break
        if _names(name, centred=block.centred or at in titles or at in headings):
            return Above(name, unit, at, unit_at)
        if stated is None and not _ASIDE.search(text):
            break
    return Above(None, unit, None, unit_at)


def stated_unit(text: str) -> str | None:
    """Return the money unit that a line states for a whole table."""
    found = _UNIT.search(text)
    return found["unit"] if found else None


def unit_inside(table: RawTable) -> str | None:
    """Return the unit that a cell of the first rows states (单位：万元 in the top right corner)."""
    for cell in table.cells:
        if cell.row < _TOP_ROWS and len(cell.body.text) <= _LONGEST and (unit := stated_unit(cell.body.text)):
            return unit
    return None


def name_inside(table: RawTable) -> str | None:
    """Return the name that a form carries in its own first row, which one cell fills."""
    first = [cell for cell in table.cells if cell.row == 0 and cell.body.text]
    if len(first) != 1 or first[0].column_span < table.columns or table.columns < 2:
        return None
    text = first[0].body.text.split("\n")[0].strip()
    return text if len(text) <= _LONGEST and _NAMED.search(text) else None


def _names(text: str, *, centred: bool) -> bool:
    if not text or text[-1] in "。：:；;，,、！？" or "：" in text or ":" in text or _ASIDE.search(text):
        return False
    return centred or _NAMED.search(text) is not None
