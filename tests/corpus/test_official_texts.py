"""The official texts, where they are at hand: every article in its place, and what each text says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document.model import Document
from corpus.index.pieces import Chunk
from corpus.policies.chunks import policy_chunks
from corpus.policies.marks import marks
from corpus.policies.numerals import ordinal
from corpus.policies.reading import open_policy
from tests.corpus.policy_texts import official_texts

SPOTS = (
    ("会计法", "第十一条", "公历1月1日", "第二章"),
    ("会计法", "第三十五条", "出纳人员不得兼任稽核", "第四章"),
    ("会计法", "第四十八条", "用语的含义", "第六章"),
    ("审计法", "第十八条", "预算的执行情况和决算", "第三章"),
    ("审计法", "第四十二条", "实施审计三日前", "第五章"),
    ("审计法", "第五十二条", "整改情况", "第六章"),
    ("招标投标法", "第四条", "化整为零", "第一章"),
    ("招标投标法", "第二十四条", "二十日", "第二章"),
    ("招标投标法", "第四十六条", "三十日内", "第四章"),
    ("招标投标法实施条例", "第九条", "可以不进行招标", "第二章"),
    ("招标投标法实施条例", "第二十六条", "投标保证金", "第二章"),
    ("招标投标法实施条例", "第四十四条", "少于3个", "第四章"),
    ("政府信息公开条例", "第二十条", "主动公开", "第三章"),
    ("政府信息公开条例", "第三十三条", "20个工作日", "第四章"),
    ("政府信息公开条例", "第四十九条", "1月31日前", "第五章"),
    ("政府投资条例", "第二十二条", "垫资", "第四章"),
    ("政府投资条例", "第二十三条", "投资概算", "第四章"),
    ("政府投资条例", "第二十六条", "后评价", "第四章"),
    ("政府采购法", "第六条", "批准的预算", "第一章"),
    ("政府采购法", "第三十一条", "唯一供应商", "第三章"),
    ("政府采购法", "第三十三条", "编制部门预算", "第四章"),
    ("政府采购法", "第四十二条", "十五年", "第四章"),
    ("政府采购法实施条例", "第二十八条", "规避公开招标", "第三章"),
    ("政府采购法实施条例", "第三十四条", "综合评分法", "第四章"),
    ("政府采购法实施条例", "第五十条", "2个工作日", "第五章"),
    ("机关事务管理条例", "第十二条", "公务接待费", "第二章"),
    ("机关事务管理条例", "第二十五条", "公务用车编制", "第三章"),
    ("行政事业性国有资产管理条例", "第二十八条", "绩效管理制度", "第三章"),
    ("行政事业性国有资产管理条例", "第三十四条", "盘点", "第四章"),
    ("行政事业性国有资产管理条例", "第六十一条", "2021年4月1日", "第八章"),
    ("财政违法行为处罚处分条例", "第六条", "骗取财政资金", ""),
    ("财政违法行为处罚处分条例", "第十七条", "私存私放", ""),
    ("青岛市预算绩效管理条例", "第十五条", "绩效目标", "第二章"),
    ("青岛市预算绩效管理条例", "第二十四条", "绩效报告", "第四章"),
    ("预算法", "第十八条", "公历一月一日", "第一章"),
    ("预算法", "第四十二条", "结转", "第四章"),
    ("预算法", "第六十七条", "预算调整", "第七章"),
    ("预算法", "第一百零一条", "1995年1月1日", "第十一章"),
    ("预算法实施条例", "第二十条", "绩效评价", "第三章"),
    ("预算法实施条例", "第五十条", "结余资金", "第三章"),
    ("预算法实施条例", "第八十三条", "清理核实", "第五章"),
)
"""Title, article, a few words of it, and the chapter that it stands in; looked up in the texts by hand."""


@pytest.fixture(scope="module")
def official() -> list[Path]:
    return official_texts()


@pytest.fixture(scope="module")
def opened(official: list[Path]) -> dict[str, Document]:
    return {path.stem.split("_")[0]: open_policy(path) for path in official}


def _articles(pieces: list[Chunk]) -> list[int]:
    names = dict.fromkeys(piece.article for piece in pieces if piece.article)
    return [ordinal(name[1:-1]) or 0 for name in names]


def test_official_texts_are_cut_into_all_their_articles_in_order(
    official: list[Path], opened: dict[str, Document]
) -> None:
    assert official
    for path in official:
        made = opened[path.stem.split("_")[0]]
        pieces = policy_chunks(made, "法")
        numbers = _articles(pieces)
        assert numbers == list(range(1, len(numbers) + 1)), path.name
        assert len(numbers) > 30, path.name
        assert "施行" in pieces[-1].evidence.quote, path.name
        chapters = {(piece.evidence.section or "").split(" / ")[0] for piece in pieces if piece.article}
        assert len(chapters) > 3 or "第一章" not in made.text, path.name


def test_official_texts_say_title_and_day_in_force(official: list[Path], opened: dict[str, Document]) -> None:
    for path in official:
        made = opened[path.stem.split("_")[0]]
        found = marks(made)
        printed = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("题名：")
        assert found.title == printed
        assert found.effective is not None, path.name


@pytest.mark.parametrize(("title", "article", "words", "chapter"), SPOTS)
def test_an_article_stands_under_its_number_and_chapter(
    opened: dict[str, Document], title: str, article: str, words: str, chapter: str
) -> None:
    pieces = [piece for piece in policy_chunks(opened[title], title) if piece.article == article]
    assert words in "".join(piece.evidence.quote for piece in pieces)
    assert {(piece.evidence.section or "").replace("　", "")[: len(chapter)] for piece in pieces} == {chapter}
    others = [piece for piece in policy_chunks(opened[title], title) if piece.article != article]
    assert not any(piece.evidence.quote in other.evidence.quote for piece in pieces for other in others)
