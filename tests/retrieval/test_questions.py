"""The questions are sound: enough of them, none asked twice, and each answer stands in its source."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from assistant.lookup.notes import notes
from corpus.found import Hit
from corpus.index.chunks import chunk
from corpus.index.pieces import Chunk
from corpus.policies.chunks import policy_chunks
from corpus.policies.marks import marks
from corpus.policies.reading import open_policy
from corpus.store import Entry
from rules.card import all_cards
from tests.corpus.policy_texts import official_texts
from tests.retrieval.ground import report
from tests.retrieval.questions import POLICIES, Question, questions

BOTH = [*questions("tuning"), *questions("measuring")]
CARDS = {card.code for card in all_cards()} | {note.code for note in notes()}


def hit(piece: Chunk, kind: str, title: str) -> Hit:
    entry = Entry("0" * 64, title, kind, "c", title)
    return Hit(1, 1.0, "", None, None, piece, entry)


@cache
def policies() -> list[Hit]:
    found = []
    for path in official_texts():
        document = open_policy(path)
        title = marks(document).title
        found += [hit(piece, "policy", title) for piece in policy_chunks(document, title)]
    return found


@cache
def pieces(source: str) -> list[Hit]:
    return [hit(piece, "report", source) for piece in chunk(report(source))]


def lacking(asked: list[Question], held: list[Hit]) -> list[tuple[str, str]]:
    """Return the answers that no passage holds."""
    return [
        (question.text, answer)
        for question in asked
        for answer in question.answers
        if not any(
            Question(question.source, question.sort, "", "", (answer,)).is_answered_by(one) for one in held
        )
    ]


def test_there_are_enough_of_every_sort_and_style_and_none_is_in_both_sets() -> None:
    measuring = questions("measuring")
    assert len(measuring) >= 150
    assert len({question.source for question in measuring} - {POLICIES}) >= 6
    sorts = Counter(question.sort for question in measuring)
    assert all(sorts[sort] >= 5 for sort in ("article", "exact", "card", "cell", "prose", "none"))
    styles = Counter(question.style for question in measuring)
    assert all(styles[style] >= 10 for style in ("plain", "colloquial", "short", "typo"))
    texts = Counter((question.source, question.text) for question in BOTH)
    assert [text for text, count in texts.items() if count > 1] == []


def test_only_what_nothing_answers_has_no_answer() -> None:
    assert [one.text for one in BOTH if (one.sort == "none") is bool(one.answers)] == []


@pytest.mark.parametrize("source", sorted({one.source for one in BOTH} - {POLICIES}))
def test_every_answer_stands_in_its_report(source: str) -> None:
    assert lacking([one for one in BOTH if one.source == source], pieces(source)) == []


def test_every_answer_is_an_article_that_exists() -> None:
    asked = [one for one in BOTH if one.source == POLICIES and one.sort != "card"]
    assert lacking(asked, policies()) == []


def test_every_card_that_is_an_answer_exists() -> None:
    assert {answer for one in BOTH if one.sort == "card" for answer in one.answers} <= CARDS
