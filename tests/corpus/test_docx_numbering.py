"""Automatic list numbers appear in the text as Word prints them."""

from __future__ import annotations

import pytest

from corpus.document.raw import RawParagraph, RawTable
from corpus.readers import docx
from corpus.readers.docx_numbering import format_number
from tests.corpus.docx_files import build, cell, level, numbered, paragraph, row, table

OFFICIAL = (
    level(0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>')
    + level(1, "chineseCountingThousand", "（%2）", '<w:suff w:val="nothing"/>')
    + level(2, "decimalFullWidth", "%3．", '<w:suff w:val="nothing"/>')
    + level(3, "decimal", "（%4）", '<w:suff w:val="nothing"/>')
)


def lines(data: bytes) -> list[str]:
    return [block.body.text for block in docx.read(data).blocks if isinstance(block, RawParagraph)]


@pytest.mark.parametrize(
    ("value", "style", "printed"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (12, "chineseCountingThousand", "十二"),
        (20, "chineseCountingThousand", "二十"),
        (21, "japaneseCounting", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (3, "decimalFullWidth", "３"),
        (7, "decimalZero", "07"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "㉑"),
        (2, "decimalEnclosedParen", "⑵"),
        (2, "decimalEnclosedFullstop", "⒉"),
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (28, "upperLetter", "BB"),
        (2, "ideographTraditional", "乙"),
        (3, "chineseLegalSimplified", "叁"),
        (5, "unheardOf", "5"),
        (5, "none", ""),
    ],
)
def test_number_formats(value: int, style: str, printed: str) -> None:
    assert format_number(value, style) == printed


def test_levels_of_an_official_document_count_and_restart() -> None:
    data = build(
        numbered("概况", 1, 0),
        numbered("职能", 1, 1),
        numbered("机构", 1, 1),
        numbered("内设", 1, 2),
        numbered("细目", 1, 3),
        numbered("绩效", 1, 0),
        numbered("成本", 1, 1),
        lists={1: OFFICIAL},
    )
    assert lines(data) == [
        "一、概况",
        "（一）职能",
        "（二）机构",
        "１．内设",
        "（1）细目",
        "二、绩效",
        "（一）成本",
    ]


def test_a_pattern_may_name_the_levels_above() -> None:
    decimal = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")
    data = build(numbered("概况", 1, 0), numbered("职能", 1, 1), numbered("机构", 1, 1), lists={1: decimal})
    assert lines(data) == ["1 概况", "1.1 职能", "1.2 机构"]


def test_legal_numbering_prints_upper_levels_in_digits() -> None:
    mixed = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert lines(build(numbered("概况", 1, 0), numbered("职能", 1, 1), lists={1: mixed})) == [
        "一、概况",
        "1.1 职能",
    ]


def test_a_start_override_restarts_a_list_of_the_same_definition() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    data = build(
        numbered("甲", 1),
        numbered("乙", 1),
        numbered("丙", 2),
        numbered("丁", 2),
        lists={1: level(0, "decimal", "%1．")},
        overrides={2: again},
    )
    assert lines(data) == ["1．甲", "2．乙", "1．丙", "2．丁"]


def test_a_style_brings_its_number_and_numid_zero_takes_it_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="公文标题"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    off = '<w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    data = build(
        paragraph("概况", '<w:pStyle w:val="L"/>'),
        paragraph("前言", off),
        paragraph("绩效", '<w:pStyle w:val="L"/>'),
        lists={1: OFFICIAL},
        styles=styles,
    )
    assert lines(data) == ["一、概况", "前言", "二、绩效"]


def test_a_numbered_column_of_a_table_has_its_numbers() -> None:
    data = build(
        table(row(cell(numbered("", 1)), cell("甲")), row(cell(numbered("", 1)), cell("乙"))),
        lists={1: level(0, "decimal", "%1")},
    )
    found = docx.read(data).blocks[0]
    assert isinstance(found, RawTable)
    assert [c.body.text for c in found.cells] == ["1", "甲", "2", "乙"]


def test_a_bullet_of_a_symbol_font_leaves_no_private_character() -> None:
    assert lines(build(numbered("要点", 1), lists={1: level(0, "bullet", "\uf06c")})) == ["要点"]


def test_a_list_that_is_not_defined_adds_nothing() -> None:
    assert lines(build(numbered("要点", 77))) == ["要点"]


def test_an_empty_numbered_line_counts_but_prints_no_paragraph() -> None:
    data = build(
        numbered("甲", 1), numbered("", 1), numbered("丙", 1), lists={1: level(0, "decimal", "%1．")}
    )
    assert lines(data) == ["1．甲", "3．丙"]


def test_two_paragraphs_made_one_by_a_deletion_have_one_number() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    mark = '<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>'
    data = build(
        paragraph("年初", number + mark),
        paragraph("预算", number),
        numbered("决算", 1),
        lists={1: level(0, "decimal", "%1．")},
    )
    assert lines(data) == ["1．年初预算", "2．决算"]
