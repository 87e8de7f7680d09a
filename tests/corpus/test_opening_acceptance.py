"""Files made from a key read back to it: cells in their places, every figure, every title; see acceptance/ and bench.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from corpus.readers.opening import read_bytes
from tests.corpus.acceptance import forms, papers, scans, sheets
from tests.corpus.acceptance.keyed import Keyed, read_grids
from tests.corpus.acceptance.score import Score, misplaced, score

pytestmark = pytest.mark.needs("gbsn00lp")


def read(files: Iterable[Keyed]) -> dict[str, Score]:
    """Return the scores by kind of files."""
    made: dict[str, Score] = {}
    for keyed in files:
        total = made.setdefault(keyed.kind, Score())
        total += score(keyed, read_bytes(keyed.data, f"{keyed.name}.{keyed.format}"))
    return made


def share(part: int, whole: int) -> float:
    return 100 * part / whole


@pytest.mark.slow
@pytest.mark.parametrize(
    ("files", "least"),
    [
        pytest.param(papers.printed, {"ruled": 99.0, "half-ruled": 97.0, "unruled": 97.0}, id="pdf"),
        pytest.param(forms.all_forms, {"ruled": 99.0, "half-ruled": 97.0, "unruled": 97.0}, id="forms"),
        pytest.param(papers.written, {"docx": 99.0, "txt": 55.0}, id="docx and txt"),
        pytest.param(sheets.all_sheets, {"xlsx": 99.0}, id="xlsx"),
    ],
)
def test_files_read_back_to_their_key(files: Callable[[], Iterable[Keyed]], least: dict[str, float]) -> None:
    made = read(files())
    assert made.keys() == least.keys()
    for kind, total in made.items():
        assert share(total.placed, total.cells) >= least[kind], total.faults
        assert share(total.found, total.figures) >= 99.5, total.faults
        assert share(total.wrong, total.figures) <= 0.05, total.faults
        assert total.titled >= 0.99 * total.titles, total.faults


@pytest.mark.slow
def test_what_is_rebuilt_of_a_flattened_table_stands_in_its_columns() -> None:
    for keyed in papers.written():
        if keyed.kind == "txt":
            assert misplaced(keyed, read_grids(read_bytes(keyed.data, "a.txt"))) == []


@pytest.mark.parametrize("keyed", list(forms.over_pages()), ids=lambda keyed: keyed.name)
def test_levels_merged_over_rows_and_pages_and_broken_cells_are_whole(keyed: Keyed) -> None:
    document = read_bytes(keyed.data, "form.pdf")
    total = score(keyed, document)
    assert total.faults == []
    assert total.whole == total.cells
    assert len(document.tables) == 1
    assert len({cell.page for cell in document.tables[0].cells}) > 1


@pytest.mark.slow
@pytest.mark.parametrize("scanner", scans.SCANNERS[1:2], ids=lambda scanner: f"{scanner.dpi} dpi")
def test_a_scanned_form_reads_back_to_its_key(scanner: scans.Scanner) -> None:
    keyed = next(form for form in forms.funds() if form.name == "funds 2/6 strokes")
    keyed.data = scans.scanned(keyed.data, scanner)
    total = score(keyed, read_bytes(keyed.data, "scan.pdf"))
    assert share(total.placed, total.cells) >= 95, total.faults
    assert share(total.found, total.figures) >= 95, total.faults
    assert share(total.wrong, total.figures) <= 1, total.faults
