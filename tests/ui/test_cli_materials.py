"""``--with`` and ``--prior``: a report held against other documents, from the command line to every output."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import docx
import openpyxl
import pytest

from tests.others import papers
from tests.others.books import books
from tests.others.papers import Ink
from ui.cli import run

Valid = Callable[[str, Any], None]
BOOK = books(0)
FIGURE = "公用经费.executed"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a report, final accounts that differ in one figure, and last year's report."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报告.docx").write_bytes(papers.report(BOOK, 2, Ink()))
    (tmp_path / "决算.xlsx").write_bytes(papers.final_accounts(BOOK, 1, Ink(FIGURE, Random(1))))
    (tmp_path / "上年.docx").write_bytes(papers.prior_report(BOOK, 2, Ink()))
    return tmp_path


def _review(*arguments: str) -> tuple[int, Any]:
    status = run(["review", "报告.docx", *arguments, "--json", "结果.json"])
    return status, json.loads(Path("结果.json").read_text("utf-8"))


def test_a_figure_that_the_accounts_give_otherwise_is_one_error_with_both_places(
    folder: Path, valid: Valid
) -> None:
    status, review = _review("--with", "final_accounts=决算.xlsx", "--prior", "上年.docx")
    valid("review", review)
    assert status == 1
    (finding,) = [f for f in review["findings"] if f["severity"] == "error"]
    assert (finding["kind"], finding["verdict"], finding["disposition"]) == (
        "cross_document",
        "impossible",
        "return",
    )
    assert finding["title"] == "与决算报表不一致：公用经费决算"
    assert finding["message"].endswith("请与决算报表核对后统一。")
    assert "错误" not in finding["message"]
    places = [(item["document"], item["material"]) for item in finding["evidence"]]
    assert places[0] == ("报告.docx", None)
    assert places[-1] == ("决算.xlsx", "final_accounts")
    facts = {fact["id"]: fact for fact in review["facts"]}
    relations = {item["id"]: item for item in review["relations"]["items"]}
    assert {facts[fact]["subject"] for fact in finding["suspects"]} == {"公用经费"}
    assert all(fact in facts for name in finding["related"] for fact in relations[name]["facts"])


def test_what_was_handed_in_is_held_and_the_rest_is_not(folder: Path) -> None:
    _, alone = _review()
    _, review = _review("--with", "final_accounts=决算.xlsx", "--prior", "上年.docx")
    assert alone["coverage"]["held"] == []
    missing = {item["kind"] for item in alone["coverage"]["not_held"]}
    assert missing - {item["kind"] for item in review["coverage"]["not_held"]} == {"final_accounts", "prior"}
    held = {item["kind"]: item for item in review["coverage"]["held"]}
    assert held["final_accounts"]["relations"] > 10
    assert held["prior"]["year"] == str(BOOK.last.year)
    assert review["relations"]["by_kind"]["cross_document"] > 10


@pytest.mark.slow
def test_a_document_of_another_year_is_not_used_and_that_is_said(folder: Path) -> None:
    _, review = _review("--prior", "上年.docx", "--with", "final_accounts=上年.docx")
    assert any("未据以核对" in warning and "应为" in warning for warning in review["document"]["warnings"])
    assert "final_accounts" in {item["kind"] for item in review["coverage"]["not_held"]}


@pytest.mark.slow
def test_every_output_names_the_other_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["--with", "final_accounts=决算.xlsx", "--xlsx", "a.xlsx", "--docx", "a.docx", "--html", "a.html"]
    assert run(["review", "报告.docx", *call, "--opinion", "o.docx", "--questions", "q.docx"]) == 1
    shown = capsys.readouterr().out
    assert "决算报表“决算.xlsx”" in shown
    book = openpyxl.load_workbook("a.xlsx")
    assert any("决算报表“决算.xlsx”" in str(cell.value) for cell in book["发现"]["L"])
    for name in ("a.docx", "o.docx"):
        document = docx.Document(io.BytesIO(Path(name).read_bytes()))
        text = "".join(element.text or "" for element in document.element.body.iter())
        assert "决算.xlsx" in text, name
    assert "决算.xlsx" in Path("a.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--with", "决算.xlsx"), "类别=文件"),
        (("--with", "accounts=决算.xlsx"), "final_accounts"),
        (("--with", "prior=上年.docx"), "--prior"),
        (("--with", "final_accounts=没有.xlsx"), "找不到"),
        (("--prior", "报告.docx"), "同一个文件"),
        (("--with", "assets=决算.xlsx", "--with", "assets=决算.xlsx"), "两次"),
        (("--prior", "-", "--json", "-"), "一次只能用一个"),
        (("--prior", "上年.docx", "--json", "上年.docx"), "相同"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    before = sorted(folder.iterdir())
    assert run(["review", "报告.docx", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert says in err
    assert sorted(folder.iterdir()) == before


@pytest.mark.slow
def test_asking_and_drafting_take_them_too(
    folder: Path, valid: Valid, capsys: pytest.CaptureFixture[str]
) -> None:
    others = ["--with", "final_accounts=决算.xlsx", "--prior", "上年.docx"]
    assert run(["ask", "报告.docx", "上年自评多少分", *others, "--json", "答.json"]) == 0
    answer = json.loads(Path("答.json").read_text("utf-8"))
    valid("answer", answer)
    assert answer["answered"]
    assert BOOK.last.score in answer["answer"]
    assert {item["document"] for item in answer["citations"]} == {"上年.docx"}
    assert run(["draft", "报告.docx", *others, "--json", "稿.json"]) == 0
    draft = json.loads(Path("稿.json").read_text("utf-8"))
    valid("draft", draft)
    assert any("对照材料：决算报表“决算.xlsx”" in line for line in draft["scope"])
