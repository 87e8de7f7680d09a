"""``jiheng review`` as a user calls it, on the bundled sample with its key and on its clean twin."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assistant.specimens import sample
from assistant.training.folded import fold
from ui.cli import run

Valid = Callable[[str, Any], None]
Format = sample.Format
FORMATS: tuple[Format, ...] = ("pdf", "docx")
SECONDS = 120

NOT_FOUND: dict[str, str] = {}
"""Planted errors that the checkers do not find in the sample as yet, by kind, each with the reason."""


@pytest.fixture(scope="module")
def reviews(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, Any]]:
    """Review the sample and its clean twin in both formats: exit status and JSON by file name."""
    folder = tmp_path_factory.mktemp("reviews")
    found = {}
    for format in FORMATS:
        for clean in (False, True):
            path = sample.sample_path(format, clean)
            target = folder / f"{path.name}.json"
            status = run(["review", str(path), "--json", str(target)])
            found[path.name] = (status, json.loads(target.read_text("utf-8")))
    return found


def _called(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program itself, in a process of its own."""
    call = [sys.executable, "-c", "from ui.cli import main; main()", *arguments]
    return subprocess.run(call, capture_output=True, timeout=SECONDS, check=False)


def _loud(review: Any) -> list[Any]:
    return [finding for finding in review["findings"] if finding["severity"] in ("error", "warning")]


def _holds(finding: Any, planted: Any) -> bool:
    """Say whether a finding's evidence is the planted place: the cell, or a part of the sentence in that section."""
    if planted["reported"] == "（缺）":
        return any(planted["expected"] in evidence["quote"] for evidence in finding["evidence"])
    where = planted["where"]
    for evidence in finding["evidence"]:
        if where["row"] is not None:
            # The last column of the form is empty where the reason is missing; then the row is the place.
            same = evidence["row"] == where["row"] and where["table"] in evidence["table"]
            if same and (evidence["column"] == where["column"] or planted["reported"] == "（空）"):
                return True
        elif fold(evidence["quote"]) in fold(planted["quote"]) and evidence["section"] == where["section"]:
            return True
    return False


# What the sample holds


@pytest.mark.parametrize("format", FORMATS)
def test_the_sample_has_errors_so_the_status_is_1_and_the_json_is_the_contracts(
    format: Format, reviews: dict[str, tuple[int, Any]], valid: Valid
) -> None:
    status, review = reviews[f"sample.{format}"]
    assert status == 1
    valid("review", review)
    assert review["document"]["format"] == format
    assert review["document"]["kind"] == "department_self_evaluation"
    assert review["document"]["year"] == "2024"


@pytest.mark.parametrize("format", FORMATS)
def test_every_planted_error_is_found_as_an_error_or_a_warning(
    format: Format, reviews: dict[str, tuple[int, Any]]
) -> None:
    loud = _loud(reviews[f"sample.{format}"][1])
    planted = sample.key()["planted"]
    missed = {item["kind"] for item in planted if not any(_holds(finding, item) for finding in loud)}
    assert missed == set(NOT_FOUND)


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_but_what_was_planted_is_held_against_the_sample(
    format: Format, reviews: dict[str, tuple[int, Any]]
) -> None:
    planted = sample.key()["planted"]
    loud = _loud(reviews[f"sample.{format}"][1])
    assert [f["message"] for f in loud if not any(_holds(f, item) for item in planted)] == []


@pytest.mark.parametrize("format", FORMATS)
def test_one_planted_error_is_one_finding(format: Format, reviews: dict[str, tuple[int, Any]]) -> None:
    assert len(_loud(reviews[f"sample.{format}"][1])) == len(sample.key()["planted"]) - len(NOT_FOUND)


def test_a_report_has_the_same_findings_as_pdf_and_as_word(reviews: dict[str, tuple[int, Any]]) -> None:
    pdf, word = ({f["id"] for f in reviews[f"sample.{format}"][1]["findings"]} for format in FORMATS)
    assert pdf == word


@pytest.mark.parametrize("format", FORMATS)
def test_the_clean_twin_has_nothing_to_correct_or_to_explain_and_the_status_is_0(
    format: Format, reviews: dict[str, tuple[int, Any]], valid: Valid
) -> None:
    status, review = reviews[f"clean.{format}"]
    valid("review", review)
    assert (status, [finding["message"] for finding in _loud(review)]) == (0, [])


def test_every_page_of_the_pdf_was_read_and_every_finding_shows_its_page_and_box(
    reviews: dict[str, tuple[int, Any]],
) -> None:
    review = reviews["sample.pdf"][1]
    assert [page["read"] for page in review["coverage"]["pages"]] == ["text"] * review["document"]["pages"]
    places = [evidence for finding in review["findings"] for evidence in finding["evidence"]]
    assert places
    assert [place for place in places if place["page"] is None or not place["boxes"]] == []


# What comes out where


def test_a_dash_gives_json_alone_on_standard_output_and_the_stages_on_the_other(valid: Valid) -> None:
    done = _called("review", str(sample.sample_path("docx")), "--json", "-")
    assert done.returncode == 1
    review = json.loads(done.stdout)
    valid("review", review)
    assert b"Traceback" not in done.stderr
    assert [line.partition(" ")[0] for line in done.stderr.decode().splitlines()] == [
        f"[{at}/5]" for at in range(1, 6)
    ]


def test_a_report_comes_from_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    report = sample.sample_path("docx", clean=True).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(report)))
    target = tmp_path / "结果.json"
    assert run(["review", "-", "--json", str(target)]) == 0
    assert json.loads(target.read_text("utf-8"))["document"]["name"] == "stdin"


def test_the_sheet_alone_goes_to_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["review", str(sample.sample_path("docx", clean=True)), "--xlsx", "-"]) == 0
    assert openpyxl.load_workbook(io.BytesIO(capsysbinary.readouterr().out)).sheetnames


def test_both_results_are_written_and_what_stood_there_is_replaced_whole(tmp_path: Path) -> None:
    json_file, sheet = tmp_path / "r.json", tmp_path / "r.xlsx"
    json_file.write_text("x" * 10_000_000, "utf-8")
    call = [
        "review",
        str(sample.sample_path("docx", clean=True)),
        "--json",
        str(json_file),
        "--xlsx",
        str(sheet),
    ]
    assert run(call) == 0
    assert json.loads(json_file.read_text("utf-8"))["schema"] == "jiheng.review/1"
    assert openpyxl.load_workbook(sheet).sheetnames
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.json", "r.xlsx"]


def test_a_finding_is_printed_with_its_sum_its_place_its_quote_and_its_basis(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["review", str(sample.sample_path("docx"))]) == 1
    shown = "".join(capsys.readouterr().out.split())
    first = shown.partition("1．")[2].partition("2．")[0]
    assert all(f"{part}" in first for part in ("算式", "位置", "依据规则卡", "建议"))
    assert "2969.14÷3065.04=96.87%（报告为97.15%）" in shown
    assert "没有核到什么" in shown and "核对了什么" in shown


@pytest.mark.parametrize("how", ["option", "environment"])
def test_the_summary_speaks_english_where_asked_to(
    how: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if how == "environment":
        monkeypatch.setenv("JIHENG_LANG", "en")
    option = ["--lang", "en"] if how == "option" else []
    assert run(["review", str(sample.sample_path("docx", clean=True)), *option]) == 0
    out, err = capsys.readouterr()
    assert "0 to correct, 0 to explain" in out
    assert err.startswith("[1/4] reading the file")


def test_a_review_needs_no_home_folder_and_makes_none(home: Path) -> None:
    assert run(["review", str(sample.sample_path("docx", clean=True))]) == 0
    assert not home.exists()
