"""What a rule or a document says, and what weight it has for this report."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.desk import Desk
from assistant.answers.refusal import nearest_sentences, refuse
from assistant.answers.reply import Reply
from assistant.answers.told import note_words
from assistant.answers.words import card_code
from assistant.disguise import plain
from assistant.lookup.notes import Note, notes_about
from assistant.plan import About, Kind
from assistant.support import Origin
from corpus.found import Hit
from rules.card import RuleCard, all_cards, card

_STANDING = {
    "binding": "对其适用范围内的单位有约束力；是否适用于本报告，以年度通知为准。",
    "annual": "以通知原文为准；程序没有收录原文，须由使用者导入后核对。",
}
_LEAST = 4
_SCORING = ("打分", "计分", "评分", "得分", "给分", "扣分")


def answer_rule(desk: Desk) -> Reply:
    """Answer from notes on documents, rule cards, and official texts that the library holds."""
    question = desk.question
    numbers = tuple(figure.text for figure in question.numbers)
    reply = Reply(
        Kind.RULE,
        about=About(Kind.RULE, question.subjects[:1], question.measures[0] if question.measures else None),
    )
    hits = desk.search(question.text, ("policy", "guide"))
    outright = [hit for hit in hits if hit.named]
    # An article that is named leaves no room for a digest of another one.
    exact = [hit for hit in outright if hit.score == 1]
    articles = {hit.article for hit in exact}
    notes = [note for note in notes_about(question.text, numbers) if not articles or note.article in articles]
    for note in notes[:1]:
        _say_note(desk, reply, note)
    cards = [] if (notes and numbers) or outright else cards_about(desk)
    for found in cards[:2]:
        _say_card(desk, reply, found)
    _say_policies(desk, reply, exact or outright or hits)
    if reply.lines:
        reply.add(_not_in_force(desk, reply))
        _say_report(desk, reply, numbers)
    else:
        terms = list(question.terms)
        refused = refuse(desk, Kind.RULE, "", nearest_sentences(desk, terms))
        refused.lines[0] = "报告和规则库里都没有您所问的规定，不能作答。"
        refused.add(_not_in_force(desk, reply))
        refused.add("可以把文件原文导入资料库后再问：jiheng corpus add。")
        return refused
    return reply


def _say_note(desk: Desk, reply: Reply, note: Note) -> None:
    reply.add(note_words(desk, note))
    reply.add(_STANDING.get(note.standing, ""))


def _say_card(desk: Desk, reply: Reply, found: RuleCard) -> None:
    marker = desk.material.cite_card(found)
    words = desk.material.cite_card(found, meaning=True)
    meaning = desk.material.passage(found.meaning.rstrip("。"), Origin.CITED, words)
    formula = desk.material.passage(found.formula.rstrip("。"), Origin.CITED, marker)
    basis = "；".join(desk.material.basis(item) for item in found.basis)
    reply.add(
        f"规则卡 {found.code}“{desk.material.passage(found.title, Origin.CITED, marker)}”：{meaning}{words}。"
    )
    reply.add(f"算法：{formula}{marker}。依据：{basis}。")


def cards_about(desk: Desk) -> list[RuleCard]:
    """Return the rule cards that a question speaks of: by code, by the stage or rate it names, by shared words."""
    question = desk.question
    by_code = [found for found in all_cards() if found.code in question.plain.upper()]
    if by_code:
        return by_code
    if any(word in question.plain for word in _SCORING):
        words = [term for term in question.terms if len(term) > 1 and term not in _SCORING]
        scoring = [
            found
            for found in all_cards()
            if found.code[0] == "S" and any(word in found.title + found.formula for word in words)
        ]
        if scoring:
            return sorted(scoring, key=lambda found: -sum(found.title.count(word) for word in words))
    codes = [
        code
        for measure in question.measures
        if (code := card_code(measure)) is not None and "rate" in measure
    ]
    if codes:
        return [card(code) for code in dict.fromkeys(codes)]
    scored = []
    for found in all_cards():
        text = plain(found.title + found.meaning).text
        shared = sum(len(term) for term in question.terms if len(term) > 1 and term in text)
        if shared >= _LEAST:
            scored.append((shared, found))
    return [found for _, found in sorted(scored, key=lambda pair: (-pair[0], pair[1].code))]


def _say_policies(desk: Desk, reply: Reply, hits: Sequence[Hit]) -> None:
    """Quote the official texts of the library that hold words of the question, or the article that it names."""
    terms = [term for term in desk.question.terms if len(term) > 1]
    shown = 0
    for hit in hits:
        text = plain(hit.evidence.quote).text
        fits = terms and sum(term in text for term in terms) * 2 >= len(terms)
        if not (fits or (hit.named and hit.score == 1)) or shown == 2:
            continue
        marker = desk.material.cite(hit.evidence, hit.entry.number, hit.article, True)
        quote = " ".join(hit.evidence.quote.split())[:160]
        shown += 1
        title = desk.material.passage(f"《{hit.entry.title}》{hit.article or ''}", Origin.CITED, marker)
        reply.add(f"资料库原文{title}：“{desk.material.passage(quote, Origin.CITED, marker)}”{marker}。")


def _not_in_force(desk: Desk, reply: Reply) -> str:
    """Say that a text of the library was passed over, where no other of its texts is quoted; else nothing."""
    if not desk.out_of_force or any("资料库原文" in line for line in reply.lines):
        return ""
    return "资料库中有的文件在报告年度尚未施行或者已经失效，没有采用。"


def _say_report(desk: Desk, reply: Reply, numbers: tuple[str, ...]) -> None:
    """Say whether the report itself names the document or the notice."""
    for number in numbers:
        digits = "".join(c for c in number if c.isdigit())
        held = [s for s in desk.sentences.all if f"〕{digits}号" in s.folded or f"]{digits}号" in s.folded]
        reply.add("" if held else "报告自己没有引用这个文号。")
