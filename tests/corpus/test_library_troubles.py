"""What can go wrong from outside: nothing that was acknowledged is lost, nothing half done is seen, one line says it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.index import dense
from corpus.index.embeddings import OpenAIEmbedder
from tests.conftest import ROOT
from tests.corpus import library_parts
from tests.corpus.library_parts import LAW, WordEmbedder, law_file, library
from tests.fakes.embedding_server import embedding_server

pytestmark = pytest.mark.usefixtures("place")

QUESTION = "自评结果的真实性"
LONG = LAW + "".join(f"第{number}条 各单位应当做好第{number}项工作。\n\n" for number in range(7, 200))
OTHER = LAW.replace("甲河市", "乙山市")


# The embedding server


def test_a_server_that_dies_while_a_document_is_embedded_leaves_it_to_the_keywords_and_later_it_is_made_good(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dense, "EMBEDDED_BATCH", 50)
    with embedding_server() as server:
        server.dies_after = 2
        embedder = OpenAIEmbedder("m3", base_url=server.base_url, retries=0)
        with library(home, embedder) as shelf:
            entry = shelf.add_file(law_file(tmp_path, LONG))
            assert entry.embedder is None
            assert "嵌入服务（m3）没有给出结果" in (shelf.index.trouble or "")
            found = shelf.search(QUESTION, 1)
            assert found.hits[0].article == "第三条"
            assert "本次仅按关键词检索：嵌入服务" in (found.note or "")
            server.dies_after = None
            assert "1 份文档还没有向量" in (shelf.search(QUESTION).note or "")
            assert all(problem.mended for problem in shelf.check(repair=True).problems)
            assert shelf.check().problems == ()
            assert shelf.search(QUESTION).note is None


# kill -9

IMPORTING = """
import sys, time
from pathlib import Path
from corpus.index import dense
from tests.corpus import library_parts
from tests.corpus.library_parts import Place, WordEmbedder, library

home, first, second, database_url, chroma_url = sys.argv[1:]
library_parts.PLACE = Place(database_url or None, chroma_url or None)
dense.EMBEDDED_BATCH = 2
shelf = library(Path(home), WordEmbedder())
print("acknowledged", shelf.add_file(first).title, flush=True)

def told(done, of):
    print("half", flush=True)
    time.sleep(600)

shelf.add_file(second, progress=told)
"""


@pytest.mark.slow
def test_what_was_acknowledged_outlives_a_kill_in_the_next_import_and_no_half_document_is_seen(
    home: Path, tmp_path: Path
) -> None:
    first, second = law_file(tmp_path), law_file(tmp_path, OTHER, "乙.md")
    place = library_parts.PLACE
    where = [place.database_url or "", place.chroma_url or ""]
    call = [sys.executable, "-c", IMPORTING, str(home), str(first), str(second), *where]
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(2)]
        process.kill()
    assert told == ["acknowledged 甲河市预算绩效办法", "half"]
    with library(home, WordEmbedder()) as shelf:
        assert [entry.title for entry in shelf.entries()] == ["甲河市预算绩效办法"]
        hits = shelf.search(QUESTION, 10).hits
        assert hits[0].article == "第三条" and hits[0].similarity is not None
        assert {hit.entry.title for hit in hits} == {"甲河市预算绩效办法"}
        shelf.add_file(second)
        assert len(shelf.entries()) == 2
        assert shelf.check().problems == ()


# A full disk

FULL = """
import resource, sys
from pathlib import Path
import corpus.library
from tests.corpus.library_parts import WordEmbedder
from ui.cli import run

corpus.library.open_embedder = lambda *settings: WordEmbedder()
assert run(["corpus", "add", sys.argv[1]]) == 0
largest = max(path.stat().st_size for path in Path(sys.argv[3]).rglob("*") if path.is_file())
# No file may grow further: what a write meets then is what it meets on a full disk.
resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 20_000, resource.RLIM_INFINITY))
sys.exit(run(["corpus", "add", sys.argv[2]]))
"""


@pytest.mark.embedded
@pytest.mark.slow
def test_on_a_full_disk_one_line_says_so_and_what_was_there_stays(home: Path, tmp_path: Path) -> None:
    first = law_file(tmp_path)
    second = law_file(
        tmp_path, OTHER + "".join(f"第{n}条 做好第{n}项工作。\n\n" for n in range(7, 1500)), "乙.md"
    )
    call = [sys.executable, "-c", FULL, str(first), str(second), str(home)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2, done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1 and "请检查磁盘空间" in lines[0]
    with library(home, WordEmbedder()) as shelf:
        assert [entry.title for entry in shelf.entries()] == ["甲河市预算绩效办法"]
        assert shelf.search(QUESTION, 1).hits[0].article == "第三条"
        shelf.check(repair=True)
        assert shelf.check().problems == ()
        assert shelf.add_file(second).embedder == "words"


# Files


def test_a_text_without_any_structure_is_found_by_its_paragraphs(home: Path, tmp_path: Path) -> None:
    text = "关于差旅的说明\n\n出差应当事先报批。\n\n住宿费凭票报销，超出标准的部分由个人承担。\n"
    with library(home, WordEmbedder()) as shelf:
        entry = shelf.add_file(law_file(tmp_path, text, "说明.txt"), kind="guide")
        hit = shelf.search("住宿费超出标准由谁承担", 1).hits[0]
    assert (entry.kind, entry.number, entry.effective, hit.article) == ("guide", None, None, None)
    assert "由个人承担" in hit.evidence.quote


@pytest.mark.parametrize("day", ["2023年2月30日", "二〇二三年十三月一日", "2023年0月5日"])
def test_a_day_that_does_not_exist_is_no_day_and_the_text_is_taken_in(
    home: Path, tmp_path: Path, day: str
) -> None:
    with library(home, WordEmbedder()) as shelf:
        entry = shelf.add_file(law_file(tmp_path, LAW.replace("2019年5月1日", day)))
        assert entry.effective is None
        assert shelf.search(QUESTION, 1).hits[0].article == "第三条"


def test_a_duplicate_under_another_name_is_one_document(home: Path, tmp_path: Path) -> None:
    with library(home, WordEmbedder()) as shelf:
        one = shelf.add_file(law_file(tmp_path))
        other = shelf.add_file(law_file(tmp_path, name="另一个名字.md"))
        assert one.sha256 == other.sha256
        assert [entry.name for entry in shelf.entries()] == ["另一个名字.md"]
        assert len({hit.chunk.id for hit in shelf.search(QUESTION, 20).hits}) == len(
            shelf.search(QUESTION, 20).hits
        )
