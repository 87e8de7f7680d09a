"""Whatever a reader hands in: every offset leads back to its text, every run to its characters."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document.evidence import Locator
from corpus.document.model import Block, BlockKind, Document
from corpus.document.raw import Place, RawCell, RawDocument, RawParagraph, RawTable, RawText
from corpus.document.structure import assemble

WORDS = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="一二（）()、．.1２ \t\n…·附件：目录单位万元表。，\u200b\u3000", max_size=30),
    st.sampled_from(
        ["目录", "一、概况……1", "（一）职能", "附件1", "单位：万元", "2024年度明细表", "1．机构", "12.50", ""]
    ),
)


@st.composite
def bodies(draw: st.DrawFn) -> RawText:
    words = draw(WORDS)
    if not draw(st.booleans()):
        return RawText(words)
    places: list[Place | None] = []
    page, top, left = draw(st.integers(1, 3)), 10.0, 0.0
    for _ in words:
        if draw(st.integers(0, 9)) == 0:
            page, top, left = page + draw(st.integers(0, 1)), top + 20, 0.0
        left += 10
        places.append(None if draw(st.integers(0, 9)) == 0 else Place(page, left, top, left + 10, top + 12))
    return RawText(words, tuple(places))


@st.composite
def tables(draw: st.DrawFn) -> RawTable:
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cells = tuple(
        RawCell(row, column, 1, 1, draw(bodies()))
        for row in range(rows)
        for column in range(columns)
        if draw(st.integers(0, 5))
    )
    return RawTable(rows, columns, cells, header_rows=draw(st.none() | st.integers(0, 5)))


paragraphs = st.builds(
    RawParagraph,
    body=bodies(),
    page=st.none() | st.integers(1, 5),
    style_level=st.none() | st.integers(1, 9),
    contents=st.booleans(),
    centred=st.booleans(),
)
documents = st.lists(paragraphs | tables(), max_size=12).map(
    lambda blocks: assemble(RawDocument(blocks=tuple(blocks)), name="甲", sha256="0", format="docx")
)


@settings(max_examples=200, deadline=None)
@given(documents)
def test_blocks_tile_the_text_and_cells_lead_back_to_theirs(document: Document) -> None:
    assert "\n".join(document.text[block.start : block.end] for block in document.blocks) == document.text
    position = 0
    for block in document.blocks:
        assert block.start == position
        position = block.end + 1
        for cell in block.table.cells if block.table is not None else ():
            assert block.start <= cell.start <= cell.end <= block.end
            assert document.text[cell.start : cell.end] == cell.text


@settings(max_examples=200, deadline=None)
@given(documents)
def test_runs_are_ordered_lines_with_an_edge_for_each_character(document: Document) -> None:
    before = 0
    for run in document.runs:
        assert before <= run.start < run.end <= len(document.text)
        assert len(run.edges) == run.end - run.start + 1
        assert list(run.edges) == sorted(run.edges)
        before = run.end
    locator = Locator(document)
    for block in document.blocks:
        evidence = locator.evidence(block.start, block.end)
        assert evidence.quote == document.text[block.start : block.end]


def _level_fits(block: Block) -> bool:
    has_level = block.kind in (BlockKind.HEADING, BlockKind.CONTENTS)
    return (block.level is not None and block.level >= 1) if has_level else block.level is None


@settings(max_examples=200, deadline=None)
@given(documents)
def test_levels_sections_and_tables_stand_where_they_belong(document: Document) -> None:
    for block in document.blocks:
        assert _level_fits(block)
        assert (block.table is not None) == (block.kind is BlockKind.TABLE)
        if block.kind is BlockKind.HEADING:
            assert block.section
        if block.table is not None:
            assert 0 <= block.table.header_rows <= block.table.rows
    assert [table.index for table in document.tables] == list(range(len(document.tables)))


@settings(max_examples=100, deadline=None)
@given(st.lists(paragraphs | tables(), max_size=12))
def test_no_visible_character_is_lost_but_the_leaders_of_the_contents(
    blocks: list[RawParagraph | RawTable],
) -> None:
    document = assemble(RawDocument(blocks=tuple(blocks)), name="甲", sha256="0", format="docx")
    texts = [c.body.text for b in blocks if isinstance(b, RawTable) for c in b.cells]
    for text in texts:
        digits = [char for char in text if char.isdigit()]
        assert all(char in document.text for char in digits)
    if not any(block.kind is BlockKind.CONTENTS for block in document.blocks):
        given_letters = "".join(
            char for b in blocks if isinstance(b, RawParagraph) for char in b.body.text if char.isalnum()
        )
        kept = "".join(
            char
            for block in document.blocks
            if block.table is None
            for char in document.text[block.start : block.end]
            if char.isalnum()
        )
        assert kept == given_letters
