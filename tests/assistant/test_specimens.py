"""The books behind a specimen, its text, and the bundled sample with its key."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from itertools import pairwise

import docx
import pytest

from assistant.specimens import docx_writer, outline, sample, slips
from assistant.specimens.blocks import Heading, Paragraph, Report, Table, plain
from assistant.specimens.desk import rounding_gap
from assistant.specimens.key import row_text
from assistant.specimens.ledger import FigureKind, Ledger, Tie

SEEDS = (1, 7, 2024)


def _half(ledger: Ledger, fact: str) -> Decimal:
    """Half a unit of the last printed decimal; counts and scores are exact."""
    figure = ledger.figures[fact]
    exact = figure.kind in (FigureKind.COUNT, FigureKind.SCORE) or ledger.unit == "元"
    return Decimal(0) if exact else Decimal("0.5").scaleb(-figure.decimals)


def _holds(ledger: Ledger, tie: Tie) -> bool:
    """Say whether some true values that print as they do satisfy the tie."""
    shown = ledger.shown
    if tie.kind == "sum":
        return abs(rounding_gap(ledger, tie)) <= sum(_half(ledger, fact) for fact in tie.facts)
    if tie.kind == "score":
        return abs(shown(tie.plus[0]) * shown(tie.minus[0]) / 100 - shown(tie.result)) <= Decimal("0.005")
    above, below = shown(tie.plus[0]), shown(tie.minus[0])
    top = abs(above - below) if tie.kind == "growth" else above
    slack = _half(ledger, tie.plus[0]) + (_half(ledger, tie.minus[0]) if tie.kind == "growth" else 0)
    low = (top - slack) / (below + _half(ledger, tie.minus[0])) * 100 - Decimal("0.005")
    high = (top + slack) / (below - _half(ledger, tie.minus[0])) * 100 + Decimal("0.005")
    return low <= shown(tie.result) <= high


def _printed(report: Report) -> str:
    """All that a reader sees, quotes to be found in it."""
    lines = []
    for block in report.blocks:
        if isinstance(block, Paragraph):
            lines.append(plain(block.parts))
        elif isinstance(block, Heading):
            lines.append(block.text)
        elif isinstance(block, Table):
            lines += [row_text(block, row) for row in range(block.rows)]
            lines += [plain(cell.parts) for cell in block.cells]
        elif entries := getattr(block, "entries", ()):
            lines += [entry.text for entry in entries]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_tie_of_a_clean_report_holds_within_its_rounding(seed: int) -> None:
    _, ledger = outline.write(seed)
    broken = [tie for tie in ledger.ties if not _holds(ledger, tie)]
    assert len(ledger.ties) > 150
    assert broken == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_clean_report_has_a_sum_that_misses_by_a_true_rounding(seed: int) -> None:
    report, ledger = outline.write(seed)
    stated = {slot.fact for _, slot in report.slots()}
    sums = [tie for tie in ledger.ties if tie.kind == "sum" and not tie.minus and stated >= set(tie.facts)]
    gaps = {abs(rounding_gap(ledger, tie)) for tie in sums}
    assert Decimal("0.01") in gaps
    assert max(gaps) <= Decimal("0.04")


def test_all_statements_of_a_fact_print_the_same_digits() -> None:
    report, ledger = outline.write(7)
    wrong = [slot for _, slot in report.slots() if slot.text != ledger.printed(slot.fact)]
    assert wrong == []


def test_the_same_seed_writes_the_same_report_and_another_one_another() -> None:
    assert outline.write(3)[0] == outline.write(3)[0]
    assert outline.write(3)[0] != outline.write(4)[0]


def test_headings_are_numbered_without_gaps() -> None:
    report, _ = outline.write(7)
    first = [block.text[0] for block in report.blocks if isinstance(block, Heading) and block.level == 1]
    assert "".join(first) == "一二三四五六七八九"
    levels = [block.level for block in report.blocks if isinstance(block, Heading)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_amounts_in_yuan_are_printed_with_separators_and_add_up_exactly() -> None:
    report, ledger = outline.write(7, unit="元")
    sums = [tie for tie in ledger.ties if tie.kind == "sum"]
    assert all(rounding_gap(ledger, tie) == 0 for tie in sums)
    text = _printed(report)
    assert ledger.printed("gpb.adjusted") + "元" in text
    assert "," in ledger.printed("gpb.adjusted")
    assert "万元" not in text.replace("（万元）", "")


@pytest.fixture(scope="module")
def planted() -> tuple[Report, Report, Ledger]:
    clean, ledger = outline.write(sample.SEED)
    return slips.plant(clean, ledger, sample.PLANTED, sample.SEED, "sample")[0], clean, ledger


def test_the_key_of_the_sample_is_what_the_generator_plants() -> None:
    clean, ledger = outline.write(sample.SEED)
    _, key = slips.plant(clean, ledger, sample.PLANTED, sample.SEED, "sample")
    assert json.loads(json.dumps(key.as_json())) == sample.key()


def test_the_sample_holds_every_kind_once_and_enough_decoys() -> None:
    key = sample.key()
    assert [entry["kind"] for entry in key["planted"] if entry["kind"] not in ("missing_annex",)] == [
        kind for kind in sample.PLANTED if kind != "missing_annex"
    ]
    kinds = {decoy["kind"] for decoy in key["decoys"]}
    assert kinds == {"rounding", "over_hundred", "blank", "other_scope", "bridge", "bare_integer"}


def test_every_quote_of_the_key_stands_in_the_sample(planted: tuple[Report, Report, Ledger]) -> None:
    text = _printed(planted[0])
    key = sample.key()
    quotes = [entry["quote"] for entry in key["planted"]]
    quotes += [quote for decoy in key["decoys"] for quote in decoy["quotes"]]
    assert [quote for quote in quotes if quote not in text] == []


@pytest.mark.parametrize("clean", [False, True])
def test_the_bundled_docx_is_rebuilt_byte_for_byte(
    clean: bool, planted: tuple[Report, Report, Ledger]
) -> None:
    report = planted[1] if clean else planted[0]
    assert docx_writer.to_docx(report, sample.pages(clean)) == sample.sample_path("docx", clean).read_bytes()


@pytest.mark.needs("gbsn00lp")
@pytest.mark.needs("wqy-microhei")
@pytest.mark.parametrize("clean", [False, True])
def test_the_bundled_pdf_is_rebuilt_byte_for_byte(
    clean: bool, planted: tuple[Report, Report, Ledger]
) -> None:
    from assistant.specimens import pdf_writer

    pdf, pages = pdf_writer.to_pdf(planted[1] if clean else planted[0])
    assert pages == sample.pages(clean)
    assert pdf == sample.sample_path("pdf", clean).read_bytes()


def test_the_bundled_docx_holds_the_text_of_the_report(planted: tuple[Report, Report, Ledger]) -> None:
    document = docx.Document(io.BytesIO(sample.sample_path("docx").read_bytes()))
    written = {paragraph.text for paragraph in document.paragraphs}
    body = [plain(block.parts) for block in planted[0].blocks if isinstance(block, Paragraph)]
    assert [text for text in body if text not in written] == []
    assert len(document.tables) == 6
