"""What is in force when: newer versions and repeals end older ones, and a question of a year gets that year's text."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from corpus.errors import InputError
from corpus.library import Library
from corpus.policies.repeals import repeals
from corpus.store import Entry
from corpus.validity import Span, plain_number, plain_title, spans
from tests.corpus.library_parts import REPORT, WordEmbedder, law_file, library, report

pytestmark = pytest.mark.usefixtures("place")

DAY = datetime.date


def entry(title: str, key: str, **stated: object) -> Entry:
    return Entry(key, f"{key}.md", "policy", "policies", title, **stated)  # type: ignore[arg-type]


@pytest.mark.embedded
def test_a_newer_version_ends_the_older_one_on_the_day_it_begins() -> None:
    old = entry("甲市绩效办法（2016修正）", "a", effective=DAY(2010, 1, 1), amended=DAY(2016, 6, 1))
    new = entry("甲市绩效办法（2020修订）", "b", effective=DAY(2020, 10, 1))
    found = spans([new, old])
    assert found["a"] == Span(DAY(2010, 1, 1), DAY(2020, 10, 1), "甲市绩效办法（2020修订）")
    assert found["b"] == Span(DAY(2020, 10, 1))
    assert found["a"].holds(DAY(2020, 9, 30)) and not found["a"].holds(DAY(2020, 10, 1))


@pytest.mark.embedded
def test_an_amended_law_begins_when_first_in_force_unless_its_older_text_is_held() -> None:
    amended = entry("乙法（2018修正）", "b", effective=DAY(1995, 1, 1), amended=DAY(2018, 12, 29))
    older = entry("中华人民共和国乙法", "a", effective=DAY(1995, 1, 1))
    assert spans([amended])["b"] == Span(DAY(1995, 1, 1))
    assert spans([amended, older])["b"].since == DAY(2018, 12, 29)
    assert spans([amended, older])["a"].until == DAY(2018, 12, 29)


@pytest.mark.embedded
def test_the_same_title_in_another_region_is_another_document() -> None:
    one = entry("绩效评价办法", "a", region="湖南", effective=DAY(2015, 1, 1))
    other = entry("绩效评价办法", "b", region="湖北", effective=DAY(2020, 1, 1))
    assert spans([one, other])["a"].until is None


@pytest.mark.embedded
@pytest.mark.parametrize("named", [("旧办法", None), ("另一名称", "甲财〔2011〕5号")])
def test_a_document_that_repeals_another_ends_it(named: tuple[str, str | None]) -> None:
    old = entry("旧办法", "a", number="甲财[2011]5号", effective=DAY(2011, 5, 1))
    new = entry("新办法", "b", effective=DAY(2019, 1, 1), repeals=(named,))
    assert spans([old, new])["a"] == Span(DAY(2011, 5, 1), DAY(2019, 1, 1), "新办法")


@pytest.mark.embedded
def test_the_day_that_a_person_set_stands_over_all() -> None:
    old = entry("旧办法", "a", effective=DAY(2011, 5, 1), repealed=DAY(2015, 1, 1))
    new = entry("新办法", "b", effective=DAY(2019, 1, 1), repeals=(("旧办法", None),))
    assert spans([old, new])["a"] == Span(DAY(2011, 5, 1), DAY(2015, 1, 1))


@pytest.mark.embedded
def test_what_states_no_day_is_taken_to_be_in_force() -> None:
    assert spans([entry("某指南", "a")])["a"].holds(DAY(1990, 1, 1))


@pytest.mark.embedded
def test_titles_and_numbers_are_compared_without_what_is_printed_in_many_ways() -> None:
    assert plain_title("中华人民共和国 预算法（2018修正）") == "预算法"
    assert plain_title("绩效自评办法（试行）") == "绩效自评办法"
    assert plain_number("财预〔2020〕10号") == plain_number("财预[2020] 第10号")


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "本办法自印发之日起施行。《旧办法》（财预〔2011〕285号）同时废止。",
            [("旧办法", "财预〔2011〕285号")],
        ),
        (
            "1991年10月21日国务院发布的《甲条例》和《乙规定》（甲财 〔2001〕 3号）同时废止",
            [("甲条例", None), ("乙规定", "甲财〔2001〕3号")],
        ),
        ("《甲办法》停止执行。", [("甲办法", None)]),
        ("《甲办法》第三条同时废止。", []),
        ("《甲办法》未废止的部分继续有效。", []),
        ("对已废止的文件不再引用《甲办法》。", []),
    ],
)
def test_what_a_text_repeals_is_read_from_its_words(text: str, found: list[tuple[str, str | None]]) -> None:
    assert list(repeals(text)) == found


OLD = """# 丙市绩效自评办法

第一条 本办法适用于本市。

第二条 自评报告应当在每年四月三十日前报送，逾期扣分。

第三条 本办法自2015年1月1日起施行。
"""
NEW = """# 丙市绩效自评管理办法

第一条 本办法适用于本市。

第二条 自评报告应当在每年三月三十一日前报送。

第三条 本办法自2021年1月1日起施行。《丙市绩效自评办法》同时废止。
"""


def versions(home: Path, folder: Path) -> Library:
    shelf = library(home, WordEmbedder())
    shelf.add_file(law_file(folder, OLD, "旧.md"))
    shelf.add_file(law_file(folder, NEW, "新.md"))
    return shelf


ASKED = "自评报告应当在什么时候前报送"


def test_a_report_of_a_year_is_answered_by_what_was_in_force_then(home: Path, tmp_path: Path) -> None:
    with versions(home, tmp_path) as shelf:
        then = shelf.search(ASKED, 1, on=DAY(2019, 12, 31))
        assert "四月三十日" in then.hits[0].evidence.quote
        assert "1 份文件当时不在施行期内" in (then.note or "")
        now = shelf.search(ASKED, 1, on=DAY(2023, 12, 31))
        assert "三月三十一日" in now.hits[0].evidence.quote


def test_without_a_day_what_is_in_force_stands_before_what_no_longer_is(home: Path, tmp_path: Path) -> None:
    with versions(home, tmp_path) as shelf:
        hits = shelf.search(ASKED, 5).hits
        order = [hit.entry.title for hit in hits if hit.article == "第二条"]
        assert order == ["丙市绩效自评管理办法", "丙市绩效自评办法"]
        old = next(hit for hit in hits if hit.entry.title == "丙市绩效自评办法").as_json()
        assert (old["until"], old["replaced_by"]) == ("2021-01-01", "丙市绩效自评管理办法")


def test_when_the_newer_document_goes_the_older_one_is_in_force_again(home: Path, tmp_path: Path) -> None:
    with versions(home, tmp_path) as shelf:
        new = next(own for own in shelf.entries() if own.title == "丙市绩效自评管理办法")
        shelf.remove(new.id)
        found = shelf.search(ASKED, 1, on=DAY(2023, 12, 31))
        assert "四月三十日" in found.hits[0].evidence.quote


@pytest.mark.embedded
@pytest.mark.slow
def test_many_versions_of_one_text_do_not_hide_the_one_in_force(home: Path, tmp_path: Path) -> None:
    with library(home, None) as shelf:
        for year in range(1950, 2020):
            text = OLD.replace("2015年1月1日", f"{year}年1月1日")
            shelf.add_file(law_file(tmp_path, text, f"{year}.md"))
        for year in range(1950, 2020, 3):
            found = shelf.search(ASKED, 3, on=DAY(year, 12, 31))
            assert found.left_out == 69
            assert {hit.entry.effective for hit in found.hits} == {DAY(year, 1, 1)}


def test_another_region_s_documents_are_left_out_where_a_region_is_asked_for(
    home: Path, tmp_path: Path
) -> None:
    with library(home, WordEmbedder()) as shelf:
        shelf.add_file(law_file(tmp_path, OLD, "丙.md"), region="丙市")
        shelf.add_file(law_file(tmp_path, OLD.replace("丙市", "丁市"), "丁.md"), region="丁市")
        shelf.add_file(law_file(tmp_path, NEW.replace("丙市", "国家"), "国.md"), region="全国")
        found = {hit.entry.region for hit in shelf.search(ASKED, 10, region="丁市").hits}
        assert found == {"丁市", "全国"}


# What was recognised may be set by hand


def test_metadata_may_be_corrected_and_search_and_citations_follow(home: Path, tmp_path: Path) -> None:
    with library(home, WordEmbedder()) as shelf:
        added = shelf.add_file(law_file(tmp_path, OLD))
        shelf.edit(added.id, title="丙市部门自评规程", number="丙财〔2014〕9号", effective=DAY(2014, 7, 1))
        changed = shelf.entries()[0]
        assert (changed.title, changed.number, changed.effective) == (
            "丙市部门自评规程",
            "丙财〔2014〕9号",
            DAY(2014, 7, 1),
        )
        hit = shelf.search("丙市部门自评规程第二条", 1).hits[0]
        assert (hit.evidence.document, hit.article) == ("丙市部门自评规程", "第二条")
        assert shelf.check().problems == ()


def test_what_is_no_property_and_what_is_a_card_cannot_be_edited(home: Path) -> None:
    with library(home, WordEmbedder()) as shelf:
        added = shelf.add_report(report(REPORT))
        with pytest.raises(InputError, match="不能修改“sha256”"):
            shelf.edit(added.id, sha256="0")
