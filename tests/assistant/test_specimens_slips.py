"""Every slip of the catalogue: one change, quoted as it stands, and provable from the report itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from assistant.specimens import outline, slips
from assistant.specimens.blocks import Contents, Heading, Paragraph, Report, Slot, Table, plain
from assistant.specimens.desk import number
from assistant.specimens.key import Key, row_text
from assistant.specimens.ledger import Figure, FigureKind, Ledger

from .test_specimens import _holds

SEEDS = (3, 5, 11)
KINDS = [slip.kind for slip in slips.ALL]
FIGURES = [
    slip.kind
    for slip in slips.ALL
    if slip.topic in ("tie_out", "ratio", "yoy", "convention") and slip.kind != "direction_reversed"
]


@cache
def _clean(seed: int, unit: str = "万元") -> tuple[Report, Ledger]:
    return outline.write(seed, unit=unit)  # type: ignore[arg-type]


@cache
def _planted(kind: str, seed: int) -> tuple[Report, Key]:
    return slips.plant(*_clean(seed), [kind], seed)


def _texts(report: Report) -> list[str]:
    """Every paragraph, heading, contents entry and cell of a report."""
    found: list[str] = []
    for block in report.blocks:
        if isinstance(block, Paragraph):
            found.append(plain(block.parts))
        elif isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Contents):
            found += [entry.text for entry in block.entries]
        elif isinstance(block, Table):
            found += [plain(cell.parts) for cell in block.cells]
    return found


def _rows(report: Report) -> list[str]:
    return [
        row_text(block, row)
        for block in report.blocks
        if isinstance(block, Table)
        for row in range(block.rows)
    ]


def test_the_catalogue_names_each_kind_once_and_covers_all_topics_and_levels() -> None:
    assert len(KINDS) == len(set(KINDS)) >= 30
    topics = {slip.topic for slip in slips.ALL}
    assert topics == {"tie_out", "ratio", "yoy", "scoring", "indicator", "completeness", "convention"}
    assert {slip.level for slip in slips.ALL} == {1, 2, 3}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_finds_a_place_in_a_plain_report(kind: str) -> None:
    found = [seed for seed in SEEDS if _planted(kind, seed)[1].planted]
    assert len(found) >= 2


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", [slip.kind for slip in slips.ALL if not slip.structural])
def test_a_slip_changes_one_paragraph_or_cell_and_nothing_else(kind: str, seed: int) -> None:
    report, key = _planted(kind, seed)
    before, after = _texts(_clean(seed)[0]), _texts(report)
    changed = [text for old, text in zip(before, after, strict=True) if old != text]
    assert len(changed) == len(key.planted)
    assert all(entry.reported != entry.expected for entry in key.planted)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_quote_stands_in_the_report_and_what_is_reported_in_the_quote(kind: str, seed: int) -> None:
    report, key = _planted(kind, seed)
    for entry in key.planted:
        texts = [*_texts(report), *_rows(report)]
        assert any(entry.quote in text for text in texts)
        if not entry.reported.startswith("（"):
            assert entry.reported in entry.quote
        assert entry.where.section


def _contradictions(clean: Report, ledger: Ledger, report: Report, fact: str) -> int:
    """How many other statements and ties of the report speak against the changed figure."""
    before = {place: slot for place, slot in clean.slots()}
    changed = [slot for place, slot in report.slots() if before[place] != slot]
    assert [slot.fact for slot in changed] == [fact]
    figure = ledger.figures[fact]
    scale = 10000 if figure.kind is FigureKind.AMOUNT and ledger.unit == "万元" else 1
    value = number(changed[0].text) * scale / (100 if figure.kind is FigureKind.RATE else 1)
    wrong = replace(ledger, figures={**ledger.figures, fact: replace(figure, value=value)})
    stated = {slot.fact for _, slot in clean.slots()}
    ties = [tie for tie in ledger.ties if fact in tie.facts and stated >= set(tie.facts)]
    others = len(clean.statements(fact)) - 1
    return others + sum(not _holds(wrong, tie) for tie in ties)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", [kind for kind in FIGURES if kind not in ("unit_slip", "count_vs_list")])
def test_a_wrong_figure_contradicts_the_rest_of_the_report_beyond_rounding(kind: str, seed: int) -> None:
    clean, ledger = _clean(seed)
    report, key = _planted(kind, seed)
    for entry in key.planted:
        assert _contradictions(clean, ledger, report, entry.facts[0]) >= 1, entry


def test_the_contradiction_test_itself_notices_a_lawful_figure() -> None:
    clean, ledger = _clean(5)
    fact = "other.executed"
    (place, slot), *_ = clean.statements(fact)
    near = clean.with_part(place, Slot(fact, ledger.printed(fact)[:-1] + "0", slot.unit))
    shown = ledger.shown(fact)
    lawful = replace(ledger, figures={**ledger.figures, fact: Figure(FigureKind.AMOUNT, shown * 10000)})
    assert all(_holds(lawful, tie) for tie in ledger.ties if fact in tie.facts)
    assert near != clean


@pytest.mark.parametrize("seed", range(20, 26))
def test_many_slips_at_once_never_touch_figures_bound_by_one_tie(seed: int) -> None:
    clean, ledger = outline.write(seed)
    report, key = slips.plant(clean, ledger, KINDS, seed)
    assert len(key.planted) >= 24
    facts = [set(entry.facts) for entry in key.planted if entry.kind != "missing_annex"]
    for tie in ledger.ties:
        assert sum(bool(touched & set(tie.facts)) for touched in facts) <= 1, tie
    texts = [*_texts(report), *_rows(report)]
    assert [entry.kind for entry in key.planted if not any(entry.quote in text for text in texts)] == []
    quotes = [entry.quote for entry in key.planted]
    assert len(set(quotes)) == len(quotes)


def test_planting_is_the_same_for_the_same_seed_and_differs_for_another() -> None:
    clean, ledger = _clean(3)
    one = slips.plant(clean, ledger, KINDS, 1)
    assert one == slips.plant(clean, ledger, KINDS, 1)
    assert one[1] != slips.plant(clean, ledger, KINDS, 2)[1]


def test_decoys_leave_out_figures_that_were_touched() -> None:
    clean, ledger = _clean(3)
    _, key = slips.plant(clean, ledger, KINDS, 3)
    rounding = [decoy for decoy in key.decoys if decoy.kind == "rounding"]
    touched = {entry.reported for entry in key.planted}
    assert rounding
    assert not any(figure in decoy.why.split() for decoy in rounding for figure in touched)


def test_selection_by_level_and_topic() -> None:
    assert {slip.topic for slip in slips.select(topic="yoy")} == {"yoy"}
    assert max(slip.level for slip in slips.select(level=1)) == 1
    assert slips.by_kind("unit_slip").title == "金额单位写错"
    with pytest.raises(KeyError):
        slips.by_kind("no_such_kind")


@pytest.mark.parametrize("kind", FIGURES)
def test_slips_work_in_yuan_with_separators(kind: str) -> None:
    clean, ledger = _clean(5, "元")
    _, key = slips.plant(clean, ledger, [kind], 5)
    for entry in key.planted:
        assert entry.reported != entry.expected
        assert Decimal(entry.expected.rstrip("万元").replace(",", "")) >= 0
