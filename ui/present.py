"""Values → lines for a terminal; pure. A reviewer reads them without a manual: conclusion, findings, what was checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from assistant.labels import Language, basis_words, label, one_line, page_words, place
from rules.facts.fact import Fact
from rules.finding import Disposition, Finding
from rules.relations.relation import Verdict
from rules.review import Review
from ui.messages import Words, words
from ui.wrapping import columns, wrap

Style = Literal["title", "strong", "plain", "dim"]
MOST_PLACES = 3
_MOST_EXAMPLES = 4
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the terminal, wrapped already, free of control characters."""

    text: str
    style: Style = "plain"


def summary(review: Review, width: int, lang: Language = "zh") -> list[Line]:
    """Return the summary of a review in lines of at most ``width`` columns."""
    say = words(lang)
    lines = [*_head(review, width, say, lang)]
    number = 0
    for disposition in Disposition:
        chosen = [finding for finding in review.findings if finding.disposition is disposition]
        if not chosen:
            continue
        title = say("section", title=label("disposition", disposition, lang), count=len(chosen))
        lines += [Line(""), Line(_numbered(number, title, lang), "strong")]
        lines += _findings(review, chosen, width, lang)
        number += 1
    if not review.findings:
        lines += [Line(""), *_wrapped(say("nothing"), width)]
    lines += [
        Line(""),
        Line(_numbered(number, say("checked"), lang), "strong"),
        *_checked(review, width, lang),
    ]
    lines += [
        Line(""),
        Line(_numbered(number + 1, say("not_checked"), lang), "strong"),
        *_not_checked(review, width, lang),
    ]
    return lines


def conclusion(review: Review, lang: Language = "zh") -> str:
    """Return the one sentence that a reviewer reads first."""
    count = Counter(finding.disposition for finding in review.findings)
    return words(lang)(
        "conclusion",
        return_=count[Disposition.RETURN],
        ask=count[Disposition.ASK],
        advise=count[Disposition.ADVISE],
        checked=len(review.every_relation),
        impossible=sum(relation.verdict is Verdict.IMPOSSIBLE for relation in review.every_relation),
        unchecked=len(review.coverage.unchecked),
    )


def _head(review: Review, width: int, say: Words, lang: Language) -> Iterator[Line]:
    pages = len(review.document.pages)
    header = say(
        "header",
        unit=one_line(review.unit_name or say("no_unit")),
        year=say("year", year=review.year) if review.year else say("no_year"),
        kind=label("document", review.kind, lang),
        pages=say("pages", pages=pages) if pages else say("no_pages"),
        name=one_line(review.document.name),
    )
    yield from _wrapped(header, width, style="title")
    yield from _wrapped(conclusion(review, lang), width, style="strong")
    for warning in review.warnings:
        yield from _wrapped(say("reading_note", text=one_line(warning)), width)


def _findings(review: Review, findings: list[Finding], width: int, lang: Language) -> Iterator[Line]:
    groups = Counter(finding.group for finding in findings if finding.group)
    shown: set[str] = set()
    number = 0
    for finding in findings:
        if finding.group and groups[finding.group] > 1:
            if finding.group in shown:
                continue
            shown.add(finding.group)
            number += 1
            members = [other for other in findings if other.group == finding.group]
            yield from _folded(number, members, width, lang)
        else:
            number += 1
            yield from _finding(review, number, finding, width, lang)


def _finding(review: Review, number: int, finding: Finding, width: int, lang: Language) -> Iterator[Line]:
    say = words(lang)
    impact = f"（{label('impact', finding.impact, lang)}）" if finding.impact else ""
    yield from _wrapped(
        f"{number}．{one_line(finding.title)}{impact} {finding.rule}", width, " ", "    ", "strong"
    )
    yield from _wrapped(one_line(finding.message), width, "    ")
    if finding.derivation and one_line(finding.derivation) not in one_line(finding.message):
        yield from _field(say("derivation"), finding.derivation, width)
    if finding.culprit is None and finding.suspects:
        names = {fact.id: fact for fact in review.every_fact}
        listed = [_fact_words(names[fact], lang) for fact in finding.suspects if fact in names]
        yield from _field(say("suspects"), "；".join(dict.fromkeys(listed)), width)
    for item in finding.evidence[:MOST_PLACES]:
        quote = f"“{_shortened(one_line(item.quote))}”" if item.quote.strip() else ""
        yield from _field(say("place"), f"{place(item, lang)} {quote}".strip(), width)
    if len(finding.evidence) > MOST_PLACES:
        yield from _field("", say("more_places", count=len(finding.evidence) - MOST_PLACES), width)
    yield from _why(finding, width, lang)


def _folded(number: int, members: list[Finding], width: int, lang: Language) -> Iterator[Line]:
    """Show findings of one sort as one entry: all of them where the unit has to act, else the first few."""
    say = words(lang)
    first = members[0]
    head = say("folded", group=one_line(first.group or first.title), count=len(members))
    yield from _wrapped(f"{number}．{head} {first.rule}", width, " ", "    ", "strong")
    most = len(members) if first.disposition in (Disposition.RETURN, Disposition.ASK) else _MOST_EXAMPLES
    for at, member in enumerate(members[:most], 1):
        where = page_words(member.evidence[0], lang) if member.evidence else ""
        yield from _wrapped(f"（{at}）{one_line(member.message)} {where}", width, "    ", "        ")
    if len(members) > most:
        yield from _field("", say("more_places", count=len(members) - most), width)
    yield from _why(first, width, lang)


def _why(finding: Finding, width: int, lang: Language) -> Iterator[Line]:
    say = words(lang)
    yield from _field(
        say("basis"), "；".join(basis_words(basis, lang) for basis in finding.basis), width, style="dim"
    )
    if finding.suggestion:
        yield from _field(say("suggestion"), finding.suggestion, width)


def _checked(review: Review, width: int, lang: Language) -> Iterator[Line]:
    say = words(lang)
    comma, coverage = say("separator"), review.coverage
    verdicts = Counter(relation.verdict for relation in review.every_relation)
    parts = [
        f"{label('verdict', verdict, lang)} {verdicts[verdict]}" for verdict in Verdict if verdicts[verdict]
    ]
    yield from _wrapped(
        say("by_verdict", total=len(review.every_relation), parts=comma.join(parts)), width, "  "
    )
    kinds = Counter(str(relation.kind) for relation in review.every_relation).most_common()
    if kinds:
        listed = comma.join(f"{label('kind', kind, lang)} {count}" for kind, count in kinds)
        yield from _wrapped(say("by_kind", parts=listed), width, "  ")
    figures = say(
        "by_figure", figures=coverage.figures, checked=coverage.checked, unchecked=len(coverage.unchecked)
    )
    yield from _wrapped(figures, width, "  ")
    if review.scorecard is not None:
        card, missing = review.scorecard, say("missing_value")
        totals = {"self_total": card.self_total or missing, "recomputed": card.recomputed_total or missing}
        yield from _wrapped(say("scores", count=len(card.indicators), **totals), width, "  ")
    yield from _wrapped(say("packs_used", names=comma.join(review.pack.titles)), width, "  ")
    if review.indicators:
        worked = sum(bool(result.computed.own) for result in review.indicators)
        counts = {"worked": worked, "rest": len(review.indicators) - worked}
        yield from _wrapped(say("indicators_worked", **counts), width, "  ")
    for held in review.crossed.as_json():
        if held["doubt"] is None:
            text = say("with_held", material=label("material", held["kind"], lang), **_shown(held))
            yield from _wrapped(text, width, "  ", "    ")
    read = Counter(str(page.read) for page in review.document.pages)
    if read:
        listed = comma.join(f"{label('read', mode, lang)} {count}" for mode, count in read.items())
        yield from _wrapped(say("by_page", parts=listed), width, "  ")


def _not_checked(review: Review, width: int, lang: Language) -> Iterator[Line]:
    say = words(lang)
    facts = {fact.id: fact for fact in review.facts}
    reasons: dict[str, list[Fact]] = {}
    for fact_id, reason in review.coverage.unchecked:
        reasons.setdefault(reason, []).append(facts[fact_id])
    for reason, held in sorted(reasons.items(), key=lambda item: -len(item[1])):
        examples = "、".join(_fact_words(fact, lang) for fact in held[:_MOST_EXAMPLES])
        rest = say("and_others") if len(held) > _MOST_EXAMPLES else ""
        yield from _wrapped(
            say("reason", count=len(held), reason=reason, examples=examples + rest), width, "  ", "    "
        )
    for kind, checks in review.coverage.not_held:
        text = say("not_held", material=label("material", kind, lang), checks="；".join(checks))
        yield from _wrapped(text, width, "  ", "    ")
    yield from _wrapped(say("scope_held" if review.crossed.held else "scope"), width, "  ")


def _shown(held: Mapping[str, Any]) -> dict[str, object]:
    return {"document": one_line(held["document"]), "count": held["relations"]}


def _fact_words(fact: Fact, lang: Language) -> str:
    unit = "" if fact.quantity.unit is None else f" {fact.quantity.unit.symbol}"
    where = page_words(fact.evidence, lang)
    return one_line(
        f"{_shortened(fact.label, 16)} {fact.quantity.printed}{unit}" + (f"，{where}" if where else "")
    )


def _shortened(text: str, longest: int = 40) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _numbered(index: int, title: str, lang: Language) -> str:
    return f"{_NUMERALS[index]}、{title}" if lang == "zh" else f"{index + 1}. {title}"


def _field(name: str, text: str, width: int, indent: str = "    ", style: Style = "plain") -> Iterable[Line]:
    head = f"{indent}{name}　" if name else f"{indent}    　"
    hanging = " " * columns(head)
    return _wrapped(one_line(text), width, head, hanging, style)


def _wrapped(
    text: str, width: int, indent: str = "", hanging: str | None = None, style: Style = "plain"
) -> list[Line]:
    return [Line(line, style) for line in wrap(text, width, indent, hanging)]
