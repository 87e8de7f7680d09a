"""S05: an indicator whose own words say 未达预期 or 尚未完成, scored in the band for 达成."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from rules.card import card
from rules.check import CheckContext, ScoredRow
from rules.facts.form import FormCell
from rules.facts.targets import compare
from rules.finding import Finding
from rules.pack import Bands
from rules.self_report import Span, says_unmet
from rules.wording import row_words, short

_TENTH = Decimal("0.1")


def check(context: CheckContext) -> Iterable[Finding]:
    """Yield one finding for each such indicator; those measured by a figure score by ratio, not here."""
    bands = context.pack.bands
    if bands is None:
        return
    inverse = context.pack.words.get("inverse_names", ())
    for scored in context.scored_rows:
        actual = scored.row.actual
        in_top_band = scored.points.value >= bands.met * scored.most.value
        if actual is None or not in_top_band or compare(scored.row, inverse) is not None:
            continue
        span = says_unmet(actual.text, context.pack)
        if span is not None:
            yield _finding(context, scored, actual, span, bands)


def _finding(context: CheckContext, scored: ScoredRow, actual: FormCell, span: Span, bands: Bands) -> Finding:
    row, points, most = scored.row, scored.points.plain(), scored.most.plain()
    share = (scored.points.value / scored.most.value * 100).quantize(_TENTH, ROUND_HALF_UP)
    low, high = scored.most.value * bands.partial, scored.most.value * bands.met
    words = actual.text[span[0] : span[1]]
    reason = "偏差原因栏已填，" if row.reason is not None else ""
    return card("S05").finding(
        content=(row.name, row.title, words, points, most),
        message=(
            f"{row_words(scored.form, row)}实际完成值写明“{short(words)}”，自评 {points} 分"
            f"（分值 {most} 分，占 {share:f} %），属“达成”档（{_plain(bands.met * 100)} % 以上）。"
            f"{reason}请补充该项评分依据。"
        ),
        basis=bands.basis,
        reported=points,
        derivation=(
            f"{points} ÷ {most} = {share:f} %；"
            f"“部分达成”档为 {_plain(low)} 分以上、不到 {_plain(high)} 分（参考）"
        ),
        evidence=(
            actual.evidence(context.locator, *span),
            scored.score.evidence(context.locator),
            scored.weight.evidence(context.locator),
        ),
    )


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
