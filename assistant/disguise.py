"""Undoing what hides a digit in a text: width, script, invisible characters, marks and blanks between digits."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without disguises. ``origin[i]`` is the offset in the text as written of character ``i``."""

    text: str
    written: str
    origin: tuple[int, ...]

    def as_written(self, start: int, end: int) -> str:
        """Return the stretch as it was written."""
        return self.written[self.origin[start] : self.origin[end - 1] + 1] if end > start else ""


_KEEP = frozenset("㎡㎥，。；：？！《》〈〉、…—～〔〕【】")
_DROP = frozenset('“”‘’"「」『』')
_SAME = {"(": "（", ")": "）"}
_NOISE = re.compile(r"(?<=[0-9.])[*_`~'|\\]+(?=[0-9.])")


@lru_cache(maxsize=8192)
def plain(written: str) -> Plain:
    """Undo disguises. Blanks and quotation marks go too: ``1 7 . 2 1 %`` and ``１７．２１％`` both read 17.21%."""
    characters: list[str] = []
    origin: list[int] = []
    for at, character in enumerate(written):
        for piece in _simple(character, characters[-1] if characters else ""):
            characters.append(piece)
            origin.append(at)
    text = "".join(characters)
    drop = {at for match in _NOISE.finditer(text) for at in range(match.start(), match.end())}
    if drop:
        origin = [place for at, place in enumerate(origin) if at not in drop]
        text = "".join(character for at, character in enumerate(text) if at not in drop)
    return Plain(text, written, tuple(origin))


def _simple(character: str, before: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character.isspace() or character in _DROP:
        return ""
    if character < "\x80" or character in _KEEP:
        return character if character >= " " else ""
    category = unicodedata.category(character)
    if category in ("Cf", "Mn", "Me", "Cc"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if character in "²³" and before in ("m", "米", "M"):
        return character
    folded = unicodedata.normalize("NFKC", character)
    return "".join(_SAME.get(piece, piece) for piece in folded if not piece.isspace())
