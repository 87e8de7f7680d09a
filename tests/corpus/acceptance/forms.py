"""Forms made here with their key: heads of two and three rows, merged labels over pages, tables side by side, turned pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4

from tests.corpus.acceptance.keyed import Keyed, squeezed
from tests.corpus.pdf_files import Form, Look, Typesetter, form

_HEADS = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施"
_WIDTHS = (44, 50, 78, 62, 78, 32, 32, 75)
_GROUPS = (
    ("产出指标（50分）", "数量指标", ("培训期数", "新建泵站座数", "巡查次数", "发放手册册数")),
    ("产出指标（50分）", "质量指标", ("验收合格率", "设备完好率", "数据准确率")),
    ("产出指标（50分）", "时效指标", ("按期完工率", "资金支付及时率")),
    ("产出指标（50分）", "成本指标", ("预算控制率", "单位成本")),
    ("效益指标（30分）", "经济效益指标", ("节约运行费用", "带动投资额")),
    ("效益指标（30分）", "社会效益指标", ("服务覆盖乡镇数", "投诉办结率", "媒体宣传次数")),
    ("效益指标（30分）", "可持续影响指标", ("管护制度健全性",)),
    ("满意度指标（10分）", "服务对象满意度指标", ("受益群众满意度", "基层单位满意度")),
)
_REASON = "受汛期影响，部分标段进场推迟，已督促施工单位倒排工期，下一年度按月通报进度并纳入考核。"
_DONE = "按计划组织实施，全部内容已通过主管部门组织的专家验收并完成资料归档移交"


def indicator_rows(times: int) -> list[tuple[int, int, int, int, str]]:
    """Return the cells of an indicator form; its first two columns are merged, long texts fill some cells."""
    cells = [(0, column, 1, 1, text) for column, text in enumerate(_HEADS.split("|"))]
    row = 1
    for turn in range(times):
        for _, second, names in _GROUPS:
            cells.append((row, 1, len(names), 1, second))
            for n, name in enumerate(names):
                number = row + n
                long = number % 5 == 3
                target = f"≥{80 + number % 20}%" if number % 2 else f"{number * 7 % 90 + 3}次"
                actual = (
                    _DONE + f"，共{number * 3 + 1}项" if long else f"{number * 11 % 97 + 1}.{number % 10}%"
                )
                values = (f"{name}{turn + 1}", target, actual, str(number % 4 + 1), f"{number % 4 + 0.5}")
                cells += [(number, 2 + c, 1, 1, text) for c, text in enumerate(values)]
                if long or number % 7 == 0:
                    cells.append((number, 7, 1, 1, _REASON[: 44 if long else 16]))
                else:
                    cells.append((number, 7, 1, 1, ""))
            row += len(names)
        start = row - sum(len(names) for *_, names in _GROUPS)
        for title in dict.fromkeys(first for first, *_ in _GROUPS):
            height = sum(len(names) for first, _, names in _GROUPS if first == title)
            cells.append((start, 0, height, 1, title))
            start += height
    cells.append((row, 0, 1, 5, "总分"))
    cells += [(row, 5, 1, 1, "100"), (row, 6, 1, 1, "95.5"), (row, 7, 1, 1, "")]
    return cells


def money(number: int) -> str:
    """Return an amount with two decimals, no two alike."""
    return f"{(number * 7919 + 1234) % 90000 + 100}.{number * 37 % 100:02d}"


def funds_form(rows: int, *, heads: int = 2) -> Form:
    """Return a table of figures below a head of two or three rows."""
    upper = ["项目|预算数|>|>|决算数|>|>|执行率", "^|人员经费|公用经费|小计|人员经费|公用经费|小计|^"]
    if heads == 3:
        upper = [
            "项目|2024年度（万元）|>|>|>|>|>|执行率",
            "^|预算数|>|>|决算数|>|>|^",
            "^|人员经费|公用经费|小计|人员经费|公用经费|小计|^",
        ]
    body = []
    for n in range(rows):
        amounts = [money(n * 6 + c) if (n + c) % 9 else "" for c in range(6)]
        body.append("|".join([f"{_unit(n)}单位", *amounts, f"{70 + n * 13 % 30}.{n * 7 % 100:02d}%"]))
    return form([90, 56, 56, 56, 56, 56, 56, 48], *upper, *body)


def _unit(number: int) -> str:
    return "甲乙丙丁戊己庚辛壬癸"[number % 10] * (1 + number // 10 % 3)


@dataclass
class _Setting:
    """A page in the making, with the key beside it."""

    keyed: Keyed
    page: Typesetter = field(default_factory=lambda: Typesetter(margin=56))

    def words(self, text: str) -> None:
        self.keyed.texts.append(squeezed(text))
        self.page.paragraph(text, size=14)

    def heading(self, text: str, level: int = 1) -> None:
        self.keyed.headings.append((level, squeezed(text)))
        self.words(text)

    def caption(self, text: str) -> None:
        self.keyed.texts.append(squeezed(text))
        self.page.centred(text, 12)

    def table(self, table: Form, look: Look) -> None:
        scale = self.page.room / sum(table.widths)
        self.keyed.add_grid(table)
        self.page.table(Form([width * scale for width in table.widths], table.cells), look)

    def done(self) -> Keyed:
        self.keyed.data = self.page.done()
        return self.keyed


def _look(**more: object) -> Look:
    return Look(**{"size": 9.0, "padding": 2.0, **more})  # type: ignore[arg-type]


def over_pages() -> Iterator[Keyed]:
    """Yield indicator forms over several pages, with and without repeated heads and broken rows."""
    for number, (repeat, breaks, centre, times) in enumerate(
        ((1, False, True, 3), (0, False, True, 2), (1, True, False, 3), (0, True, True, 3))
    ):
        setting = _Setting(Keyed(f"indicators {number}", "ruled", "pdf"))
        setting.heading("一、绩效指标完成情况")
        setting.words("各项绩效指标完成情况见下表，共设三级指标数十项，按年初批复的目标逐项对照评分。")
        cells = indicator_rows(times)
        rules = ("strokes", "rects", "dashes", "double")[number]
        setting.table(
            Form(_WIDTHS, cells), _look(repeat=repeat, breaks_rows=breaks, centre=centre, rules=rules)
        )
        setting.heading("二、存在的问题")
        setting.words("个别指标值设置偏低，下一步将结合实际完成情况调整。")
        yield setting.done()


def funds() -> Iterator[Keyed]:
    """Yield tables of figures with heads of two and three rows, over pages, drawn in every way."""
    for heads in (2, 3):
        for rows in (6, 45):
            for kind, rules in (("ruled", "strokes"), ("half-ruled", "three"), ("unruled", "none")):
                setting = _Setting(Keyed(f"funds {heads}/{rows} {rules}", kind, "pdf"))
                setting.heading("一、资金情况")
                setting.words("全年资金安排和使用情况如下，金额单位均为万元。")
                setting.caption(f"表{heads} 各单位资金情况")
                setting.table(funds_form(rows, heads=heads), _look(rules=rules, heads=heads, repeat=heads))
                setting.words("以上数据与部门决算一致，差异部分已在附注中说明。")
                yield setting.done()


def side_by_side() -> Iterator[Keyed]:
    """Yield two ruled tables that stand side by side."""
    for rules in ("strokes", "rects"):
        setting = _Setting(Keyed(f"side by side {rules}", "ruled", "pdf"))
        setting.heading("一、收入支出总表")
        setting.words("收入和支出分列如下。")
        tables = [
            form([86, 66, 66], f"{side}项目|预算数|决算数", *(_side_row(side, n) for n in range(9)))
            for side in ("收入", "支出")
        ]
        top = setting.page.y
        for number, table in enumerate(tables):
            setting.page.y = top
            setting.page.margin = 56 + number * 250
            setting.keyed.add_grid(table)
            setting.page.table(table, _look(rules=rules))
        setting.page.margin = 56
        setting.page.y += 20
        setting.words("收支相抵，年末无结余，数据来自部门决算报表并经主管部门审核。")
        yield setting.done()


def _side_row(side: str, number: int) -> str:
    shift = 40 if side == "支出" else 0
    return f"{_unit(number)}类{side}|{money(number + shift)}|{money(number + shift + 77)}"


class _Turned(Typesetter):
    """Sets landscape pages as Word does for printers: an upright sheet, everything on it turned, and so marked."""

    turn: int = 90

    def _furnish(self) -> None:
        self.canvas.setPageRotation(self.turn)  # which takes the sides of the sheet the other way round
        if self.turn == 90:
            self.canvas.transform(0, 1, -1, 0, A4[0], 0)
        else:
            self.canvas.transform(0, -1, 1, 0, 0, A4[1])
        super()._furnish()


class _TurnedBack(_Turned):
    turn = 270


def turned() -> Iterator[Keyed]:
    """Yield landscape pages that are marked as turned, either way."""
    for make in (_Turned, _TurnedBack):
        page = make(margin=56, page=(A4[1], A4[0]))
        setting = _Setting(Keyed(f"turned {make.turn}", "ruled", "pdf"), page)
        setting.heading("一、资金情况")
        setting.words("全年资金安排和使用情况如下，金额单位均为万元，横向排印。")
        setting.table(funds_form(40), _look(heads=2, repeat=2))
        yield setting.done()


def all_forms() -> Sequence[Keyed]:
    """Return every form as a PDF with its key."""
    return [*over_pages(), *funds(), *side_by_side(), *turned()]
