"""Visitors by numbers: faces turned at will, and how they are guided."""

from dataclasses import dataclass

import numpy as np

from pipeline.glimpse import glimpse_of
from pipeline.guide import Guide
from pipeline.types import FaceMesh, Frame, TrackedFace
from tests.scenes import FRAME_S, SHAPE

LIT = np.full((720, 1280, 3), 160, np.uint8)
LIDS = ((159, 145), (386, 374))


def posed(x_px, y_px, size_px, yaw_deg=0.0, pitch_deg=0.0, roll_deg=0.0, open_part=1.0):
    """Points of a face of this height; signs as in ``HeadTurn``."""
    shape = SHAPE.astype(np.float64)
    for upper, lower in LIDS:
        middle = (shape[upper] + shape[lower]) / 2
        for lid in (upper, lower):
            shape[lid] = middle + open_part * (shape[lid] - middle)
    turned = shape @ rotation(yaw_deg, pitch_deg, roll_deg).T
    return (turned * size_px + [x_px, y_px, 0]).astype(np.float32)


def rotation(yaw_deg, pitch_deg, roll_deg):
    yaw, pitch, roll = np.radians([yaw_deg, pitch_deg, roll_deg])
    about_y = [[np.cos(yaw), 0, -np.sin(yaw)], [0, 1, 0], [np.sin(yaw), 0, np.cos(yaw)]]
    about_x = [
        [1, 0, 0],
        [0, np.cos(pitch), np.sin(pitch)],
        [0, -np.sin(pitch), np.cos(pitch)],
    ]
    about_z = [
        [np.cos(roll), -np.sin(roll), 0],
        [np.sin(roll), np.cos(roll), 0],
        [0, 0, 1],
    ]
    return np.array(about_y) @ np.array(about_x) @ np.array(about_z)


@dataclass
class Sitting:
    """Shows faces to a guide, thirty frames a second."""

    guide: Guide
    bgr: np.ndarray = None
    now_s: float = 100.0

    def __call__(self, *meshes, seconds=FRAME_S, fade=1.0, places=None):
        """The last answer of so much time; at least one frame."""
        return self.all(*meshes, seconds=seconds, fade=fade, places=places)[-1]

    def all(self, *meshes, seconds, fade=1.0, places=None):
        faces = [
            TrackedFace(who, FaceMesh(points, 0.99), fade)
            for who, points in enumerate(meshes, 1)
        ]
        seats = dict(enumerate(places or range(len(meshes)), 1))
        bgr = LIT if self.bgr is None else self.bgr
        answers = []
        for _ in range(max(1, round(seconds / FRAME_S))):
            frame = Frame(bgr, self.now_s, 0)
            answers.append(self.guide.look(frame, glimpse_of(bgr), faces, seats))
            self.now_s += FRAME_S
        return answers
