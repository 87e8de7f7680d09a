"""A policy is cut where a lawyer would cite it, says its own title, number and dates, and comes in many formats."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.document.model import Document
from corpus.errors import InputError
from corpus.policies.chunks import policy_chunks
from corpus.policies.marks import Marks, marks
from corpus.policies.numerals import DATE, date_of, ordinal
from corpus.policies.reading import open_policy
from tests.corpus.docx_files import build, paragraph
from tests.corpus.library_parts import LAW
from tests.corpus.pdf_files import Typesetter
from tests.corpus.test_structure import document, grid, line

Read = Callable[[str, bytes], Document]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a reading of bytes as a file of the name."""

    def opened(name: str, data: bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(data)
        return open_policy(path)

    return opened


def lines_of(text: str) -> Document:
    return document(*(line(words) for words in text.strip().splitlines() if words.strip()))


def by_article(made: Document) -> dict[str | None, str]:
    """Return the quotes by article, those of one article joined."""
    found: dict[str | None, str] = {}
    for piece in policy_chunks(made, "办法"):
        found[piece.article] = found.get(piece.article, "") + piece.evidence.quote
    return found


PLAIN = [words.lstrip("# ") for words in LAW.splitlines() if words.strip()]
SIX = [f"第{number}条" for number in "一二三四五六"]


def the_law_is_read(made: Document) -> None:
    """Hold a document against the law of the tests, whatever it was printed on."""
    found = by_article(made)
    assert [name for name in found if name] == SIX
    assert found["第三条"] == "第三条 预算单位应当在年度终了后开展绩效自评，并对自评结果的真实性负责。"
    assert "（二）良。" in found["第四条"]
    sections = {piece.article: piece.evidence.section for piece in policy_chunks(made, "办法")}
    assert sections["第四条"] == "第二章 评价 / 第一节 自评"
    assert sections["第六条"] == "第三章 附则"
    stated = marks(made)
    assert (stated.title, stated.issued, stated.effective, stated.region) == (
        "甲河市预算绩效办法",
        datetime.date(2019, 3, 1),
        datetime.date(2019, 5, 1),
        "甲河",
    )


# Formats


def test_markdown(read: Read) -> None:
    the_law_is_read(read("办法.md", LAW.encode()))


def test_plain_text(read: Read) -> None:
    the_law_is_read(read("办法.txt", "\n".join(PLAIN).encode("gb18030")))


def test_plain_text_that_was_broken_at_a_margin(read: Read) -> None:
    long = [
        words + "各单位应当按照规定认真做好相关工作，确保资料真实完整，并接受监督检查。" * 3
        for words in PLAIN
    ]
    wrapped = [words[at : at + 30] for words in long for at in range(0, len(words), 30)]
    found = by_article(read("办法.txt", "\n".join(wrapped).encode()))
    assert [name for name in found if name] == SIX


def test_word(read: Read) -> None:
    the_law_is_read(read("办法.docx", build(*(paragraph(words) for words in PLAIN))))


@pytest.mark.needs("gbsn00lp")
def test_pdf_with_pages_and_boxes(read: Read) -> None:
    setter = Typesetter().centred(PLAIN[0], 22).centred(PLAIN[1])
    for words in PLAIN[2:]:
        setter = (
            setter.centred(words)
            if words.endswith(("总则", "评价", "自评", "附则"))
            else setter.paragraph(words)
        )
    made = read("办法.pdf", setter.done())
    the_law_is_read(made)
    evidence = next(piece.evidence for piece in policy_chunks(made, "办法") if piece.article == "第三条")
    assert evidence.page == 1
    assert evidence.boxes


PAGE = """<!DOCTYPE html><html><head><title>办法_甲河市政府</title><style>p{{}}</style></head><body>
<header>甲河市政府网站。欢迎您：访问。</header><nav><ul><li>首页</li><li>第九条 新闻。</li></ul></nav>
<table width="100%"><tr><td><div class="side"><a href="/a">通知公告</a></div></td><td><div id="zoom">
{body}
</div></td></tr></table>
<script>var a = "第十条 脚本。";</script><footer>版权所有。备案号：甲ICP备1号。</footer></body></html>"""


def test_a_web_page_without_what_stands_around_the_text(read: Read) -> None:
    body = "\n".join(f"<p>&nbsp;&nbsp;{words}</p>" for words in PLAIN)
    made = read("办法.html", PAGE.format(body=body).encode())
    the_law_is_read(made)
    for words in ("首页", "新闻", "脚本", "版权", "通知公告"):
        assert words not in made.text


def test_a_web_page_whose_lines_are_parted_by_breaks(read: Read) -> None:
    the_law_is_read(read("办法.htm", PAGE.format(body="<br/>\n".join(PLAIN)).encode("gb18030")))


def test_a_web_page_whose_paragraphs_and_cells_are_never_closed(read: Read) -> None:
    body = "".join(f"<P>{words}" for words in [*PLAIN, *(f"附注{at}。" for at in range(300))])
    the_law_is_read(
        read("办法.html", PAGE.format(body=f"{body}<table><tr><td>甲<td>1<tr><td>乙<td>2</table>").encode())
    )
    made = read("表.html", "<html><p>一、如下。<table><tr><td>甲<td>1<tr><td>乙<td>2</table></html>".encode())
    assert [(cell.row, cell.column, cell.text) for cell in made.tables[0].cells] == [
        (0, 0, "甲"),
        (0, 1, "1"),
        (1, 0, "乙"),
        (1, 1, "2"),
    ]


def test_a_table_in_a_web_page_keeps_its_cells(read: Read) -> None:
    table = (
        "<table><tr><th rowspan='2'>指标</th><th colspan='2'>分值</th></tr><tr><th>自评</th><th>复核</th></tr>"
        "<tr><td>产出<br>数量</td><td>40</td><td>38</td></tr></table>"
    )
    made = read(
        "表.html", f"<html><body><p>一、评分标准如下。</p>{table}<p>二、说明。</p></body></html>".encode()
    )
    found = made.tables[0]
    assert (found.rows, found.columns) == (3, 3)
    last = found.at(2, 2)
    head = found.at(1, 0)
    assert last is not None and last.text == "38"
    assert head is not None and head.text == "指标"
    row = next(piece for piece in policy_chunks(made, "标准") if "38" in piece.evidence.quote)
    assert row.evidence.source == "policy"
    assert row.article == "第一部分"


def test_a_table_in_markdown_keeps_its_cells(read: Read) -> None:
    made = read("表.md", "# 评分标准\n\n| 指标 | **分值** |\n|:---|---:|\n| 产出 \\| 数量 | 40 |\n".encode())
    assert [cell.text for cell in made.tables[0].cells] == ["指标", "分值", "产出 | 数量", "40"]


def test_marks_of_markdown_are_taken_off(read: Read) -> None:
    text = "# 某办法 #\n\n> 第一条 **各单位**应当按[规定](http://a.b/c)`执行`。\n\n---\n<!-- 注 -->\n- 其一\n"
    assert read("甲.md", text.encode()).text == "某办法\n第一条 各单位应当按规定执行。\n其一"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("空.md", b"", "没有可读的文字"),
        ("空.html", b"<html><body><script>1</script></body></html>", "没有可读的文字"),
        ("乱.md", bytes(range(1, 32)) * 50, "无法识别"),
        ("图.md", b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "图片"),
        ("深.html", b"<html>" + b"<div>" * 5000 + b"x", "嵌套层数过多"),
        ("旧.md", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧版 Office"),
    ],
)
def test_what_cannot_be_read_is_one_line_with_its_name(
    read: Read, name: str, data: bytes, words: str
) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read(name, data)
    assert f"“{name}”" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_word_file_named_as_a_page_is_read_as_what_it_is(read: Read) -> None:
    assert read("办法.html", build(paragraph("第一条 为了规范。"))).format == "docx"


def test_spans_that_would_fill_the_memory_are_refused(read: Read) -> None:
    cells = "<tr><td rowspan='99999' colspan='99999'>1</td><td>2</td></tr>" * 200
    with pytest.raises(InputError, match="表格过大"):
        read("表.html", f"<html><table>{cells}</table></html>".encode())


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="找不到文件"):
        open_policy(tmp_path / "没有.md")


# Articles


def test_a_mention_of_an_article_at_the_head_of_a_line_begins_none() -> None:
    found = by_article(
        lines_of(
            "甲办法\n第一条 为了规范。\n第二条 依照下列规定办理：\n第一条规定的情形除外。\n第三条的规定也适用。\n第三条 附则。"
        )
    )
    assert list(found) == [None, "第一条", "第二条", "第三条"]
    assert "第三条的规定也适用" in found["第二条"]


def test_an_article_inside_a_joined_paragraph_is_found() -> None:
    found = by_article(
        lines_of("甲办法\n第一条 为了规范，制定本办法。第二条 本办法适用于各单位。第三条 附则。")
    )
    assert list(found) == [None, "第一条", "第二条", "第三条"]


def test_an_inserted_article_has_its_own_name() -> None:
    found = by_article(lines_of("甲法\n第一条 一。\n第二条 二。\n第二条之一 增。\n第三条 三。"))
    assert list(found)[1:] == ["第一条", "第二条", "第二条之一", "第三条"]


@pytest.mark.parametrize("mark", ["第1条 ", "第１条　", "第 一 条 ", "第一条：", "第一条　"])
def test_articles_are_known_however_they_are_numbered(mark: str) -> None:
    found = policy_chunks(lines_of(f"甲法\n{mark}为了规范预算管理。"), "甲法")
    assert found[-1].article == "".join(mark.split()).rstrip("：")


def test_a_long_article_is_cut_and_every_piece_bears_its_name() -> None:
    items = "\n".join(f"（{number}）{'各单位应当做好相关工作' * 6}；" for number in "一二三四五六七八九")
    pieces = [
        piece
        for piece in policy_chunks(
            lines_of(f"甲法\n第一条 目的。\n第二条 职责如下：\n{items}\n第三条 附则。"), "甲法"
        )
        if piece.article == "第二条"
    ]
    assert len(pieces) > 1
    assert all("第二条" in piece.text and piece.text.startswith("甲法") for piece in pieces)
    assert all(len(piece.evidence.quote) < 700 for piece in pieces)


def test_an_annex_is_no_part_of_the_last_article() -> None:
    made = document(
        *(
            line(words)
            for words in ("甲办法", "第一条 目的。", "第二条 自印发之日起施行。", "附件1", "评分表")
        ),
        grid("指标|分值", "产出|50", "效益|30"),
    )
    rows = [piece for piece in policy_chunks(made, "甲办法") if "产出" in piece.evidence.quote]
    assert [piece.article for piece in rows] == [None]


def test_a_notice_without_articles_is_cited_by_its_numbers() -> None:
    found = by_article(
        lines_of(
            "甲厅关于开展自评的通知\n各单位：\n一、范围\n（一）部门整体支出。均应自评。\n（二）项目支出。\n全部项目。\n二、时间\n四月底前。"
        )
    )
    assert found["第一部分（二）"] == "（二）项目支出。\n全部项目。"
    assert found["第二部分"] == "二、时间\n四月底前。"
    assert list(found) == [None, "第一部分（一）", "第一部分（二）", "第二部分"]


def test_the_entries_of_a_contents_page_begin_no_chapter() -> None:
    made = lines_of(
        "甲法\n目　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条 一。\n第二章　附则\n第二条 二。"
    )
    sections = {piece.article: piece.evidence.section for piece in policy_chunks(made, "甲法")}
    assert (sections["第一条"], sections["第二条"]) == ("第一章 总则", "第二章 附则")


def test_every_quote_stands_at_its_offsets_and_nothing_is_lost() -> None:
    made = lines_of("\n".join(PLAIN))
    pieces = policy_chunks(made, "办法")
    quotes = [made.text[piece.evidence.start : piece.evidence.end] for piece in pieces]
    assert quotes == [piece.evidence.quote for piece in pieces]
    headings = [words for words in PLAIN if words.startswith(("第一章", "第二章", "第三章", "第一节"))]
    assert "".join("".join(quotes).split()) == "".join(
        "".join(PLAIN[:2] + [w for w in PLAIN[2:] if w not in headings]).split()
    )


# Marks


def stated(text: str) -> Marks:
    return marks(lines_of(text))


def test_a_notice_says_number_issuer_date_and_region() -> None:
    found = stated(
        "甲河省财政厅文件\n甲财绩〔2024〕7号\n甲河省财政厅关于开展2023年度省级预算部门\n绩效自评工作的通知\n"
        "省直各单位：\n根据《预算法》和财预〔2020〕10号文件，现通知如下。\n一、范围\n全部。\n甲河省财政厅\n2024年3月5日"
    )
    assert found == Marks(
        title="甲河省财政厅关于开展2023年度省级预算部门绩效自评工作的通知",
        number="甲财绩〔2024〕7号",
        issuer="甲河省财政厅",
        issued=datetime.date(2024, 3, 5),
        region="甲河",
    )


def test_a_number_that_is_only_cited_is_not_the_document_s_own() -> None:
    assert stated("甲厅关于自评的通知\n根据财预〔2020〕10号，现通知如下。\n一、范围\n全部。").number is None


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("财预〔2020〕10号", "财预〔2020〕10号"),
        ("财预[2020]10号", "财预[2020]10号"),
        ("湘财绩（2024） 1 号", "湘财绩（2024）1号"),
        ("文号：甲政发〔2019〕3号（整理者标注）", "甲政发〔2019〕3号"),
        ("甲河市人民政府令第12号", "甲河市人民政府令第12号"),
        ("2019年1月1日 国务院令第712号公布", "国务院令第712号"),
        ("文号：无", None),
    ],
)
def test_numbers_are_known_as_printed(printed: str, number: str | None) -> None:
    assert stated(f"甲河市预算绩效办法\n{printed}\n第一条 目的。").number == number


def test_a_regulation_inside_a_notice_bears_its_own_title() -> None:
    text = "财政部关于印发《项目支出甲办法》的通知\n财预〔2020〕10号\n第一条 目的。\n第二条 附则。"
    assert stated(text).title == "项目支出甲办法"
    assert stated(text).issuer == "财政部"
    assert stated(text).region == "全国"


def test_a_stated_title_goes_before_all_else() -> None:
    assert stated("题名：甲法（2018修正）\n甲法\n第一条 目的。").title == "甲法（2018修正）"


def test_the_last_amendment_is_told_apart_from_the_first_day_in_force() -> None:
    found = stated(
        "甲法\n1994年3月22日 第八届会议通过\n2014年8月31日 第一次修正\n2018年12月29日 第二次修正\n"
        "第一条 目的。\n第二条 本法自1995年1月1日起施行。"
    )
    assert (found.issued, found.amended, found.effective) == (
        datetime.date(1994, 3, 22),
        datetime.date(2018, 12, 29),
        datetime.date(1995, 1, 1),
    )


def test_in_force_on_the_day_of_issue_needs_a_day_of_issue() -> None:
    body = "第一条 目的。\n第二条 本办法自印发之日起施行。"
    assert stated(f"甲办法\n2020年2月25日\n{body}").effective == datetime.date(2020, 2, 25)
    assert stated(f"甲办法\n{body}").effective is None


def test_a_document_that_states_nothing_gets_nothing() -> None:
    found = stated("工作手册\n先看报告，再看表。")
    assert found == Marks(title="工作手册")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十四", 14),
        ("二十", 20),
        ("一百零二", 102),
        ("一百一十", 110),
        ("１２", 12),
        ("7", 7),
        ("甲", None),
    ],
)
def test_ordinals(text: str, value: int | None) -> None:
    assert ordinal(text) == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年3月5日", datetime.date(2024, 3, 5)),
        ("二〇二四年三月五日", datetime.date(2024, 3, 5)),
        ("二○一九年十二月三十一日", datetime.date(2019, 12, 31)),
        ("2024-02-29", datetime.date(2024, 2, 29)),
        ("2023年2月29日", None),
        ("2024年13月1日", None),
    ],
)
def test_dates(text: str, day: datetime.date | None) -> None:
    match = DATE.fullmatch(text)
    assert match is not None
    assert date_of(match) == day
