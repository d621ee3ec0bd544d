"""What the demo visitor does at each moment: a pure function of time."""

import math
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from pipeline.types import AnyArray

PERIOD_S: Final = 600.0
"""Blinks repeat after ten minutes; all else never quite repeats."""
CLOSING_S: Final = 0.10
SHUT_S: Final = 0.07
OPENING_S: Final = 0.18


@dataclass(frozen=True, slots=True)
class Act:
    """One moment of the visitor.

    Attributes:
        yaw: Turn in radians, positive towards the right of the picture.
        pitch: Nod in radians, positive downwards.
        roll: Tilt in radians, positive clockwise.
        shift_xy_px: How far the head is moved, in stage pixels.
        zoom: How large she appears, 1 or more.
        breath_px: How far the shoulders are raised.
        shut: 0 open eyes to 1 closed ones.
        brow_px: How far the brows are raised.
        gaze_px: How far the irises look to the right.
        drop: Jaw, 0 to 1.
        close: Lips over the teeth, 0 to 1.
        narrow: Mouth made narrower, 0 to 0.3.
        sink_px: How far the mouth's corners sink.
        light_xyz: Where the light comes from, as a direction of length 1.
        light_bgr: Its colour, around 1.
        brightness: Of all, around 1.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    shift_xy_px: tuple[float, float] = (0.0, 0.0)
    zoom: float = 1.0
    breath_px: float = 0.0
    shut: float = 0.0
    brow_px: float = 0.0
    gaze_px: float = 0.0
    drop: float = 0.0
    close: float = 0.0
    narrow: float = 0.0
    sink_px: float = 0.0
    light_xyz: tuple[float, float, float] = (0.0, 0.0, -1.0)
    light_bgr: tuple[float, float, float] = (1.0, 1.0, 1.0)
    brightness: float = 1.0


def act_at(t_s: float) -> Act:
    """Look up the script.

    Args:
        t_s: Seconds since the visitor came; any number from 0.
    """
    yaw = math.radians(15.0) * _wave(t_s, 7.3) + math.radians(5.0) * _wave(t_s, 3.1, 1)
    talking = _pulse(t_s, 13.0, 3.0, 7.0)
    rounding = _pulse(t_s, 13.0, 8.2, 9.6)
    resting = _pulse(t_s, 17.0, 9.0, 14.5) * (1.0 - talking) * (1.0 - rounding)
    syllable = max(0.0, _wave(t_s, 0.31) + 0.6 * _wave(t_s, 0.47, 2) + 0.3)
    drop = 0.30 * talking * syllable + 0.34 * rounding
    lit = 0.8 * _wave(t_s, 19.0)
    warmth = 0.06 * _wave(t_s, 23.0, 1)
    direction = np.array([lit, -0.35 + 0.25 * _wave(t_s, 29.0, 2), -0.8])
    direction /= np.linalg.norm(direction)
    shut = _shut(t_s)
    return Act(
        yaw=yaw,
        pitch=math.radians(6.0) * _wave(t_s, 5.3, 2)
        + math.radians(1.5) * talking * _wave(t_s, 1.1),
        roll=math.radians(4.5) * _wave(t_s, 8.9, 1),
        shift_xy_px=(10.0 * _wave(t_s, 6.1, 3), 5.0 * _wave(t_s, 4.7)),
        zoom=1.15 - 0.13 * math.cos(2.0 * math.pi * t_s / 21.0),
        breath_px=2.5 * _wave(t_s, 3.9),
        shut=shut,
        brow_px=4.0 * _pulse(t_s, 11.0, 3.5, 4.6) - 2.0 * shut,
        gaze_px=-4.0 * yaw / math.radians(20.0),
        drop=drop,
        close=max(resting, 0.9 * rounding, 0.35 * talking * (1.0 - min(1.0, syllable))),
        narrow=0.10 * resting + 0.20 * rounding + 0.05 * talking,
        sink_px=5.0 * resting + 9.0 * rounding + 2.0 * talking,
        light_xyz=(float(direction[0]), float(direction[1]), float(direction[2])),
        light_bgr=(1.0 - warmth, 1.0, 1.0 + warmth),
        brightness=1.0 + 0.07 * _wave(t_s, 31.0),
    )


def _wave(t_s: float, period_s: float, phase: float = 0.0) -> float:
    return math.sin(2.0 * math.pi * t_s / period_s + phase)


def _pulse(t_s: float, period_s: float, from_s: float, to_s: float) -> float:
    """1 between two moments of each period, with soft flanks of half a second."""
    at_s = t_s % period_s
    return _ease((at_s - from_s) / 0.5) * _ease((to_s - at_s) / 0.5)


def _ease(share: float) -> float:
    clipped = min(1.0, max(0.0, share))
    return clipped * clipped * (3.0 - 2.0 * clipped)


@cache
def _blinks_s() -> AnyArray:
    """When blinks begin in each period: irregular, now and then two in a row."""
    random = np.random.default_rng(1969)
    moments, at_s = [], 1.2
    while at_s < PERIOD_S - 1.0:
        moments.append(at_s)
        is_double = random.random() < 0.15
        at_s += 0.45 if is_double else 1.3 + float(random.gamma(2.0, 1.1))
    return np.array(moments)


def _shut(t_s: float) -> float:
    at_s = t_s % PERIOD_S
    begun = int(np.searchsorted(_blinks_s(), at_s, side="right")) - 1
    if begun < 0:
        return 0.0
    since_s = at_s - float(_blinks_s()[begun])
    opening_s = since_s - CLOSING_S - SHUT_S
    return _ease(since_s / CLOSING_S) * (1.0 - _ease(opening_s / OPENING_S))
