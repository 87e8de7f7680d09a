"""What a policy document says of itself: title, number (文号), issuer, dates, region. Nothing of it is guessed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document.model import BlockKind, Document
from corpus.policies.articles import has_articles
from corpus.policies.numerals import DATE, date_of
from corpus.policies.repeals import repeals

_STATED_TITLE = re.compile(r"(?:题名|标题|文件名称)\s*[：:]\s*(.+)")
_STATED_NUMBER = re.compile(r"(?:文号|发文字号|发文号)\s*[：:]\s*([^（(]+)")
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}\s*[〔\[（(【［]\s*(?:19|20)\d\d\s*[〕\]）)】］]\s*(?:第\s*)?\d{1,4}\s*号"
    r"|(?:中华人民共和国)?[\u4e00-\u9fff]{2,12}令(?:\s*[（(]?\s*第?\s*[\d一二三四五六七八九十百零〇]{1,6}\s*号\s*[）)]?)"
)
_TITLE_END = re.compile(
    r"(?:法|条例|办法|规定|通知|意见|细则|方案|指引|准则|制度|规则|决定|公告|标准|规程|指南|纲要|要点|解释|复函|批复|体系)"
    r"(?:[（(][^（）()]{1,20}[）)])*$"
)
_INSIDE = re.compile(r"关于(?:修订)?印发[《〈](.+?)[》〉](?:的通知)?$")
_ISSUER = re.compile(r"^([\u4e00-\u9fff\s、]{2,40}?)(?:办公厅)?关于")
_IN_FORCE = re.compile(r"(?:自|从)\s*(?P<when>.{1,20}?)\s*起\s*(?:施行|实施|执行|生效)")
_ON_ISSUE = re.compile(
    r"(?:本[\u4e00-\u9fff]{1,4})?自(?:公布|发布|印发|颁布|下发)之日起\s*(?:施行|实施|执行|生效)"
)
_PLACE = re.compile(r"^(?:中共)?([\u4e00-\u9fff]{2,8}?)(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)")
_NATIONAL = ("中华人民共和国", "财政部", "国务院", "中共中央", "全国人民代表大会")
_TOP_LINES = 25
_END_LINES = 8
_LONGEST_TITLE = 80
_NOTES = ("修正", "修订", "修改")
_ISSUED = ("公布", "发布", "印发", "通过", "颁布")


@dataclass(frozen=True, slots=True)
class Marks:
    """What was recognised; a part that the text does not state is None. ``amended`` is the last time.

    ``repeals`` names (title, number) what the text ends.
    """

    title: str
    number: str | None = None
    issuer: str | None = None
    issued: datetime.date | None = None
    amended: datetime.date | None = None
    effective: datetime.date | None = None
    region: str | None = None
    repeals: tuple[tuple[str, str | None], ...] = ()


def marks(document: Document) -> Marks:
    """Return what the document says of itself."""
    lines = [
        " ".join(document.text[block.start : block.end].split())
        for block in document.blocks
        if block.kind not in (BlockKind.TABLE, BlockKind.CONTENTS)
    ]
    top = lines[: _first_of_body(lines)]
    printed = _title(top) or (top or lines or [document.name])[0][:_LONGEST_TITLE]
    inside = _INSIDE.search(printed)
    title = inside[1] if inside is not None and has_articles(document) else printed
    issuer = _issuer(printed)
    issued, amended = _dates(top, lines)
    return Marks(
        title=title,
        number=_number(top),
        issuer=issuer,
        issued=issued,
        amended=amended,
        effective=_effective(top, lines, issued if amended is None else None),
        region=_region(issuer or printed) or _region(printed),
        repeals=tuple(dict.fromkeys(repeals(document.text))),
    )


def _first_of_body(lines: list[str]) -> int:
    """Return how many lines stand before the body: the first numbered line, or the first sentence of length."""
    body = re.compile(r"第[一1１]\s*[条章编]|一、|[（(]一[）)]")
    for at, line in enumerate(lines[:_TOP_LINES]):
        if body.match(line) or (len(line) > _LONGEST_TITLE and "。" in line and not DATE.match(line)):
            return max(at, 1)
    return min(len(lines), _TOP_LINES)


def _title(top: list[str]) -> str | None:
    for line in top:
        stated = _STATED_TITLE.fullmatch(line)
        if stated:
            return stated[1].strip()[:_LONGEST_TITLE]
    for at, line in enumerate(top):
        if _is_title(line):
            # A long title is printed on several lines, each centred.
            for first in range(max(at - 2, 0), at):
                whole = "".join(top[first : at + 1])
                if len(whole) <= _LONGEST_TITLE and "关于" in top[first] and _is_title(whole):
                    return whole
            return line
    return None


def _is_title(line: str) -> bool:
    return (
        4 <= len(line) <= _LONGEST_TITLE
        and _TITLE_END.search(line) is not None
        and not any(mark in line for mark in "。；：:，")
        and not DATE.match(line)
    )


def _number(top: list[str]) -> str | None:
    """Return the number: as stated, else on a line of its own, else the order that published the text."""
    for line in top:
        stated = _STATED_NUMBER.match(line)
        if stated and "号" in stated[1]:
            return stated[1].strip(" 　，,；;")
    for line in top:
        if len(line) <= 30 and (match := _NUMBER.search(line)) and match.end() >= len(line) - 2:
            return "".join(match.group().split())
    for line in top:
        if DATE.match(line) and (
            match := re.search(r"[\u4e00-\u9fff]{2,12}令第\s*[\d一二三四五六七八九十百零〇]+\s*号", line)
        ):
            return "".join(match.group().split()).removeprefix("中华人民共和国")
    return None


def _issuer(title: str) -> str | None:
    match = _ISSUER.match(title)
    return match[1].strip() if match else None


def _dates(top: list[str], lines: list[str]) -> tuple[datetime.date | None, datetime.date | None]:
    """Return when the text was issued (first line of the history, or the signature) and last amended."""
    issued: list[datetime.date] = []
    amended: list[datetime.date] = []
    for line in top:
        for match in DATE.finditer(line):
            after = line[match.end() :]
            date = date_of(match)
            if date is None:
                continue
            if any(word in after for word in _NOTES):
                amended.append(date)
            elif any(word in after for word in _ISSUED):
                issued.append(date)
    if not issued:
        issued = list(_signatures([*top[-_END_LINES:], *lines[-_END_LINES:]]))
    return (max(issued) if issued else None), (max(amended) if amended else None)


def _signatures(lines: list[str]) -> Iterator[datetime.date]:
    for line in lines:
        match = DATE.fullmatch(line)
        if match and (date := date_of(match)):
            yield date


def _effective(top: list[str], lines: list[str], issued: datetime.date | None) -> datetime.date | None:
    """Return the day from which the text itself says that it is in force; the last such sentence counts."""
    found: datetime.date | None = None
    for line in lines:
        for sentence in _IN_FORCE.finditer(line):
            match = DATE.search(sentence["when"])
            if match and (date := date_of(match)):
                found = date
        if _ON_ISSUE.search(line) and issued is not None:
            found = issued
    for line in top:
        match = DATE.match(line)
        if found is None and match and re.fullmatch(r"\s*(?:起)?(?:施行|实施)", line[match.end() :]):
            found = date_of(match)
    return found


def _region(words: str) -> str | None:
    if words.startswith(_NATIONAL):
        return "全国"
    match = _PLACE.match(words)
    return match[1] if match else None
