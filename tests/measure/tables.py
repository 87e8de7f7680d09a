"""Outcomes → tables of plain text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from tests.measure.trial import REAL, Outcome

_ARITHMETIC = {
    *("sum", "difference", "ratio", "share", "yoy", "unit", "arithmetic_other"),
    *("text_vs_text", "text_vs_table", "text_vs_annex", "toc_vs_body", "count", "date_order"),
    *("score_sum", "weight_sum"),
}
_HEAD = (
    "slips",
    "recall",
    "error",
    "warning",
    "info",
    "missed",
    "culprit",
    "suspect",
    "wrong",
    "extra",
    "double",
)


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
) -> str:
    """Return recall by report and by kind of tie, then trials one by one where asked for."""
    keyed = [o for (_, format), trials in outcomes.items() if format != REAL for o in trials]
    rows: list[tuple[str, ...]] = [("report", *_HEAD)]
    rows += [
        (f"{Path(name).name} {format}", *_numbers(trials)) for (name, format), trials in outcomes.items()
    ]
    held_back = [o for (name, _), trials in outcomes.items() if name in unlisted for o in trials]
    rows.append(("held back", *_numbers(held_back)))
    rows.append(("all with a key", *_numbers(keyed)))
    parts = ["RECALL OF SLIPS BY REPORT", _aligned(rows), ""]
    for title, trials in (
        ("with a key", keyed),
        *((Path(n).name, t) for (n, f), t in outcomes.items() if f == REAL),
    ):
        parts += [
            f"RECALL BY BROKEN TIE ({title}; 'only' where it is the only one)",
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
    def of(level: str) -> int:
        return sum(o.level == level for o in trials)

    def culprit(word: str) -> int:
        return sum(o.culprit == word for o in trials)

    caught = sum(o.caught for o in trials)
    recall = f"{100 * caught / len(trials):.1f}%" if trials else "-"
    extra, double = sum(o.extra for o in trials), sum(o.loud > 1 for o in trials)
    levels = (of("error"), of("warning"), of("info"), of("missed"))
    named = (culprit("right"), culprit("suspect"), culprit("wrong"))
    return (str(len(trials)), recall, *(str(n) for n in (*levels, *named, extra, double)))


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
