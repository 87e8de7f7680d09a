"""What is found of planted differences between documents, and what is found where there is none.

``python -m tests.others.trial [SEEDS] [FIRST]`` prints both, by kind of document. A difference is planted by changing one
digit of one figure in one document; it is found where a finding rests on that figure.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from corpus.document.model import Document
from corpus.readers.opening import read_bytes
from rules.engine import review
from rules.finding import Finding, Severity
from rules.others.material import Given
from tests.others import papers
from tests.others.books import Books, books
from tests.others.papers import Ink

LAYOUTS = (0, 1, 2)
Make = Callable[[Books, int, Ink], bytes | list[bytes]]

KINDS: dict[str, tuple[Make, str]] = {
    "approval": (papers.approval, "docx"),
    "final_accounts": (papers.final_accounts, "xlsx"),
    "accounts_disclosure": (papers.accounts_disclosure, "docx"),
    "prior": (papers.prior_report, "docx"),
    "adjustment": (lambda book, layout, ink: papers.adjustments(book, ink), "docx"),
    "project_form": (lambda book, layout, ink: papers.project_forms(book, ink), "xlsx"),
}


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
def _report(seed: int, layout: int) -> Document:
    return read_bytes(papers.report(books(seed), layout, Ink()), "报告.docx")


def materials(seed: int, kind: str, layout: int, ink: Ink) -> tuple[Given, ...]:
    """Return the documents of one kind."""
    make, form = KINDS[kind]
    made = make(books(seed), layout, ink)
    files = made if isinstance(made, list) else [made]
    return tuple(Given(kind, read_bytes(data, f"{kind}{n}.{form}")) for n, data in enumerate(files))


def crossing(seed: int, kind: str, layout: int, ink: Ink) -> tuple[Finding, ...]:
    """Return the findings that rest on another document."""
    found = review(_report(seed, layout), others=materials(seed, kind, layout, ink)).findings
    return tuple(f for f in found if any(e.material is not None for e in f.evidence))


def comparable(seed: int, kind: str, layout: int) -> list[str]:
    """Return the figures that the report and a document of the kind both print."""
    own, other = Ink(), Ink()
    papers.report(books(seed), layout, own)
    KINDS[kind][0](books(seed), layout, other)
    if kind == "prior":
        shared = [name for name in other.written if f"last.{name}" in own.written]
        return shared + (["closing"] if "carried" in own.written and "closing" in other.written else [])
    if kind == "adjustment":
        return [name for name in other.written if name.startswith("added")] if "added" in own.written else []
    return [name for name in other.written if name in own.written]


def planted(seed: int, kind: str, layout: int) -> Iterator[Outcome]:
    """Change every comparable figure of a document in turn."""
    for name in comparable(seed, kind, layout):
        ink = Ink(name, random.Random(f"{seed}/{kind}/{layout}/{name}"))
        findings = crossing(seed, kind, layout, ink)
        wrong = ink.written[name]
        found = any(e.material == kind and wrong in e.quote for f in loud(findings) for e in f.evidence)
        yield Outcome(kind, name, found, findings)


def main(seeds: int, first: int) -> None:
    """Print recall by kind, and every false alarm and miss."""
    hit, all_, alarms = Counter[str](), Counter[str](), 0
    for seed in range(first, first + seeds):
        for layout in LAYOUTS:
            for kind in KINDS:
                for finding in loud(crossing(seed, kind, layout, Ink())):
                    alarms += 1
                    print(f"false alarm: {seed}/{layout}/{kind}: {finding.message}")
                for one in planted(seed, kind, layout):
                    all_[kind] += 1
                    hit[kind] += one.found
                    if not one.found:
                        print(f"missed: {seed}/{layout}/{kind}: {one.figure}")
                    alarms += len(loud(one.findings)) - 1 if one.found else len(loud(one.findings))
    for kind, count in all_.items():
        print(f"{kind}: {hit[kind]} of {count}")
    print(f"all: {sum(hit.values())} of {sum(all_.values())}; further findings: {alarms}")


if __name__ == "__main__":
    main(*(int(text) for text in [*sys.argv[1:], *("3", "0")[len(sys.argv) - 1 :]]))
