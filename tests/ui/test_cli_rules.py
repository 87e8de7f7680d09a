"""``jiheng rules``: the catalogue, what holds for a year and a place, packs, and packs that are damaged."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from assistant.specimens import sample
from ui.cli import run

EXAMPLE = Path(__file__).parents[2] / "docs" / "packs" / "lanchuan"
REPORT = str(sample.sample_path("docx", clean=True))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home folder."""
    monkeypatch.setenv("JIHENG_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def _said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    capsys.readouterr()
    assert run(list(arguments)) == status
    return "".join(capsys.readouterr().out.split())


def _json(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> Any:
    capsys.readouterr()
    assert run([*arguments, "--json", "-"]) == status
    return json.loads(capsys.readouterr().out)


def test_the_list_has_sixty_rules_each_with_basis_validity_and_cases(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rules = _json(capsys, "rules", "list")["rules"]
    assert len({rule["code"] for rule in rules}) == len(rules) >= 60
    for rule in rules:
        assert all(basis["number"] or basis["verified"] for basis in rule["basis"]), rule["code"]
        assert rule["verified"] == all(basis["verified"] for basis in rule["basis"])
        assert rule["verified"] or rule["severity"] != "error"
        assert set(rule["validity"]) == {"from", "to", "region"}
        assert {case["finding"] for case in rule["cases"]} == {True, False}


def test_show_says_which_value_of_which_pack_holds_for_a_year_and_a_region(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = _said(capsys, "rules", "show", "S05", "--year", "2024", "--region", "hunan")
    assert "2024，hunan：适用" in said
    assert "达成：80%以上" in said
    assert "财预〔2020〕10号" in said and "条款待核" in said
    assert "2020-02-25至今" in said
    assert "替代mof-2011-285" in said


def test_show_says_that_a_rule_did_not_hold_yet(capsys: pytest.CaptureFixture[str]) -> None:
    shown = _json(capsys, "rules", "show", "S05", "--year", "2019")
    assert shown["holds"] is False
    assert [item["state"] for item in shown["values"]] == ["not_yet"]


def test_show_explains_the_overlay_of_a_pack_of_ones_own(capsys: pytest.CaptureFixture[str]) -> None:
    shown = _json(capsys, "rules", "show", "S05", "--year", "2022", "--pack", str(EXAMPLE))
    assert [(item["pack"], item["state"]) for item in shown["values"]] == [
        ("base", "replaced"),
        ("lanchuan", "in_force"),
        ("lanchuan", "not_yet"),
    ]


def test_show_says_which_threshold_is_on_and_which_is_off(capsys: pytest.CaptureFixture[str]) -> None:
    shown = _json(capsys, "rules", "show", "Q13", "--year", "2024", "--pack", str(EXAMPLE))
    assert [(item["pack"], item["state"], item["value"]) for item in shown["values"]] == [
        ("base", "off", "执行率偏低的门槛：80 %"),
        ("lanchuan", "in_force", "执行率偏低的门槛：75 %"),
    ]


def test_show_finds_an_indicator_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    said = _said(capsys, "rules", "show", "三公经费变动率")
    assert "(三公经费预算数−上年三公经费预算数)÷上年三公经费预算数×100%" in said
    assert "常见误算以决算数对决算数" in said
    assert "参考性" in said
    assert "不超过0%" in said


def test_packs_are_listed_and_a_damaged_one_at_home_is_named(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EXAMPLE, home / "packs" / "lanchuan")
    shutil.copytree(EXAMPLE, home / "packs" / "broken")
    held = _json(capsys, "rules", "packs")
    assert [pack["name"] for pack in held["packs"]] == ["base", "hunan", "lanchuan"]
    (left_out,) = held["left_out"]
    assert "broken" in left_out and "pack.toml 第 4 行" in left_out
    assert "规则包broken有1处错误，未启用" in _said(capsys, "rules", "packs")


def test_check_ends_in_0_for_a_sound_pack_and_in_1_with_every_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "没有错误" in _said(capsys, "rules", "check", str(EXAMPLE))
    assert "没有错误" in _said(
        capsys, "rules", "check", str(EXAMPLE.parents[2] / "rules" / "packs" / "hunan")
    )
    folder = tmp_path / "lanchuan"
    shutil.copytree(EXAMPLE, folder)
    text = (folder / "scoring.toml").read_text("utf-8")
    (folder / "scoring.toml").write_text(
        text.replace("met = 0.85", 'met = "多"').replace('"差"', '"丁"'), "utf-8"
    )
    found = _json(capsys, "rules", "check", str(folder), status=1)
    assert [fault["file"] for fault in found["faults"]] == ["scoring.toml", "scoring.toml"]
    assert all(fault["line"] for fault in found["faults"])
    said = _said(capsys, "rules", "check", str(folder), status=1)
    assert "应为数，实为“多”" in said and "等级“丁”不存在" in said


def test_check_in_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "lanchuan"
    shutil.copytree(EXAMPLE, folder)
    text = (folder / "scoring.toml").read_text("utf-8")
    (folder / "scoring.toml").write_text(text.replace("met = 0.85", 'met = "x"'), "utf-8")
    said = _said(capsys, "rules", "check", str(folder), "--lang", "en", status=1)
    assert "scoring.toml,line12:bands.metshouldbeanumber,not“x”" in said


def test_a_review_uses_a_pack_by_folder_and_a_pack_of_the_home_by_name(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EXAMPLE, home / "packs" / "lanchuan")
    by_name = _json(capsys, "review", REPORT, "--pack", "lanchuan")
    by_folder = _json(capsys, "review", REPORT, "--pack", str(EXAMPLE))
    assert by_name["document"]["packs"] == by_folder["document"]["packs"] == ["base", "lanchuan"]
    assert [f["id"] for f in by_name["findings"]] == [f["id"] for f in by_folder["findings"]]


def test_a_review_goes_on_without_a_damaged_pack_and_says_so(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(EXAMPLE, home / "packs" / "broken")
    assert any("broken" in words for words in _json(capsys, "review", REPORT)["document"]["warnings"])


@pytest.mark.slow
def test_a_batch_uses_a_pack_and_begins_anew_when_the_pack_changes(tmp_path: Path) -> None:
    folder, out = tmp_path / "reports", tmp_path / "out"
    folder.mkdir()
    shutil.copy(REPORT, folder / "one.docx")
    shutil.copytree(EXAMPLE, tmp_path / "lanchuan")

    def packs() -> list[str]:
        call = ["batch", str(folder), "--out", str(out), "--workers", "1", "--resume"]
        assert run([*call, "--pack", str(tmp_path / "lanchuan")]) in (0, 1)
        found = json.loads((out / "one.docx.json").read_text("utf-8"))
        return [finding["rule"] for finding in found["findings"] if finding["rule"] == "C01"]

    assert packs() == ["C01"]
    text = (tmp_path / "lanchuan" / "pack.toml").read_text("utf-8")
    (tmp_path / "lanchuan" / "pack.toml").write_text(text.replace('"绩效运行监控"', '"水文"'), "utf-8")
    assert packs() == []
