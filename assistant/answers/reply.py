"""What a composer hands over: text put together from evidence, whether it answers, and what it was about."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.plan import About, Kind


@dataclass(slots=True)
class Reply:
    """A composed answer: lines of text, whether the question is answered, what it was about."""

    kind: Kind
    answered: bool = True
    lines: list[str] = field(default_factory=list)
    about: About = field(default_factory=About)

    def add(self, *lines: str) -> Reply:
        """Add lines; empty ones and those that stand already are left out."""
        for line in lines:
            if line and line not in self.lines:
                self.lines.append(line)
        return self

    @property
    def text(self) -> str:
        """Return the whole text."""
        return "\n".join(self.lines)
