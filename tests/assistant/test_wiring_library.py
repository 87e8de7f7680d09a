"""The library as the settings name it: which server is asked with which key, and what it is not told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.lookup.notes import notes
from assistant.settings import load_settings
from assistant.wiring import card_text, note_text, open_library, shelve_cards
from corpus.errors import InputError
from rules.card import all_cards
from tests.corpus.library_parts import report
from tests.fakes.embedding_server import EmbeddingServer, embedding_server
from ui.cli import run

OTHER = "http://127.0.0.1:9/v1"


@pytest.fixture
def server() -> Iterator[EmbeddingServer]:
    with embedding_server() as state:
        yield state


def ask(**settings: str) -> None:
    with open_library(load_settings(embeddings="openai:m3", **settings)) as library:
        library.add_report(report("一、概况\n联系人：张三，电话：13812345678。\n在职人员42人。"))
        assert library.search("在职人员", 1, kinds=["report"]).note is None


def test_the_server_of_the_language_model_embeds_where_no_other_is_named(server: EmbeddingServer) -> None:
    ask(llm_base_url=server.base_url, llm_api_key="own-key")
    assert set(server.keys) == {"Bearer own-key"}


def test_the_key_of_the_language_model_goes_to_no_other_host(server: EmbeddingServer) -> None:
    ask(embeddings_base_url=server.base_url, llm_base_url=OTHER, llm_api_key="own-key")
    assert server.keys
    assert all("own-key" not in (key or "") for key in server.keys)


def test_a_key_for_the_embeddings_goes_to_their_server(server: EmbeddingServer) -> None:
    ask(embeddings_base_url=server.base_url, embeddings_api_key="its-key", llm_api_key="own-key")
    assert set(server.keys) == {"Bearer its-key"}


def test_telephone_numbers_do_not_leave_but_are_kept_at_home(server: EmbeddingServer) -> None:
    ask(embeddings_base_url=server.base_url)
    assert all("13812345678" not in str(call["input"]) for call in server.asked)
    assert any("在职人员42人" in str(call["input"]) for call in server.asked)
    with open_library(load_settings(embeddings="openai:m3", embeddings_base_url=server.base_url)) as library:
        quotes = [hit.evidence.quote for hit in library.search("电话", 5, kinds=["report"]).hits]
    assert any("13812345678" in quote for quote in quotes)


def test_the_command_says_where_texts_go(
    server: EmbeddingServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JIHENG_EMBEDDINGS", "openai:m3")
    monkeypatch.setenv("JIHENG_EMBEDDINGS_BASE_URL", server.base_url)
    assert run(["corpus", "search", "预算"]) == 0
    assert "将发送到 127.0.0.1 生成向量" in capsys.readouterr().err


def test_a_server_without_an_address_is_one_line() -> None:
    with pytest.raises(InputError, match="JIHENG_EMBEDDINGS_BASE_URL"):
        open_library(load_settings(embeddings="openai:m3"))


def test_every_card_is_shelved_in_its_own_words_without_its_examples(server: EmbeddingServer) -> None:
    with open_library(load_settings(embeddings="openai:m3", embeddings_base_url=server.base_url)) as library:
        shelve_cards(library)
        held = {entry.name for entry in library.entries(["card"])}
        assert held == {card.code for card in all_cards()} | {note.code for note in notes()}
    for card in all_cards():
        text = card_text(card)
        assert card.meaning in text.text
        assert card.example_fail not in text.text
        assert text.article is None or card.basis[0].verified


def test_a_digest_is_shelved_with_its_source_and_an_unread_article_is_not_cited() -> None:
    texts = {note.code: (note, note_text(note)) for note in notes()}
    _, text = texts["N09"]
    assert text.text.endswith("出处：《中华人民共和国预算法》第四十二条")
    assert (text.article, text.sort) == ("第四十二条", "依据卡")
    assert all(text.article is None for note, text in texts.values() if not note.verified)
