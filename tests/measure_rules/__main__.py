"""``python -m tests.measure_rules``: recall and precision of the rules on planted errors, as a table.

``make bench-rules`` runs it. ``--rounds N`` plants each error N times, ``--seed N`` chooses other words and places,
``--list`` names what was missed or raised without reason on the reports that are not held back.
"""

from __future__ import annotations

import argparse
import sys

from tests.measure_rules.bench import HELD_BACK, Outcome, loud, measured, outcomes
from tests.measure_rules.reports import BUILDERS


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for."""
    options = _options().parse_args(arguments)
    names = [name for name in BUILDERS if not options.only or name in options.only]
    every: list[Outcome] = []
    print("report       plants  caught  recall  false  precision  clean: loud")
    for name in names:
        found = list(outcomes(name, seed=options.seed, rounds=options.rounds, format=options.format))
        every += found
        print(_line(name, found, len(loud(name, options.format))))
        if options.list and (name not in HELD_BACK or name in (options.only or ())):
            _list(found)
    print(_line("all", every, None))
    return 0


def _line(name: str, found: list[Outcome], clean: int | None) -> str:
    plants, caught, false = measured(found)
    right = sum(len(outcome.new) - len(outcome.others) for outcome in found)
    recall = 100 * caught / max(plants, 1)
    precision = 100 * right / max(right + false, 1)
    shown = "" if clean is None else str(clean)
    mark = " (held back)" if name in HELD_BACK else ""
    return (
        f"{name:<12} {plants:>6} {caught:>7} {recall:>6.1f}% {false:>6} {precision:>9.1f}%  {shown:>11}{mark}"
    )


def _list(found: list[Outcome]) -> None:
    for outcome in found:
        if not outcome.caught:
            print(f"   missed  {outcome.planted.name}")
        for finding in outcome.others:
            print(f"   false   {outcome.planted.name}: {finding.severity} {finding.rule} {finding.message}")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.measure_rules", description=__doc__)
    parser.add_argument("--only", action="append", help="a report; may be repeated")
    parser.add_argument("--rounds", type=int, default=2, help="plants of each sort a report")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--format", default="docx", help="docx, pdf or txt")
    parser.add_argument("--list", action="store_true", help="name misses and false alarms")
    return parser


if __name__ == "__main__":
    sys.exit(main())
