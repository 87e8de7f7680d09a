"""Packs: what is in force by year and region, and damage that is named."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from rules.errors import PackError
from rules.pack import in_force, packs, region_of, steps_of
from rules.shelf import open_packs

EXAMPLE = Path(__file__).parents[2] / "docs" / "packs" / "lanchuan"


def test_every_parameter_has_a_basis_with_a_number_and_none_is_called_verified() -> None:
    pack = packs()["base"]
    dated = [*pack.bands, *pack.scoring, *pack.execution, *pack.class_weights, *pack.grades]
    assert dated
    for value in dated:
        assert value.basis
        assert all(basis.number and not basis.verified for basis in value.basis)


def test_what_came_into_force_in_2020_does_not_hold_for_2019() -> None:
    assert in_force("2019").bands is None
    bands = in_force("2020").bands
    assert bands is not None
    assert (bands.met, bands.partial) == (Decimal("0.80"), Decimal("0.60"))
    assert in_force(None).bands == bands


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("89.5", "良"),
        ("80", "良"),
        ("79.5", "中"),
        ("60", "中"),
        ("0", "差"),
    ],
)
def test_grades_are_half_open(total: str, grade: str) -> None:
    grades = in_force("2023").grades
    assert grades is not None
    assert grades.of(Decimal(total)) == grade


def test_a_region_adds_to_the_base() -> None:
    base, hunan = in_force("2023"), in_force("2023", "湖南")
    assert hunan.names == ("base", "hunan")
    assert set(base.known) < set(hunan.known)
    assert in_force("2023", "hunan") == hunan
    with pytest.raises(PackError, match=r"base、hunan"):
        in_force("2023", "月球")


def test_the_region_shows_in_the_text() -> None:
    assert region_of("根据湘财绩〔2024〕1号文件") == "hunan"
    assert region_of("根据有关文件") is None


def test_a_report_of_2019_and_one_of_2024_are_held_against_what_was_in_force_then() -> None:
    held = open_packs(None, [str(EXAMPLE)])
    assert held.in_force("2019").bands is None
    old, new = held.in_force("2022").bands, held.in_force("2024").bands
    assert old is not None and new is not None
    assert (old.partial, old.basis[0].number) == (Decimal("0.50"), "澜财绩〔2021〕6号")
    assert (new.met, new.basis[0].number) == (Decimal("0.85"), "澜财绩〔2023〕9号")
    assert "low_execution" not in held.in_force("2022").parameters
    assert held.in_force("2024").parameters["low_execution"].value == 75


def test_the_way_to_a_value_shows_every_pack_and_what_it_replaced() -> None:
    held = open_packs(None, [str(EXAMPLE)])
    steps = steps_of(held.stack(), "bands", "2024")
    assert [(step.pack.name, step.holds) for step in steps] == [
        ("base", True),
        ("lanchuan", False),
        ("lanchuan", True),
    ]


def test_a_threshold_without_a_source_is_off() -> None:
    assert packs()["base"].parameter
    assert in_force("2024").parameters == {}


def test_a_framework_that_is_only_a_reference_says_so() -> None:
    pack = in_force("2024")
    assert pack.standing_of("财预〔2013〕53号") == "reference"
    assert pack.standing_of("财预〔2021〕101号") == "trial"
    assert pack.standing_of("财预〔2020〕10号") == "binding"


def test_a_pack_over_another_brings_that_along(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "lanchuan")
    (tmp_path / "district").mkdir()
    (tmp_path / "district" / "pack.toml").write_text(
        'name = "district"\ntitle = "东区规则包"\nregion = "东区"\nover = "lanchuan"\n', "utf-8"
    )
    held = open_packs(tmp_path)
    assert held.left_out == ()
    assert held.in_force("2024", "东区").names == ("base", "lanchuan", "district")
    assert held.in_force("2024", "东区").bands == held.in_force("2024", "lanchuan").bands
