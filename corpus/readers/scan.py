"""Words of a page image, character by character with confidence. The engine and its models come as a package."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from rapidocr import RapidOCR
from rapidocr.inference_engine.onnxruntime.main import OrtInferSession

from corpus.readers.scan_image import Gray, shrunk

Box = tuple[int, int, int, int]

_DETECTING_SIDE = 1170
_SMALLEST_SIDE = 4
_MARGIN = 2
_engine_lock = threading.Lock()  # the engine keeps what it is asked for in itself


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of print. Shapes: a middle and a confidence for every character of ``text``.

    Units: pixels; ``middles`` are the heights of columns across the stretch, ``confidences`` in 0…1.
    """

    box: Box
    text: str
    middles: tuple[float, ...]
    confidences: tuple[float, ...]


@cache
def _engine() -> Any:
    _wait_idly()
    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False})


def _wait_idly() -> None:
    """Let the threads of the engine sleep while they wait for one another.

    They would spin, which on a busy machine takes as much processor time as the work; rapidocr has no setting for it.
    """
    session: Any = OrtInferSession
    made = session._init_sess_opts

    def idle(settings: Any) -> Any:
        options = made(settings)
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        return options

    session._init_sess_opts = staticmethod(idle)


def found_boxes(image: Gray) -> list[Box]:
    """Return where print stands on a page: left, top, right, bottom, a little more than the ink."""
    scale = min(1.0, _DETECTING_SIDE / max(image.shape))
    step = 1 / scale
    small = shrunk(image, scale)
    with _engine_lock:
        result = _engine()(_coloured(small), use_det=True, use_cls=False, use_rec=False)
    boxes = getattr(result, "boxes", None)
    if boxes is None:
        return []
    height, width = image.shape
    found: list[Box] = []
    for corners in np.asarray(boxes, np.float64):
        left, top = np.floor(corners.min(axis=0) * step).astype(int)
        right, bottom = np.ceil(corners.max(axis=0) * step).astype(int)
        box = (max(int(left), 0), max(int(top), 0), min(int(right), width), min(int(bottom), height))
        if box[2] - box[0] >= _SMALLEST_SIDE and box[3] - box[1] >= _SMALLEST_SIDE:
            found.append(box)
    return found


def read_boxes(image: Gray, boxes: Sequence[Box]) -> list[Reading]:
    """Read each stretch of print; what holds no character is left out."""
    found: list[Reading] = []
    for box in boxes:
        left, top, right, bottom = box
        crop = image[max(top - _MARGIN, 0) : bottom + _MARGIN, left:right]
        with _engine_lock:
            result = _engine()(
                _coloured(crop), use_det=False, use_cls=False, use_rec=True, return_word_box=True
            )
        reading = _reading(result, box)
        if reading is not None:
            found.append(reading)
    return found


def _reading(result: Any, box: Box) -> Reading | None:
    """Match the characters with the columns in which the model saw them; spaces have none and are left out."""
    texts = getattr(result, "txts", None)
    if not texts or not texts[0].strip():
        return None
    text, info = texts[0], result.word_results[0]
    columns = [column for word in info.word_cols for column in word]
    shown = [
        (char, confidence) for char, confidence in zip(text, info.confs, strict=False) if not char.isspace()
    ]
    if len(columns) != len(shown) or not info.line_txt_len:
        return None
    wide = (box[2] - box[0]) / info.line_txt_len
    return Reading(
        box=box,
        text="".join(char for char, _ in shown),
        middles=tuple(box[0] + (column + 0.5) * wide for column in columns),
        confidences=tuple(min(max(float(confidence), 0.0), 1.0) for _, confidence in shown),
    )


def _coloured(image: Gray) -> Gray:
    return np.ascontiguousarray(np.repeat(image[:, :, None], 3, axis=2))
