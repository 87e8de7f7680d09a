"""What a drafted problem is about, and the problem itself before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.drafting.own_words import OwnItem


class Topic(StrEnum):
    """The kinds of problem of management; errors of arithmetic and copying are none of them."""

    SPENDING = "spending"
    PROCUREMENT = "procurement"
    RESULTS = "results"
    INDICATORS = "indicators"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem: its title, its sentences, what it rests on.

    ``things`` are the projects or indicators that a measure names; ``own`` the report's own item about it, if any.
    """

    topic: Topic
    title: str
    sentences: tuple[str, ...]
    grounds: str
    findings: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    own: OwnItem | None = None
