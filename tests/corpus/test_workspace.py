"""What reviewers decided: kept by report and finding, in the database of either place, over processes and versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from assistant.workspace import Decided, Workspace, likeness, metadata, report_key
from corpus.errors import StoreError
from rules.finding import Finding
from tests.corpus.library_parts import Place
from tests.fakes.reviews import station_review
from ui.deciding import Decision, Decisions

FIRST = Decided("A03-0123456789", "A03-1111111111", "reject", reason="口径\0不同")


@pytest.fixture
def workspace(tmp_path: Path, place: Place) -> Iterator[Workspace]:
    opened = Workspace.in_home(tmp_path / "home", place.database_url)
    yield opened
    opened.close()


def test_the_steps_of_the_history_make_the_table_that_is_used(workspace: Workspace) -> None:
    with workspace.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [one for one in differences if not str(one[0]).startswith("remove_")] == []


def test_a_decision_replaces_the_one_before_and_can_be_taken_back(workspace: Workspace) -> None:
    workspace.decide("甲", FIRST)
    workspace.decide("乙", replace(FIRST, choice="adopt"))
    [kept] = workspace.decisions("甲")
    assert (kept.choice, kept.reason, kept.text) == ("reject", "口径 不同", None)
    assert kept.decided is not None
    workspace.decide("甲", replace(FIRST, choice=None, reason="", note="再看"))
    assert [(item.choice, item.note) for item in workspace.decisions("甲")] == [(None, "再看")]
    workspace.decide("甲", replace(FIRST, choice=None, reason=""))
    assert workspace.decisions("甲") == []
    assert [item.choice for item in workspace.decisions("乙")] == ["adopt"]


def test_decisions_are_there_again_at_another_desk(workspace: Workspace) -> None:
    review = station_review()
    mine, other = Decisions(lambda: workspace), Decisions(lambda: workspace)
    mine.recall(review)
    mine.put(review.findings[0].id, Decision("adopt", note="已电话核实", text="请更正。"))
    other.recall(review)
    assert other.all() == {review.findings[0].id: Decision("adopt", note="已电话核实", text="请更正。")}


@pytest.mark.embedded
def test_the_next_version_of_a_report_shows_what_was_decided_while_its_figures_were_others(
    workspace: Workspace,
) -> None:
    review = replace(station_review(), kind="department_self_evaluation", unit_name="某站", year="2023")
    decisions = Decisions(lambda: workspace)
    decisions.recall(review)
    finding = review.findings[0]
    decisions.put(finding.id, Decision("reject", reason="单位已说明"))
    changed = replace(finding, id=f"{finding.rule}-00000000ff", title=f"{finding.title}3.5")
    later = replace(
        review, findings=(changed, *review.findings[1:]), document=replace(review.document, sha256="x")
    )
    decisions.recall(later)
    assert decisions.get(changed.id) == Decision()
    earlier = decisions.earlier(changed.id)
    assert earlier is not None and earlier.decision.reason == "单位已说明"
    twice = replace(later, findings=(changed, replace(changed, id=f"{finding.rule}-00000000ee")))
    decisions.recall(twice)
    assert decisions.earlier(changed.id) is None, "of two alike nobody knows which one was meant"


@pytest.mark.embedded
def test_reports_of_which_a_unit_writes_many_are_told_apart_by_their_content() -> None:
    review = replace(station_review(), unit_name="某站", year="2023")
    whole = replace(review, kind="department_self_evaluation")
    project = replace(review, kind="project_self_evaluation")
    assert "某站" in report_key(whole)
    assert report_key(project) == review.document.sha256
    assert report_key(replace(whole, year=None)) == review.document.sha256


@pytest.mark.embedded
def test_findings_that_differ_in_more_than_figures_are_not_alike() -> None:
    finding: Finding = station_review().findings[0]
    assert likeness(finding) == likeness(replace(finding, title=f"{finding.title}12.5"))
    assert likeness(finding) != likeness(replace(finding, title=f"{finding.title}他"))
    assert likeness(finding) != likeness(replace(finding, rule="A99"))


@pytest.mark.embedded
def test_where_the_database_fails_the_review_is_shown_and_nothing_is_said_to_be_kept() -> None:
    def broken() -> Workspace:
        raise StoreError("数据库不能完成操作（磁盘已满）")

    review = station_review()
    decisions = Decisions(broken)
    decisions.recall(review)
    assert decisions.trouble is not None
    with pytest.raises(StoreError, match="磁盘已满"):
        decisions.put(review.findings[0].id, Decision("adopt"))
    assert decisions.all() == {}
