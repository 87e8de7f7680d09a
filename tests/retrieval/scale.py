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
        taken, worked = [], []
        for _ in range(QUERIES):
            question = "".join(chance.choices(_WORDS, k=4))
            begun, before = time.perf_counter(), time.process_time()
            library.search(question)
            taken.append((time.perf_counter() - begun) * 1000)
            worked.append((time.process_time() - before) * 1000)
        print(f"{QUERIES} questions, by the clock: {_spread(taken)}")
        print(f"{QUERIES} questions, processor time (what a busy machine adds left out): {_spread(worked)}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"memory at most {peak:.0f} MiB")


def _spread(times: list[float]) -> str:
    cuts = statistics.quantiles(times, n=20)
    return f"median {statistics.median(times):.1f} ms, p95 {cuts[18]:.1f} ms"


def really(count: int) -> int:
    """Embed that many generated reports into one home folder with the built-in model, and print what it took.

    They are the short ones for measuring, each from books of its own, so that hardly a passage is embedded twice.
    """
    from tests.measure.ground import NAMES, document

    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        asked, worked, cut, letters = [], [], 0, 0
        for number in range(count):
            name, noise = NAMES[number % len(NAMES)], number // len(NAMES)
            made = document(name, "docx", noise)
            before = time.process_time()
            entry = library.add_report(made)
            worked.append(time.process_time() - before)
            pieces = library.store.in_document(entry.sha256)
            cut += len(pieces)
            letters += sum(len(piece.text) for piece in pieces)
            asked.append(entry.sha256)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        print(
            f"{count} reports really embedded: {cut} passages, {letters} characters, {size / 2**20:.1f} MiB on disk"
        )
        print(
            f"{sum(worked) / count:.1f} s of processor time a report, {sum(worked) / letters * 1000:.2f} s a 1,000 characters"
        )
        begun = time.process_time()
        library.add_report(document(NAMES[0], "docx"))
        print(f"the same report again: {time.process_time() - begun:.3f} s")
        found = [
            library.search("预算执行率是多少", 1, report=own).hits[0].entry.sha256 == own for own in asked
        ]
        print(f"{sum(found)} of {count} reports answer from themselves")
    return 0
