"""What the library holds and finds → lines for a terminal; pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.labels import Language, one_line, place
from corpus.checkup import CheckUp, Problem
from corpus.found import Found, Hit
from corpus.store import Entry
from corpus.validity import Span, spans
from ui.messages import Words, words
from ui.present import Line
from ui.wrapping import wrap

_LONGEST_QUOTE = 240
_INDENT = "    "


def entry_line(entry: Entry, say: Words, span: Span | None = None) -> str:
    """Return a document as one line: id, title, number, dates, region; ``span`` says until when it is in force."""
    parts = [
        f"《{entry.title}》" if entry.kind != "report" else entry.name,
        entry.number or (say("corpus_no_number") if entry.kind == "policy" else ""),
        say("corpus_effective", date=entry.effective) if entry.effective else "",
        say("corpus_amended", date=entry.amended) if entry.amended else "",
        _until(span, say),
        entry.region or "",
    ]
    return one_line("  ".join([entry.id, *(part for part in parts if part)]))


def _until(span: Span | None, say: Words) -> str:
    if span is None or span.until is None:
        return ""
    if span.by is None:
        return say("corpus_until", date=span.until)
    return say("corpus_until_by", date=span.until, by=one_line(span.by))


def entry_list(entries: Sequence[Entry], width: int, lang: Language) -> list[Line]:
    """Return what the library holds, by kind."""
    say = words(lang)
    if not entries:
        return [Line(line) for line in wrap(say("corpus_empty"), width)]
    periods = spans(entries)
    lines: list[Line] = []
    for kind in dict.fromkeys(entry.kind for entry in entries):
        own = [entry for entry in entries if entry.kind == kind]
        lines += [Line(""), Line(say(f"corpus_{kind}", count=len(own)), "strong")]
        for entry in own:
            lines += [
                Line(line)
                for line in wrap(entry_line(entry, say, periods.get(entry.sha256)), width, hanging=_INDENT)
            ]
            if entry.embedder is None:
                lines.append(Line(f"{_INDENT}{say('corpus_keywords_only')}", "dim"))
    return lines[1:]


def hit_list(found: Found, width: int, lang: Language) -> list[Line]:
    """Return the passages with place, quote, and why each was found."""
    say = words(lang)
    if not found.hits:
        return [Line(line) for line in wrap(say("corpus_nothing", query=one_line(found.query)), width)]
    lines: list[Line] = []
    for hit in found.hits:
        head = f"{hit.rank}. {_source(hit, say)}"
        lines += [Line(""), *(Line(line, "strong") for line in wrap(head, width, hanging=_INDENT))]
        if where := place(hit.evidence, lang):
            lines += [Line(line, "dim") for line in wrap(where, width, indent=_INDENT)]
        quote = one_line(hit.evidence.quote)
        cut = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE] + "……"
        lines += [Line(line) for line in wrap(cut, width, indent=_INDENT)]
        lines += [Line(line, "dim") for line in wrap(_why(hit, say), width, indent=_INDENT)]
    return lines[1:]


def check_lines(checked: CheckUp, width: int, lang: Language) -> list[Line]:
    """Return the state of the library and what is wrong with it."""
    say = words(lang)
    vectors = "—" if checked.vectors is None else checked.vectors
    model = checked.model or say("corpus_no_model")
    head = say(
        "corpus_state",
        documents=checked.documents,
        cards=checked.cards,
        passages=checked.passages,
        vectors=vectors,
        model=model,
    )
    lines = [Line(line) for line in wrap(head, width)]
    for problem in checked.problems:
        lines += [Line(line) for line in wrap(_problem(problem, say), width, hanging=_INDENT)]
    left = any(not problem.mended for problem in checked.problems)
    if left:
        lines += [Line(line) for line in wrap(say("corpus_repair"), width)]
    elif not checked.problems:
        lines.append(Line(say("corpus_sound")))
    return lines


def _source(hit: Hit, say: Words) -> str:
    entry = hit.entry
    if entry.kind == "card":
        return say("corpus_card", title=one_line(entry.title))
    if entry.kind == "report":
        return one_line(entry.name)
    number = f"（{entry.number}）" if entry.number else ""
    return one_line(f"《{entry.title}》{number}{hit.article or ''}")


def _why(hit: Hit, say: Words) -> str:
    date = say("corpus_effective", date=hit.entry.effective) + "　" if hit.entry.effective else ""
    parts = [
        say(f"corpus_by_{name}", score=f"{score:.2f}")
        for name, score in (("keyword", hit.keyword), ("similarity", hit.similarity))
        if score is not None
    ]
    until = _until(hit.span, say)
    date += f"{until}　" if until else ""
    return date + say("corpus_score", score=f"{hit.score:.2f}", why=say("separator").join(parts))


def _problem(problem: Problem, say: Words) -> str:
    state = say("corpus_mended") if problem.mended else say("corpus_not_mended")
    return say(f"corpus_fault_{problem.fault}", what=one_line(problem.what), count=problem.count, state=state)
