"""docs/rules.md says what the catalogue says."""

from __future__ import annotations

from pathlib import Path

from rules.page import catalogue_page

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == catalogue_page(), "run: python scripts/build_rules_page.py"
