"""The engine that needs no model: the composed reply as it is."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answers.desk import Desk
from assistant.answers.reply import Reply


class OfflineEngine:
    """Says what was composed, in its plain words."""

    name = "offline"
    destination = None

    def write(self, desk: Desk, reply: Reply) -> Iterator[str]:
        """Yield the reply line by line."""
        for at, line in enumerate(reply.lines):
            yield line if at == 0 else f"\n{line}"
