"""The figure guard: what may leave, what may not, and that the drop is said."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.guard import check_figures, guard_stream, sentences
from assistant.material import Material
from assistant.support import Number, Origin, Support, Topic
from corpus.document.evidence import Evidence
from rules.numbers.units import WAN_YUAN
from tests.fakes.reviews import evidence_of, station_review

REVIEW = station_review()


def support_of_everything() -> Support:
    """Return a support that holds every fact and derivation of the made-up report, asked about nothing."""
    material = Material(REVIEW, Topic())
    for fact in REVIEW.facts:
        material.figure(fact)
    for relation in REVIEW.relations:
        material.derivation(relation, REVIEW.fact(relation.stated) if relation.stated else None)
    material.cite(evidence_of(REVIEW, "将于6月20日前公开绩效自评报告"))
    material.cite(
        Evidence(source="policy", document="预算法", quote="应当在批复后二十日内由各部门向社会公开"),
        number="主席令第二十二号",
        article="第十四条",
    )
    return material.support()


SUPPORT = support_of_everything()


def passes(text: str, question: str = "") -> bool:
    return not check_figures(text, SUPPORT, question).dropped


@pytest.mark.parametrize(
    "text",
    [
        "公用经费控制率为 83.20 %（75.05 ÷ 90.20 = 83.20 %）[1]。",
        "公用经费预算 90.20 万元，实际支出 75.05 万元，控制率 83.20 %。",
        "公用经费控制率应为 83.20 %，报告为 83.21 %。",
        "人员经费、公用经费分别支出 425.10 万元、75.05 万元。",
        "三公经费上年决算 8.10 万元，本年决算 6.30 万元。",
        "编制 40 人，在职 36 人。",
        "一般公共预算总收入 1520.30 万元，其中基本支出 520.30 万元（人员经费 430.10 万元，公用经费 90.20 万元），项目支出 1000.00 万元。",
        "一般公共预算年中追加 150.50 万元，收回 30.20 万元。",
        "将于 6 月 20 日前公开。",
        "预算法第十四条规定批复后 20 日内公开。",
        "公用经费控制率为 83.20 %（正文第 2 页，PDF 第 3 页；附件2）。",
        "（一）公用经费控制率 83.20 %。\n（二）人员经费控制率 98.84 %。",
        "统一口径后，一般不作为问题；十分清楚，进一步说明。",
        "2023 年公用经费支出 75.05 万元。",
    ],
)
def test_a_supported_sentence_leaves(text: str) -> None:
    result = check_figures(text, SUPPORT)
    assert result.dropped == ()
    assert result.text == text


@pytest.mark.parametrize(
    "text",
    [
        "公用经费控制率为 83.22 %。",
        "公用经费控制率为８３．２２％。",
        "公用经费控制率为八十三点二二。",
        "公用经费控制率为百分之八十三点二二。",
        "公用经费控制率为 8\u200b3.2\u200b2 %。",
        "公用经费控制率为 8 3 . 2 2 %。",
        "公用经费控制率为 8*3*.22 %。",
        "公用经费控制率为 ٨٣.٢٢ %。",
        "公用经费控制率为 83点22 %。",
        "公用经费执行了八成三。",
        "公用经费打了八折。",
        "公用经费支出不到一半。",
        "公用经费支出超过三分之二。",
        "公用经费支出翻了一番。",
        "公用经费支出数百万元。",
        "公用经费支出柒拾陆点零伍万元。",
        "公用经费支出 75.05 亿元。",
        "公用经费支出 seventy five 万元。",
        "公用经费支出LXXVI万元。",
        "公用经费支出⑦⑤万元。",
        "公用经费支出 1/2。",
        "另有三个项目没有报告。",
        "截至 2023 年 11 月 30 日，编制 40 人。",
        "依据湘财绩〔2031〕9号。",
        "预算法第九十九条规定如此。",
        "详见第 88 页。",
        "详见附件9。",
        "见引用[99]。",
        "公用经费 2019 年支出 75.05 万元。",
    ],
)
def test_a_figure_without_origin_never_leaves(text: str) -> None:
    result = check_figures(text, SUPPORT)
    assert len(result.dropped) == 1
    assert text not in result.text
    assert "已略去" in result.text


@pytest.mark.parametrize(
    "text",
    [
        "人员经费控制率为 83.20 %。",
        "公用经费预算 75.05 万元，实际支出 90.20 万元。",
        "公用经费实际支出 90.20 万元。",
        "人员经费、公用经费分别支出 75.05 万元、425.10 万元。",
        "三公经费上年决算 6.30 万元，本年决算 8.10 万元。",
        "三公经费本年决算 8.10 万元。",
        "75.05 万元（人员经费）已支付。",
        "公用经费前者 90.20 万元，后者 75.05 万元。",
        "编制 36 人，在职 40 人。",
        "一般公共预算年中收回 150.50 万元，追加 30.20 万元。",
        "公用经费控制率应为 83.21 %。",
        "公用经费控制率报告为 83.20 %，应为 83.21 %。",
        "公用经费控制率约 83.20 %。",
        "公用经费控制率超过 83.20 %。",
        "办公楼装修花费 75.05 万元。",
        "公用经费中办公楼装修支出 75.05 万元。",
        "人员经费控制率为 75.05 ÷ 90.20 = 83.20 %。",
        "三公经费支出减少 6.30 万元。",
        "政府性基金预算中公用经费预算 90.20 万元，项目支出 1000.00 万元。",
    ],
)
def test_a_true_figure_said_of_something_else_is_a_lie(text: str) -> None:
    assert not passes(text)


def test_a_figure_of_the_question_leaves_only_as_an_echo() -> None:
    question = "三公控制率是 17.19% 吗"
    result = check_figures("您提到的 17.19 % 在报告中没有出现。", SUPPORT, question)
    assert result.numbers == (Number("17.19 %", Origin.QUESTION),)
    assert not passes("三公经费控制率是 17.19 %。", question)
    assert not passes("您提到的 17.19 % 正确。", question)


def test_numbers_name_citation_and_derivation() -> None:
    result = check_figures("公用经费控制率为 83.20 %（75.05 ÷ 90.20 = 83.20 %）。", SUPPORT)
    by_text = {(number.text, str(number.origin)): number for number in result.numbers}
    cited = by_text["83.20 %", "cited"]
    assert cited.citation is not None
    citation = SUPPORT.citation(cited.citation)
    assert citation is not None and "83.20%" in citation.evidence.quote
    assert by_text["75.05", "computed"].derivation == "75.05 ÷ 90.20 = 83.20 %"


def test_only_the_guilty_sentence_is_dropped_and_the_count_is_said() -> None:
    result = check_figures("公用经费控制率为 83.20 %。人员经费控制率为 12.34 %。编制 40 人。", SUPPORT)
    assert result.text == "公用经费控制率为 83.20 %。编制 40 人。\n（有 1 句含无出处数字，已略去。）"
    assert [dropped.figure for dropped in result.dropped] == ["12.34 %"]


def test_a_stream_is_guarded_sentence_by_sentence() -> None:
    pieces = ["公用经费控", "制率为 83.", "20 %。人员经费控制率为 9", "9.99 %。编制 4", "0 人。"]
    numbers: list[Number] = []
    said = list(guard_stream(pieces, SUPPORT, numbers=numbers))
    assert said[0] == "公用经费控制率为 83.20 %。"
    assert "99.99" not in "".join(said)
    assert "编制 40 人。" in said
    assert [number.text for number in numbers] == ["83.20 %", "40 人", "1 句"]


def test_a_stream_cut_in_the_middle_of_a_figure_lets_no_half_figure_out() -> None:
    assert "7" not in "".join(guard_stream(["公用经费实际支出 7"], SUPPORT)).replace("7 句", "")


def test_names_that_hold_numerals_are_no_figures() -> None:
    material = Material(REVIEW, Topic())
    marker = material.cite(evidence_of(REVIEW, "2023年“三公”经费预算20.00万元"))
    result = check_figures(f"“三公”经费见{marker}，三级指标未变。", material.support())
    assert result.dropped == () and result.numbers == ()


@pytest.mark.parametrize(
    "text",
    [
        "因公出国（境）费 10.00 万元。",
        "公用经费控制率约为 83.20 %。",
        "公用经费支出 0 万元。",
        "公用经费提高 3 个点。",
        "参拾万元已支付。",
    ],
)
def test_odd_ways_of_writing_a_figure_are_seen(text: str) -> None:
    assert not passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "可以参照该框架，不能单独作为依据，什么时候公开另有规定。",
        "公用经费控制率为 83.20 %（正文第 2 页，PDF 第 3 页；附件2的“公用经费控制率”行）。",
        "“公用经费控制率为 83.20 %。”另见正文。",
    ],
)
def test_places_quotations_and_plain_words_do_not_stop_a_sentence(text: str) -> None:
    assert passes(text)


def test_a_quotation_with_full_stops_inside_is_one_sentence() -> None:
    text = "报告写明：“控制率83.20%。将于6月20日前公开。”编制 40 人。"
    assert list(sentences([text])) == ["报告写明：“控制率83.20%。将于6月20日前公开。”编制 40 人。"]


def test_a_quotation_that_never_ends_does_not_swallow_everything() -> None:
    said = list(sentences(["“" + "公用经费已核对。" * 200]))
    assert len(said) > 1


def test_a_name_with_a_bracket_of_its_own_names_its_figure() -> None:
    material = Material(REVIEW, Topic())
    material.computed(
        Decimal("10"), WAN_YUAN, "15 − 5 = 10 万元", subjects=["因公出国（境）费"], measure="surplus"
    )
    support = material.support()
    assert not check_figures("因公出国（境）费结余 10 万元。", support).dropped
    assert check_figures("公务接待费结余 10 万元。", support).dropped


def test_the_nearest_fund_names_the_figure() -> None:
    text = "一般公共预算年初预算 1400.00 万元；政府性基金预算追加 150.50 万元。"
    assert not passes(text)
    assert passes(text.replace("政府性基金预算追加", "一般公共预算追加"))
