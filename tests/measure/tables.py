"""Outcomes → tables of plain text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from tests.measure.trial import REAL, Outcome

_ARITHMETIC = {
    *("sum", "difference", "ratio", "share", "yoy", "unit", "arithmetic_other"),
    *("text_vs_text", "text_vs_table", "text_vs_annex", "toc_vs_body", "count", "date_order"),
    *("score_sum", "weight_sum"),
}
_HEAD = (
    *("slips", "recall", "bound", "recall"),
    *("error", "warning", "info", "missed"),
    *("right", "first", "among", "wrong"),
    *("extra", "tied", "precise", "double"),
)
"""``bound`` are the slips in figures that took part in a relation that held, with the recall among them; ``right``, ``first``,
``among`` and ``wrong`` are shares of the caught: the place is named alone, or as the first suspect, or among the suspects,
or another is named; ``precise`` is the share of the loud findings that hold the place or name a figure tied to it."""


def clean_table(alarms: Mapping[tuple[str, str], list[str]], *, unlisted: Collection[str] = ()) -> str:
    """Return the false alarms on clean reports: numbers a format, then the lines, equal ones once."""
    formats = list(dict.fromkeys(format for _, format in alarms))
    rows = [("report", *formats)]
    for name in dict.fromkeys(name for name, _ in alarms):
        rows.append((name, *(_counted(alarms[name, format]) for format in formats)))
    every = [line for lines in alarms.values() for line in lines]
    rows.append(
        (
            "all",
            *(
                _counted([x for (_, f), xs in alarms.items() if f == format for x in xs])
                for format in formats
            ),
        )
    )
    parts = [
        "FALSE ALARMS ON CLEAN REPORTS (errors + warnings about figures + other warnings)",
        _aligned(rows),
        "",
    ]
    where: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (name, format), lines in alarms.items():
        for line in () if name in unlisted else lines:
            where[name, line].append(format)
    parts += [f"[{name}: {','.join(seen)}] {line}" for (name, line), seen in where.items()]
    return "\n".join([*parts, f"{len(every)} in all", ""])


def _counted(lines: list[str]) -> str:
    errors = sum(line.startswith("error") for line in lines)
    sums = sum(is_arithmetic(line) and line.startswith("warning") for line in lines)
    return f"{errors}+{sums}+{len(lines) - errors - sums}"


def is_arithmetic(line: str) -> bool:
    """Say whether an alarm is about figures: the kinds of the contract that a clean report never has."""
    return line.split()[2] in _ARITHMETIC


def outcome_tables(
    outcomes: Mapping[tuple[str, str], list[Outcome]],
    most: Mapping[str, int],
    *,
    unlisted: Collection[str] = (),
    title: str = "SLIPS IN THE DOCUMENT",
) -> str:
    """Return recall by report and by kind of tie, then trials one by one where asked for."""
    keyed = [o for (_, format), trials in outcomes.items() if format != REAL for o in trials]
    rows: list[tuple[str, ...]] = [("report", *_HEAD)]
    rows += [
        (f"{Path(name).name} {format}", *_numbers(trials)) for (name, format), trials in outcomes.items()
    ]
    held_back = [o for (name, _), trials in outcomes.items() if name in unlisted for o in trials]
    rows.append(("held back", *_numbers(held_back)))
    formats = dict.fromkeys(format for _, format in outcomes if format != REAL)
    if len(formats) > 1:
        for format in formats:
            of_format = [o for (_, other), trials in outcomes.items() if other == format for o in trials]
            rows.append((f"all {format}", *_numbers(of_format)))
    rows.append(("all with a key", *_numbers(keyed)))
    parts = [f"{title}: RECALL BY REPORT", _aligned(rows), ""]
    for source, trials in (
        ("with a key", keyed),
        *((Path(n).name, t) for (n, f), t in outcomes.items() if f == REAL),
    ):
        parts += [
            f"{title}: RECALL BY BROKEN TIE ({source}; 'only' where it is the only one)",
            _aligned(_by_kind(trials)),
            "",
        ]
    parts += ["WHY SLIPS WITH A KEY ARE NOT CAUGHT", _aligned(_reasons(keyed)), ""]
    for (name, format), trials in outcomes.items():
        if name in unlisted:
            continue
        parts += _listed(f"{name} {format}: not caught", [o for o in trials if not o.caught], most["missed"])
        parts += _listed(
            f"{name} {format}: findings elsewhere", [o for o in trials if o.extra], most["extra"]
        )
        parts += _listed(
            f"{name} {format}: wrong culprit", [o for o in trials if o.culprit == "wrong"], most["wrong"]
        )
    return "\n".join(parts)


def _by_kind(trials: list[Outcome]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("tie", *_HEAD)]
    for kind in sorted({kind for o in trials for kind in o.slip.kinds}):
        within = [o for o in trials if kind in o.slip.kinds]
        only = [o for o in within if len(o.slip.kinds) == 1]
        rows.append((kind, *_numbers(within)))
        if only and len(only) < len(within):
            rows.append((f"  only {kind}", *_numbers(only)))
    return rows


def _reasons(trials: list[Outcome]) -> list[tuple[str, ...]]:
    counts = Counter(o.why for o in trials if not o.caught)
    return [
        ("how far it came: what became of it", "slips"),
        *((why, str(n)) for why, n in counts.most_common()),
    ]


def _numbers(trials: list[Outcome]) -> tuple[str, ...]:
    caught = [o for o in trials if o.caught]
    bound = [o for o in trials if o.bound]
    levels = Counter(o.level for o in trials)
    named = Counter(o.culprit for o in caught)
    loud, extra, tied = sum(o.loud for o in trials), sum(o.extra for o in trials), sum(o.tied for o in trials)
    return (
        str(len(trials)),
        _share(len(caught), len(trials)),
        str(len(bound)),
        _share(sum(o.caught for o in bound), len(bound)),
        *(str(levels[level]) for level in ("error", "warning", "info", "missed")),
        _share(named["right"], len(caught)),
        _share(named["right"] + named["first"], len(caught)),
        _share(named["right"] + named["first"] + named["suspect"], len(caught)),
        _share(named["wrong"], len(caught)),
        str(extra),
        str(tied),
        _share(loud + tied, loud + extra),
        str(sum(o.loud > 1 for o in trials)),
    )


def _share(part: int, whole: int) -> str:
    return f"{Decimal(100 * part) / whole:.1f}%" if whole else "-"


def _listed(title: str, trials: Iterable[Outcome], most: int) -> list[str]:
    chosen = list(trials)[:most]
    lines = [
        f"  {o.level} {'+'.join(sorted(o.slip.kinds))} {o.slip.name} ({o.why}): {o.context}\n      {o.words}".rstrip()
        for o in chosen
    ]
    return [title, *lines, ""] if lines else []


def _aligned(rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            text.ljust(w) if n == 0 else text.rjust(w)
            for n, (text, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
