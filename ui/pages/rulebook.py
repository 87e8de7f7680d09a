"""规则库: every rule card, to be searched and held against a year."""

from __future__ import annotations

import gradio as gr

from assistant.labels import Language
from rules.card import all_cards
from ui.packs import packs_at_hand
from ui.pages.bridge import panel
from ui.screen.rulebook import rulebook


def rulebook_part(lang: Language) -> gr.HTML:
    """Return the component; the cards and the packs at hand do not change while the program runs."""
    packs = list(packs_at_hand().available.values())
    cards = [*all_cards(), *(card for pack in packs for card in pack.cards)]
    return panel("rules", value=rulebook(cards, lang, packs))
