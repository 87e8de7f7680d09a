"""The image of a page: set straight, its ruling lines found and taken out. Pixels only; no words."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from corpus.errors import InputError
from corpus.readers.pdf_page import Rule

Gray = npt.NDArray[np.uint8]

DPI = 200
"""The resolution at which pages are read. Units: pixels an inch."""

DARK = 150
"""The brightness below which a pixel is ink."""

_STEEPEST = 4.0
_STEP, _FINE_STEP = 0.1, 0.02
_SMALL_SIDE = 1200
_INK = 160
_TOP = 0.85
_LEVEL_ENOUGH = 0.03
_SHORTEST_ACROSS, _SHORTEST_DOWN = 56, 44
_THICKEST = 12
_BRIDGE = 4
_DOT = (16, 8)
_DOT_GAP = 15
_SHORTEST_DOTTED = 110
_FEWEST_CLEARED = 90
_LONG = 100.0
_TWICE = 1.7
_FEWEST_FOR_TWO = 4.5
_CLOSE = 4.0
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
    cleared = image.copy()
    across, doubles = _doubled(_lines(dark, cleared, across=True))
    down = [rule for rule, _ in _lines(dark, cleared, across=False)]
    return Ruled(cleared, across, _cut(down, doubles))


def _doubled(lines: list[tuple[Rule, float]]) -> tuple[list[Rule], list[tuple[Rule, Rule]]]:
    """Return the rules, two for one that is far thicker than the others, and the pairs that stand close together.

    The rules of two tables that touch run together in an image.
    """
    long = [thick for rule, thick in lines if rule.end - rule.start > _LONG]
    usual = float(np.median(long)) if long else 0.0
    rules: list[Rule] = []
    doubles: list[tuple[Rule, Rule]] = []
    for rule, thick in lines:
        if rule.end - rule.start > _LONG and thick > max(_TWICE * usual, _FEWEST_FOR_TWO):
            apart = (thick - usual) * 72 / DPI / 2
            pair = (rule._replace(at=rule.at - apart), rule._replace(at=rule.at + apart))
            doubles.append(pair)
            rules += pair
        else:
            rules.append(rule)
    wide = sorted(rule for rule in rules if rule.end - rule.start > _LONG)
    doubles += [
        (upper, lower)
        for upper, lower in pairwise(wide)
        if lower.at - upper.at < _CLOSE
        and abs(upper.start - lower.start) < _CLOSE
        and abs(upper.end - lower.end) < _CLOSE
    ]
    return rules, doubles


def _cut(down: list[Rule], doubles: list[tuple[Rule, Rule]]) -> list[Rule]:
    """Cut upright rules where they cross a double one: above and below it may be two tables."""
    found = down
    for upper, lower in doubles:
        cut: list[Rule] = []
        for rule in found:
            if not upper.start - 1 <= rule.at <= upper.end + 1:
                cut.append(rule)
                continue
            if rule.start < upper.at - 1:
                cut.append(rule._replace(end=min(rule.end, upper.at)))
            if rule.end > lower.at + 1:
                cut.append(rule._replace(start=max(rule.start, lower.at)))
        found = cut
    return found


def _lines(dark: npt.NDArray[Any], cleared: Gray, *, across: bool) -> list[tuple[Rule, float]]:
    """Return the rules of one direction, each with its thickness in pixels, and clear the long ones away."""
    shortest = _SHORTEST_ACROSS if across else _SHORTEST_DOWN
    bridged = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, _kernel(_BRIDGE, across))
    opened = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, _kernel(shortest, across))
    dotted = cv2.morphologyEx(_dots(dark, across=across), cv2.MORPH_CLOSE, _kernel(_DOT_GAP, across))
    found = _cleared(opened, cleared, shortest, across=across)
    return found + _cleared(dotted, cleared, _SHORTEST_DOTTED, across=across)


def _kernel(length: int, across: bool) -> npt.NDArray[Any]:
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_RECT, (length, 1) if across else (1, length)))


def _dots(dark: npt.NDArray[Any], *, across: bool) -> npt.NDArray[np.uint8]:
    """Return the small specks of a page alone: dots and dashes of which lines and leaders are made."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    widest, highest = _DOT if across else (_DOT[1], _DOT[0])
    small = (stats[:, cv2.CC_STAT_WIDTH] <= widest) & (stats[:, cv2.CC_STAT_HEIGHT] <= highest)
    small[0] = False  # the ground
    return np.asarray(small[labels] * 255, np.uint8)


def _cleared(
    mask: npt.NDArray[Any], cleared: Gray, shortest: int, *, across: bool
) -> list[tuple[Rule, float]]:
    count, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found: list[tuple[Rule, float]] = []
    points = 72 / DPI
    for left, top, width, height, area in stats[1:count].tolist():
        length, thick = (width, height) if across else (height, width)
        if thick > _THICKEST or length < shortest:
            continue  # a picture, a stamp, a black border
        at, start = (top + height / 2, left) if across else (left + width / 2, top)
        rule = Rule(at * points, (start - 1) * points, (start + length + 1) * points)
        found.append((rule, area / length))
        if length >= _FEWEST_CLEARED:
            cleared[max(top - 1, 0) : top + height + 1, max(left - 1, 0) : left + width + 1] = 255
    return found
