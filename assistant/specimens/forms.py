"""The annexes: basic data (附件1), the self-scoring form (附件2) and the survey (附件3)."""

from __future__ import annotations

from assistant.specimens.blocks import Cell, Table
from assistant.specimens.composer import Composer
from assistant.specimens.operations import CLASSES, GROUPS
from assistant.specimens.story import Row

BASIC_ROWS = (
    ("“三公”经费：", "public", False),
    ("1、公务用车购置和维护经费", "car", False),
    ("其中：公车购置", "car_buy", False),
    ("公车运行维护", "car_run", False),
    ("2、出国经费", "overseas", False),
    ("3、公务接待", "hosting", False),
    ("项目支出：", "project", False),
    ("1、业务工作经费", "work", False),
    ("2、运行维护经费", "maintain", False),
    ("3、{=tier}专项资金（事业发展专项）", "develop", False),
    ("公用经费：", "operating", False),
    ("其中：办公经费", "office", False),
    ("水费、电费、差旅费", "utilities", False),
    ("会议费、培训费", "meeting", False),
    ("政府采购金额", "procurement", False),
)
BUILDING_HEADS = (
    "批复规模（平方米）",
    "实际规模（平方米）",
    "规模控制率",
    "预算投资（{=money}）",
    "实际投资（{=money}）",
    "投资概算控制率",
)


def basic_data(compose: Composer) -> Table:
    """附件1: seven columns, of which the three of money take two each."""
    cells = [compose.cell(0, 0, "财政供养人员情况（人）", (2, 1))]
    heads = (
        ("编制数", "{staff.approved}"),
        ("{=year}年实际在职人数", "{staff.serving}"),
        ("控制率", "{staff.rate}"),
    )
    for index, (head, value) in enumerate(heads):
        cells += [compose.cell(row, 1 + 2 * index, text, (1, 2)) for row, text in enumerate((head, value))]
    cells.append(compose.cell(2, 0, "经费控制情况（{=money}）"))
    years = ("{=last}年决算数", "{=year}年预算数", "{=year}年决算数")
    cells += [compose.cell(2, 1 + 2 * index, head, (1, 2)) for index, head in enumerate(years)]
    row = 3
    for label, stem, _ in BASIC_ROWS:
        cells.append(compose.cell(row, 0, label, left=True))
        for index, column in enumerate(("last", "adjusted", "executed")):
            cells.append(compose.cell(row, 1 + 2 * index, f"{{{stem}.{column}}}", (1, 2)))
        row += 1
    cells.append(compose.cell(row, 0, "部门基本支出预算调整", left=True))
    for index, text in enumerate(("{add.last}", "", "{add.basic}")):
        cells.append(compose.cell(row, 1 + 2 * index, text, (1, 2)))
    row += 1
    cells.append(compose.cell(row, 0, "楼堂馆所控制情况（{=year}年完工项目）", (2, 1)))
    cells += [compose.cell(row, 1 + index, head) for index, head in enumerate(BUILDING_HEADS)]
    cells += [compose.cell(row + 1, 1 + index, "") for index in range(6)]
    cells.append(compose.cell(row + 2, 0, "厉行节约保障措施"))
    cells.append(compose.cell(row + 2, 1, compose.story.texts["thrift"][0], (1, 6), left=True))
    return _form("annex1", row + 3, (28, 12, 12, 12, 12, 12, 12), cells, header_rows=0)


def score_head(compose: Composer) -> Table:
    """附件2, upper part: money, its sources and uses, and the goals of the year."""
    put = compose.cell
    cells = [
        put(0, 0, "{=tier}预算部门（单位）名称", (1, 2)),
        put(0, 2, "{=unit}", (1, 6)),
        put(1, 0, "年度预算申请（{=money}）", (6, 1)),
        put(1, 1, ""),
    ]
    heads = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "自评得分")
    money = ("all.initial", "all.adjusted", "all.executed", "execution.weight", "all.rate", "execution.score")
    cells += [put(1, 2 + index, head) for index, head in enumerate(heads)]
    cells.append(put(2, 1, "年度资金总额"))
    cells += [put(2, 2 + index, f"{{{fact}}}") for index, fact in enumerate(money)]
    sources = ("其中：一般公共预算：{gpb.adjusted}", "政府性基金拨款：", "其他资金：{other.adjusted}")
    uses = ("其中：基本支出：{basic.adjusted}", "项目支出（含其他资金）：{project_all.adjusted}", "")
    pairs = (("按收入性质分：", "按支出性质分："), *zip(sources, uses, strict=True))
    for index, (source, use) in enumerate(pairs):
        cells += [put(3 + index, 1, source, (1, 3), left=True), put(3 + index, 4, use, (1, 4), left=True)]
    cells += [
        put(7, 0, "年度总体目标", (2, 1)),
        put(7, 1, "预期目标", (1, 3)),
        put(7, 4, "实际完成情况", (1, 4)),
        put(8, 1, compose.story.texts["goal_expected"][0], (1, 3), left=True),
        put(8, 4, compose.story.texts["goal_reached"][0], (1, 4), left=True),
    ]
    return _form("form_head", 9, (12, 17, 15, 15, 15, 7, 10, 9), cells, header_rows=0)


def score_rows(compose: Composer) -> Table:
    """附件2, lower part: the indicators; the first three columns are merged over their rows."""
    put = compose.cell
    heads = (
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "自评得分",
        "偏差原因分析及改进措施",
    )
    rows = compose.story.rows
    cells = [put(0, 0, "绩效指标", (len(rows) + 1, 1))]
    cells += [put(0, 1 + index, head) for index, head in enumerate(heads)]
    for number, level1 in enumerate(CLASSES):
        inside = [index for index, row in enumerate(rows) if row.level1 == level1]
        label = f"{level1}（{{class{number}.weight}}分）"
        cells.append(put(inside[0] + 1, 1, label, (len(inside), 1)))
    cells += _second_level(compose, rows)
    for index, row in enumerate(rows, 1):
        texts = (
            row.name,
            row.target,
            row.actual,
            f"{{row.{row.id}.weight}}",
            f"{{row.{row.id}.score}}",
            row.reason,
        )
        cells += [put(index, 3 + shift, text, left=shift == 5) for shift, text in enumerate(texts)]
    last = len(rows) + 1
    cells += [
        put(last, 0, "总分", (1, 6)),
        put(last, 6, "{total.weight}"),
        put(last, 7, "{total.score}"),
        put(last, 8, ""),
    ]
    return _form("form", last + 1, (5, 9, 10, 15, 14, 17, 6, 9, 15), cells)


def _second_level(compose: Composer, rows: tuple[Row, ...]) -> list[Cell]:
    cells: list[Cell] = []
    start = 0
    for index, row in enumerate(rows):
        following = rows[index + 1] if index + 1 < len(rows) else None
        if following is None or (following.level1, following.level2) != (row.level1, row.level2):
            cells.append(compose.cell(start + 1, 2, row.level2, (index + 1 - start, 1)))
            start = index + 1
    return cells


def survey(compose: Composer) -> Table:
    """附件3: the survey by group, with its total."""
    heads = ("调查对象", "发放份数", "回收份数", "有效份数", "满意份数", "满意度")
    cells = [compose.cell(0, column, head) for column, head in enumerate(heads)]
    labels = {"office": "{=survey_office}", "public": "{=survey_public}", "all": "合计"}
    for row, group in enumerate((*GROUPS, "all"), 1):
        values = [f"{{survey.{group}.{column}}}" for column in ("sent", "back", "valid", "content", "rate")]
        cells += [compose.cell(row, column, text) for column, text in enumerate((labels[group], *values))]
    return _form("survey", 4, (30, 14, 14, 14, 14, 14), cells)


def _form(name: str, rows: int, widths: tuple[int, ...], cells: list[Cell], header_rows: int = 1) -> Table:
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return Table(
        name,
        rows,
        widths,
        ordered,
        header_rows,
        region="annex",
        dense=name == "annex1",
        label_column=3 if name == "form" else 0,
    )
