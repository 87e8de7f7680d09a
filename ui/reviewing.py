"""Reviewing the report on a desk while telling the stages; the work runs in a thread of its own."""

from __future__ import annotations

import logging
import queue
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.labels import Language
from corpus.errors import InputError, JihengError
from rules.review import Review
from ui.desk import Desk
from ui.english import told
from ui.messages import words
from ui.packs import packs_at_hand

_log = logging.getLogger("jiheng.page")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the work that has begun; ``page`` of ``pages`` where pages are recognised one by one."""

    name: str
    page: int = 0
    pages: int = 0


class _Left(Exception):
    """Nobody waits for the review any more; raised where the work tells its next stage."""


def review_stages(desk: Desk, year: str | None, region: str | None, lang: Language) -> Iterator[Stage]:
    """Yield each stage as it begins and leave document and review on the desk. Raises: JihengError."""
    if year and not _YEAR.fullmatch(year):
        raise InputError(words(lang)("bad_year", year=year))
    told: queue.SimpleQueue[Stage | None] = queue.SimpleQueue()
    failures: list[BaseException] = []
    left = threading.Event()

    def tell(stage: Stage) -> None:
        if left.is_set():
            raise _Left
        told.put(stage)

    def work() -> None:
        try:
            _review(desk, year or None, region or None, tell)
        except BaseException as error:  # handed to the thread that asked, which raises it
            failures.append(error)
        finally:
            told.put(None)

    threading.Thread(target=work, name="review", daemon=True).start()
    try:
        while (stage := told.get()) is not None:
            yield stage
    finally:
        left.set()  # where nobody waits any more, a scan is read no further
    if failures:
        raise failures[0]


def _review(desk: Desk, year: str | None, region: str | None, tell: Callable[[Stage], None]) -> Review:
    """Read and review; the heavy packages are imported here, so that the page is up without them."""
    from corpus.readers.guarded import read_guarded
    from rules.engine import review

    begun = time.perf_counter()
    tell(Stage("read"))
    document = desk.document or read_guarded(
        desk.data,
        desk.name,
        password=desk.password,
        progress=lambda page, pages: tell(Stage("read", page, pages)),
    )
    seconds = time.perf_counter() - begun
    made = review(
        document,
        year=year,
        region=region,
        others=desk.others,
        packs=packs_at_hand(),
        seconds_read=seconds,
        progress=lambda name: tell(Stage(name)),
    )
    desk.document, desk.review, desk.region, desk.year = document, made, region, year
    if desk.talk is not None:
        desk.talk.turn_to(made)
    return made


def reason(error: Exception, lang: Language) -> str:
    """Return what a person is told of a failure, in one line; a fault of ours goes to the log in full."""
    if isinstance(error, JihengError):
        return told(error, lang)
    _log.error("the page failed", exc_info=error)
    return words(lang)("page_internal", what=f"{type(error).__name__}: {error}")
