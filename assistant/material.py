"""What an answer or a draft is put together from: numbered citations, figures and texts, each with its origin.

Composers write words around what this hands out; what it handed out is the support that the guard holds the text
against.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.disguise import plain
from assistant.figures import FigureKind, figures
from assistant.naming import words as guard_words
from assistant.places import Places
from assistant.support import Citation, Claim, Origin, Passage, Support, Topic
from corpus.document.evidence import Evidence
from corpus.document.model import BlockKind, Document
from rules.card import RuleCard
from rules.facts.fact import Fact
from rules.facts.vocabulary import vocabulary
from rules.finding import Basis, Finding
from rules.numbers.quantity import Hedge
from rules.numbers.units import SCORE, Unit, count
from rules.relations.relation import Relation
from rules.review import Review

_NAMED = re.compile(r"[“《]([^”》\n]{2,30})[”》]")
_VERSION = re.compile(r"([\u4e00-\u9fffA-Za-z]{2,8}\s?\d+(?:\.\d+)?)(?=[，。、；）(（”的结项平系等])")
_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?")
_NO_NAME = re.compile(r"[%％‰]|元|成$|折$|倍|分之")


class Material:
    """Collects what one text may say."""

    def __init__(self, review: Review, topic: Topic | None = None) -> None:
        self.review = review
        self.places = Places(review.document, others=review.crossed.materials)
        self.topic = topic or Topic()
        self._citations: list[Citation] = []
        self._claims: list[Claim] = []
        self._passages: list[Passage] = []
        self._names: set[str] = set()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return the citations so far, in the order of their markers."""
        return tuple(self._citations)

    @property
    def size(self) -> int:
        """Return how much was handed out: it grows when a tool brings more."""
        return len(self._citations) + len(self._claims) + len(self._passages)

    def cite(
        self,
        evidence: Evidence,
        number: str | None = None,
        article: str | None = None,
        verified: bool | None = None,
    ) -> str:
        """Return the marker of a piece of evidence; the same evidence keeps its marker."""
        key = (
            evidence.source,
            evidence.document,
            evidence.quote,
            evidence.start,
            evidence.row,
            evidence.column,
        )
        for known in self._citations:
            held = known.evidence
            if key == (held.source, held.document, held.quote, held.start, held.row, held.column):
                return known.marker
        marker = f"[{len(self._citations) + 1}]"
        self._citations.append(Citation(marker, evidence, number, article, verified))
        self._names |= {evidence.document, evidence.table or "", article or ""}
        self._claim_quoted(evidence, marker)
        return marker

    def _claim_quoted(self, evidence: Evidence, marker: str) -> None:
        """Note every figure in a quote: facts of the report as such, others by the words around them."""
        known: list[tuple[int, int]] = []
        if evidence.source == "report" and evidence.start is not None and evidence.end is not None:
            for fact in self._facts_of(evidence):
                end = fact.evidence.end or 0
                if evidence.start <= fact.start and end <= evidence.end:
                    self._claim(fact, marker, evidence)
                    known.append((fact.start - evidence.start, end - evidence.start))
        quote = plain(evidence.quote)
        for figure in figures(quote):
            at = quote.origin[figure.start]
            if figure.kind is not FigureKind.QUANTITY or figure.value is None:
                continue
            if any(start <= at < end for start, end in known):
                continue
            before, after = quote.text[: figure.start], quote.text[figure.end :]
            near = re.split(r"[。；]", before)[-1] + re.split(r"[。；]", after)[0]
            self._claims.append(
                Claim(
                    figure.value, figure.unit, Origin.CITED, context=near, citation=marker, hedge=figure.hedge
                )
            )

    def _facts_of(self, evidence: Evidence) -> Sequence[Fact]:
        """Return the facts of the document that a piece of evidence is of."""
        if evidence.material is None:
            return self.review.facts
        found = (
            material.facts
            for material in self.review.crossed.materials
            if (material.kind, material.document.name) == (evidence.material, evidence.document)
        )
        return next(found, ())

    def cite_fact(self, fact: Fact) -> str:
        """Return the marker of the sentence or cell that states a fact."""
        return self.cite(self.places.around(fact.evidence))

    def cite_card(self, card: RuleCard, *, meaning: bool = False) -> str:
        """Return the marker of a rule card's formula (or its meaning): our words, never passed off as a policy."""
        basis = card.basis[0]
        evidence = Evidence(
            source="card",
            document=f"规则卡 {card.code}（非原文）",
            quote=card.meaning if meaning else card.formula,
            section=card.title,
        )
        marker = self.cite(evidence, basis.number, basis.article, basis.verified)
        self._names |= {card.code, f"规则卡 {card.code}"}
        for text in (card.meaning, card.formula, card.title, card.suggestion):
            self.passage(text, Origin.CITED, marker)
        return marker

    def figure(self, fact: Fact) -> str:
        """Return a stated figure with its unit, and note what it is of and where it stands."""
        evidence = self.places.around(fact.evidence)
        self._claim(fact, self.cite(evidence), evidence)
        return hedged(fact.quantity.words(), fact.quantity.hedge)

    def _claim(self, fact: Fact, marker: str, quoted: Evidence) -> None:
        evidence, quantity = fact.evidence, fact.quantity
        words = (quoted.quote, evidence.section, evidence.table, evidence.row, evidence.column, fact.label)
        claim = Claim(
            quantity.value,
            quantity.unit,
            Origin.CITED,
            self.subjects_of(fact),
            fact.measure,
            fact.period,
            fact.scope,
            "；".join(filter(None, words)),
            0 if evidence.material is not None else _direction(self.review.document, fact),
            marker,
            None,
            quantity.hedge,
        )
        if claim not in self._claims:
            self._claims.append(claim)

    def subjects_of(self, fact: Fact) -> frozenset[str]:
        """Return the names of a fact's thing: as normalised, and as its row or label says it."""
        names = {fact.subject} if fact.subject else set()
        for label in (fact.label, fact.evidence.row):
            known = vocabulary().subject(label or "")
            if known is not None and fact.subject is not None:
                names.add(known.name)
        return frozenset(names)

    def computed(
        self,
        value: Decimal,
        unit: Unit | None,
        derivation: str,
        *,
        subjects: Iterable[str] = (),
        measure: str | None = None,
        period: str | None = None,
        scope: str | None = None,
        context: str = "",
        places: int | None = None,
        direction: int = 0,
    ) -> str:
        """Return a checker's result with its unit, and note its derivation; ``places`` fixes the decimals shown."""
        shown = f"{value:f}" if places is None else f"{value:.{places}f}"
        self._claims.append(
            Claim(
                Decimal(shown),
                unit,
                Origin.COMPUTED,
                frozenset(subjects),
                measure,
                period,
                scope,
                context + derivation,
                direction,
                None,
                derivation,
            )
        )
        return shown if unit is None else f"{shown} {unit.symbol}"

    def score(self, text: str, names: Iterable[str], measure: str, marker: str) -> str:
        """Return a score or weight of a row of the score form, cited by the row; ``text`` is its plain decimal string."""
        claim = Claim(
            Decimal(text),
            SCORE,
            Origin.CITED,
            frozenset(names),
            measure,
            context="；".join((*sorted(names), "评分表分值自评得分")),
            citation=marker,
        )
        if claim not in self._claims:
            self._claims.append(claim)
        return f"{text} 分"

    def counted(self, number: int, unit: str, what: str) -> str:
        """Return a count that the program made of its own lists."""
        derivation = f"计数：{what}"
        self._claims.append(
            Claim(Decimal(number), count(unit), Origin.COMPUTED, context=what, derivation=derivation)
        )
        return f"{number} {unit}"

    def passage(
        self,
        text: str,
        origin: Origin,
        marker: str | None = None,
        derivation: str | None = None,
        subjects: Iterable[str] = (),
    ) -> str:
        """Return a text that may be repeated whole, and note that it may."""
        if origin is Origin.COMPUTED and derivation is None:
            derivation = text
        parts = [part.strip().rstrip("。；") for part in re.split(r"(?<=[。！？])", text)]
        for part in dict.fromkeys([text, *parts]):
            passage = Passage(part, origin, marker, derivation, frozenset(subjects))
            if part and passage not in self._passages:
                self._passages.append(passage)
        return text

    def derivation(self, relation: Relation, of: Fact | None = None) -> str:
        """Return the computation of a relation as a reviewer writes it."""
        text = relation.judgement.derivation
        subjects = self.subjects_of(of) if of is not None else frozenset[str]()
        expected = relation.judgement.expected
        if of is not None and expected is not None and _DECIMAL.fullmatch(expected):
            self._claims.append(
                Claim(
                    Decimal(expected),
                    of.quantity.unit,
                    Origin.COMPUTED,
                    subjects,
                    of.measure,
                    of.period,
                    of.scope,
                    f"{of.label}{of.evidence.row or ''}{text}",
                    0,
                    None,
                    text,
                )
            )
        return self.passage(text, Origin.COMPUTED, None, text, subjects)

    def finding(self, finding: Finding) -> str:
        """Return the message of a finding, a checker's own text, and allow its derivation and suggestion."""
        for text in (finding.title, finding.derivation, finding.suggestion):
            if text:
                self.passage(text, Origin.COMPUTED, None, finding.derivation or finding.message)
        return self.passage(finding.message, Origin.COMPUTED, None, finding.derivation or finding.message)

    def quote(self, evidence: Evidence, text: str | None = None) -> str:
        """Return the words of a source in quotation marks; ``text`` is the part of its quote that is shown."""
        marker = self.cite(evidence)
        shown = " ".join((text or evidence.quote).split()).rstrip("。；")
        self.passage(shown, Origin.CITED, marker)
        return f"“{shown}”{marker}"

    def basis(self, basis: Basis) -> str:
        """Return a basis in words: document, 文号, article, and 条款待核 where nobody has held it against the text."""
        self._names |= {basis.document, basis.number or "", basis.article or ""}
        name = basis.document if basis.document.startswith(("规则卡", "《")) else f"《{basis.document}》"
        number = f"（{basis.number}）" if basis.number else ""
        words = f"{name}{number}{basis.article or ''}"
        self.passage(words, Origin.CITED)
        return words + ("" if basis.verified else "（条款待核）")

    def support(self) -> Support:
        """Return everything handed out so far."""
        document = self.review.document
        known = frozenset(fact.subject for fact in self.review.facts if fact.subject)
        return Support(
            claims=tuple(self._claims),
            passages=tuple(self._passages),
            citations=self.citations,
            names=frozenset(name for name in self._names | names_with_numerals(self.review) if name),
            subjects=known,
            annexes=frozenset(int(n) for n in re.findall(r"附件\s*(\d{1,2})", document.text)),
            sections=sum(
                block.kind is BlockKind.HEADING
                and block.level == 1
                and "附件" not in document.text[block.start : block.end]
                for block in document.blocks
            ),
            year=self.review.year,
            years=years_of(self.review),
            topic=self.topic,
        )


def years_of(review: Review) -> frozenset[str]:
    """Return the years that the report gives figures of, and the year before its own, which answers compare with."""
    year = review.year
    before = {str(int(year) - 1)} if year is not None and year.isdigit() else set()
    return frozenset({fact.period for fact in review.facts if fact.period} | before)


def names_with_numerals(review: Review) -> set[str]:
    """Return names in the report that hold a numeral and are no figure: “一网通办”, 总枢纽1.0, an indicator's name."""
    text = review.document.text
    quoted = [name for name in _NAMED.findall(text) if not _NO_NAME.search(name)]
    versions = [name for name in _VERSION.findall(text) if text.count(name) > 1]
    rows = [item.name for item in review.scorecard.indicators] if review.scorecard is not None else []
    return {name for name in (*quoted, *versions, *rows) if _letters(name) >= 2 and len(name) <= 40}


def _letters(name: str) -> int:
    return len(
        re.findall(
            r"[\u4e00-\u9fffA-Za-z]", re.sub(r"[零一二三四五六七八九十百千万亿两]", "", plain(name).text)
        )
    )


def hedged(words: str, hedge: Hedge) -> str:
    """Return a figure with the word that opens its interval."""
    return {Hedge.ABOUT: f"约 {words}", Hedge.AT_LEAST: f"超过 {words}", Hedge.AT_MOST: f"近 {words}"}.get(
        hedge, words
    )


def _direction(document: Document, fact: Fact) -> int:
    """Return +1 or −1 where the words before a figure in its clause say up or down."""
    start = fact.start
    lead = document.text[max(0, start - 20) : start]
    lead = re.split(r"[，；。：、\n\d]", lead)[-1]
    lists = guard_words()
    up = max((lead.rfind(word) for word in lists["up"]), default=-1)
    down = max((lead.rfind(word) for word in lists["down"]), default=-1)
    return 0 if up == down else (1 if up > down else -1)
