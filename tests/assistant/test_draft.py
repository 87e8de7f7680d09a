"""Drafts: every problem stands on the report and a rule, every figure has an origin, no slip of the pen is a problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.drafting.composing import draft
from assistant.drafting.draft import Draft
from assistant.drafting.measures import is_vague
from assistant.drafting.own_words import clauses
from assistant.specimens import sample
from corpus.document.model import PageInfo, ReadMode
from corpus.readers.opening import open_document, read_bytes
from rules.engine import review
from tests.assistant.drafts import SLOW, sample_draft, sample_review, small_review
from tests.fakes.reviews import station_review

Valid = Callable[[str, Any], None]
VOICES = ("unit", "reviewer")

# What reads as a figure and is none: markers, pages, articles, 文号, codes of cards, list numbers.
_NO_FIGURES = re.compile(
    r"\[\d+\]|第 \d+ 页|PDF 第 \d+ 页|附件\s*\d+|〔\d{4}〕\d+号|第\d+号|规则卡 [A-Z]\d\d|第[一二三四五六七八九十]+[条款项]"
)


def figures_without_origin(made: Draft) -> list[str]:
    """Return the digits of the items that stand in no entry of their ``numbers``."""
    found = []
    for item in made.items:
        said = " ".join(number.text for number in item.numbers)
        found += [f for f in re.findall(r"\d+(?:\.\d+)?", _NO_FIGURES.sub("", item.text)) if f not in said]
    return found


def of(made: Draft, section: str) -> list[Any]:
    return [item for item in made.items if item.section == section]


def texts(made: Draft) -> str:
    return "\n".join(item.text for item in made.items)


# Every item stands on something


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("section", ["problems", "measures", "both"])
def test_the_json_is_the_contracts(section: Any, voice: Any, valid: Valid) -> None:
    value = sample_draft(voice, section).as_json()
    valid("draft", value)
    assert value["section"] == section
    assert value["engine"] == "offline"


@pytest.mark.parametrize("voice", VOICES)
def test_each_item_cites_the_report_and_a_rule_or_says_that_none_is_held(voice: Any) -> None:
    made = sample_draft(voice)
    assert len(made.items) >= 6
    for item in made.items:
        sources = {citation.evidence.source for citation in item.citations}
        assert "report" in sources
        assert "card" in sources or "无对应条款" in item.text


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_every_quote_stands_in_the_report_at_its_offsets(format: Any) -> None:
    text = sample_review(format).document.text
    cited = [c.evidence for item in sample_draft("reviewer", "both", format).items for c in item.citations]
    held = [evidence for evidence in cited if evidence.source == "report"]
    assert held
    assert [e.quote for e in held if e.start is None or text[e.start : e.end] != e.quote] == []


def test_words_in_quotation_marks_after_the_report_says_are_its_own_words() -> None:
    plain = "".join(sample_review().document.text.split())
    quoted = re.findall(r"据报告说明，“(.+?)”\[", texts(sample_draft("reviewer")))
    assert quoted
    assert [words for words in quoted if "".join(words.split()) not in plain] == []


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_every_figure_of_an_item_stands_in_its_numbers(voice: Any, format: Any) -> None:
    made = sample_draft(voice, "both", format)
    assert figures_without_origin(made) == []
    assert sum(len(item.numbers) for item in made.items) > 30


def test_every_marker_and_every_origin_leads_to_a_citation_of_the_item() -> None:
    for item in sample_draft().items:
        markers = {citation.marker for citation in item.citations}
        assert set(re.findall(r"\[\d+\]", item.text)) <= markers
        assert {number.citation for number in item.numbers if number.citation} <= markers


@pytest.mark.parametrize("voice", VOICES)
def test_no_sentence_of_a_draft_fell_to_the_guard(voice: Any) -> None:
    assert [item.title for item in sample_draft(voice).items if item.dropped] == []
    assert [item.title for item in draft(station_review(), "both", voice).items if item.dropped] == []


# Problems


def test_slips_of_figures_are_no_problems_and_are_not_drafted_from() -> None:
    slips = {
        planted["reported"].rstrip("元")
        for planted in sample.key()["planted"]
        if planted["reported"][0].isdigit() and "." in planted["reported"]
    }
    assert {"97.15", "7618.04", "1511.58"} <= slips
    said = texts(sample_draft("reviewer"))
    assert [slip for slip in slips if re.search(rf"(?<!\d){re.escape(slip)}(?!\d)", said)] == []


def test_slow_spending_is_told_with_its_figures_and_what_was_left() -> None:
    [problem] = [item for item in of(sample_draft("reviewer"), "problems") if "执行进度偏慢" in item.title]
    assert "项目支出预算 8765.26 万元" in problem.text
    assert "执行率 87.37 %" in problem.text
    assert "未执行 1107.22 万元（8765.26 − 7658.04）" in problem.text
    assert "洪水预报调度一体化系统执行率 41.75 %" in problem.text
    [left] = [number for number in problem.numbers if number.text == "1107.22 万元"]
    assert (left.origin, left.derivation) == ("computed", "8765.26 − 7658.04 = 1107.22")


def test_a_cause_is_the_reports_own_and_cited() -> None:
    [problem] = of(draft(small_review(), "problems", "reviewer"), "problems")
    assert "原因：据报告说明，“因台风影响，施工停工两个月，未达到验收条件”" in problem.text


def test_where_the_report_gives_no_cause_the_draft_says_so_and_invents_none() -> None:
    small = small_review("（一）资产盘点不及时\n\n部分渔政船艇两年未盘点，账实不符。")
    problem = of(draft(small, "problems", "reviewer"), "problems")[-1]
    assert problem.title == "资产盘点不及时"
    assert "原因报告未说明。" in problem.text
    assert "无对应条款" in problem.text


def test_indicators_that_fell_short_are_listed_with_target_result_score_and_reason() -> None:
    [problem] = [item for item in of(sample_draft("reviewer"), "problems") if "未达到年度目标" in item.title]
    assert "“项目标段验收合格率”年度指标值“≥90%”，实际完成值“86.49%”" in problem.text
    assert "自评 4.81 分（分值 5 分）" in problem.text
    assert "偏差原因栏写明“个别标段因汛期停工，验收推迟”" in problem.text
    assert [finding for finding in problem.findings if finding.startswith("S05-")]


def test_procurement_beyond_its_budget_is_a_problem_only_where_it_is_beyond() -> None:
    line = "2023年政府采购预算{budget}万元，政府采购实际支出{spent}万元。\n"
    beyond = draft(small_review(more=line.format(budget="100.00", spent="260.50")), "problems")
    within = draft(small_review(more=line.format(budget="260.50", spent="100.00")), "problems")
    titles = [item.title for item in beyond.items]
    assert "政府采购预算与实际执行不衔接" in titles
    assert "政府采购超出预算 160.50 万元（260.50 − 100.00）" in texts(beyond)
    assert "政府采购预算与实际执行不衔接" not in [item.title for item in within.items]


def test_an_article_nobody_verified_is_marked_and_a_rule_of_a_later_year_is_left_out() -> None:
    late, early = texts(draft(small_review())), texts(draft(small_review(year="2018")))
    assert "《项目支出绩效评价管理办法》（财预〔2020〕10号）第十条（条款待核）" in late
    assert "《中华人民共和国预算法实施条例》（国务院令第729号）第五十三条第二项" in late
    assert "729号" not in early and "〔2020〕10号" not in early


def test_a_report_without_problems_gives_an_empty_draft_that_says_so(valid: Valid) -> None:
    text = "海湾市渔业局2023年度部门整体支出绩效自评报告\n\n一、基本情况\n\n我局核定编制40人，实有在职人员36人。\n"
    made = draft(review(read_bytes(text.encode(), "x.txt")))
    assert made.items == ()
    assert made.text.count("没有从报告中找到可以写入本节的事项") == 2
    valid("draft", made.as_json())


# Measures


@pytest.mark.parametrize("voice", VOICES)
def test_each_problem_has_a_measure_that_names_it(voice: Any) -> None:
    made = sample_draft(voice)
    assert [measure.problem for measure in of(made, "measures")] == [p.title for p in of(made, "problems")]
    assert "（对应问题（一））" in made.text
    alone = draft(sample_review(), "measures", voice)
    assert f"（对应问题“{alone.items[0].problem}”）" in alone.text


def test_who_and_when_come_from_the_report_else_they_are_left_open() -> None:
    stated = "（一）加快项目进度\n\n由渔港管理科负责，2024年6月底前列出渔港维护项目节点计划，按月通报进度。"
    made, bare = draft(small_review(SLOW, stated)), draft(small_review())
    [measure], [open_one] = of(made, "measures"), of(bare, "measures")
    assert "由渔港管理科负责，2024年6月底前列出渔港维护项目节点计划，按月通报进度" in measure.text
    assert "【责任部室】" not in measure.text and "【完成时限】" not in measure.text
    assert "由【责任部室】在【完成时限】前" in open_one.text and "【比例】" in open_one.text


def test_a_time_limit_of_a_part_is_not_made_that_of_the_whole() -> None:
    partly = "（一）加快项目进度\n\n提前编制采购需求，6月底前完成八成采购任务的报送。"
    [measure] = of(draft(small_review(SLOW, partly)), "measures")
    assert "由【责任部室】在【完成时限】前" in measure.text


@pytest.mark.parametrize("voice", VOICES)
def test_no_measure_leans_on_a_verb_without_a_result(voice: Any) -> None:
    for made in (
        sample_draft(voice),
        draft(small_review(), "both", voice),
        draft(station_review(), "both", voice),
    ):
        for item in of(made, "measures"):
            body = item.text.partition("\n〔")[0]
            assert [body[a:b] for a, b in clauses(body, (0, len(body))) if is_vague(body[a:b])] == []


def test_a_measure_of_the_report_that_says_nothing_is_told_to_the_editor_and_not_taken_over() -> None:
    made = draft(small_review())
    assert "进一步加强项目管理" not in made.text
    assert any("没有写明可检查的动作和结果：“加快项目进度”" in note for note in made.notes)


def test_a_scanned_report_is_drafted_with_a_word_of_caution() -> None:
    read = small_review()
    scanned = replace(
        read, document=replace(read.document, pages=(PageInfo(1, None, 595, 842, ReadMode.OCR),))
    )
    assert not any("图像识别" in note for note in draft(read).notes)
    assert any("图像识别" in note for note in draft(scanned).notes)


# Voice, writer


def test_the_unit_speaks_as_its_report_does_and_a_reviewer_of_the_unit() -> None:
    unit, reviewer = sample_draft("unit").text, sample_draft("reviewer").text
    assert "我中心将采取以下措施" in unit and "据报告说明" not in unit
    assert "建议该单位采取以下措施" in reviewer and "我中心" not in reviewer


class Liar:
    """A writer that adds a figure of its own to every item."""

    name = "liar"

    def write(self, title: str, sentences: Sequence[str]) -> str:
        return "".join(sentences) + "另有 9876.54 万元未执行。"


class Shortener:
    """A writer that keeps the first sentence alone."""

    name = "shortener"

    def write(self, title: str, sentences: Sequence[str]) -> str:
        return sentences[0]


def test_what_another_writer_invents_falls_back_to_the_sentences_on_evidence() -> None:
    honest, lied = draft(small_review(), "both"), draft(small_review(), "both", writer=Liar())
    assert "9876.54" not in lied.text
    assert [item.text for item in lied.items] == [item.text for item in honest.items]


def test_another_writer_may_choose_among_the_words() -> None:
    made = draft(small_review(), "problems", writer=Shortener())
    assert made.engine == "shortener"
    [problem] = made.items
    assert "项目支出预算 500.00 万元" in problem.text and "渔港维护项目执行率" not in problem.text


# The real report


@pytest.fixture(scope="module")
def real(real_reports: Path) -> Draft:
    """Draft the real report."""
    [path] = [path for path in real_reports.glob("*.docx")]
    return draft(review(open_document(path)), "both", "reviewer")


def test_the_real_report_is_drafted_whole(real: Draft, valid: Valid) -> None:
    valid("draft", real.as_json())
    assert len(of(real, "problems")) == len(of(real, "measures")) >= 3
    assert [item.title for item in real.items if item.dropped] == []
    assert figures_without_origin(real) == []
    assert "执行进度偏慢" in real.items[0].title


def test_the_real_reports_disputed_figures_are_not_drafted_from(real: Draft) -> None:
    assert any("没有采用" in note for note in real.notes)
    problem = real.items[0]
    assert re.search(r"未执行 [\d.]+ 万元（[\d.]+ − [\d.]+）", problem.text)
    assert "原因：据报告说明，" in problem.text
