"""What a reviewer decides about findings: held while the report is on the desk, kept in the database beyond that."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from corpus.errors import InputError, StoreError
from rules.review import Review

if TYPE_CHECKING:
    from assistant.workspace import Decided, Workspace

Choice = Literal["adopt", "reject", "verify"]
CHOICES: tuple[Choice, ...] = get_args(Choice)

OpenWorkspace = Callable[[], "Workspace"]
"""Opens what keeps decisions, at the first need of it: the page is up without a database."""

_LONGEST_NOTE = 4000
_log = logging.getLogger("jiheng.page")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about a finding; ``text`` is the wording to be sent where it was edited."""

    choice: Choice | None = None
    reason: str = ""
    note: str = ""
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was decided about the same matter while its figures were others; ``day`` is written 2026-11-20."""

    decision: Decision
    day: str


class Decisions:
    """The decisions about one report by finding id.

    ``trouble`` says why earlier decisions could not be read, None where they were (or where nothing keeps them).
    """

    def __init__(self, workspace: OpenWorkspace | None = None) -> None:
        self._open = workspace
        self._held: dict[str, Decision] = {}
        self._likenesses: dict[str, str] = {}
        self._earlier: dict[str, Earlier] = {}
        self._report: str | None = None
        self._lock = threading.Lock()
        self.trouble: StoreError | None = None

    def recall(self, review: Review) -> None:
        """Read what was decided about this report before, here or elsewhere."""
        if self._open is None:
            return
        from assistant.workspace import likeness, report_key

        likenesses = {finding.id: likeness(finding) for finding in review.findings}
        report = report_key(review)
        try:
            kept = self._open().decisions(report)
        except StoreError as error:  # the review is shown all the same, and says so
            _log.warning("decisions could not be read: %s", error)
            kept, self.trouble = [], error
        else:
            self.trouble = None
        with self._lock:
            if self.trouble is None:
                self._held = {item.finding: _decision(item) for item in kept}
            self._earlier = _earlier(kept, likenesses)
            self._report, self._likenesses = report, likenesses

    def get(self, finding: str) -> Decision:
        """Return what was decided; nothing yet is a decision without a choice."""
        return self._held.get(finding, Decision())

    def earlier(self, finding: str) -> Earlier | None:
        """Return what was decided about a finding that is like this one but for its figures, and that is gone."""
        return None if finding in self._held else self._earlier.get(finding)

    def put(self, finding: str, decision: Decision) -> None:
        """Keep a decision in place of an earlier one.

        Raises: InputError for a rejection without a reason, StoreError where it could not be kept.
        """
        if decision.choice == "reject" and not decision.reason.strip():
            raise InputError("不采纳须写明理由")
        if max(len(decision.reason), len(decision.note), len(decision.text or "")) > _LONGEST_NOTE:
            raise InputError(f"文字过长；请控制在 {_LONGEST_NOTE} 字以内")
        with self._lock:
            if self._open is not None and self._report is not None:
                self._keep(self._report, finding, decision)
            self._held[finding] = decision

    def _keep(self, report: str, finding: str, decision: Decision) -> None:
        assert self._open is not None
        from assistant.workspace import Decided

        made = Decided(
            finding,
            self._likenesses.get(finding, ""),
            decision.choice,
            reason=decision.reason,
            note=decision.note,
            text=decision.text,
        )
        self._open().decide(report, made)

    def all(self) -> Mapping[str, Decision]:
        """Return every decision by finding id."""
        return dict(self._held)


def _decision(kept: Decided) -> Decision:
    choice = next((choice for choice in CHOICES if choice == kept.choice), None)
    return Decision(choice, kept.reason, kept.note, kept.text)


def _earlier(kept: list[Decided], likenesses: Mapping[str, str]) -> dict[str, Earlier]:
    """Return earlier decisions whose finding is gone, by the one finding of today that is like it."""
    alike = Counter(likenesses.values())
    gone = {item.likeness: item for item in kept if item.finding not in likenesses}
    return {
        finding: Earlier(_decision(item), item.decided.date().isoformat())
        for finding, like in likenesses.items()
        if alike[like] == 1 and (item := gone.get(like)) is not None and item.decided is not None
    }
