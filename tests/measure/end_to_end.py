"""Slips from end to end: printed in the paper, written to a file, read back by the real reader, reviewed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from functools import cache

from corpus.readers.opening import read_bytes
from tests.measure.ground import Planned, document, paper, planned
from tests.measure.key import Key
from tests.measure.places import locate
from tests.measure.trial import Outcome, Slip, Trial
from tests.measure.writers import written


def chosen(names: Sequence[str], count: int, *, seed: int) -> dict[str, list[Planned]]:
    """Return so many slips in all: the reports take turns, and each gives one of the kind of tie had least so far.

    Rare kinds are tried more often than they occur, so the recall is not that of all slips taken alike.
    """
    left = {name: planned(name, seed=seed) for name in names}
    for name, plans in left.items():
        random.Random(f"{name}/{seed}").shuffle(plans)
    found: dict[str, list[Planned]] = {name: [] for name in names}
    had: Counter[str] = Counter()
    while count and any(left.values()):
        for name in names:
            if count and left[name]:
                rarest = min(left[name], key=lambda plan: min(had[kind] for kind in plan.kinds))
                left[name].remove(rarest)
                found[name].append(rarest)
                had.update(rarest.kinds)
                count -= 1
    return found


def outcomes(job: tuple[str, str, list[Planned]]) -> list[Outcome]:
    """Return what came of the slips on one report in one format.

    A slip in a figure that reading lost from the clean file already (of a scan) is left out.
    """
    name, format, plans = job
    report = paper(name)
    trial = _trial(name, format)
    places = {found.number: found for found in locate(report, document(name, format))}
    key = Key(report.book, report.places())
    found: list[Outcome] = []
    for plan in plans:
        if plan.number not in places:
            continue
        at = places[plan.number]
        tied = frozenset(places[n].start for n in key.tied(plan.number) if n in places)
        slip = Slip(at.start, at.end, plan.digits, plan.kinds, plan.name, tied=tied)
        changed = report.with_slip(plan.number, plan.digits)
        after = read_bytes(*written(changed, format))
        start = next((f.start for f in locate(changed, after) if f.number == plan.number), None)
        found.append(trial.run_file(slip, after, start))
    return found


@cache
def _trial(name: str, format: str) -> Trial:
    return Trial(document(name, format))
