"""Damaged packs: every fault is named with file, line and what was expected, and all of them at once."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rules.errors import PackError
from rules.pack_check import pack_faults
from rules.pack_reading import read_folder
from rules.shelf import check_folder, open_packs

EXAMPLE = Path(__file__).parents[2] / "docs" / "packs" / "lanchuan"
SHIPPED = Path(__file__).parents[2] / "rules" / "packs"


def _cases() -> Iterator[Any]:
    data = tomllib.loads((Path(__file__).parent / "pack_damage.toml").read_text("utf-8"))
    for case in data["case"]:
        yield pytest.param(case, id=case["name"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "lanchuan")
    return tmp_path / "lanchuan"


def _damage(folder: Path, case: dict[str, Any]) -> Path:
    path = folder / case["file"]
    text = case["whole"] if "whole" in case else path.read_text("utf-8")
    if "old" in case:
        assert case["old"] in text
        text = text.replace(case["old"], case["new"], 1 if case.get("once") else -1)
    text = text.replace(case.get("drop", "\0"), "") + case.get("add", "")
    path.write_text(text, "utf-8")
    return path.rename(folder / case["rename"]) if "rename" in case else path


@pytest.mark.parametrize("case", list(_cases()))
def test_damage_is_named_with_file_line_and_what_was_expected(folder: Path, case: dict[str, Any]) -> None:
    path = _damage(folder, case)
    _, faults = check_folder(folder)
    named = [fault for fault in faults if case["says"] in fault.message]
    assert named, [str(fault) for fault in faults]
    wanted = folder / case["elsewhere"] if "elsewhere" in case else path
    fault = next((one for one in named if folder / one.file == wanted), None)
    assert fault is not None, [str(one) for one in named]
    if "at" in case:
        assert fault.line is not None
        assert case["at"] in wanted.read_text("utf-8").splitlines()[fault.line - 1]


def test_at_least_twenty_five_kinds_of_damage_are_tried() -> None:
    assert len({case.values[0]["says"] for case in _cases()}) >= 25


@pytest.mark.parametrize("name", ["base", "hunan"])
def test_the_packs_of_the_program_are_sound(name: str) -> None:
    others = {key: pack for key, pack in open_packs().available.items() if key != name}
    documents = {item.id: item for pack in others.values() for item in pack.document}
    read = read_folder(SHIPPED / name, documents)
    assert read.pack is not None
    assert not read.faults
    assert not pack_faults(read.pack, read.text, others)


def test_the_example_is_sound() -> None:
    pack, faults = check_folder(EXAMPLE)
    assert pack is not None
    assert pack.title == "澜川市规则包（示例）"
    assert not faults


def test_all_faults_of_all_files_are_named_at_once(folder: Path) -> None:
    _damage(folder, {"file": "pack.toml", "old": 'region = "澜川市"', "new": ""})
    _damage(folder, {"file": "scoring.toml", "old": "met = 0.85", "new": 'met = "多"'})
    _damage(folder, {"file": "documents.toml", "old": '"现行"', "new": '"差不多"'})
    _damage(folder, {"file": "indicators.toml", "old": "支出决算总额 × 100%", "new": "支出结算总额"})
    _, faults = check_folder(folder)
    files = ["pack.toml", "documents.toml", "indicators.toml", "scoring.toml"]
    assert [fault.file for fault in faults] == files, [str(fault) for fault in faults]


def test_a_file_in_another_encoding_is_said_to_be_so(folder: Path) -> None:
    (folder / "scoring.toml").write_bytes("# 行一\n# 澜川市".encode("gb18030"))
    _, faults = check_folder(folder)
    assert "UTF-8" in str(faults[0])
    assert (faults[0].file, faults[0].line) == ("scoring.toml", 1)


def test_what_is_no_file_and_what_is_nested_without_end_are_faults(folder: Path) -> None:
    (folder / "folder.toml").mkdir()
    (folder / "deep.toml").write_text("a = " + "[" * 20_000, "utf-8")
    (folder / "large.toml").write_text("# " + "甲" * 500_000, "utf-8")
    _, faults = check_folder(folder)
    assert {fault.file for fault in faults} == {"folder.toml", "deep.toml", "large.toml"}
    assert any("文件过大" in fault.message for fault in faults)


def test_a_folder_without_pack_toml_is_no_pack(tmp_path: Path) -> None:
    _, faults = check_folder(tmp_path)
    assert "没有 pack.toml" in str(faults[0])
    with pytest.raises(PackError, match="没有文件夹"):
        check_folder(tmp_path / "nowhere")


def test_a_damaged_pack_at_home_is_left_out_and_the_sound_ones_stay(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "broken")
    held = open_packs(tmp_path)
    assert {"base", "hunan", "lanchuan"} == set(held.available)
    (words,) = held.left_out
    assert words.startswith("规则包 broken 有 ")
    assert "第 4 行" in words
    with pytest.raises(PackError, match="规则包 broken 有"):
        open_packs(tmp_path, ["broken"])
    assert open_packs(tmp_path, ["lanchuan"]).chosen == ("lanchuan",)


def test_a_chosen_folder_is_used_and_a_name_that_is_not_there_is_said(folder: Path) -> None:
    assert open_packs(None, [str(folder)]).in_force("2024").names == ("base", "lanchuan")
    with pytest.raises(PackError, match="没有名为 moon 的规则包；可用的：base、hunan"):
        open_packs(None, ["moon"])
    with pytest.raises(PackError, match="没有规则包文件夹"):
        open_packs(None, ["./nowhere"])
