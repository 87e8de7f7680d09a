"""What kind of thing a piece of a flattened row is, and what kinds a column holds by its head and by its full rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

BLANKS = ("-", "—", "——", "–", "－", "/", "--")
COLUMN_NUMBERS = ("栏次", "行次")
"""Labels of the row that numbers the columns of a statutory form."""
TOTAL = re.compile("(?:.{0,4}(?:合计|总计|小计|总额|总分|总得分)|全年|总和)(?:[（(].{1,8}[)）])?")


class Kind(Enum):
    """The kinds of pieces: 12.50; 98.5%; ≥90%, 12 期 or 3.5 万元; words; a sign that says that there is nothing."""

    NUMBER = auto()
    RATE = auto()
    VALUE = auto()
    WORDS = auto()
    BLANK = auto()


_ANY = frozenset(Kind)
_WORDS = frozenset({Kind.WORDS})
_FIGURES = frozenset({Kind.NUMBER, Kind.RATE, Kind.BLANK})
_POINTS = frozenset({Kind.NUMBER, Kind.BLANK})
_MEASURED = frozenset({Kind.NUMBER, Kind.RATE, Kind.VALUE})
_DIGITS = r"[-+−]?\d[\d,]*(?:\.\d+)?"
_NUMBER = re.compile(rf"{_DIGITS}|\({_DIGITS}\)")
_RATE = re.compile(rf"{_DIGITS}\s*[%‰]")
_UNITS = "万人次|平方米|平方公里|立方米|百分点|个百分点|工作日|千瓦时|个工作日"
_VALUE = re.compile(
    rf"[≥≤><=≧≦]?\s*{_DIGITS}\s*(?:[%‰]|(?:[百千万亿]?[\u4e00-\u9fff]{{1,2}})|万?(?:{_UNITS}))?(?:/[\u4e00-\u9fff]{{1,3}})?"
)
_DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底)?[之以]?[前内]?")
_NUMBERS = re.compile(".{0,4}(?:序号|编号|编码|代码)|行次|年[份度]|时间")
_WEIGHT = re.compile("分值|权重|权数|标准分值?|满分|权重分|分值权重")
_SCORE = re.compile("(?:自评|评价|实际|考核)?(?:得分|分数)|自评分|评分|自评分值")
_OF_A_GROUP = re.compile("(?:一级|二级|分类|小计|类别|维度).{0,4}(?:得分|分值|分数|权重|满分)(?:小计)?")
"""A head over points of a whole group, which stand once for all of its rows."""
_AIM = re.compile("指标值|目标|完成|实际|结果|标准|情况")
_REASON = re.compile("原因|说明|备注|措施|用途|内容|依据|理由")
_LABEL = re.compile("指标|项目|名称|类别|分类|科目|事项|维度|内容")
_RATE_HEAD = re.compile("率|%|％|占|比")
_AMOUNT_HEAD = re.compile("[数额率金]|预算|决算")
_UNIT = re.compile("(?:计量)?单位(?:[（(].{1,6}[)）])?|计量")
_LONGEST_UNIT = 3


def kind_of(piece: str) -> Kind:
    """Return the kind of a piece."""
    plain = unicodedata.normalize("NFKC", piece).strip()
    if piece.strip() in BLANKS:
        return Kind.BLANK
    if _NUMBER.fullmatch(plain):
        return Kind.NUMBER
    if _RATE.fullmatch(plain):
        return Kind.RATE
    return Kind.VALUE if _VALUE.fullmatch(plain) or _DATE.fullmatch(plain) else Kind.WORDS


def number(piece: str) -> Decimal | None:
    """Return the value of a number or of a per cent, as it is printed: (3.50) is less than nothing."""
    plain = unicodedata.normalize("NFKC", piece).strip().replace(",", "").replace("−", "-")
    bare = plain.strip("()%‰ ")
    if kind_of(piece) not in (Kind.NUMBER, Kind.RATE):
        return None
    return -Decimal(bare) if plain.startswith("(") else Decimal(bare)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: the kinds of each; ``name`` is the last of the leading ones that hold labels.

    ``filled`` are those that hardly a row leaves blank, points and score of a form without amounts; ``counted`` those that number the labels
    before them. ``rates`` hold what cannot be added. ``named`` says that a row of words has
    one at ``name``, which is not so where a second table stands beside the first.
    """

    kinds: tuple[frozenset[Kind], ...]
    name: int
    filled: tuple[int, ...]
    named: bool
    rates: frozenset[int]
    counted: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        """Return how many columns there are."""
        return len(self.kinds)


def columns_of(heads: Sequence[str], full: Sequence[Sequence[str]]) -> Columns:
    """Return what columns hold, known from rows that have a piece for each of them, else from the heads."""
    scored = any(map(_WEIGHT.fullmatch, heads)) and any(map(_SCORE.fullmatch, heads))
    kinds = [_kinds(at, head, [kind_of(row[at]) for row in full], scored) for at, head in enumerate(heads)]
    name = 0
    while name + 1 < len(heads) and _is_label(
        heads[name + 1], kinds[name + 1], [row[name + 1] for row in full]
    ):
        name += 1
    points = [
        next((at for at, head in enumerate(heads) if what.fullmatch(head)), None)
        for what in (_WEIGHT, _SCORE)
    ]
    rates = frozenset(at for at, head in enumerate(heads) if _RATE_HEAD.search(head))
    groups = {at for at, head in enumerate(heads) if _OF_A_GROUP.fullmatch(head)}
    amounts = set(range(1, len(heads))) - rates - groups - set(points)
    only = scored and not any(Kind.NUMBER in kinds[at] and kinds[at] != _ANY for at in amounts)
    filled = tuple(at for at in points if at is not None) if only else ()
    behind = [
        at for at in range(name + 1, len(heads)) if _LABEL.search(heads[at]) or heads[at] == heads[name]
    ]
    named = not any(kinds[at] == _WORDS and not _REASON.search(heads[at]) for at in behind)
    counted = frozenset(at for at, head in enumerate(heads) if at > 0 and head in ("行次", "行号"))
    return Columns(tuple(kinds), name, filled, named, rates, counted)


def _kinds(at: int, head: str, seen: Sequence[Kind], scored: bool) -> frozenset[Kind]:
    if scored and _AIM.search(head) and not _LABEL.fullmatch(head) and not _SCORE.fullmatch(head) and at > 0:
        return _ANY
    if seen:
        found = frozenset(seen)
        return found | {Kind.BLANK} if found & _MEASURED else found
    if _WEIGHT.fullmatch(head) or _SCORE.fullmatch(head):
        return _FIGURES if head.startswith("权") else _POINTS
    if at == 0:
        return _ANY if _NUMBERS.fullmatch(head) else _WORDS
    if _REASON.search(head) or (_LABEL.search(head) and not _AIM.search(head)):
        return _WORDS
    return _ANY if scored or not _AMOUNT_HEAD.search(head) else _FIGURES


def _is_label(head: str, kinds: frozenset[Kind], seen: Sequence[str]) -> bool:
    """Say whether a column holds labels; under 单位 it does where that is an institution, not a measure."""
    plain = kinds == _WORDS if seen else kinds == _WORDS and bool(_LABEL.search(head))
    measure = _UNIT.fullmatch(head) and all(len(text) <= _LONGEST_UNIT for text in seen)
    return plain and not _REASON.search(head) and not measure
