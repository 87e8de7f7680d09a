"""Builds what a run needs from its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.settings import Settings
from corpus.cards import CardText
from rules.card import RuleCard, all_cards

if TYPE_CHECKING:
    from corpus.library import Library


def open_library(settings: Settings) -> Library:
    """Open the library that the settings name; close it after use. Raises: IndexBusy, StoreError, InputError."""
    from corpus.library import Library

    return Library.open(
        settings.home,
        database_url=settings.database_url,
        chroma_url=settings.chroma_url,
        embeddings=settings.embeddings,
        embeddings_base_url=settings.embeddings_base_url or settings.llm_base_url,
        api_key=_embeddings_key(settings),
    )


def shelve_cards(library: Library) -> None:
    """Put the rule cards into the library; those that are there already cost nothing."""
    library.add_cards([card_text(card) for card in all_cards()])


def card_text(card: RuleCard) -> CardText:
    """Return a card as the library keeps it.

    Its examples stay out, lest their figures be taken for somebody's, and so does an article that nobody has verified.
    """
    lines = (f"含义：{card.meaning}", f"算法：{card.formula}", f"建议：{card.suggestion}")
    basis = card.basis[0]
    return CardText(
        code=card.code,
        title=card.title,
        text="\n".join(lines),
        number=basis.number,
        article=basis.article if basis.verified else None,
        effective=card.effective_from,
        region=card.region,
    )


def _embeddings_key(settings: Settings) -> str | None:
    """Return the key for the embeddings; the language model's own goes to no other host than its own."""
    if settings.embeddings_api_key is not None:
        return settings.embeddings_api_key.get_secret_value()
    own = settings.embeddings_base_url is None or _host(settings.embeddings_base_url) == _host(
        settings.llm_base_url or ""
    )
    return settings.llm_api_key.get_secret_value() if own and settings.llm_api_key is not None else None


def _host(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
