"""Where the official texts are, and what is said where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import REPORTS

TEXTS = REPORTS.parent / "policies" / "texts"
NO_TEXTS = "not run: 政策原文测试：没有政策原文的文件夹 / tests with official texts: the folder is missing"


def official_texts() -> list[Path]:
    """Return the files; where there are none, the test is named as not run."""
    if not TEXTS.is_dir():
        pytest.skip(NO_TEXTS)
    return sorted(TEXTS.glob("*.md"))
