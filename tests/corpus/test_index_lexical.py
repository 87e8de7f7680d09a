"""Keyword search finds the exact words of a question, Chinese without a word list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.index import lexical, lexical_files
from corpus.index.lexical import Lexical, tokens


class Shelf:
    """Texts by collection, with a count of how often they were asked for."""

    def __init__(self, **texts: list[str]) -> None:
        self.held = texts
        self.asked = 0

    def revisions(self, collections: Sequence[str]) -> dict[str, str]:
        return {name: repr(self.held[name]) for name in collections if self.held.get(name)}

    def texts(self, collection: str) -> tuple[list[str], list[str]]:
        self.asked += 1
        texts = self.held.get(collection, [])
        return [str(at) for at in range(len(texts))], texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预算执行", ["预算", "算执", "执行"]),
        ("税", ["税"]),
        ("1,234.50万元", ["1234.50", "万元"]),
        ("GDP增长", ["gdp", "增长"]),
        ("１２．５％", ["12.5"]),
        ("", []),
        ("，。！", []),
    ],
)
def test_a_text_is_taken_apart_into_bigrams_words_and_numerals(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_an_article_number_is_a_word_of_its_own() -> None:
    assert "第五十七条" in tokens("预算法第五十七条规定")


def test_the_passage_with_the_words_of_the_question_comes_first_and_others_are_left_out() -> None:
    shelf = Shelf(a=["部门概况与职责", "三公经费支出情况", "三公经费与会议经费"])
    found = Lexical(shelf).search(["a"], "“三公”经费支出", 10)
    assert [chunk for chunk, _ in found] == ["1", "2"]
    assert found[0][1] > found[1][1] > 0


@pytest.mark.parametrize("query", ["", "？？", "zebra", "\0", "火箭发射"])
def test_a_question_without_a_known_word_finds_nothing(query: str) -> None:
    assert Lexical(Shelf(a=["部门概况", "三公经费"])).search(["a"], query, 10) == []


def test_an_empty_collection_finds_nothing() -> None:
    assert Lexical(Shelf()).search(["a"], "预算", 10) == []


def test_new_texts_are_found_and_the_same_are_not_read_twice() -> None:
    shelf = Shelf(a=["部门概况"])
    search = Lexical(shelf)
    assert search.search(["a"], "三公经费", 5) == []
    search.search(["a"], "概况", 5)
    assert shelf.asked == 1
    shelf.held["a"].append("三公经费")
    assert [chunk for chunk, _ in search.search(["a"], "三公经费", 5)] == ["1"]


def test_only_so_many_rankers_are_kept_and_a_dropped_one_is_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lexical, "KEPT", 2)
    shelf = Shelf(a=["预算甲"], b=["预算乙"], c=["预算丙"])
    search = Lexical(shelf)
    for name in ("a", "b", "c", "c", "b", "a"):
        assert search.search([name], "预算", 5)
    assert shelf.asked == 4


def test_scores_of_several_collections_can_be_compared() -> None:
    """The same text weighs the same, however few or many others stand in its collection."""
    others = [f"第{at}项工作情况说明" for at in range(40)]
    shelf = Shelf(small=["三公经费公开", "三公经费支出"], large=["三公经费公开", *others])
    search = Lexical(shelf)
    alone = {name: search.search([name], "三公经费公开", 1)[0][1] for name in ("small", "large")}
    assert alone["small"] < alone["large"] / 2
    together = search.search(["small", "large"], "三公经费公开", 1)
    assert [chunk for chunk, _ in together] == ["0", "0"]
    assert together[0][1] == pytest.approx(together[1][1], rel=0.2)


def test_one_collection_is_ranked_as_the_library_underneath_ranks_it() -> None:
    import bm25s

    texts = ["三公经费公开情况", "三公经费支出", "人员经费", "公开招标"]
    ranker = bm25s.BM25(method="lucene", backend="numpy")
    ranker.index([tokens(text) for text in texts], show_progress=False)
    expected = ranker.get_scores(sorted(set(tokens("三公经费公开"))))
    found = dict(Lexical(Shelf(a=texts)).search(["a"], "三公经费公开", 9))
    assert found == {str(at): pytest.approx(float(score)) for at, score in enumerate(expected) if score > 0}


def test_a_large_collection_is_counted_once_for_all_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexical_files, "FEWEST", 3)
    shelf = Shelf(large=["三公经费公开", "三公经费支出", "人员编制"], small=["三公经费"])
    first = Lexical(shelf, tmp_path).search(["large", "small"], "三公经费公开", 5)
    assert shelf.asked == 2
    assert Lexical(shelf, tmp_path).search(["large", "small"], "三公经费公开", 5) == first
    assert shelf.asked == 3
    shelf.held["large"].append("三公经费公开公示")
    assert len(Lexical(shelf, tmp_path).search(["large"], "三公经费公开", 5)) == 3
    assert shelf.asked == 4


@pytest.mark.parametrize("name", ["ids.json", "vocab.index.json", "data.csc.index.npy", "params.index.json"])
def test_a_damaged_file_of_counts_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(lexical_files, "FEWEST", 1)
    shelf = Shelf(a=["三公经费公开", "人员编制"])
    first = Lexical(shelf, tmp_path).search(["a"], "三公经费", 5)
    for damage in (b"", b"{}", b"damage" * 20):
        (tmp_path / "a" / name).write_bytes(damage)
        assert Lexical(shelf, tmp_path).search(["a"], "三公经费", 5) == first
    (tmp_path / "a" / name).unlink()
    assert Lexical(shelf, tmp_path).search(["a"], "三公经费", 5) == first


def test_where_counts_cannot_be_kept_they_are_used_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexical_files, "FEWEST", 1)
    (tmp_path / "keywords").write_text("no folder", encoding="utf-8")
    assert Lexical(Shelf(a=["三公经费"]), tmp_path / "keywords").search(["a"], "三公经费", 5)
