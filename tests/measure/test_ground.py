"""The measuring ground measures rightly: its reports are clean, its figures are found again, its slips break ties."""

from __future__ import annotations

import random

import pytest

from corpus.readers.opening import read_bytes
from tests.measure.ground import NAMES, document, paper, slips
from tests.measure.key import Key
from tests.measure.places import locate, order_in
from tests.measure.slips import printed_otherwise, slip
from tests.measure.writers import WRITERS

FORMATS = [
    pytest.param("docx"),
    pytest.param("txt"),
    pytest.param("xlsx"),
    pytest.param("pdf", marks=pytest.mark.needs("gbsn00lp")),
]


@pytest.mark.parametrize("noise", [0, 1, 2])
@pytest.mark.parametrize("name", NAMES)
def test_every_tie_of_the_books_holds_on_the_printed_digits(name: str, noise: int) -> None:
    report = paper(name, noise)
    assert Key(report.book, report.places()).faults() == []


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", NAMES)
def test_every_printed_figure_is_found_again_in_the_read_document(name: str, format: str) -> None:
    assert len(locate(paper(name), document(name, format))) == len(paper(name).places())


@pytest.mark.parametrize("name", NAMES)
def test_nearly_every_figure_takes_part_in_a_tie(name: str) -> None:
    assert len(slips(name, "docx", seed=0)) >= 0.85 * len(paper(name).places())


def test_a_slip_changes_the_value_and_keeps_the_separators() -> None:
    rng = random.Random(7)
    assert {slip("1,204,500.30", kind, rng) is None for kind in ("digit", "swap", "drop")} == {False}
    assert slip("11", "swap", rng) is None
    assert slip("12", "swap", rng) == "21"
    assert slip("5", "drop", rng) is None
    assert slip("1,000", "drop", rng) == "100"


def test_a_document_with_one_figure_printed_otherwise_is_as_if_read_from_such_a_file() -> None:
    report = paper("county_audit")
    before = document("county_audit", "docx")
    place = locate(report, before)[40]
    changed = printed_otherwise(before, place.start, place.end, "987654.32")
    for table in changed.tables:
        assert [cell.text for cell in table.cells] == [
            changed.text[cell.start : cell.end] for cell in table.cells
        ]
    reread = read_bytes(changed.text.encode(), "changed.txt")
    assert reread.text.count("987654.32") == 1
    assert changed.text.replace("987654.32", place.place.text) == before.text
    assert [block.kind for block in changed.blocks] == [block.kind for block in before.blocks]
    assert changed.blocks[-1].end == len(changed.text)


@pytest.mark.needs("gbsn00lp")
@pytest.mark.parametrize("format", WRITERS)
def test_every_format_of_a_report_holds_the_same_text_in_its_own_order(format: str) -> None:
    report = paper("court_2020")
    order = order_in(format, report)
    read = "".join(document("court_2020", format).text.split())
    assert read == report.text(order)
    names = [item for item in order or () if isinstance(item, str)]
    assert sorted(read) == sorted(report.text() + "".join(names))
