"""附件 lines: which of them open an annex, and which only announce one (the list below the signature)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document.raw import RawParagraph, RawTable

_ANNEX = re.compile(
    r"附\s*件\s*(?P<number>[0-9０-９一二三四五六七八九十]{0,3})\s*(?P<mark>[：:．.、\-—]?)\s*(?P<title>.*)"
)
_NUMBERED = re.compile(r"[（(]?[0-9０-９一二三四五六七八九十]{1,2}[）)．.、]")
_LONGEST_TITLE = 50
_LOOK_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex heading: its name for the section path, and where its title stands if on a line of its own."""

    name: str
    title_at: int | None


def annexes(blocks: Sequence[RawParagraph | RawTable]) -> dict[int, Annex]:
    """Return the annex headings by place."""
    lines = {index: found for index, block in enumerate(blocks) if (found := _line(block)) is not None}
    opened: dict[int, Annex] = {}
    for index, line in lines.items():
        label = "附件" + line["number"]
        if line["title"]:
            last = not any(other["number"] == line["number"] for at, other in lines.items() if at > index)
            if last and _holds_table(blocks, index, lines):
                opened[index] = Annex(f"{label} {line['title']}", None)
        elif not line["mark"] or _holds_table(blocks, index, lines):
            title_at = _title_at(blocks, index + 1, lines)
            title = _text(blocks[title_at]) if title_at is not None else ""
            if index + 1 < len(blocks):
                opened[index] = Annex(f"{label} {title}".strip(), title_at)
    return opened


def _line(block: RawParagraph | RawTable) -> re.Match[str] | None:
    if isinstance(block, RawTable) or block.contents:
        return None
    found = _ANNEX.fullmatch(block.body.text)
    if found is None or len(found["title"]) > _LONGEST_TITLE or found["title"].endswith(("。", "；", "，")):
        return None
    # 附件1为…, 附件二的…: words that run on straight after the number are a sentence, not a name.
    spaced = block.body.text[: found.start("title")].endswith((" ", "\u3000", "\t"))
    return found if not found["title"] or found["mark"] or spaced or block.style_level is not None else None


def _holds_table(
    blocks: Sequence[RawParagraph | RawTable], index: int, lines: dict[int, re.Match[str]]
) -> bool:
    for at in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(blocks))):
        if at in lines:
            return False
        if isinstance(blocks[at], RawTable):
            return True
    return False


def _title_at(
    blocks: Sequence[RawParagraph | RawTable], index: int, lines: dict[int, re.Match[str]]
) -> int | None:
    if index >= len(blocks) or index in lines:
        return None
    text = _text(blocks[index])
    plain = text and len(text) <= _LONGEST_TITLE and text[-1] not in "。；，：:" and not _NUMBERED.match(text)
    return index if plain and "单位：" not in text else None


def _text(block: RawParagraph | RawTable) -> str:
    return "" if isinstance(block, RawTable) else block.body.text
