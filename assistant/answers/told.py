"""What the report itself says: reasons, statements, dates, problems against measures; in its own words, with their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answers.desk import Desk
from assistant.answers.refusal import nearest_facts, nearest_sentences, refuse
from assistant.answers.reply import Reply
from assistant.answers.rows import Row, find_row
from assistant.answers.sections import answer_section
from assistant.answers.words import place, thing
from assistant.disguise import plain
from assistant.figures import FigureKind, figures
from assistant.lookup.notes import Note, notes_about
from assistant.lookup.sentences import Hit, Sentence
from assistant.plan import About, Kind
from assistant.question import dimension_of, ways
from assistant.support import Origin
from rules.finding import Basis
from rules.numbers.units import Dimension

_ENOUGH = 0.6
_MOST = 3


def answer_explanation(desk: Desk) -> Reply:
    """Answer 为什么 with the report's own reasons; where it gives none, say so."""
    terms = list(desk.question.terms) or [thing(subject) for subject in desk.question.subjects]
    row = find_row(desk)
    told = row is not None and bool(row.score.reason)
    if row is not None and told and "分" in desk.question.plain:
        return _reason_of_row(desk, row)
    hits = with_cause(desk, terms)
    if row is not None and told and not hits:
        return _reason_of_row(desk, row)
    about = About(Kind.EXPLANATION, desk.question.subjects[:1], wants=("why",))
    if not hits:
        refused = refuse(
            desk,
            Kind.EXPLANATION,
            f"“{'、'.join(terms[:3])}”的原因" if terms else "原因",
            nearest_sentences(desk, terms),
            request="原因报告未说明，不代拟；请单位说明。",
        )
        refused.about = about
        return refused
    reply = Reply(Kind.EXPLANATION, about=about)
    reply.add("据报告说明（原因只引报告自己的话，未作核实）：")
    for hit in hits[:_MOST]:
        reply.add(said(desk, hit.sentence))
    return reply


def _reason_of_row(desk: Desk, row: Row) -> Reply:
    """Return the reason that the score form gives for a row."""
    reason = " ".join((row.score.reason or "").split()).rstrip("。；")
    reply = Reply(Kind.EXPLANATION, about=About(Kind.EXPLANATION, indicator=row.name, wants=("why",)))
    reply.add(
        f"评分表{row.called}：分值 {row.weight}，自评得分 {row.points}（{place(row.evidence)}）{row.marker}。"
    )
    said_so = desk.material.passage(reason, Origin.CITED, row.marker)
    return reply.add(f"偏差原因栏写的是：“{said_so}”{row.marker}。")


def with_cause(desk: Desk, terms: Sequence[str], least: float = 0.5) -> list[Hit]:
    """Return the sentences that speak of the terms and give a cause, best first, one of each wording."""
    causes = ways()["cause"]["words"]
    hits = []
    for hit in desk.sentences.ranked(terms, expanded(terms)):
        folded = hit.sentence.folded
        cues = sum(word in folded for word in causes)
        if not hit.sentence.heading and cues and hit.coverage >= least:
            hits.append(
                Hit(hit.sentence, hit.score + 2.0 * min(cues, 3) - 3.0 * hit.sentence.table, hit.coverage)
            )
    return _distinct(sorted(hits, key=lambda hit: -hit.score))


def expanded(terms: Iterable[str]) -> list[str]:
    """Return further words in the language of reports for what a question says."""
    groups = ways()["expansions"]
    joined = "".join(terms)
    return [word for key, words in groups.items() if key in joined for word in words]


def _distinct(hits: list[Hit]) -> list[Hit]:
    """Leave out sentences that mostly repeat a better one."""
    kept: list[Hit] = []
    for hit in hits:
        own = {hit.sentence.folded[at : at + 4] for at in range(len(hit.sentence.folded) - 3)}
        repeated = any(
            len(own & {one.sentence.folded[at : at + 4] for at in range(len(one.sentence.folded) - 3)})
            > 0.7 * max(len(own), 1)
            for one in kept
        )
        if not repeated:
            kept.append(hit)
    return kept


def said(desk: Desk, sentence: Sentence) -> str:
    """Return a sentence of the report in quotation marks, with its place; of a row of a table the cell that tells most."""
    evidence = desk.sentences.evidence(sentence)
    if sentence.table:
        evidence = desk.sentences.telling_cell(sentence, [*desk.question.terms, *ways()["cause"]["words"]])
    return f"{place(evidence)}：{desk.material.quote(evidence)}。"


def answer_content(desk: Desk) -> Reply:
    """Answer what no other composer knows with the sentences of the report that speak of it, or not at all."""
    terms = desk.question.terms
    listed = answer_section(desk, terms)
    if listed is not None:
        return listed
    hits = [
        hit
        for hit in desk.sentences.ranked(terms, expanded(terms))
        if hit.coverage >= _ENOUGH and not hit.sentence.heading
    ]
    hits = [hit for hit in hits if _holds_all(hit, terms)]
    if not hits:
        return _from_library(desk) or refuse(
            desk, Kind.CONTENT, "", nearest_sentences(desk, terms, least=0.5)
        )
    reply = Reply(Kind.CONTENT, about=About(Kind.CONTENT, desk.question.subjects[:1]))
    reply.add("报告相关表述：")
    for hit in _distinct(hits)[:_MOST]:
        reply.add(said(desk, hit.sentence))
    return reply


def _holds_all(hit: Hit, terms: Sequence[str]) -> bool:
    """Say whether the sentence or the headings above it hold at least two thirds of every term's pairs."""
    where = hit.sentence.folded + hit.sentence.above
    for term in terms:
        pairs = [term[at : at + 2] for at in range(len(term) - 1)]
        if pairs and sum(pair in where for pair in pairs) * 3 < 2 * len(pairs):
            return False
    return bool(terms)


def _from_library(desk: Desk) -> Reply | None:
    """Return passages by meaning from the library, where one is at hand and it finds words of the question."""
    if not desk.question.terms:
        return None
    hits = [
        hit
        for hit in desk.search(desk.question.text, (), in_report=True)
        if hit.evidence.source == "report"
        and any(term in plain(hit.evidence.quote).text for term in desk.question.terms if len(term) > 1)
    ]
    if not hits:
        return None
    reply = Reply(Kind.CONTENT, about=About(Kind.CONTENT))
    reply.add("报告没有直接说明；检索到相近的表述，供参考：")
    for hit in hits[:2]:
        reply.add(f"{place(hit.evidence)}：{desk.material.quote(hit.evidence)}。")
    return reply


def answer_date(desk: Desk) -> Reply:
    """Answer 几号, 什么时候 with a sentence that holds a date or a term and nearly all words of the question."""
    terms = [term for term in desk.question.terms if len(term) > 1]
    if not terms and (dated := _on_the_cover(desk)) is not None:
        return Reply(Kind.DATE, about=About(Kind.DATE)).add(dated)
    found = []
    for hit in desk.sentences.ranked(terms, expanded(terms)):
        if (
            not hit.sentence.heading
            and hit.coverage >= _ENOUGH
            and _holds_most(hit, terms)
            and _dated(hit.sentence)
        ):
            found.append(hit)
    about = About(Kind.DATE, desk.question.subjects[:1])
    if not found:
        refused = refuse(
            desk,
            Kind.DATE,
            f"与“{'、'.join(terms[:4])}”有关的{'金额和时间' if desk.question.wants_any('amount') else '时间'}"
            if terms
            else "这个时间",
            _progress(desk, terms) or nearest_sentences(desk, terms),
            request="请单位提供载明该时间的材料（合同、批复、通知等）。",
        )
        refused.about = about
        return refused
    reply = Reply(Kind.DATE, about=about)
    reply.add(said(desk, found[0].sentence))
    periods = [
        index
        for index, figure in enumerate(desk.question.figures)
        if dimension_of(figure.unit) is Dimension.TIME
    ]
    for note in notes_about(desk.question.text)[: len(periods)]:
        reply.add(f"{desk.echo(periods[0])}，出自别的规定。{note_words(desk, note)}")
    return reply


def note_words(desk: Desk, note: Note) -> str:
    """Return a note on a policy with its document, and that nobody has held it against the text where that is so."""
    meaning = desk.material.passage(note.meaning.rstrip("。"), Origin.CITED, desk.note(note))
    basis = desk.material.basis(Basis(note.document, note.number, note.article, None, note.verified))
    return f"{basis}：{meaning}{desk.note(note)}。"


def _progress(desk: Desk, terms: Sequence[str]) -> list[str]:
    """Return the places where the report tells how far the first thing of the question has come."""
    hits = [hit for hit in with_cause(desk, terms[:1], 0.6) if terms[0] in hit.sentence.folded]
    found = []
    for hit in hits[:2]:
        evidence = desk.sentences.evidence(hit.sentence)
        found.append(f"{place(evidence)}关于“{terms[0]}”进度的说明{desk.material.cite(evidence)}")
    return found


def _on_the_cover(desk: Desk) -> str | None:
    """Return the date that stands alone on a line before the first heading: that of the report itself."""
    for sentence in desk.sentences.all:
        if sentence.heading:
            return None
        if len(sentence.folded) <= 14 and _dated(sentence):
            return said(desk, sentence)
    return None


def _dated(sentence: Sentence) -> bool:
    return any(one.kind is FigureKind.DATE for one in figures(plain(sentence.folded)))


def _holds_most(hit: Hit, terms: Sequence[str]) -> bool:
    where = hit.sentence.folded + hit.sentence.above
    held = sum(term in where for term in terms)
    return held * 2 >= len(terms) and held > 0


def answer_document_number(desk: Desk) -> Reply:
    """Answer 文号 with the sentences that hold a number and the words of the question, or refuse."""
    terms = [term for term in desk.question.terms if term not in ("文号", "文件号", "发文号", "文件", "批文")]
    found: list[Sentence] = []
    for hit in desk.sentences.ranked(terms, expanded(terms)):
        numbered = any(one.kind is FigureKind.NUMBER for one in figures(plain(hit.sentence.folded)))
        close = hit.coverage >= _ENOUGH or any(word in hit.sentence.folded for word in expanded(terms))
        if numbered and close and not hit.sentence.heading:
            found.append(hit.sentence)
    if found:
        reply = Reply(Kind.DOCUMENT_NUMBER, about=About(Kind.DOCUMENT_NUMBER))
        ordered = sorted(found[:_MOST], key=lambda sentence: sentence.start)
        return reply.add(*(said(desk, sentence) for sentence in ordered))
    measures = desk.question.measures
    facts = [fact for fact in desk.review.facts if fact.measure is not None and fact.measure in measures]
    nearest = nearest_facts(desk, facts) or nearest_sentences(desk, terms)
    what = "".join(terms[:2])
    return refuse(
        desk,
        Kind.DOCUMENT_NUMBER,
        f"{what}的文号",
        nearest,
        request=f"请单位提供{what}文件（题名、文号、金额）后逐笔核对。",
    )


def answer_action(desk: Desk) -> Reply:
    """Refuse to do anything but answer."""
    reply = Reply(Kind.ACTION, answered=False)
    return reply.add(
        "只回答关于报告和规则的问题，不改动报告，也不执行别的操作。",
        "要更正数据，请由单位修改报告后重新报送。",
    )


def answer_person(desk: Desk) -> Reply:
    """Refuse names and telephone numbers: they are no matter of a review."""
    reply = Reply(Kind.PERSON, answered=False)
    return reply.add("人员姓名和联系电话不在回答之列。", "需要联系时，请直接看报告原件的落款或附件表尾。")
