"""From which day to which a document is in force, as far as the library can tell: nothing is guessed beyond its dates.

A document ends on the day a newer version of it begins (same title and region), on the day another begins that says that it
repeals it, or on the day a person has set. What states no date is taken to be in force.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.store import Entry

_BRACKETED = re.compile(r"[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]$")
_NUMBER_MARKS = str.maketrans({mark: None for mark in "〔〕[]（）()【】［］ 　第"})
_KINDS = ("policy", "guide")
NATIONAL = "全国"
"""The region of what holds everywhere; a text that names no region is taken to."""


@dataclass(frozen=True, slots=True)
class Span:
    """``since`` is the first day in force, ``until`` the first day that no longer is; None: not known, or no end.

    ``by`` is the title of the document that ended it, None where a person set the day or nothing did.
    """

    since: datetime.date | None = None
    until: datetime.date | None = None
    by: str | None = None

    def holds(self, day: datetime.date) -> bool:
        """Say whether the document is in force on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def spans(entries: Iterable[Entry]) -> dict[str, Span]:
    """Return the span of each policy and guide by its hash; other kinds have none."""
    policies = [entry for entry in entries if entry.kind in _KINDS]
    found = {entry.sha256: Span(entry.effective or entry.issued) for entry in policies}
    families: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in policies:
        families[plain_title(entry.title), entry.region or NATIONAL].append(entry)
    for family in families.values():
        _in_turn(family, found)
    for entry in policies:
        for other in _repealed_by(entry, policies):
            _end(found, other, _begun(entry), entry.title)
    for entry in policies:
        if entry.repealed is not None:
            found[entry.sha256] = Span(found[entry.sha256].since, entry.repealed)
    return found


def plain_title(title: str) -> str:
    """Return a title without the name of the state in front and a year or 试行 in brackets behind."""
    return _BRACKETED.sub("", "".join(title.split())).removeprefix("中华人民共和国")


def plain_number(number: str) -> str:
    """Return a 文号 without its brackets and spaces, which are printed in many ways."""
    return number.translate(_NUMBER_MARKS)


def _begun(entry: Entry) -> datetime.date | None:
    """Return the day of this version: of an amended text that of its last amendment."""
    known = [day for day in (entry.amended, entry.effective) if day is not None]
    return max(known) if known else entry.issued


def _in_turn(family: Sequence[Entry], found: dict[str, Span]) -> None:
    dated = sorted(
        ((day, entry) for entry in family if (day := _begun(entry)) is not None), key=lambda pair: pair[0]
    )
    for (old_day, old), (new_day, new) in pairwise(dated):
        if old_day < new_day:
            _end(found, old, new_day, new.title)
            # Its own text may name the first day of the law, which then was the older text's.
            found[new.sha256] = Span(new_day, found[new.sha256].until, found[new.sha256].by)


def _repealed_by(entry: Entry, policies: Sequence[Entry]) -> Iterable[Entry]:
    for title, number in entry.repeals:
        for other in policies:
            same = plain_title(other.title) == plain_title(title)
            if number is not None and other.number is not None:
                same = plain_number(other.number) == plain_number(number)
            if same and other.sha256 != entry.sha256 and plain_title(other.title) != plain_title(entry.title):
                yield other


def _end(found: dict[str, Span], entry: Entry, day: datetime.date | None, by: str) -> None:
    span = found[entry.sha256]
    if (
        day is not None
        and (span.until is None or day < span.until)
        and (span.since is None or span.since < day)
    ):
        found[entry.sha256] = Span(span.since, day, by)
