"""The papers of a review as Word files: the reviewer's own record, the opinion to the unit, the questions to the unit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from assistant.drafting.spending import disputed
from assistant.export.entries import Entry, entries, short_place
from assistant.export.official import OfficialPaper
from assistant.export.scope import HEAD, scope_lines
from assistant.labels import label, one_line
from rules.finding import Disposition, Finding
from rules.relations.relation import Relation, RelationKind, Verdict
from rules.review import Review

DEADLINE = "【时限】"
_SENT = (Disposition.RETURN, Disposition.ASK, Disposition.ADVISE)
_ORDER = (*_SENT, Disposition.INTERNAL)
_NUMERALS = "一二三四五六七八九十"
_MOST_RELATIONS = 60


def review_docx(review: Review) -> bytes:
    """Return the reviewer's record (审核底稿): every finding with derivation, places and grounds, scores, relations, scope."""
    paper = OfficialPaper(f"{_whose(review)}审核底稿")
    heads = iter(_NUMERALS)
    paper.heading(1, f"{next(heads)}、基本情况")
    for line in _facts(review):
        paper.body(line)
    for disposition in _ORDER:
        listed = entries(review, disposition)
        if not listed:
            continue
        count = sum(len(entry.findings) for entry in listed)
        paper.heading(1, f"{next(heads)}、{label('disposition', disposition)}（{count} 条）")
        for entry in listed:
            _record(paper, entry)
    if review.scorecard is not None:
        paper.heading(1, f"{next(heads)}、评分表")
        paper.table(_SCORE_HEADS, _scores(review))
    shown = [one for one in review.every_relation if one.verdict is not Verdict.EXACT]
    if shown:
        paper.heading(1, f"{next(heads)}、不是逐位相符的关系")
        rows = [_relation(number, one) for number, one in enumerate(shown[:_MOST_RELATIONS], 1)]
        paper.table((("号", 1), ("类型", 2.4), ("结论", 2.4), ("算式", 9)), rows)
        if len(shown) > _MOST_RELATIONS:
            paper.small(f"另有 {len(shown) - _MOST_RELATIONS} 个，见 XLSX 工作底稿。")
    _scope(paper, next(heads), review)
    return paper.to_bytes()


def opinion_docx(review: Review) -> bytes:
    """Return the opinion to the unit (审核意见); internal hints and computed scores are left out, the deadline is blank."""
    paper = OfficialPaper(f"关于{_of_year(review)}{label('document', review.kind)}报告的审核意见")
    paper.addressee(one_line(review.unit_name) if review.unit_name else "【单位名称】")
    paper.body(_overall(review))
    heads = iter(_NUMERALS)
    for disposition in _SENT:
        listed = entries(review, disposition)
        if listed:
            paper.heading(1, f"{next(heads)}、{label('disposition', disposition)}")
        for entry in listed:
            _for_unit(paper, entry)
    paper.heading(1, f"{next(heads)}、回复要求")
    paper.body(
        f"请于{DEADLINE}前逐条注明“已修改（位置）”或“已说明（理由及材料）”，随修改稿一并报送。"
        "两处不一致的，请与决算报表核对后统一。"
    )
    _scope(paper, next(heads), review, brief=True)
    paper.right("【审核单位】")
    paper.right("【日期】")
    return paper.to_bytes()


def questions_docx(review: Review) -> bytes:
    """Return the list of questions to the unit (核实问题清单).

    The number of a question is that of its finding, made from what it is about: it stays in every later version.
    """
    paper = OfficialPaper(f"{_whose(review)}核实问题清单", landscape=True)
    rows = [
        (
            finding.id,
            "\n".join(dict.fromkeys(short_place(item) for item in finding.evidence[:2])),
            _stated(finding),
            neutral(finding),
            request(finding),
            *("", "", ""),
        )
        for disposition in (Disposition.RETURN, Disposition.ASK)
        for entry in entries(review, disposition)
        for finding in entry.findings
        if finding.kind not in _NO_QUESTION
    ]
    if rows:
        paper.table(_QUESTION_HEADS, rows)
    else:
        paper.body("本次核对没有需要单位核实的问题。")
    paper.small("编号由问题本身的内容产生，重报、重新核对后不变；请在同一行填写回复。")
    _scope(paper, "附", review, brief=True)
    return paper.to_bytes()


_NO_QUESTION = ("toc_vs_body", "typo")
"""Kinds of findings that the unit corrects without being asked anything."""
_QUESTION_HEADS = (
    ("编号", 2.6),
    ("位置", 4.2),
    ("报告表述", 3.4),
    ("需核实", 6.2),
    ("请提供", 3),
    ("回复", 2.4),
    ("是否采信", 1.6),
    ("处理", 1.6),
)


def neutral(finding: Finding) -> str:
    """Return what is to be verified, without the conclusions that the computation suggests."""
    text = one_line(finding.message)
    for pattern, words in _NEUTRAL:
        text = pattern.sub(words, text)
    if "请" not in text:
        text += "请核对取数来源和取位办法。" if finding.verdict is not None else "请说明。"
    return text


_NEUTRAL = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"可能的原因：[^。]*。", ""),
        (r"应为", "为"),
        (r"请核对(?:底稿|决算报表)?后(?:更正|统一取值|统一)", "请核对取数来源和取位办法"),
        (r"，或更正[^。；，]*", ""),
        (r"请更正", "请核实"),
    )
)


def request(finding: Finding) -> str:
    """Return what the unit is asked to hand in."""
    lists = _requests()
    figures = finding.kind not in (
        "toc_vs_body",
        "missing_section",
        "missing_annex",
        "vague_indicator",
        "typo",
    )
    words = f"{finding.title}{finding.evidence[0].row or '' if finding.evidence else ''}"
    if figures and not finding.kind.startswith(("score", "weight", "deduction")):
        named = next((ask for word, ask in lists["subject"].items() if word in words), None)
        if named is not None:
            return named
    return lists["kind"].get(finding.kind, lists["kind"]["other"])


@cache
def _requests() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("assistant.export").joinpath("requests.toml").read_text(encoding="utf-8"))


def _stated(finding: Finding) -> str:
    quote = one_line(finding.evidence[0].quote) if finding.evidence else ""
    named = one_line(finding.evidence[0].row or "") if finding.evidence else ""
    words = quote if len(quote) <= 40 else f"{quote[:39]}…"
    return "\n".join(part for part in (named, words or (finding.reported or "")) if part)


def _of_year(review: Review) -> str:
    return f" {review.year} 年度" if review.year else ""


def _whose(review: Review) -> str:
    year = f"{review.year}年度" if review.year else ""
    return f"{one_line(review.unit_name or '')}{year}{label('document', review.kind)}报告"


def _facts(review: Review) -> Iterable[str]:
    yield f"单位：{one_line(review.unit_name or '未识别')}；年度：{review.year or '未识别'}；类型：{label('document', review.kind)}。"
    counts = "，".join(
        f"{label('disposition', one)} {sum(f.disposition == one for f in review.findings)} 条"
        for one in _ORDER
    )
    broken = sum(relation.verdict is Verdict.IMPOSSIBLE for relation in review.every_relation)
    yield f"审核发现：{counts}。核对关系 {len(review.every_relation)} 个，其中不成立 {broken} 个。"
    card = review.scorecard
    if card is not None and card.self_total is not None:
        added = f"，各项得分逐项相加为 {card.recomputed_total} 分" if card.recomputed_total else ""
        yield f"自评总分 {card.self_total} 分{added}。"


def _record(paper: OfficialPaper, entry: Entry) -> None:
    first = entry.first
    impact = f"（{label('impact', first.impact)}）" if first.impact else ""
    paper.heading(2, f"{entry.number}．{entry.title}{impact}")
    for message in entry.messages:
        paper.body(message)
    for finding in entry.findings:
        derivation = one_line(finding.derivation or "")
        if derivation and derivation not in one_line(finding.message):
            paper.small(f"〔算式〕{derivation}")
    _places(paper, entry)
    if first.suggestion:
        paper.small(f"〔建议〕{one_line(first.suggestion)}")
    paper.small(f"〔编号〕{'；'.join(finding.id for finding in entry.findings)}")


def _places(paper: OfficialPaper, entry: Entry) -> None:
    if entry.places:
        paper.small(f"〔报告〕{'；'.join(entry.places)}")
    paper.small(f"〔依据〕{'；'.join(entry.grounds)}")


def _for_unit(paper: OfficialPaper, entry: Entry) -> None:
    """Write an entry to the unit: what was found and what is asked, then places and grounds."""
    messages = entry.messages
    if len(messages) == 1:
        paper.body(f"{entry.number}．{messages[0]}")
    else:
        paper.body(f"{entry.number}．{entry.title}。")
        for message in messages:
            paper.body(message)
    _places(paper, entry)


def _overall(review: Review) -> str:
    """Return the paragraph that opens the opinion: the unit's own score, whether it adds up, how much is to be done."""
    words = f"你单位报送的{label('document', review.kind)}报告"
    card = review.scorecard
    if card is not None and card.self_total is not None and not _total_in_doubt(review):
        words += f"自评得分 {card.self_total} 分"
        verdicts = {r.verdict for r in review.relations if r.kind is RelationKind.SCORE_SUM}
        if verdicts == {Verdict.EXACT} and card.recomputed_total == card.self_total:
            words += "，各项得分相加与总分一致"
    parts = [
        f"{count} {words_of}"
        for disposition, words_of in _COUNTED
        if (count := sum(f.disposition == disposition for f in review.findings))
    ]
    if not parts:
        return f"{words}。经审核，没有发现需要修改、说明的事项；核对范围见文末。"
    needs = any(f.disposition in (Disposition.RETURN, Disposition.ASK) for f in review.findings)
    return f"{words}。经审核，有 {'、'.join(parts)}{'，请修改后重新报送' if needs else ''}。"


def _total_in_doubt(review: Review) -> bool:
    """Say whether a finding doubts the total score: then no figure of it opens an opinion."""
    doubtful = disputed(review)
    return any(fact.measure == "total_score" and fact.id in doubtful for fact in review.facts)


_COUNTED = (
    (Disposition.RETURN, "处需修改"),
    (Disposition.ASK, "处需说明"),
    (Disposition.ADVISE, "处建议完善"),
)
_SCORE_HEADS = (
    ("指标", 4),
    ("目标值", 3.4),
    ("完成值", 4),
    ("分值", 1.4),
    ("自评分", 1.6),
    ("理由", 4),
    ("审核人评定", 1.8),
    ("佐证", 1.4),
)


def _scores(review: Review) -> Iterable[tuple[str, ...]]:
    card = review.scorecard
    if card is None:
        return
    for item in card.indicators:
        cells = (item.name, item.target, item.actual, item.weight, item.self_score, item.reason)
        yield (*(one_line(cell or "") for cell in cells), "", "")
    yield "总分", "", "", "", card.self_total or "", "", "", ""
    yield "逐项相加", "", "", "", card.recomputed_total or "", "", "", ""


def _relation(number: int, relation: Relation) -> tuple[str, ...]:
    judgement = relation.judgement
    words = judgement.derivation + (f"；口径：{judgement.convention}" if judgement.convention else "")
    return str(number), label("kind", relation.kind), label("verdict", relation.verdict), words


def _scope(paper: OfficialPaper, numeral: str, review: Review, *, brief: bool = False) -> None:
    paper.heading(1, f"{numeral}、{HEAD}" if numeral in _NUMERALS else f"{numeral}：{HEAD}")
    for line in scope_lines(review, brief=brief):
        paper.small(line)
