"""The words around a figure in a sentence: before it, behind it, before its bracket, and what opens the bracket."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.facts.fact import FactKind
from rules.facts.kinds import kind_of
from rules.numbers.numerals import Token

_DELIMITER = "，；：。,;"
_OPEN, _CLOSE = "（(", "）)"
_OPENING = re.compile(
    r"^[，、\s]*(其中|含|包括|主要是|主要为|主要用于|主要包括|具体为|具体是|具体包括|分别为|分别是)[：:，]?"
)
_OF_A_CLASS = re.compile("(?:以[上下])?的(?:共?有|共|为|仅|只有)?")
_NO_NAME = re.compile(r"(?:预算)?(?:执行率|完成率|占比|达|为|约|共|计|支出|预算|得分|满分|标准分|分值|权重)*")


def follows_a_semicolon(text: str, offset: int) -> bool:
    """Say whether the sentence at the offset follows a semicolon, so that it shares the frame of the one before."""
    return text[:offset].rstrip()[-1:] in ("；", ";")


def is_factor(text: str, token: Token) -> bool:
    """Say whether a figure is the ×100% of a formula."""
    return bool(re.search(r"[×xX*＊]\s*$", text[: token.start])) and text[token.start : token.end].startswith(
        "100"
    )


def is_cell(text: str, figures: list[Token], index: int) -> bool:
    """Say whether only white space parts a figure from its neighbour: a row of a flattened table, no sentence."""
    after = text[figures[index].end : figures[index + 1].start] if index + 1 < len(figures) else "-"
    before = text[figures[index - 1].end : figures[index].start] if index else "-"
    return (after.isspace() or before.isspace()) or "\t" in before + after


def opening_word(text: str) -> str:
    """Return the word that opens what is said of a whole (其中, 含, 分别为); empty where none does."""
    match = _OPENING.match(text)
    return match.group(1) if match else ""


def brackets_of(text: str, figures: list[Token]) -> list[tuple[int, int]]:
    """Return the bracket pairs that hold a figure; the others, like （境）, are part of a word."""
    pairs: list[tuple[int, int]] = []
    open_at: list[int] = []
    for at, character in enumerate(text):
        if character in _OPEN:
            open_at.append(at)
        elif character in _CLOSE and open_at:
            start = open_at.pop()
            if any(start < token.start and token.end <= at for token in figures):
                pairs.append((start, at))
    pairs.extend((start, len(text)) for start in open_at)
    return sorted(pairs)


def lead_of(text: str, previous: int, start: int, brackets: list[tuple[int, int]]) -> str:
    """Return the words before a figure, back to the last delimiter, bracket or figure (which ends at ``previous``)."""
    edges = {edge for pair in brackets for edge in pair}
    at = start
    while at > previous:
        character = text[at - 1]
        if character in _DELIMITER and not (character in "，,：:" and text[at:start].strip() == ""):
            break
        if at - 1 in edges:
            break
        at -= 1
    return text[at:start].strip(" \u3000，、：:")


def says_no_name(words: str) -> bool:
    """Say whether words before a figure name no thing: 执行率, 占比, 得分."""
    return _NO_NAME.fullmatch(words) is not None


def lead_before_bracket(text: str, previous: int, start: int, brackets: list[tuple[int, int]]) -> str:
    """Return the name before the bracket that holds a bare figure: 水质监测（96.43%），巡测（执行率 88.1%）."""
    own = lead_of(text, previous, start, brackets)
    opened = [a for a, b in brackets if previous <= a < start <= b]
    if not opened or text[opened[-1] + 1 : start].strip() != own:
        return own
    name = lead_of(text, previous, opened[-1], brackets)
    return f"{re.split('[、]|(?<=[^一])和', name)[-1]}{own}" if name else own


def tail_of(text: str, end: int, limit: int) -> str:
    """Return the words behind a figure, up to the next delimiter or bracket; ``limit`` is where the next figure begins."""
    at = end
    while at < limit and text[at] not in _DELIMITER + _OPEN + _CLOSE:
        at += 1
    return text[end:at].strip()


def is_bound_of_class(tail: str, figures: Sequence[Token]) -> bool:
    """Say whether the first of two figures only bounds what the second counts: 执行率100%的12个, 低于90%的有3个."""
    kinds = [kind_of(figure.quantity) for figure in figures if figure.quantity is not None]
    return _OF_A_CLASS.fullmatch(tail) is not None and kinds == [FactKind.RATE, FactKind.COUNT]
