"""Building HTML that is escaped by construction: text of a document can never become markup.

Gradio puts a component's value into ``innerHTML``; so nothing that comes from a document or a model reaches a
component but through ``element`` or ``escaped``.
"""

from __future__ import annotations

import html
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


Child = str | Iterable["Child"] | None
Attribute = str | int | float | bool | Mapping[str, object] | Sequence[object] | None

_VOID = frozenset(("br", "hr", "img", "input"))
_KEPT = "\n\t"


def escaped(text: str) -> Html:
    """Return text as HTML. A control character or one that turns the direction of writing becomes U+FFFD.

    One character stays one character, so that offsets into a document's text hold on the screen.
    """
    return text if isinstance(text, Html) else Html(html.escape(visible(text), quote=True))


def visible(text: str) -> str:
    """Return text with each character that could steer the screen replaced."""
    if text.isprintable():
        return text
    return "".join("\ufffd" if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") and char not in _KEPT


def element(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """Return one element. Strings among the children are escaped unless they are ``Html``; None is left out.

    Attributes: ``class_`` is ``class``, ``data_page`` is ``data-page``; True is a bare attribute, None and False leave
    it out, a mapping or list is written as JSON.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{joined(children)}</{name}>")


def joined(children: Iterable[Child]) -> Html:
    """Return the children one after another."""
    parts: list[str] = []
    for child in children:
        if child is None:
            continue
        parts.append(escaped(child) if isinstance(child, str) else joined(child))
    return Html("".join(parts))


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, (Mapping, list, tuple)) else str(value)
    return f' {name}="{escaped(text)}"'
