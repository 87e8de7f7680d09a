"""Findings that a reviewer has decided not to raise again: a list by finding id, with reason, person and expiry.

An id is a fingerprint of rule and content. A finding stays away while what it says is the same, and comes back, with
the old note among the warnings, when a value changes.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from corpus.errors import InputError
from rules.finding import Finding

if TYPE_CHECKING:
    from rules.review import Review

_ID = re.compile(r"[A-Z]{1,4}\d{2,3}-[0-9a-f]{10}")
_KEYS = {"id", "reason", "person", "until"}


@dataclass(frozen=True, slots=True)
class Suppression:
    """One decision: the finding with this ``id`` is not raised, because of ``reason``, until the day ``until``."""

    id: str
    reason: str
    person: str
    until: datetime.date | None = None

    def holds(self, today: datetime.date) -> bool:
        """Say whether the decision still counts; the day that it names is its last."""
        return self.until is None or today <= self.until

    @property
    def words(self) -> str:
        """Return the decision as it is told: Q01-…（王某：理由，至 2026-12-31）."""
        end = f"，至 {self.until.isoformat()}" if self.until is not None else ""
        return f"{self.id}（{self.person}：{self.reason}{end}）"


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that was not raised, and the decision."""

    finding: Finding
    decision: Suppression

    def as_json(self) -> dict[str, Any]:
        """Return the finding with the decision beside it."""
        until = self.decision.until
        return {
            "finding": self.finding.as_json(),
            "reason": self.decision.reason,
            "person": self.decision.person,
            "until": None if until is None else until.isoformat(),
        }


def read_suppressions(text: str, name: str) -> tuple[Suppression, ...]:
    """Return the decisions in a TOML text of ``[[finding]]`` entries. Raises: InputError that names all that is wrong."""
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"不列清单“{name}”不是有效的 TOML：{error}") from error
    entries = data.get("finding")
    if not isinstance(entries, list) or set(data) != {"finding"}:
        raise InputError(f"不列清单“{name}”应由若干 [[finding]] 组成，每条写 id、reason、person，可写 until")
    faults = [f"第 {number} 条{fault}" for number, entry in enumerate(entries, 1) for fault in _faults(entry)]
    ids = [entry.get("id") for entry in entries if isinstance(entry, dict)]
    faults += [f"{twice} 写了两次" for twice in dict.fromkeys(ids) if twice and ids.count(twice) > 1]
    if faults:
        raise InputError(f"不列清单“{name}”有误：{'；'.join(faults)}")
    return tuple(
        Suppression(entry["id"], entry["reason"].strip(), entry["person"].strip(), entry.get("until"))
        for entry in entries
    )


def _faults(entry: Any) -> Iterable[str]:
    if not isinstance(entry, dict):
        yield "不是表"
        return
    if not isinstance(entry.get("id"), str) or not _ID.fullmatch(entry["id"]):
        yield f"的 id“{entry.get('id', '')}”不是发现编号（形如 Q01-0123abcdef，见 JSON 的 findings[].id）"
    for key, what in (("reason", "理由"), ("person", "决定人")):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            yield f"没有写{what}（{key}）"
    until = entry.get("until")
    if until is not None and (not isinstance(until, datetime.date) or isinstance(until, datetime.datetime)):
        yield "的 until 应是日期，如 until = 2026-12-31"
    yield from (f"有不认识的 {key}" for key in entry if key not in _KEYS)


def suppressed(review: Review, decisions: tuple[Suppression, ...], today: datetime.date) -> Review:
    """Return the review without the findings that were decided on, each kept beside its decision.

    Decisions that ran out, or that fit no finding (mended, or a value has changed), are told among the warnings.
    """
    by_id = {item.id: item for item in decisions}
    live = {id_ for id_, item in by_id.items() if item.holds(today)}
    there = {finding.id for finding in review.findings}
    kept = tuple(finding for finding in review.findings if finding.id not in live)
    gone = tuple(Suppressed(finding, by_id[finding.id]) for finding in review.findings if finding.id in live)
    told = [f"按不列清单略去：{item.decision.words}" for item in gone]
    told += [
        f"不列清单中已过期，仍列出：{item.words}"
        for item in decisions
        if item.id not in live and item.id in there
    ]
    told += [
        f"不列清单中没有对应的发现（已改正，或内容有变）：{item.words}"
        for item in decisions
        if item.id not in there
    ]
    return replace(review, findings=kept, suppressed=gone, warnings=(*review.warnings, *told))
