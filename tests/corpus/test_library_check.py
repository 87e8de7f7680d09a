"""Index and database agree, or it is said what does not, and mending makes them agree; a killed import leaves no trace."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.checkup import CheckUp, Fault
from corpus.library import Library
from tests.conftest import ROOT
from tests.corpus.library_parts import LAW, REPORT, Place, WordEmbedder, law_file, library, report
from tests.corpus.test_library import CARDS

pytestmark = pytest.mark.usefixtures("place")

QUESTION = "自评结果的真实性"


@pytest.fixture
def filled(home: Path, tmp_path: Path) -> Iterator[Library]:
    with library(home, WordEmbedder()) as shelf:
        shelf.add_file(law_file(tmp_path))
        shelf.add_report(report(REPORT))
        shelf.add_cards(CARDS)
        yield shelf


def faults(checked: CheckUp) -> list[tuple[Fault, bool]]:
    return [(problem.fault, problem.mended) for problem in checked.problems]


def test_a_sound_library_counts_what_it_holds(filled: Library) -> None:
    checked = filled.check()
    assert checked.problems == ()
    assert (checked.documents, checked.cards, checked.model) == (2, 2, "words")
    assert checked.vectors == checked.passages > 10


def test_an_empty_library_is_sound(home: Path) -> None:
    with library(home, WordEmbedder()) as shelf:
        assert shelf.check(repair=True) == CheckUp(0, 0, 0, 0, "words", ())


def test_without_a_model_only_the_database_is_checked(home: Path, tmp_path: Path) -> None:
    with library(home, None) as shelf:
        shelf.add_file(law_file(tmp_path))
        checked = shelf.check(repair=True)
    assert (checked.vectors, checked.model, checked.problems) == (None, None, ())


def test_lost_vectors_are_told_and_made_again(filled: Library) -> None:
    policy = filled.entries(["policy"])[0]
    filled.index.remove("policies", filled.store.chunk_ids(policy.sha256)[:2])
    assert faults(filled.check()) == [(Fault.NO_VECTORS, False)]
    assert filled.check().problems[0].what == policy.title
    assert faults(filled.check(repair=True)) == [(Fault.NO_VECTORS, True)]
    assert filled.check().problems == ()


def test_vectors_of_nothing_are_told_and_taken_away(filled: Library) -> None:
    filled.store.remove(filled.entries(["report"])[0].sha256)
    filled.store.remove(filled.entries(["card"])[0].sha256)
    assert faults(filled.check()) == [(Fault.STRAY, False), (Fault.STRAY, False)]
    filled.check(repair=True)
    assert filled.check().problems == ()


def test_documents_added_without_a_model_get_vectors_when_there_is_one(home: Path, tmp_path: Path) -> None:
    with library(home, None) as shelf:
        shelf.add_file(law_file(tmp_path))
    with library(home, WordEmbedder()) as shelf:
        assert faults(shelf.check()) == [(Fault.NO_VECTORS, False)]
        checked = shelf.check(repair=True)
        assert faults(checked) == [(Fault.NO_VECTORS, True)]
        assert checked.vectors == checked.passages
        assert shelf.search(QUESTION, 1).hits[0].similarity is not None


def test_another_model_makes_the_index_anew(home: Path, tmp_path: Path) -> None:
    with library(home, WordEmbedder("first")) as shelf:
        shelf.add_file(law_file(tmp_path))
    with library(home, WordEmbedder("second")) as shelf:
        assert faults(shelf.check()) == [(Fault.OTHER_MODEL, False)]
        told: list[tuple[int, int]] = []
        checked = shelf.check(repair=True, progress=lambda done, of: told.append((done, of)))
        assert faults(checked) == [(Fault.OTHER_MODEL, True)]
        assert told == sorted(told) and told[-1] == (checked.passages, checked.passages)
        assert shelf.check().problems == ()
        found = shelf.search(QUESTION, 1)
        assert found.note is None
        assert found.hits[0].similarity is not None


def test_what_cannot_be_embedded_now_is_not_called_mended(home: Path, tmp_path: Path) -> None:
    with library(home, None) as shelf:
        shelf.add_file(law_file(tmp_path))
    broken = WordEmbedder()
    broken.broken = True
    with library(home, broken) as shelf:
        assert faults(shelf.check(repair=True)) == [(Fault.NO_VECTORS, False)]


@pytest.mark.embedded
@pytest.mark.slow
@pytest.mark.parametrize("name", ["chroma.sqlite3", "*.bin"])
def test_a_damaged_index_is_told_and_made_anew_from_the_database(
    home: Path, tmp_path: Path, name: str
) -> None:
    with library(home, WordEmbedder()) as shelf:
        # Fewer vectors than a thousand Chroma does not yet write into its index files.
        more = "".join(f"第{number}条 各单位应当做好第{number}项工作。\n\n" for number in range(7, 1200))
        shelf.add_file(law_file(tmp_path, LAW + more))
    damaged = list(next(home.glob("chroma-*")).rglob(name))
    assert damaged
    for path in damaged:
        path.write_bytes(b"damage" * 100)
    with library(home, WordEmbedder()) as shelf:
        found = shelf.search(QUESTION, 1)
        assert found.hits[0].article == "第三条"
        assert "仅按关键词检索" in (found.note or "")
        assert [fault for fault, _ in faults(shelf.check())] == [Fault.BROKEN]
        assert all(mended for _, mended in faults(shelf.check(repair=True)))
        assert shelf.check().problems == ()
        assert shelf.search(QUESTION, 1).note is None
        assert len(list(home.glob("chroma-*"))) == 1


@pytest.mark.embedded
def test_an_index_that_was_deleted_is_made_anew(home: Path, tmp_path: Path) -> None:
    with library(home, WordEmbedder()) as shelf:
        shelf.add_file(law_file(tmp_path))
    shutil.rmtree(next(home.glob("chroma-*")))
    with library(home, WordEmbedder()) as shelf:
        shelf.check(repair=True)
        assert shelf.check().problems == ()


def test_a_document_cut_by_an_older_program_is_told_and_cut_anew_when_it_comes_again(
    filled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.store.CHUNKING", "next")
    assert {fault for fault, _ in faults(filled.check(repair=True))} == {Fault.OLD_CUT}
    assert filled.search(QUESTION, 1).hits[0].article == "第三条"
    filled.add_file(law_file(tmp_path))
    filled.add_report(report(REPORT))
    assert [problem.what for problem in filled.check().problems] == [
        "规则卡 A03 执行率复算",
        "规则卡 Q01 指标空泛",
    ]


KILLED = """
import sys, time
from pathlib import Path
from corpus.index import dense
from tests.corpus.library_parts import WordEmbedder, library

dense.EMBEDDED_BATCH = 2

def told(done, of):
    if done == of or sys.argv[3] == "half":
        print(done, of, flush=True)
        time.sleep(600)

library(Path(sys.argv[1]), WordEmbedder()).add_file(sys.argv[2], progress=told)
"""


@pytest.mark.embedded
@pytest.mark.slow
@pytest.mark.parametrize("when", ["half", "end"])
def test_a_killed_import_leaves_nothing_to_be_seen_and_is_mended(
    home: Path, tmp_path: Path, when: str
) -> None:
    path = law_file(tmp_path)
    call = [sys.executable, "-c", KILLED, str(home), str(path), when]
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        done, of = process.stdout.readline().split()
        process.kill()
    assert (int(done) == int(of)) is (when == "end")
    with library(home, WordEmbedder()) as shelf:
        assert shelf.entries() == []
        assert shelf.search(QUESTION).hits == ()
        assert {fault for fault, _ in faults(shelf.check())} == {Fault.UNFINISHED, Fault.STRAY}
        shelf.check(repair=True)
        assert shelf.check().problems == ()
        shelf.add_file(path)
        assert shelf.search(QUESTION, 1).hits[0].article == "第三条"


@pytest.mark.embedded
@pytest.mark.slow
def test_a_killed_import_is_also_made_good_by_importing_again(home: Path, tmp_path: Path) -> None:
    path = law_file(tmp_path)
    call = [sys.executable, "-c", KILLED, str(home), str(path), "half"]
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
    with library(home, WordEmbedder()) as shelf:
        shelf.add_file(path)
        assert shelf.check().problems == ()


# Servers


@pytest.mark.needs("postgresql")
@pytest.mark.parametrize("place", ["servers"], indirect=True)
@pytest.mark.slow
def test_on_servers_two_share_a_library_and_leave_each_other_s_imports_alone(
    home: Path, tmp_path: Path, place: Place
) -> None:
    path = law_file(tmp_path)
    with library(home / "one", WordEmbedder()) as one, library(home / "other", WordEmbedder()) as other:
        one.add_file(path)
        assert other.search(QUESTION, 1).hits[0].similarity is not None
        begun = one.entries()[0]
        other.store.remove(begun.sha256)
        other.store.begin(begun, "全文", [])
        assert Fault.UNFINISHED not in {fault for fault, _ in faults(one.check(repair=True))}
        assert [entry.sha256 for entry in other.store.pending()] == [begun.sha256]
    assert not [*home.rglob("chroma-*"), *home.rglob("*.db")]
