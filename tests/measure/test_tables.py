"""The tables of the trials say what they are read as, and a changed digit always changes the value."""

from __future__ import annotations

from decimal import Decimal

from rules.engine import review
from tests.measure.ground import document
from tests.measure.mutations import mutations
from tests.measure.tables import outcome_tables
from tests.measure.trial import Outcome, Slip


def _outcome(level: str, culprit: str, *, bound: bool = True, extra: int = 0, tied: int = 0) -> Outcome:
    slip = Slip(0, 1, "2", frozenset({"sum"}), "all")
    loud = int(level in ("error", "warning"))
    return Outcome(slip, level, culprit, loud, extra, "", "", "unbound", bound, tied)


def test_the_tables_say_recall_of_all_and_of_bound_and_shares_among_the_caught() -> None:
    trials = [
        _outcome("error", "right"),
        _outcome("error", "right"),
        _outcome("error", "suspect", extra=2, tied=1),
        _outcome("error", "first"),
        _outcome("warning", "wrong"),
        _outcome("missed", "none"),
        _outcome("missed", "none", bound=False),
        _outcome("missed", "none", bound=False),
        _outcome("info", "none", bound=False),
    ]
    lines = outcome_tables({("one", "docx"): trials}, {"missed": 0, "extra": 0, "wrong": 0}).splitlines()
    head = next(line for line in lines if line.startswith("report")).split()
    row = next(line for line in lines if line.startswith("all with a key")).removeprefix("all with a key")
    told = list(zip(head[1:], row.split(), strict=True))
    assert told == [
        ("slips", "9"),
        ("recall", "55.6%"),
        ("bound", "6"),
        ("recall", "83.3%"),
        ("error", "4"),
        ("warning", "1"),
        ("info", "1"),
        ("missed", "3"),
        ("right", "40.0%"),
        ("first", "60.0%"),
        ("among", "80.0%"),
        ("wrong", "20.0%"),
        ("extra", "2"),
        ("tied", "1"),
        ("precise", "85.7%"),
        ("double", "0"),
    ]


def test_a_changed_digit_is_one_digit_in_a_place_of_its_own_and_another_value() -> None:
    before = review(document("county_audit", "docx"))
    found = mutations(before, seed=0)
    assert len({slip.start for slip in found}) == len(found) > 80
    for slip in found:
        old, new = before.document.text[slip.start : slip.end], slip.digits
        assert sum(a != b for a, b in zip(old, new, strict=True)) == 1
        assert abs(Decimal(old.replace(",", "")) - Decimal(new.replace(",", ""))) > Decimal(1).scaleb(
            -len(old.partition(".")[2])
        )
