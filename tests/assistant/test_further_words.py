"""Words of the field that a question does not use itself, to look for too."""

from __future__ import annotations

import pytest

from assistant.lookup.further_words import further_words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("三公花了多少", {"三公经费", "“三公”经费"}),
        ("公车运行费多少", {"公务用车运行维护费"}),
        ("项目钱没花完怎么办", {"结转", "结余", "资金"}),
        ("今天天气怎么样", set()),
    ],
)
def test_synonyms_of_what_a_question_names_are_added(question: str, words: set[str]) -> None:
    found = further_words(question)
    assert words <= set(found)
    assert bool(found) is bool(words)
    assert not any(word in question for word in found)
