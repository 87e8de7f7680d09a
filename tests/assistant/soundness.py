"""What holds for every answer, whatever the question and whoever worded it."""

from __future__ import annotations

import re

from assistant.answers.answer import Answer
from assistant.disguise import plain
from assistant.lookup.notes import notes
from assistant.support import Origin
from rules.card import all_cards
from rules.review import Review

_FIGURE = re.compile(r"\d+\.\d+|\d{3,}")
_OWN_WORDS = {text for card in all_cards() for text in (card.formula, card.meaning)} | {
    n.meaning for n in notes()
}


def check_sound(answer: Answer, review: Review) -> None:
    """Fail where a marker leads nowhere, a quote is not in its source, or a figure has no origin."""
    markers = {citation.marker for citation in answer.citations}
    assert set(re.findall(r"\[\d+\]", answer.answer)) <= markers
    for citation in answer.citations:
        evidence = citation.evidence
        if evidence.source == "report":
            assert review.document.text[evidence.start : evidence.end] == evidence.quote
        elif evidence.source == "card":
            assert evidence.quote in _OWN_WORDS
    for number in answer.numbers:
        if number.origin is Origin.CITED:
            assert number.citation in markers
        if number.origin is Origin.COMPUTED:
            assert number.derivation
    _every_figure_has_an_origin(answer)
    if not answer.answered:
        assert [
            n.text for n in answer.numbers if n.origin is not Origin.QUESTION and "年" not in n.text
        ] == []


def _every_figure_has_an_origin(answer: Answer) -> None:
    """Find figures anew, by simpler means than the guard's, and look for each in ``numbers``."""
    text = re.sub(r"\[\d+\]|第\s*\d+\s*页|〔\d{4}〕\d+号|规则卡 [A-Z]\d+", "", answer.answer)
    known = plain("；".join(number.text for number in answer.numbers)).text
    names = plain("；".join(citation.evidence.quote for citation in answer.citations)).text
    lacking = [
        figure
        for figure in _FIGURE.findall(plain(text).text)
        if figure not in known and figure not in names and not re.fullmatch(r"20\d\d", figure)
    ]
    assert lacking == []
