"""What one person has on the desk: a report, its review, and what was decided about each finding.

A desk is found by an unguessable id, which the browser keeps in the page's address; so a reload finds the report again
and two tabs never share one by mistake. Desks live in the memory of this process and the oldest make room; what was
decided is kept in the database (``ui.deciding``) and is there again when the report is handed in anew.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.document.model import Document
from corpus.errors import InputError
from rules.others.material import SEVERAL, Given
from rules.review import Review
from ui.deciding import Decisions, OpenWorkspace
from ui.drafting import Drafted
from ui.talking import Talked

_MOST_DESKS = 24
_MOST_BYTES = 1024 * 1024 * 1024
_IDLE_SECONDS = 12 * 60 * 60
_MOST_IMAGES = 40
_MOST_OTHERS = 40


@dataclass
class Desk:
    """One report with everything made from it. ``data`` is the file as it was handed in.

    ``others`` are the documents that it is held against; ``year`` and ``region`` are those that were asked for.
    """

    id: str
    name: str
    data: bytes
    password: str | None = None
    document: Document | None = None
    review: Review | None = None
    region: str | None = None
    year: str | None = None
    others: tuple[Given, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    seen: float = field(default_factory=time.monotonic)
    talk: Talked | None = None
    drafted: Drafted | None = None
    _images: OrderedDict[int, bytes] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def image(self, page: int, draw: Callable[[], bytes]) -> bytes:
        """Return the image of a page, drawn once and kept for a while."""
        with self._lock:
            held = self._images.get(page)
            if held is not None:
                self._images.move_to_end(page)
                return held
        drawn = draw()
        with self._lock:
            self._images[page] = drawn
            while len(self._images) > _MOST_IMAGES:
                self._images.popitem(last=False)
        return drawn

    def add(self, other: Given) -> None:
        """Put a document beside the report, in place of another of its kind where there can be only one."""
        with self._lock:
            kept = [held for held in self.others if held.kind in SEVERAL or held.kind != other.kind]
            if len(kept) >= _MOST_OTHERS:
                raise InputError(f"对照材料已有 {_MOST_OTHERS} 份；请先移除一些")
            self.others = (*kept, other)

    def remove(self, sha256: str) -> None:
        """Take a document away again."""
        with self._lock:
            self.others = tuple(held for held in self.others if held.document.sha256 != sha256)

    def talked(self, begin: Callable[[], Talked]) -> Talked:
        """Return the conversation about the report, begun by the first question."""
        with self._lock:
            if self.talk is None:
                self.talk = begin()
            return self.talk


class Desks:
    """All desks of a running page; ``workspace`` opens what keeps decisions, None: they live as long as the desk."""

    def __init__(self, workspace: OpenWorkspace | None = None) -> None:
        self._workspace = workspace
        self._held: OrderedDict[str, Desk] = OrderedDict()
        self._lock = threading.Lock()

    def open(self, name: str, data: bytes, password: str | None = None) -> Desk:
        """Put a report on a new desk; desks idle for half a day and, where there are many, the oldest make room."""
        desk = Desk(secrets.token_urlsafe(24), name, data, password, decisions=Decisions(self._workspace))
        with self._lock:
            self._held[desk.id] = desk
            self._make_room()
        return desk

    def find(self, desk_id: object) -> Desk | None:
        """Return the desk with the id, or None where there is none any more."""
        if not isinstance(desk_id, str):
            return None
        with self._lock:
            desk = self._held.get(desk_id)
            if desk is not None:
                desk.seen = time.monotonic()
                self._held.move_to_end(desk_id)
            return desk

    def close(self, desk_id: str) -> None:
        """Forget a desk and everything on it."""
        with self._lock:
            self._held.pop(desk_id, None)

    def _make_room(self) -> None:
        """Drop the desks not looked at for longest; the newest always stays."""
        now = time.monotonic()
        while len(self._held) > 1:
            oldest = next(iter(self._held.values()))
            crowded = len(self._held) > _MOST_DESKS
            heavy = sum(len(desk.data) for desk in self._held.values()) > _MOST_BYTES
            if not (crowded or heavy or now - oldest.seen > _IDLE_SECONDS):
                return
            del self._held[oldest.id]
