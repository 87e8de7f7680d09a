"""One figure of a sentence against the support: does any source say this value of this thing?"""

from __future__ import annotations

from decimal import Decimal

from assistant.disguise import plain
from assistant.figures import Figure, FigureKind, figures
from assistant.naming import Lexicon, Reading, read, words
from assistant.support import Claim, Number, Origin, Support
from rules.facts.vocabulary import TOTAL, vocabulary
from rules.numbers.units import Dimension, Unit

_TOTALS = frozenset({TOTAL, "整体支出"})


class Matcher:
    """Matches the figures of one text; remembers what the sentences before spoke of."""

    def __init__(self, support: Support, lexicon: Lexicon, asked: list[Figure]) -> None:
        self._support = support
        self._lexicon = lexicon
        self._asked = asked
        self._last: tuple[str, ...] = support.topic.subjects

    def remember(self, text: str) -> None:
        """Note what a sentence that passed spoke of last."""
        named = [term.name for term in self._lexicon.terms(text) if term.kind == "subject"]
        if named:
            self._last = (named[-1],)

    def speaks_of(self, text: str, start: int, subjects: frozenset[str]) -> bool:
        """Say whether the text before the offset speaks of one of the things last."""
        if not subjects & self._lexicon.subjects:
            return True  # nothing that a sentence could name it by
        named = [t for t in self._lexicon.terms(text) if t.kind == "subject" and t.end <= start]
        fund = vocabulary().fund(text[:start])
        if fund is not None and not (named and named[-1].start >= fund.start):
            return _same_thing([TOTAL], subjects)  # 一般公共预算全年预算 …: the fund alone names its total
        return _same_thing([t.name for t in named[-1:]] or self._last, subjects)

    def match(self, text: str, figure: Figure, every: list[Figure]) -> tuple[Number | None, str]:
        """Return the origin of a figure (None for a mere reference that is in order), or the reason against it."""
        if figure.kind is FigureKind.REFERENCE:
            return None, self._reference(figure)
        if figure.kind in (FigureKind.DATE, FigureKind.NUMBER):
            return self._verbatim(figure)
        if figure.kind is FigureKind.YEAR:
            return self._year(figure)
        if figure.value is None:
            return self._echo(text, figure, "不是确数，或写法无法读出")
        reading = read(text, figure, every, self._lexicon)
        if reading.unclear:
            return None, "数与前面的名称对不上"
        reason = "没有出处"
        for claim in self._support.claims:
            if not _equal(claim, figure):
                continue
            fault = self._fault(claim, figure, reading)
            if not fault:
                return Number(figure.text, claim.origin, claim.citation, claim.derivation), ""
            reason = fault
        return self._echo(text, figure, reason)

    def _echo(self, text: str, figure: Figure, reason: str) -> tuple[Number | None, str]:
        asked = any(
            one.value == figure.value and _unit_key(one.unit) == _unit_key(figure.unit) for one in self._asked
        )
        asked = asked and figure.value is not None
        asked = asked or any(one.text == figure.text for one in self._asked)
        if not asked:
            return None, reason
        if "您提到的" not in text[: figure.start]:
            return None, "只是问题里的数，未标明“您提到的”"
        if any(word in text[figure.end :] for word in words()["confirming"]):
            return None, "不能确认问题里的数"
        return Number(figure.text, Origin.QUESTION), ""

    def _year(self, figure: Figure) -> tuple[Number | None, str]:
        found = next(
            (c for c in self._support.citations if (figure.key in plain(c.evidence.quote).text)), None
        )
        if found is not None:
            return Number(figure.text, Origin.CITED, found.marker), ""
        known = {claim.period for claim in self._support.claims} | {self._support.year} | self._support.years
        if figure.key in known:
            return Number(figure.text, Origin.COMPUTED, None, "报告年度及其比较年度"), ""
        if any(one.key == figure.key for one in self._asked if one.kind is FigureKind.YEAR):
            return Number(figure.text, Origin.QUESTION), ""
        return None, "年份没有出处"

    def _verbatim(self, figure: Figure) -> tuple[Number | None, str]:
        """Hold a date or a 文号 against the quotes, numbers and names of the citations."""
        for citation in self._support.citations:
            text = "；".join(
                filter(None, (citation.evidence.quote, citation.number, citation.evidence.document))
            )
            if any(
                one.kind is figure.kind and _same_key(one.key, figure.key) for one in figures(plain(text))
            ):
                return Number(figure.text, Origin.CITED, citation.marker), ""
        if any(one.kind is figure.kind and _same_key(one.key, figure.key) for one in self._asked):
            return Number(figure.text, Origin.QUESTION), ""
        return None, "日期或文号没有出处"

    def _reference(self, figure: Figure) -> str:
        support, value = self._support, figure.value
        asked = any(
            one.kind is figure.kind and one.word == figure.word and one.value == value for one in self._asked
        )
        if asked or (value is None and figure.word == "["):
            return ""
        if figure.word == "[":
            return "" if support.citation(f"[{value}]") else "引用编号不存在"
        if figure.word == "页":
            return (
                ""
                if self._page_known(str(value)) and self._page_known(figure.key or str(value))
                else "页码不在引用之中"
            )
        if figure.word in ("附件", "附表", "附录", "表", "图"):
            return "" if value is not None and int(value) in support.annexes else "附件不存在"
        if figure.word in ("条", "款", "项", "目"):
            texts = [f"{item.article or ''}{plain(item.evidence.quote).text}" for item in support.citations]
            found = any(
                one.kind is FigureKind.REFERENCE and one.word == figure.word and one.value == value
                for text in texts
                for one in figures(plain(text))
            )
            return "" if found else "条款不在引用之中"
        return "" if value is not None and value <= max(support.sections, 1) else "章节不存在"

    def _page_known(self, page: str) -> bool:
        for citation in self._support.citations:
            label = "".join(c for c in citation.evidence.page_label or "" if c.isdigit())
            if page in (str(citation.evidence.page), label):
                return True
        return False

    def _fault(self, claim: Claim, figure: Figure, reading: Reading) -> str:
        """Return why the sentence says the figure of something else than the claim does; empty if it does not."""
        named = reading.subjects or self._last
        if claim.hedge is not figure.hedge:
            return "约数与确数不同"
        if claim.subjects & self._lexicon.subjects:
            if named and not _same_thing(named, claim.subjects):
                return f"这个数不是“{named[0]}”的"
            if not named and not _overlap(reading.lead, claim.context):
                return "没有说明是什么的数"
        elif strangers := [name for name in reading.own if not self._may_own(claim, name)]:
            return f"这个数不是“{strangers[-1]}”的"
        elif not _overlap(reading.lead, claim.context) and not _overlap(reading.lead, claim.derivation or ""):
            return "没有说明是什么的数"
        return self._fault_of_stage(claim, reading) or self._strange(claim, reading)

    def _may_own(self, claim: Claim, name: str) -> bool:
        """Say whether a figure may be said of a name though its own name is none that a sentence could be read by."""
        if name in _TOTALS:
            scored = claim.unit is not None and claim.unit.dimension is Dimension.SCORE
            return scored or not claim.subjects
        if claim.subjects:
            return any(name in subject for subject in claim.subjects)
        return name in claim.context

    def _fault_of_stage(self, claim: Claim, reading: Reading) -> str:
        measure = reading.measure or self._support.topic.measure
        if claim.measure and measure and claim.measure not in _looser(measure):
            return "预算、执行、比率等口径与出处不同"
        year = self._support.year
        prior = str(int(year) - 1) if year and year.isdigit() else None
        period = {"prior": prior, "current": year}.get(reading.period or "", reading.period)
        period = period or self._support.topic.period or year
        if claim.period and period and claim.period != period:
            return "年度与出处不同"
        if claim.scope and reading.fund and claim.scope != reading.fund:
            return "资金范围与出处不同"
        if claim.direction * reading.direction < 0:
            return "增减方向与出处相反"
        if reading.role == "computed" and claim.origin is not Origin.COMPUTED:
            return "报告的数说成了复算的数"
        if reading.role == "reported" and claim.origin is Origin.COMPUTED:
            return "复算的数说成了报告的数"
        return ""

    def _strange(self, claim: Claim, reading: Reading) -> str:
        source = plain(claim.context + (claim.derivation or "") + "".join(claim.subjects)).text
        limit = 3 if reading.subjects else 2
        for run in reading.strange:
            pairs = [run[at : at + 2] for at in range(len(run) - 1)]
            unknown = sum(pair not in source for pair in pairs)
            if len(run) >= limit and unknown * 2 > len(pairs):
                return f"出处没有说到“{run}”"
        return ""


def _looser(measure: str) -> list[str]:
    found: list[str] = words()["looser"].get(measure, [measure])
    return found


def _same_thing(named: tuple[str, ...] | list[str], subjects: frozenset[str]) -> bool:
    if not named:
        return False
    return all(name in subjects or (name in _TOTALS and bool(subjects & _TOTALS)) for name in named)


def _overlap(lead: str, context: str) -> bool:
    """Say whether two texts share a pair of Chinese characters."""
    folded = plain(context).text
    return any(
        lead[at : at + 2] in folded
        for at in range(len(lead) - 1)
        if all("\u4e00" <= character <= "\u9fff" for character in lead[at : at + 2])
    )


def _unit_key(unit: Unit | None) -> tuple[str, str]:
    if unit is None:
        return ("", "")
    if unit.dimension is Dimension.COUNT:
        symbol = unit.symbol.lstrip("十百千万亿")
        for group in words()["same_count"]:
            if symbol in group:
                return ("count", group[0])
        return ("count", symbol)
    return (str(unit.dimension), "")


def _equal(claim: Claim, figure: Figure) -> bool:
    if figure.value is None or _unit_key(claim.unit) != _unit_key(figure.unit):
        return False
    return claim.value * _factor(claim.unit) == figure.value * _factor(figure.unit)


def _factor(unit: Unit | None) -> Decimal:
    return Decimal(1) if unit is None else unit.factor


def _same_key(one: str, other: str) -> bool:
    """Compare dates and 文号; one of them may leave out the year."""
    return one == other or (
        one.count("-") == 2
        and one.lstrip("0123456789") == other.lstrip("0123456789")
        and (one.startswith("-") or other.startswith("-"))
    )
