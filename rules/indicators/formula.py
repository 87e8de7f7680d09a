"""The grammar of indicator formulas: arithmetic over named figures, parsed to a tree and never run as code.

```
sum     = product { ("+" | "−") product }
product = signed { ("×" | "÷") signed }
signed  = "−" signed | number [ "%" ] | name | function "(" sum { "," sum } ")" | "(" sum ")"
```

Signs may be written as people type them (``-`` ``–`` ``*`` ``x`` ``/``, full-width forms); ``100%`` is 1. A name is a
term of a pack (编制数), an indicator, or an identifier: thing, stage and, if wished, ``prior`` and fund
(``三公经费.executed.prior``, ``收支总计.adjusted_budget@一般公共预算``). A name with brackets or signs in it stands in
``[ ]``. Functions: ``min``, ``max``, ``abs``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from rules.errors import FormulaError

FUNCTIONS = {"min": (2, 9), "max": (2, 9), "abs": (1, 1)}
"""The functions with the least and the most of their arguments."""

_LONGEST = 400
_DEEPEST = 40
_SIGNS = str.maketrans(
    {
        "＋": "+", "-": "−", "－": "−", "–": "−", "—": "−", "*": "×", "＊": "×", "✕": "×", "/": "÷", "／": "÷",
        "（": "(", "）": ")", "，": ",", "％": "%", "．": ".", "［": "[", "］": "]",
        **{chr(ord("０") + digit): str(digit) for digit in range(10)},
    }
)  # fmt: skip
# A sign of multiplication typed as x stands between a Chinese word and a figure or bracket.
_NAME = (
    r"[\u4e00-\u9fffA-Za-z_“”](?:(?!(?<![A-Za-z])[xX]\s*[\d\[(])[\u4e00-\u9fff\w“”·])*"
    r"(?:\.[a-z_]+){0,2}(?:@[\u4e00-\u9fff]+)?"
)
_TOKEN = re.compile(
    r"(?P<space>[\s　]+)|(?P<number>\d+(?:\.\d+)?)|\[(?P<quoted>[^\[\]]+)\]"
    r"|(?P<times>[xX](?![A-Za-z_\u4e00-\u9fff]))"
    rf"|(?P<name>{_NAME})"
    r"|(?P<sign>[+−×÷(),%])"
)
_PLAIN = re.compile(_NAME)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the formula itself; ``percent`` says that it was written with a sign of per cent."""

    value: Decimal
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A figure of the report, or another indicator, by name."""

    text: str


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus something."""

    of: Node


@dataclass(frozen=True, slots=True)
class Binary:
    """Two things and the sign between them: ``+`` ``−`` ``×`` ``÷``."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    function: str
    arguments: tuple[Node, ...]


Node = Number | Name | Negative | Binary | Call


@lru_cache(maxsize=1024)
def parse(text: str) -> Node:
    """Return the tree of a formula. Raises: FormulaError that says at which character, and what was expected."""
    if len(text) > _LONGEST:
        raise FormulaError(f"算式过长（{len(text)} 字），上限 {_LONGEST} 字")
    reader = _Reader(list(_tokens(text)))
    node = reader.sum(0)
    if reader.kind is not None:
        raise FormulaError(f"第 {reader.at} 字起的“{reader.token}”多余：此处应为 + − × ÷ 或算式结束")
    return node


def show(node: Node, names: Mapping[str, str] | None = None) -> str:
    """Write a formula out, names replaced by what ``names`` holds for them; with no more brackets than it needs."""
    return _shown(node, names or {}, 0)


def names_of(node: Node) -> tuple[str, ...]:
    """Return the names in a formula, each once, in order."""
    return tuple(dict.fromkeys(_names(node)))


def turned(node: Node) -> Node | None:
    """Return the formula with numerator and denominator of its quotient changed for one another, or None."""
    if isinstance(node, Binary) and node.sign == "÷" and names_of(node.left) and names_of(node.right):
        return Binary("÷", node.right, node.left)
    if isinstance(node, Binary) and node.sign == "×":
        left, right = turned(node.left), turned(node.right)
        if left is not None:
            return Binary("×", left, node.right)
        if right is not None:
            return Binary("×", node.left, right)
    return None


def _names(node: Node) -> Iterator[str]:
    match node:
        case Name(text):
            yield text
        case Negative(of):
            yield from _names(of)
        case Binary(_, left, right):
            yield from _names(left)
            yield from _names(right)
        case Call(_, arguments):
            for argument in arguments:
                yield from _names(argument)
        case Number():
            return


_STRENGTH = {"+": 1, "−": 1, "×": 2, "÷": 2}


def _shown(node: Node, names: Mapping[str, str], outer: int) -> str:
    match node:
        case Number(value, percent):
            return f"{value:f}{'%' if percent else ''}"
        case Name(text):
            return names.get(text) or (text if _PLAIN.fullmatch(text) else f"[{text}]")
        case Negative(of):
            return f"−{_shown(of, names, 3)}" if outer < 2 else f"({_shown(node, names, 0)})"
        case Call(function, arguments):
            return f"{function}({', '.join(_shown(argument, names, 0) for argument in arguments)})"
        case Binary(sign, left, right):
            own = _STRENGTH[sign]
            text = f"{_shown(left, names, own)} {sign} {_shown(right, names, own + 1)}"
            return f"({text})" if own < outer else text


def _tokens(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield position (from 1), kind and text of each token."""
    at = 0
    folded = text.translate(_SIGNS)
    while at < len(folded):
        found = _TOKEN.match(folded, at)
        if found is None:
            raise FormulaError(f"第 {at + 1} 字“{text[at]}”不能用在算式里；可用：名称、数、+ − × ÷ ( ) %")
        kind = found.lastgroup or ""
        if kind == "times":
            yield at + 1, "sign", "×"
        elif kind != "space":
            quoted = kind == "quoted"
            yield (
                at + 1,
                "name" if quoted else kind,
                text[at + 1 : found.end() - 1] if quoted else found[kind],
            )
        at = found.end()


class _Reader:
    def __init__(self, tokens: list[tuple[int, str, str]]) -> None:
        self._tokens = tokens
        self._next = 0

    @property
    def kind(self) -> str | None:
        return self._tokens[self._next][1] if self._next < len(self._tokens) else None

    @property
    def token(self) -> str:
        return self._tokens[self._next][2] if self._next < len(self._tokens) else ""

    @property
    def at(self) -> int:
        return self._tokens[self._next][0]

    def sum(self, depth: int) -> Node:
        node = self._product(depth)
        while self.kind == "sign" and self.token in "+−":
            node = Binary(self._take(), node, self._product(depth))
        return node

    def _product(self, depth: int) -> Node:
        node = self._signed(depth)
        while self.kind == "sign" and self.token in "×÷":
            node = Binary(self._take(), node, self._signed(depth))
        return node

    def _signed(self, depth: int) -> Node:
        if depth > _DEEPEST:
            raise FormulaError(f"括号层数过多，上限 {_DEEPEST} 层")
        if self.kind == "sign" and self.token == "−":
            self._take()
            return Negative(self._signed(depth + 1))
        if self.kind == "number":
            value = Decimal(self._take())
            percent = self.kind == "sign" and self.token == "%"
            if percent:
                self._take()
            return Number(value, percent)
        if self.kind == "name":
            return self._name(depth)
        if self.kind == "sign" and self.token == "(":
            self._take()
            node = self.sum(depth + 1)
            self._expect(")")
            return node
        raise FormulaError(self._wanted("名称、数或左括号"))

    def _name(self, depth: int) -> Node:
        name = self._take()
        if name not in FUNCTIONS or self.token != "(":
            return Name(name)
        self._take()
        arguments = [self.sum(depth + 1)]
        while self.kind == "sign" and self.token == ",":
            self._take()
            arguments.append(self.sum(depth + 1))
        self._expect(")")
        least, most = FUNCTIONS[name]
        if not least <= len(arguments) <= most:
            raise FormulaError(f"{name} 应有 {least} 至 {most} 个参数，实为 {len(arguments)} 个")
        return Call(name, tuple(arguments))

    def _take(self) -> str:
        token = self.token
        self._next += 1
        return token

    def _expect(self, sign: str) -> None:
        if self.kind != "sign" or self.token != sign:
            raise FormulaError(self._wanted(f"“{sign}”"))
        self._take()

    def _wanted(self, expected: str) -> str:
        if self.kind is None:
            return f"算式末尾不完整：此处应为{expected}"
        return f"第 {self.at} 字“{self.token}”处应为{expected}"
