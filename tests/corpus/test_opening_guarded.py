"""A file of strangers is read in a process of its own, which is ended when it takes too much."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
import time
from typing import Any

import pytest

from corpus.errors import InputError
from corpus.readers import guarded
from corpus.readers.guarded import read_guarded
from corpus.readers.opening import read_bytes
from tests.corpus.docx_files import build, cell, paragraph, row, table
from tests.corpus.pdf_files import Typesetter
from tests.corpus.scan_files import pdf_of, scanned

WORD = build(paragraph("一、概况"), table(row(cell("合计"), cell("12.50"))))


def test_the_document_is_that_of_reading_in_this_process() -> None:
    assert read_guarded(WORD, "甲.docx") == read_bytes(WORD, "甲.docx")


def test_what_is_wrong_with_a_file_is_the_same_one_line() -> None:
    with pytest.raises(InputError) as here:
        read_bytes(b"", "甲.docx")
    with pytest.raises(InputError) as there:
        read_guarded(b"", "甲.docx")
    assert str(there.value) == str(here.value)


def test_a_file_that_takes_too_long_is_given_up() -> None:
    begun = time.monotonic()
    with pytest.raises(InputError, match="读取超时"):
        read_guarded(WORD, "甲.docx", patience=0.01)
    assert time.monotonic() - begun < 60


def test_a_process_that_breaks_down_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "false")
    with pytest.raises(InputError, match="异常退出"):
        read_guarded(WORD, "甲.docx")


def test_a_process_that_takes_too_much_memory_is_one_line_and_harms_nothing() -> None:
    long = ("全年支出12.50万元，执行率98.20%。\n" * 300_000).encode()
    with pytest.raises(InputError, match="异常退出"):
        read_guarded(long, "甲.txt", memory=64 * 1024**2)
    assert read_guarded(WORD, "甲.docx") == read_bytes(WORD, "甲.docx")


def test_a_process_that_is_killed_from_outside_is_one_line_and_harms_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started = subprocess.Popen

    def killed(*args: Any, **options: Any) -> Any:
        process = started(*args, **options)
        process.kill()
        return process

    monkeypatch.setattr(subprocess, "Popen", killed)
    with pytest.raises(InputError, match="异常退出"):
        read_guarded(WORD, "甲.docx")
    monkeypatch.undo()
    assert read_guarded(WORD, "甲.docx") == read_bytes(WORD, "甲.docx")


def test_a_process_can_hand_over_nothing_but_documents() -> None:

    with pytest.raises(pickle.UnpicklingError):
        guarded._Plain(io.BytesIO(pickle.dumps(print))).load()


@pytest.mark.needs("gbsn00lp")
def test_what_progress_raises_ends_the_process() -> None:
    class Stopped(Exception):
        pass

    def stop(page: int, pages: int) -> None:
        raise Stopped

    (image,) = scanned(Typesetter(page=(200, 100), margin=20, number=None).paragraph("文").done())
    with pytest.raises(Stopped):
        read_guarded(pdf_of(image), "扫描.pdf", progress=stop)
