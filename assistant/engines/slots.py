"""Figures as slots: a text with placeholders for every figure and derivation, and filling them in again.

A model chooses where a figure stands; what stands there comes from the evidence, number and unit together.
"""

from __future__ import annotations

import re

from assistant.disguise import plain
from assistant.figures import FigureKind, figures
from assistant.guard import no_figures
from assistant.support import Support

_SLOT = re.compile(r"\{\s*([nd]\d{1,3})\s*\}")


class Slots:
    """The slots of one answer; the same figure or derivation keeps its slot."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def cut(self, text: str, support: Support) -> str:
        """Return the text with slots for the derivations and figures in it; what is quoted stays as it is."""
        for passage in sorted(support.passages, key=lambda item: -len(item.text)):
            if passage.derivation is not None and "=" in passage.text and passage.text in text:
                text = text.replace(passage.text, self._slot("d", passage.text))
        return "".join(
            part if part.startswith("“") else self._cut_figures(part, support) for part in _quotes_apart(text)
        )

    def _cut_figures(self, text: str, support: Support) -> str:
        folded = plain(text)
        slots = [match.span() for match in _SLOT.finditer(folded.text)]
        named = no_figures(folded, sorted({plain(name).text for name in support.names if name}))
        found = [
            figure
            for figure in figures(folded, [*slots, *named])
            if figure.kind is FigureKind.QUANTITY and figure.value is not None
        ]
        places = [(folded.origin[f.start], folded.origin[f.end - 1] + 1) for f in found]
        named_slots = [self._slot("n", text[start:end]) for start, end in places]
        for (start, end), slot in reversed(list(zip(places, named_slots, strict=True))):
            text = text[:start] + slot + text[end:]
        return text

    def fill(self, text: str) -> str:
        """Return the text with the slots filled; one that nobody handed out stays, for the guard to see."""
        return _SLOT.sub(lambda match: self._texts.get(match[1], match[0]), text)

    def table(self) -> str:
        """Return the slots with what they stand for, one a line."""
        return "\n".join(f"{{{name}}} = {text}" for name, text in self._texts.items())

    def _slot(self, family: str, text: str) -> str:
        known = next((name for name, held in self._texts.items() if held == text and name[0] == family), None)
        if known is None:
            known = f"{family}{sum(name[0] == family for name in self._texts) + 1}"
            self._texts[known] = text
        return f"{{{known}}}"


def _quotes_apart(text: str) -> list[str]:
    """Split a text into quotations and what stands between them."""
    parts: list[str] = []
    depth = start = 0
    for at, character in enumerate(text):
        if character == "“":
            if depth == 0:
                parts.append(text[start:at])
                start = at
            depth += 1
        elif character == "”" and depth:
            depth -= 1
            if depth == 0:
                parts.append(text[start : at + 1])
                start = at + 1
    return [part for part in (*parts, text[start:]) if part]
