"""``jiheng demo``: the first thing that a newcomer runs, in any folder, from an empty home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ui.cli import run

Valid = Callable[[str, Any], None]
SECONDS = 120


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the command runs in, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
def test_the_demo_runs_anywhere_names_its_results_and_says_how_to_go_on(
    folder: Path, home: Path, valid: Valid
) -> None:
    call = [sys.executable, "-c", "from ui.cli import main; main()", "demo"]
    done = subprocess.run(call, capture_output=True, env=os.environ, timeout=SECONDS, check=False)
    said = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    written = folder / "out" / "sample.json"
    assert f"已写入 {written}" in said
    review = json.loads(written.read_text("utf-8"))
    valid("review", review)
    assert any(finding["severity"] == "error" for finding in review["findings"])
    assert openpyxl.load_workbook(folder / "out" / "sample.xlsx").sheetnames
    assert (folder / "out" / "sample-draft.docx").stat().st_size
    assert sorted(path.name for path in folder.iterdir()) == ["out"]
    assert "样例为虚构" in done.stderr.decode()
    assert "jiheng review" in "".join(said.splitlines()[-2:])
    assert not home.exists()


@pytest.mark.slow
def test_where_the_folder_is_not_ours_the_results_go_to_the_home_folder(
    folder: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "out").write_text("a file of the user", "utf-8")
    assert run(["demo"]) == 0
    assert str(home / "jiheng-demo" / "sample.json") in capsys.readouterr().out
    assert (folder / "out").read_text("utf-8") == "a file of the user"


@pytest.mark.parametrize(("lang", "words"), [("zh", "JIHENG_HOME"), ("en", "neither the current folder")])
def test_where_nothing_can_be_written_that_is_one_line(
    lang: str,
    words: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "out").write_bytes(b"")
    monkeypatch.setenv("JIHENG_HOME", str(folder / "out" / "home"))
    assert run(["demo", "--lang", lang]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("jiheng: ") and err.count("\n") == 1 and words in err
