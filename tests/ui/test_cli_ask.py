"""``jiheng ask`` as a user calls it, on the bundled clean sample."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.specimens import sample
from tests.fakes.chat_server import Exchange, chat_server, honest, refuses
from ui.cli import run

REPORT = str(sample.sample_path("docx", clean=True))
RATE = "公用经费控制率是多少，怎么算的？"

Capture = pytest.CaptureFixture[str]


def asked(capsys: Capture, *arguments: str, status: int = 0) -> tuple[str, str]:
    """Run ``ask`` on the sample and return what it printed and what it told."""
    capsys.readouterr()
    assert run(["ask", REPORT, *arguments]) == status
    out, err = capsys.readouterr()
    return out, err


def as_json(capsys: Capture, *arguments: str) -> Any:
    out, _ = asked(capsys, *arguments, "--json", "-")
    return json.loads(out)


def test_an_answer_shows_text_and_sources(capsys: Capture) -> None:
    out, err = asked(capsys, RATE)
    assert "468.32 ÷ 508.51 = 92.10 %" in out and "出处" in out
    assert "[1] 报告｜" in out and "规则卡（非原文）" in out
    assert "由离线引擎作答" in out and "读取文件" in err


def test_the_json_has_the_shape_of_the_contract_and_true_quotes(
    capsys: Capture, valid: Callable[[str, Any], None]
) -> None:
    from corpus.readers.opening import open_document

    answer = as_json(capsys, RATE)
    valid("answer", answer)
    text = open_document(REPORT).text
    for citation in answer["citations"]:
        if citation["source"] == "report":
            assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert answer["engine"] == "offline" and answer["answered"]
    assert {number["origin"] for number in answer["numbers"]} == {"cited", "computed"}


def test_a_question_that_the_report_does_not_answer_succeeds_and_says_so(capsys: Capture) -> None:
    answer = as_json(capsys, "该单位有多少辆公务用车？")
    assert answer["answered"] is False and answer["numbers"] == []
    assert answer["answer"].startswith("报告未载公务用车的数量（辆）")


def test_a_file_is_written_whole_and_the_answer_is_still_shown(capsys: Capture, tmp_path: Path) -> None:
    target = tmp_path / "答.json"
    out, _ = asked(capsys, "编制多少人", "--json", str(target))
    assert "编制为 150 人" in out
    assert json.loads(target.read_text("utf-8"))["answered"] is True


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([""], "问题是空的"),
        (["　"], "问题是空的"),
        (["问" * 20_000], "问题有 20000 字，太长"),
        (["编制多少人", "--engine", "best"], "--engine 应为 offline 或 llm"),
        (["编制多少人", "--engine", "llm"], "没有设置大模型接口"),
        ([], "缺少参数"),
    ],
    ids=["empty", "blank", "long", "engine", "no endpoint set", "no question"],
)
def test_what_cannot_be_asked_is_one_line_and_status_two(
    capsys: Capture, arguments: list[str], line: str
) -> None:
    out, err = asked(capsys, *arguments, status=2)
    assert out == "" and err.count("\n") == 1
    assert err.startswith("jiheng: ") and line in err


def test_a_file_that_is_not_there_is_one_line(capsys: Capture) -> None:
    capsys.readouterr()
    assert run(["ask", "没有.pdf", RATE]) == 2
    assert capsys.readouterr().err.startswith("jiheng: 找不到文件")


def _endpoint(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("JIHENG_LLM_BASE_URL", url)
    monkeypatch.setenv("JIHENG_LLM_MODEL", "scripted")
    monkeypatch.setenv("JIHENG_LLM_API_KEY", "a-secret-key")


def test_a_configured_endpoint_words_the_answer_and_the_user_is_told_where_text_goes(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with chat_server(honest) as server:
        _endpoint(monkeypatch, server.url)
        out, err = asked(capsys, RATE)
        assert len(server.requests) == 1
    host = re.sub(r"https?://|/v1", "", server.url)
    assert f"将发送到 {host}（人名、电话已遮盖）" in err
    assert "468.32 ÷ 508.51 = 92.10 %" in out and "由大模型作答" in out
    assert "a-secret-key" not in out + err


def test_the_offline_engine_can_be_asked_for_and_sends_nothing(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with chat_server(honest) as server:
        _endpoint(monkeypatch, server.url)
        _, err = asked(capsys, RATE, "--engine", "offline")
        assert server.requests == [] and "将发送到" not in err


def test_an_endpoint_that_fails_leaves_the_offline_answer_which_says_so(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with chat_server(refuses(400)) as server:
        _endpoint(monkeypatch, server.url)
        answer = as_json(capsys, RATE)
    assert answer["engine"] == "offline" and answer["note"] == "接口不接受请求"
    assert answer["answer"].startswith("（未采用大模型的回答：接口不接受请求")
    assert "92.10 %" in answer["answer"]


def test_a_lying_endpoint_gets_no_figure_through(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def lies(exchange: Exchange) -> None:
        exchange.say(exchange.filled.replace("92.10", "29.10").replace("468.32", "486.32"))

    with chat_server(lies) as server:
        _endpoint(monkeypatch, server.url)
        text = json.dumps(as_json(capsys, RATE, "--engine", "llm"), ensure_ascii=False)
    assert "29.10" not in text and "486.32" not in text and "92.10 %" in text


def test_the_page_of_help_and_messages_are_english_on_request(capsys: Capture) -> None:
    out, err = asked(capsys, RATE, "--lang", "en")
    assert "Sources" in out and "answered by the offline engine" in out and "reading the file" in err


def test_asking_leaves_no_home_folder_behind(capsys: Capture, home: Path) -> None:
    asked(capsys, RATE)
    asked(capsys, "预算法第十四条怎么规定的")
    assert not home.exists()
