"""Scenes for the engine: faces by a script, frames for a living portrait."""

import time
from dataclasses import dataclass, field

import numpy as np

from pipeline.geometry import points_box
from pipeline.live import LivePortrait
from pipeline.mesh import canonical_face
from pipeline.stopwatch import Stopwatch
from pipeline.track import FaceTracker
from pipeline.types import Detection, FaceMesh, Frame

FRAME_S = 1 / 30
BGR = np.zeros((720, 1280, 3), np.uint8)
SHAPE = canonical_face().points_cm / np.ptp(canonical_face().points_cm[:, 1])


def face_points(x_px, y_px, size_px):
    place = np.float32([x_px, y_px, 0])
    return (SHAPE * np.float32(size_px) + place).astype(np.float32)


@dataclass
class FakeModels:
    """A detector and a landmarker that see the faces of a script, and only those.

    ``faces`` are ``name: (x, y, size)``. Points are followed to the face nearest to
    where they were, if one is within reach.
    """

    faces: dict = field(default_factory=dict)
    detections: int = 0

    def detect(self, bgr):
        self.detections += 1
        found = []
        for place in self.faces.values():
            box = points_box(face_points(*place))
            found.append(Detection(box, np.zeros((5, 2), np.float32), 0.9))
        return sorted(found, key=lambda one: -one.width_px)

    def first_look(self, bgr, detection):
        box = detection.box_xyxy
        return self._nearest((box[:2] + box[2:]) / 2, 5.0)

    def follow(self, bgr, last_points_px):
        low, high = last_points_px[:, :2].min(0), last_points_px[:, :2].max(0)
        return self._nearest((low + high) / 2, 0.5 * float((high - low)[1]))

    def _nearest(self, centre, reach_px):
        meshes = [face_points(*place) for place in self.faces.values()]
        for points in meshes:
            box = points_box(points)
            if np.linalg.norm((box[:2] + box[2:]) / 2 - centre) <= reach_px:
                return FaceMesh(points, 0.99)
        return FaceMesh(np.zeros((468, 3), np.float32), 0.01)


@dataclass
class Scene:
    """Plays frames one after the other."""

    models: FakeModels
    tracker: FaceTracker
    now_s: float = 100.0

    def play(self, seconds=FRAME_S):
        """All answers of so much time; at least one frame."""
        answers = []
        for _ in range(max(1, round(seconds / FRAME_S))):
            frame = Frame(BGR, self.now_s, 0)
            answers.append(self.tracker.update(frame, Stopwatch()))
            self.now_s += FRAME_S
        return answers


def scene(wanted=1, **faces):
    models = FakeModels(dict(faces))
    return Scene(models, FaceTracker(models, models, wanted))


def names(faces):
    return [face.identity for face in faces]


@dataclass
class Show:
    """Shows frames to a living portrait, thirty a second."""

    portrait: LivePortrait
    now_s: float = field(default_factory=time.monotonic)

    def __call__(self, bgr):
        picture = self.portrait.render(Frame(bgr, self.now_s, 0))
        self.now_s += FRAME_S
        return picture
