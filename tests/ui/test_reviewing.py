"""A review whose page was left is not gone on with."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from typing import Any

import pytest

from ui.desk import Desk
from ui.reviewing import review_stages


def test_a_scan_is_read_no_further_when_its_page_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()
    go_on = threading.Event()

    def read(data: bytes, name: str, *, progress: Callable[[int, int], None], **_: Any) -> None:
        try:
            for page in itertools.count(1):
                progress(page, 1000)
                if page > 1:
                    go_on.wait(30)
        finally:
            ended.set()

    monkeypatch.setattr("corpus.readers.guarded.read_guarded", read)
    stages = review_stages(Desk("甲", "扫描.pdf", b""), None, None, "zh")
    assert [(next(stages).page) for _ in range(2)] == [0, 1]
    stages.close()  # type: ignore[attr-defined]
    go_on.set()
    assert ended.wait(30)
