"""A small review made by hand: a made-up report of a made-up station, its facts, relations, findings and scores."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from corpus.document.evidence import Evidence, Locator
from corpus.document.model import Block, BlockKind, Cell, Document, PageInfo, Run, Table
from rules.facts.fact import Fact, FactKind, Where, fact_id
from rules.finding import Basis, Disposition, Finding, Impact, Severity, fingerprint
from rules.numbers.quantity import Quantity
from rules.numbers.units import PERCENT, SCORE, WAN_YUAN, Unit, count
from rules.relations.relation import Judgement, Relation, RelationKind, Verdict
from rules.review import Coverage, IndicatorScore, Review, Scorecard

UNITS: dict[str, Unit] = {"万元": WAN_YUAN, "%": PERCENT, "分": SCORE, "人": count("人"), "个": count("个")}


@dataclass
class ReviewBuilder:
    """Builds a document line by line, and facts by the place of their figure in it."""

    year: str = "2023"
    lines: list[tuple[BlockKind, str, int, tuple[str, ...], int | None, Table | None]] = field(
        default_factory=list
    )
    path: tuple[str, ...] = ()
    page: int = 1
    text: str = ""
    starts: list[int] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def heading(self, text: str, level: int) -> None:
        self.path = (*self.path[: level - 1], text)
        self._line(BlockKind.HEADING, text, level)

    def paragraph(self, text: str) -> None:
        self._line(BlockKind.PARAGRAPH, text, None)

    def table(self, caption: str, rows: list[list[str]]) -> None:
        start = len(self.text)
        cells: list[Cell] = []
        at = start
        for row, words in enumerate(rows):
            for column, word in enumerate(words):
                cells.append(Cell(row, column, 1, 1, word, at, at + len(word), self.page))
                at += len(word) + 1
        body = "\t".join(word for words in rows for word in words)
        index = sum(line[5] is not None for line in self.lines)
        table = Table(index, caption, None, len(rows), len(rows[0]), 1, tuple(cells))
        self._line(BlockKind.TABLE, body, None, table)

    def _line(self, kind: BlockKind, text: str, level: int | None, table: Table | None = None) -> None:
        self.starts.append(len(self.text))
        self.lines.append((kind, text, self.page, self.path, level, table))
        self.text += text + "\n"

    def document(self) -> Document:
        blocks = tuple(
            Block(kind, start, start + len(text), page, path, level, table)
            for start, (kind, text, page, path, level, table) in zip(self.starts, self.lines, strict=True)
        )
        runs = tuple(
            Run(start, start + len(text), page, 10.0, 22.0, tuple(float(x) for x in range(len(text) + 1)))
            for start, (_, text, page, _, _, _) in zip(self.starts, self.lines, strict=True)
        )
        pages = tuple(PageInfo(n, str(n - 1) if n > 1 else None, 595, 842) for n in range(1, self.page + 1))
        return Document("样例报告.pdf", "0" * 64, "pdf", self.text, blocks, runs, pages)

    def fact(
        self,
        inside: str,
        figure: str,
        subject: str | None,
        measure: str | None,
        *,
        period: str | None = None,
        scope: str | None = None,
        table: str | None = None,
        row: str | None = None,
        column: str | None = None,
        label: str | None = None,
        unit: str | None = None,
    ) -> Fact:
        """Make the fact of a figure (``83.20 %``) that stands in a stretch of the text that occurs once."""
        outer = self.text.index(inside)
        start = self.text.index(figure, outer)
        printed = figure.rstrip("万元%分人个 ")
        symbol = unit or figure[len(printed) :].strip()
        known = UNITS[symbol]
        decimals = len(printed.partition(".")[2])
        quantity = Quantity(Decimal(printed), known, decimals, printed, counted=symbol in ("人", "个"))
        kinds = {"万元": FactKind.AMOUNT, "%": FactKind.RATE, "分": FactKind.SCORE}
        evidence = Locator(self.document()).evidence(
            start, start + len(figure), table=table, row=row, column=column
        )
        made = Fact(
            fact_id(start, printed),
            quantity,
            kinds.get(symbol, FactKind.COUNT),
            label or subject or "",
            subject,
            measure,
            period or self.year,
            scope,
            Where.TEXT if table is None else Where.ANNEX,
            evidence,
        )
        self.facts.append(made)
        return made

    def relation(
        self,
        kind: RelationKind,
        operands: list[Fact],
        stated: Fact | None,
        verdict: Verdict,
        derivation: str,
        expected: str | None = None,
        reason: str = "",
        signs: tuple[int, ...] = (),
    ) -> Relation:
        made = Relation(
            f"r{len(self.relations) + 1}",
            kind,
            tuple(fact.id for fact in operands),
            None if stated is None else stated.id,
            reason,
            Judgement(verdict, derivation, expected),
            signs,
        )
        self.relations.append(made)
        return made


def evidence_of(review: Review, text: str) -> Evidence:
    """Return the evidence for a stretch of the report's text."""
    start = review.document.text.index(text)
    return Locator(review.document).evidence(start, start + len(text))


TEXT = (
    ("h1", "一、基本情况"),
    ("p", "截至2023年12月31日，我站共有编制40人，实有在职人员36人。"),
    ("page", ""),
    ("h1", "二、预算支出情况"),
    (
        "p",
        "年初，财政批复一般公共预算收入1400.00万元。年中追加预算150.50万元，其中基本支出追加20.30万元，项目支出追加130.20万元"
        "（水位站改造项目90.00万元，数据共享项目40.20万元），清理收回30.20万元，全年一般公共预算总收入1520.30万元，"
        "其中基本支出520.30万元（人员经费430.10万元，公用经费90.20万元），项目支出1000.00万元。",
    ),
    (
        "p",
        "本年一般公共预算总支出1312.55万元，其中基本支出500.15万元（人员经费425.10万元，公用经费75.05万元），项目支出812.40万元，"
        "项目支出预算执行率81.24%，结转187.60万元。",
    ),
    ("h2", "（一）项目支出"),
    (
        "p",
        "项目共9个，其中5个项目预算执行率在90%以上。水位站改造项目预算执行率52.00%，主要因汛期无法施工，前期勘察设计不够充分，"
        "工程进度未达预期。设备购置项目预算执行率95.10%。",
    ),
    ("page", ""),
    ("h2", "（二）“三公”经费"),
    (
        "p",
        "2023年“三公”经费预算20.00万元，决算支出6.30万元，较上年支出有所减少，主要是严格控制公务接待。其中公务接待费0.30万元，"
        "公务用车运行维护费6.00万元。",
    ),
    ("h1", "三、绩效情况"),
    ("h2", "（一）公用经费控制率"),
    ("p", "公用经费预算安排90.20万元，实际支出75.05万元，控制率83.20%。"),
    ("h2", "（二）人员经费控制率"),
    ("p", "人员经费预算安排430.10万元，实际支出425.10万元，控制率98.84%。"),
    ("p", "自评得分95.00分。将于6月20日前公开绩效自评报告，接受社会监督。"),
    ("page", ""),
    ("h1", "四、存在的问题及原因分析"),
    ("h2", "（一）部分项目执行偏慢"),
    ("p", "水位站改造项目进度较慢，因前期勘察设计不够充分，未达到验收条件。"),
    ("h2", "（二）绩效指标量化程度有待加强"),
    ("p", "部分效益指标定性程度较高，难以衡量。"),
    ("h1", "五、下一步改进措施"),
    ("h2", "（一）加快项目进展"),
    ("p", "合理编制年度项目资金，定期通报执行情况，加快项目进度。"),
    ("h2", "（二）加大绩效管理宣传力度"),
    ("p", "积极组织绩效管理培训。"),
)


def station_review(extra: str = "") -> Review:
    """Return the review of the made-up report: 83.21 % in the annex where 75.05 ÷ 90.20 gives 83.20 %, and more.

    ``extra`` is a last paragraph of the text.
    """
    builder = ReviewBuilder()
    for kind, words in TEXT:
        if kind == "page":
            builder.page += 1
        elif kind == "p":
            builder.paragraph(words)
        else:
            builder.heading(words, int(kind[1]))
    if extra:
        builder.paragraph(extra)
    builder.page += 1
    builder.heading("附件1 基础数据表", 1)
    builder.table(
        "基础数据表",
        [["项目", "2022年决算数", "2023年预算数", "2023年决算数"], ["三公经费", "8.10", "20.00", "6.30"]],
    )
    builder.heading("附件2 自评表", 1)
    builder.table(
        "自评表",
        [
            ["三级指标", "年度指标值", "实际完成值", "分值", "自评得分", "偏差原因"],
            ["公用经费控制率", "≤100%", "83.21%", "2", "2", ""],
            ["三公经费控制率", "≤100%", "31.20%", "2", "2", ""],
            ["水位站改造完成质量", "按期验收", "尚未完成验收，成效未达预期", "8", "7", "加快进度"],
            ["服务对象满意度", "≥95%", "98%", "10", "10", ""],
        ],
    )
    _facts(builder)
    return _review(builder)


def _facts(b: ReviewBuilder) -> None:
    fund = "一般公共预算"
    b.fact("共有编制40人", "40人", "编制", None, label="我站共有编制")
    b.fact("在职人员36人", "36人", "在职人员", None, label="实有在职人员")
    initial = b.fact("批复一般公共预算收入1400.00", "1400.00万元", "收支总计", "initial_budget", scope=fund)
    added = b.fact("追加预算150.50", "150.50万元", "收支总计", "added", scope=fund)
    basic_added = b.fact("基本支出追加20.30", "20.30万元", "基本支出", "added", scope=fund)
    item_added = b.fact("项目支出追加130.20", "130.20万元", "项目支出", "added", scope=fund)
    b.fact("水位站改造项目90.00", "90.00万元", "水位站改造项目", "added", scope=fund)
    b.fact("数据共享项目40.20", "40.20万元", "数据共享项目", "added", scope=fund)
    recalled = b.fact("清理收回30.20", "30.20万元", "收支总计", "recalled", scope=fund)
    adjusted = b.fact("总收入1520.30", "1520.30万元", "收支总计", "adjusted_budget", scope=fund)
    basic = b.fact("其中基本支出520.30", "520.30万元", "基本支出", "adjusted_budget", scope=fund)
    staff = b.fact("人员经费430.10", "430.10万元", "人员经费", "adjusted_budget", scope=fund)
    running = b.fact("公用经费90.20", "90.20万元", "公用经费", "adjusted_budget", scope=fund)
    items = b.fact("项目支出1000.00", "1000.00万元", "项目支出", "adjusted_budget", scope=fund)
    spent = b.fact("总支出1312.55", "1312.55万元", "收支总计", "executed", scope=fund)
    basic_spent = b.fact("其中基本支出500.15", "500.15万元", "基本支出", "executed", scope=fund)
    staff_spent = b.fact("人员经费425.10", "425.10万元", "人员经费", "executed", scope=fund)
    running_spent = b.fact("公用经费75.05", "75.05万元", "公用经费", "executed", scope=fund)
    items_spent = b.fact("项目支出812.40", "812.40万元", "项目支出", "executed", scope=fund)
    items_rate = b.fact("执行率81.24%", "81.24%", "项目支出", "execution_rate")
    left = b.fact("结转187.60", "187.60万元", "项目支出", "surplus")
    b.fact("项目共9个", "9个", "项目", None, label="项目共")
    b.fact("52.00%", "52.00%", "水位站改造项目", "execution_rate")
    b.fact("95.10%", "95.10%", "设备购置项目", "execution_rate")
    travel = b.fact("“三公”经费预算20.00", "20.00万元", "三公经费", "budget")
    travel_spent = b.fact("决算支出6.30", "6.30万元", "三公经费", "executed")
    b.fact("公务接待费0.30", "0.30万元", "公务接待费", "executed")
    b.fact("运行维护费6.00", "6.00万元", "公务用车运行维护费", "executed")
    budget = b.fact("公用经费预算安排90.20", "90.20万元", "公用经费", "budget")
    cost = b.fact("实际支出75.05", "75.05万元", "公用经费", "executed")
    rate = b.fact("控制率83.20%", "83.20%", "公用经费", "control_rate")
    staff_budget = b.fact("人员经费预算安排430.10", "430.10万元", "人员经费", "budget")
    staff_cost = b.fact("实际支出425.10", "425.10万元", "人员经费", "executed")
    staff_rate = b.fact("控制率98.84%", "98.84%", "人员经费", "control_rate")
    b.fact("自评得分95.00", "95.00分", "自评", "score", label="自评得分")
    row = {"table": "基础数据表", "row": "三公经费"}
    b.fact(
        "三公经费\t8.10",
        "8.10",
        "三公经费",
        "executed",
        period="2022",
        column="2022年决算数",
        unit="万元",
        **row,
    )
    b.fact("20.00\t6.30", "20.00", "三公经费", "budget", column="2023年预算数", unit="万元", **row)
    annex_spent = b.fact("\t6.30", "6.30", "三公经费", "executed", column="2023年决算数", unit="万元", **row)
    form = {"table": "自评表", "column": "实际完成值"}
    annex_rate = b.fact("83.21%", "83.21%", "公用经费", "control_rate", row="公用经费控制率", **form)
    travel_rate = b.fact("31.20%", "31.20%", "三公经费", "control_rate", row="三公经费控制率", **form)
    exact, wrong = Verdict.EXACT, Verdict.IMPOSSIBLE
    b.relation(RelationKind.RATIO, [cost, budget], rate, exact, "75.05 ÷ 90.20 = 83.20 %", "83.20")
    b.relation(
        RelationKind.RATIO,
        [staff_cost, staff_budget],
        staff_rate,
        exact,
        "425.10 ÷ 430.10 = 98.84 %",
        "98.84",
    )
    b.relation(
        RelationKind.RATIO,
        [cost, budget],
        annex_rate,
        wrong,
        "75.05 ÷ 90.20 = 83.20 %（报告为 83.21 %）",
        "83.20",
    )
    b.relation(
        RelationKind.RATIO,
        [travel_spent, travel],
        travel_rate,
        wrong,
        "6.30 ÷ 20.00 = 31.50 %（报告为 31.20 %）",
        "31.50",
    )
    b.relation(
        RelationKind.RATIO, [items_spent, items], items_rate, exact, "812.40 ÷ 1000.00 = 81.24 %", "81.24"
    )
    b.relation(
        RelationKind.DIFFERENCE,
        [items, items_spent],
        left,
        exact,
        "1000.00 − 812.40 = 187.60",
        "187.60",
        signs=(1, -1),
    )
    b.relation(
        RelationKind.SUM,
        [initial, added, recalled],
        adjusted,
        exact,
        "1400.00 + 150.50 − 30.20 = 1520.30",
        "1520.30",
        signs=(1, 1, -1),
    )
    b.relation(RelationKind.SUM, [basic_added, item_added], added, exact, "20.30 + 130.20 = 150.50", "150.50")
    b.relation(RelationKind.SUM, [staff, running], basic, exact, "430.10 + 90.20 = 520.30", "520.30")
    b.relation(RelationKind.SUM, [basic, items], adjusted, exact, "520.30 + 1000.00 = 1520.30", "1520.30")
    b.relation(
        RelationKind.SUM,
        [staff_spent, running_spent],
        basic_spent,
        exact,
        "425.10 + 75.05 = 500.15",
        "500.15",
    )
    b.relation(
        RelationKind.SUM, [basic_spent, items_spent], spent, exact, "500.15 + 812.40 = 1312.55", "1312.55"
    )
    b.relation(RelationKind.TEXT_VS_ANNEX, [travel_spent], annex_spent, exact, "6.30 = 6.30", "6.30")


def _finding(
    b: ReviewBuilder,
    rule: str,
    kind: str,
    verdict: Verdict | None,
    title: str,
    message: str,
    at: str,
    **more: object,
) -> Finding:
    start = b.text.index(at)
    evidence = Locator(b.document()).evidence(start, start + len(at))
    basis = more.pop("basis", (Basis(f"规则卡 {rule}", verified=True),))
    severity = more.pop("severity", Severity.ERROR)
    disposition = more.pop("disposition", Disposition.RETURN)
    return Finding(
        fingerprint(rule, title),
        rule,
        kind,
        verdict,
        severity,
        disposition,
        Impact.PUBLIC,
        title,
        message,  # type: ignore[arg-type]
        (evidence,),
        basis,
        **more,  # type: ignore[arg-type]
    )


def _review(b: ReviewBuilder) -> Review:
    method = Basis("项目支出绩效评价管理办法", "财预〔2020〕10号", "第15条", "2020-02-25", False)
    findings = (
        _finding(
            b,
            "A04",
            "ratio",
            Verdict.IMPOSSIBLE,
            "三公经费控制率复算不符",
            "三公经费控制率报告为 31.20 %，按 6.30 ÷ 20.00 计算应为 31.50 %。",
            "31.20%",
            reported="31.20",
            expected="31.50",
            derivation="6.30 ÷ 20.00 = 31.50 %（报告为 31.20 %）",
            suggestion="请核对分子、分母取数后更正。",
            related=("r4",),
            culprit=b.facts[-1].id,
        ),
        _finding(
            b,
            "A02",
            "text_vs_annex",
            Verdict.IMPOSSIBLE,
            "公用经费控制率前后不一致",
            "公用经费控制率正文为 83.20 %，附件2 为 83.21 %。",
            "83.21%",
            reported="83.21",
            expected="83.20",
            derivation="75.05 ÷ 90.20 = 83.20 %（报告为 83.21 %）",
            suggestion="请统一取值。",
            related=("r3",),
        ),
        _finding(
            b,
            "S05",
            "score_vs_rule",
            None,
            "自述未达预期而得分在“达成”档",
            "指标“水位站改造完成质量”自述“尚未完成验收，成效未达预期”，自评 7 分（分值 8 分，占 87.5 %）。",
            "尚未完成验收，成效未达预期",
            severity=Severity.WARNING,
            disposition=Disposition.ASK,
            basis=(method,),
            derivation="7 ÷ 8 = 87.5 %",
            suggestion="请补充该项评分依据。",
        ),
    )
    document = b.document()
    review = Review(
        document=document,
        kind="department_self_evaluation",
        unit_name="青禾县水文站",
        year="2023",
        warnings=(),
        facts=tuple(b.facts),
        findings=findings,
        relations=tuple(b.relations),
        coverage=Coverage(
            45, 43, ((b.facts[0].id, "没有可以对照的数"),), (("final_accounts", ("决算数核对",)),)
        ),
        scorecard=None,
        timing={"read": 0.1, "extract": 0.1, "check": 0.1, "total": 0.3},
    )
    rows = (
        ("公用经费控制率", "≤100%", "83.21%", "2", "2", None),
        ("三公经费控制率", "≤100%", "31.20%", "2", "2", None),
        ("水位站改造完成质量", "按期验收", "尚未完成验收，成效未达预期", "8", "7", "加快进度"),
        ("服务对象满意度", "≥95%", "98%", "10", "10", None),
    )
    indicators = tuple(
        IndicatorScore(
            name, None, None, target, actual, weight, score, reason, evidence_of(review, name + "\t")
        )
        for name, target, actual, weight, score, reason in rows
    )
    scorecard = Scorecard(indicators, "95.00", "95.00")
    return Review(**{**{f: getattr(review, f) for f in review.__dataclass_fields__}, "scorecard": scorecard})
