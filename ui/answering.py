"""An answer as lines for a terminal: the text, then the source behind every marker; pure."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answers.answer import Answer
from assistant.labels import Language, one_line, place
from assistant.support import Citation
from ui.messages import Words, words
from ui.present import Line
from ui.wrapping import wrap

_LONGEST_QUOTE = 90


def answer_lines(answer: Answer, width: int, lang: Language = "zh") -> list[Line]:
    """Return the answer in lines of at most ``width`` columns."""
    say = words(lang)
    lines = [
        Line(line, "strong" if at == 0 else "plain")
        for at, text in enumerate(answer.answer.split("\n"))
        for line in wrap(one_line(text), width, "", "  ")
    ]
    if answer.citations:
        lines += [Line(""), Line(say("ask_sources"), "strong")]
        for citation in answer.citations:
            lines += list(_source(citation, width, say, lang))
    engine = say("ask_llm" if answer.engine == "llm" else "ask_offline")
    done = say("ask_engine", engine=engine, seconds=f"{answer.total:.1f}")
    return [*lines, Line(""), Line(done, "dim")]


def _source(citation: Citation, width: int, say: Words, lang: Language) -> Iterator[Line]:
    evidence = citation.evidence
    where = place(evidence, lang) if evidence.source == "report" else one_line(evidence.document)
    if citation.number:
        where += f"（{citation.number}{citation.article or ''}）"
    if citation.verified is False:
        where += say("ask_unverified")
    kind = f"ask_{evidence.source}" if evidence.material is None else "ask_material"
    head = say("ask_source", marker=citation.marker, kind=say(kind), place=where)
    for line in wrap(head, width, "", "    "):
        yield Line(line)
    quote = one_line(evidence.quote)
    quote = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"
    for line in wrap(say("ask_quote", quote=quote), width, "    ", "    "):
        yield Line(line, "dim")
