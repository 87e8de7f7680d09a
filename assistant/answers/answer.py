"""An answer as it leaves: text that has passed the guard, its sources, its figures with their origin."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from assistant.plan import About
from assistant.support import Citation, Number

SCHEMA = "jiheng.answer/1"
_MARKER = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; the fields are those of ``jiheng.answer/1``.

    ``kind`` is the sort of question, ``about`` what the next one may leave out, ``note`` why another engine answered than
    was asked for, None where none did. Units: ``first`` and ``total`` are seconds; first is None where nothing came.
    """

    question: str
    answered: bool
    answer: str
    citations: tuple[Citation, ...]
    numbers: tuple[Number, ...]
    engine: str
    kind: str
    about: About
    first: float | None
    total: float
    note: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the ``jiheng.answer/1`` object."""
        return {
            "schema": SCHEMA,
            "question": self.question,
            "answered": self.answered,
            "answer": self.answer,
            "citations": [citation.as_json() for citation in self.citations],
            "numbers": [number.as_json() for number in self.numbers],
            "engine": self.engine,
            "kind": self.kind,
            "note": self.note,
            "timing": {
                "first": None if self.first is None else round(self.first, 4),
                "total": round(self.total, 4),
            },
        }


def cited(text: str, numbers: tuple[Number, ...], citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Return the citations that the text or one of its figures names, in the order of their markers."""
    named = set(_MARKER.findall(text)) | {number.citation for number in numbers}
    return tuple(citation for citation in citations if citation.marker in named)


def renumbered(
    text: str, numbers: tuple[Number, ...], citations: tuple[Citation, ...]
) -> tuple[str, tuple[Number, ...], tuple[Citation, ...]]:
    """Return text, figures and citations with the markers counted anew in the order of the text."""
    order = [*_MARKER.findall(text), *(number.citation for number in numbers if number.citation)]
    new = {marker: f"[{at}]" for at, marker in enumerate(dict.fromkeys(order), 1)}
    return (
        _MARKER.sub(lambda match: new[match[0]], text),
        tuple(
            number if number.citation is None else replace(number, citation=new[number.citation])
            for number in numbers
        ),
        tuple(
            sorted(
                (replace(item, marker=new[item.marker]) for item in citations if item.marker in new),
                key=lambda item: int(item.marker[1:-1]),
            )
        ),
    )
