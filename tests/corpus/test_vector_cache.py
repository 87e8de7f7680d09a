"""What was embedded once is not embedded again; the cache may vanish or be damaged at any time."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.index import vector_cache
from corpus.index.vector_cache import CachedEmbedder, VectorCache
from tests.corpus.library_parts import WordEmbedder, law_file, library

TEXTS = ["三公经费", "人员编制", "三公经费"]


def cached(path: Path, name: str = "words") -> tuple[CachedEmbedder, WordEmbedder]:
    inner = WordEmbedder(name)
    return CachedEmbedder(inner, VectorCache(path)), inner


def test_a_text_is_embedded_once_for_all_processes(tmp_path: Path) -> None:
    first, inner = cached(tmp_path / "v.db")
    made = first.documents(TEXTS)
    assert inner.embedded == 2
    second, again = cached(tmp_path / "v.db")
    assert [pytest.approx(vector, abs=1e-6) for vector in made] == second.documents(TEXTS)
    assert again.embedded == 0


def test_vectors_of_two_models_are_never_mixed(tmp_path: Path) -> None:
    cached(tmp_path / "v.db")[0].documents(TEXTS)
    other, inner = cached(tmp_path / "v.db", "other")
    other.documents(TEXTS)
    assert inner.embedded == 2


@pytest.mark.parametrize("content", [b"no database" * 300, b""])
def test_a_damaged_cache_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "v.db").write_bytes(content)
    embedder, _ = cached(tmp_path / "v.db")
    assert len(embedder.documents(TEXTS)) == 3
    _, inner = again = cached(tmp_path / "v.db")
    again[0].documents(TEXTS)
    assert inner.embedded == 0


def test_where_it_cannot_be_written_texts_are_embedded_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("in the way", encoding="utf-8")
    embedder, inner = cached(tmp_path / "a file" / "v.db")
    assert len(embedder.documents(TEXTS)) == 3
    embedder.documents(TEXTS)
    assert inner.embedded == 4


def test_the_oldest_are_forgotten_where_there_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_cache, "MOST", 3)
    embedder, inner = cached(tmp_path / "v.db")
    for text in ("一", "二", "三", "四"):
        embedder.documents([text])
    embedder.documents(["四"])
    assert inner.embedded == 4
    embedder.documents(["一"])
    assert inner.embedded == 5


def test_an_index_that_was_lost_is_made_anew_without_embedding(home: Path, tmp_path: Path) -> None:
    path = law_file(tmp_path)
    embedder, inner = cached(tmp_path / "v.db")
    with library(home, embedder) as shelf:
        shelf.add_file(path)
        before = inner.embedded
        shelf.index.drop("policies")
        assert all(problem.mended for problem in shelf.check(repair=True).problems)
        assert inner.embedded == before
        assert shelf.check().problems == ()
