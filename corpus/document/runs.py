"""Characters with places → the runs of a document; and the tidying of text that keeps both in step."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.document.model import Doubt, Run
from corpus.document.raw import Place, RawText

SURE = 0.9
"""The confidence from which on a character of an image is taken as read."""

# Zero-width and control characters: invisible on the page, and able to split a figure or a word in two.
_INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff\u00ad\u061c") | {
    chr(code)
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))
    if chr(code) not in "\t\n"
}


def tidy(body: RawText) -> RawText:
    """Return the text without invisible characters and without white space at its ends."""
    text, places = body.text, body.places
    if not _INVISIBLE.isdisjoint(text):
        kept = [index for index, char in enumerate(text) if char not in _INVISIBLE]
        text = "".join(text[index] for index in kept)
        places = tuple(places[index] for index in kept) if places else ()
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return part(RawText(text, places), start, max(end, start))


def part(body: RawText, start: int, end: int) -> RawText:
    """Return a stretch of a text with its places."""
    return RawText(body.text[start:end], body.places[start:end])


def join(first: RawText, second: RawText) -> RawText:
    """Return two texts as one."""
    if not first.places and not second.places:
        return RawText(first.text + second.text)
    blank = (None,)
    before = first.places or blank * len(first.text)
    return RawText(first.text + second.text, before + (second.places or blank * len(second.text)))


def runs_of(places: Sequence[Place | None], offset: int) -> list[Run]:
    """Return one run for each printed line; ``offset`` is where the text of the places begins.

    A character without a place (a space put in while joining) belongs to a run only between two of one line.
    """
    found: list[Run] = []
    line: list[tuple[int, Place]] = []
    for index, place in enumerate(places):
        if place is None:
            continue
        if line and not _continues(line[-1][1], place):
            found.append(_run(line, offset))
            line = []
        line.append((index, place))
    if line:
        found.append(_run(line, offset))
    return found


def doubts_of(places: Sequence[Place | None], offset: int) -> list[Doubt]:
    """Return one doubt for each stretch of characters that an image did not show clearly."""
    found: list[Doubt] = []
    for index, place in enumerate(places, start=offset):
        if place is None or place.confidence >= SURE:
            continue
        confidence = round(place.confidence, 3)
        if found and found[-1].end == index:
            found[-1] = Doubt(found[-1].start, index + 1, min(found[-1].confidence, confidence))
        else:
            found.append(Doubt(index, index + 1, confidence))
    return found


def _continues(before: Place, place: Place) -> bool:
    if place.page != before.page or place.x0 < before.x0:
        return False
    overlap = min(before.bottom, place.bottom) - max(before.top, place.top)
    return overlap > 0.5 * min(before.bottom - before.top, place.bottom - place.top)


def _run(line: list[tuple[int, Place]], offset: int) -> Run:
    first, last = line[0], line[-1]
    edges: list[float] = []
    for (index, place), following in zip(line, [*line[1:], None], strict=True):
        edges.append(place.x0)
        missing = 0 if following is None else following[0] - index - 1
        edges.extend([place.x1] * missing)
    edges.append(max(last[1].x1, edges[-1]))
    return Run(
        start=offset + first[0],
        end=offset + last[0] + 1,
        page=first[1].page,
        top=min(place.top for _, place in line),
        bottom=max(place.bottom for _, place in line),
        edges=tuple(edges),
    )
