"""规则库: the packs at hand stand in it, with the formula, the source and its mark, and nothing is markup."""

from __future__ import annotations

from pathlib import Path

from rules.card import all_cards
from rules.shelf import open_packs
from ui.screen.rulebook import rulebook

EXAMPLE = Path(__file__).parents[2] / "docs" / "packs" / "lanchuan"


def _page() -> str:
    packs = list(open_packs(None, [str(EXAMPLE)]).available.values())
    cards = [*all_cards(), *(card for pack in packs for card in pack.cards)]
    return str(rulebook(cards, "zh", packs))


def test_a_pack_of_the_user_shows_its_cards_indicators_and_documents() -> None:
    page = _page()
    assert 'id="jh-rule-LANCHUAN-Q01"' in page
    assert "项目支出决算数 ÷ 支出决算总额 × 100%" in page
    assert "澜财绩〔2023〕9号" in page
    assert "澜川市财政局关于市级预算部门绩效自评的规定" in page


def test_an_indicator_shows_its_other_readings_and_how_well_its_source_is_known() -> None:
    start = _page().index('id="jh-rule-three_public_change"')
    entry = _page()[start : start + 3000]
    assert "以决算数对决算数" in entry
    assert "常见误算" in entry
    assert 'data-verified="False"' in entry


def test_each_entry_has_an_id_of_its_own() -> None:
    ids = [part.split('"')[0] for part in _page().split('id="jh-rule-')[1:]]
    assert len(ids) == len(set(ids))
