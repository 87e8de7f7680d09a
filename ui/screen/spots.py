"""Places in the report as the page's script wants them: what to mark, on which page, and what to call it."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.labels import Language, one_line, page_words, place
from corpus.document.evidence import Evidence
from ui.screen.markup import Html, element

LONGEST_QUOTE = 36


def spot(evidence: Evidence, number: int | None = None, lang: Language = "zh") -> dict[str, object]:
    """Return one place: boxes in PDF points as in the contract, offsets into the text, and a name for people.

    A place in another document is named, but there is nothing to mark in the report.
    """
    here = evidence.material is None
    return {
        "n": number,
        "label": page_words(evidence, lang) if here else place(evidence, lang),
        "quote": shortened(one_line(evidence.quote)),
        "page": evidence.page if here else None,
        "boxes": [box.as_list() for box in evidence.boxes or ()] if here else [],
        "start": evidence.start if here else None,
        "end": evidence.end if here else None,
    }


def spots(evidence: Iterable[Evidence], lang: Language = "zh") -> list[object]:
    """Return the places of a finding, numbered from 1."""
    return [spot(item, number, lang) for number, item in enumerate(evidence, 1)]


def go_button(label: str, evidence: Evidence, lang: Language = "zh", **attributes: str) -> Html:
    """Return a button that turns the report to the place and marks it."""
    shown = [spot(evidence, None, lang)]
    return element("button", label, type="button", class_="jh-go", data_spots=shown, **attributes)


def shortened(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Return text cut with an ellipsis where it is long."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
