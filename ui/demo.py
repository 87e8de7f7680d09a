"""What ``jiheng demo`` works on, and where its results go."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from assistant.settings import load_settings
from corpus.errors import InputError
from ui.messages import Words, words

_SAMPLES = ("sample.pdf", "sample.docx")


@contextmanager
def sample() -> Iterator[Path]:
    """Give the bundled sample report as a file. Raises: InputError where the installation has lost it."""
    for name in _SAMPLES:
        entry = files("assistant") / "specimens" / "data" / name
        if entry.is_file():
            with as_file(entry) as path:
                yield path
            return
    raise InputError(words("zh")("no_sample"))


def has_sample() -> bool:
    """Say whether the sample report came with the installation."""
    return any((files("assistant") / "specimens" / "data" / name).is_file() for name in _SAMPLES)


def demo_folder(say: Words) -> Path:
    """Return the folder for the results, made: ``out`` in the current folder, else ``jiheng-demo`` in the home folder.

    Raises: InputError where neither can be made.
    """
    here = Path.cwd() / "out"
    if here.is_dir() or not here.exists():
        try:
            here.mkdir(exist_ok=True)
            if os.access(here, os.W_OK):
                return here
        except OSError:
            here = Path()  # not ours to write in; the home folder is
    folder = load_settings().home / "jiheng-demo"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(say("demo_no_folder", path=folder)) from error
    return folder
