"""Plays one moment of the script: expression first, then the turn of the head."""

import math
from collections.abc import Mapping
from typing import Final, TypeAlias

import cv2
import numpy as np

from pipeline.sources.puppet.eyes import both_eyes
from pipeline.sources.puppet.mouth import Mouth
from pipeline.sources.puppet.relief import STEP, carve
from pipeline.sources.puppet.script import Act
from pipeline.sources.puppet.stage import MARGIN_PX, VIEW_PX, load_stage
from pipeline.sources.puppet.warp import Places, sample
from pipeline.types import AnyArray, ImageBgr

LOOKS: Final = 3
"""How often the way back through the warp is corrected."""
UNIT_LIGHT: Final = 128
AMBIENT: Final = 0.62
"""Share of the light that comes from everywhere."""
GRAIN: Final = 5
"""Camera noise, from 0 to this many grey levels."""
STEPS: Final[Mapping[str, float]] = {
    "shut": 1 / 64,
    "lift": 0.25,
    "aside": 0.25,
    "drop": 1 / 256,
    "close": 1 / 64,
    "narrow": 1 / 512,
    "sink": 0.25,
}
"""Smallest change of eyes and mouth, about a quarter of a pixel of the view."""

_Steps: TypeAlias = dict[str, float]


class Puppet:
    """The portrait with everything that makes it move, ready to be drawn.

    Not for several threads at once.
    """

    def __init__(self) -> None:
        self._stage = load_stage()
        self._relief = carve(self._stage)
        self._eyes = both_eyes(self._stage)
        self._mouth = Mouth(self._stage)
        self._canvas = self._stage.bgra.copy()
        width, height = VIEW_PX[0] // STEP, VIEW_PX[1] // STEP
        x = np.arange(width, dtype=np.float32) * STEP + 0.5 * (STEP - 1)
        y = np.arange(height, dtype=np.float32) * STEP + 0.5 * (STEP - 1)
        self._view_x, self._view_y = np.meshgrid(x, y)
        noise = np.random.default_rng(7).normal(0.5 * GRAIN, 0.3 * GRAIN, (1040, 1600))
        grain = np.clip(noise, 0, GRAIN).astype(np.uint8)
        self._grain = cv2.merge([grain, grain, grain])
        self._expressed: tuple[_Steps, _Steps] | None = None
        # Made once: fresh memory of this size costs as much as what is written into it.
        view = VIEW_PX[::-1]
        self._at = np.empty(view, np.float32), np.empty(view, np.float32)
        self._seen = np.empty((*view, 4), np.uint8)
        self._lit = np.empty((*view, 3), np.uint8)

    def draw(self, act: Act, grain_seed: int) -> ImageBgr:
        """Draw one moment.

        Args:
            act: What she does.
            grain_seed: Chooses the noise.

        Returns:
            A new ``(720, 1280, 3)`` picture.
        """
        self._express(act)
        at = self._way_back(act)
        full = _to_view(at[0], self._at[0]), _to_view(at[1], self._at[1])
        seen = sample(self._canvas, full, self._seen)
        picture = cv2.cvtColor(seen, cv2.COLOR_BGRA2BGR)
        light = self._light(act, at)
        lit = cv2.multiply(picture, light, picture, scale=1.0 / UNIT_LIGHT)
        x, y = grain_seed * 97 % 320, grain_seed * 57 % 320
        grain = self._grain[y : y + VIEW_PX[1], x : x + VIEW_PX[0]]
        return np.asarray(cv2.add(lit, grain, lit), np.uint8)

    def _express(self, act: Act) -> None:
        """Paint eyes and mouth, each only where it is not as it was painted last.

        They move in steps too small to be seen, so that much of the time nothing does.
        """
        source, canvas = self._stage.bgra, self._canvas
        gaze = _steps(shut=act.shut, lift=act.brow_px, aside=act.gaze_px)
        lips = _steps(
            drop=act.drop, close=act.close, narrow=act.narrow, sink=act.sink_px
        )
        before, self._expressed = self._expressed, (gaze, lips)
        if before is None or before[0] != gaze:
            for eye in self._eyes:
                eye.draw(source, canvas, **gaze)
        if before is None or before[1] != lips:
            self._mouth.draw(source, canvas, **lips)

    def _way_back(self, act: Act) -> Places:
        """Where in the stage each eighth pixel of the view comes from.

        The warp is known forwards only; the way back is found by repeated correction
        (a fixed point, since the warp is smooth and gentle).
        """
        turn = _rotation(act)[:2] - np.eye(3, dtype=np.float32)[:2]
        shift = np.array(act.shift_xy_px, np.float32)[:, None]
        moved = np.asarray(cv2.transform(self._relief.field, np.hstack([turn, shift])))
        move_x = np.ascontiguousarray(moved[..., 0])
        move_y = moved[..., 1] - np.float32(act.breath_px) * self._relief.breathing
        middle_x, middle_y = VIEW_PX[0] / 2, VIEW_PX[1] / 2
        goal_x = (self._view_x - middle_x) / act.zoom + (middle_x + MARGIN_PX)
        goal_y = (self._view_y - middle_y) / act.zoom + (middle_y + MARGIN_PX)
        x, y = goal_x, goal_y
        for _ in range(LOOKS):
            place = _to_relief((x, y))
            x, y = goal_x - sample(move_x, place), goal_y - sample(move_y, place)
        return x, y

    def _light(self, act: Act, at: Places) -> ImageBgr:
        """How much of the light each pixel of the view gets, 128 for all of it."""
        towards = _rotation(act).T @ np.array(act.light_xyz, np.float32)
        frontal = (1.0 - AMBIENT) / 0.85
        colour = UNIT_LIGHT * act.brightness * np.array(act.light_bgr)
        matrix = colour[:, None] * np.append(frontal * towards, AMBIENT)[None]
        shade = cv2.transform(self._relief.normals, matrix.astype(np.float32))
        seen = sample(cv2.convertScaleAbs(shade), _to_relief(at))
        return np.asarray(_to_view(seen, self._lit), np.uint8)


def _to_view(field: AnyArray, into: AnyArray) -> AnyArray:
    return np.asarray(
        cv2.resize(field, VIEW_PX, dst=into, interpolation=cv2.INTER_LINEAR)
    )


def _steps(**amounts: float) -> _Steps:
    return {
        name: round(amount / STEPS[name]) * STEPS[name]
        for name, amount in amounts.items()
    }


def _to_relief(at: Places) -> Places:
    """Turn places in the stage into places in the relief."""
    middle = np.float32(0.5 * (STEP - 1))
    share = np.float32(1.0 / STEP)
    return (at[0] - middle) * share, (at[1] - middle) * share


def _rotation(act: Act) -> AnyArray:
    """Roll after pitch after yaw; x right, y down, z away."""
    cy, sy = math.cos(act.yaw), math.sin(act.yaw)
    cp, sp = math.cos(act.pitch), math.sin(act.pitch)
    cr, sr = math.cos(act.roll), math.sin(act.roll)
    yaw = np.array([[cy, 0, -sy], [0, 1, 0], [sy, 0, cy]])
    pitch = np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]])
    roll = np.array([[cr, -sr, 0], [sr, cr, 0], [0, 0, 1]])
    rotation: AnyArray = (roll @ pitch @ yaw).astype(np.float32)
    return rotation
