"""What a made-up unit writes: its report, and the documents that it is held against, in several layouts.

A figure goes to paper through ``Ink``, which can change the digits of one of them: a planted error.
"""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

import docx

from tests.corpus import xlsx_files
from tests.others.books import Books, Year, other_digit, percent, wan

Rows = list[list[str]]


@dataclass
class Ink:
    """Writes figures. ``planted`` names the figure whose digits are changed, by ``rng``."""

    planted: str | None = None
    rng: random.Random = field(default_factory=lambda: random.Random(0))
    written: dict[str, str] = field(default_factory=dict)

    def __call__(self, name: str, printed: str, tail: int = 0) -> str:
        """Return what is printed for a figure; the same figure is printed alike every time."""
        if name not in self.written:
            self.written[name] = other_digit(printed, self.rng, tail) if name == self.planted else printed
        return self.written[name]


class Word:
    """A Word file in the making."""

    def __init__(self) -> None:
        self._document = docx.Document()

    def lines(self, *texts: str) -> Word:
        """Add paragraphs."""
        for text in texts:
            self._document.add_paragraph(text)
        return self

    def heading(self, text: str) -> Word:
        """Add a heading of the first level."""
        self._document.add_paragraph(text, style="Heading 1")
        return self

    def table(self, rows: Rows) -> Word:
        """Add a table."""
        table = self._document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
        return self

    def data(self) -> bytes:
        """Return the file."""
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()


def report(book: Books, layout: int, ink: Ink) -> bytes:
    """Return the self-evaluation of this year. Layouts: 0 prose, 1 tables, 2 both."""
    return _report(book, book.this, book.last, layout, ink)


def prior_report(book: Books, layout: int, ink: Ink) -> bytes:
    """Return the self-evaluation of the year before."""
    return _report(book, book.last, None, layout, ink)


def _report(book: Books, y: Year, before: Year | None, layout: int, ink: Ink) -> bytes:
    w = Word().lines(f"{book.unit}{y.year}年度部门整体支出绩效自评报告").heading("一、基本情况")
    w.lines(
        f"截至{y.year}年12月31日，我单位核定编制{ink('posts', str(y.posts))}人，实有在职人员{ink('staff', str(y.staff))}人。"
    )
    w.heading("二、预算执行情况")
    if layout in (0, 2):
        _prose(w, book, y, ink)
    if layout in (1, 2):
        _tables(w, book, y, ink)
    w.heading("三、“三公”经费情况")
    _three_public(w, y, before, layout, ink)
    w.lines(f"{y.year}年度部门整体支出自评得分{ink('score', y.score)}分。")
    w.heading("四、存在的问题及原因分析")
    w.lines(
        "（一）部分项目预算执行偏慢。因前期论证不充分，项目招标时间较晚。", "（二）绩效指标设置不够细化。"
    )
    w.heading("五、下一步改进措施").lines("按月通报执行进度，细化绩效指标。")
    return w.data()


def _money(ink: Ink, y: Year, thing: str, stage: str) -> str:
    return ink(f"{thing}.{stage}", wan(y.money[thing, stage]))


def _prose(w: Word, book: Books, y: Year, ink: Ink) -> None:
    m = partial(_money, ink, y)
    for stage, name in (("initial", "年初预算"), ("adjusted", "全年预算"), ("executed", "决算支出")):
        head = f"{y.year}年，一般公共预算{name}{m('收支', stage)}万元，"
        w.lines(
            f"{head}其中基本支出{m('基本支出', stage)}万元（人员经费{m('人员经费', stage)}万元，"
            f"公用经费{m('公用经费', stage)}万元），项目支出{m('项目支出', stage)}万元。"
        )
    w.lines(
        f"上年结转{ink('carried', wan(y.carried))}万元，年中追加预算{ink('added', wan(sum(y.added, Decimal(0))))}万元。"
    )
    w.lines(f"年末结转结余{ink('closing', wan(y.closing))}万元。")
    w.lines(f"项目共{len(book.projects)}个。")
    for project in book.projects:
        adjusted, executed = y.money[project, "adjusted"], y.money[project, "executed"]
        rate = ink(f"{project}.rate", percent(executed, adjusted))
        w.lines(
            f"{project}全年预算{m(project, 'adjusted')}万元，实际支出{m(project, 'executed')}万元，执行率{rate}%。"
        )


def _tables(w: Word, book: Books, y: Year, ink: Ink) -> None:
    things = ("基本支出", "人员经费", "公用经费", "项目支出", *book.projects)
    rows = [["项目", "年初预算数", "全年预算数", "决算数"]]
    rows += [
        [t, *(_money(ink, y, t, stage) for stage in ("initial", "adjusted", "executed"))] for t in things
    ]
    rows.append(["合计", *(_money(ink, y, "收支", stage) for stage in ("initial", "adjusted", "executed"))])
    w.lines(f"{y.year}年一般公共预算收支情况表", "单位：万元").table(rows)


def _three_public(w: Word, y: Year, before: Year | None, layout: int, ink: Ink) -> None:
    m = partial(_money, ink, y)
    if layout == 1:
        heads = ["项目", f"{y.year}年年初预算数", f"{y.year}年决算数"]
        rows = [
            [t, m(t, "initial"), m(t, "executed")] for t in ("三公经费", "公务接待费", "公务用车运行维护费")
        ]
        if before is not None:
            heads.insert(1, f"{before.year}年决算数")
            for row in rows:
                row.insert(1, ink(f"last.{row[0]}.executed", wan(before.money[row[0], "executed"])))
        w.lines("“三公”经费情况表", "单位：万元").table([heads, *rows])
        return
    w.lines(
        f"{y.year}年“三公”经费年初预算{m('三公经费', 'initial')}万元，决算支出{m('三公经费', 'executed')}万元，"
        f"其中公务接待费{m('公务接待费', 'executed')}万元，公务用车运行维护费{m('公务用车运行维护费', 'executed')}万元。"
    )
    if before is not None:
        w.lines(
            f"{before.year}年“三公”经费决算支出{ink('last.三公经费.executed', wan(before.money['三公经费', 'executed']))}万元。"
        )


def approval(book: Books, layout: int, ink: Ink) -> bytes:
    """Return the budget approval: prose (0) or a table (1) of the initial budget."""
    y = book.this
    m = partial(_money, ink, y, stage="initial")
    w = Word().lines(f"关于批复{y.year}年部门预算的通知", f"{book.unit}：")
    if layout == 0:
        w.lines(
            f"现批复你单位{y.year}年一般公共预算支出预算{m('收支')}万元，其中基本支出{m('基本支出')}万元"
            f"（人员经费{m('人员经费')}万元，公用经费{m('公用经费')}万元），项目支出{m('项目支出')}万元。"
            f"“三公”经费预算{m('三公经费')}万元。"
        )
        return w.data()
    things = ("基本支出", "人员经费", "公用经费", "项目支出", *book.projects)
    rows = [["项目", "预算数"], *([t, m(t)] for t in things), ["合计", m("收支")]]
    w.lines("现批复你单位预算，详见附表。", f"{y.year}年一般公共预算支出预算批复表", "单位：万元").table(rows)
    w.lines("“三公”经费预算表", "单位：万元").table(
        [["项目", "预算数"], *([t, m(t)] for t in ("三公经费", "公务接待费", "公务用车运行维护费"))]
    )
    return w.data()


def final_accounts(book: Books, layout: int, ink: Ink) -> bytes:
    """Return the final accounts as a workbook in 元 (0) or 万元 (1), all of them of the one fund."""
    y = book.this
    unit = "元" if layout == 0 else "万元"

    def money(thing: str, stage: str) -> str:
        value = y.money[thing, stage]
        return (
            ink(f"{thing}.{stage}", f"{value:f}", 4) if layout == 0 else ink(f"{thing}.{stage}", wan(value))
        )

    stages = ("initial", "adjusted", "executed")
    heads = ["项目", "年初预算数", "全年预算数", "决算数"]
    things = ("基本支出", "人员经费", "公用经费", "项目支出")
    title = f"{y.year}年度一般公共预算财政拨款支出决算表"
    rows = [[title], [f"编制单位：{book.unit}", "", "", f"单位：{unit}"], heads]
    rows += [[thing, *(money(thing, stage) for stage in stages)] for thing in things]
    rows.append(["支出合计", *(money("收支", stage) for stage in stages)])
    few = ("三公经费", "公务接待费", "公务用车运行维护费")
    other = [
        [f"{y.year}年度机构运行信息表"],
        [f"编制单位：{book.unit}", "", f"单位：{unit}"],
        ["项目", "年初预算数", "决算数"],
    ]
    other += [[thing, money(thing, "initial"), money(thing, "executed")] for thing in few]
    people = [[f"{y.year}年度人员情况表"], ["项目", "人数（人）"]]
    people += [["编制人数", ink("posts", str(y.posts))], ["在职人员", ink("staff", str(y.staff))]]
    return xlsx_files.build(
        ("支出决算表", _typed(rows)), ("机构运行信息表", _typed(other)), ("人员情况表", _typed(people))
    )


def _typed(rows: Rows) -> list[list[object]]:
    """Leave figures as the text that they are printed with: a workbook is read as it is displayed."""
    return [list(row) for row in rows]


def accounts_disclosure(book: Books, layout: int, ink: Ink) -> bytes:
    """Return the published accounts: prose."""
    y = book.this
    m = partial(_money, ink, y, stage="executed")
    w = Word().lines(f"{book.unit}{y.year}年度部门决算公开").heading("一、支出决算情况说明")
    w.lines(
        f"{y.year}年度一般公共预算财政拨款支出{m('收支')}万元，其中：基本支出{m('基本支出')}万元，项目支出{m('项目支出')}万元。"
        f"基本支出中，人员经费{m('人员经费')}万元，公用经费{m('公用经费')}万元。"
    )
    w.heading("二、“三公”经费支出决算情况说明")
    w.lines(
        f"“三公”经费支出决算{m('三公经费')}万元，其中公务接待费支出决算{m('公务接待费')}万元，"
        f"公务用车运行维护费支出决算{m('公务用车运行维护费')}万元。"
    )
    return w.data()


def adjustments(book: Books, ink: Ink) -> list[bytes]:
    """Return one notice for every sum that was added."""
    y = book.this
    return [
        Word()
        .lines(f"关于追加{y.year}年部门预算的通知（第{n}号）", f"{book.unit}：")
        .lines(f"经研究，追加你单位{y.year}年预算{ink(f'added{n}', wan(value), 1)}万元，请专款专用。")
        .data()
        for n, value in enumerate(y.added, 1)
    ]


def project_forms(book: Books, ink: Ink) -> list[bytes]:
    """Return the form of every project."""
    y = book.this
    found = []
    for project in book.projects:
        adjusted, executed = y.money[project, "adjusted"], y.money[project, "executed"]
        m = partial(_money, ink, y, project)
        rate = ink(f"{project}.rate", percent(executed, adjusted))
        rows = [
            [f"{y.year}年度项目支出绩效自评表"],
            ["单位：万元"],
            ["项目名称", project],
            ["实施单位", book.unit],
            ["项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            ["年度资金总额", m("initial"), m("adjusted"), m("executed"), "10", f"{rate}%", "9.5"],
            ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
            ["产出指标", "数量指标", "完成数量", "≥10个", "12个", "50", "50"],
            ["效益指标", "社会效益", "服务人次", "≥100人次", "120人次", "30", "30"],
            ["满意度指标", "满意度", "群众满意度", "≥95%", "97%", "10", "10"],
            ["总分", "", "", "", "", "100", "99.5"],
        ]
        found.append(xlsx_files.build(("自评表", _typed(rows))))
    return found
