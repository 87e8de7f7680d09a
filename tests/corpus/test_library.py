"""The library as the rest of the program uses it: added once, found with its source, gone when removed."""

from __future__ import annotations

import datetime
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import IndexBusy, InputError, StoreError
from corpus.index.embeddings import NO_BUILTIN
from corpus.library import CardText, Library
from corpus.readers.opening import read_bytes
from tests.corpus.docx_files import build, paragraph
from tests.corpus.library_parts import LAW, REPORT, WordEmbedder, law_file, library, report

pytestmark = pytest.mark.usefixtures("place")

CARDS = [
    CardText(
        "A03", "执行率复算", "含义：执行率应能由分子分母算出。", "甲财〔2020〕10号", "第十五条", region="全国"
    ),
    CardText("Q01", "指标空泛", "含义：指标应当可以衡量。"),
]


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture
def shelf(home: Path, embedder: WordEmbedder) -> Iterator[Library]:
    with library(home, embedder) as opened:
        yield opened


# Reports


def test_a_report_is_found_with_its_place(shelf: Library) -> None:
    document = report(REPORT)
    shelf.add_report(document)
    hit = shelf.search("三公经费支出", 1, report=document.sha256).hits[0]
    assert hit.evidence.source == "report"
    assert hit.evidence.document == "报告.txt"
    assert "10.41万元" in hit.evidence.quote
    assert document.text[hit.evidence.start : hit.evidence.end] == hit.evidence.quote
    assert (hit.rank, hit.entry.kind, hit.article) == (1, "report", None)


def test_the_second_time_nothing_is_done(shelf: Library, embedder: WordEmbedder) -> None:
    first = shelf.add_report(report(REPORT))
    embedded = embedder.embedded
    told: list[tuple[int, int]] = []
    second = shelf.add_report(report(REPORT), lambda done, of: told.append((done, of)))
    assert second == first
    assert (embedder.embedded, told) == (embedded, [])
    assert len(shelf.entries()) == 1


def test_the_same_report_under_another_name_is_cited_by_the_name_it_came_under_last(shelf: Library) -> None:
    shelf.add_report(report(REPORT, "旧名.txt"))
    shelf.add_report(report(REPORT, "新名.txt"))
    assert [entry.name for entry in shelf.entries()] == ["新名.txt"]
    assert shelf.search("编制", 1, kinds=["report"]).hits[0].evidence.document == "新名.txt"


def test_progress_ends_at_the_whole(shelf: Library) -> None:
    told: list[tuple[int, int]] = []
    shelf.add_report(report(REPORT), lambda done, of: told.append((done, of)))
    assert told
    assert told[-1][0] == told[-1][1] > 1


def test_one_report_does_not_see_another(shelf: Library) -> None:
    one, other = report(REPORT), report(REPORT.replace("某局", "乙局").replace("10.41", "99.99"))
    shelf.add_report(one)
    shelf.add_report(other)
    found = shelf.search("三公经费支出", 20, report=one.sha256)
    assert {hit.entry.sha256 for hit in found.hits} == {one.sha256}


def test_without_a_report_named_all_reports_are_searched_only_if_asked_for(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        shelf.add_report(report(REPORT.replace("42人", f"4{number}人"), f"{number}.txt"))
    assert shelf.search("编制").hits == ()
    assert {hit.evidence.document for hit in shelf.search("编制", 20, kinds=["report"]).hits} == {
        "0.txt",
        "1.txt",
        "2.txt",
    }
    monkeypatch.setattr("corpus.finding.MOST_REPORTS", 2)
    found = shelf.search("编制", 20, kinds=["report"])
    assert {hit.evidence.document for hit in found.hits} == {"1.txt", "2.txt"}
    assert found.note is not None
    assert "只检索了最近的 2 份" in found.note


def test_a_report_that_is_not_there_is_said(shelf: Library) -> None:
    found = shelf.search("编制", report="0" * 64)
    assert found.hits == ()
    assert found.note is not None
    assert "不在资料库中" in found.note


# Policies and cards


def test_a_policy_is_found_by_its_article_with_number_and_date(shelf: Library, tmp_path: Path) -> None:
    entry = shelf.add_file(law_file(tmp_path), number="甲人常〔2019〕3号")
    assert (entry.title, entry.number, entry.effective, entry.region) == (
        "甲河市预算绩效办法",
        "甲人常〔2019〕3号",
        datetime.date(2019, 5, 1),
        "甲河",
    )
    hit = shelf.search("自评结果的真实性", 1).hits[0]
    assert hit.article == "第三条"
    assert hit.evidence.source == "policy"
    assert hit.evidence.document == "甲河市预算绩效办法"
    assert hit.evidence.section == "第二章 评价 / 第一节 自评"
    assert hit.as_json()["effective"] == "2019-05-01"


def test_an_article_is_found_by_its_number(shelf: Library, tmp_path: Path) -> None:
    shelf.add_file(law_file(tmp_path))
    assert shelf.search("第四条", 1).hits[0].article == "第四条"


def test_what_is_stated_by_hand_stays_when_the_file_is_added_again(shelf: Library, tmp_path: Path) -> None:
    path = law_file(tmp_path)
    shelf.add_file(path, number="甲一号", effective=datetime.date(2020, 1, 1), region="丙")
    again = shelf.add_file(path)
    assert (again.number, again.effective, again.region) == ("甲一号", datetime.date(2020, 1, 1), "丙")
    assert shelf.add_file(path, number="甲二号").number == "甲二号"
    assert [entry.number for entry in shelf.entries()] == ["甲二号"]


def test_the_same_policy_in_two_files_is_one(shelf: Library, tmp_path: Path) -> None:
    shelf.add_file(law_file(tmp_path, name="一.md"))
    shelf.add_file(law_file(tmp_path, name="二.md"))
    assert [entry.name for entry in shelf.entries()] == ["二.md"]


def test_a_file_added_as_another_kind_moves_there(shelf: Library, tmp_path: Path) -> None:
    path = law_file(tmp_path)
    shelf.add_file(path)
    shelf.add_file(path, kind="guide")
    assert [entry.kind for entry in shelf.entries()] == ["guide"]
    assert shelf.search("自评", kinds=["policy"]).hits == ()
    assert shelf.search("自评", kinds=["guide"]).hits[0].entry.kind == "guide"
    assert shelf.check().problems == ()


def test_a_policy_that_is_reviewed_as_a_report_becomes_one(shelf: Library, tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(build(paragraph("一、概况"), paragraph("在职人员42人。")))
    shelf.add_file(path)
    document = read_bytes(path.read_bytes(), path.name)
    shelf.add_report(document)
    assert shelf.search("在职人员", 1, report=document.sha256).hits[0].evidence.source == "report"


def test_a_report_may_be_added_as_a_file(shelf: Library, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_text(REPORT, encoding="utf-8")
    entry = shelf.add_file(path, kind="report", region="湖南")
    assert (entry.kind, entry.region) == ("report", "湖南")
    assert entry.sha256 == report(REPORT).sha256


@pytest.mark.parametrize("kind", ["card", "law", ""])
def test_a_kind_that_is_none_is_told(shelf: Library, tmp_path: Path, kind: str) -> None:
    with pytest.raises(InputError, match="policy、guide、report"):
        shelf.add_file(law_file(tmp_path), kind=kind)


def test_a_bad_file_leaves_nothing_behind(shelf: Library, tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04 not a document")
    with pytest.raises(InputError, match="“坏"):
        shelf.add_file(path)
    assert shelf.entries() == []
    assert shelf.check().problems == ()


def test_a_card_is_found_as_a_card_and_never_as_the_policy(shelf: Library) -> None:
    shelf.add_cards(CARDS)
    hit = shelf.search("执行率怎么算", 1).hits[0]
    assert hit.evidence.source == "card"
    assert hit.evidence.document == "规则卡 A03 执行率复算"
    assert (hit.entry.name, hit.entry.number, hit.article) == ("A03", "甲财〔2020〕10号", "第十五条")


def test_cards_are_taken_in_once_and_follow_their_words(shelf: Library, embedder: WordEmbedder) -> None:
    shelf.add_cards(CARDS)
    embedded = embedder.embedded
    shelf.add_cards(CARDS)
    assert embedder.embedded == embedded
    shelf.add_cards([CardText("A03", "执行率复算", "含义：改过的说明。")])
    assert [entry.title for entry in shelf.entries(["card"])] == ["规则卡 A03 执行率复算"]
    assert [hit.evidence.quote for hit in shelf.search("执行率", 5).hits] == ["含义：改过的说明。"]
    assert shelf.check().problems == ()


def test_packs_keep_their_own_cards(shelf: Library) -> None:
    shelf.add_cards(CARDS)
    shelf.add_cards([CardText("A03", "执行率复算", "含义：本省的说明。")], pack="hunan")
    shelf.add_cards(CARDS)
    assert len(shelf.entries(["card"])) == 3


# Searching


@pytest.mark.parametrize(
    "query", ["", "  ", "？！", "\0", "字" * 5000, "\ud800", "a'; DROP TABLE chunks; --"]
)
def test_any_question_is_answered_or_finds_nothing(shelf: Library, query: str, tmp_path: Path) -> None:
    shelf.add_file(law_file(tmp_path))
    assert len(shelf.search(query, 3).hits) <= 3


def test_an_empty_library_finds_nothing(shelf: Library) -> None:
    found = shelf.search("预算")
    assert (found.hits, found.note) == ((), None)


def test_further_words_for_the_same_thing_are_looked_for_too(home: Path) -> None:
    def expand(query: str) -> list[str]:
        return ["三公经费"] if "接待" in query else []

    with library(home, None, expand) as shelf:
        document = report(REPORT)
        shelf.add_report(document)
        assert "10.41" in shelf.search("接待花了多少", 1, report=document.sha256).hits[0].evidence.quote


def test_hits_come_in_order_and_no_more_than_asked_for(shelf: Library, tmp_path: Path) -> None:
    shelf.add_file(law_file(tmp_path))
    found = shelf.search("绩效自评", 3)
    assert [hit.rank for hit in found.hits] == [1, 2, 3]
    assert [hit.score for hit in found.hits] == sorted((hit.score for hit in found.hits), reverse=True)


# Without vectors


def test_without_a_model_words_alone_find_it_and_it_is_said(home: Path, tmp_path: Path) -> None:
    with library(home, None) as shelf:
        entry = shelf.add_file(law_file(tmp_path))
        found = shelf.search("自评结果的真实性", 1)
    assert entry.embedder is None
    assert found.hits[0].article == "第三条"
    assert found.hits[0].why.startswith("关键词得分")
    assert found.note == NO_BUILTIN
    assert not list(home.glob("chroma-*"))


def test_where_the_model_fails_the_document_is_kept_and_made_good_later(
    shelf: Library, embedder: WordEmbedder, tmp_path: Path
) -> None:
    embedder.broken = True
    entry = shelf.add_file(law_file(tmp_path))
    assert entry.embedder is None
    assert shelf.index.trouble == "模型坏了；请修理"
    found = shelf.search("自评结果的真实性", 1)
    assert found.hits[0].article == "第三条"
    assert found.note is not None
    assert "仅按关键词检索：模型坏了" in found.note
    embedder.broken = False
    assert "还没有向量" in (shelf.search("自评").note or "")
    assert shelf.add_file(law_file(tmp_path)).embedder == "words"
    assert shelf.search("自评").note is None


def test_a_collection_that_was_emptied_takes_another_model(home: Path, tmp_path: Path) -> None:
    with library(home, WordEmbedder("first")) as shelf:
        shelf.remove(shelf.add_file(law_file(tmp_path)).id)
    with library(home, WordEmbedder("second")) as shelf:
        assert shelf.add_file(law_file(tmp_path)).embedder == "second"
        assert shelf.search("自评").note is None


def test_vectors_of_another_model_are_not_used_and_a_rebuild_is_asked_for(home: Path, tmp_path: Path) -> None:
    with library(home, WordEmbedder("first")) as shelf:
        shelf.add_file(law_file(tmp_path))
    with library(home, WordEmbedder("second")) as shelf:
        found = shelf.search("自评结果的真实性", 1)
    assert found.hits[0].similarity is None
    assert "first" in (found.note or "")
    assert "corpus check --repair" in (found.note or "")


# One owner


@pytest.mark.embedded
def test_a_second_process_gets_one_clear_line(home: Path, shelf: Library) -> None:
    call = (
        "import sys\nfrom pathlib import Path\nfrom corpus.errors import IndexBusy\nfrom corpus.library import Library\n"
        f"try:\n    Library.open(Path({str(home)!r}))\nexcept IndexBusy as error:\n    print(error)\n    sys.exit(3)\n"
    )
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (3, "")
    assert "正被另一个绩衡进程使用" in done.stdout
    assert str(home) in done.stdout
    assert shelf.entries() == []


@pytest.mark.embedded
def test_the_folder_is_free_when_the_library_is_closed(home: Path) -> None:
    library(home, None).close()
    library(home, None).close()
    with library(home, None), pytest.raises(IndexBusy):
        library(home, None)


@pytest.mark.embedded
def test_a_database_that_cannot_be_opened_leaves_no_lock(home: Path) -> None:
    with pytest.raises(StoreError):
        Library.open(home, database_url="no url")
    Library.open(home).close()


def test_threads_may_share_it(shelf: Library, tmp_path: Path) -> None:
    files = [law_file(tmp_path, LAW.replace("甲河市", f"{at}市"), f"{at}.md") for at in range(4)]
    failures: list[BaseException] = []

    def work(path: Path) -> None:
        try:
            shelf.add_file(path)
            for _ in range(5):
                shelf.search("自评结果", 3)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(path,)) for path in [*files, *files]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(shelf.entries()) == 4
    assert shelf.check().problems == ()


# Removing


def test_a_removed_document_is_found_no_more(shelf: Library, tmp_path: Path) -> None:
    entry = shelf.add_file(law_file(tmp_path))
    document = report(REPORT)
    shelf.add_report(document)
    assert shelf.remove(entry.id).title == entry.title
    assert shelf.search("自评结果的真实性").hits == ()
    assert shelf.remove(document.sha256.upper()).kind == "report"
    assert shelf.entries() == []
    assert shelf.check().problems == ()


@pytest.mark.parametrize("identity", ["", "zz", "123456789abc"])
def test_an_id_that_is_none_is_told(shelf: Library, identity: str) -> None:
    with pytest.raises(InputError, match="corpus list"):
        shelf.remove(identity)


def test_a_beginning_that_fits_two_documents_is_told(shelf: Library, tmp_path: Path) -> None:
    held: dict[str, str] = {}
    for at in range(17):  # among seventeen hashes two begin with the same digit
        entry = shelf.add_file(law_file(tmp_path, LAW.replace("甲河市", f"{at}市"), f"{at}.md"))
        if entry.sha256[0] in held:
            with pytest.raises(InputError, match="2 份文档"):
                shelf.remove(entry.sha256[0])
            return
        held[entry.sha256[0]] = entry.sha256
    pytest.fail("no two hashes begin with the same digit")
