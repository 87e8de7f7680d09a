"""Counts against what is listed: 共 N 个 against the names after a colon, or against the groups that follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from corpus.document.evidence import Locator
from corpus.document.model import BlockKind
from rules.facts.fact import Fact, FactKind
from rules.facts.mention import Mention
from rules.facts.vocabulary import normal
from rules.relations.build import Relations
from rules.relations.relation import Judgement, RelationKind, Verdict
from rules.relations.sums.bands import BANDS
from rules.relations.sums.paragraphs import goes_on, numbered

_NAMES = re.compile(
    r"^(?P<noun>[^，。；：:（）]{0,14})(?:[：:]|[，,]?(?:分别为|分别是|即))(?P<names>[^。；;\n]+)"
)
_ETC = re.compile(r"等[^、，。]{0,8}$")
_LAST_TWO = re.compile(r"[^，、]{2,}(?:以及|[和及与])[^，、]{2,}$")
"""甲、乙和丙: the last two of a list are joined by a word."""
_SET_UP = re.compile(
    r"(?:内设|下设|下辖|设有|设立|分设|开设|开办|开通)(?:机构|部门|有|了)?[：:为是]?(?P<names>[^，。；：:\n\d]+)$"
)
_NOT_PLAIN = re.compile(r"[等各其]|[共计级]$|(?:以及|[和及与]).*(?:以及|[和及与])")
_THINGS = "个家所处门条类支项种"
_TOTAL = re.compile(r"(?:共有?|共计|总计|合计)$")
_RATE_WORD = re.compile(r"执行率|完成率|支出|结转|未使用|未支付|已完成|执行")
_ITEM_NOUN = re.compile(r"项目|工作|任务|课题|工程")
_BAND = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]?\s*[-—–~～至]+\s*(\d+(?:\.\d+)?)\s*[%％]")


_LEADS_IN = re.compile(
    r"(?:大)?(?:主要|重点|突出|具体|方面的?)?(?:方面|措施|工作|任务|问题|内容|制度|办法|建议|做法|原因|目标|指标|项目|工程|活动|类型|环节|阶段)"
    r"(?:的?(?:工作|问题|内容|任务|措施))?(?:[：:]|，?(?:具体|分别)?(?:为|是|如下)[：:])\s*"
)
"""What follows a count that numbered items are the things of; 12 个乡镇，主要做法：leads in others."""
_ORDINALS = tuple(
    tuple(mark.format(n) for n in row)
    for mark, row in (
        ("{}是", "一二三四五六七八九十"),
        ("（{}）", "一二三四五六七八九十"),
        ("（{}）", range(1, 13)),
        ("{}.", range(1, 13)),
        ("{}、", range(1, 13)),
        ("{}", "①②③④⑤⑥⑦⑧⑨⑩"),
        ("第{}，", "一二三四五六七八九十"),
    )
)
_OF_ALL = re.compile("^(?!其中).*(?:共|全部|安排|实施|涉及|纳入|列入|包括|选取)[\u4e00-\u9fff]{0,2}$")
_ANNOUNCES = re.compile("(?:如|见)(?:下|附)?表|如下[：:。]?$|下表")
_FEWEST, _MANY = 2, 12
_GROUPS_BEGIN = 140
_LONGEST_LIST = 200
_SUBTITLE = re.compile(r"^[（(]?[\d一二三四五六七八九十]+[)）、.．](?:[^。；]{2,28}$|[^。；，：:\d]{2,12}。)")
"""A numbered title, on a line of its own or before its text: another matter begins."""
_REASON = re.compile(r"(?:主要(?:是|因|由于|为)|原因(?:是|为|在于)?|因|由于|涉及|包括)[^，。；\d]*$")
_ELSE = re.compile(
    r"^(?:乡镇|[镇村乡县市区]|街道|社区|单位|部门|股室|科室|学校|企业|公司|中心|标段|月|季度|工作日|方面)"
)
"""What is counted there is no item: 主要是 3 个乡镇…推迟."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Some of the counted things: how many, and from which words that follows."""

    number: int
    fact: Fact | None
    words: str


def split_names(text: str) -> list[str] | None:
    """Split an enumeration by 、 outside brackets and quotes; None where it ends with 等 or is no plain list."""
    text = text.strip()
    if _ETC.search(text):
        return None
    names: list[str] = []
    depth, start = 0, 0
    for at, character in enumerate(text):
        if character in "（(“《「":
            depth += 1
        elif character in "）)”》」":
            depth -= 1
        elif character == "、" and depth == 0:
            names.append(text[start:at])
            start = at + 1
    names.append(text[start:])
    names = [name.strip() for name in names if name.strip()]
    if any("，" in re.sub(r"（[^）]*）", "", name) for name in names):
        return None
    return names


def find_counts(locator: Locator, mentions: Sequence[Mention], relations: Relations) -> None:
    """Assert the counts whose things the document lists."""
    for index, mention in enumerate(mentions):
        if (
            mention.fact.kind is not FactKind.COUNT
            or mention.fact.quantity.precision != 0
            or mention.range_end
        ):
            continue
        _against_names(locator.document.text, mentions, index, relations)
        _behind_names(locator.document.text, mentions, index, relations)
        for number, place in (_ordinals(locator, mentions, index), _rows(locator, mention)):
            if number is not None:
                _count(mention, number, place, relations)
        if _is_total(locator.document.text, mention) and _ITEM_NOUN.search(
            normal(mention.lead) + mention.tail
        ):
            _against_groups(locator, mentions, index, relations)


def _is_total(text: str, mention: Mention) -> bool:
    """Say whether a count is a whole that is broken up: 共 22 个, or 项目 6 个 with 分档 and the groups behind it."""
    lead = normal(mention.lead)
    end = mention.fact.evidence.end or mention.fact.start
    grouped = re.search(
        r"按[^，。；]{2,14}(?:分档|分段|分组|分类|分布|区间)",
        text[end : end + _GROUPS_BEGIN],
    )
    return bool(_TOTAL.search(lead)) or (lead.endswith("项目") and grouped is not None)


def _against_names(text: str, mentions: Sequence[Mention], index: int, relations: Relations) -> None:
    """共 N 个：A、B、C: as many as there are names; where a name bears a figure of its own it is no plain name."""
    mention = mentions[index]
    end = mention.fact.evidence.end or mention.fact.start
    match = _NAMES.match(text[end : end + 600])
    if match is None or re.search(r"\d", match.group("noun")):
        return
    names = split_names(match.group("names"))
    behind = end + match.end("names")
    if names is None or any(m.fact.start < behind for m in mentions[index + 1 : index + 2]):
        return
    _count_names(names, mention, relations)


def _behind_names(text: str, mentions: Sequence[Mention], index: int, relations: Relations) -> None:
    """内设甲科、乙科、丙科 3 个科室: as many as the names right before the figure, which a word of setting up begins."""
    start, unit = mentions[index].fact.start, mentions[index].fact.quantity.unit
    if unit is None or unit.symbol not in _THINGS:
        return
    sentence = re.split("[，。；\n]", text[max(start - _LONGEST_LIST, 0) : start])[-1]
    found = _SET_UP.search(sentence)
    if found is None or _NOT_PLAIN.search(found["names"]):
        return
    names = split_names(found["names"])
    if names is not None:
        _count_names(names, mentions[index], relations)


def _count_names(names: Sequence[str], mention: Mention, relations: Relations) -> None:
    if len(names) < 2 or any(
        len(name) > 40 or re.search(r"\d+(?:\.\d+)?\s*(?:万元|元|%|个|人)", name) for name in names
    ):
        return
    stated = int(mention.fact.quantity.value)
    unit = mention.fact.quantity.unit
    symbol = unit.symbol if unit is not None else ""
    listed = f"逐一列示 {len(names)} {symbol}（{'、'.join(_short(name) for name in names)}）"
    joined = any(re.search(r"[^一]和|及|与", name) for name in names)
    if len(names) == stated or (len(names) + 1 == stated and _LAST_TWO.search(names[-1])):
        listed = (
            listed if len(names) == stated else f"逐一列示 {stated} {symbol}，末两{symbol}以“和、及、与”相连"
        )
        judgement = Judgement(Verdict.EXACT, f"{listed}，与“{stated} {symbol}”一致", expected=str(stated))
    else:
        # A name may itself hold 和 or 及, so that a count of names proves nothing beyond a question.
        judgement = Judgement(
            Verdict.UNDETERMINED,
            f"{listed}，报告为 {stated} {symbol}" + ("；个别名称含“和、及”，可能合写" if joined else ""),
            expected=str(len(names)),
            likely="列示个数与总数不符",
        )
    relations.add(RelationKind.COUNT, [], mention.fact, "列示的名称逐一计数", judgement)


def _ordinals(locator: Locator, mentions: Sequence[Mention], index: int) -> tuple[int | None, str]:
    """Return how many items a colon behind a count leads in, numbered 一是, 二是 … in its paragraph, or in those below."""
    document, mention = locator.document, mentions[index]
    end, block = mention.fact.evidence.end or mention.fact.start, document.blocks[mention.block]
    opened = _LEADS_IN.match(document.text[end : block.end])
    if opened is None or block.kind is not BlockKind.PARAGRAPH:
        return None, ""
    behind = document.text[end + opened.end() : block.end].strip()
    if not behind:
        below = numbered(document, mention.block + 1)
        last = document.blocks[below[-1]].end if below else end
        number, place = (0 if goes_on(document, below) else len(below)), "以下逐段列示"
    else:
        number, place = _told(behind), "逐一列示"
        last = block.end
    unit = mention.fact.quantity.unit
    # 5 项：一是道路类 3 项；二是桥梁类 2 项: the items are themselves counted.
    counted = any(m.fact.start < last and m.fact.quantity.unit == unit for m in mentions[index + 1 :][:_MANY])
    return (None, "") if number < _FEWEST or counted else (number, place)


def _told(words: str) -> int:
    """Return how many items words number 一是, 二是, 三是 … one behind the other; 0 where they do not begin with the first."""
    for row in _ORDINALS:
        places = [words.find(mark) for mark in row]
        number = next((n for n, place in enumerate(places) if place < 0), len(row))
        if places[0] == 0 and places[:number] == sorted(places[:number]):
            return number
    return 0


def _rows(locator: Locator, mention: Mention) -> tuple[int | None, str]:
    """Return how many numbered rows the table has that a count right above it announces: 共 12 个项目，明细见下表."""
    document = locator.document
    end, block = mention.fact.evidence.end or mention.fact.start, document.blocks[mention.block]
    noun = re.match(r"[\u4e00-\u9fff]{2}", normal(mention.tail))
    below = document.blocks[mention.block + 1 : mention.block + 3]
    table = next((b.table for b in below if b.table is not None), None)
    announced = _ANNOUNCES.search(document.text[end : block.end]) is not None
    if noun is None or table is None or not announced or not _OF_ALL.search(normal(mention.lead)):
        return None, ""
    heads = [cell for cell in table.cells if cell.row < max(table.header_rows, 1)]
    own = [cell.column for cell in heads if re.sub(r"\s", "", cell.text) in ("序号", "编号")]
    if len(own) != 1 or not any(noun[0] in cell.text for cell in heads):
        return None, ""
    numbers = [
        cell.text.strip()
        for cell in table.cells
        if cell.column == own[0] and cell.row >= table.header_rows and cell.text.strip().isdigit()
    ]
    count = len(numbers)
    whole = not table.partial and numbers == [str(n) for n in range(1, count + 1)]
    return (count, "下表逐行列示") if whole and count >= _FEWEST else (None, "")


def _count(mention: Mention, number: int, place: str, relations: Relations) -> None:
    stated, unit = int(mention.fact.quantity.value), mention.fact.quantity.unit
    symbol = unit.symbol if unit is not None else ""
    words = f"{place} {number} {symbol}"
    if number == stated:
        judgement = Judgement(Verdict.EXACT, f"{words}，与“{stated} {symbol}”一致", expected=str(stated))
    else:
        judgement = Judgement(
            Verdict.UNDETERMINED,
            f"{words}，报告为 {stated} {symbol}",
            expected=str(number),
            likely="列示个数与总数不符",
        )
    relations.add(RelationKind.COUNT, [], mention.fact, f"{place}的各项逐一计数", judgement)


def _short(name: str) -> str:
    return name if len(name) <= 8 else f"{name[:7]}…"


def _against_groups(locator: Locator, mentions: Sequence[Mention], index: int, relations: Relations) -> None:
    """共 N 个项目 against the groups (11 个…, 3 个…) and the single items that the section goes on to name."""
    total = mentions[index]
    if any(r.stated == total.fact.id and r.reason == BANDS for r in relations.items):
        return
    block = locator.document.blocks[total.block]
    groups = _groups(locator, mentions, index, block.section)
    if len(groups) < 2:
        return
    listed = sum(group.number for group in groups)
    stated = int(total.fact.quantity.value)
    counted = [group for group in groups if group.fact is not None]
    parts = " + ".join(str(group.number) for group in groups)
    unit = total.fact.quantity.unit
    symbol = unit.symbol if unit is not None else ""
    single = [group.words for group in groups if group.fact is None]
    note = f"（其中单列 {len(single)} {symbol}：{'、'.join(single)}）" if single else ""
    missing = _missing_bands([group.words for group in counted])
    gap = f"；列示的执行率分段未见 {missing}" if missing and listed < stated else ""
    derivation = f"{parts} = {listed} {symbol}{note}（报告为 {stated} {symbol}）"
    if listed == stated:
        judgement = Judgement(Verdict.EXACT, derivation, expected=str(listed))
    elif not counted:
        return
    else:
        judgement = Judgement(
            Verdict.UNDETERMINED, derivation + gap, expected=str(listed), likely="列示个数与总数不符"
        )
    relations.add(
        RelationKind.COUNT,
        [g.fact for g in counted if g.fact],
        total.fact,
        "总数与分组、单列的个数",
        judgement,
    )


def _groups(
    locator: Locator, mentions: Sequence[Mention], index: int, section: tuple[str, ...]
) -> list[_Group]:
    document = locator.document
    total = mentions[index]
    unit = total.fact.quantity.unit
    symbol = unit.symbol if unit is not None else ""
    start = total.fact.evidence.end or total.fact.start
    groups: list[_Group] = []
    for number in range(total.block, len(document.blocks)):
        block = document.blocks[number]
        if block.section != section or block.kind is not BlockKind.PARAGRAPH:
            if number > total.block:
                break
            continue
        text = document.text[block.start : block.end]
        if number > total.block and _SUBTITLE.match(text.strip()):
            break
        for match in re.finditer(r"[^。；;]+[。；;]?", text):
            at = block.start + match.start()
            if at + len(match.group()) <= start:
                continue
            for part in re.finditer(r"[^；;]+", match.group()):
                found = _group(document.text, mentions, at + part.start(), at + part.end(), start, symbol)
                if found == "stop":
                    return groups
                if isinstance(found, _Group) and not _is_named(found, groups):
                    groups.append(found)
    return groups


def _is_named(group: _Group, groups: Sequence[_Group]) -> bool:
    """Say whether a single item was already named in a counted group, so that it is only explained here."""
    return group.fact is None and any(group.words in other.words for other in groups)


def _group(
    text: str, mentions: Sequence[Mention], start: int, end: int, after: int, symbol: str
) -> _Group | str | None:
    inside = [m for m in mentions if start <= m.fact.start < end and m.fact.start >= after]
    for mention in inside:
        unit = mention.fact.quantity.unit
        if mention.fact.kind is FactKind.COUNT and unit is not None and unit.symbol == symbol:
            if _is_total(text, mention):
                return "stop"
            if (
                mention.fact.quantity.precision == 0
                and not mention.range_end
                and not _REASON.search(normal(mention.lead))
                and not _ELSE.match(mention.tail)
                and _RATE_WORD.search(text[max(start, after) : end])
            ):
                words = text[max(start, after) : end]
                return _Group(int(mention.fact.quantity.value), mention.fact, words)
    if start < after:
        return None
    return _single(text[start:end])


def _single(sentence: str) -> _Group | None:
    """A clause without a count that names one thing and says how it was carried out."""
    clause = re.sub(r"^其中[，：:]?", "", sentence.strip())
    if re.search(r"\s{2,}|\t", clause):
        return None  # a row of a flattened table
    match = re.match(
        r"^([^，。；：]{2,30}?)(?:预算执行率|执行率|为结转资金|预算\d+|未使用|未支出|未支付)", clause
    )
    if match is None:
        return None
    name = re.sub(r"(?:项目)?(?:预算|资金|经费)?$", "", match.group(1)) or match.group(1)
    if re.search(r"部分|个别|各|上述|以上|该|\d", name):
        return None
    names = re.split(r"、|(?<=[^一])和", name)
    return _Group(len(names), None, "、".join(names))


def _missing_bands(words: Sequence[str]) -> str | None:
    """Name the gap in bands such as 90%以上, 70%-80%, 60%-70%, if there is one."""
    edges: list[tuple[Decimal, Decimal]] = []
    for text in words:
        band = _BAND.search(text)
        above = re.search(r"(\d+(?:\.\d+)?)\s*[%％]\s*以上", text)
        if band:
            edges.append((Decimal(band.group(1)), Decimal(band.group(2))))
        elif above:
            edges.append((Decimal(above.group(1)), Decimal(100)))
    edges.sort()
    for (_, high), (low, _) in pairwise(edges):
        if low > high:
            return f"{high}%—{low}%"
    return None
