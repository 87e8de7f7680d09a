"""What an engine is: it puts evidence into words. It never adds a figure; what it says is held against the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from assistant.answers.desk import Desk
from assistant.answers.reply import Reply


class Engine(Protocol):
    """Writes an answer from what the tools brought."""

    @property
    def name(self) -> str:
        """Return the name that stands in ``engine``: offline or llm."""

    @property
    def destination(self) -> str | None:
        """Return the host that text goes to, or None where none leaves the machine."""

    def write(self, desk: Desk, reply: Reply) -> Iterator[str]:
        """Yield an answer in pieces of any length, unguarded; ``reply`` is the composed one.

        Raises: EngineError when it cannot answer, also after some pieces.
        """
