"""Tells a living face from a picture of one that is held before the camera.

Two signs, each enough: a blink, and a movement that no flat picture makes. The points
of a picture, however it is shifted, tilted or brought nearer, are those of an earlier
frame under one homography (Hartley and Zisserman, Multiple View Geometry, 2004, ch. 4);
a head that turns and a mouth that moves leave a rest. A film of a person on a screen
has both signs: only a model trained on such attacks finds it, see
:mod:`pipeline.antispoof`.
"""

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from typing import Final

import numpy as np

from pipeline.sitter import eye_ratio
from pipeline.types import AnyArray, Points3d, TrackedFace

BLINK_PART: Final = 0.68
"""Eyes that narrow to less than this part of what they were, and open again, blink."""
BLINK_WITHIN_S: Final = 0.5
REST: Final = 0.026
"""The rest that a flat picture does not leave, over the face's size."""
REST_FRAMES: Final = 3
PATIENCE_S: Final = 6.0
"""Who gave no sign of life for so long is doubted."""
LASTS_S: Final = 20.0
"""So long a sign of life holds."""
RESTS_S: Final = LASTS_S - PATIENCE_S
"""So long nothing is looked for after a sign: there is time enough for the next."""
_REFERENCES: Final = 4
_REFERENCE_EVERY_S: Final = 0.6

_SPREAD: Final = np.array(
    [
        *(1, 4, 5, 6, 168, 10, 151, 9, 8, 33, 133, 362, 263, 127, 356, 93, 323, 234),
        *(454, 58, 288, 132, 361, 50, 280, 205, 425, 197, 195, 2, 98, 327, 152, 199),
        *(54, 284, 103, 332, 109, 338, 123, 352),
    ]
)
"""Points all over a face, at different depths, that it cannot move by itself."""

_MOUTH: Final = np.array(
    [61, 291, 0, 17, 13, 14, 37, 267, 84, 314, 78, 308, 39, 269, 181, 405]
)
_COUNTED: Final = np.concatenate([_SPREAD, _MOUTH])


class Life(StrEnum):
    """Whether somebody before the camera is alive."""

    UNKNOWN = "unknown"
    """Too early to tell, or nobody is there."""
    ALIVE = "alive"
    DOUBTED = "doubted"
    """No sign of life for a while: perhaps a picture."""


@dataclass(slots=True, eq=False)
class _Watched:
    """What is remembered of one face: numbers of the last seconds, no picture."""

    since_s: float
    signed_s: float | None = None
    ratios: deque[tuple[float, float]] = field(default_factory=deque)
    references: deque[tuple[float, AnyArray]] = field(
        default_factory=lambda: deque(maxlen=_REFERENCES)
    )
    beyond: int = 0
    turn: int = 0

    def begin_again(self, signed_s: float) -> None:
        """Note a sign of life; what led to it counts for no other."""
        self.signed_s = signed_s
        self.ratios.clear()
        self.references.clear()
        self.beyond = 0


class LifeWatch:
    """Watches the faces of one portrait for signs of life."""

    def __init__(self) -> None:
        self._watched: dict[int, _Watched] = {}

    def forget(self) -> None:
        """Forget everybody."""
        self._watched.clear()

    def see(self, faces: Sequence[TrackedFace], now_s: float) -> Life:
        """Take one frame in.

        About a third of a millisecond for one face while a sign is looked for, and next
        to nothing for `RESTS_S` after one.

        Args:
            faces: Who sits, as seen in this frame.
            now_s: The frame's time.

        Returns:
            Of several, the least good.
        """
        present = {face.identity for face in faces}
        self._watched = {
            who: one for who, one in self._watched.items() if who in present
        }
        lives = [self._look(face, now_s) for face in faces]
        for life in (Life.DOUBTED, Life.UNKNOWN):
            if life in lives:
                return life
        return Life.ALIVE if lives else Life.UNKNOWN

    def _look(self, face: TrackedFace, now_s: float) -> Life:
        watched = self._watched.setdefault(face.identity, _Watched(now_s))
        if face.fade >= 1:
            if watched.signed_s is not None and now_s - watched.signed_s < RESTS_S:
                return Life.ALIVE
            points_px = face.mesh.points_px
            blinked = _blinked(watched.ratios, eye_ratio(points_px), now_s)
            if blinked or _moved_alive(watched, points_px, now_s):
                watched.begin_again(now_s)
        if watched.signed_s is not None and now_s - watched.signed_s <= LASTS_S:
            return Life.ALIVE
        silent_since_s = max(watched.since_s, watched.signed_s or 0.0)
        return Life.DOUBTED if now_s - silent_since_s > PATIENCE_S else Life.UNKNOWN


def _blinked(ratios: deque[tuple[float, float]], ratio: float, now_s: float) -> bool:
    """Whether eyes narrowed and opened again within the last second.

    Args:
        ratios: Times and eyes of that second; takes the new ones in.
        ratio: Of the open eyes' height to their width.
        now_s: When.
    """
    ratios.append((now_s, ratio))
    while now_s - ratios[0][0] > 2 * BLINK_WITHIN_S:
        ratios.popleft()
    lowest_s, lowest = min(ratios, key=itemgetter(1))
    first_s, last_s = lowest_s - BLINK_WITHIN_S, lowest_s + BLINK_WITHIN_S
    before = [one for at_s, one in ratios if first_s <= at_s < lowest_s]
    after = [one for at_s, one in ratios if lowest_s < at_s <= last_s]
    if len(before) < 2 or len(after) < 2:
        return False
    return lowest < BLINK_PART * min(max(before), max(after))


def _moved_alive(watched: _Watched, points_px: Points3d, now_s: float) -> bool:
    """Whether a face moved as no flat picture does, in several frames.

    It is held to a few earlier looks in turn, one a frame.
    """
    references, points = watched.references, _normalised(points_px)
    if references:
        watched.turn += 1
        earlier = references[watched.turn % len(references)][1]
        if _rest(earlier, points) > REST:
            watched.beyond += 1
    if not references or now_s - references[-1][0] >= _REFERENCE_EVERY_S:
        references.append((now_s, points))
    return watched.beyond >= REST_FRAMES


def rest_of_homography(before: Points3d, after: Points3d) -> float:
    """How far a face's points are from any flat picture's movement.

    Args:
        before: ``(468, 2 or more)`` in one frame.
        after: The same points in another.

    Returns:
        Root mean square of what is left, over the size of the face in ``after``; of the
        whole face or of the mouth, whichever is larger.
    """
    return _rest(_normalised(before), _normalised(after))


def _rest(first: AnyArray, second: AnyArray) -> float:
    """The same of points that are normalised already."""
    count = len(_SPREAD)
    held, told = first[:, :count], second[:2, :count]
    # For each of u, v: u * (x, y). The normal equations are sums of products of these.
    mixed = (told[:, None] * held[:2]).reshape(4, count)
    every = np.concatenate([held, told, mixed])
    sums = every @ every.T
    square = np.zeros((8, 8))
    square[:3, :3] = square[3:6, 3:6] = sums[:3, :3]
    square[:3, 6:], square[3:6, 6:] = -sums[:3, 5:7], -sums[:3, 7:]
    square[6:, :6] = square[:6, 6:].T
    square[6:, 6:] = sums[5:7, 5:7] + sums[7:, 7:]
    square.flat[::9] += 1e-9
    goal = np.empty(8)
    goal[:3], goal[3:6] = sums[:3, 3], sums[:3, 4]
    goal[6:] = -sums[5:7, 3] - sums[7:, 4]
    found = np.ones(9)
    found[:8] = np.linalg.solve(square, goal)
    carried = found.reshape(3, 3) @ first
    depth = carried[2]
    depth = np.where(np.abs(depth) < 1e-3, 1e-3, depth)
    off = carried[:2] / depth - second[:2]
    face, mouth = off[:, :count], off[:, count:]
    rest = max(np.vdot(face, face) / count, np.vdot(mouth, mouth) / len(_MOUTH))
    return math.sqrt(rest) / max(math.hypot(*(told.max(1) - told.min(1))), 1e-6)


def _normalised(points_px: Points3d) -> AnyArray:
    """The points that count, about the middle of the face and in its size.

    Returns:
        ``(3, n)``: x, y and 1.
    """
    points = np.ones((3, len(_COUNTED)))
    places = points[:2]
    places[:] = points_px.take(_COUNTED, 0)[:, :2].T
    spread = places[:, : len(_SPREAD)]
    places -= spread.sum(1)[:, None] / len(_SPREAD)
    places /= max(np.abs(spread).sum() / spread.size, 1e-6)
    return points
