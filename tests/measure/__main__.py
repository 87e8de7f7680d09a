"""``python -m tests.measure``: false alarms on clean reports and recall of planted slips, as tables.

``make bench-checks`` runs it whole. ``--only NAME`` takes some reports, ``--sample N`` at most N slips a report,
``--missed N`` and ``--extra N`` list trials one by one, ``--real FILE`` adds an outside document.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from corpus.readers.opening import open_document
from rules.engine import review
from rules.finding import Finding
from rules.review import Review
from tests.measure.ground import HELD_BACK, NAMES, document, paper, slips, slips_of_facts
from tests.measure.tables import clean_table, outcome_tables
from tests.measure.trial import LOUD, REAL, Outcome, Slip, Trial
from tests.measure.writers import WRITERS

_PARTS = 4
_PAGES = re.compile(r"(?<=正文)“[^”]*(?:“[^”]*”[^”]*)*”|(?:第 \d+ 页)?（PDF 第 \d+ 页）")


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for."""
    options = _options().parse_args(arguments)
    names = [name for name in NAMES if not options.only or any(part in name for part in options.only)]
    formats = options.formats.split(",")
    unlisted = () if options.only else HELD_BACK
    begun = time.perf_counter()
    with ProcessPoolExecutor(options.workers) as pool:
        if not options.no_clean:
            ways = [*WRITERS, *(f"docx~{noise}" for noise in range(1, options.noise + 1))]
            jobs = [(name, way) for name in names for way in ways]
            found_alarms = dict(zip(jobs, pool.map(alarms, *zip(*jobs, strict=True)), strict=True))
            print(clean_table(found_alarms, unlisted=unlisted))
        if not options.no_slips:
            sources = [(name, format) for name in names for format in formats]
            sources += [(str(file), REAL) for file in options.real]
            settings = (options.seed, options.rounds, options.sample)
            jobs = [(*source, *settings, part) for part in range(_PARTS) for source in sources]
            outcomes: dict[tuple[str, str], list[Outcome]] = {source: [] for source in sources}
            for job, found in zip(jobs, pool.map(trials, jobs), strict=True):
                outcomes[job[0], job[1]] += found
            for each in outcomes.values():
                each.sort(key=lambda outcome: outcome.slip.start)
            print(_outcomes(outcomes, options, unlisted))
    print(f"{time.perf_counter() - begun:.0f} s", file=sys.stderr)
    return 0


def _outcomes(
    outcomes: dict[tuple[str, str], list[Outcome]], options: argparse.Namespace, unlisted: tuple[str, ...]
) -> str:
    most = {"missed": options.missed, "extra": options.extra, "wrong": options.wrong}
    return outcome_tables(outcomes, most, unlisted=unlisted)


def alarms(name: str, way: str) -> list[str]:
    """Return the findings on a clean report that are errors or warnings and not expected, one line each.

    ``way`` is a format, with ``~N`` from books that differ behind the decimals.
    """
    format, _, noise = way.partition("~")
    found = review(document(name, format, int(noise or 0)))
    expected = paper(name).expected
    return [_line(found, f) for f in found.findings if f.severity in LOUD and f.rule not in expected]


def _line(found: Review, finding: Finding) -> str:
    facts = {fact.id: fact for fact in found.facts}
    named = [facts[i] for i in (finding.culprit, *finding.suspects) if i in facts]
    shown = "; ".join(
        f"{f.quantity.printed}<{f.subject}|{f.measure}|{f.period}|{f.scope}|{f.where}>" for f in named[:4]
    )
    return f"{finding.severity} {finding.rule} {finding.kind} {_PAGES.sub('', finding.message)} {{{shown}}}"


def trials(job: tuple[str, str, int, int, int, int]) -> list[Outcome]:
    """Return the outcomes of one part of the slips on one report, or on an outside document (format ``real``)."""
    name, format, seed, rounds, sample, part = job
    trial = _trial(name, format)
    found = (
        slips_of_facts(trial.before, seed=seed, rounds=rounds)
        if format == REAL
        else slips(name, format, seed=seed, rounds=rounds)
    )
    return [trial.run(slip) for slip in _sampled(found, sample, seed)[part::_PARTS]]


@cache
def _trial(name: str, format: str) -> Trial:
    return Trial(open_document(name) if format == REAL else document(name, format))


def _sampled(items: list[Slip], most: int, seed: int) -> list[Slip]:
    return items if not most or len(items) <= most else random.Random(seed).sample(items, most)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.measure", description=__doc__)
    parser.add_argument("--only", action="append", help="part of a report's name; may be repeated")
    parser.add_argument(
        "--formats", default="docx", help="formats for slips, parted by commas (docx,txt,pdf)"
    )
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="at most N slips a report")
    parser.add_argument("--rounds", type=int, default=1, help="slips at each place")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--noise", type=int, default=2, metavar="N", help="clean reports from N other books")
    parser.add_argument("--missed", type=int, default=0, metavar="N", help="list N missed slips a report")
    parser.add_argument(
        "--extra", type=int, default=0, metavar="N", help="list N slips with findings elsewhere"
    )
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="list N slips with a wrong culprit")
    parser.add_argument("--real", type=Path, action="append", default=[], help="an outside document")
    parser.add_argument("--no-clean", action="store_true", help="leave out the clean reports")
    parser.add_argument("--no-slips", action="store_true", help="leave out the slips")
    parser.add_argument("--workers", type=int, default=2)
    return parser


if __name__ == "__main__":
    sys.exit(main())
