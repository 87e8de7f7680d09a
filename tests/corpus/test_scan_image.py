"""The image of a page: how far it is tilted, and where its rules are."""

from __future__ import annotations

import math

import numpy as np
import pytest

from corpus.readers.scan_image import ruled, straightened, tilt_of
from corpus.readers.scan_lines import DPI
from tests.corpus.pdf_files import Look, Typesetter, form
from tests.corpus.scan_files import scanned

pytestmark = pytest.mark.needs("gbsn00lp")

TABLE = form(
    [120, 110, 110], "项目 | 预算数 | 决算数", "人员经费 | 2375.11 | 2321.93", "合计 | 2375.11 | 2321.93"
)


def page(tilt: float, rules: str = "strokes") -> np.ndarray:
    sheet = Typesetter()
    sheet.paragraph("全年支出18259.03万元，预算执行率为91.12%。" * 6).table(TABLE, Look(rules=rules))
    (image,) = scanned(sheet.done(), tilt=tilt)
    return np.asarray(image, np.uint8)


@pytest.mark.parametrize("tilt", [-2.5, -0.4, 0.0, 0.3, 1.7])
def test_the_tilt_of_a_page_is_found(tilt: float) -> None:
    found = math.degrees(tilt_of(page(tilt)))
    assert abs(found + tilt) <= 0.06  # a page turned to the left falls to the right when it is set straight


@pytest.mark.parametrize("rules", ["strokes", "rects", "dashes"])
def test_the_rules_of_a_tilted_table_are_found_where_they_were_drawn_and_taken_out(rules: str) -> None:
    image = page(0.8, rules)
    straight = straightened(image, tilt_of(image))
    lines = ruled(straight)
    long_across = sorted(rule.at for rule in lines.across if rule.end - rule.start > 300)
    long_down = sorted({round(rule.at) for rule in lines.down if rule.end - rule.start > 30})
    assert len(long_across) == 4
    assert len(long_down) == 4
    assert np.diff(long_down).tolist() == pytest.approx([120, 110, 110], abs=1.5)
    inside = np.s_[round(long_across[0] * DPI / 72) - 2 : round(long_across[0] * DPI / 72) + 3, 300:1000]
    assert (straight[inside] < 128).any()
    assert not (lines.image[inside] < 128).any()


def dashed() -> np.ndarray:
    """Two columns and one row drawn with dashes of eight pixels: too low a row for a line of dashes by itself."""
    image = np.full((300, 500), 240, np.uint8)
    for at in (100, 160):
        for start in range(50, 451, 13):
            image[at : at + 3, start : start + 8] = 20
    for at in (50, 250, 450):
        for start in range(100, 160, 13):
            image[start : min(start + 8, 163), at : at + 3] = 20
    return image


def test_dashes_between_two_lines_of_dashes_are_rules_however_low_the_row() -> None:
    lines = ruled(dashed())
    assert {round(rule.at * DPI / 72) for rule in lines.across} == {102, 162}
    assert sorted(round(rule.at * DPI / 72) for rule in lines.down) == [52, 252, 452]
    assert all(rule.start * DPI / 72 <= 104 and rule.end * DPI / 72 >= 158 for rule in lines.down)
    assert not (lines.image < 128).any()


def test_a_point_below_a_line_of_dashes_is_no_part_of_it() -> None:
    image = dashed()
    image[172:177, 250:254] = 20
    assert (ruled(image).image[172:177, 250:254] == 20).all()


def test_ones_in_a_table_of_dashes_are_no_rules() -> None:
    image = dashed()
    image[116:134, 148:151] = image[137:153, 148:151] = 20  # one below the other
    image[120:140, 348:351] = 20
    lines = ruled(image)
    assert (lines.image[116:153, 148:151] == image[116:153, 148:151]).all()
    assert (lines.image[120:140, 348:351] == 20).all()
    assert sorted(round(rule.at * DPI / 72) for rule in lines.down) == [52, 252, 452]


def test_a_tall_figure_in_a_tight_cell_is_no_rule() -> None:
    image = np.full((300, 500), 240, np.uint8)
    for at in (100, 160):
        image[at : at + 3, 50:450] = 20
    for at in (50, 250, 447):
        image[100:163, at : at + 3] = 20
    image[108:155, 150:155] = 20  # a 1 of 24 points
    assert (ruled(image).image[108:155, 150:155] == 20).all()
    assert not (ruled(image).image[100:163, 240:260] < 128).any()
