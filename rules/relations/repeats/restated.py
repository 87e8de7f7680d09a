"""The same fact stated again in words of its own: text against the rows and columns of tables and score forms.

What ``repeats`` finds by the field's vocabulary is found here by the document's own names: the row that a sentence names
and the stage that its words or the figures beside it tell. Names are a likeness, so a difference is asked about
where one slip of the pen explains it, or where names and stage are the same in full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.document.model import Document
from rules.facts.fact import Fact
from rules.facts.mention import Extraction
from rules.relations.build import Relations
from rules.relations.repeats.again import cell_ties, text_ties
from rules.relations.repeats.cells import sites
from rules.relations.repeats.dealt import dealt_ties
from rules.relations.repeats.digits import Digits
from rules.relations.repeats.row_index import Tables
from rules.relations.repeats.rows import row_ties
from rules.relations.repeats.said import Said, said_in
from rules.relations.repeats.ties import Printed, Tie, printed, settle


def find_restated(
    document: Document, extraction: Extraction, scores: Iterable[Fact], relations: Relations
) -> None:
    """Hold the figures of text, tables and forms that state the same against one another; ``scores`` are of forms."""
    cells = sites(document, extraction, scores)
    said = list(said_in(document, extraction.mentions))
    dealt = list(dealt_ties(document.text, said, cells))
    digits, tables = Digits(cells), Tables(cells)
    agreeing = _agreeing(said, digits, dealt)
    ties = [
        tie
        for item in said
        for rows, lines in tables.for_each(item, agreeing[item.mention.statement] | digits.alike(item.fact))
        for tie in row_ties(item, rows, lines)
    ]
    columns: dict[tuple[int, int], set[Printed]] = defaultdict(set)
    for cell in extraction.cells:
        columns[cell.table, cell.column].add(printed(cell.fact))
    settle([*ties, *dealt, *text_ties(said), *cell_ties(cells)], relations, columns)


def _agreeing(said: Sequence[Said], digits: Digits, dealt: Sequence[Tie]) -> Mapping[int, set[int]]:
    """Return for each statement the tables with a figure that one of its own may agree with, and so bear out the others."""
    found: dict[int, set[int]] = defaultdict(set)
    for item in said:
        found[item.mention.statement] |= digits.agreeing(item.fact)
    for tie in dealt:
        found[tie.statement].add(tie.table)
    return found
