"""Plays a clip through the live portrait and measures how calm the picture is.

Frame after frame, not in real time, so that the result does not depend on the machine.
Where the face is, is seen from the pictures themselves: every pixel that differs from
the painting as it is shown without a visitor.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np

from pipeline.evaluate.folders import FolderError, is_file
from pipeline.sources.video import OpenVideo, VideoReader, as_bgr, fitting, open_video
from pipeline.types import AnyArray, Frame, ImageBgr, ImageBgra, Mask, TrackedFace

STILL_LEVELS = 1.0
"""Mean change of the camera's own picture, in grey levels of 255, that counts as still;
measured inside the visitor's face after a blur that takes away sensor noise."""

_DEFAULT_FPS = 25.0
_NOISE_SIGMA_PX = 2.0
_GRAIN_SIGMA_PX = 1.0


class ShownPicture(Protocol):
    """What the live portrait makes of a frame."""

    @property
    def bgra(self) -> ImageBgra:
        """The painting as it is shown."""
        ...

    @property
    def faces(self) -> tuple[TrackedFace, ...]:
        """The visitors' faces."""
        ...


@dataclass(slots=True)
class Calm:
    """Adds up how much the picture changes while the visitor keeps still.

    Attributes:
        base_bgr: The painting as shown without a visitor.
        frames: Frames seen.
        lost_frames: Frames without a face that is seen in them.
        still_frames: Frames on which the visitor kept still.
        changes: Mean change inside the mask of each still frame, in grey levels.
        camera_changes: The camera picture's own change on the same frames.
    """

    base_bgr: ImageBgr
    frames: int = 0
    lost_frames: int = 0
    still_frames: int = 0
    changes: list[float] = field(default_factory=list)
    camera_changes: list[float] = field(default_factory=list)
    _last: tuple[ImageBgr, ImageBgr] | None = None
    _touched: AnyArray | None = None

    def add(self, frame_bgr: ImageBgr, picture: ShownPicture) -> None:
        """Take one frame and what was made of it."""
        self.frames += 1
        shown = np.ascontiguousarray(picture.bgra[..., :3])
        touched = np.any(shown != self.base_bgr, axis=2)
        seen = [face for face in picture.faces if face.fade >= 1.0]
        if not seen:
            self.lost_frames += 1
        if self._touched is None:
            self._touched = touched
        else:
            self._touched |= touched
        if self._last is not None and seen and touched.any():
            self._compare(frame_bgr, shown, touched, seen[0])
        self._last = (frame_bgr, shown)

    def _compare(
        self,
        frame_bgr: ImageBgr,
        shown: ImageBgr,
        touched: AnyArray,
        face: TrackedFace,
    ) -> None:
        if self._last is None or self._last[0].shape != frame_bgr.shape:
            return
        camera = _camera_change(self._last[0], frame_bgr, face)
        if camera > STILL_LEVELS:
            return
        self.still_frames += 1
        self.camera_changes.append(camera)
        change = cv2.absdiff(shown, self._last[1])[touched]
        self.changes.append(float(change.mean()))

    def report(self) -> dict[str, object]:
        """Sum up; ``jitter`` is None when the visitor never kept still."""
        grain = grain_levels(self.base_bgr, self._touched)
        jitter = float(np.mean(self.changes)) if self.changes else None
        return {
            "frames": self.frames,
            "lost_frames": self.lost_frames,
            "still_frames": self.still_frames,
            "jitter": None if jitter is None else round(jitter, 3),
            "jitter_p95": round(float(np.percentile(self.changes, 95)), 3)
            if self.changes
            else None,
            "camera_change": round(float(np.mean(self.camera_changes)), 3)
            if self.camera_changes
            else None,
            "painting_grain": round(grain, 3),
            "jitter_to_grain": None
            if jitter is None
            else round(jitter / max(grain, 1e-3), 3),
        }


def play(
    clip: Path,
    render: Callable[[Frame], ShownPicture],
    open_video: OpenVideo = open_video,
) -> dict[str, object]:
    """Show a whole clip in a painting and measure how calm the face is.

    Args:
        clip: Any file that OpenCV can read.
        render: The live portrait, not mirrored and without a visitor so far.
        open_video: Opens the clip; tests put in their own.

    Returns:
        ``frames, lost_frames, still_frames, jitter`` (mean frame-to-frame change inside
        the mask on still moments, grey levels of 255), ``jitter_p95, camera_change``
        (the camera's own on the same moments), ``painting_grain`` (the painting's fine
        texture under the face, grey levels) and ``jitter_to_grain``.

    Raises:
        FolderError: If the clip cannot be read.
    """
    calm: Calm | None = None
    for frame in frames_of(clip, open_video):
        if calm is None:
            empty = Frame(np.zeros_like(frame.bgr), frame.time_s - 1.0, 0)
            base = render(empty).bgra[..., :3]
            calm = Calm(np.ascontiguousarray(base).copy())
        calm.add(frame.bgr, render(frame))
    if calm is None:
        raise FolderError(f"{clip.name} is not a clip that can be played.")
    return calm.report()


def frames_of(clip: Path, open_video: OpenVideo = open_video) -> Iterator[Frame]:
    """Read every frame of a clip once, stamped with the clip's own time.

    Frames are as large as the live portrait gets them, see `fitting`.

    Raises:
        FolderError: If there is no such clip.
    """
    if not is_file(clip):
        raise FolderError(f"There is no clip {clip}. Check the name and the folder.")
    reader = open_video(str(clip), cv2.CAP_ANY)
    try:
        fps = reader.get(cv2.CAP_PROP_FPS)
        fps = fps if 1.0 <= fps <= 1000.0 else _DEFAULT_FPS
        for index, bgr in enumerate(_pictures(reader)):
            yield Frame(bgr, 10.0 + index / fps, index + 1)
    finally:
        reader.release()


def _pictures(reader: VideoReader) -> Iterator[ImageBgr]:
    """Everything up to the end, or to where a broken clip can be read no further."""
    while True:
        try:
            found, picture = reader.retrieve() if reader.grab() else (False, None)
        except cv2.error:
            return
        if not found or picture is None:
            return
        yield fitting(as_bgr(picture))


def grain_levels(bgr: ImageBgr, where: AnyArray | None) -> float:
    """Measure a painting's own fine texture.

    Args:
        bgr: The painting as it is shown.
        where: ``(height, width)`` of bool; everywhere if None or empty.

    Returns:
        Mean absolute difference from a slightly blurred copy, in grey levels.
    """
    residual = cv2.absdiff(bgr, cv2.GaussianBlur(bgr, (0, 0), _GRAIN_SIGMA_PX))
    inside = residual if where is None or not where.any() else residual[where]
    return float(inside.mean())


def _camera_change(last: ImageBgr, bgr: ImageBgr, face: TrackedFace) -> float:
    """Mean change inside the face's oval between two camera frames, in grey levels."""
    mask = _oval(face, bgr.shape[:2])
    if not mask.any():
        return float("inf")
    calm = [cv2.GaussianBlur(image, (0, 0), _NOISE_SIGMA_PX) for image in (last, bgr)]
    change = cv2.absdiff(calm[0], calm[1])
    return float(cv2.mean(change, mask)[:3] @ np.full(3, 1 / 3))


def _oval(face: TrackedFace, size_hw: tuple[int, ...]) -> AnyArray:
    hull = cv2.convexHull(np.round(face.mesh.points_px[:, :2]).astype(np.int32))
    mask: Mask | AnyArray = np.zeros(size_hw[:2], np.uint8)
    cv2.fillConvexPoly(mask, hull, 255)
    return mask
