"""A province's science fund, 2024: applications and grants over two years, rates of grants in points, joint funds, 万元 with 4 decimals."""

from __future__ import annotations

from tests.measure.book import Book
from tests.measure.paper import Paper

# Key, department, applied last year, granted last year, applied, granted, money (万元).
_FIELDS = (
    ("math", "数理科学", 1286, 214, 1402, 221, "2486.0000"),
    ("chem", "化学与材料", 2174, 352, 2391, 368, "4317.5000"),
    ("life", "生命与农业", 2860, 447, 3015, 452, "5124.0000"),
    ("info", "信息与工程", 3047, 498, 3688, 541, "6470.2500"),
    ("med", "医学科学", 4412, 583, 5126, 602, "6893.7500"),
)
# Key, kind, projects, money (万元).
_KINDS = (
    ("gen", "面上项目", 1180, "11800.0000"),
    ("youth", "青年项目", 812, "6496.0000"),
    ("star", "杰出青年项目", 61, "3050.0000"),
    ("team", "创新群体及重点项目", 89, "2805.5000"),
    ("joint", "联合基金项目", 42, "1140.0000"),
)


def _books() -> Book:
    book = Book()
    for key, _, asked_l, got_l, asked, got, money in _FIELDS:
        book.count(
            **{f"{key}_al": asked_l, f"{key}_gl": got_l, f"{key}_a": asked, f"{key}_g": got},
        )
        book.wan(**{f"{key}_m": money})
        book.rate(f"{key}_xl", f"{key}_gl", f"{key}_al")
        book.rate(f"{key}_x", f"{key}_g", f"{key}_a")
        book.average(f"{key}_v", f"{key}_m", f"{key}_g")
    fields = [key for key, *_ in _FIELDS]
    for end in ("al", "gl", "a", "g", "m"):
        book.sum(f"f_{end}", *(f"{key}_{end}" for key in fields))
    book.rate("f_xl", "f_gl", "f_al")
    book.rate("f_x", "f_g", "f_a")
    book.average("f_v", "f_m", "f_g")
    book.points("dx", "f_x", "f_xl")
    book.points("dmed", "med_x", "med_xl")
    book.year("ya", "f_a", "f_al")
    book.year("yg", "f_g", "f_gl")
    for key, _, number, money in _KINDS:
        book.count(**{f"{key}_n": number})
        book.wan(**{f"{key}_k": money})
        book.average(f"{key}_e", f"{key}_k", f"{key}_n")
    kinds = [key for key, *_ in _KINDS]
    book.sum("f_g", *(f"{key}_n" for key in kinds))
    book.sum("f_m", *(f"{key}_k" for key in kinds))
    for key in kinds:
        book.rate(f"{key}_h", f"{key}_n", "f_g")
    book.wan(firm="855.0000")
    book.sum("state", "joint_k", minus=("firm",))
    book.sum("joint_k", "firm", "state")
    book.rate("lever", "firm", "state")
    book.wan(budget="26800.0000", run_b="640.0000", run="588.3412", visit="412.7700", rev="236.5580")
    book.sum("run_d", "run_b", minus=("run",))
    book.sum("spent", "f_m", "run", "visit", "rev")
    book.sum("left", "budget", minus=("spent",))
    book.rate("spent_x", "spent", "budget")
    book.rate("run_x", "run", "run_b")
    book.rate("grant_h", "f_m", "spent")
    book.count(uni=1493, inst=298, hosp=276)
    book.sum("corp", "f_g", minus=("uni", "inst", "hosp"))
    book.sum("f_g", "uni", "inst", "hosp", "corp")
    for key in ("uni", "inst", "hosp", "corp"):
        book.rate(f"{key}_h", key, "f_g")
    book.count(u35=1037, u45=824)
    book.sum("older", "f_g", minus=("u35", "u45"))
    book.sum("f_g", "u35", "u45", "older")
    book.rate("u35_h", "u35", "f_g")
    book.count(woman=702)
    book.rate("woman_h", "woman", "f_g")
    book.count(due=1640, done=1588, a=254, b=893, c=441)
    book.sum("done", "a", "b", "c")
    book.rate("done_x", "done", "due")
    book.sum("late", "due", minus=("done",))
    book.rate("a_h", "a", "done")
    book.count(paper=7418, sci=5236)
    book.rate("sci_h", "sci", "paper")
    book.average("per_done", "paper", "done")
    book.count(exp=3864, exp_out=2705)
    book.sum("exp_in", "exp", minus=("exp_out",))
    book.sum("exp", "exp_out", "exp_in")
    book.rate("out_h", "exp_out", "exp")
    book.count(poll=1200, poll_ok=1118)
    book.rate("poll_x", "poll_ok", "poll")
    for n, (w, g) in enumerate(
        (("8", "8"), ("12", "11.5"), ("20", "19.8"), ("20", "18"), ("25", "23.6"), ("15", "14.5"))
    ):
        book.count(**{f"w{n}": w, f"p{n}": g})
    for end in "wp":
        book.sum(f"{end}_all", *(f"{end}{n}" for n in range(6)))
    return book


def build() -> Paper:
    """Return the report."""
    paper = Paper("science_fund_2024", _books())
    paper.title("2024年度省自然科学基金专项资金绩效自评报告")
    paper.centre("省科学技术厅　二〇二五年四月")
    paper.h("一、专项资金基本情况")
    paper.p(
        "省自然科学基金设立于1986年，由省科技厅主管，委托省基础研究服务中心承担受理、评审和结题等事务性工作。2024年省级财政预算{budget:w4}万元，实行“立项即拨付”，面上项目执行期3年，青年项目执行期2年。",
    )
    paper.h("二、资金使用情况")
    paper.p(
        "全年支出{spent:w4}万元，执行率{spent_x:p2}%，结余{left:w4}万元。支出中：立项资助{f_m:w4}万元，占{grant_h:p2}%；委托服务费{run:w4}万元（预算{run_b:w4}万元，执行率{run_x:p2}%，节约{run_d:w4}万元）；中期检查和现场考察费{visit:w4}万元；评审费{rev:w4}万元。",
    )
    paper.p(
        "联合基金项目经费{joint_k:w4}万元由省财政与企业共同出资，省财政出资{state:w4}万元，企业出资{firm:w4}万元，出资比例为1∶{lever:r2}。",
    )
    paper.h("三、申请和资助情况")
    paper.p(
        "2024年受理申请{f_a:n}项，比2023年的{f_al:n}项{ya:增加/减少}{ya.d:n}项，{ya:增长/下降}{ya.g:p1}%；资助{f_g:n}项，比2023年的{f_gl:n}项{yg:增加/减少}{yg.d:n}项，{yg:增长/下降}{yg.g:p1}%。平均资助率{f_x:p2}%，较上年的{f_xl:p2}%{dx:提高/降低}{dx:p2}个百分点；项均经费{f_v:w2}万元。各学部情况见表1，其中医学科学资助率最低，为{med_x:p2}%，较上年{dmed:提高/降低}{dmed:p2}个百分点。",
    )
    paper.centre("表1　各学部申请与资助情况")
    paper.table(
        (12, 9, 9, 9, 9, 9, 9, 12, 9),
        "学部|2023年|>|>|2024年|>|>|>|>",
        "^|申请（项）|资助（项）|资助率（%）|申请（项）|资助（项）|资助率（%）|资助经费（万元）|项均（万元）",
        *(
            f"{name}|{{{k}_al:n}}|{{{k}_gl:n}}|{{{k}_xl:p2}}|{{{k}_a:n}}|{{{k}_g:n}}|{{{k}_x:p2}}|{{{k}_m:w4}}|{{{k}_v:w2}}"
            for k, name, *_ in _FIELDS
        ),
        "合计|{f_al:n}|{f_gl:n}|{f_xl:p2}|{f_a:n}|{f_g:n}|{f_x:p2}|{f_m:w4}|{f_v:w2}",
        heads=2,
    )
    paper.centre("表2　分类别立项情况")
    paper.table(
        (18, 10, 10, 14, 12),
        "项目类别|项数|占比|经费（万元）|强度（万元/项）",
        *(f"{name}|{{{k}_n:n}}|{{{k}_h:p1}}%|{{{k}_k:w4}}|{{{k}_e:w2}}" for k, name, *_ in _KINDS),
        "合计|{f_g:n}|100%|{f_m:w4}|{f_v:w2}",
    )
    paper.p(
        "按依托单位分，高等院校{uni:n}项、科研院所{inst:n}项、医疗卫生机构{hosp:n}项、企业{corp:n}项，分别占{uni_h:p1}%、{inst_h:p1}%、{hosp_h:p1}%和{corp_h:p1}%。按负责人年龄分，35岁以下{u35:n}人（占{u35_h:p1}%）、35—45岁{u45:n}人、45岁以上{older:n}人；女性负责人{woman:n}人，占{woman_h:p1}%。",
    )
    paper.p(
        "通讯评审聘请专家{exp:n}人，其中省外专家{exp_out:n}人，占{out_h:p1}%，省内专家{exp_in:n}人，每项申请评审专家不少于3名。",
    )
    paper.h("四、绩效目标实现情况")
    paper.p(
        "①结题。应结题{due:n}项，按期结题{done:n}项，结题率{done_x:p2}%，另有{late:n}项办理延期。结题评价为优的{a:n}项、良的{b:n}项、合格的{c:n}项，优秀率{a_h:p1}%。",
    )
    paper.p(
        "②成果。结题项目发表论文{paper:n}篇，其中被SCI、EI收录{sci:n}篇，占{sci_h:p1}%，平均每项结题项目{per_done:r1}篇；授权发明专利1862件。以前年度资助的负责人当年获国家自然科学基金立项近900项，培育国家杰青11人。"
    )
    paper.p(
        "③满意度。对申请人和依托单位开展问卷调查，回收{poll:n}份，满意{poll_ok:n}份，满意度{poll_x:p1}%。"
    )
    paper.h("五、自评得分")
    paper.table(
        (14, 22, 10, 10),
        "一级指标|二级指标|权重|得分",
        "决策|项目立项|{w0:s0}|{p0:s1z}",
        "过程|资金管理|{w1:s0}|{p1:s1z}",
        "产出|产出数量|{w2:s0}|{p2:s1z}",
        "^|产出质量|{w3:s0}|{p3:s1z}",
        "效益|科技与社会效益|{w4:s0}|{p4:s1z}",
        "^|服务对象满意度|{w5:s0}|{p5:s1z}",
        "总分|>|{w_all:s0}|{p_all:s1z}",
    )
    paper.p("自评得分{p_all:s1z}分，等级为“优”。")
    paper.h("六、问题与建议")
    paper.p(
        "一是医学类申请量增长过快，资助率走低；二是延期结题项目占比仍在3%左右。2025年拟对连续两年未获资助者限项，并把资助强度提高到15万元/项，由基础研究处于3月底前修订指南。绩效结果与2026年预算挂钩并在厅网站公开。"
    )
    return paper
