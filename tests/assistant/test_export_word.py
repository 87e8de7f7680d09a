"""Word and Markdown files of drafts and reviews, opened again: layout, blanks, people masked, what was checked at the end."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn

from assistant.drafting.composing import draft
from assistant.export.draft_files import draft_docx, draft_markdown
from assistant.export.masking import masked
from assistant.export.work import neutral, opinion_docx, questions_docx, review_docx
from corpus.readers.opening import read_bytes
from rules.finding import Disposition
from rules.review import Review
from tests.assistant.drafts import SLOW, sample_draft, sample_review, small_review
from tests.fakes.reviews import station_review

HOSTILE = "（一）<script>alert(1)</script>进度偏慢\n\n=cmd|' /C calc'!A0\x07\u202e 因\x1b[31m台风影响，[点此](javascript:alert(2))未验收。"


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def text_of(document: Document) -> str:
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def heads(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]


# Drafts


def test_a_draft_is_a_paper_with_official_fonts_and_their_stand_ins() -> None:
    document = opened(draft_docx(sample_draft(), sample_review()))
    assert document.paragraphs[0].text == (
        "云岭省水文水资源监测中心2024年度绩效自评：存在的问题及原因分析、下一步改进措施（草稿）"
    )
    fonts = {
        run._element.rPr.rFonts.get(qn("w:eastAsia"))
        for p in document.paragraphs
        for run in p.runs
        if run.text
    }
    assert {"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"} <= fonts
    table = next(
        part for part in document.part.package.iter_parts() if part.partname.endswith("fontTable.xml")
    )
    named = dict(re.findall(r'w:name="([^"]+)"><w:altName w:val="([^"]+)"', table.blob.decode("utf-8")))
    assert fonts <= set(named)
    section = document.sections[0]
    assert round(section.top_margin.cm, 1) == 3.7 and round(section.left_margin.cm, 1) == 2.8


def test_a_draft_ends_with_sources_notes_and_scope() -> None:
    document = opened(draft_docx(sample_draft(), sample_review()))
    assert heads(document) == [
        "一、存在的问题及原因分析",
        "二、下一步改进措施",
        "引用出处",
        "起草提示",
        "核对范围",
    ]
    said = text_of(document)
    assert "未取得的材料：预算批复、绩效目标批复表、决算报表" in said
    assert "所列数据与账表是否一致未作核实" in said
    assert "[1] “" in said


def test_blanks_stand_out_and_markers_are_raised() -> None:
    document = opened(draft_docx(draft(small_review()), small_review()))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    blanks = [run for run in runs if run.text == "【责任部室】"]
    assert blanks and all(run.font.highlight_color == WD_COLOR_INDEX.YELLOW for run in blanks)
    assert all(run.font.superscript for run in runs if re.fullmatch(r"\[\d+\]", run.text))


def test_the_edited_words_go_into_the_file() -> None:
    made = draft(small_review())
    edited = made.text.replace("【责任部室】", "渔港管理科")
    said = text_of(opened(draft_docx(made, small_review(), edited)))
    assert "由渔港管理科在" in said and "由【责任部室】" not in said


def test_the_file_can_be_read_again_as_a_report() -> None:
    document = read_bytes(draft_docx(sample_draft(), sample_review()), "草稿.docx")
    assert "项目支出预算 8765.26 万元" in document.text


def test_hostile_words_of_a_report_do_nothing_in_a_draft() -> None:
    review = small_review(HOSTILE + "\n\n（二）资产盘点不及时\n\n部分船艇<b>未盘点</b>。")
    made = draft(review, "both", "reviewer")
    said = text_of(opened(draft_docx(made, review)))
    assert "\x07" not in said and "\x1b" not in said and "\u202e" not in said
    assert "<b>未盘点</b>" in said  # shown as the report has it
    page = draft_markdown(made, review)
    assert "&lt;b&gt;" in page and "<b>" not in page and "<script" not in page
    assert "](" not in page.replace("\\](", "")


def test_markdown_holds_heads_items_and_scope() -> None:
    page = draft_markdown(sample_draft("reviewer"), sample_review())
    assert "## 一、存在的问题及原因分析" in page and "### （一）" in page
    assert page.rstrip().splitlines()[-1].startswith("- 依据后写有“（条款待核）”")


# Papers of a review


def test_the_record_lists_every_finding_with_place_ground_and_number() -> None:
    review = sample_review()
    said = text_of(opened(review_docx(review)))
    assert [finding.id for finding in review.findings if finding.id not in said] == []
    assert "〔算式〕" in said and "〔依据〕" in said and "核对范围" in said
    assert "可支持的分值" not in said  # the reference interval is not handed out unasked


def test_the_opinion_speaks_to_the_unit_and_leaves_the_deadline_blank() -> None:
    review = station_review()
    document = opened(opinion_docx(review))
    said = text_of(document)
    assert document.paragraphs[1].text == "青禾县水文站："
    assert "你单位报送的部门整体支出绩效自评报告自评得分 95.00 分" in document.paragraphs[2].text
    assert "有 2 处需修改、1 处需说明，请修改后重新报送" in document.paragraphs[2].text
    assert heads(document) == ["一、应修改", "二、请说明", "三、回复要求", "四、核对范围"]
    assert "请于【时限】前逐条注明" in said
    assert "违反" not in said and "造假" not in said


def test_internal_hints_stay_in_the_house() -> None:
    review = station_review()
    hint = replace(review.findings[0], disposition=Disposition.INTERNAL, message="抽查线索：不发单位。")
    review = replace(review, findings=(hint, *review.findings[1:]))
    assert "抽查线索" in text_of(opened(review_docx(review)))
    assert "抽查线索" not in text_of(opened(opinion_docx(review)))
    assert "抽查线索" not in text_of(opened(questions_docx(review)))


def test_a_total_that_is_in_doubt_does_not_open_the_opinion() -> None:
    opening = opened(opinion_docx(sample_review())).paragraphs[2].text
    assert "93.79" not in opening and "相加与总分一致" not in opening


def questions(review: Review) -> list[list[str]]:
    [table] = opened(questions_docx(review)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_questions_are_a_table_with_places_to_answer() -> None:
    head, *rows = questions(station_review())
    assert head == ["编号", "位置", "报告表述", "需核实", "请提供", "回复", "是否采信", "处理"]
    assert len(rows) == 3
    assert all(row[4] and row[5:] == ["", "", ""] for row in rows)
    [score] = [row for row in rows if "水位站改造完成质量" in row[3]]
    assert score[4] == "评分细则、评定记录"


def test_a_question_asks_and_does_not_conclude() -> None:
    wrong = station_review().findings[0]
    assert "应为" in wrong.message
    asked = neutral(wrong)
    assert "应为" not in asked and "计算为 31.50 %" in asked and "请核对取数来源" in asked


def test_the_number_of_a_question_stays_when_others_come_or_go() -> None:
    review = station_review()
    before = {row[3]: row[0] for row in questions(review)[1:]}
    after = {row[3]: row[0] for row in questions(replace(review, findings=review.findings[1:]))[1:]}
    assert len(after) == len(before) - 1
    assert [text for text, number in after.items() if before[text] != number] == []


@pytest.mark.parametrize("make", [review_docx, opinion_docx, questions_docx])
def test_a_review_without_findings_is_a_paper_too(make: object) -> None:
    assert callable(make)
    empty = replace(station_review(), findings=(), scorecard=None, relations=())
    assert "核对范围" in text_of(opened(make(empty)))


# People


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("填表人：张小明 填报日期：2025.4.17", "填表人：张＊＊ 填报日期：2025.4.17"),
        ("单位负责人签字：李某某", "单位负责人签字：李＊＊"),
        ("联系电话：00000000 单位", "联系电话：＊＊ 单位"),
        ("联系人：王芳，电话：0731-88881234", "联系人：王＊＊，电话：＊＊"),
        ("请致电13812345678咨询", "请致电＊＊咨询"),
        ("身份证110101199003070011", "身份证＊＊"),
        ("邮箱 a.b@example.gov.cn", "邮箱 ＊＊"),
        ("支出13812345678.00元，合计88881234元", "支出13812345678.00元，合计88881234元"),
        ("项目负责人：由各业务处室担任", "项目负责人：由各业务处室担任"),
    ],
)
def test_people_are_masked_and_figures_are_not(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_a_person_named_in_a_problem_is_masked_in_the_file() -> None:
    review = small_review(
        SLOW + "\n\n（二）资产盘点不及时\n\n经办人：赵铁柱，联系电话：0898-66778899，部分船艇未盘点。"
    )
    made = draft(review)
    for said in (text_of(opened(draft_docx(made, review))), draft_markdown(made, review)):
        assert "赵铁柱" not in said and "66778899" not in said
        assert "部分船艇未盘点" in said
