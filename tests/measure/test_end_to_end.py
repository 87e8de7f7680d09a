"""Slips from end to end: what is printed otherwise in the paper is read otherwise from its file, and nothing else."""

from __future__ import annotations

import pytest

from corpus.readers.opening import read_bytes
from tests.measure.book import Book
from tests.measure.end_to_end import chosen, outcomes
from tests.measure.ground import NAMES, document, paper, planned
from tests.measure.paper import Grid, Paper, bodies
from tests.measure.places import locate
from tests.measure.slips import printed_otherwise
from tests.measure.trial import Slip, Trial
from tests.measure.writers import WRITERS, written

REPORT = "county_audit"


def _in_text_and_table() -> list[int]:
    """Return two places of the report: one in a sentence, one in a table."""
    number = 0
    first: dict[bool, int] = {}
    for block in paper(REPORT).blocks:
        for body in bodies(block):
            if len(body.slots) > 1 or (body.slots and isinstance(block, Grid)):
                first.setdefault(isinstance(block, Grid), number)
            number += len(body.slots)
    return [first[False], first[True]]


@pytest.mark.needs("gbsn00lp")
@pytest.mark.parametrize("format", [*WRITERS, "unruled", "unruled-top"])
@pytest.mark.parametrize("number", _in_text_and_table())
def test_a_slip_written_into_a_file_is_read_as_such(format: str, number: int) -> None:
    report, clean = paper(REPORT), document(REPORT, format)
    place = next(found for found in locate(report, clean) if found.number == number)
    digits = "9" + place.place.text
    changed = report.with_slip(number, digits)
    after = read_bytes(*written(changed, format))
    otherwise = printed_otherwise(clean, place.start, place.end, digits)
    assert "".join(after.text.split()) == "".join(otherwise.text.split())
    there = next(found for found in locate(changed, after) if found.number == number)
    assert after.text[there.start : there.end] == digits


def test_a_slip_in_a_paper_leaves_the_paper_it_was_made_from_and_all_other_places() -> None:
    report = paper(REPORT)
    before = report.places()
    after = report.with_slip(40, "98765").places()
    assert [place.text for place in before] == [place.text for place in report.places()]
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a.text != b.text] == [40]
    assert after[40].text == "98765"
    text = report.with_slip(40, "98765").text()
    assert all(text[place.start :].startswith(place.text) for place in after)


def test_slips_are_spread_over_reports_and_kinds_of_tie() -> None:
    plans = chosen(NAMES, 3 * len(NAMES), seed=0)
    assert {len(each) for each in plans.values()} == {3}
    every = {kind for name in NAMES for plan in planned(name, seed=0) for kind in plan.kinds}
    assert {kind for each in plans.values() for plan in each for kind in plan.kinds} == every


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_a_slip_in_the_file_comes_to_the_same_as_in_the_document_read(format: str) -> None:
    plans = planned(REPORT, seed=5)[::12]
    trial = Trial(document(REPORT, format))
    places = {found.number: found for found in locate(paper(REPORT), document(REPORT, format))}
    inside = [
        trial.run(Slip(places[p.number].start, places[p.number].end, p.digits, p.kinds, p.name))
        for p in plans
    ]
    from_file = outcomes((REPORT, format, plans))
    assert [(o.level, o.culprit, o.loud, o.extra, o.bound, o.why) for o in from_file] == [
        (o.level, o.culprit, o.loud, o.extra, o.bound, o.why) for o in inside
    ]


def test_a_slip_that_reading_lost_is_missed() -> None:
    trial = Trial(document(REPORT, "docx"))
    outcome = trial.run_file(Slip(0, 1, "7", frozenset({"sum"}), "all"), document(REPORT, "docx"), None)
    assert (outcome.level, outcome.why, outcome.caught) == ("missed", "lost in reading", False)


@pytest.mark.slow
@pytest.mark.needs("gbsn00lp")
def test_a_scan_is_read_from_its_image_with_its_figures() -> None:
    book = Book()
    book.wan(pay="1234.56", pub="65.44")
    book.sum("all", "pay", "pub")
    report = Paper("short", book)
    report.h("一、支出情况")
    report.p("全年支出{all:w2}万元，其中人员经费{pay:w2}万元，公用经费{pub:w2}万元。")
    report.table((8, 8), "项目|支出数", "人员经费|{pay:w2}", "公用经费|{pub:w2}", "合计|{all:w2}")
    read = read_bytes(*written(report, "scan"))
    assert read.ocr
    assert len(locate(report, read)) == 6
