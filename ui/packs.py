"""The rule packs at hand: the program's, those in the packs folder of the home, those that were asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.pack import Packs


def packs_folder() -> Path:
    """Return the folder in which the user's own packs lie; it need not be there."""
    from assistant.settings import load_settings

    return load_settings().home / "packs"


def packs_at_hand(chosen: Iterable[str] = ()) -> Packs:
    """Return the packs by name; ``chosen`` are names or folders. Raises: PackError, SettingsError."""
    from rules.shelf import open_packs

    return open_packs(packs_folder(), chosen)
