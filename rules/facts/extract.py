"""One document → all its facts: running text, table cells, and the words inside wordy cells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.document.evidence import Locator
from rules.facts.form import ScoreForm
from rules.facts.indicators import find_score_forms
from rules.facts.mention import Extraction, Mention
from rules.facts.table_layout import read_rows
from rules.facts.tables import read_tables
from rules.facts.text import read_text


def extract(locator: Locator, year: str | None) -> Extraction:
    """Return every figure of the document with what it says of whom. ``year`` is the report's year.

    Points in brackets that a score form gives (产出指标（50分）, 总分（100分）) are the form's, and no words of the text.
    """
    rows = {table.index: tuple(read_rows(table)) for table in locator.document.tables}
    cells = read_tables(locator, year, rows)
    forms = find_score_forms(locator.document, locator)
    taken = {cell.fact.start for cell in cells}.union(*map(_weights, forms))
    return Extraction(year=year, mentions=_without(read_text(locator, year), taken), cells=cells, rows=rows)


def _weights(form: ScoreForm) -> Iterator[int]:
    """Yield where the weights of a form stand."""
    cells = [row.weight for row in form.rows]
    cells += [item.weight for item in form.classes]
    cells += [form.total_weight, None if form.execution is None else form.execution.weight]
    yield from (cell.start for cell in cells if cell is not None)


def _without(mentions: Sequence[Mention], taken: Collection[int]) -> tuple[Mention, ...]:
    """Return the mentions that do not stand at the given offsets; each still names its parent by its place in the list."""
    kept = [at for at, mention in enumerate(mentions) if mention.fact.start not in taken]
    places = {old: new for new, old in enumerate(kept)}
    return tuple(
        replace(mentions[at], parent=None if (parent := mentions[at].parent) is None else places.get(parent))
        for at in kept
    )
