"""Packs: what is in force by year and region, and damage that is named."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rules.errors import PackError
from rules.pack import in_force, packs, read_pack, region_of


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


def test_damage_is_named_with_the_pack_and_the_field() -> None:
    good = 'name = "x"\ntitle = "甲"\nregion = "乙"\n'
    assert read_pack(good, "x").title == "甲"
    with pytest.raises(PackError, match=r"x.*bands\.0\.partial"):
        read_pack(good + '[[bands]]\nmet = 0.8\npartial = "多"\n', "x")
    with pytest.raises(PackError, match=r"x.*bonds"):
        read_pack(good + "[[bonds]]\n", "x")
    with pytest.raises(PackError, match="TOML"):
        read_pack("name =", "x")
