"""The guard on the real report: what it states may be said, and no figure may be said of another thing or stage."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.guard import Guard
from assistant.material import Material
from assistant.support import Support, Topic
from corpus.readers.opening import open_document
from rules.engine import review
from rules.facts.fact import Fact
from rules.numbers.quantity import Hedge
from tests.assistant.test_guard_properties import WORDS

pytestmark = pytest.mark.slow

BUDGETS = {"budget", "adjusted_budget", "initial_budget"}
STEP = 23
"""Of the other figures every so-manieth is tried in a statement's place."""


@pytest.fixture(scope="module")
def stated(real_reports: Path) -> tuple[list[Fact], Support]:
    """Return the facts whose stage has a word, and the support that holds all of them."""
    found = review(open_document(real_reports / "hn-zwfw-2024.pdf"))
    facts = [
        fact
        for fact in found.facts
        if fact.subject and "/" not in fact.subject and fact.measure and fact.measure in WORDS
    ]
    material = Material(found, Topic())
    for fact in facts:
        material.figure(fact)
    return [fact for fact in facts if fact.quantity.hedge is Hedge.NONE], material.support()


def sentence(fact: Fact, figure: str) -> str:
    subject = fact.subject if fact.subject != "收支总计" else f"{fact.scope or ''}合计"
    return f"{fact.period}年{subject}{WORDS[fact.measure]}{figure}。"


def test_what_the_report_states_may_be_said(stated: tuple[list[Fact], Support]) -> None:
    facts, support = stated
    assert len(facts) > 100
    dropped = [s for fact in facts if Guard(support).check(s := sentence(fact, fact.quantity.words()))[1]]
    assert dropped == []


def test_no_true_figure_may_be_said_of_another_thing_or_stage(stated: tuple[list[Fact], Support]) -> None:
    facts, support = stated
    passed = []
    for at, fact in enumerate(facts):
        told = {
            (claim.value, claim.unit)
            for claim in support.claims
            if fact.subject in claim.subjects
            and claim.period == fact.period
            and (claim.measure == fact.measure or {claim.measure, fact.measure} <= BUDGETS)
        }
        for other in facts[at % STEP :: STEP]:
            lie = sentence(fact, other.quantity.words())
            if (other.quantity.value, other.quantity.unit) not in told and not Guard(support).check(lie)[1]:
                passed.append(lie)
    assert passed == []
