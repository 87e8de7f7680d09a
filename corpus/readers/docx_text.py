"""The text of one DOCX paragraph: the accepted state, without what no reader of the printed page can see."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.readers.docx_styles import ParagraphStyle, Styles, hidden_reason, is_white
from corpus.readers.docx_xml import DROPPED, MC, WPS, WRAPPERS, A, M, Node, V, W, chosen, val

_MARKS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
# Ticks and boxes are set in symbol fonts; the low byte is the glyph, whatever the private-use page.
_SYMBOLS = {
    "Wingdings": {0x6F: "□", 0xA8: "□", 0xFE: "☑", 0xFD: "☒", 0xFC: "√", 0xFB: "×", 0x6C: "●", 0x6E: "■"},
    "Wingdings 2": {0x52: "☑", 0x53: "☒", 0x50: "√", 0x4F: "×", 0xA3: "□", 0x2A: "□"},
    "Symbol": {0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB8: "÷", 0xB1: "±", 0xB9: "≠", 0xA5: "∞", 0xB7: "•"},
}


@dataclass(slots=True)
class Gathered:
    """What is met on the way through the whole file, told to the user once each."""

    hidden: list[tuple[str, str]] = field(default_factory=list)
    tracked: int = 0
    comments: int = 0
    pictures: int = 0
    objects: int = 0
    charts: int = 0
    symbols: int = 0
    too_deep: int = 0


@dataclass(slots=True)
class Line:
    """One paragraph as read, with its text boxes (and whether they are coloured), and notes as (kind, id).

    ``number`` is its automatic number; ``joined`` says that its mark was deleted, so that it runs on.
    """

    style: ParagraphStyle
    text: str = ""
    number: str = ""
    joined: bool = False
    in_contents: bool = False
    boxes: list[tuple[Node, bool]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    """An open field; ``shown`` once its result has begun."""

    code: str = ""
    shown: bool = False


class TextReader:
    """Reads paragraphs in order; fields may run over several, so their state is kept between calls."""

    def __init__(self, styles: Styles) -> None:
        self.gathered = Gathered()
        self._styles = styles
        self._fields: list[_Field] = []
        self._line = Line(styles.paragraph(None))
        self._properties: Node | None = None
        self._shaded = False

    def read(self, paragraph: Node, shaded: bool) -> Line:
        """Return the visible text of a paragraph; ``shaded`` says that white words stand on a dark ground."""
        self._properties = properties = paragraph.find(W + "pPr")
        self._line = Line(self._styles.paragraph(properties))
        self._line.joined = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        self.gathered.tracked += self._line.joined
        self._shaded = shaded or self._line.style.shaded
        self._walk(paragraph)
        return self._line

    def _walk(self, node: Node) -> None:
        for child in node:
            if child.tag == W + "r":
                self._run(child)
            elif child.tag in DROPPED:
                self.gathered.tracked += 1
            elif child.tag in WRAPPERS:
                self.gathered.tracked += child.tag in (W + "ins", W + "moveTo")
                self._walk(child)
            elif child.tag == MC + "AlternateContent":
                branch = chosen(child)
                if branch is not None:
                    self._walk(branch)
            elif child.tag in (M + "oMath", M + "oMathPara"):
                self._add(_formula(child))

    def _run(self, run: Node) -> None:
        properties = run.find(W + "rPr")
        sources = self._styles.run_sources(properties, self._properties)
        reason = hidden_reason(sources, self._shaded)
        before = self._line.text
        for child in run:
            self._piece(child)
        if reason is not None:
            added = self._line.text[len(before) :]
            self._line.text = before
            if added.strip():
                self._hide(reason, added)

    def _hide(self, reason: str, text: str) -> None:
        """Keep a hidden stretch apart; one that Word cut into several runs stays one."""
        known = self.gathered.hidden
        if known and known[-1][0] == reason:
            known[-1] = (reason, known[-1][1] + text)
        else:
            known.append((reason, text))

    def _piece(self, node: Node) -> None:
        tag = node.tag
        if tag == W + "t":
            self._add(node.text or "")
        elif tag in _MARKS:
            self._add(_MARKS[tag])
        elif tag == W + "br":
            if val(node, "type") in (None, "textWrapping"):
                self._add("\n")
        elif tag == W + "sym":
            self._add(self._symbol(node))
        elif tag == W + "fldChar":
            self._field(val(node, "fldCharType"))
        elif tag == W + "instrText":
            if self._fields:
                self._fields[-1].code += node.text or ""
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            self._line.notes.append((tag[len(W) : -len("Reference")], val(node, "id") or ""))
        elif tag == W + "commentReference":
            self.gathered.comments += 1
        elif tag == W + "ruby":
            base = node.find(W + "rubyBase")
            if base is not None:
                self._walk(base)
        elif tag == MC + "AlternateContent":
            branch = chosen(node)
            for child in branch if branch is not None else ():
                self._piece(child)
        elif tag in (W + "drawing", W + "pict", W + "object"):
            self._graphic(node)

    def _graphic(self, node: Node) -> None:
        boxes = list(_outermost(node))
        coloured = bool(boxes) and _coloured(node)
        self._line.boxes.extend((box, coloured) for box in boxes)
        drawn = {child.get("uri") or "" for child in node.iter(A + "graphicData")}
        if node.tag == W + "object":
            self.gathered.objects += 1
        elif any(uri.endswith(("/chart", "/diagram", "/chartex")) for uri in drawn):
            self.gathered.charts += 1
        elif not boxes and (any(True for _ in node.iter(A + "blip", V + "imagedata"))):
            self.gathered.pictures += 1

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, text: str) -> None:
        if any(not field.shown for field in self._fields):
            return
        self._line.text += text
        if any(field.code.strip().upper().startswith("TOC") for field in self._fields):
            self._line.in_contents = True

    def _symbol(self, node: Node) -> str:
        try:
            code = int(val(node, "char") or "", 16)
        except ValueError:
            code = 0
        known = _SYMBOLS.get(val(node, "font") or "", {}).get(code & 0xFF)
        if known is None:
            self.gathered.symbols += 1
        return known or ""


def _outermost(node: Node) -> list[Node]:
    """Return the text boxes of a drawing, without those inside another or in a fallback."""
    found: list[Node] = []
    for child in node:
        if child.tag == W + "txbxContent":
            found.append(child)
        elif child.tag == MC + "AlternateContent":
            branch = chosen(child)
            found.extend(_outermost(branch) if branch is not None else ())
        else:
            found.extend(_outermost(child))
    return found


def _coloured(node: Node) -> bool:
    """Say whether a drawing fills its text box with a colour on which white words are meant to be read."""
    for shape in node.iter(WPS + "spPr"):
        for fill in (
            child for child in shape if child.tag in (A + "solidFill", A + "gradFill", A + "blipFill")
        ):
            plain = fill.find(A + "srgbClr")
            scheme = fill.find(A + "schemeClr")
            if plain is not None:
                return not is_white(plain.get("val"))
            return scheme is None or scheme.get("val") not in ("bg1", "lt1")
    colours = [shape.get("fillcolor") for shape in node.iter(V + "shape", V + "rect", V + "roundrect")]
    return any(colour not in (None, "white", "window", "#ffffff", "#FFFFFF") for colour in colours)


def _formula(node: Node) -> str:
    """Return a formula as one line; a fraction as numerator/denominator."""
    if node.tag == M + "t":
        return node.text or ""
    if node.tag == M + "f":
        top, bottom = node.find(M + "num"), node.find(M + "den")
        return f"{_part(top)}/{_part(bottom)}"
    return "".join(_formula(child) for child in node)


def _part(node: Node | None) -> str:
    text = "" if node is None else _formula(node)
    return f"（{text}）" if any(sign in text for sign in "+-−×÷*/") else text
