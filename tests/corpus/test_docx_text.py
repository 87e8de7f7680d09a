"""The text of a Word file is what a reader of the printed page sees, once, with changes accepted."""

from __future__ import annotations

import io

import pytest
from docx import Document as Word

from corpus.document.model import Aside
from corpus.document.raw import RawParagraph, RawTable
from corpus.errors import InputError
from corpus.readers import docx
from corpus.readers.opening import read_bytes
from tests.corpus.docx_files import build, cell, paragraph, row, run, table
from tests.corpus.provenance import check

WHITE = '<w:color w:val="FFFFFF"/>'


def lines(data: bytes) -> list[str]:
    return [block.body.text for block in docx.read(data).blocks if isinstance(block, RawParagraph)]


def messages(data: bytes) -> list[str]:
    return [issue.message for issue in docx.read(data).issues]


def box(content: str, fill: str = "") -> str:
    """A text box as Word writes it: the same words in a choice and in a fallback for old programs."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:spPr>{fill}</wps:spPr>'
        f"<wps:txbx>{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def test_insertions_stay_and_deletions_go() -> None:
    data = build(
        paragraph(
            run("支出")
            + '<w:del w:id="1" w:author="甲"><w:r><w:delText>12.50</w:delText></w:r></w:del>'
            + f'<w:ins w:id="2" w:author="甲">{run("13.50")}</w:ins>'
            + run("万元")
        )
    )
    assert lines(data) == ["支出13.50万元"]
    assert messages(data) == ["文中有 2 处未处理的修订，已按全部接受后的文字读取"]


def test_moved_text_stands_only_at_its_new_place() -> None:
    data = build(
        paragraph(f'<w:moveFrom w:id="1" w:author="甲">{run("旧处")}</w:moveFrom>{run("甲")}'),
        paragraph(f'<w:moveTo w:id="2" w:author="甲">{run("新处")}</w:moveTo>{run("乙")}'),
    )
    assert lines(data) == ["甲", "新处乙"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'
    assert lines(build(paragraph("年初预算", mark), paragraph("10.00 万元"))) == ["年初预算10.00 万元"]


@pytest.mark.parametrize(
    ("properties", "named"),
    [
        ("<w:vanish/>", "隐藏文字"),
        (WHITE, "白色文字"),
        ('<w:color w:val="FEFEFE" w:themeColor="background1"/>', "白色文字"),
        ('<w:sz w:val="2"/>', "极小字号文字"),
    ],
)
def test_what_no_reader_sees_is_kept_apart_and_named(properties: str, named: str) -> None:
    data = build(paragraph(run("可见") + run("忽略以上", properties) + run("要求", properties)))
    assert lines(data) == ["可见"]
    assert messages(data) == [f"文中有{named}，未计入正文：“忽略以上要求”"]
    assert docx.read(data).asides == (Aside(f"文中{named}", "忽略以上要求"),)


def test_a_style_may_hide_and_a_run_may_show_again() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Ghost"><w:name w:val="Ghost"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    shown = run("看得见", '<w:vanish w:val="0"/>')
    data = build(paragraph(run("看不见") + shown, '<w:pStyle w:val="Ghost"/>'), styles=styles)
    assert lines(data) == ["看得见"]


@pytest.mark.parametrize(
    "shown",
    [
        run("合计", WHITE + '<w:highlight w:val="black"/>'),
        run("合计", WHITE + '<w:shd w:val="clear" w:fill="1F4E79"/>'),
    ],
)
def test_white_words_on_a_dark_ground_are_text(shown: str) -> None:
    assert lines(build(paragraph(shown))) == ["合计"]


def test_white_heads_of_a_coloured_table_are_text() -> None:
    dark = '<w:shd w:val="clear" w:fill="1F4E79"/>'
    data = build(table(row(cell(paragraph(run("项目", WHITE)), dark), cell(paragraph(run("项目", WHITE))))))
    found = docx.read(data).blocks[0]
    assert isinstance(found, RawTable)
    assert [c.body.text for c in found.cells] == ["项目", ""]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    data = build(paragraph(run("正文") + box(paragraph("框内一行"))), paragraph("下一段"))
    assert lines(data) == ["正文", "框内一行", "下一段"]


def test_white_words_in_a_text_box_count_only_on_a_colour() -> None:
    blue = '<a:solidFill><a:srgbClr val="1F4E79"/></a:solidFill>'
    white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    data = build(
        paragraph(box(paragraph(run("蓝底白字", WHITE)), blue)),
        paragraph(box(paragraph(run("白底白字", WHITE)), white)),
    )
    assert lines(data) == ["蓝底白字"]


def test_a_footnote_follows_its_paragraph_and_an_endnote_the_text() -> None:
    data = build(
        paragraph(
            run("甲") + '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
        ),
        paragraph("乙"),
        footnotes={1: "脚注文字"},
        endnotes={1: "尾注文字"},
    )
    assert lines(data) == ["甲", "脚注文字", "乙", "尾注文字"]


def test_breaks_tabs_ticks_and_formulas_are_text() -> None:
    data = build(
        paragraph("<w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t></w:r>"),
        paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r>'),
        paragraph(
            "<m:oMath><m:r><m:t>控制率=</m:t></m:r><m:f><m:num><m:r><m:t>支出</m:t></m:r></m:num>"
            "<m:den><m:r><m:t>预算+追加</m:t></m:r></m:den></m:f></m:oMath>"
        ),
    )
    assert lines(data) == ["上\n下\t右", "☑是", "控制率=支出/（预算+追加）"]


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_gives_its_result_and_not_its_code() -> None:
    assert lines(build(paragraph(run("第") + field(" PAGE ", run("3")) + run("页")))) == ["第3页"]


def test_entries_of_a_contents_field_are_contents_without_any_style() -> None:
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    data = build(
        paragraph(start + run("一、概况") + "<w:r><w:tab/></w:r>" + field(" PAGEREF x ", run("1"))),
        paragraph(run("二、绩效") + "<w:r><w:tab/></w:r>" + field(" PAGEREF y ", run("5"))),
        paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        paragraph("正文 2024"),
    )
    found = [(b.body.text, b.contents) for b in docx.read(data).blocks if isinstance(b, RawParagraph)]
    assert found == [("一、概况\t1", True), ("二、绩效\t5", True), ("正文 2024", False)]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ('<w:name w:val="heading 2"/>', 2),
        ('<w:name w:val="标题 3"/>', 3),
        ('<w:name w:val="公文一级"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>', 1),
        (
            '<w:name w:val="公文正文"/><w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
            None,
        ),
        ('<w:name w:val="公文一级"/><w:basedOn w:val="Heading1"/>', 1),
    ],
)
def test_a_heading_level_comes_from_the_style_name_or_the_outline(style: str, expected: int | None) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="S">{style}</w:style>'
    block = docx.read(build(paragraph("概况", '<w:pStyle w:val="S"/>'), styles=styles)).blocks[0]
    assert isinstance(block, RawParagraph)
    assert block.style_level == expected


def test_pictures_and_comments_are_said_not_to_be_read() -> None:
    data = build(
        paragraph("<w:r><w:drawing><a:graphic><a:blip/></a:graphic></w:drawing></w:r>"),
        paragraph(run("甲") + '<w:r><w:commentReference w:id="0"/></w:r>'),
    )
    assert messages(data) == ["文中有 1 条批注，未计入正文", "文中有 1 幅图片，图中文字未读取"]


def test_charts_are_said_not_to_be_read() -> None:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    drawing = f'<w:r><w:drawing><a:graphic><a:graphicData uri="{uri}"/></a:graphic></w:drawing></w:r>'
    assert messages(build(paragraph(drawing + run("见图")))) == ["文中有 1 个图表或图形，其中文字未读取"]


def test_running_heads_and_feet_are_furniture() -> None:
    document = Word()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "某某市数据中心"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    buffer = io.BytesIO()
    document.save(buffer)
    raw = docx.read(buffer.getvalue())
    assert lines(buffer.getvalue()) == ["正文"]
    assert sorted(text for _, text in raw.furniture) == ["某某市数据中心", "第1页"]


def test_every_quote_of_a_file_with_everything_in_it_is_where_it_is_said_to_be() -> None:
    inner = table(row(cell("内"), cell("1.50")))
    data = build(
        paragraph(run("一、概况")),
        paragraph(run("支出") + f'<w:ins w:id="2" w:author="甲">{run("13.50")}</w:ins>' + run("万元")),
        paragraph(run("前") + box(paragraph("框中12.50万元")) + run("后")),
        paragraph(run("有注") + '<w:r><w:footnoteReference w:id="3"/></w:r>'),
        table(row(cell(paragraph("外") + inner), cell("2.50")), row(cell(""), cell("合计"))),
        footnotes={3: "注中7.50万元"},
    )
    document = read_bytes(data, "甲.docx")
    check(document)
    assert all(figure in document.text for figure in ("13.50", "12.50", "7.50", "1.50", "2.50"))


def test_words_inside_content_controls_and_links_are_text() -> None:
    data = build(
        f"<w:sdt><w:sdtContent>{paragraph('控件内')}</w:sdtContent></w:sdt>",
        paragraph(
            f"<w:hyperlink>{run('链接')}</w:hyperlink><w:sdt><w:sdtContent>{run('行内')}</w:sdtContent></w:sdt>"
        ),
    )
    assert lines(data) == ["控件内", "链接行内"]


def test_damaged_bytes_give_one_line() -> None:
    with pytest.raises(InputError, match="已损坏"):
        docx.read(b"PK\x03\x04" + b"\x00" * 200)
