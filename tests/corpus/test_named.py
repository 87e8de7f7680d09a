"""What a question names outright is looked up exactly: a document by title or number, an article by its number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.named import article, named
from corpus.policies.numerals import ordinal
from corpus.store import Entry
from tests.corpus.library_parts import LAW, WordEmbedder, law_file, library
from tests.corpus.test_structure import document, grid, line

LAW_A = Entry("a", "a.md", "policy", "policies", "中华人民共和国采购法（2014修正）", number="主席令第68号")
RULES = Entry("b", "b.md", "policy", "policies", "中华人民共和国采购法实施条例", number="国务院令第658号")
NOTICE = Entry("c", "c.md", "policy", "policies", "关于自评的通知", number="甲财〔2020〕10号")
HELD = [LAW_A, RULES, NOTICE]


@pytest.mark.parametrize(
    ("question", "documents", "articles"),
    [
        ("采购法第三十一条", {"a"}, ("第三十一条",)),
        ("采购法实施条例31条和第 32 条", {"b"}, ("第三十一条", "第三十二条")),
        ("采购法和采购法实施条例有什么不同", {"a", "b"}, ()),
        ("国务院令第658号讲什么", {"b"}, ()),
        ("甲财[2020]10 号第五条", {"c"}, ("第五条",)),
        ("第一百零二条之一", set(), ("第一百零二条之一",)),
        ("改造公路46条", set(), ()),
        ("采购法第1000000条", {"a"}, ()),
        ("采购预算怎么编", set(), ()),
    ],
)
def test_documents_and_articles_are_recognised(
    question: str, documents: set[str], articles: tuple[str, ...]
) -> None:
    found = named(question, HELD)
    assert (set(found.documents), found.articles) == (documents, articles)


@given(st.integers(1, 9999))
def test_an_article_is_named_as_it_is_read(number: int) -> None:
    assert ordinal(article(number)[1:-1]) == number


def test_the_article_that_is_named_comes_first_even_where_no_word_of_it_is_asked(
    home: Path, tmp_path: Path
) -> None:
    with library(home, WordEmbedder()) as shelf:
        shelf.add_file(law_file(tmp_path))
        shelf.add_file(law_file(tmp_path, LAW.replace("甲河市", "乙山市"), "乙.md"))
        hit = shelf.search("乙山市预算绩效办法4条", 1).hits[0]
        assert (hit.entry.title, hit.article, hit.score) == ("乙山市预算绩效办法", "第四条", 1.0)
        assert "问题写明该文件或条款" in hit.why


def test_a_hit_s_whole_is_at_hand_all_rows_of_its_table_or_all_of_its_article(
    home: Path, tmp_path: Path
) -> None:
    text = LAW.replace("（一）优；", "（一）优，" + "说明文字。" * 120)
    with library(home, WordEmbedder()) as shelf:
        shelf.add_file(law_file(tmp_path, text))
        hit = shelf.search("甲河市预算绩效办法第四条", 1).hits[0]
        whole = shelf.around(hit)
        assert len(whole) > 1 and {piece.article for piece in whole} == {"第四条"}
        assert hit.chunk in whole


def test_a_figure_is_found_exactly_and_its_whole_table_is_at_hand(home: Path) -> None:
    rows = "".join(f"项目{at}|{at}00.00|{at}17.35\n" for at in range(1, 9))
    made = document(
        line("三、支出情况"),
        line("支出表"),
        grid("项目|预算数|决算数", *rows.split()),
        line("四、说明"),
        line("全年决算数按项目汇总。"),
    )
    with library(home, WordEmbedder()) as shelf:
        shelf.add_report(made)
        hit = shelf.search("617.35", 1, report=made.sha256).hits[0]
        assert hit.evidence.row == "项目6"
        whole = shelf.around(hit)
    assert [piece.evidence.row for piece in whole] == [f"项目{at}" for at in range(1, 9)]
