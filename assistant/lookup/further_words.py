"""Further words for what a question speaks of, so that the words of reports and rules are found too."""

from __future__ import annotations

from assistant.question import ways
from rules.facts.vocabulary import normal, vocabulary

_FEW = 3
"""Synonyms of one thing that are added at most: more would drown the question's own words."""


def further_words(query: str) -> list[str]:
    """Return synonyms of the things and stages that the question names, and the reports' words for colloquial ones."""
    text = normal(query)
    found: list[str] = []
    for subject in vocabulary().subjects.values():
        named = [word for word in subject.words if normal(word) in text]
        if named:
            found += [word for word in (subject.name, *subject.words) if normal(word) not in text][:_FEW]
    for key, words in ways()["expansions"].items():
        if key in text:
            found += [word for word in words if word not in text][:_FEW]
    return list(dict.fromkeys(found))
