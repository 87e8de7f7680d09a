"""The bundled sample report, its clean twin and its key."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

Format = Literal["docx", "pdf"]
SEED = 2024
PLANTED = (
    "transposed_digits",
    "subtotal_wrong",
    "copied_row",
    "text_vs_table",
    "stale_value",
    "unit_slip",
    "wrong_base",
    "wrong_rate",
    "truncated_rate",
    "yoy_wrong_base",
    "direction_reversed",
    "count_vs_list",
    "score_above_weight",
    "score_total_wrong",
    "unmet_near_full",
    "deduction_without_reason",
    "placeholder_left",
    "missing_annex",
)
"""What stands in the sample, in the order of planting."""


def data_path(name: str) -> Path:
    """Return a data file of this package as a path. The package is installed as files, never zipped."""
    return Path(str(files("assistant.specimens").joinpath("data", name)))


def sample_path(format: Format, clean: bool = False) -> Path:
    """Return the bundled sample, or its twin without errors."""
    return data_path(f"{'clean' if clean else 'sample'}.{format}")


def key() -> dict[str, Any]:
    """Return the key of the bundled sample: ``planted`` and ``decoys``, see ``assistant.specimens.key``."""
    loaded: dict[str, Any] = json.loads(data_path("sample.key.json").read_text("utf-8"))
    return loaded


def pages(clean: bool = False) -> dict[int, str]:
    """Return the printed page of each heading in the bundled PDF, by the number of the heading."""
    stored = json.loads(data_path("pages.json").read_text("utf-8"))["clean" if clean else "sample"]
    return {int(number): page for number, page in stored.items()}
