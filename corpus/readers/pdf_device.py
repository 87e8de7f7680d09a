"""pdfminer.six → pages of glyphs and ruling lines. No layout is analysed here, and none is paid for."""

from __future__ import annotations

import io
import logging
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import int_value, stream_value
from pdfminer.utils import Matrix, apply_matrix_pt, apply_matrix_rect

from corpus.errors import InputError
from corpus.readers.pdf_limits import MOST_GLYPHS, bound_pdfminer
from corpus.readers.pdf_page import UNREADABLE, Glyph, Page, Rule, upright
from corpus.readers.pdf_sight import SMALLEST, Sight, is_white, settled, sight_of

log = logging.getLogger(__name__)

_MOST_PAGES = 3000
_THICKEST = 3.0
_TILT = 0.7
_SHORTEST_CONTENT = 20
_DAMAGED = "PDF 文件已损坏或不完整，无法读取；请重新导出或重新下载后再试"
_RADICALS = dict(
    zip(
        "⺟⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⻄⻙⻑⺠⻁",
        "母见角贝车长门青页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟西韦長民虎",
        strict=True,
    )
)


# Marks of the symbol fonts stand in the private use area; what else stands there has no meaning of its own.
_SIGNS = dict(
    zip("\uf0b7\uf06c\uf06e\uf0d8\uf075\uf0fc\uf0fe\uf0a8\uf06f\uf052\uf0e0", "•●■▶◆√☑□□☑→", strict=True)
)


def read_pages(data: bytes, password: str | None) -> Iterator[Page]:
    """Yield every page of a PDF.

    Raises: InputError if the file is encrypted, damaged, without pages or far too long.
    """
    document = opened(data, password)
    manager = PDFResourceManager()
    device = _Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    try:
        sheets = list(PDFPage.create_pages(document))
    except InputError:
        raise
    except Exception as error:  # pdfminer answers damage with errors of every kind
        raise InputError(_DAMAGED) from error
    if not sheets:
        raise InputError("PDF 中没有任何页面；请检查文件是否完整")
    if len(sheets) > _MOST_PAGES:
        raise InputError(f"PDF 共 {len(sheets)} 页，超过 {_MOST_PAGES} 页的上限；请拆分后再试")
    for number, sheet in enumerate(sheets, start=1):
        device.open(number)
        try:
            interpreter.process_page(sheet)
        except InputError:
            raise
        except Exception as error:  # as above; what was read of the page so far is kept
            log.warning("page %d is damaged: %r", number, error)
            device.page.damaged = True
        page = device.page
        if not (page.glyphs or page.drawn or page.pictures) and _cannot_be_unpacked(sheet):
            page.damaged = True
        yield upright(settled(device.page))


def _cannot_be_unpacked(sheet: PDFPage) -> bool:
    """Say whether content of a page is there and comes to nothing; pdfminer passes over such streams in silence."""
    for content in sheet.contents:
        try:
            stream = stream_value(content)
            if int_value(stream.attrs.get("Length", 0)) > _SHORTEST_CONTENT and not stream.get_data():
                return True
        except (PDFException, ValueError, TypeError):
            return True
    return False


def opened(data: bytes, password: str | None) -> PDFDocument:
    """Return the file as pdfminer holds it. Raises: InputError if it is encrypted or damaged."""
    bound_pdfminer()
    try:
        return PDFDocument(PDFParser(io.BytesIO(data)), password=password or "")
    except InputError:
        raise
    except PDFPasswordIncorrect as error:
        if password:
            raise InputError("PDF 的打开密码不正确；请核对密码后再试") from error
        raise InputError("PDF 设有打开密码；请提供密码，或取消密码后另存再试") from error
    except PDFEncryptionError as error:
        raise InputError("PDF 的加密方式无法识别，不能读取；请取消加密后另存再试") from error
    except Exception as error:  # pdfminer answers damage with errors of every kind
        raise InputError(_DAMAGED) from error


class _Device(PDFTextDevice):
    """Collects glyphs and rules of the page being drawn."""

    ctm: Matrix

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self._sight = Sight.PLAIN
        self._known: dict[tuple[int, int], tuple[str, float, Any]] = {}
        self.open(0)

    def open(self, number: int) -> None:
        """Begin a page, before anything of it is known."""
        self.page = Page(number, 0.0, 0.0)
        self._grounds: list[tuple[float, float, float, float]] = []
        self._left = self._top = 0.0

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Measure from the top left corner of what is shown of the page."""
        x0, y0, x1, y1 = apply_matrix_rect(ctm, page.cropbox)
        self._left, self._top = min(x0, x1), max(y0, y1)
        self.page.width, self.page.height = abs(x1 - x0), abs(y1 - y0)

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Note how the string is drawn before its characters are."""
        self._sight = sight_of(textstate.render, graphicstate.ncolor)
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_image(self, name: str, stream: Any) -> None:
        """Keep where a picture stands: words may be laid over it."""
        x0, y0, x1, y1 = apply_matrix_rect(self.ctm, (0, 0, 1, 1))
        box = (x0 - self._left, self._top - y1, x1 - self._left, self._top - y0)
        self._grounds.append(box)
        self.page.pictures.append(box)

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Keep one glyph; the box is that of pdfminer's own LTChar."""
        known = self._known.get((id(font), cid))
        if known is None:
            known = self._known[id(font), cid] = (
                _unicode(font, cid),
                font.char_width(cid),
                font.char_disp(cid),
            )
        text, width, shift = known
        advance = width * fontsize * scaling
        if isinstance(shift, tuple):
            vx = fontsize * 0.5 if shift[0] is None else shift[0] * fontsize * 0.001
            vy = (1000 - shift[1]) * fontsize * 0.001
            left, low, right, high = -vx, vy + rise + advance, -vx + fontsize, vy + rise
        else:
            low = font.get_descent() * fontsize + rise
            left, right, high = 0.0, advance, low + fontsize
        if not text:
            return advance
        a, b, c, d, e, f = matrix
        if b == 0 and c == 0:
            x0, x1, y0, y1 = a * left + e, a * right + e, d * low + f, d * high + f
            turn = 2 if a < 0 and d < 0 else 0
        else:
            x0, y0, x1, y1 = apply_matrix_rect(matrix, (left, low, right, high))
            turn = _turn(a, b)
        if x1 < x0:
            x0, x1 = x1, x0
        if y1 < y0:
            y0, y1 = y1, y0
        self._keep(text, x0 - self._left, self._top - y1, x1 - self._left, self._top - y0, turn)
        return advance

    def _keep(self, text: str, x0: float, top: float, x1: float, bottom: float, turn: int) -> None:
        if x1 <= 0 or bottom <= 0 or x0 >= self.page.width or top >= self.page.height:
            return  # outside of what is shown
        held = self.page.glyphs
        if len(held) > MOST_GLYPHS:
            raise ValueError("far too many characters for one page")  # the page is damaged
        if self._sight is not Sight.PLAIN or max(bottom - top, x1 - x0) < SMALLEST:
            held = self._held(x0, top, x1, bottom)
        if len(text) == 1:
            held.append(Glyph(text, x0, top, x1, bottom, turn))
            return
        step = (x1 - x0) / len(text)
        for index, char in enumerate(text):  # a ligature
            left = x0 + index * step
            held.append(Glyph(char, left, top, left + step, bottom, turn))

    def _held(self, x0: float, top: float, x1: float, bottom: float) -> list[Glyph]:
        """Return where a character belongs that is drawn white, invisibly or too small to be seen."""
        if self._sight is Sight.INVISIBLE:
            return self.page.layer
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        on_ground = any(a <= x <= c and b <= y <= d for a, b, c, d in self._grounds)
        white = self._sight is Sight.WHITE
        return self.page.glyphs if white and on_ground and bottom - top >= SMALLEST else self.page.unseen

    def paint_path(
        self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        """Keep what serves as a ruling line: straight strokes, and filled shapes no thicker than one."""
        points: list[tuple[float, float]] = []
        curved = False
        self.page.drawn = self.page.drawn or stroke or (fill and not is_white(graphicstate.ncolor))
        for operator, *numbers in path:
            if operator == "m":
                self._keep_path(points, stroke, fill and not curved)
                points, curved = [], False
            if operator == "h":
                points += points[:1]
            elif operator in "mlcvy":
                curved = curved or operator in "cvy"
                x, y = apply_matrix_pt(self.ctm, (numbers[-2], numbers[-1]))
                points.append((x - self._left, self._top - y))
        self._keep_path(points, stroke, fill and not curved)
        if fill and not is_white(graphicstate.ncolor):
            self._keep_ground(points)

    def _keep_ground(self, points: list[tuple[float, float]]) -> None:
        """Keep a coloured area, on which white words are meant to be read."""
        if len(points) >= 3:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if min(max(xs) - min(xs), max(ys) - min(ys)) > _THICKEST:
                self._grounds.append((min(xs), min(ys), max(xs), max(ys)))

    def _keep_path(self, points: list[tuple[float, float]], stroke: bool, fill: bool) -> None:
        if len(points) < 2:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if (fill or stroke) and min(x1 - x0, bottom - top) <= _THICKEST:
            # A dot of a dotted line serves either way; alone it is too short to count.
            if bottom - top <= _THICKEST:
                self.page.across.append(Rule((top + bottom) / 2, x0, x1))
            if x1 - x0 <= _THICKEST:
                self.page.down.append(Rule((x0 + x1) / 2, top, bottom))
        elif stroke:
            for (xa, ya), (xb, yb) in pairwise(points):
                if abs(ya - yb) <= _TILT:
                    self.page.across.append(Rule((ya + yb) / 2, min(xa, xb), max(xa, xb)))
                elif abs(xa - xb) <= _TILT:
                    self.page.down.append(Rule((xa + xb) / 2, min(ya, yb), max(ya, yb)))


def _turn(a: float, b: float) -> int:
    """Return the quarter turns to the left of a line of writing that runs in this direction."""
    if abs(b) > abs(a):
        return 1 if b > 0 else 3
    return 0 if a >= 0 else 2


def _unicode(font: PDFFont, cid: int) -> str:
    """Return what a character code stands for: "" for nothing to be seen, U+FFFD where the file does not say."""
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return UNREADABLE
    return "".join(_plain(char) for char in text)


def _plain(char: str) -> str:
    """Some programs write radicals (⽀) and compatibility forms where the ideograph (支) is meant."""
    if char in " \u3000" or "\u4e00" <= char <= "\u9fff":
        return char
    if char.isspace():
        return " "
    if "\ue000" <= char <= "\uf8ff":
        return _SIGNS.get(char, UNREADABLE)
    if "\u2e80" <= char <= "\u2fd5" or "\uf900" <= char <= "\ufaff":
        return _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    kind = unicodedata.category(char)
    if kind == "Cs" or char == "\ufffe":
        return UNREADABLE
    return "" if kind in ("Cc", "Cf") else char
