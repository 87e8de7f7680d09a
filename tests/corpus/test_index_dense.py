"""Vectors in Chroma: cosine, ids by content, made by one model, read by no other, nothing fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import chromadb
import pytest
from chromadb.config import Settings

from corpus.document.evidence import Evidence
from corpus.errors import InputError, StoreError
from corpus.index import dense
from corpus.index.dense import Dense, LangChainEmbeddings
from corpus.index.pieces import Chunk, ChunkKind
from tests.corpus.library_parts import DIMENSION, Place, WordEmbedder

pytestmark = pytest.mark.usefixtures("place")


def piece(number: int, text: str) -> Chunk:
    evidence = Evidence("report", "甲.txt", text, section="一、概况", start=0, end=len(text))
    return Chunk(f"id{number}", ChunkKind.TEXT, text, evidence)


PIECES = [piece(0, "三公经费支出"), piece(1, "人员编制情况"), piece(2, "项目支出进度")]


@pytest.fixture
def opened(tmp_path: Path, place: Place) -> Iterator[Dense]:
    vectors = Dense(WordEmbedder(), folder=tmp_path / "chroma", url=place.chroma_url)
    yield vectors
    vectors.close()


def raw(folder: Path, place: Place) -> chromadb.api.ClientAPI:
    if place.chroma_url is not None:
        port = int(place.chroma_url.rsplit(":", 1)[1])
        return chromadb.HttpClient("127.0.0.1", port, settings=Settings(anonymized_telemetry=False))
    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


def test_similarity_is_cosine_whatever_the_length_of_a_vector(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: Place
) -> None:
    """Chroma's own default is the Euclidean distance, whose 'relevance' falls below nought for long vectors."""
    embedder = WordEmbedder()
    monkeypatch.setattr(
        embedder,
        "documents",
        lambda texts: [[8.0] + [0.0] * (DIMENSION - 1), [0.0, 0.5] + [0.0] * (DIMENSION - 2)],
    )
    vectors = Dense(embedder, folder=tmp_path / "chroma", url=place.chroma_url)
    vectors.add("policies", PIECES[:2])
    question = [3.0] + [0.0] * (DIMENSION - 1)
    assert [(own, round(score, 6)) for own, score in vectors.search("policies", question, 2)] == [
        ("id0", 1.0),
        ("id1", 0.0),
    ]
    vectors.close()


def test_the_collection_says_its_space_model_and_dimension(
    opened: Dense, tmp_path: Path, place: Place
) -> None:
    opened.add("policies", PIECES)
    opened.close()
    client = raw(tmp_path / "chroma", place)
    held = client.get_collection("policies", embedding_function=None)
    assert held.configuration_json["hnsw"]["space"] == "cosine"
    assert held.metadata == {"embedder": "words", "dimension": DIMENSION}
    assert held.configuration_json.get("embedding_function") in (None, {"type": "legacy"})
    client.close()


def test_the_nearest_passage_comes_first(opened: Dense) -> None:
    opened.add("policies", PIECES)
    found = opened.search("policies", WordEmbedder().query("人员编制"), 3)
    assert found[0][0] == "id1"
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_adding_the_same_again_changes_nothing(opened: Dense) -> None:
    opened.add("policies", PIECES)
    opened.add("policies", PIECES[:2])
    assert opened.ids("policies") == {"id0", "id1", "id2"}


def test_what_is_removed_is_not_found(opened: Dense) -> None:
    opened.add("policies", PIECES)
    opened.remove("policies", ["id1", "unknown"])
    assert opened.ids("policies") == {"id0", "id2"}
    opened.drop("policies")
    opened.drop("policies")
    assert opened.collections() == []
    assert opened.search("policies", WordEmbedder().query("编制"), 3) == []


def test_collections_do_not_see_one_another(opened: Dense) -> None:
    opened.add("policies", PIECES[:1])
    opened.add("report-1", PIECES[1:])
    assert [own for own, _ in opened.search("policies", WordEmbedder().query("人员编制"), 3)] == ["id0"]
    assert opened.search("report-2", WordEmbedder().query("人员编制"), 3) == []


def test_progress_is_told_after_each_batch(opened: Dense, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dense, "EMBEDDED_BATCH", 2)
    told: list[tuple[int, int]] = []
    opened.add("policies", PIECES, lambda done, of: told.append((done, of)))
    assert told == [(2, 3), (3, 3)]


def test_no_batch_passes_the_limit_of_the_client(tmp_path: Path, place: Place) -> None:
    client = raw(tmp_path / "chroma", place)
    limit = client.get_max_batch_size()
    client.close()
    assert max(dense.EMBEDDED_BATCH, dense.CHROMA_BATCH) <= limit


def test_another_model_is_refused_and_told_how_to_rebuild(tmp_path: Path, place: Place) -> None:
    first = Dense(WordEmbedder(), folder=tmp_path / "chroma", url=place.chroma_url)
    first.add("policies", PIECES)
    first.close()
    second = Dense(WordEmbedder("other"), folder=tmp_path / "chroma", url=place.chroma_url)
    assert not second.fits("policies")
    with pytest.raises(StoreError, match=r"words.*other.*corpus check --repair"):
        second.search("policies", WordEmbedder().query("编制"), 3)
    with pytest.raises(StoreError, match="不能混用"):
        second.add("policies", PIECES)
    second.close()


def test_a_collection_in_another_space_is_refused(tmp_path: Path, place: Place) -> None:
    client = raw(tmp_path / "chroma", place)
    made = client.create_collection("policies", embedding_function=None, metadata={"embedder": "words"})
    made.add(ids=["id0"], embeddings=[[1.0] * DIMENSION])
    client.close()
    vectors = Dense(WordEmbedder(), folder=tmp_path / "chroma", url=place.chroma_url)
    assert not vectors.fits("policies")
    with pytest.raises(StoreError, match="余弦"):
        vectors.search("policies", WordEmbedder().query("编制"), 3)
    vectors.close()


@pytest.mark.embedded
def test_a_folder_that_is_no_index_is_one_clear_line(tmp_path: Path) -> None:
    folder = tmp_path / "chroma"
    folder.mkdir()
    (folder / "chroma.sqlite3").write_bytes(b"no database" * 500)
    with pytest.raises(StoreError, match="重建索引") as caught:
        Dense(WordEmbedder(), folder=folder)
    assert "\n" not in str(caught.value)


@pytest.mark.embedded
@pytest.mark.parametrize("url", ["localhost", "ftp://localhost", "http://"])
def test_a_server_address_that_is_none_is_told(url: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="http://主机:端口"):
        Dense(WordEmbedder(), folder=tmp_path, url=url)


@pytest.mark.embedded
def test_a_server_that_does_not_answer_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="检查其是否在运行"):
        Dense(WordEmbedder(), folder=tmp_path, url="http://127.0.0.1:1")


@pytest.mark.embedded
def test_the_embedder_serves_langchain() -> None:
    embeddings = LangChainEmbeddings(WordEmbedder())
    assert embeddings.embed_documents(["编制"])[0] == embeddings.embed_query("编制")
