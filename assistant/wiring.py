"""Builds what a run needs from its settings."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from assistant.errors import SettingsError
from assistant.settings import Settings
from corpus.cards import CardText
from rules.card import RuleCard, all_cards

if TYPE_CHECKING:
    from assistant.engines.port import Engine
    from assistant.lookup.notes import Note
    from assistant.lookup.shelf import Shelf
    from assistant.workspace import Workspace
    from corpus.library import Library

EngineName = Literal["offline", "llm"]


def open_library(settings: Settings) -> Library:
    """Open the library that the settings name; close it after use. Raises: IndexBusy, StoreError, InputError.

    Where texts go to a server to be embedded, people's names and numbers are masked first.
    """
    from assistant.export.masking import masked
    from assistant.lookup.further_words import further_words
    from corpus.library import Library

    return Library.open(
        settings.home,
        database_url=settings.database_url,
        chroma_url=settings.chroma_url,
        embeddings=settings.embeddings,
        embeddings_base_url=settings.embeddings_base_url or settings.llm_base_url,
        api_key=_embeddings_key(settings),
        expand=further_words,
        mask=masked,
    )


def shelve_cards(library: Library) -> None:
    """Put the rule cards and the digests of policies into the library; those that are there already cost nothing."""
    from assistant.lookup.notes import notes

    library.add_cards([card_text(card) for card in all_cards()])
    library.add_cards([note_text(note) for note in notes()], pack="notes")


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


def note_text(note: Note) -> CardText:
    """Return a digest as the library keeps it, with the source that it sums up; an unverified article stays out."""
    source = f"《{note.document}》{note.article if note.article and note.verified else ''}"
    return CardText(
        code=note.code,
        title=note.title,
        text=f"{note.meaning}\n出处：{source}",
        number=note.number,
        article=note.article if note.verified else None,
        sort="依据卡",
    )


@cache
def open_workspace(home: Path, database_url: str | None) -> Workspace:
    """Return what keeps decisions, opened once. Raises: StoreError, also at the next call."""
    from assistant.workspace import Workspace

    return Workspace.in_home(home, database_url)


def open_engine(settings: Settings, wanted: EngineName | None = None) -> Engine:
    """Return the engine asked for; without a wish the language model where an endpoint is set, else the offline one.

    Raises: SettingsError where the language model is asked for and not set.
    """
    from assistant.engines.offline import OfflineEngine

    configured = settings.llm_base_url is not None and settings.llm_model is not None
    if wanted == "offline" or (wanted is None and not configured):
        return OfflineEngine()
    if settings.llm_base_url is None or settings.llm_model is None:
        raise SettingsError(
            "没有设置大模型接口；请设 JIHENG_LLM_BASE_URL 和 JIHENG_LLM_MODEL，或用 --engine offline"
        )
    from assistant.engines.chat_model import ChatModelEngine

    return ChatModelEngine(settings.llm_base_url, settings.llm_model, settings.llm_api_key)


def open_shelf(settings: Settings) -> Shelf:
    """Return the library as answers need it: opened at the first search, and only where there is one."""
    from assistant.lookup.shelf import Shelf

    exists = settings.database_url is not None or settings.home.is_dir()
    return Shelf(lambda: open_library(settings) if exists else None)


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
