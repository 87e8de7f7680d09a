"""What was recognised once is answered from the memory: only for the same pixels and the same question."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.measure import recognised


def test_an_image_is_recognised_once_and_any_other_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def engine(image: Any, **_: bool) -> Any:
        seen.append(int(image.sum()))
        return SimpleNamespace(boxes=None, txts=(str(image.sum()),), word_results=())

    monkeypatch.setattr(recognised, "_engine", lambda: engine)
    one, other = np.zeros((4, 4), np.uint8), np.ones((4, 4), np.uint8)
    first = recognised.Remembering(tmp_path / "kept.sqlite")
    assert [first(image, use_det=True).txts for image in (one, other, one)] == [("0",), ("16",), ("0",)]
    again = recognised.Remembering(tmp_path / "kept.sqlite")
    assert again(other, use_det=True).txts == ("16",)
    assert seen == [0, 16]
    again(other, use_det=False)
    again(other.reshape(2, 8), use_det=True)
    assert (seen, again.asked) == ([0, 16, 16, 16], 2)
