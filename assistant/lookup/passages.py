"""What answers need of retrieval: the one method of the library that they call."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Protocol

from corpus.found import Found


class Passages(Protocol):
    """Retrieval over policies, guides, cards and, where named, one report."""

    def search(
        self,
        query: str,
        k: int = 5,
        *,
        report: str | None = None,
        kinds: Iterable[str] | None = None,
        on: datetime.date | None = None,
    ) -> Found:
        """Return the k best passages; of policies and guides those in force on the day, where one is given."""
