"""The image of a page: set straight, its ruling lines found and taken out. Pixels only; no words."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from corpus.errors import InputError
from corpus.readers.pdf_page import Rule
from corpus.readers.scan_lines import DOT_GAP, DPI, SHORTEST_DOWN, Line, cut, doubled, joins, met, reaching

Gray = npt.NDArray[np.uint8]

DARK = 150
"""The brightness below which a pixel is ink."""

_STEEPEST = 4.0
_STEP, _FINE_STEP = 0.1, 0.02
_SMALL_SIDE = 1200
_INK = 160
_TOP = 0.85
_LEVEL_ENOUGH = 0.03
_SHORTEST_ACROSS = 56
_THICKEST = 12
_BRIDGE = 4
_DOT = (40, 8)
_STROKE = 4
_CROSSING = 44
_DASH_GAP = 9
_FEWEST_GAPS = 2
_ARM = 5
_SHORTEST_DOTTED = 110
_FEWEST_CLEARED = 90
_MOST_PIXELS = 120_000_000
_LONGEST_SIDE = 3600
_A4 = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A page without its ruling lines, and these lines. Units: rules in PDF points, the image in pixels."""

    image: Gray
    across: list[Rule]
    down: list[Rule]


def decoded(data: bytes) -> Gray:
    """Return a picture file as a gray image at about the resolution for reading a page of A4.

    Raises: InputError if it is damaged or far too large.
    """
    try:
        with Image.open(io.BytesIO(data)) as opened:
            pixels = opened.width * opened.height
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise InputError("图片太大或已损坏，无法读取；请重新扫描或另存后再试") from error
    if pixels > _MOST_PIXELS:
        raise InputError("图片太大，无法读取；请缩小到每页 300 dpi 以内后再试")
    try:
        found = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)
    except cv2.error as error:
        raise InputError("图片太大或已损坏，无法读取；请重新扫描或另存后再试") from error
    if found is None:
        raise InputError("图片已损坏，无法读取；请重新扫描或另存后再试")
    image: Gray = np.asarray(found, np.uint8)
    height, width = image.shape
    wanted = (_A4[0] if width <= height else _A4[1]) / 72 * DPI
    scale = min(wanted / width, _LONGEST_SIDE / max(width, height))
    if not 0.9 <= scale <= 1.1:
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        image = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=way), np.uint8)
    return image


def shrunk(image: Gray, scale: float) -> Gray:
    """Return a smaller copy; thin strokes survive."""
    if scale >= 1.0:
        return image
    return np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def tilt_of(image: Gray) -> float:
    """Return by how much the lines of a page fall to the right. Units: radians, at most some degrees.

    Straight lines of print make the rows of an image differ most from one another.
    """
    small = shrunk(image, min(1.0, _SMALL_SIDE / max(image.shape)))
    height, width = small.shape
    ys, xs = np.nonzero(small < _INK)
    if not len(ys):
        return 0.0
    # Whole numbers would make the unturned image seem the sharpest.
    places = ys + np.random.default_rng(0).uniform(-0.5, 0.5, len(ys))
    weights = 255.0 - small[ys, xs]

    def sharpness(degrees: float) -> float:
        turned = places - (xs - width / 2) * math.tan(math.radians(degrees))
        rows = np.bincount(np.clip(turned, 0, height - 1).astype(np.intp), weights, height)
        return float(np.square(np.diff(rows)[2:-2]).sum())

    coarse = max(np.arange(-_STEEPEST, _STEEPEST + _STEP, _STEP), key=sharpness)
    around = np.arange(coarse - 4 * _STEP, coarse + 4 * _STEP, _FINE_STEP)
    values = np.array([sharpness(degrees) for degrees in around])
    weights_of = np.clip(values - _TOP * values.max(), 0, None)  # the top is flat: its middle is the tilt
    fine = float((around * weights_of).sum() / weights_of.sum()) if weights_of.sum() else 0.0
    return 0.0 if abs(fine) < _LEVEL_ENOUGH else math.radians(fine)


def straightened(image: Gray, tilt: float) -> Gray:
    """Return a page turned about its middle so that its lines run level."""
    return image if tilt == 0.0 else np.asarray(_turned(image, math.degrees(tilt), 255), np.uint8)


def _turned(image: npt.NDArray[Any], degrees: float, border: int, *, aside: float = 0.0) -> npt.NDArray[Any]:
    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned = cv2.warpAffine(
        image,
        matrix,
        (width, height),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=border,
    )
    return np.asarray(turned)


def ruled(image: Gray) -> Ruled:
    """Find the ruling lines of a straight page and take them out of it, so that no letter touches one."""
    dark = cv2.adaptiveThreshold(image, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    dots, upright_dots = _dots(dark)
    level = _lines(dark, across=True) + _dotted(dots, across=True)
    upright = _lines(dark, across=False)
    for line in _dotted(upright_dots, across=False):
        upright += _dashed_rows(dark, line, level)
    level = [reaching(line, upright) for line in level]
    cleared = image.copy()
    for line in level:
        if line.end - line.start >= _FEWEST_CLEARED:
            _clear(cleared, line)
    for line in upright:
        if line.end - line.start >= _FEWEST_CLEARED or joins(line, level):
            _clear(cleared.T, line)
    across, doubles = doubled([(line.rule, line.thick) for line in level])
    return Ruled(cleared, across, cut([line.rule for line in upright], doubles))


def _clear(image: Gray, line: Line) -> None:
    """Take a level line out of an image, or an upright one out of the image turned over."""
    top = round(line.at - line.wide / 2)
    image[max(top - 1, 0) : top + line.wide + 1, max(line.start - 1, 0) : line.end + 1] = 255


def _lines(dark: npt.NDArray[Any], *, across: bool) -> list[Line]:
    """Return the lines of one direction that are drawn through."""
    shortest = _SHORTEST_ACROSS if across else SHORTEST_DOWN
    bridged = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, _kernel(_BRIDGE, across))
    return _found(
        cv2.morphologyEx(bridged, cv2.MORPH_OPEN, _kernel(shortest, across)), shortest, across=across
    )


def _dotted(dots: npt.NDArray[Any], *, across: bool) -> list[Line]:
    """Return the lines of one direction that are made of dots or dashes, and of their crossings without the arms."""
    joined = cv2.morphologyEx(dots, cv2.MORPH_CLOSE, _kernel(DOT_GAP, across))
    opened = cv2.morphologyEx(joined, cv2.MORPH_OPEN, _kernel(SHORTEST_DOWN, across))
    return _found(opened, _SHORTEST_DOTTED if across else SHORTEST_DOWN, across=across)


def _kernel(length: int, across: bool) -> npt.NDArray[Any]:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_RECT, (length, 1) if across else (1, length)))


def _dots(dark: npt.NDArray[Any]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """Return the specks of a page alone of which level and upright lines are made: dots, dashes and their crossings."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    stats[0] = max(dark.shape)  # the ground
    widths, heights = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    long, thick = _DOT
    level, upright = (widths <= long) & (heights <= thick), (heights <= long) & (widths <= thick)
    longest = np.maximum(widths, heights)
    both = (np.minimum(widths, heights) > _STROKE) & (longest > thick) & (longest <= _CROSSING)
    for label in np.flatnonzero(both):
        left, top, width, height = stats[label, : cv2.CC_STAT_AREA].tolist()
        if _is_crossing(labels[top : top + height, left : left + width] == label):
            level[label] = upright[label] = True
    return np.asarray(level[labels] * 255, np.uint8), np.asarray(upright[labels] * 255, np.uint8)


def _is_crossing(ink: npt.NDArray[np.bool_]) -> bool:
    """Say whether a speck is nothing but a level and an upright stroke: where dashes of two lines meet."""
    row, column = int(ink.sum(axis=1).argmax()), int(ink.sum(axis=0).argmax())
    rest = ink.copy()
    rest[max(row - _ARM, 0) : row + _ARM + 1] = False
    rest[:, max(column - _ARM, 0) : column + _ARM + 1] = False
    return not rest.any()


def _dashed_rows(dark: npt.NDArray[Any], line: Line, level: Sequence[Line]) -> list[Line]:
    """Return the stretches of an upright line of specks that are dashes from one level line to another.

    A digit 1 is such a speck too, but stands alone in its row, or farther from the next one than dashes do.
    """
    at = round(line.at)
    found: list[Line] = []
    for top, bottom in pairwise(met(line, level)):
        inked = np.flatnonzero(dark[top : bottom + 1, max(at - 2, 0) : at + 3].any(axis=1))
        gaps = np.diff(inked, prepend=0, append=bottom - top) - 1
        if gaps.max() > _DASH_GAP or (gaps > 0).sum() < _FEWEST_GAPS:
            continue
        if found and found[-1].end == top:
            found[-1] = found[-1]._replace(end=bottom)
        else:
            found.append(line._replace(start=top, end=bottom))
    return found


def _found(mask: npt.NDArray[Any], shortest: int, *, across: bool) -> list[Line]:
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found: list[Line] = []
    for left, top, width, height, area in stats[1:count].tolist():
        length, wide = (width, height) if across else (height, width)
        if wide <= _THICKEST and length >= shortest:  # else a picture, a stamp, a black border
            at, start = (top + height / 2, left) if across else (left + width / 2, top)
            found.append(Line(at, start, start + length, area / length, wide))
    return found
