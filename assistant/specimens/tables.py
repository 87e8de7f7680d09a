"""The tables in the text and the annex forms, filled from the ledger."""

from __future__ import annotations

from assistant.specimens.blocks import Cell, Table
from assistant.specimens.composer import CATEGORY_NAMES, Composer
from assistant.specimens.story import CATEGORIES

LEVELS = ("产出指标", "效益指标", "满意度指标")


def budget(compose: Composer) -> Table:
    """Budget and execution by nature; the head has two rows, and nothing is taken back from 基本支出: a blank cell."""
    cell = compose.cell
    cells = [
        cell(0, 0, "支出性质", (2, 1)),
        cell(0, 1, "年初预算数", (2, 1)),
        cell(0, 2, "预算调整", (1, 2)),
        cell(0, 4, "调整预算数", (2, 1)),
        cell(0, 5, "决算数", (2, 1)),
        cell(0, 6, "预算执行率", (2, 1)),
        cell(1, 2, "追加"),
        cell(1, 3, "收回"),
    ]
    rows = (
        ("基本支出", "basic", "{add.basic}", ""),
        ("项目支出", "project", "{add.project}", "{recall}"),
        ("合计", "gpb", "{add.total}", "{recall}"),
    )
    for row, (label, stem, added, recalled) in enumerate(rows, 2):
        values = (
            label,
            f"{{{stem}.initial}}",
            added,
            recalled,
            f"{{{stem}.adjusted}}",
            f"{{{stem}.executed}}",
        )
        cells += [cell(row, column, text) for column, text in enumerate((*values, f"{{{stem}.rate}}"))]
    title = "{=year}年一般公共预算支出执行情况表"
    return _table(compose, "budget", 5, (15, 15, 13, 13, 15, 15, 14), cells, title, header_rows=2)


def basic(compose: Composer) -> Table:
    """Execution of the basic expenditure."""
    heads = ("分类名称", "全年预算数", "实际支出数", "指标结余", "预算执行率")
    cells = [compose.cell(0, column, head) for column, head in enumerate(heads)]
    for row, (label, stem) in enumerate(
        (("人员经费", "personnel"), ("公用经费", "operating"), ("合计", "basic")), 1
    ):
        cells += _execution(compose, row, 0, label, stem)
    return _table(compose, "basic", 4, (24, 20, 20, 18, 18), cells, "{=year}年基本支出预算执行明细表")


def projects(compose: Composer) -> Table:
    """Execution project by project; the first column is merged over each class."""
    heads = ("类别", "项目名称", "全年预算数", "实际支出数", "结转结余", "预算执行率")
    cells = [compose.cell(0, column, head) for column, head in enumerate(heads)]
    row = 1
    for category in CATEGORIES:
        group = compose.story.of_category(category)
        cells.append(compose.cell(row, 0, CATEGORY_NAMES[category], (len(group) + 1, 1)))
        for number, project in group:
            cells += _execution(compose, row, 1, project.name, f"p{number}")
            row += 1
        cells += _execution(compose, row, 1, "小计", category)
        row += 1
    cells.append(compose.cell(row, 0, "合计", (1, 2)))
    cells += _execution(compose, row, 1, "", "project")[1:]
    title = "{=year}年项目支出预算执行明细表"
    return _table(compose, "projects", row + 1, (12, 32, 15, 15, 13, 13), cells, title)


def _execution(compose: Composer, row: int, column: int, label: str, stem: str) -> list[Cell]:
    values = [label, *(f"{{{stem}.{part}}}" for part in ("adjusted", "executed", "surplus", "rate"))]
    return [compose.cell(row, column + shift, text) for shift, text in enumerate(values)]


def _table(
    compose: Composer,
    name: str,
    rows: int,
    widths: tuple[int, ...],
    cells: list[Cell],
    title: str,
    header_rows: int = 1,
) -> Table:
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    text = compose.line(title, "caption").parts[0]
    return Table(
        name, rows, widths, ordered, header_rows, title=str(text), label_column=1 if name == "projects" else 0
    )
