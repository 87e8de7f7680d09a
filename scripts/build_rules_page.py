"""Write docs/rules.md from the rule cards and the packs."""

from __future__ import annotations

from pathlib import Path

from rules.page import catalogue_page

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"

if __name__ == "__main__":
    PAGE.write_text(catalogue_page(), encoding="utf-8")
