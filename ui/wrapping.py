"""Wrapping of mixed Chinese and Latin text by the columns that it takes on a terminal."""

from __future__ import annotations

import unicodedata

_NOT_FIRST = "，。、；：？！）》」』】〕”’％%…)],.;:!?"
_NOT_LAST = "（《「『【〔“‘(["


def columns(text: str) -> int:
    """Return how many columns a terminal gives the text: two for a wide character, none for a combining one."""
    return sum(_columns_of(char) for char in text)


def _columns_of(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Return the text as lines of at most ``width`` columns; lines after the first begin with ``hanging``.

    Chinese breaks between any two characters, Latin words and figures stay whole, and no line begins with a closing
    mark. A word wider than a line stands on a line of its own.
    """
    later = indent if hanging is None else hanging
    lines: list[str] = []
    line, begun = indent, False
    for token in _tokens(text):
        if begun and columns(line) + columns(token.rstrip()) > width:
            lines.append(line.rstrip())
            line, begun = later, False
            token = token.lstrip()
        line += token
        begun = begun or bool(token.strip())
    return [*lines, line.rstrip()] if begun or not lines else lines


def _tokens(text: str) -> list[str]:
    """Split where a line may break; opening marks stay with what follows, closing ones with what stands before."""
    tokens: list[str] = []
    for char in text:
        if tokens and not _may_break(tokens[-1][-1], char):
            tokens[-1] += char
        else:
            tokens.append(char)
    return tokens


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after == " ":
        return False
    wide = "WF"
    return (
        before == " "
        or unicodedata.east_asian_width(before) in wide
        or unicodedata.east_asian_width(after) in wide
    )
