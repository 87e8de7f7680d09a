"""Which figures of a statement only break up another: what 其中 and 包括 lead in stands beside no sum or balance."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.mention import Mention
from rules.relations.sentence import gap

_LISTS = re.compile(r"其中|包括|包含|主要是|主要为|主要用于|分别[为是]|^，?含(?![税量])")
_LINKS = re.compile(r"^\s*(?:[、和及与]|以及)")


def listed(text: str, own: Sequence[Mention], *, wide: bool) -> frozenset[str]:
    """Return the ids of the figures that lists of one statement name.

    ``wide``: a list goes on to the end of its sentence; else only as far as 、 and 和 link it. Where the two differ, words
    alone do not tell where the list ends.
    """
    found: set[str] = set()
    inside: int | None = None
    depth = 0
    for at, mention in enumerate(own):
        before = own[at - 1] if at else None
        words = gap(text, before, mention)
        if _LISTS.search(words) or (
            mention.opening in ("其中", "包括") and (before is None or before.sentence != mention.sentence)
        ):
            inside, depth = mention.sentence, mention.depth
        elif inside is not None and (
            mention.sentence != inside
            or mention.depth < depth  # its bracket is closed
            or not (wide or (before is not None and _LINKS.search(before.tail)))
        ):
            inside = None
        if inside is not None:
            found.add(mention.fact.id)
    return frozenset(found)
