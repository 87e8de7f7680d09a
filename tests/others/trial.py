"""What is found of planted differences between documents, and what is found where there is none.

``python -m tests.others.trial [SEEDS] [FIRST] [apart]`` prints both, by kind of document; ``apart`` takes the layouts that
nothing was fitted to. A difference is planted by changing one
digit of one figure in one document; it is found where a finding rests on that figure.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from types import ModuleType

from corpus.document.model import Document
from corpus.readers.opening import read_bytes
from rules.engine import review
from rules.finding import Finding, Severity
from rules.others.material import Given
from tests.others import apart, papers
from tests.others.books import books
from tests.others.papers import Ink

LAYOUTS = (0, 1, 2)
FORMS = {
    "approval": "docx",
    "final_accounts": "xlsx",
    "accounts_disclosure": "docx",
    "prior": "docx",
    "adjustment": "docx",
    "project_form": "xlsx",
}
"""The kinds of documents that are tried, and the format of each."""


def _made(kind: str, seed: int, layout: int, ink: Ink, source: ModuleType) -> list[bytes]:
    """Return the documents of a kind, as one of the two sets of layouts writes them."""
    book = books(seed)
    if kind in ("adjustment", "project_form"):
        several: list[bytes] = {"adjustment": source.adjustments, "project_form": source.project_forms}[kind](
            book, ink
        )
        return several
    write = {"prior": "prior_report"}.get(kind, kind)
    return [getattr(source, write)(book, layout, ink)]


@dataclass(frozen=True)
class Outcome:
    """One trial: the kind of document, the figure that was changed (None: none was), and whether it was found."""

    kind: str
    figure: str | None
    found: bool
    findings: tuple[Finding, ...]


def loud(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that a person has to look at."""
    return tuple(f for f in findings if f.severity is not Severity.INFO)


@cache
def report(seed: int, layout: int, source: ModuleType = papers) -> Document:
    """Return a report as read."""
    return read_bytes(source.report(books(seed), layout, Ink()), "报告.docx")


def materials(seed: int, kind: str, layout: int, ink: Ink, source: ModuleType = papers) -> tuple[Given, ...]:
    """Return the documents of one kind."""
    files = _made(kind, seed, layout, ink, source)
    return tuple(Given(kind, read_bytes(data, f"{kind}{n}.{FORMS[kind]}")) for n, data in enumerate(files))


def crossing(seed: int, kind: str, layout: int, ink: Ink, source: ModuleType = papers) -> tuple[Finding, ...]:
    """Return the findings that rest on another document."""
    others = materials(seed, kind, layout, ink, source)
    found = review(report(seed, layout, source), others=others).findings
    return tuple(f for f in found if any(e.material is not None for e in f.evidence))


def comparable(seed: int, kind: str, layout: int, source: ModuleType = papers) -> list[str]:
    """Return the figures that the report and a document of the kind both print."""
    own, other = Ink(), Ink()
    source.report(books(seed), layout, own)
    _made(kind, seed, layout, other, source)
    if kind == "prior":
        shared = [name for name in other.written if f"last.{name}" in own.written]
        return shared + (["closing"] if "carried" in own.written and "closing" in other.written else [])
    if kind == "adjustment":
        return [name for name in other.written if name.startswith("added")] if "added" in own.written else []
    return [name for name in other.written if name in own.written]


def planted(
    seed: int, kind: str, layout: int, source: ModuleType = papers, most: int | None = None
) -> Iterator[Outcome]:
    """Change every comparable figure of a document in turn, or so many of them."""
    names = comparable(seed, kind, layout, source)
    if most is not None and len(names) > most:
        names = random.Random(f"{seed}/{kind}/{layout}").sample(names, most)
    for name in names:
        ink = Ink(name, random.Random(f"{seed}/{kind}/{layout}/{name}"))
        findings = crossing(seed, kind, layout, ink, source)
        wrong = ink.written[name]
        found = any(e.material == kind and wrong in e.quote for f in loud(findings) for e in f.evidence)
        yield Outcome(kind, name, found, findings)


def main(seeds: int, first: int, source: ModuleType) -> None:
    """Print recall by kind, and every false alarm and miss."""
    hit, all_, alarms = Counter[str](), Counter[str](), 0
    for seed, layout, kind in product(range(first, first + seeds), LAYOUTS, FORMS):
        for finding in loud(crossing(seed, kind, layout, Ink(), source)):
            alarms += 1
            print(f"false alarm: {seed}/{layout}/{kind}: {finding.message}")
        for one in planted(seed, kind, layout, source):
            all_[kind] += 1
            hit[kind] += one.found
            alarms += len(loud(one.findings)) - one.found
            if not one.found:
                print(f"missed: {seed}/{layout}/{kind}: {one.figure}")
    for kind, count in all_.items():
        print(f"{kind}: {hit[kind]} of {count}")
    print(f"all: {sum(hit.values())} of {sum(all_.values())}; further findings: {alarms}")


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:] if text.isdigit()]
    seeds, first = [*numbers, *(1, 0)[len(numbers) :]]
    main(seeds, first, apart if "apart" in sys.argv else papers)
