"""``jiheng train`` as a user calls it: what it writes, what it says, and its one line where something is wrong."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ui.cli import run

Valid = Callable[[str, Any], None]


def _new(folder: Path, *more: str) -> int:
    return run(["train", "new", "--seed", "314159", "--out", str(folder), *more])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write one exercise, with its home folder, for all tests to copy."""
    place = tmp_path_factory.mktemp("written")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JIHENG_HOME", str(place / "home"))
        assert _new(place / "exercise", "--level", "2") == 0
    return place


@pytest.fixture
def exercise(written: Path, tmp_path: Path, home: Path) -> Path:
    """Return a copy of the exercise, its key in this test's home folder."""
    shutil.copytree(written / "home", home)
    return shutil.copytree(written / "exercise", tmp_path / "exercise")


def _answers(place: Path, value: object) -> str:
    place.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return str(place)


def _graded(exercise: Path, answers: str, capsys: pytest.CaptureFixture[str]) -> Any:
    capsys.readouterr()
    assert run(["train", "grade", str(exercise), answers, "--json", "-"]) == 0
    return json.loads(capsys.readouterr().out)


def test_new_writes_three_files_and_keeps_the_key_in_the_home_folder(exercise: Path, home: Path) -> None:
    assert sorted(path.name for path in exercise.iterdir()) == [
        "exercise.json",
        "questions.md",
        "report.docx",
    ]
    keys = list((home / "training").iterdir())
    assert [path.stem for path in keys] == [json.loads((exercise / "exercise.json").read_text("utf-8"))["id"]]


def test_the_same_seed_writes_the_same_bytes(exercise: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert _new(again, "--level", "2") == 0
    for path in exercise.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes()


def test_no_seed_stands_in_the_folder(exercise: Path) -> None:
    assert all(b"314159" not in path.read_bytes() for path in exercise.iterdir())


def test_a_folder_that_is_not_empty_is_left_alone_with_one_line(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    assert _new(tmp_path) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1 and err.startswith("jiheng: ") and "不是空的" in err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_empty_folder_may_be_filled(tmp_path: Path, home: Path) -> None:
    assert _new(tmp_path) == 0
    assert len(list(tmp_path.iterdir())) == 3


def test_silence_scores_nothing_and_what_the_grade_shows_scores_all(
    exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], valid: Valid
) -> None:
    empty = _graded(exercise, _answers(tmp_path / "none.json", {"answers": []}), capsys)
    valid("grade", empty)
    assert empty["score"] == "0"
    told = [
        {"quote": item["evidence"][0]["quote"], "reported": item["reported"], "expected": item["expected"]}
        for item in empty["items"]
    ]
    full = _graded(exercise, _answers(tmp_path / "all.json", {"answers": told}), capsys)
    valid("grade", full)
    assert full["score"] == full["out_of"] != "0"


def test_the_grade_for_people_gives_score_derivation_place_and_rule(
    exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = _answers(tmp_path / "none.json", {"answers": []})
    capsys.readouterr()
    assert run(["train", "grade", str(exercise), answers]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("得分 0 / 40：找到 0，漏 4，误报 0")
    assert shown.count("位置：") == shown.count("原文：") == shown.count("依据：") == 4
    assert "小题的算式" in shown


def test_the_grade_speaks_english_too(
    exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = _answers(tmp_path / "none.json", {"answers": []})
    capsys.readouterr()
    assert run(["train", "grade", str(exercise), answers, "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("Score 0 / 40: 0 found, 4 missed, 0 false alarms")


def test_answers_come_from_standard_input_and_the_grade_goes_to_a_file(
    exercise: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"answers": []}')))
    place = tmp_path / "grade.json"
    assert run(["train", "grade", str(exercise), "-", "--json", str(place)]) == 0
    assert json.loads(place.read_text("utf-8"))["score"] == "0"


def test_standard_input_and_output_do_not_go_together(
    exercise: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["train", "grade", str(exercise), "-", "--json", "-"]) == 2
    assert "-" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"), [("{", "JSON"), ("[]", "answers"), ('{"answers": [{}]}', "第 1 条")]
)
def test_answers_that_cannot_be_read_are_one_line(
    exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    place = tmp_path / "answers.json"
    place.write_text(text, "utf-8")
    capsys.readouterr()
    assert run(["train", "grade", str(exercise), str(place)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1 and told in err


def test_a_lost_key_is_one_line_that_says_where_it_would_be(
    exercise: Path, tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (home / "training").iterdir():
        path.unlink()
    answers = _answers(tmp_path / "none.json", {"answers": []})
    capsys.readouterr()
    assert run(["train", "grade", str(exercise), answers]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "JIHENG_HOME" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--seed", "seven"], "--seed"),
        (["--level", "4"], "--level"),
        (["--topic", "poetry"], "convention"),
    ],
)
def test_a_wrong_option_is_one_line_and_writes_nothing(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert run(["train", "new", "--out", str(tmp_path / "new"), *arguments]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and told in err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("missing", ["folder", "description", "answers"])
def test_what_is_missing_is_named_in_one_line(
    exercise: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    answers = _answers(tmp_path / "none.json", {"answers": []})
    folder = exercise
    if missing == "folder":
        folder = tmp_path / "elsewhere"
    elif missing == "description":
        (exercise / "exercise.json").unlink()
    else:
        answers = str(tmp_path / "nowhere.json")
    capsys.readouterr()
    assert run(["train", "grade", str(folder), answers]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "jiheng: " in err
