"""A fact together with where it stands in sentence or table: what the relations are asserted from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rules.facts.fact import Fact, FactKind
from rules.facts.table_row import RowReading
from rules.facts.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in running text.

    ``block``, ``statement`` (up to a full stop) and ``sentence`` (up to a semicolon) number the place; ``parent`` is
    the position (in the list of mentions) of the figure that an open bracket explains, ``depth`` counts open brackets.
    ``lead`` is the raw text before the figure back to the last delimiter, ``tail`` the text after it up to the next;
    ``opening`` is the word that opened the bracket or the sentence (其中, 含 …). ``own_subject`` and ``own_measure`` say
    that the label itself names them; ``subject_from`` says where an unnamed thing was taken from: ``bracket``,
    ``sentence``, ``before`` (the sentence before) or ``heading``. ``narrowed``: the label limits the thing to a part;
    ``measure_sure``: the stage was said in this sentence. ``range_end``: one end of a range, or a bound of what is
    counted (执行率100%的12个).
    """

    fact: Fact
    block: int
    statement: int
    sentence: int
    depth: int
    parent: int | None
    lead: str
    tail: str
    opening: str
    own_subject: bool
    own_measure: bool
    fund: str | None
    range_end: bool = False
    subject_from: str = "own"
    narrowed: bool = False
    measure_sure: bool = True

    @property
    def label_words(self) -> str:
        """Return the words that name the figure's thing, for what is said of it further on."""
        return self.fact.subject or self.fact.label

    @property
    def is_sure(self) -> bool:
        """Say whether thing and stage are named surely enough to raise an alarm on."""
        if self.narrowed:
            return False
        if self.fact.kind is FactKind.COUNT:
            return self.own_subject  # a number of heads has no stage
        if not self.measure_sure:
            return False
        named = self.subject_from in ("own", "bracket", "sentence")
        headed = self.subject_from == "heading" and self.fact.subject in vocabulary().subjects
        return self.fact.measure is not None and (named or (headed and self.own_measure))


@dataclass(frozen=True, slots=True)
class CellFact:
    """A figure that fills a table cell; ``row`` and ``column`` count from 0 in ``table`` (the table's index)."""

    fact: Fact
    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was extracted from one document, in reading order; ``rows`` are those of each table, by its index."""

    year: str | None
    mentions: tuple[Mention, ...]
    cells: tuple[CellFact, ...]
    rows: Mapping[int, Sequence[RowReading]] = field(default_factory=dict)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return all facts in the order in which they stand."""
        every = [mention.fact for mention in self.mentions] + [cell.fact for cell in self.cells]
        return tuple(sorted(every, key=lambda fact: fact.start))
