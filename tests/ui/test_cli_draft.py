"""``jiheng draft`` and the papers of ``jiheng review`` as a user calls them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from assistant.specimens.sample import sample_path
from tests.assistant.drafts import BASE, PLAIN_MEASURE, SLOW
from ui.cli import run

Valid = Callable[[str, Any], None]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Write a small report."""
    path = tmp_path / "渔业局.txt"
    text = BASE.format(title="海湾市渔业局", problems=SLOW, measures=PLAIN_MEASURE, more="")
    path.write_text(text, "utf-8")
    return path


def refused(capsys: Capture, *arguments: str) -> str:
    """Run a call that cannot be done and return its one line."""
    assert run(list(arguments)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()[-1]


# draft


def test_a_draft_is_shown_and_written_in_every_form(
    report: Path, tmp_path: Path, capsys: Capture, valid: Valid
) -> None:
    files = [tmp_path / name for name in ("d.json", "d.docx", "d.md")]
    call = ["draft", str(report), "--section", "both", "--json", str(files[0]), "--docx", str(files[1])]
    assert run([*call, "--md", str(files[2])]) == 0
    out, err = capsys.readouterr()
    assert "一、存在的问题及原因分析" in out and "核对范围" in out and "共起草 1 条问题、1 条措施" in out
    assert "[1/5] 读取文件" in err
    value = json.loads(files[0].read_text("utf-8"))
    valid("draft", value)
    assert any("未取得的材料" in line for line in value["scope"])
    assert docx.Document(str(files[1])).paragraphs[0].text.startswith("海湾市渔业局2023年度绩效自评")
    assert files[2].read_text("utf-8").startswith("# 海湾市渔业局2023年度绩效自评")


def test_json_on_standard_output_stands_alone(report: Path, capsys: Capture) -> None:
    assert run(["draft", str(report), "--section", "problems", "--voice", "reviewer", "--json", "-"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert (value["section"], value["voice"], value["engine"]) == ("problems", "reviewer", "offline")
    assert {item["section"] for item in value["items"]} == {"problems"}


def test_an_error_in_the_report_does_not_make_a_draft_fail() -> None:
    assert run(["draft", str(sample_path("docx")), "--engine", "offline"]) == 0


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--section", "causes", "--section 只能是"),
        ("--voice", "minister", "--voice 只能是"),
        ("--engine", "oracle", "没有引擎“oracle”"),
    ],
)
def test_what_there_is_none_of_is_refused_in_one_line(
    option: str, value: str, words: str, report: Path, capsys: Capture
) -> None:
    assert words in refused(capsys, "draft", str(report), option, value)


def test_the_report_is_never_overwritten(report: Path, capsys: Capture) -> None:
    before = report.read_bytes()
    assert "相同" in refused(capsys, "draft", str(report), "--md", str(report))
    assert report.read_bytes() == before


def test_the_draft_speaks_english_around_its_chinese(report: Path, capsys: Capture) -> None:
    assert run(["draft", str(report), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "1 problems and 1 measures drafted" in out and "存在的问题" in out


# review


def test_a_review_is_written_as_papers_page_and_marked_pdf(tmp_path: Path, capsys: Capture) -> None:
    kinds = ("docx", "opinion", "questions", "html", "pdf")
    files = {
        kind: tmp_path / f"{kind}.{'docx' if kind in ('opinion', 'questions') else kind}" for kind in kinds
    }
    options = [part for kind, path in files.items() for part in (f"--{kind}", str(path))]
    assert run(["review", str(sample_path("pdf")), *options]) == 1
    titles = [docx.Document(str(files[kind])).paragraphs[0].text for kind in ("docx", "opinion", "questions")]
    assert titles == [
        "云岭省水文水资源监测中心2024年度部门整体支出绩效自评报告审核底稿",
        "关于 2024 年度部门整体支出绩效自评报告的审核意见",
        "云岭省水文水资源监测中心2024年度部门整体支出绩效自评报告核实问题清单",
    ]
    assert files["html"].read_text("utf-8").startswith("<!doctype html>")
    assert files["pdf"].read_bytes().startswith(b"%PDF")
    assert "应修改" in capsys.readouterr().out


def test_where_one_output_cannot_be_made_none_is_written(
    report: Path, tmp_path: Path, capsys: Capture
) -> None:
    page, marked = tmp_path / "p.html", tmp_path / "p.pdf"
    assert "只有 PDF 报告" in refused(
        capsys, "review", str(report), "--html", str(page), "--pdf", str(marked)
    )
    assert not page.exists() and not marked.exists()


def test_a_word_file_can_go_to_standard_output(
    report: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    run(["review", str(report), "--opinion", "-"])
    out = capfdbinary.readouterr().out
    assert "审核意见" in docx.Document(io.BytesIO(out)).paragraphs[0].text


def test_a_report_from_standard_input_cannot_be_marked(tmp_path: Path, capsys: Capture) -> None:
    assert "标准输入" in refused(capsys, "review", "-", "--pdf", str(tmp_path / "p.pdf"))
