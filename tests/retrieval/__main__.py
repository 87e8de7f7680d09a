"""``python -m tests.retrieval``: how well questions find their passages, as tables.

``make bench-retrieval`` asks the questions of measuring.toml. ``--tuning`` asks the others, ``--missed`` lists those whose
answer is not among the first five. ``--scale`` measures time and memory over 100,000 synthetic chunks instead,
``--reports N`` what really embedding N generated reports takes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT
from tests.retrieval.asking import WAYS, Asked, ask, score
from tests.retrieval.ground import TEXTS, library
from tests.retrieval.questions import POLICIES, questions

VECTORS = ROOT / "out" / "retrieval" / "vectors.db"
NONE = "none"


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for."""
    options = _options().parse_args(arguments)
    if options.scale or options.reports:
        from tests.retrieval import scale

        return scale.main(options.scale) if options.scale else scale.really(options.reports)
    wanted = [
        q
        for q in questions("tuning" if options.tuning else "measuring")
        if q.source != POLICIES or TEXTS.is_dir()
    ]
    if not TEXTS.is_dir():
        print(f"not run: questions about policies, since {TEXTS} is missing")
    with tempfile.TemporaryDirectory() as folder:
        sources = list(dict.fromkeys(question.source for question in wanted))
        with library(Path(folder) / "home", VECTORS, sources) as (opened, hashes):
            answerable = [question for question in wanted if question.sort != NONE]
            runs = [ask(opened, hashes, answerable, expanded=expanded) for expanded in (False, True)]
            nowhere = ask(opened, hashes, [q for q in wanted if q.sort == NONE], expanded=True)
            print(f"{len(wanted)} questions, {len(sources)} sources, {opened.check().passages} passages\n")
    _ways_table(runs)
    _groups_table(runs[1], "sort")
    _groups_table(runs[1], "style")
    print(f"unanswerable: {len(nowhere)}; nothing can be found, and no score says so: answers decide that")
    if options.missed:
        _missed(runs[1])
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.retrieval", description=__doc__)
    parser.add_argument("--tuning", action="store_true", help="ask the questions to tune by")
    parser.add_argument("--missed", action="store_true", help="list the questions that found nothing in five")
    parser.add_argument(
        "--scale", type=int, nargs="?", const=100_000, help="time and memory over synthetic chunks"
    )
    parser.add_argument(
        "--reports", type=int, metavar="N", help="embed N generated reports and say what it took"
    )
    return parser


def _ways_table(runs: list[list[Asked]]) -> None:
    print(f"{'way':<28}{'n':>5}{'R@1':>8}{'R@5':>8}{'MRR':>8}")
    for run in runs:
        for way in WAYS:
            found = score(run, way)
            name = f"{way}{' + further words' if run and run[0].expanded else ''}"
            print(f"{name:<28}{found.asked:>5}{found.first:>8.3f}{found.five:>8.3f}{found.reciprocal:>8.3f}")
    print()


def _groups_table(run: list[Asked], by: str) -> None:
    print(f"{'fused + further words, by ' + by:<28}{'n':>5}{'R@1':>8}{'R@5':>8}{'MRR':>8}")
    for group in dict.fromkeys(getattr(one.question, by) for one in run):
        found = score([one for one in run if getattr(one.question, by) == group], "fused")
        print(f"{group:<28}{found.asked:>5}{found.first:>8.3f}{found.five:>8.3f}{found.reciprocal:>8.3f}")
    print()


def _missed(run: list[Asked]) -> None:
    for one in run:
        rank = one.ranks["fused"]
        if rank is None or rank > 5:
            print(f"{one.question.source} [{one.question.sort}] {one.question.text} → {one.question.answers}")
            print(f"   ranks {one.ranks}")
            for line in one.first:
                print(f"   · {line}")


if __name__ == "__main__":
    sys.exit(main())
