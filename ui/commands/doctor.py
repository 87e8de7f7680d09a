"""``jiheng doctor``: the settings in force and the state of the parts."""

from __future__ import annotations

from ui.commands.options import Debug, Lang
from ui.terminal import language_of, show


def doctor_command(debug: Debug = False, lang: Lang = None) -> None:
    """Print settings and the state of the parts."""
    from assistant.settings import load_settings
    from ui.doctor import report

    language = language_of(lang)
    settings = load_settings()
    show(lambda width: report(settings, width, language))
