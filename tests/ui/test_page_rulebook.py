"""规则库 and scores: the packs at hand stand in it, with the formula, the source and its mark, and nothing is markup."""

from __future__ import annotations

from pathlib import Path

from rules.card import all_cards
from rules.engine import review
from rules.shelf import open_packs
from tests.rules.sketch import Sketch, form
from ui.screen.rulebook import rulebook
from ui.screen.scores import scores_panel

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


def test_a_score_that_is_not_supported_says_what_it_would_take() -> None:
    sketch = Sketch()
    sketch.heading("某局2023年度部门整体支出绩效自评报告")
    rows = [
        ["产出指标", "质量指标", "甲", "≥95%", "91.20%", "60", "60", ""],
        ["效益指标", "社会效益", "乙", "≥4次", "定期开展", "40", "40", ""],
    ]
    sketch.table(form(rows, total=["100", "100"]))
    shown = str(scores_panel(review(sketch.document(), year="2023")))
    assert "自评 60 分须完成值达到 95" in shown
    assert "有计分办法的 1 项可支持 57.60 分（参考），其余 1 项未作判断" in shown
