"""Other libraries on the same files: started in an environment of their own (``.peers``), held against the same keys."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT
from tests.corpus.acceptance import peer
from tests.corpus.acceptance.keyed import Keyed, figures_of, grid, squeezed
from tests.corpus.acceptance.score import Score, scored

_PYTHON = ROOT / ".peers" / "bin" / "python"

LIBRARIES = {
    "pdfplumber": "text and tables",
    "docling-parse": "text only: it gives no tables",
    "camelot": "tables only: it gives no text",
}
"""What each one gives."""


@dataclass(frozen=True, slots=True)
class Peer:
    """What another library made of a file; ``text`` is None where it gives none.

    Shapes: ``tables`` holds the tables of the file once for every way to find and join them; empty: it gives none.
    """

    text: str | None
    tables: list[list[peer.Rows]]
    seconds: float


def read_by_peers(files: Sequence[Keyed]) -> dict[str, list[Peer]]:
    """Return what each library reads in each file; nothing where they are not installed."""
    if not _PYTHON.exists():
        print("(no other library is at hand: `make bench-readers` puts them into .peers)")
        return {}
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, keyed in enumerate(files):
            paths.append(Path(folder) / f"{number}.pdf")
            paths[-1].write_bytes(keyed.data)
        return {library: _read(library, paths) for library in LIBRARIES}


def _read(library: str, paths: Sequence[Path]) -> list[Peer]:
    command = [str(_PYTHON), peer.__file__, library, *map(str, paths)]
    found = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True)
    return [Peer(**json.loads(line)) for line in found.stdout.splitlines()]


def peer_scores(files: Sequence[Keyed], peers: Sequence[Peer]) -> dict[tuple[str, int], Score]:
    """Return the scores of one library by (kind, how many files)."""
    made: dict[str, tuple[int, Score]] = {}
    for keyed, read in zip(files, peers, strict=True):
        count, total = made.get(keyed.kind, (0, Score()))
        total += _score(keyed, read)
        made[keyed.kind] = (count + 1, total)
    return {(kind, count): total for kind, (count, total) in made.items()}


def _score(keyed: Keyed, read: Peer) -> Score:
    """Score one file: the best way to find tables counts, and what the library does not give is left out."""
    lines = (read.text or "").split("\n")
    figures = [figure for line in lines for figure, _ in figures_of(squeezed_words(line))]
    ways = [
        scored(keyed, [grid(peer.cells_of(table)) for table in tables], figures, figures, anywhere=True)
        for tables in read.tables or [[]]
    ]
    made = max(ways, key=lambda one: one.placed)
    if read.text is None:
        made.figures = made.found = made.wrong = 0
    if not read.tables:
        made.cells = made.placed = made.whole = 0
    return made


def squeezed_words(line: str) -> str:
    """Return a line in plain forms, its words kept apart."""
    return " ".join(squeezed(word) for word in line.split())
