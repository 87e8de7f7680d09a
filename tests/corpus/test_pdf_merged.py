"""Merged labels in PDF tables without rules: which rows each covers, and where that is not certain."""

from __future__ import annotations

import pytest

from corpus.document.model import Table
from corpus.readers.opening import read_bytes
from tests.corpus.pdf_files import Look, Typesetter, form

pytestmark = pytest.mark.needs("gbsn00lp")

WIDTHS = (70, 80, 130, 60, 60)
HEADS = "一级指标|二级指标|三级指标|分值|得分"
MIDDLE = Look(rules="none", size=9.5, padding=2.5)
TOP = Look(rules="none", size=9.5, padding=2.5, middle=False)
LOOKS = [pytest.param(MIDDLE, id="middle"), pytest.param(TOP, id="top")]


def _table(look: Look, *rows: str) -> Table:
    data = Typesetter().paragraph("各项得分如下。").table(form(WIDTHS, *rows), look).done()
    (table,) = read_bytes(data, "得分.pdf").tables
    return table


def _spans(table: Table, column: int) -> list[tuple[str, int, int]]:
    cells = [c for c in table.cells if c.column == column and c.row and c.text]
    return [("".join(cell.text.split()), cell.row, cell.row_span) for cell in cells]


@pytest.mark.parametrize("look", LOOKS)
def test_labels_of_two_levels_cover_their_rows(look: Look) -> None:
    table = _table(
        look,
        HEADS,
        "投入（15分）|目标设定|目标合理性|5|5",
        "^|^|指标明确性|4|3",
        "^|预算配置|经费变动率|6|6",
        "过程（35分）|预算执行|预算完成率|5|4.8",
        "^|^|预算控制率|4|3",
        "^|^|公用经费控制率|10|10",
        "^|^|采购执行率|4|3.6",
        "^|预算管理|使用合规性|12|12",
        "合计|>|>|50|47.4",
    )
    assert not table.uncertain_spans
    assert _spans(table, 0) == [("投入（15分）", 1, 3), ("过程（35分）", 4, 5), ("合计", 9, 1)]
    assert _spans(table, 1) == [
        ("目标设定", 1, 2),
        ("预算配置", 3, 1),
        ("预算执行", 4, 4),
        ("预算管理", 8, 1),
    ]


@pytest.mark.parametrize(("look", "rows"), [(MIDDLE, 3), (TOP, 2)], ids=["middle", "top"])
def test_a_label_over_two_columns_is_of_no_class(look: Look, rows: int) -> None:
    """Set at the top, nothing shows whether a class covers its subtotal, which then stands beside it."""
    table = _table(
        look,
        HEADS,
        "预算执行率（10分）|>|部门预算执行率|10|9.4",
        "产出指标|数量指标|审结案件数|10|10",
        "^|质量指标|服判息诉率|10|9.7",
        "^|小计|>|20|19.7",
        "效益指标|社会效益|文书上网率|15|15",
        "^|^|到位率|15|13.2",
        "^|小计|>|30|28.2",
        "总　分|>|>|60|57.3",
    )
    assert not table.uncertain_spans
    first = table.at(1, 0)
    assert first is not None and (first.text, first.row_span) == ("预算执行率（10分）", 1)
    classes = [span for span in _spans(table, 0) if span[0] in ("产出指标", "效益指标")]
    assert classes == [("产出指标", 2, rows), ("效益指标", 5, rows)]


def test_labels_that_fit_nowhere_are_not_certain() -> None:
    """The first label stands in the middle of three rows, the other beside none and between no two."""
    page = Typesetter().paragraph("各项得分如下。")
    top = page.y
    lefts = (72, 150, 300, 400)
    for x, head in zip(lefts, ("类别", "指标", "分值", "得分"), strict=True):
        page.text(x, top, head, 10)
    for n in range(6):
        for x, text in zip(
            lefts[1:], (f"第{'甲乙丙丁戊己'[n]}项内容", f"{n + 4}.5", f"{n + 3}.25"), strict=True
        ):
            page.text(x, top + 18 * (n + 1), text, 10)
    for label, at in (("投入", 1), ("过程", 4.2)):
        page.text(lefts[0], top + 18 * (at + 1), label, 10)
    for x, text in zip(lefts[0:1] + lefts[2:], ("合计", "42.0", "34.5"), strict=True):
        page.text(x, top + 18 * 7, text, 10)
    tables = read_bytes(page.done(), "得分.pdf").tables
    assert [table.uncertain_spans for table in tables] == [True]
