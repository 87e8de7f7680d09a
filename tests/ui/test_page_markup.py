"""What reaches the screen is escaped by construction; values keep their places."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rules.finding import Finding
from rules.relations.relation import Verdict
from rules.review import Review
from tests.fakes.reviews import station_review
from ui.deciding import Decision, Decisions
from ui.screen.bench import bench
from ui.screen.chain import budget_chain
from ui.screen.derivation import Index, derivation_bar
from ui.screen.findings import findings_list
from ui.screen.head import conclusion_line
from ui.screen.markup import Html, element, escaped
from ui.screen.spots import spots


def test_text_is_escaped_and_markup_made_here_is_not_escaped_twice() -> None:
    inner = element("b", "<script>")
    assert inner == "<b>&lt;script&gt;</b>"
    assert element("p", inner, " & ", None, ["x", inner]) == (
        "<p><b>&lt;script&gt;</b> &amp; x<b>&lt;script&gt;</b></p>"
    )


def test_attributes_cannot_be_broken_out_of() -> None:
    made = element("a", data_spots=[{"quote": "\"'><img>"}], class_="x", hidden=False, open=True, title=None)
    assert re.fullmatch(r'<a data-spots="[^"<>]*" class="x" open></a>', made)
    value = (
        made.split('"')[1]
        .replace("&quot;", '"')
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&#x27;", "'")
    )
    assert json.loads(value) == [{"quote": "\"'><img>"}]


@given(st.text())
def test_every_character_stays_one_and_none_can_steer_the_screen(text: str) -> None:
    shown = re.sub(r"&(?:lt|gt|amp|quot|#x27);", "x", escaped(text))
    assert len(shown) == len(text)
    assert not re.search('[<>"\\x00-\\x08\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]', shown)


def test_html_made_here_is_the_only_thing_that_is_not_escaped() -> None:
    assert escaped(Html("<b>")) == "<b>"
    assert escaped("<b>") == "&lt;b&gt;"


def text_of(html: str) -> str:
    """Return what a reader sees of HTML."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html)).replace("&quot;", '"')


def ratio_finding(review: Review) -> Finding:
    """Return the finding on the rate that was copied wrong into the annex."""
    return next(item for item in review.findings if item.reported == "83.21")


def test_the_chain_follows_the_budget_of_the_whole_year() -> None:
    chain = budget_chain(station_review())
    assert chain is not None
    printed = [[fact.quantity.plain() for fact in stage.facts] for stage in chain.stages]
    assert printed == [["1400.00"], ["150.50", "30.20"], ["1520.30"], ["1312.55"], []]
    assert chain.stages[2].verdict is Verdict.EXACT
    assert chain.scope == "一般公共预算"


def test_a_bridge_that_does_not_hold_is_marked_where_it_breaks() -> None:
    review = station_review()
    broken = tuple(
        replace(item, judgement=replace(item.judgement, verdict=Verdict.IMPOSSIBLE))
        if "150.50 − 30.20" in item.judgement.derivation
        else item
        for item in review.relations
    )
    chain = budget_chain(replace(review, relations=broken))
    assert chain is not None
    assert [stage.name for stage in chain.stages if stage.verdict is Verdict.IMPOSSIBLE] == ["budget"]


def test_without_a_bridge_there_is_no_chain() -> None:
    assert budget_chain(replace(station_review(), relations=())) is None


def test_the_bar_keeps_the_checkers_words_and_leads_from_each_figure_to_its_place() -> None:
    review = station_review()
    bar = derivation_bar(ratio_finding(review), Index(review))
    assert bar is not None
    assert text_of(bar) == "75.05 ÷ 90.20 = 83.20 %报告 83.21 %"
    evidence = ratio_finding(review).evidence
    buttons = re.findall(r'(?:data-n="(\d+)"|data-spots="([^"]*)")[^>]*>([\d.]+)</button>', bar)
    for number, own, figure in buttons:
        quote = (
            evidence[int(number) - 1].quote if number else json.loads(own.replace("&quot;", '"'))[0]["quote"]
        )
        assert figure in quote
    assert [figure for _, _, figure in buttons] == ["75.05", "90.20", "83.21"]


def test_findings_of_one_sort_are_one_line_and_each_is_still_there() -> None:
    review = station_review()
    first = review.findings[0]
    many = tuple(replace(first, id=f"{first.rule}-{n}", group="目标空泛") for n in range(3))
    html = findings_list(replace(review, findings=many), Decisions())
    assert html.count("<article") == 3
    assert html.count('class="jh-group"') == 1
    assert "目标空泛（3 条）" in text_of(html)


def test_the_wording_that_a_reviewer_edited_is_shown_again() -> None:
    review = station_review()
    decisions = Decisions()
    decisions.put(review.findings[0].id, Decision("adopt", text="请核对<附件2>。"))
    html = findings_list(review, decisions)
    assert "请核对&lt;附件2&gt;。" in html
    assert "已采纳" in html


def test_the_conclusion_reads_like_the_one_in_the_terminal() -> None:
    from ui.present import conclusion

    review = station_review()
    assert text_of(conclusion_line(review)) == conclusion(review)
    assert text_of(conclusion_line(review, "en")) == conclusion(review, "en")


def test_a_basis_whose_article_is_not_verified_says_so() -> None:
    review = station_review()
    finding = ratio_finding(review)
    unverified = replace(
        finding, basis=tuple(replace(b, document="某办法", verified=False) for b in finding.basis)
    )
    html = findings_list(replace(review, findings=(unverified,)), Decisions())
    assert "条款待核" in text_of(html)
    assert "条款已核" not in text_of(html)


def test_every_panel_is_there_and_spots_carry_the_boxes_of_the_contract() -> None:
    review = station_review()
    html = bench(review, Decisions(), "en")
    assert re.findall(r'<section class="jh-panel" data-panel="(\w+)"', html) == [
        "findings",
        "scores",
        "checked",
        "unchecked",
        "rounding",
    ]
    evidence = review.findings[0].evidence
    assert [spot["boxes"] for spot in spots(evidence) if isinstance(spot, dict)] == [
        item.as_json()["boxes"] for item in evidence
    ]
