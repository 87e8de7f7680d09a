"""Reviewing files in processes of this machine: what each file gives, whatever befalls the process that reads it."""

from __future__ import annotations

import json
import multiprocessing
import os
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from pathlib import Path
from typing import Any

from corpus.errors import JihengError
from rules.pack import Packs

SEVERITIES = ("error", "warning", "info")
SUMMARY = "summary"
_BROKE_DOWN = "“{name}”：审核时异常退出（内存不足或被终止）；请单独审核这一份"
_INTERNAL = "“{name}”：程序内部出错（{what}）；请单独审核这一份并加 --debug"


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every report of a batch: year, region and packs as in a single review (packs None: the program's)."""

    year: str | None = None
    region: str | None = None
    packs: Packs | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One file: its path, its name within the folder, the hash of its content and the key of its record."""

    path: Path
    name: str
    sha256: str
    key: str

    @property
    def output(self) -> str:
        """Return the name of its JSON within the output folder."""
        return f"{self.name}_.json" if self.name == SUMMARY else f"{self.name}.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """What came of one file; the fields are those of ``files[]`` in the contract, and a few more.

    ``lasting``: the same content would give the same again, so that it need not be tried again.
    """

    file: str
    status: str
    error: str | None
    findings: Mapping[str, int] | None
    score: str | None
    seconds: float | None
    sha256: str
    unit_name: str | None = None
    year: str | None = None
    output: str | None = None
    lasting: bool = True

    def as_json(self) -> dict[str, Any]:
        """Return the object of ``files[]``."""
        return {
            "file": self.file,
            "status": self.status,
            "error": self.error,
            "findings": None if self.findings is None else dict(self.findings),
            "score": self.score,
            "seconds": self.seconds,
            "sha256": self.sha256,
            "unit_name": self.unit_name,
            "year": self.year,
            "output": self.output,
        }


Result = tuple[Job, Entry, bytes | None]


def reviewed(jobs: Sequence[Job], workers: int, options: Options) -> Iterator[Result]:
    """Yield each job as it is done. One whose process dies is tried once more, alone."""
    alone: list[Job] = []
    for job, found in _pooled(jobs, workers, options):
        if found is None:
            alone.append(job)
        else:
            yield job, *found
    for job in alone:
        found = next(iter(_pooled([job], 1, options)))[1]
        error = _BROKE_DOWN.format(name=job.name)
        yield job, *(found or (_failed(job, error, None, lasting=False), None))


def _pooled(
    jobs: Sequence[Job], workers: int, options: Options
) -> Iterator[tuple[Job, tuple[Entry, bytes | None] | None]]:
    """Yield what came of each job, None for those that were under way when a process died."""
    waiting = list(reversed(jobs))
    while waiting:
        size = min(workers, len(waiting))
        with ProcessPoolExecutor(
            size, mp_context=multiprocessing.get_context("spawn"), initializer=_end_with_parent
        ) as pool:
            running: dict[Future[tuple[Entry, bytes | None]], Job] = {}
            broken = False
            while (waiting or running) and not broken:
                while waiting and len(running) < size:
                    job = waiting.pop()
                    running[pool.submit(review_file, job, options)] = job
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    job = running.pop(future)
                    try:
                        yield job, future.result()
                    except BrokenProcessPool:
                        broken = True
                        yield job, None
            for job in running.values():
                yield job, None


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, even where it was killed."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait_for([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def review_file(job: Job, options: Options) -> tuple[Entry, bytes | None]:
    """Return what came of one file, and its review as the bytes of a JSON file; runs in a process of its own."""
    begun = time.perf_counter()
    try:
        found = _review(job, options)
    except JihengError as error:
        return _failed(job, " ".join(str(error).split()), begun), None
    except Exception as error:  # one report that trips the program must not end the others
        what = f"{type(error).__name__}: {error}"
        return _failed(job, _INTERNAL.format(name=job.name, what=what), begun, lasting=False), None
    counts = Counter(str(finding["severity"]) for finding in found["findings"])
    card = found["scorecard"]
    entry = Entry(
        file=job.name,
        status="done",
        error=None,
        findings={severity: counts[severity] for severity in SEVERITIES},
        score=None if card is None else card["self_total"],
        seconds=round(time.perf_counter() - begun, 3),
        sha256=job.sha256,
        unit_name=found["document"]["unit_name"],
        year=found["document"]["year"],
        output=job.output,
    )
    return entry, to_bytes(found)


def _review(job: Job, options: Options) -> dict[str, Any]:
    from corpus.readers.guarded import open_guarded
    from rules.engine import review

    begun = time.perf_counter()
    document = open_guarded(job.path)
    seconds = time.perf_counter() - begun
    found = review(
        document, year=options.year, region=options.region, packs=options.packs, seconds_read=seconds
    )
    return found.as_json()


def _failed(job: Job, error: str, begun: float | None, *, lasting: bool = True) -> Entry:
    seconds = None if begun is None else round(time.perf_counter() - begun, 3)
    return Entry(job.name, "failed", error, None, None, seconds, job.sha256, lasting=lasting)


def to_bytes(value: Any) -> bytes:
    """Return a value as the bytes of a JSON file."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")
