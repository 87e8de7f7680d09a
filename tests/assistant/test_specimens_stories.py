"""Every story in every order: the books hold, the prose is whole, and each kind of slip finds a place somewhere."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import pytest

from assistant.specimens import outline, paging, sample, slips, story
from assistant.specimens.blocks import Heading, Paragraph, Report, Table, plain
from assistant.specimens.key import row_text
from assistant.specimens.ledger import FigureKind, Ledger

from .test_specimens import _holds

STORIES = story.names()
LAYOUTS = ("nine", "seven")
SEED = 12


@cache
def _written(name: str, layout: str = "nine") -> tuple[Report, Ledger]:
    return outline.write(SEED, name, layout=layout)


def _texts(report: Report) -> list[str]:
    found: list[str] = []
    for block in report.blocks:
        if isinstance(block, Paragraph):
            found.append(plain(block.parts))
        elif isinstance(block, Table):
            found += [row_text(block, row) for row in range(block.rows)]
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", STORIES)
def test_every_tie_of_every_story_holds(name: str, layout: str) -> None:
    _, ledger = _written(name, layout)
    assert [tie for tie in ledger.ties if not _holds(ledger, tie)] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", STORIES)
def test_no_blank_of_a_template_is_left_open_and_no_mark_stands_twice(name: str, layout: str) -> None:
    for text in _texts(_written(name, layout)[0]):
        assert not re.search(r"[{}<>$]|，，|。。|；；|，。|、，", text), text


@pytest.mark.parametrize("name", STORIES)
def test_weights_and_scores_of_a_story_add_up_to_what_its_text_says(name: str) -> None:
    _, ledger = _written(name)
    weights = [ledger.shown(f"class{number}.weight") for number in range(3)]
    assert [int(weight) for weight in weights] == [50, 30, 10]
    scored = [fact for fact, figure in ledger.figures.items() if figure.kind is FigureKind.SCORE]
    rows = [fact.removesuffix(".score") for fact in scored if re.fullmatch(r"row\..*\.score", fact)]
    assert all(ledger.shown(f"{row}.score") <= ledger.shown(f"{row}.weight") for row in rows)


@pytest.mark.parametrize("name", STORIES)
def test_a_score_is_full_just_where_the_goal_in_per_cent_was_reached(name: str) -> None:
    report, _ = _written(name)
    _, form = report.table("form")
    for row in range(1, form.rows - 1):
        cells = {cell.column: plain(cell.parts) for cell in form.cells if cell.row == row}
        goal = re.fullmatch(r"([≥≤])(\d+)%", cells[4])
        if goal is None:
            continue
        reached = Decimal(cells[5].rstrip("%"))
        met = reached >= int(goal[2]) if goal[1] == "≥" else reached <= int(goal[2])
        assert met is (cells[6] == cells[7]), cells
        assert met is (cells[8] == ""), cells


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", STORIES)
def test_the_stories_share_no_name_of_a_unit(name: str, layout: str) -> None:
    text = "\n".join(_texts(_written(name, layout)[0]))
    others = [story.load(other).context["unit"] for other in STORIES if other != name]
    assert story.load(name).context["unit"] in text
    assert not any(other in text for other in others)


@pytest.mark.parametrize("kind", [slip.kind for slip in slips.ALL])
def test_each_kind_of_slip_finds_a_place_in_every_story(kind: str) -> None:
    for name in STORIES:
        attempts = ((layout, seed) for seed in range(3) for layout in LAYOUTS)
        found = (slips.plant(*_written(name, layout), [kind], seed)[1].planted for layout, seed in attempts)
        assert any(found), name


def test_two_orders_tell_the_same_figures_under_other_headings() -> None:
    one, other = (_written("archives", layout)[0] for layout in LAYOUTS)
    headings = [
        {block.text for block in report.blocks if isinstance(block, Heading)} for report in (one, other)
    ]
    assert len(headings[0] & headings[1]) < len(headings[0]) / 2
    assert {slot.fact for _, slot in one.slots()} == {slot.fact for _, slot in other.slots()}


def test_estimated_pages_come_near_to_the_pages_of_the_typeset_sample() -> None:
    estimated = paging.estimated_pages(outline.write(sample.SEED)[0])
    typeset = sample.pages(clean=True)
    assert estimated.keys() == typeset.keys()
    assert all(abs(int(estimated[number]) - int(page)) <= 1 for number, page in typeset.items())


def test_what_should_stand_there_follows_from_the_printed_figures_within_their_rounding() -> None:
    report, ledger = _written("hydrology")
    desk_values = 0
    for seed in range(8):
        _, key = slips.plant(report, ledger, ["subtotal_wrong", "wrong_digit", "wrong_rate"], seed)
        for planted in key.planted:
            for value in planted.accept.values:
                desk_values += 1
                assert abs(Decimal(value) - Decimal(planted.expected)) <= Decimal("0.05")
    assert desk_values > 0
