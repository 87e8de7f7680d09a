"""``python -m tests.measure``: false alarms on clean reports and recall of planted slips, as tables.

``make bench-checks`` runs it whole: every slip put into the document as read. ``--end-to-end N`` puts N slips into the
papers themselves instead and reads their files back; ``--mutate N`` changes a digit of the figures that were read, at
most N a report. ``--only NAME`` takes some reports, ``--sample N`` at most N slips a report, ``--missed N`` and
``--extra N`` list trials one by one, ``--real FILE`` adds an outside document. ``--formats unruled,unruled-top`` takes
PDF files without any ruling line in, which are left out otherwise, as scans are. Scans (``--formats scan``) cost about
three seconds a page, and again for the page of every slip from end to end; what was recognised once is kept
(``tests.measure.recognised``), so that another run over the same slips costs next to nothing.
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
from tests.measure import end_to_end
from tests.measure.ground import HELD_BACK, NAMES, document, paper, slips
from tests.measure.mutations import mutations, slips_of_facts
from tests.measure.recognised import remember
from tests.measure.slips import OTHER_VALUE, SLIPS
from tests.measure.tables import clean_table, outcome_tables
from tests.measure.trial import LOUD, REAL, Outcome, Slip, Trial
from tests.measure.writers import ASKED_WRITERS, WRITERS

_PARTS = 4
_PAGES = re.compile(r"(?<=正文)“[^”]*(?:“[^”]*”[^”]*)*”|(?:第 \d+ 页)?（PDF 第 \d+ 页）")
Outcomes = dict[tuple[str, str], list[Outcome]]


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for."""
    options = _options().parse_args(arguments)
    names = [name for name in NAMES if not options.only or any(part in name for part in options.only)]
    formats = options.formats.split(",")
    unlisted = () if options.only else HELD_BACK
    most = {"missed": options.missed, "extra": options.extra, "wrong": options.wrong}
    begun = time.perf_counter()
    with ProcessPoolExecutor(options.workers, initializer=remember) as pool:
        if not options.no_clean:
            ways = [*WRITERS, *(f"docx~{noise}" for noise in range(1, options.noise + 1))]
            ways += [format for format in formats if format in ASKED_WRITERS]
            jobs = [(name, way) for name in names for way in ways]
            found_alarms = dict(zip(jobs, pool.map(alarms, *zip(*jobs, strict=True)), strict=True))
            print(clean_table(found_alarms, unlisted=unlisted))
        if options.end_to_end:
            outcomes = _from_files(pool, names, formats, options)
            print(outcome_tables(outcomes, most, unlisted=unlisted, title="SLIPS FROM END TO END"))
        if options.mutate or not (options.no_slips or options.end_to_end):
            outcomes = _in_documents(pool, names, formats, options)
            title = "CHANGED DIGITS" if options.mutate else "SLIPS IN THE DOCUMENT"
            print(outcome_tables(outcomes, most, unlisted=unlisted, title=title))
    print(f"{time.perf_counter() - begun:.0f} s", file=sys.stderr)
    return 0


def _from_files(
    pool: ProcessPoolExecutor, names: list[str], formats: list[str], options: argparse.Namespace
) -> Outcomes:
    plans = end_to_end.chosen(names, options.end_to_end, seed=options.seed)
    jobs = [(name, format, plans[name]) for name in names for format in formats]
    found = pool.map(end_to_end.outcomes, jobs)
    return {(name, format): each for (name, format, _), each in zip(jobs, found, strict=True)}


def _in_documents(
    pool: ProcessPoolExecutor, names: list[str], formats: list[str], options: argparse.Namespace
) -> Outcomes:
    sources = [(name, format) for name in names for format in formats]
    sources += [(str(file), REAL) for file in options.real]
    most = options.mutate or options.sample
    kinds = (OTHER_VALUE,) if options.other_values else SLIPS
    settings = (options.seed, options.rounds, most, bool(options.mutate), kinds)
    jobs = [(*source, *settings, part) for part in range(_PARTS) for source in sources]
    outcomes: Outcomes = {source: [] for source in sources}
    for job, found in zip(jobs, pool.map(trials, jobs), strict=True):
        outcomes[job[0], job[1]] += found
    for each in outcomes.values():
        each.sort(key=lambda outcome: outcome.slip.start)
    return outcomes


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


def trials(job: tuple[str, str, int, int, int, bool, tuple[str, ...], int]) -> list[Outcome]:
    """Return the outcomes of one part of the slips on one report, or on an outside document (format ``real``)."""
    name, format, seed, rounds, most, digits, kinds, part = job
    trial = _trial(name, format)
    if digits:
        found = mutations(trial.before, seed=seed)
    elif format == REAL:
        found = slips_of_facts(trial.before, seed=seed, rounds=rounds)
    else:
        found = slips(name, format, seed=seed, rounds=rounds, kinds=kinds)
    return [trial.run(slip) for slip in _sampled(found, most, seed)[part::_PARTS]]


@cache
def _trial(name: str, format: str) -> Trial:
    return Trial(open_document(name) if format == REAL else document(name, format))


def _sampled(items: list[Slip], most: int, seed: int) -> list[Slip]:
    return items if not most or len(items) <= most else random.Random(seed).sample(items, most)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.measure", description=__doc__)

    def number(name: str, words: str, default: int = 0) -> None:
        parser.add_argument(name, type=int, default=default, metavar="N", help=words)

    parser.add_argument("--only", action="append", help="part of a report's name; may be repeated")
    parser.add_argument(
        "--formats",
        default="docx",
        help=f"formats for slips, parted by commas ({','.join((*WRITERS, *ASKED_WRITERS))})",
    )
    number("--end-to-end", "N slips over all reports, put into their files")
    number("--mutate", "one changed digit in at most N figures a report")
    number("--sample", "at most N slips a report")
    number("--rounds", "slips at each place", default=1)
    number("--seed", "another choice of slips")
    number("--noise", "clean reports from N other books", default=2)
    number("--missed", "list N missed slips a report")
    number("--extra", "list N slips with findings elsewhere")
    number("--wrong", "list N slips with a wrong culprit")
    words = (
        "other figures of about the size (a stale table, a mistake of computing) in place of slips of the pen"
    )
    parser.add_argument("--other-values", action="store_true", help=words)
    parser.add_argument("--real", type=Path, action="append", default=[], help="an outside document")
    parser.add_argument("--no-clean", action="store_true", help="leave out the clean reports")
    parser.add_argument("--no-slips", action="store_true", help="leave out the slips")
    number("--workers", "processes", default=2)
    return parser


if __name__ == "__main__":
    sys.exit(main())
