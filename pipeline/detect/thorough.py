"""Looks for faces where missing one does harm: in parts, at several turns and sizes."""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np

from pipeline.detect.base import FaceDetector
from pipeline.geometry import box_overlap
from pipeline.types import Affine, AnyArray, Detection, ImageBgr, SizePx

_TURNS_DEG: Final = (0, 90, 180, 270, 45, 315)
_TILE_PX: Final = 480
_TILES_OVERLAP: Final = 0.35
_MOST_TILES: Final = 48
_SAME_FACE: Final = 0.3
_SAME_CENTRE: Final = 0.35
"""Of the smaller face's width: nearer centres belong to one face."""
_SIZES_ALIKE: Final = 2.0


def search_photo(bgr: ImageBgr, detector: FaceDetector) -> list[Detection]:
    """Find the faces of a still picture: whole, in overlapping parts, and turned.

    Returns:
        Each face once, largest first.
    """
    found: list[Detection] = []
    for turn_deg in _TURNS_DEG:
        found += _turned(bgr, turn_deg, detector)
    return each_once(found + list(_in_parts(bgr, _TILE_PX, detector)))


def search_frame(bgr: ImageBgr, detector: FaceDetector) -> list[Detection]:
    """Find the faces of one frame of a film: whole, in four or more large parts.

    Less thorough than `search_photo`, for the frames before and after help.
    """
    side_px = max(2 * _TILE_PX, max(bgr.shape[:2]) // 2)
    return each_once(detector.detect(bgr) + list(_in_parts(bgr, side_px, detector)))


def each_once(found: list[Detection]) -> list[Detection]:
    """Leave of detections that belong to one face the surest; largest first."""
    kept: list[Detection] = []
    for one in sorted(found, key=lambda face: -face.score):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda face: -face.width_px * face.height_px)


def _same(one: Detection, other: Detection) -> bool:
    if box_overlap(one.box_xyxy, other.box_xyxy) > _SAME_FACE:
        return True
    if _inside(one, other) or _inside(other, one):
        return True
    widths = sorted((max(one.width_px, 1.0), max(other.width_px, 1.0)))
    apart = np.linalg.norm(_centre(one) - _centre(other))
    alike = widths[1] / widths[0] < _SIZES_ALIKE
    return bool(alike and apart < _SAME_CENTRE * widths[0])


def _inside(part: Detection, whole: Detection) -> bool:
    """Whether one is taken for a face where it is a part of another, such as an eye."""
    x, y = _centre(part)
    x0, y0, x1, y1 = whole.box_xyxy
    return bool(x0 < x < x1 and y0 < y < y1 and part.width_px < whole.width_px)


def _centre(face: Detection) -> AnyArray:
    return np.asarray(face.box_xyxy.reshape(2, 2).mean(0))


def _turned(
    bgr: ImageBgr, turn_deg: int, detector: FaceDetector
) -> Iterator[Detection]:
    """Detect in the picture turned about its centre; boxes come back upright."""
    height, width = bgr.shape[:2]
    to_turned, size_px = _rotation((width, height), turn_deg)
    view = cv2.warpAffine(bgr, to_turned, size_px) if turn_deg else bgr
    back = cv2.invertAffineTransform(to_turned)
    for face in detector.detect(view):
        x0, y0, x1, y1 = face.box_xyxy
        corners = np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float64)
        corners = corners @ back[:, :2].T + back[:, 2]
        middle = corners.mean(0)
        # Turned by 45 degrees the box around the box would be far too large.
        half = np.array([x1 - x0, y1 - y0]) / 2
        half = half[::-1] if turn_deg in (90, 270) else half
        half = np.full(2, half.max()) if turn_deg % 90 else half
        box = np.concatenate([middle - half, middle + half]).astype(np.float32)
        points = face.key_points_px @ back[:, :2].T + back[:, 2]
        yield Detection(box, points.astype(np.float32), face.score)


def _rotation(size_px: SizePx, turn_deg: int) -> tuple[Affine, SizePx]:
    width, height = size_px
    turn = cv2.getRotationMatrix2D(
        ((width - 1) / 2, (height - 1) / 2), float(turn_deg), 1.0
    )
    cosine, sine = abs(turn[0, 0]), abs(turn[0, 1])
    across = max(1, round(width * cosine + height * sine))
    down = max(1, round(width * sine + height * cosine))
    turn[:, 2] += ((across - width) / 2, (down - height) / 2)
    return turn, (across, down)


def _in_parts(
    bgr: ImageBgr, side_px: int, detector: FaceDetector
) -> Iterator[Detection]:
    """Detect in overlapping parts; a face cut by a part's edge is left to the next."""
    height, width = bgr.shape[:2]
    for x, y, part in _parts(bgr, side_px):
        down, across = part.shape[:2]
        for face in detector.detect(part):
            x0, y0, x1, y1 = face.box_xyxy
            cut = (x0 < 0 < x) or (y0 < 0 < y)
            cut = cut or (x1 > across and x + across < width)
            cut = cut or (y1 > down and y + down < height)
            if not cut:
                yield _moved(face, x, y)


def _parts(bgr: ImageBgr, side_px: int) -> Iterator[tuple[int, int, ImageBgr]]:
    """Overlapping square parts, larger ones where there would be too many."""
    height, width = bgr.shape[:2]
    while True:
        xs, ys = _starts(width, side_px), _starts(height, side_px)
        if len(xs) * len(ys) <= _MOST_TILES:
            break
        side_px = round(1.4 * side_px)
    if len(xs) * len(ys) == 1:
        return
    for y in ys:
        for x in xs:
            yield x, y, bgr[y : y + side_px, x : x + side_px]


def _starts(length: int, side_px: int) -> list[int]:
    if length <= side_px:
        return [0]
    step = side_px * (1 - _TILES_OVERLAP)
    count = int(np.ceil((length - side_px) / step)) + 1
    return [round(k * (length - side_px) / (count - 1)) for k in range(count)]


def _moved(face: Detection, x: int, y: int) -> Detection:
    shift = np.array([x, y], np.float32)
    return Detection(
        face.box_xyxy + np.tile(shift, 2), face.key_points_px + shift, face.score
    )
