"""Other layouts and wordings of the same documents, opened only to measure: nothing in the rules was fitted to them.

The final accounts follow the official forms (项目, 行次, 金额; subject codes; a form for each table), the published accounts
print a table, the report speaks in other words and prints 元 in places.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from tests.corpus import xlsx_files
from tests.others.books import Books, Year, percent, wan
from tests.others.papers import Ink, Rows, Word, _money, _typed


def report(book: Books, layout: int, ink: Ink) -> bytes:
    """Return the self-evaluation of this year. Layouts: 0 enumerations, 1 a wide table, 2 a table a stage."""
    y, before = book.this, book.last
    m = partial(_money, ink, y)
    w = Word().lines("部门整体支出绩效自评报告", f"（{y.year}年度）", f"单位名称：{book.unit}")
    w.heading("一、部门概况").lines(
        f"{book.unit}编制数{ink('posts', str(y.posts))}名，截至{y.year}年末在编在职人员{ink('staff', str(y.staff))}人。"
    )
    w.heading("二、部门整体支出管理及使用情况")
    if layout == 0:
        w.lines(
            f"（一）基本支出。{y.year}年基本支出年初预算数为{m('基本支出', 'initial')}万元，调整预算数为{m('基本支出', 'adjusted')}万元，"
            f"实际支出{m('基本支出', 'executed')}万元。其中：人员经费实际支出{m('人员经费', 'executed')}万元，"
            f"日常公用经费实际支出{m('公用经费', 'executed')}万元。",
            f"（二）项目支出。{y.year}年项目支出年初预算数为{m('项目支出', 'initial')}万元，调整预算数为{m('项目支出', 'adjusted')}万元，"
            f"实际支出{m('项目支出', 'executed')}万元。",
        )
    elif layout == 1:
        rows = [["支出项目", "年初预算", "调整预算数", "实际支出"]]
        for thing in ("基本支出", "其中：人员经费", "日常公用经费", "项目支出"):
            name = thing.replace("其中：", "").replace("日常", "")
            rows.append([thing, *(m(name, stage) for stage in ("initial", "adjusted", "executed"))])
        w.lines(f"表1　{y.year}年度部门支出情况", "金额单位：万元").table(rows)
    else:
        for title, stage in (("年初预算数", "initial"), ("决算数", "executed")):
            rows = [
                ["项目", title],
                *([t, m(t, stage)] for t in ("基本支出", "项目支出", "人员经费", "公用经费")),
            ]
            w.lines(f"{y.year}年{title}（单位：万元）").table(rows)
    w.heading("三、“三公”经费")
    w.lines(
        f"全年“三公”经费实际支出{m('三公经费', 'executed')}万元（上年决算数{ink('last.三公经费.executed', wan(before.money['三公经费', 'executed']))}万元），"
        f"其中公务用车运行维护费{m('公务用车运行维护费', 'executed')}万元、公务接待费{m('公务接待费', 'executed')}万元。"
    )
    w.heading("四、项目组织实施情况")
    for number, project in enumerate(book.projects, 1):
        rate = ink(f"{project}.rate", percent(y.money[project, "executed"], y.money[project, "adjusted"]))
        w.lines(
            f"{number}．{project}：全年预算数{m(project, 'adjusted')}万元，全年执行数{m(project, 'executed')}万元，预算执行率{rate}%。"
        )
    w.lines(f"年初结转{ink('carried', wan(y.carried))}万元。")
    return w.data()


def prior_report(book: Books, layout: int, ink: Ink) -> bytes:
    """Return last year's report, in the words of this set."""
    last = Books(book.unit, book.projects, book.last, _none(book.last))
    return report(last, layout, ink)


def _none(y: Year) -> Year:
    zero = {key: Decimal(10000) for key in y.money}
    return Year(y.year - 1, zero)


def final_accounts(book: Books, layout: int, ink: Ink) -> bytes:
    """Return the official forms: 财决01, 财决05, 附03, in 元 (0) or 万元 (1)."""
    y = book.this
    unit = "元" if layout % 2 == 0 else "万元"

    def money(thing: str, stage: str) -> str:
        value = y.money[thing, stage]
        name = f"{thing}.{stage}"
        return ink(name, f"{value:,f}", 4) if unit == "元" else ink(name, wan(value))

    head = [
        ["收入支出决算总表"],
        ["", "", "", "财决01表"],
        [f"编制单位：{book.unit}", f"{y.year}年度", "", f"金额单位：{unit}"],
    ]
    rows = [*head, ["项目（按支出性质）", "行次", "年初预算数", "全年预算数", "决算数"]]
    for line, thing in enumerate(("基本支出", "人员经费", "公用经费", "项目支出"), 31):
        name = {"基本支出": "一、基本支出", "项目支出": "二、项目支出"}.get(thing, f"    {thing}")
        rows.append([name, str(line), *(money(thing, s) for s in ("initial", "adjusted", "executed"))])
    few = [
        ["机构运行信息表"],
        ["", "", "财决附03表"],
        [f"编制单位：{book.unit}", f"{y.year}年度", f"金额单位：{unit}"],
    ]
    few += [["项  目", "预算数", "统计数"], ["一、“三公”经费支出", "—", money("三公经费", "executed")]]
    few += [["（二）公务用车运行维护费", "—", money("公务用车运行维护费", "executed")]]
    few += [["（三）公务接待费", "—", money("公务接待费", "executed")]]
    return xlsx_files.build(("Z01 收入支出决算总表", _typed(rows)), ("F03 机构运行信息表", _typed(few)))


def accounts_disclosure(book: Books, layout: int, ink: Ink) -> bytes:
    """Return the published accounts with tables."""
    y = book.this
    m = partial(_money, ink, y, stage="executed")
    w = Word().lines(f"{y.year}年度", f"{book.unit}部门决算").heading("第二部分 部门决算表")
    w.lines("一般公共预算财政拨款基本支出决算表", f"公开部门：{book.unit}　　单位：万元")
    w.table([["经济分类", "决算数"], ["人员经费合计", m("人员经费")], ["公用经费合计", m("公用经费")]])
    w.lines("财政拨款“三公”经费支出决算表", "单位：万元")
    w.table([["项目", "决算数"], *([t, m(t)] for t in ("三公经费", "公务用车运行维护费", "公务接待费"))])
    return w.data()


def approval(book: Books, layout: int, ink: Ink) -> bytes:
    """Return the approval with its annex."""
    y = book.this
    m = partial(_money, ink, y, stage="initial")
    w = Word().lines(f"财政局关于下达{y.year}年部门预算的批复", f"{book.unit}：")
    w.lines("你单位部门预算已经批准，现予批复（见附件）。").heading(f"附件：{y.year}年部门支出预算表")
    rows: Rows = [["支出类别", "金额（万元）"]]
    rows += [[t, m(t)] for t in ("基本支出", "人员经费", "公用经费", "项目支出")]
    return w.table(rows).data()


def adjustments(book: Books, ink: Ink) -> list[bytes]:
    """Return the notices."""
    y = book.this
    return [
        Word()
        .lines(f"关于下达{y.year}年第{n}批追加预算指标的通知", f"{book.unit}：")
        .lines(f"追加{y.year}年预算指标{ink(f'added{n}', wan(value), 1)}万元。")
        .data()
        for n, value in enumerate(y.added, 1)
    ]


def project_forms(book: Books, ink: Ink) -> list[bytes]:
    """Return the forms, all in one workbook, a sheet each."""
    y = book.this
    sheets = []
    for number, project in enumerate(book.projects, 1):
        m = partial(_money, ink, y, project)
        rate = ink(f"{project}.rate", percent(y.money[project, "executed"], y.money[project, "adjusted"]))
        rows = [
            ["项目支出绩效自评表"],
            [f"（{y.year}年度）"],
            ["项目支出名称", project, "", "主管部门", book.unit],
            ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
            ["", "年度资金总额", m("initial"), m("adjusted"), m("executed"), "10", f"{rate}%", "10"],
            ["", "其中：当年财政拨款", m("initial"), m("adjusted"), m("executed"), "—", "—", "—"],
        ]
        sheets.append((f"项目{number}", _typed(rows)))
    return [xlsx_files.build(*sheets)]
