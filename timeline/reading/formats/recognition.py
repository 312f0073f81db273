"""Writing in a picture, by RapidOCR with the models that come in its package, on one thread.

Nothing is fetched, and nothing is written: behind the fence neither could be.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from unicodedata import east_asian_width, name

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]  # height, width, blue, green, red
Boxes = NDArray[np.float32]  # line, corner, x and y
Corner = tuple[float, float]
# Sides to which a picture is reduced to find lines: the next is tried where letters are too small.
_SIDES = (960, 1_920)
_SMALLEST = 10.0  # pixels of a line's height, as it is found
_UNSURE = 0.9  # below, a line is looked at once more with more around it
_MORE = 0.2  # of its height, on each side
_LIKELY = 0.75  # mean certainty of lines that stand upright
_SAMPLE = 8  # lines by which that is told
_NARROW, _WIDE = 0.38, 0.75  # of a line's height: the usual width of a letter
_FILLED = 0.4  # of a line's width: what its letters take at least, also where they are spaced out
_SCRIPTS = ("LATIN", "CJK", "HIRAGANA", "KATAKANA", "FULLWIDTH", "HALFWIDTH")
_FOREIGN = 0.3  # of a line: letters of other scripts, of which the models know few
_PLAIN = 3.0  # deviation of the brightness of a page that is blank
_NOISE = 0.001  # of the paper: from as many specks on they are wiped off, with what is as small
_SPECK = 40  # levels, by which a speck differs from what is around it
_NEAR = 9  # pixels: closer to letters, what differs may be a part of them
_TALL = 1.5  # times as high as wide: a line that runs upwards or downwards


@dataclass(frozen=True, slots=True)
class Writing:
    """A stretch of writing: corners from the top left on, what it says, and how sure that is."""

    corners: tuple[Corner, ...]
    text: str
    certainty: float


def writing(picture: Pixels) -> tuple[list[Writing], Pixels]:
    """Return what is written in a picture, and the picture as it was turned to stand upright."""
    if picture.std() < _PLAIN:
        return [], picture
    picture = _without_specks(picture)
    boxes = _boxes(picture)
    if _is_turned(boxes):
        picture = np.ascontiguousarray(np.rot90(picture))
        boxes = _boxes(picture)
    if not len(boxes):
        return [], picture
    seen = _read(picture, boxes)
    if _is_upside_down(picture, boxes, seen):
        picture = np.ascontiguousarray(picture[::-1, ::-1])
        boxes = _boxes(picture)
        seen = _read(picture, boxes)
    return _looked_at_again(picture, boxes, seen), picture


def _without_specks(picture: Pixels) -> Pixels:
    """Return a picture without single dark and light pixels, where the paper is full of them.

    They hide the blanks between words. On clean paper nothing is changed: small letters would
    suffer.
    """
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    smooth = cv2.medianBlur(grey, 3)
    paper = cv2.erode(smooth, np.ones((_NEAR, _NEAR), np.uint8)) > np.median(grey) - _SPECK
    specks = cv2.absdiff(grey, smooth)[paper] > _SPECK
    if not specks.size or specks.mean() < _NOISE:
        return picture
    return np.asarray(cv2.medianBlur(picture, 3), np.uint8)


def _looked_at_again(picture: Pixels, boxes: Boxes, seen: Sequence[Writing]) -> list[Writing]:
    """Return lines, those that are unsure as they are read with more around them if that helps."""
    unsure = [place for place, one in enumerate(seen) if one.certainty < _UNSURE]
    better = dict(enumerate(seen))
    if unsure:
        again = _read(picture, np.stack([_wider(boxes[place]) for place in unsure]))
        for place, other in zip(unsure, again, strict=True):
            if other.certainty > seen[place].certainty:
                better[place] = replace(other, corners=seen[place].corners)
    return list(better.values())


def _is_upside_down(picture: Pixels, boxes: Boxes, seen: Sequence[Writing]) -> bool:
    """Return whether the longest lines are read better when they are turned.

    The package's own model for that is wrong on long lines, and is not asked.
    """
    longest = np.argsort(-np.linalg.norm(boxes[:, 1] - boxes[:, 0], axis=1))[:_SAMPLE].tolist()
    as_is = sum(seen[place].certainty for place in longest)
    if as_is >= _LIKELY * len(longest):
        return False
    turned = _read(picture, boxes[longest], reversed_=True)
    return bool(sum(one.certainty for one in turned) > as_is)


def _read(picture: Pixels, boxes: Boxes, *, reversed_: bool = False) -> list[Writing]:
    """Read lines, upside down if asked."""
    engine = _engine()
    crops = engine.crop_text_regions(picture, boxes)
    found = engine.text_rec(_wanted([crop[::-1, ::-1] for crop in crops] if reversed_ else crops))
    return [
        _seen(box, " ".join(text.split()), float(certainty))
        for box, text, certainty in zip(boxes, found.txts, found.scores, strict=True)
    ]


def _seen(box: Boxes, text: str, certainty: float) -> Writing:
    """Make a line; one with far less letters than it has room for was not read."""
    width = float(np.linalg.norm(box[1] - box[0]))
    height = max(float(np.linalg.norm(box[3] - box[0])), 1.0)
    room = sum(_WIDE if east_asian_width(sign) in "WF" else _NARROW for sign in text)
    others = sum(not name(sign, "").startswith(_SCRIPTS) for sign in text if sign.isalpha())
    doubtful = room * height < _FILLED * width or others > _FOREIGN * len(text)
    corners = tuple((float(x), float(y)) for x, y in box)
    return Writing(corners, text, 0.0 if doubtful else certainty)


def _boxes(picture: Pixels) -> Boxes:
    """Return the corners of each line: of a picture as small as its letters allow."""
    found = np.empty((0, 4, 2), np.float32)
    longest = max(picture.shape[:2])
    finder = _engine().text_det
    for side in _SIDES:
        finder.limit_side_len = side
        boxes = finder(picture).boxes
        if boxes is not None and len(boxes) >= len(found):
            found = boxes.astype(np.float32)
        if not len(found) or side >= longest:
            break
        if float(np.median(_heights(found))) * side / longest >= _SMALLEST:
            break
    return found


def _heights(boxes: Boxes) -> Sequence[float]:
    across = np.linalg.norm(boxes[:, 1] - boxes[:, 0], axis=1)
    down = np.linalg.norm(boxes[:, 3] - boxes[:, 0], axis=1)
    lower: list[float] = np.minimum(across, down).tolist()
    return lower


def _is_turned(boxes: Boxes) -> bool:
    """Return whether most of the writing runs upwards or downwards, by length."""
    if not len(boxes):
        return False
    across = np.linalg.norm(boxes[:, 1] - boxes[:, 0], axis=1)
    down = np.linalg.norm(boxes[:, 3] - boxes[:, 0], axis=1)
    return float(down[down > _TALL * across].sum()) > float(across[across > _TALL * down].sum())


def _wider(box: Boxes) -> Boxes:
    """Return a line with more around it."""
    down = (box[3] - box[0] + box[2] - box[1]) / 2 * _MORE
    across = np.array([down[1], -down[0]], np.float32)
    wider: Boxes = box + np.stack([-down - across, across - down, down + across, down - across])
    return wider


def _wanted(crops: Sequence[Pixels]) -> Any:  # noqa: ANN401 - a type of the package
    from rapidocr.ch_ppocr_rec import TextRecInput  # noqa: PLC0415 - large

    return TextRecInput(img=list(crops), return_word_box=False)


@lru_cache(maxsize=1)
def _engine() -> Any:  # noqa: ANN401 - the package's class, which is large to load
    from rapidocr import RapidOCR  # noqa: PLC0415 - large

    cv2.setNumThreads(1)
    threads = {
        f"EngineConfig.onnxruntime.{of}_op_num_threads": 1  # others would be refused
        for of in ("intra", "inter")
    }
    engine: Any = RapidOCR(
        params={"Global.log_level": "critical", "Det.limit_type": "max", **threads}
    )
    engine._load_det_model()  # noqa: SLF001 - it loads them when it is asked for both at once
    engine._load_rec_model()  # noqa: SLF001
    return engine
