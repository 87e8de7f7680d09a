"""A number is read as it is printed in its cell: its digits, its percent sign, its scale."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.xlsx_format import shown_date, shown_number, shown_text


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("0.8213", "0.00%", "82.13%"),
        ("0.82130000000000003", "0.00%", "82.13%"),
        ("0.8213", "0%", "82%"),
        ("20039.02", "#,##0.00", "20,039.02"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("0.5", "#,##0.00", "0.50"),
        ("0", "#,##0", "0"),
        ("0.5", "#.00", ".50"),
        ("12.5", "0.00", "12.50"),
        ("12.5", "0.0#", "12.5"),
        ("12", "0.##", "12"),
        ("7", "000", "007"),
        ("2.675", "0.00", "2.68"),
        ("1.00499999999999989", "0.00", "1.01"),
        ("20039.020000000004", "General", "20039.02"),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("123456789.987654", "General", "123456790"),
        ("1234.56789012", "General", "1234.56789"),
        ("-198.2", "0.00", "-198.20"),
        ("-198.2", "#,##0.00_);(#,##0.00)", "(198.20)"),
        ("-198.2", "#,##0.00;[Red]-#,##0.00", "-198.20"),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        ("35", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "35.00"),
        ("12.5", '0.00"万元"', "12.50万元"),
        ("12.5", "[$¥-804]#,##0.00", "¥12.50"),
        ("123456789", "#,##0,", "123,457"),
        ("123456789", '0.00,,"百万"', "123.46百万"),
        ("20039.02", "0!.0,", "2.0"),
        ("203945", r"0\.0,", "20.4"),
        ("150", '[>=100]"多于"0;0', "多于150"),
        ("50", '[>=100]"多于"0;0', "50"),
        ("12.5", ";;;", ""),
        ("12.5", "@", "12.5"),
        ("12345", "0.00E+00", "1.23E+4"),
    ],
)
def test_numbers_are_printed_by_their_format(value: str, code: str, printed: str) -> None:
    assert shown_number(Decimal(value), code) == printed


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        (datetime(2025, 4, 17), 'yyyy"年"m"月"d"日"', "2025年4月17日"),
        (datetime(2025, 4, 17), "yyyy-mm-dd", "2025-04-17"),
        (datetime(2025, 4, 17), "mm-dd-yy", "2025/4/17"),
        (datetime(2025, 4, 17), r"[$-804]yyyy\.m\.d;@", "2025.4.17"),
        (datetime(2025, 4, 17, 15, 5), "h:mm", "15:05"),
        (datetime(2025, 4, 17, 15, 5), "h:mm AM/PM", "3:05 PM"),
        (time(8, 30, 5), "mm:ss", "30:05"),
        (timedelta(hours=30, minutes=2), "[h]:mm", "30:02"),
    ],
)
def test_dates_are_printed_by_their_format(
    value: datetime | time | timedelta, code: str, printed: str
) -> None:
    assert shown_date(value, code) == printed


def test_words_are_put_where_the_format_says() -> None:
    assert shown_text("甲", '"单位："@') == "单位：甲"
    assert shown_text("甲", "0.00") == "甲"
    assert shown_text("甲", ";;;") == ""


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False), st.integers(0, 2))
def test_a_printed_amount_is_within_half_a_unit_of_the_stored_one(value: Decimal, decimals: int) -> None:
    printed = shown_number(value, "#,##0" + ("." + "0" * decimals if decimals else ""))
    back = Decimal(printed.replace(",", ""))
    assert abs(back - value) <= Decimal("0.5").scaleb(-decimals)
    assert len(printed.partition(".")[2]) == decimals
