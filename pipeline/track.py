"""Follows faces from frame to frame and gives them stable identities."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from pipeline.detect.base import FaceDetector
from pipeline.geometry import box_overlap, points_box
from pipeline.landmarks.base import FaceLandmarker
from pipeline.smooth import PointSmoother
from pipeline.stopwatch import Stopwatch
from pipeline.types import (
    AnyArray,
    Detection,
    FaceMesh,
    Frame,
    ImageBgr,
    Points3d,
    TrackedFace,
)

_FADE_S: Final = 0.35
_FORGET_S: Final = 0.8
_NEWCOMER_EVERY_S: Final = 0.7
_SEARCH_EVERY_S: Final = 0.1
_SAME_FACE: Final = 0.25
_NEARER: Final = 1.35
_UNCONFIRMED_LIMIT: Final = 3
_JUMP_LIMIT: Final = 0.6


@dataclass(slots=True, eq=False)
class _Track:
    identity: int
    mesh: FaceMesh
    seen_s: float
    smoother: PointSmoother = field(default_factory=PointSmoother)
    unconfirmed: int = 0

    def size_px(self) -> float:
        low, high = self.mesh.points_px.min(0), self.mesh.points_px.max(0)
        return float(np.hypot(*(high - low)[:2]))

    def box(self) -> AnyArray:
        return points_box(self.mesh.points_px)


class FaceTracker:
    """Finds new faces now and then and follows known ones by their own points.

    The nearest (largest) faces are followed. Somebody clearly nearer takes the place of
    the farthest; a picture on a wall therefore never keeps a visitor out. A lost face
    fades and is forgotten within a second.

    Args:
        detector: Looks for newcomers.
        landmarker: Follows.
        wanted: How many faces to follow at most.
    """

    def __init__(
        self, detector: FaceDetector, landmarker: FaceLandmarker, wanted: int = 1
    ) -> None:
        self._detector = detector
        self._landmarker = landmarker
        self._wanted = wanted
        self._tracks: list[_Track] = []
        self._next_identity = 1
        self._detect_after_s = 0.0
        self._detected_s = 0.0

    def forget(self) -> None:
        """Drop every face and every point."""
        self._tracks.clear()
        self._detect_after_s = 0.0
        self._detected_s = 0.0

    def update(self, frame: Frame, watch: Stopwatch) -> tuple[TrackedFace, ...]:
        """Follow all faces into a new frame.

        Returns:
            The faces, nearest first; faces just lost come with a falling ``fade``.
        """
        with watch.stage("landmarks"):
            for track in self._tracks:
                self._follow(track, frame)
        if frame.time_s >= self._detect_after_s:
            with watch.stage("detect"):
                detections = self._detector.detect(frame.bgr)
            with watch.stage("landmarks"):
                self._meet(detections, frame)
        self._tracks = [
            track
            for track in self._tracks
            if frame.time_s - track.seen_s < _FORGET_S
            and track.unconfirmed < _UNCONFIRMED_LIMIT
        ]
        self._tracks.sort(key=lambda track: -track.size_px())
        return tuple(self._result(track, frame.time_s) for track in self._tracks)

    def _follow(self, track: _Track, frame: Frame) -> None:
        mesh = self._landmarker.follow(frame.bgr, track.mesh.points_px)
        if not mesh.is_face or not _plausible(
            mesh.points_px, track.mesh.points_px, frame.bgr
        ):
            soon_s = self._detected_s + _SEARCH_EVERY_S
            self._detect_after_s = min(self._detect_after_s, soon_s)
            return
        track.seen_s = frame.time_s
        points = track.smoother.smooth(mesh.points_px, frame.time_s)
        track.mesh = FaceMesh(points, mesh.presence)

    def _meet(self, detections: list[Detection], frame: Frame) -> None:
        """Match detections with tracks; let newcomers in."""
        self._detected_s = frame.time_s
        unmatched = list(detections)
        for track in self._tracks:
            overlaps = [box_overlap(track.box(), d.box_xyxy) for d in unmatched]
            best = int(np.argmax(overlaps)) if overlaps else -1
            if best >= 0 and overlaps[best] > _SAME_FACE:
                found = unmatched.pop(best)
                track.unconfirmed = 0
                if track.seen_s < frame.time_s:
                    self._find_again(track, found, frame)
            elif track.seen_s == frame.time_s:
                track.unconfirmed += 1
        for detection in unmatched[: self._wanted + 1]:
            self._let_in(detection, frame)
        settled = len(self._tracks) and all(
            track.seen_s == frame.time_s for track in self._tracks
        )
        wait_s = _NEWCOMER_EVERY_S if settled else _SEARCH_EVERY_S
        self._detect_after_s = frame.time_s + wait_s

    def _find_again(self, track: _Track, detection: Detection, frame: Frame) -> None:
        mesh = self._landmarker.first_look(frame.bgr, detection)
        if mesh.is_face:
            track.mesh, track.seen_s = mesh, frame.time_s
            track.smoother = PointSmoother()

    def _let_in(self, detection: Detection, frame: Frame) -> None:
        mesh = self._landmarker.first_look(frame.bgr, detection)
        if not mesh.is_face:
            return
        box = points_box(mesh.points_px)
        if any(box_overlap(track.box(), box) > _SAME_FACE for track in self._tracks):
            return
        track = _Track(self._next_identity, mesh, frame.time_s)
        if len(self._tracks) >= self._wanted:
            farthest = min(self._tracks, key=_Track.size_px)
            lost = frame.time_s - farthest.seen_s >= _FADE_S
            if not lost and track.size_px() < _NEARER * farthest.size_px():
                return
            self._tracks.remove(farthest)
        track.smoother.smooth(mesh.points_px, frame.time_s)
        self._tracks.append(track)
        self._next_identity += 1

    @staticmethod
    def _result(track: _Track, now_s: float) -> TrackedFace:
        fade = 1.0 - min(1.0, (now_s - track.seen_s) / _FADE_S)
        return TrackedFace(track.identity, track.mesh, fade)


def _plausible(points: Points3d, before: Points3d, bgr: ImageBgr) -> bool:
    """Whether a face can have moved so in one frame and is still in the picture."""
    height, width = bgr.shape[:2]
    size = float(np.ptp(points[:, :2], axis=0).max())
    size_before = max(1.0, float(np.ptp(before[:, :2], axis=0).max()))
    centre, centre_before = points[:, :2].mean(0), before[:, :2].mean(0)
    jump = float(np.linalg.norm(centre - centre_before)) / size_before
    inside = 0 <= centre[0] < width and 0 <= centre[1] < height
    return inside and jump < _JUMP_LIMIT and 0.6 < size / size_before < 1.6
