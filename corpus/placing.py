"""What was found → what is shown: what a question names outright first, what is not in force left out or behind."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from corpus.index.search import Ranked
from corpus.named import Named
from corpus.store import Entry
from corpus.validity import NATIONAL, Span

EVERYWHERE = (None, NATIONAL)

NAMED = 0.5
"""What it counts that the question names the document, where a whole method of finding counts half."""


def left_out(
    entries: Iterable[Entry], spans: Mapping[str, Span], *, on: datetime.date | None, region: str | None
) -> set[str]:
    """Return the hashes of documents that do not count: not in force on the day, or of another region."""
    return {
        entry.sha256
        for entry in entries
        if (on is not None and entry.sha256 in spans and not spans[entry.sha256].holds(on))
        or (region is not None and entry.region not in (*EVERYWHERE, region))
    }


def placed(
    ranked: Sequence[Ranked],
    document_of: Mapping[str, str],
    named: Named,
    exact: Sequence[str],
    *,
    dropped: set[str],
    ended: set[str],
) -> list[Ranked]:
    """Return the passages in the order in which they are shown, scores within 0…1 as before.

    ``document_of`` gives the document of each passage, ``exact`` the passages of articles that the question names.
    Passages of ``dropped`` documents are left out; those of ``ended`` ones count half, since whoever asks without a day
    means today, and yet may look for an old text.
    """
    known = {one.id: one for one in ranked}
    first = [replace(known.get(own, Ranked(own, 1.0, None, None)), score=1.0, named=True) for own in exact]
    rest = []
    for one in ranked:
        if one.id in exact:
            continue
        document = document_of.get(one.id)
        if document in named.documents:
            one = replace(one, score=(one.score + NAMED) / (1 + NAMED), named=True)
        elif named.documents:
            # Not left out: what a law means by a word often stands in its implementing regulation.
            one = replace(one, score=one.score / (1 + NAMED))
        if document in ended:
            one = replace(one, score=one.score / 2)
        rest.append(one)
    rest.sort(key=lambda one: (-one.score, one.id))
    return [one for one in (*first, *rest) if document_of.get(one.id) not in dropped]
