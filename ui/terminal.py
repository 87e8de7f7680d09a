"""What goes to the terminal: lines with a little colour where it is one, stages of work on stderr, the language."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Self, cast

from assistant.labels import Language
from corpus.errors import InputError
from ui.messages import words

if TYPE_CHECKING:
    from rich.status import Status

    from ui.present import Line

_WIDEST, _NARROWEST, _PLAIN_WIDTH = 120, 40, 100
_STYLES = {"title": "bold cyan", "strong": "bold", "plain": "", "dim": "dim"}


def language_of(chosen: str | None) -> Language:
    """Return the language of this run: as asked for, else as set, else Chinese. Raises: InputError, SettingsError."""
    wanted = chosen
    if wanted is None:
        from assistant.settings import load_settings

        wanted = load_settings().lang
    if wanted not in ("zh", "en"):
        raise InputError(words("zh")("bad_language", lang=wanted))
    return cast(Language, wanted)


def show(make: Callable[[int], Sequence[Line]]) -> None:
    """Print lines made for the width of the terminal (or for 100 columns where there is none) on standard output."""
    if not sys.stdout.isatty():
        print("\n".join(line.text for line in make(_PLAIN_WIDTH)))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in make(max(_NARROWEST, min(console.width, _WIDEST))):
        console.print(Text(line.text, style=_STYLES[line.style]), soft_wrap=True)


def error_line(text: str) -> None:
    """Print one line on stderr, where progress and messages go."""
    print(text, file=sys.stderr, flush=True)


class Stages:
    """Tells on stderr how the work goes: a spinner on a terminal, and a plain line when a stage has been done.

    A stage that fails leaves no line, so that what is wrong with a file is one line alone.
    """

    def __init__(self, lang: Language, *, with_writing: bool) -> None:
        self._say = words(lang)
        self._names = ["read", "facts", "relations", "rules", *(["write"] if with_writing else [])]
        self._stage: str | None = None
        self._begun = 0.0
        self._spinner: Status | None = None

    def begin(self, stage: str) -> None:
        """Say that a stage begins, which ends the one before."""
        self.end()
        self._stage, self._begun = stage, time.perf_counter()
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.markup import escape
            from rich.status import Status

            self._spinner = Status(escape(self._line()), console=Console(stderr=True))
            self._spinner.start()

    def page(self, number: int, of: int) -> None:
        """Say which page of a scan is being read, which takes seconds."""
        line = self._say("stage_page", stage=self._line(), page=number, of=of)
        if self._spinner is None:
            error_line(line)
            return
        from rich.markup import escape

        self._spinner.update(escape(line))

    def end(self) -> None:
        """Say that the stage has been done, and how long it took."""
        self.stop()
        if self._stage is not None:
            seconds = f"{time.perf_counter() - self._begun:.1f}"
            error_line(self._say("stage_done", stage=self._line(), seconds=seconds))
            self._stage = None

    def stop(self) -> None:
        """Take the spinner away."""
        if self._spinner is not None:
            self._spinner.stop()
            self._spinner = None

    def _line(self) -> str:
        stage = self._stage or ""
        at = self._names.index(stage) + 1
        return self._say("stage", at=at, of=len(self._names), name=self._say(f"stage_{stage}"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *what: object) -> None:
        self.stop()
