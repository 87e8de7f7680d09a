"""规则库: every rule card, to be searched and held against a year."""

from __future__ import annotations

import gradio as gr

from assistant.labels import Language
from rules.card import all_cards
from ui.pages.bridge import panel
from ui.screen.rulebook import rulebook


def rulebook_part(lang: Language) -> gr.HTML:
    """Return the component; the cards do not change while the program runs."""
    return panel("rules", value=rulebook(all_cards(), lang))
