"""The thirty questions of a reviewer, asked of the real report: what each answer must hold, or that it is refused."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from assistant.answers.answer import Answer
from assistant.answers.conversation import Conversation
from corpus.readers.opening import open_document
from rules.engine import review
from rules.review import Review
from tests.assistant.soundness import check_sound

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def real_review(real_reports: Path) -> Review:
    """Return the review of the real report."""
    return review(open_document(real_reports / "hn-zwfw-2024.pdf"))


def asked(found: Review, *questions: str) -> Answer:
    """Return the answer to the last of the questions, asked one after another; every one of them is sound."""
    talk = Conversation(found)
    answers = [talk.ask(question) for question in questions]
    for answer in answers:
        check_sound(answer, found)
    return answers[-1]


HOLDS = [
    ("公用经费控制率多少，咋算的", ["347.38 ÷ 441.03 = 78.77 %", "78.76 %", "附件2", "控制率 = "]),
    ("三公 17.19 对不对", ["10.41 ÷ 60.50 = 17.21 %", "17.19 %", "应为 17.21 %", "附件2"]),
    ("单位说 17.19 是四舍五入的，说得通吗", ["说不通", "10.405 ÷ 60.505 = 17.20 %", "不作猜测"]),
    ("差这 0.02 个点要退回吗，影响分不", ["不影响该项得分", "对外公开", "由审核人定", "2 分"]),
    ("三公比上年少了多少", ["26.74", "10.41", "减少 16.33 万元", "决算"]),
    (
        "三公预算 60.5 才花 10.41，是省下来的还是预算编大了",
        ["60.50 万元", "10.41 万元", "不作定性", "公务接待费", "省下来", "预算编大"],
    ),
    ("年初到全年预算怎么过来的", ["一般公共预算", "24243.61 + 831.24 − 198.20 = 24876.65"]),
    ("上年结转到底是 5035.83 还是 4837.63", ["5035.83 − 198.20 = 4837.63", "不矛盾"]),
    ("追加那 831 万给了哪些项目", ["139.40", "691.84", "161.90", "526.94", "3 万元", "831.24"]),
    ("2816.14 加 22060.50 不等于 24876.65 啊", ["属尾差，不算错", "24876.64", "尾差 0.01", "取位"]),
    ("执行率 84% 怎么得 8.4 分", ["20971.34 ÷ 24964.59 = 84.00 %", "10 × ", "8.40"]),
    ("只看一般公共预算执行率多少", ["20928.34 ÷ 24876.65 = 84.13 %", "资金范围不同"]),
    (
        "执行率低于 60% 的有哪些，都啥原因",
        ["53.90 %", "24.49 %", "15.36 %", "20%-60%", "原因（引报告原文", "厉行节约", "报告未说明原因"],
    ),
    ("22 个项目数得对吗", ["11 + 3 + 3 + 3 + 1 = 21 个", "22 个", "80%—90%"]),
    ("结转主要压在哪", ["项目支出结转结余 3801.47 万元", "75.50%", "范围以原句为准"]),
    ("一网通办为啥慢", ["第 9 页", "第 17 页", "跨部门协调", "据报告说明"]),
    (
        "大厅管理优化那项写着未达预期还给 3.5，站得住吗",
        ["3.5 ÷ 4 = 87.5 %", "2.4 分至 3.2 分", "条款待核", "由审核人定", "未达预期"],
    ),
    (
        "95.4 是哪几项扣出来的",
        ["合计扣 4.60 分", "100 − 95.40 = 4.60", "1.60", "项目工作完成率", "项目完成及时性"],
    ),
    ("53 号文能不能拿来扣它的分", ["参考性", "不能说“违反”", "财预〔2013〕53号", "条款待核"]),
    ("自评报告几号前要公开，是不是 20 天", ["6月20日前", "预算法", "您提到的 20 天"]),
    ("第七部分写的问题，第八部分都接住了没", ["对应措施", "找不到对应的问题"]),
    (
        "把要问单位的列出来，能直接发的那种",
        ["位置：", "报告表述：", "需核实：", "请提供：", "17.21 %", "21 个", "未达预期"],
    ),
    ("还有哪些数你没核到，我自己看", ["没有核到的数字", "缺材料未核", "第 3 页", "约数或界限"]),
]
"""Questions that the report can answer, with what the answer holds."""


@pytest.mark.parametrize(("question", "held"), HOLDS, ids=[question for question, _ in HOLDS])
def test_the_report_answers(real_review: Review, question: str, held: list[str]) -> None:
    answer = asked(real_review, question)
    assert answer.answered
    assert [part for part in held if part not in answer.answer] == []
    assert "已略去" not in answer.answer


REFUSED = [
    ("三公变动率是多少", ["上年", "不能代替", "最接近的是"]),
    ("追加的文号是哪几个", ["文号", "追加", "请单位提供"]),
    ("一网通办合同多少钱、约定啥时候完工", ["合同", "完工", "进度的说明"]),
    ("满意度问卷发了多少份收回多少", ["问卷", "满意度", "最接近的是"]),
    ("上年自评多少分", ["2023 年的自评得分", "附上上年的自评报告"]),
    ("它有几辆公车", ["公车的数量（辆）", "公务用车购置及运行维护费"]),
    ("该单位有多少辆公务用车？", ["公务用车", "最接近的是"]),
]
"""Questions that the report cannot answer, with what the refusal says."""


@pytest.mark.parametrize(("question", "held"), REFUSED, ids=[question for question, _ in REFUSED])
def test_the_report_does_not_hold_it_and_that_is_said(
    real_review: Review, question: str, held: list[str]
) -> None:
    answer = asked(real_review, question)
    assert not answer.answered
    assert answer.answer.startswith("报告未载")
    assert "已查看：" in answer.answer
    assert [part for part in held if part not in answer.answer] == []


def test_a_follow_up_takes_the_rate_and_the_way_of_asking_along(real_review: Review) -> None:
    answer = asked(real_review, "公用经费控制率多少，咋算的", "那人员经费呢")
    assert "2321.93 ÷ 2375.11 = 97.76 %" in answer.answer


def test_a_dispute_goes_on_about_the_same_finding(real_review: Review) -> None:
    answer = asked(
        real_review,
        "三公 17.19 对不对",
        "单位说是四舍五入的，说得通吗",
        "差这 0.02 个点要退回吗，影响分不",
    )
    assert "您提到的 0.02 个百分点" in answer.answer and "不影响该项得分" in answer.answer


def test_a_conversation_can_be_kept_and_gone_on_with(real_review: Review) -> None:
    talk = Conversation(real_review)
    talk.ask("公用经费控制率多少，咋算的")
    kept = pickle.loads(pickle.dumps(talk.before.as_json()))
    again = Conversation(real_review, before=type(talk.before).from_json(kept))
    assert "97.76 %" in again.ask("那人员经费呢").answer


def test_the_rate_of_the_text_is_cited_by_its_page_and_the_rule_by_its_card(real_review: Review) -> None:
    answer = asked(real_review, "公用经费控制率是多少，怎么算的？")
    sources = {(c.evidence.source, c.evidence.page, c.evidence.page_label) for c in answer.citations}
    pages = {page for source, page, _ in sources if source == "report"}
    assert 14 in pages and 25 in pages
    assert [c.evidence.document for c in answer.citations if c.evidence.source == "card"] == [
        "规则卡 A04（非原文）"
    ]


@pytest.mark.parametrize("name", ["hn-zwfw-2024.docx", "hn-zwfw-2024.txt"])
def test_the_same_report_in_another_format_answers_alike(real_reports: Path, name: str) -> None:
    found = review(open_document(real_reports / name))
    answer = asked(found, "公用经费控制率多少，咋算的")
    assert "347.38 ÷ 441.03 = 78.77 %" in answer.answer
    assert not asked(found, "它有几辆公车").answered
