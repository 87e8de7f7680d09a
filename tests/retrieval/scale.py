"""Time and memory over many chunks. Vectors and words are SYNTHETIC: made by chance, laid out like real ones.

Everything but the embedding of the question is measured, since that is the same whatever the library holds.
"""

from __future__ import annotations

import datetime
import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.document.evidence import Evidence
from corpus.index import dense
from corpus.index.pieces import Chunk, ChunkKind
from corpus.index.search import Index
from corpus.library import Library
from corpus.store import Entry, Store

DIMENSION = 384
A_DOCUMENT = 250
QUERIES = 200
_WORDS = [
    f"{one}{two}"
    for one in "预算绩效管理支出项目资金执行评价单位收入"
    for two in "编制审核决算调整目标指标公开监督结转采购"
]


class ByChance:
    """Vectors by chance around a few hundred centres, as texts of the same field lie; nothing is embedded."""

    name = "synthetic"
    dimension = DIMENSION

    def __init__(self) -> None:
        import numpy

        self._chance = numpy.random.default_rng(8)
        self._centres = self._chance.normal(size=(300, DIMENSION))

    def documents(self, texts: Sequence[str]) -> list[list[float]]:
        import numpy

        near = self._centres[self._chance.integers(0, len(self._centres), len(texts))]
        vectors = near + 0.7 * self._chance.normal(size=(len(texts), DIMENSION))
        found: list[list[float]] = (vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)).tolist()
        return found

    def query(self, text: str) -> list[float]:
        return self.documents([text])[0]


def main(chunks: int) -> int:
    """Fill one collection with that many chunks, ask, and print what it took."""
    print(f"SYNTHETIC: {chunks} chunks of {DIMENSION} numbers in one collection, words by chance")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        begun = time.perf_counter()
        _fill(home, chunks)
        print(f"filled in {time.perf_counter() - begun:.0f} s")
        # A new process, as for a user: what filling took is not to be counted.
        pid = os.fork()
        if pid == 0:
            _ask(home)
            os._exit(0)
        os.waitpid(pid, 0)
    return 0


def _fill(home: Path, chunks: int) -> None:
    pid = os.fork()
    if pid == 0:
        dense.EMBEDDED_BATCH = dense.CHROMA_BATCH
        chance = random.Random(8)
        with _library(home) as library:
            batch: list[Chunk] = []
            for number in range(0, chunks, A_DOCUMENT):
                batch += _document(library.store, number, chance)
                if len(batch) >= dense.CHROMA_BATCH or number + A_DOCUMENT >= chunks:
                    library.index.add("policies", batch)
                    batch = []
            library.search("预算绩效")  # counts the words once, which the next process reads
        os._exit(0)
    os.waitpid(pid, 0)


def _library(home: Path) -> Library:
    store = Store.in_home(home)
    return Library(store, Index(home, ByChance(), store))


def _document(store: Store, number: int, chance: random.Random) -> list[Chunk]:
    sha256 = f"{number:064x}"
    title = f"第{number}号文件"
    pieces = []
    for at in range(A_DOCUMENT):
        text = "".join(chance.choices(_WORDS, k=60))
        evidence = Evidence("policy", title, text, start=at * 200, end=at * 200 + len(text))
        pieces.append(Chunk(f"{number + at:032x}", ChunkKind.ARTICLE, text, evidence, f"第{at}条"))
    day = datetime.date(2000 + number % 25, 1, 1)
    store.begin(Entry(sha256, f"{number}.md", "policy", "policies", title, effective=day), "", pieces)
    store.ready([sha256], ByChance.name)
    return pieces


def _ask(home: Path) -> None:
    chance = random.Random(9)
    with _library(home) as library:
        begun = time.perf_counter()
        library.search("预算绩效管理")
        print(f"first question, with opening and reading: {(time.perf_counter() - begun) * 1000:.0f} ms")
        taken = []
        worked = time.process_time()
        for _ in range(QUERIES):
            question = "".join(chance.choices(_WORDS, k=4))
            begun = time.perf_counter()
            library.search(question)
            taken.append((time.perf_counter() - begun) * 1000)
        cuts = statistics.quantiles(taken, n=20)
        print(f"{QUERIES} questions: median {statistics.median(taken):.1f} ms, p95 {cuts[18]:.1f} ms")
        worked = (time.process_time() - worked) * 1000 / QUERIES
        print(f"processor time of a question: {worked:.1f} ms in the mean")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"memory at most {peak:.0f} MiB")
