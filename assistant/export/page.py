"""A review as one HTML page that needs nothing else: no script, no outside address, everything from documents escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from assistant.export.entries import Entry, entries
from assistant.export.masking import masked
from assistant.export.scope import HEAD, scope_lines
from assistant.labels import label, one_line, place
from rules.finding import Disposition
from rules.relations.relation import Relation, Verdict
from rules.review import Review

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_ORDER = (Disposition.RETURN, Disposition.ASK, Disposition.ADVISE, Disposition.INTERNAL)


def review_page(review: Review) -> str:
    """Return the page of a review: conclusion, findings, scores, every relation, what was not checked, scope."""
    title = f"{review.unit_name or review.document.name} {review.year or ''} {label('document', review.kind)}"
    style = files("assistant.export").joinpath("page.css").read_text(encoding="utf-8")
    body = "\n".join(_body(review))
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)} 审核结果</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<h1>{_text(title)} 审核结果</h1>\n{body}\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    """Return text of a document as HTML that shows it and does nothing."""
    return escape(masked(one_line(text)), quote=True)


def _body(review: Review) -> Iterator[str]:
    counts = "，".join(
        f"{label('disposition', one)} {sum(f.disposition == one for f in review.findings)}" for one in _ORDER
    )
    broken = sum(relation.verdict is Verdict.IMPOSSIBLE for relation in review.every_relation)
    yield f'<p class="lead">{counts}；核对 {len(review.every_relation)} 个关系，{broken} 个不成立。</p>'
    for disposition in _ORDER:
        listed = entries(review, disposition)
        if listed:
            yield f"<h2>{label('disposition', disposition)}</h2>"
        yield from (_article(entry) for entry in listed)
    yield from _scores(review)
    yield f"<h2>核对了哪些关系</h2>\n<details><summary>全部 {len(review.every_relation)} 个关系</summary>"
    yield _table(("类型", "结论", "算式", "何以应当相符"), (_relation(one) for one in review.every_relation))
    yield "</details>"
    yield f"<h2>没有核到的数</h2>\n<details><summary>{len(review.coverage.unchecked)} 个</summary>"
    yield _table(("名称", "数值", "原因", "位置"), _unchecked(review))
    yield f"</details>\n<h2>{HEAD}</h2>"
    yield from (f"<p>{_text(line)}</p>" for line in scope_lines(review))


def _article(entry: Entry) -> str:
    first = entry.first
    impact = f"（{label('impact', first.impact)}）" if first.impact else ""
    lines = [f"<h3>{entry.number}．{_text(entry.title)}{impact}</h3>"]
    lines += [f"<p>{_text(message)}</p>" for message in entry.messages]
    derivations = [
        one.derivation for one in entry.findings if one.derivation and one.derivation not in one.message
    ]
    notes = [("算式", derivations), ("报告", entry.places), ("依据", entry.grounds)]
    notes.append(("建议", [first.suggestion] if first.suggestion else []))
    notes.append(("编号", [finding.id for finding in entry.findings]))
    for name, parts in notes:
        if parts:
            lines.append(f'<p class="small">〔{name}〕{_text("；".join(parts))}</p>')
    body = "\n".join(lines)
    return f'<article class="{first.disposition}">\n{body}\n</article>'


def _scores(review: Review) -> Iterator[str]:
    card = review.scorecard
    if card is None:
        return
    yield f"<h2>评分表</h2>\n<p>自评总分 {_text(card.self_total or '未填')}，逐项相加 {_text(card.recomputed_total or '不能相加')}。</p>"
    rows = (
        (
            item.name,
            item.target or "",
            item.actual or "",
            item.weight or "",
            item.self_score or "",
            item.reason or "",
        )
        for item in card.indicators
    )
    yield _table(("指标", "年度指标值", "实际完成值", "分值", "自评得分", "偏差原因"), rows)


def _relation(relation: Relation) -> tuple[str, ...]:
    judgement = relation.judgement
    words = judgement.derivation + (f"；口径：{judgement.convention}" if judgement.convention else "")
    return label("kind", relation.kind), label("verdict", relation.verdict), words, relation.reason


def _unchecked(review: Review) -> Iterator[tuple[str, ...]]:
    facts = {fact.id: fact for fact in review.facts}
    for fact_id, reason in review.coverage.unchecked:
        fact = facts[fact_id]
        yield fact.label, fact.quantity.words(), reason, place(fact.evidence)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th>{name}</th>" for name in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
