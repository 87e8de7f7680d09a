"""The library as an answer needs it: opened at the first search, and silent where there is none or it is in use."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from corpus.errors import JihengError
from corpus.found import Found

if TYPE_CHECKING:
    from corpus.library import Library


class Shelf:
    """Searches a library that is opened only when an answer first wants it.

    Where it cannot be opened (another process has it, the database is damaged), answers go on without; ``note`` says why.
    """

    def __init__(self, open_library: Callable[[], Library | None]) -> None:
        self._open = open_library
        self._library: Library | None = None
        self._tried = False
        self.note: str | None = None

    def search(
        self,
        query: str,
        k: int = 5,
        *,
        report: str | None = None,
        kinds: Iterable[str] | None = None,
        on: datetime.date | None = None,
    ) -> Found:
        """Return the k best passages; nothing where the library cannot be used or holds nothing of these kinds."""
        library = self._opened()
        wanted = None if kinds is None else list(kinds)
        if library is None:
            return Found(query, (), self.note)
        try:
            held = report is not None and library.store.get(report) is not None
            if not held and not library.entries(wanted):
                return Found(query, ())
            return library.search(query, k, report=report if held else None, kinds=wanted, on=on)
        except JihengError as error:
            self.note = str(error)
            return Found(query, (), self.note)

    def close(self) -> None:
        """Let go of the library."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def _opened(self) -> Library | None:
        if not self._tried:
            self._tried = True
            try:
                self._library = self._open()
            except JihengError as error:
                self.note = str(error)
        return self._library
