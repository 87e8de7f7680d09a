"""``jiheng batch``: a folder reviewed, what is bad named, what was broken off gone on with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assistant import batch
from assistant.batch_pool import Job, Options, Result, reviewed
from assistant.specimens import sample
from tests.corpus.xlsx_files import build
from ui.cli import run

Valid = Callable[[str, Any], None]
SECONDS = 120
WRONG = [
    ["2024年度支出情况表"],
    ["单位：万元"],
    ["项目", "决算数"],
    ["人员经费", "2321.93"],
    ["公用经费", "347.38"],
    ["合计", "2696.31"],
]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a folder with a workbook whose total is wrong, one that is right, and a file that is damaged."""
    folder = tmp_path / "报告"
    (folder / "下属").mkdir(parents=True)
    (folder / "错.xlsx").write_bytes(build(("支出", WRONG)))
    right = [*WRONG[:-1], ["合计", "2669.31"]]
    (folder / "下属" / "对.xlsx").write_bytes(build(("支出", right)))
    (folder / "断.docx").write_bytes(sample.sample_path("docx", clean=True).read_bytes()[:9000])
    (folder / ".DS_Store").write_bytes(b"\0")
    return folder


def _called(*arguments: object) -> int:
    return run(["batch", *(str(item) for item in arguments)])


def _summary(out: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((out / "summary.json").read_text("utf-8"))
    return value


@pytest.mark.slow
def test_every_report_has_its_result_and_a_bad_file_is_named(
    reports: Path, tmp_path: Path, valid: Valid, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "结果"
    assert _called(reports, "--out", out, "--workers", 2) == 1
    summary = _summary(out)
    valid("batch", summary)
    assert [(entry["file"], entry["status"]) for entry in summary["files"]] == [
        ("下属/对.xlsx", "done"),
        ("断.docx", "failed"),
        ("错.xlsx", "done"),
    ]
    assert "损坏" in summary["files"][1]["error"]
    assert summary["totals"] == {
        "files": 3,
        "done": 2,
        "failed": 1,
        "findings": {"error": 1, "warning": 0, "info": 0},
    }
    valid("review", json.loads((out / "下属" / "对.xlsx.json").read_text("utf-8")))
    assert not (out / "断.docx.json").exists()
    sheet = openpyxl.load_workbook(out / "summary.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet["B"]] == ["文件", "下属/对.xlsx", "断.docx", "错.xlsx", "3 份"]
    assert "断.docx" in capsys.readouterr().out


@pytest.mark.slow
def test_going_on_reviews_nothing_that_has_not_changed(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "结果"
    _called(reports, "--out", out)
    before = _summary(out)
    asked: list[str] = []

    def counting(jobs: Sequence[Job], workers: int, options: Options) -> Any:
        asked.extend(job.name for job in jobs)
        return reviewed(jobs, workers, options)

    monkeypatch.setattr(batch, "reviewed", counting)
    assert _called(reports, "--out", out, "--resume") == 1
    assert asked == []
    assert _summary(out) == before
    (reports / "错.xlsx").write_bytes(build(("支出", [*WRONG[:-1], ["合计", "2669.31"]])))
    assert _called(reports, "--out", out, "--resume") == 0
    assert asked == ["错.xlsx"]


@pytest.mark.slow
def test_a_report_that_kills_its_process_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    class Deadly:
        def __reduce__(self) -> tuple[Any, ...]:
            return os._exit, (1,)

    good = tmp_path / "好.xlsx"
    good.write_bytes(build(("支出", WRONG)))
    jobs = [Job(path, name, name, name) for path, name in ((Deadly(), "坏"), (good, "好.xlsx"))]  # type: ignore[arg-type]
    found: dict[str, Result] = {result[0].name: result for result in reviewed(jobs, 2, Options())}
    assert found["好.xlsx"][1].status == "done"
    assert found["坏"][1].status == "failed"
    assert "异常退出" in (found["坏"][1].error or "")
    assert not found["坏"][1].lasting


@pytest.mark.slow
def test_a_batch_that_is_killed_loses_nothing_and_leaves_no_half_file(tmp_path: Path) -> None:
    folder, out = tmp_path / "报告", tmp_path / "结果"
    folder.mkdir()
    for number in range(4):
        shutil.copy(sample.sample_path("docx", clean=True), folder / f"{number}.docx")
    call = [sys.executable, "-c", "from ui.cli import main; main()", "batch", str(folder), "--out", str(out)]
    with subprocess.Popen([*call, "--workers", "1"], start_new_session=True) as process:
        _until(lambda: (out / "0.docx.json").exists())
        os.kill(process.pid, signal.SIGKILL)
    _until(lambda: not _alive(process.pid))  # nor does a worker live on
    done = {path: path.stat().st_mtime_ns for path in out.rglob("*.json")}
    assert all(json.loads(path.read_text("utf-8")) for path in done)
    assert not (out / "summary.json").exists()
    assert _called(folder, "--out", out, "--resume") == 0
    assert [entry["status"] for entry in _summary(out)["files"]] == ["done"] * 4
    kept = out / "0.docx.json"
    assert kept.stat().st_mtime_ns == done[kept] or len(done) == 2  # killed between the result and its record
    assert list(out.rglob(".*.part")) == []


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_file_of_someone_else_in_the_output_folder_is_not_replaced(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "结果"
    out.mkdir()
    (out / "错.xlsx.json").write_text("mine", "utf-8")
    assert _called(reports, "--out", out) == 2
    assert "已经存在" in capsys.readouterr().err
    assert (out / "错.xlsx.json").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("没有", "--out", "结果"), "没有文件夹"),
        (("空", "--out", "结果"), "没有文件"),
        (("空", "--out", "空"), "不能就是"),
        (("空", "--out", "结果", "--workers", "0"), "--workers"),
        (("空", "--out", "结果", "--region", "月球"), "月球"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "空").mkdir()
    assert _called(*arguments) == 2
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert says in err


def test_where_no_file_can_be_reviewed_the_call_fails(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in reports.rglob("*.xlsx"):
        path.unlink()
    assert _called(reports, "--out", tmp_path / "结果") == 2
    assert "summary.json" in capsys.readouterr().err
    assert _summary(tmp_path / "结果")["totals"]["failed"] == 1
