"""Answers with the library at hand: official texts are quoted with their article; without one nothing breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answers.answer import Answer
from assistant.answers.conversation import Conversation
from assistant.lookup.shelf import Shelf
from assistant.settings import load_settings
from assistant.wiring import open_shelf
from corpus.errors import IndexBusy
from corpus.library import Library
from tests.assistant.soundness import check_sound
from tests.conftest import REPORTS
from tests.corpus.library_parts import WordEmbedder, law_file, library
from tests.corpus.policy_texts import NO_TEXTS
from tests.corpus.test_validity import NEW, OLD
from tests.fakes.reviews import station_review

REVIEW = station_review()


@pytest.fixture
def held(home: Path, tmp_path: Path) -> Iterator[Library]:
    """Return a library that holds one law."""
    with library(home, WordEmbedder()) as opened:
        opened.add_file(law_file(tmp_path))
        yield opened


def ask(question: str, shelf: Shelf) -> Answer:
    answer = Conversation(REVIEW, passages=shelf).ask(question)
    check_sound(answer, REVIEW)
    return answer


def test_an_official_text_is_quoted_with_its_article(held: Library) -> None:
    entry = held.entries(["policy"])[0]
    article = held.search("决算 公开", 1, kinds=["policy"]).hits[0]
    answer = ask(f"{article.evidence.quote[4:16]}有什么规定", Shelf(lambda: held))
    policies = [citation for citation in answer.citations if citation.evidence.source == "policy"]
    assert policies and policies[0].article and policies[0].number == entry.number
    assert "资料库原文" in answer.answer


def test_a_law_that_is_named_is_answered_by_its_article(home: Path) -> None:
    texts = REPORTS.parent / "policies" / "texts"
    if not texts.is_dir():
        pytest.skip(NO_TEXTS)
    with library(home, WordEmbedder()) as opened:
        for path in texts.glob("政府采购法*.md"):
            opened.add_file(path)
        answer = ask("政府采购法对采购预算编制有什么要求", Shelf(lambda: opened))
        other = ask("政府采购法42条怎么规定", Shelf(lambda: opened))
    assert {c.article for c in other.citations} == {"第四十二条"}
    cited = [(c.number, c.article) for c in answer.citations if c.evidence.source == "policy"]
    assert answer.answered and cited[0] == ("主席令第68号", "第三十三条")


@pytest.mark.parametrize(("year", "words"), [("2019", "四月三十日"), ("2023", "三月三十一日")])
def test_a_report_is_answered_by_what_was_in_force_in_its_year(
    home: Path, tmp_path: Path, year: str, words: str
) -> None:
    with library(home, WordEmbedder()) as opened:
        opened.add_file(law_file(tmp_path, OLD, "旧.md"))
        opened.add_file(law_file(tmp_path, NEW, "新.md"))
        shelf = Shelf(lambda: opened)
        answer = Conversation(replace(REVIEW, year=year), passages=shelf).ask("自评报告报送有什么规定")
    quotes = [c.evidence.quote for c in answer.citations if c.evidence.source == "policy"]
    assert quotes and all(words in quote for quote in quotes)


def test_where_only_a_later_text_is_held_the_answer_says_so(home: Path, tmp_path: Path) -> None:
    with library(home, WordEmbedder()) as opened:
        opened.add_file(law_file(tmp_path, NEW, "新.md"))
        asked = Conversation(replace(REVIEW, year="2019"), passages=Shelf(lambda: opened))
        answer = asked.ask("丙市绩效自评管理办法第九条怎么规定的")
    assert not [c for c in answer.citations if c.evidence.source == "policy"]
    assert "在报告年度尚未施行或者已经失效" in answer.answer


def test_a_shelf_is_opened_by_the_first_search_only() -> None:
    opened: list[int] = []

    def open_library() -> None:
        opened.append(1)

    shelf = Shelf(open_library)
    assert Conversation(REVIEW, passages=shelf).ask("公用经费控制率多少").answered and opened == []
    ask("预算法第九百条怎么规定的", shelf)
    ask("今天天气怎么样", shelf)
    assert opened == [1]


def test_a_library_that_another_process_has_open_only_leaves_a_note() -> None:
    def busy() -> Library:
        raise IndexBusy("索引目录正被另一个绩衡进程使用")

    shelf = Shelf(busy)
    assert not ask("预算法第九百条怎么规定的", shelf).answered
    assert shelf.note == "索引目录正被另一个绩衡进程使用"


def test_without_a_home_folder_none_is_made(home: Path) -> None:
    shelf = open_shelf(load_settings())
    assert not ask("今天天气怎么样", shelf).answered
    shelf.close()
    assert not home.exists()
