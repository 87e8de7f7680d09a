"""A folder of reports, reviewed by processes of this machine: a JSON file for each, and a summary.

What has been done is kept by content: a record for every file says what came of it, so that a batch that was broken off
goes on where it stopped and a file that has not changed is not reviewed again. Every file is written whole or not at all.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from assistant.batch_pool import SEVERITIES, SUMMARY, Entry, Job, Options, reviewed, to_bytes
from assistant.errors import ExportError
from assistant.export.batch_sheet import summary_sheet
from assistant.export.whole_file import write_whole
from corpus.errors import InputError

SCHEMA = "jiheng.batch/1"
_RECORDS = ".jiheng-batch"
_CLAIMS = "outputs.json"
_SUMMARIES = (f"{SUMMARY}.json", f"{SUMMARY}.xlsx")
_LEFT_OUT = ("thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Batch:
    """A whole batch: an entry a file, in the order of their names."""

    entries: tuple[Entry, ...]

    @property
    def totals(self) -> dict[str, Any]:
        """Return how many files there are, how many were done, and the findings of all."""
        findings = Counter[str]()
        for entry in self.entries:
            findings.update(entry.findings or {})
        done = sum(entry.status == "done" for entry in self.entries)
        return {
            "files": len(self.entries),
            "done": done,
            "failed": len(self.entries) - done,
            "findings": {severity: findings[severity] for severity in SEVERITIES},
        }

    def as_json(self) -> dict[str, Any]:
        """Return the ``jiheng.batch/1`` object."""
        return {
            "schema": SCHEMA,
            "files": [entry.as_json() for entry in self.entries],
            "totals": self.totals,
        }


Told = Callable[[Entry, int, int], None]
"""Told each file that is done: its entry, how many are done, how many there are."""


def run_batch(
    folder: Path, out: Path, *, workers: int, resume: bool, options: Options, told: Told | None = None
) -> Batch:
    """Review every file of a folder into ``out``. ``resume`` keeps what an earlier batch has done.

    Raises: InputError where there is nothing to review, ExportError where ``out`` cannot be used.
    """
    jobs = _jobs(folder, out, options)
    _prepare(jobs, out, resume)
    done: dict[str, Entry] = {}
    for job in jobs:
        entry = _kept(job, out) if resume else None
        if entry is not None:
            done[job.name] = entry
    left = [job for job in jobs if job.name not in done]
    for job, entry, data in reviewed(left, workers, options):
        if data is not None:
            write_whole(out / job.output, data)
        if entry.lasting:
            write_whole(_record(out, job), to_bytes(entry.as_json()))
        done[job.name] = entry
        if told is not None:
            told(entry, len(done), len(jobs))
    batch = Batch(tuple(done[job.name] for job in jobs))
    write_whole(out / f"{SUMMARY}.json", to_bytes(batch.as_json()))
    write_whole(out / f"{SUMMARY}.xlsx", summary_sheet(batch.entries, batch.totals))
    return batch


def _jobs(folder: Path, out: Path, options: Options) -> list[Job]:
    if not folder.is_dir():
        raise InputError(f"没有文件夹“{folder}”；请写明存放报告的文件夹")
    inside = out.resolve()
    if inside == folder.resolve():
        raise ExportError(f"输出文件夹不能就是报告所在的文件夹“{folder}”；请换一个输出文件夹")
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and inside not in path.resolve().parents and not _is_left_out(path, folder)
    ]
    if not found:
        raise InputError(f"文件夹“{folder}”中没有文件；请写明存放报告的文件夹")
    return [_job(path, path.relative_to(folder).as_posix(), options) for path in found]


def _is_left_out(path: Path, folder: Path) -> bool:
    """Say whether a file is one of the system or of an open Office program, and no report."""
    parts = path.relative_to(folder).parts
    hidden = any(part.startswith((".", "~$")) for part in parts)
    return hidden or path.name.lower() in _LEFT_OUT


def _job(path: Path, name: str, options: Options) -> Job:
    digest = hashlib.sha256()
    with suppress(OSError), path.open("rb") as file:  # what cannot be read is said when its turn comes
        while piece := file.read(1 << 20):
            digest.update(piece)
    what = "\x1f".join(
        (
            digest.hexdigest(),
            name,
            options.year or "",
            options.region or "",
            options.packs.digest if options.packs else "",
            version("jiheng"),
        )
    )
    return Job(path, name, digest.hexdigest(), hashlib.sha256(what.encode()).hexdigest()[:32])


def _prepare(jobs: Sequence[Job], out: Path, resume: bool) -> None:
    """Make the folders, and refuse to replace what no batch has written."""
    try:
        (out / _RECORDS).mkdir(parents=True, exist_ok=True)
        for job in jobs:
            (out / job.output).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"不能建立输出文件夹“{out}”（{error.strerror}）；请换一个位置") from error
    claims = out / _RECORDS / _CLAIMS
    claimed = (_read(claims) or {}).get("outputs", [])
    names = [*(job.output for job in jobs), *_SUMMARIES]
    for name in names:
        if (out / name).exists() and name not in claimed:
            raise ExportError(f"“{out / name}”已经存在，不是批量审核写出的；请换一个输出文件夹")
    write_whole(claims, to_bytes({"outputs": sorted({*claimed, *names})}))
    _clean(out, names)


def _clean(out: Path, names: Sequence[str]) -> None:
    """Take away what a batch that was killed had begun to write."""
    begun = tuple(f".{Path(name).name[:40]}." for name in names)
    for path in [p for p in out.rglob(".*.part") if p.name.startswith(begun)]:
        path.unlink(missing_ok=True)


def _record(out: Path, job: Job) -> Path:
    return out / _RECORDS / f"{job.key}.json"


def _kept(job: Job, out: Path) -> Entry | None:
    """Return what an earlier batch says of the same content, if its JSON still stands."""
    record = _read(_record(out, job))
    if record is None or record.get("status") not in ("done", "failed"):
        return None
    if record["status"] == "done" and not (out / job.output).is_file():
        return None
    try:
        return Entry(**record)
    except TypeError:  # a record of another version of the program
        return None


def _read(path: Path) -> dict[str, Any] | None:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None
