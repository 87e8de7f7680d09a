"""Rule cards as the library takes them: words given from above, since nothing here knows of rules."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

from corpus.document.evidence import Evidence
from corpus.index.pieces import Chunk, ChunkKind, split
from corpus.store import Entry

CARD_KIND = "card"
CARDS = "cards"
"""The collection of all cards."""


@dataclass(frozen=True, slots=True)
class CardText:
    """A rule card in our own words, to be found and cited as one (规则卡（非原文）), never as the policy itself.

    ``code`` tells the cards of one pack apart; ``number`` and ``article`` name what the card rests on. ``sort`` is what it
    is called: a rule card, or a digest of a document.
    """

    code: str
    title: str
    text: str
    number: str | None = None
    article: str | None = None
    effective: datetime.date | None = None
    region: str | None = None
    sort: str = "规则卡"


def card_entry(card: CardText, pack: str) -> Entry:
    """Return the entry of a card; its hash is that of all its words, so that a changed card is a new one."""
    content = f"card\0{pack}\0{card!r}".encode("utf-8", "replace")
    return Entry(
        sha256=hashlib.sha256(content).hexdigest(),
        name=card.code,
        kind=CARD_KIND,
        collection=CARDS,
        title=f"{card.sort} {card.code} {card.title}",
        number=card.number,
        issuer=pack,
        effective=card.effective,
        region=card.region,
    )


def card_chunks(entry: Entry, card: CardText) -> list[Chunk]:
    """Return the chunks of a card; offsets count in its own text."""
    chunks = []
    for start, end in split(card.text, 0, len(card.text)):
        evidence = Evidence("card", entry.title, card.text[start:end], start=start, end=end)
        own = hashlib.sha256(f"{entry.sha256}\0{start}".encode()).hexdigest()[:32]
        text = f"{card.code} {card.title}\n{evidence.quote}"
        chunks.append(Chunk(own, ChunkKind.CARD, text, evidence, card.article))
    return chunks
