"""pdfplumber on the same files: started in its own environment (``.peers``), held against the same keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT
from tests.corpus.acceptance import peer
from tests.corpus.acceptance.keyed import Keyed, figures_of, grid, squeezed
from tests.corpus.acceptance.score import Score, scored

_FOLDER = ROOT / ".peers"


@dataclass(frozen=True, slots=True)
class Peer:
    """What pdfplumber made of a file. Shapes: ``tables`` by way of finding them: lines or text."""

    text: str
    tables: dict[str, list[list[list[str | None]]]]
    seconds: float


def read_by_peer(files: Sequence[Keyed]) -> list[Peer]:
    """Return what pdfplumber reads in each file; nothing where it is not installed."""
    if not (_FOLDER / "pdfplumber").is_dir():
        print("(pdfplumber is not at hand: `make bench-readers` puts it into .peers)")
        return []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, keyed in enumerate(files):
            paths.append(Path(folder) / f"{number}.pdf")
            paths[-1].write_bytes(keyed.data)
        found = subprocess.run(
            [sys.executable, peer.__file__, *map(str, paths)],
            env={**os.environ, "PYTHONPATH": str(_FOLDER)},
            capture_output=True,
            check=True,
            text=True,
        )
    return [Peer(**json.loads(line)) for line in found.stdout.splitlines()]


def peer_scores(files: Sequence[Keyed], peers: Sequence[Peer]) -> dict[tuple[str, int], Score]:
    """Return the scores by (kind, how many files); the better one of its two ways counts for each file."""
    made: dict[str, tuple[int, Score]] = {}
    for keyed, read in zip(files, peers, strict=True):
        figures = [figure for line in read.text.split("\n") for figure, _ in figures_of(squeezed_words(line))]
        ways = [
            scored(keyed, [grid(peer.cells_of(table)) for table in tables], figures, figures, anywhere=True)
            for tables in read.tables.values()
        ]
        count, total = made.get(keyed.kind, (0, Score()))
        total += max(ways, key=lambda one: one.placed)
        made[keyed.kind] = (count + 1, total)
    return {(kind, count): total for kind, (count, total) in made.items()}


def squeezed_words(line: str) -> str:
    """Return a line in plain forms, its words kept apart."""
    return " ".join(squeezed(word) for word in line.split())
