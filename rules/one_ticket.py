"""One-ticket rules (一票否决): what a report's own words admit that caps its grade."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.document.model import Document
from rules.pack import ActivePack
from rules.pack_scoring import Grades, Veto
from rules.self_report import says_any


def admitted(document: Document, pack: ActivePack) -> Iterator[tuple[Veto, int, int]]:
    """Yield each rule in force that the running text admits, with the offsets of the clause that does."""
    for veto in pack.vetoes:
        for block in document.blocks:
            if block.table is not None:
                continue
            span = says_any(document.text[block.start : block.end], veto.words, pack)
            if span is not None:
                yield veto, block.start + span[0], block.start + span[1]
                break


def is_better(one: str, other: str, grades: Grades) -> bool:
    """Say whether the first of two grades is the better one."""
    names = [floor.name for floor in grades.floors]
    return other in names and one in names and names.index(one) < names.index(other)


def capped(grade: str | None, document: Document, pack: ActivePack) -> str | None:
    """Return the grade that is left of the one that the total earns; None where no rule caps it."""
    if grade is None or pack.grades is None:
        return None
    left = grade
    for veto, _, _ in admitted(document, pack):
        if is_better(left, veto.grade, pack.grades):
            left = veto.grade
    return None if left == grade else left
