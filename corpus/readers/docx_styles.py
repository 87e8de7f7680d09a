"""What the styles of a DOCX say of a paragraph or a run: heading level, contents, numbering, visibility."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.readers.docx_xml import Node, W, number, switch, val

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*([1-9])$", re.IGNORECASE)
_LONGEST_CHAIN = 20
_BODY_LEVEL = 9
_SMALLEST_SIZE = 4
_WHITE = 0xF0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What properties and styles together say of one paragraph; ``numbering`` is (numId, level)."""

    heading: int | None
    contents: int | None
    numbering: tuple[str, int] | None
    centred: bool
    shaded: bool


class Styles:
    """The style sheet, with inheritance (basedOn) resolved on demand."""

    def __init__(self, root: Node | None) -> None:
        self._by_id: dict[str, Node] = {}
        self._default: str | None = None
        self._chains: dict[str | None, tuple[Node, ...]] = {}
        for style in () if root is None else root.iter(W + "style"):
            name = val(style, "styleId")
            if name is None:
                continue
            self._by_id[name] = style
            if val(style, "type") == "paragraph" and val(style, "default") in ("1", "true", "on"):
                self._default = name

    def chain(self, style_id: str | None) -> tuple[Node, ...]:
        """Return the style and those it is based on, nearest first."""
        known = self._chains.get(style_id)
        if known is not None:
            return known
        found: list[Node] = []
        following = style_id
        while (style := self._by_id.get(following or "")) is not None and len(found) < _LONGEST_CHAIN:
            found.append(style)
            following = val(style.find(W + "basedOn"))
        return self._chains.setdefault(style_id, tuple(found))

    def paragraph(self, properties: Node | None) -> ParagraphStyle:
        """Return what holds for a paragraph with these w:pPr."""
        style_id = None if properties is None else val(properties.find(W + "pStyle"))
        styles = self.chain(style_id or self._default)
        sources = [properties, *(style.find(W + "pPr") for style in styles)]
        present = [source for source in sources if source is not None]
        justify = next((v for p in present if (v := val(p.find(W + "jc"))) is not None), None)
        return ParagraphStyle(
            heading=_heading(properties, styles),
            contents=next((level for style in styles if (level := _named(style, _CONTENTS))), None),
            numbering=_numbering(present, styles),
            centred=justify == "center",
            shaded=any(is_shaded(source) for source in present),
        )

    def run_sources(self, properties: Node | None, paragraph: Node | None) -> list[Node]:
        """Return the w:rPr that bear on a run, nearest first: its own, its style's, its paragraph style's."""
        found = [] if properties is None else [properties]
        run_style = None if properties is None else val(properties.find(W + "rStyle"))
        paragraph_style = None if paragraph is None else val(paragraph.find(W + "pStyle"))
        for style_id in (run_style, paragraph_style or self._default):
            for style in self.chain(style_id):
                if (below := style.find(W + "rPr")) is not None:
                    found.append(below)
        return found

    def shades(self, style_id: str | None) -> bool:
        """Say whether a table style shades any of its parts: white words on it are meant to be read."""
        return any(_is_fill(shade) for style in self.chain(style_id) for shade in style.iter(W + "shd"))


def hidden_reason(sources: list[Node], shaded: bool) -> str | None:
    """Say why a reader of the printed page does not see a run, or None where it is visible."""
    vanish = next((v for source in sources if (v := switch(source, "vanish")) is not None), False)
    if vanish:
        return "隐藏文字"
    size = next((n for s in sources if (n := number(val(s.find(W + "sz")))) is not None), None)
    if size is not None and size <= _SMALLEST_SIZE:
        return "极小字号文字"
    colour = next((c for source in sources if (c := val(source.find(W + "color"))) is not None), None)
    marked = any(source.find(W + "highlight") is not None or is_shaded(source) for source in sources)
    return "白色文字" if is_white(colour) and not shaded and not marked else None


def is_shaded(properties: Node | None) -> bool:
    """Say whether properties (of a run, paragraph or cell) set a background other than white."""
    shade = None if properties is None else properties.find(W + "shd")
    return shade is not None and _is_fill(shade)


def _is_fill(shade: Node) -> bool:
    fill = val(shade, "fill")
    return fill not in (None, "auto") and not is_white(fill)


def is_white(colour: str | None) -> bool:
    """Say whether a colour, as six hexadecimal digits, cannot be told from white paper."""
    if colour is None or len(colour) != 6:
        return False
    try:
        return all(int(colour[i : i + 2], 16) >= _WHITE for i in (0, 2, 4))
    except ValueError:
        return False


def _named(style: Node, pattern: re.Pattern[str]) -> int | None:
    found = pattern.match((val(style.find(W + "name")) or "").strip())
    return int(found.group(1)) if found else None


def _heading(properties: Node | None, styles: Sequence[Node]) -> int | None:
    own = _outline(properties)
    if own is not None:
        return None if own == _BODY_LEVEL else own + 1
    for style in styles:
        level = _outline(style.find(W + "pPr"))
        if level is not None:
            return None if level == _BODY_LEVEL else level + 1
        if named := _named(style, _HEADING):
            return named
    return None


def _outline(properties: Node | None) -> int | None:
    return None if properties is None else number(val(properties.find(W + "outlineLvl")))


def _numbering(sources: list[Node], styles: Sequence[Node]) -> tuple[str, int] | None:
    """Return (numId, level); numId 0 takes away what a style gives. A style may give only one of the two."""
    num_id: str | None = None
    level: int | None = None
    for source in sources:
        stated = source.find(W + "numPr")
        if stated is None:
            continue
        num_id = num_id if num_id is not None else val(stated.find(W + "numId"))
        level = level if level is not None else number(val(stated.find(W + "ilvl")))
        if num_id is not None:
            break
    return None if num_id in (None, "0") or num_id is None else (num_id, level or 0)
