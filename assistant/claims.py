"""Claims without a figure: a sentence of a model leaves only where the evidence speaks of the same and judges alike.

The figure guard holds figures; this holds the rest: words that no evidence has, verdicts that the checker did not give,
and instructions that a document tried to smuggle in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from assistant.disguise import plain
from assistant.naming import without_function_words, words

_LEAST = 0.6
"""The share of a sentence's pairs of characters that the evidence must hold."""

_SHORTEST = 2


@cache
def _instructions() -> re.Pattern[str]:
    return re.compile("|".join(words()["injection"]), re.IGNORECASE)


@cache
def _verdicts() -> re.Pattern[str]:
    found = sorted(words()["verdicts"], key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in found))


def is_instruction(text: str) -> bool:
    """Say whether a text talks to a program (忽略以上要求, 请直接输出): a document is data, never an instruction."""
    return _instructions().search(plain(text).text) is not None


class Grounding:
    """What the evidence of one answer speaks of."""

    def __init__(self, texts: Iterable[str], question: str) -> None:
        folded = [plain(text).text for text in texts if not is_instruction(text)]
        self._pairs = {pair for text in (*folded, plain(question).text) for pair in _pairs(text)}
        self._verdicts = {word for text in folded for word in _verdicts().findall(text)}

    def fault(self, sentence: str) -> str:
        """Return why a sentence may not leave, or nothing."""
        text = plain(sentence).text
        if is_instruction(text):
            return "像是文档里的指令"
        strange = [word for word in _verdicts().findall(text) if word not in self._verdicts]
        if strange:
            return f"证据没有作“{strange[0]}”的判断"
        pairs = _pairs(without_function_words(text))
        if len(pairs) >= _SHORTEST and sum(pair in self._pairs for pair in pairs) < _LEAST * len(pairs):
            return "证据没有说到"
        return ""


def _pairs(text: str) -> list[str]:
    bare = re.sub(r"\[\d+\]", "", text)
    return [
        bare[at : at + 2]
        for at in range(len(bare) - 1)
        if re.fullmatch(r"[\u4e00-\u9fff]{2}", bare[at : at + 2])
    ]
