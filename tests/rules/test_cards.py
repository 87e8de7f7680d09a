"""Every rule card is whole, readable and cites only what it may."""

from __future__ import annotations

import pytest

from rules.card import GROUPS, RuleCard, all_cards, card, read_card
from rules.errors import PackError
from rules.finding import Severity

GOOD = """
code = "S99"
title = "得分写反"
kind = "score_sum"
severity = "warning"
disposition = "ask"
impact = "score"
meaning = "第一句。第二句。"
formula = "甲 = 乙"
example_pass = "1 = 1"
example_fail = "1 = 2"
suggestion = "请核对。"
"""


@pytest.mark.parametrize("item", all_cards(), ids=lambda item: item.code)
def test_meaning_is_two_sentences_and_examples_differ(item: RuleCard) -> None:
    assert item.meaning.count("。") == 2
    assert item.example_pass != item.example_fail
    assert item.group in GROUPS.values()


@pytest.mark.parametrize("item", all_cards(), ids=lambda item: item.code)
def test_a_card_without_policy_cites_itself_as_verified(item: RuleCard) -> None:
    if item.sources:
        assert all(basis.number for basis in item.sources)
    else:
        (own,) = item.basis
        assert (own.document, own.number, own.verified) == (f"规则卡 {item.code}", None, True)


def test_the_tie_out_rules_are_all_there() -> None:
    codes = [item.code for item in all_cards()]
    assert codes == sorted(codes)
    within, between = range(1, 17), range(31, 37)  # in one report, and between documents
    assert [code for code in codes if code[0] == "A"] == [f"A{n:02d}" for n in (*within, *between)]


def test_an_error_may_not_rest_on_an_unverified_basis() -> None:
    text = GOOD.replace('"warning"', '"error"')
    assert read_card(text, "S99").severity is Severity.ERROR
    unverified = text + '[[basis]]\ndocument = "某办法"\nnumber = "某财〔2020〕1号"\nverified = false\n'
    with pytest.raises(PackError, match=r"S99.*未经核实"):
        read_card(unverified, "S99")


def test_damage_is_named_with_the_card_and_the_field() -> None:
    with pytest.raises(PackError, match=r"S99.*disposition"):
        read_card(GOOD.replace('"ask"', '"shout"'), "S99")
    with pytest.raises(PackError, match=r"S98.*S99"):
        read_card(GOOD, "S98")
    with pytest.raises(PackError, match=r"TOML"):
        read_card("code = ", "S99")


def test_an_unknown_code_is_refused_with_what_there_is() -> None:
    with pytest.raises(PackError, match=r"Z99.*A01"):
        card("Z99")


def test_a_finding_takes_from_the_card_what_is_not_given() -> None:
    finding = card("S05").finding(content=("甲", "4.5"), message="位置。", evidence=())
    assert (finding.rule, finding.severity, finding.disposition) == ("S05", "warning", "ask")
    assert finding.group == "自述未完成而得分在“达成”档"
    assert finding.basis == card("S05").basis
    assert finding.id == card("S05").finding(content=("甲", "4.5"), message="另一处。", evidence=()).id
