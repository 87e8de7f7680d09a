"""Characters with places become one run a printed line, and evidence boxes follow from them."""

from __future__ import annotations

from corpus.document.evidence import Locator
from corpus.document.raw import Place, RawCell, RawDocument, RawParagraph, RawTable, RawText
from corpus.document.structure import assemble


def printed(text: str, *, page: int = 1, top: float = 100.0, left: float = 50.0) -> tuple[Place, ...]:
    return tuple(Place(page, left + 10 * n, top, left + 10 * n + 10, top + 12) for n in range(len(text)))


def test_a_paragraph_of_two_lines_has_two_runs() -> None:
    body = RawText("支出合计", printed("支出") + printed("合计", top=120.0))
    document = assemble(RawDocument(blocks=(RawParagraph(body),)), name="甲", sha256="0", format="pdf")
    assert [(run.start, run.end, run.top, run.edges) for run in document.runs] == [
        (0, 2, 100.0, (50.0, 60.0, 70.0)),
        (2, 4, 120.0, (50.0, 60.0, 70.0)),
    ]
    assert document.blocks[0].page == 1


def test_a_line_over_two_pages_has_a_box_on_each() -> None:
    body = RawText("支出合计", printed("支出") + printed("合计", page=2))
    document = assemble(RawDocument(blocks=(RawParagraph(body),)), name="甲", sha256="0", format="pdf")
    boxes = Locator(document).boxes(1, 4)
    assert boxes is not None
    assert [(box.page, box.x0, box.x1) for box in boxes] == [(1, 60.0, 70.0), (2, 50.0, 70.0)]


def test_a_space_without_place_stays_inside_the_run_of_its_line() -> None:
    gap = (None,)
    body = RawText("支 出", printed("支") + gap + printed("出", left=80.0))
    document = assemble(RawDocument(blocks=(RawParagraph(body),)), name="甲", sha256="0", format="pdf")
    assert [run.edges for run in document.runs] == [(50.0, 60.0, 80.0, 90.0)]


def test_places_follow_the_text_when_white_space_and_leaders_are_cut() -> None:
    words = "  一、概况 ....... 3 "
    body = RawText(words, printed(words))
    document = assemble(RawDocument(blocks=(RawParagraph(body),)), name="甲", sha256="0", format="pdf")
    assert document.text == "一、概况\t3"
    boxes = Locator(document).boxes(5, 6)
    assert boxes is not None
    assert (boxes[0].x0, boxes[0].x1) == (50.0 + 10 * words.index("3"), 60.0 + 10 * words.index("3"))


def test_cells_on_one_line_have_runs_of_their_own() -> None:
    cells = (
        RawCell(0, 0, 1, 1, RawText("甲", printed("甲"))),
        RawCell(0, 1, 1, 1, RawText("1.00", printed("1.00", left=200.0))),
    )
    document = assemble(RawDocument(blocks=(RawTable(1, 2, cells),)), name="甲", sha256="0", format="pdf")
    assert [(run.start, run.end, run.edges[0]) for run in document.runs] == [(0, 1, 50.0), (2, 6, 200.0)]
