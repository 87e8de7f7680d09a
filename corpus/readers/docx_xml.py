"""The few names of WordprocessingML that the DOCX reader needs, and what of an XML element it relies on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"

# Wrappers that hold what their parent could hold; content behind them is read as if they were not there.
WRAPPERS = frozenset(
    {W + "sdt", W + "sdtContent", W + "customXml", W + "smartTag", W + "ins", W + "moveTo", W + "hyperlink"}
    | {W + "fldSimple", W + "dir", W + "bdo", MC + "Choice", MC + "Fallback"}
)
DROPPED = frozenset({W + "del", W + "moveFrom"})


class Node(Protocol):
    """An XML element, as lxml gives it."""

    tag: Any
    text: str | None

    def get(self, key: str, default: None = None) -> str | None:
        """Return an attribute."""

    def find(self, path: str) -> Node | None:
        """Return the first match of a path below."""

    def iter(self, *tags: str) -> Iterator[Node]:
        """Yield this element and all below with these tags, in document order."""

    def __iter__(self) -> Iterator[Node]:
        """Yield the children."""


def val(node: Node | None, name: str = "val") -> str | None:
    """Return a ``w:`` attribute of a possibly absent element."""
    return None if node is None else node.get(W + name)


def number(text: str | None) -> int | None:
    """Return an attribute as a whole number, None where absent or malformed."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switch(properties: Node | None, name: str) -> bool | None:
    """Return an on/off property (w:vanish and the like): None where it is not stated."""
    node = None if properties is None else properties.find(W + name)
    return None if node is None else val(node) not in ("0", "false", "off")


def children(node: Node, *tags: str) -> Iterator[Node]:
    """Yield the children with these tags as accepted: through wrappers, without what was deleted."""
    for child in node:
        if child.tag in tags:
            yield child
        elif child.tag == MC + "AlternateContent":
            choice = chosen(child)
            if choice is not None:
                yield from children(choice, *tags)
        elif child.tag in WRAPPERS:
            yield from children(child, *tags)


def chosen(alternate: Node) -> Node | None:
    """Return the one branch of mc:AlternateContent that is shown; the branches say the same thing twice."""
    choice = alternate.find(MC + "Choice")
    return choice if choice is not None else alternate.find(MC + "Fallback")
