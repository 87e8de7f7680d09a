"""The image of a page: how far it is tilted, and where its rules are."""

from __future__ import annotations

import math

import numpy as np
import pytest

from corpus.readers.scan_image import DPI, ruled, straightened, tilt_of
from tests.corpus.pdf_files import Look, Typesetter, form
from tests.corpus.scan_files import scanned

pytestmark = pytest.mark.needs("gbsn00lp")

TABLE = form(
    [120, 110, 110], "项目 | 预算数 | 决算数", "人员经费 | 2375.11 | 2321.93", "合计 | 2375.11 | 2321.93"
)


def page(tilt: float) -> np.ndarray:
    sheet = Typesetter()
    sheet.paragraph("全年支出18259.03万元，预算执行率为91.12%。" * 6).table(TABLE, Look())
    (image,) = scanned(sheet.done(), tilt=tilt)
    return np.asarray(image, np.uint8)


@pytest.mark.parametrize("tilt", [-2.5, -0.4, 0.0, 0.3, 1.7])
def test_the_tilt_of_a_page_is_found(tilt: float) -> None:
    found = math.degrees(tilt_of(page(tilt)))
    assert abs(found + tilt) <= 0.06  # a page turned to the left falls to the right when it is set straight


def test_the_rules_of_a_tilted_table_are_found_where_they_were_drawn_and_taken_out() -> None:
    image = page(0.8)
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
