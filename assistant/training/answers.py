"""The answers of a trainee: read strictly, compared leniently (blanks, full width, units, notation)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from assistant.errors import TrainingError
from assistant.specimens.key import Planted
from assistant.training.folded import fold
from rules.numbers.numerals import TokenKind, parse_cell, tokens
from rules.numbers.quantity import Quantity
from rules.numbers.units import MONEY_UNITS, PERCENT, SCORE, Dimension, Unit

MOST = 500
LONGEST = 5000
LONGEST_FIGURE = 40
_UNITS = {unit.symbol: unit for unit in (*MONEY_UNITS, PERCENT, SCORE)}
_NOTHING = frozenset(
    fold(word)
    for word in (
        "", "（空）", "空", "空白", "未填", "未填写", "（缺）", "缺", "缺少", "缺失", "缺项", "无", "（无）", "没有", "未见", "-",
        "/", "—", "null", "none",
    )
)  # fmt: skip
_UNDER = ("低于", "小于", "不足", "少于", "以下", "不到", "<", "≤", "不超过", "不高于")


@dataclass(frozen=True, slots=True)
class Answer:
    """One error that the trainee names: the words of the report, what stands there, what should stand there."""

    quote: str
    reported: str
    expected: str
    kind: str = ""


def read_answers(text: str | bytes) -> tuple[Answer, ...]:
    """Read ANSWERS.json. Raises: TrainingError with one line that says what is wrong."""
    try:
        source = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        value = json.loads(source, parse_float=str, parse_int=str, parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise TrainingError("答案文件不是 UTF-8 编码的 JSON；请另存为 UTF-8 后再试") from error
    except json.JSONDecodeError as error:
        raise TrainingError(
            f"答案文件不是有效的 JSON（第 {error.lineno} 行第 {error.colno} 列）；格式见练习中的 questions.md"
        ) from error
    except (ValueError, RecursionError) as error:
        raise TrainingError("答案文件不是有效的 JSON；格式见练习中的 questions.md") from error
    answers = value.get("answers") if isinstance(value, dict) else None
    if not isinstance(answers, list):
        raise TrainingError('答案文件应为 {"answers": […]}；格式见练习中的 questions.md')
    if len(answers) > MOST:
        raise TrainingError(f"答案有 {len(answers)} 条，超过 {MOST} 条；请只写认定有错的地方")
    return tuple(_answer(item, number) for number, item in enumerate(answers, 1))


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _answer(item: Any, number: int) -> Answer:
    if not isinstance(item, dict):
        raise TrainingError(f"第 {number} 条答案不是对象；每条应有 quote、reported、expected")
    fields: dict[str, str] = {}
    for name in ("quote", "reported", "expected", "kind"):
        found = item.get(name)
        if found is None and (name == "kind" or name in item):
            found = ""
        if not isinstance(found, str):
            raise TrainingError(
                f"第 {number} 条答案的 {name} 缺少或不是文字；每条应有 quote、reported、expected"
            )
        if len(found) > LONGEST:
            raise TrainingError(f"第 {number} 条答案的 {name} 过长（超过 {LONGEST} 字）；请只抄有关的一句")
        fields[name] = found
    if not fold(fields["quote"]):
        raise TrainingError(f"第 {number} 条答案的 quote 是空的；请抄上报告原文")
    return Answer(**fields)


def quantity(text: str, unit: str = "") -> Quantity | None:
    """Return the figure that a text is, in the unit that it names or else in ``unit``; None for words."""
    plain = fold(text)
    own = _UNITS.get(unit)
    if len(plain) > LONGEST_FIGURE:
        return None
    if re.fullmatch(r"[+-]?[0-9]+(?:\.[0-9]+)?", plain):
        return Quantity(Decimal(plain), own, 0, plain)
    cell = parse_cell(plain, own)
    if cell is not None:
        return cell.quantity
    found = tokens(plain)
    if (
        len(found) == 1
        and found[0].kind is TokenKind.QUANTITY
        and found[0].start == 0
        and found[0].end == len(plain)
    ):
        return found[0].quantity
    return None


def same_figure(mine: Quantity, right: Quantity) -> bool:
    """Say whether two figures are one amount; units of one dimension are converted, a count's name does not matter."""
    if mine.unit is None or right.unit is None:
        bare = mine.value == right.value
        share = mine.unit is None and _is(right.unit, Dimension.RATE) and mine.value * 100 == right.value
        return bare or share
    if mine.unit.dimension is not right.unit.dimension:
        return False
    return mine.value * mine.unit.factor == right.value * right.unit.factor


def _is(unit: Unit | None, dimension: Dimension) -> bool:
    return unit is not None and unit.dimension is dimension


def names(text: str, planted: Planted) -> str | None:
    """Return what should stand there where ``text`` is what the trainee says stands there; None where it is not."""
    pairs = ((planted.reported, planted.expected), *planted.alike)
    for reported, expected in pairs:
        if _same(text, reported, planted.unit):
            return expected
    if fold(planted.reported) in _NOTHING:
        told = fold(text)
        things = (fold(planted.expected), fold(planted.quote))
        if told in _NOTHING or any(told and (told in thing or thing in told) for thing in things):
            return planted.expected
    return None


def _same(text: str, reported: str, unit: str) -> bool:
    """Say whether a text names what is reported; a figure without its unit names it as well as one with it."""
    right, mine = quantity(reported, unit), quantity(text)
    if right is not None and mine is not None:
        return same_figure(mine, right)
    told, stands = fold(text), fold(reported)
    return bool(told) and (told == stands or (right is None and stands not in _NOTHING and stands in told))


def is_right(answer: str, expected: str, planted: Planted) -> bool:
    """Say whether the correction is right, by what the key accepts for this error."""
    told = fold(answer)
    accept = planted.accept
    if not told:
        return False
    if accept.how == "any":
        return told != fold(planted.reported)
    if accept.how == "words":
        return any(_holds(told, fold(words)) for words in (expected, *accept.values))
    if accept.how == "below":
        return told == fold(expected) or _is_below(told, Decimal(accept.values[0]))
    mine = quantity(answer, planted.unit)
    if mine is None:
        return told == fold(expected)
    right = (quantity(text, planted.unit) for text in (expected, *accept.values))
    if planted.unit:
        return any(figure is not None and same_figure(mine, figure) for figure in right)
    # The unit itself is in question, or it is a count whose name stands in the words around it.
    return any(
        figure is not None and same_figure(mine, figure) and (figure.unit is None or mine.unit is not None)
        for figure in right
    )


def _holds(told: str, words: str) -> bool:
    return words in told or (len(told) >= 4 and told in words)


def _is_below(told: str, bound: Decimal) -> bool:
    figures = [token.quantity for token in tokens(told) if token.quantity is not None]
    if len(figures) != 1:
        return False
    value = figures[0].value
    under = any(fold(word) in told for word in _UNDER) and not any(
        word in told for word in ("不低于", "不少于", "不小于")
    )
    return value < bound or (value == bound and under)
