"""Judges how well painted faces and their picture suit."""

from typing import Final

import numpy as np

from pipeline.detail import detail_width_px
from pipeline.live import MOST_VISITORS
from pipeline.painting import LEAST_FACE_PX, PaintedFace
from pipeline.types import ImageBgr, SizePx
from pipeline.verdict import Finding, Scale, Severity, Verdict
from pipeline.zones import Zones

DISPLAY_PX: Final = (1080, 1920)
"""The display that a painting is judged for."""

_TINY: Final = Scale(Verdict.TINY_PICTURE, 900, 600, 100)
_SMALL: Final = Scale(Verdict.FACE_SMALL, 120, 80, LEAST_FACE_PX)
_SMALL_SHOWN: Final = Scale(Verdict.FACE_SMALL_SHOWN, 90, 60, 0)
_PROFILE: Final = Scale(Verdict.PROFILE, 42, 50, 90)
_COVERED: Final = Scale(Verdict.COVERED, 0.35, 0.55, 0.85)
_WAVERING: Final = Scale(Verdict.WAVERING, 0.01, 0.03, 1)
_COARSE: Final = Scale(Verdict.LOW_RESOLUTION, 80, 50, 20)


def judge_face(
    bgr: ImageBgr, face: PaintedFace, display_px: SizePx = DISPLAY_PX
) -> tuple[Finding, ...]:
    """All that is to be said against one face, the worst first.

    Args:
        bgr: The painting at full size.
        face: In it.
        display_px: Room that the painting will have.
    """
    height, width = bgr.shape[:2]
    scale = min(display_px[0] / width, display_px[1] / height)
    detail_px = detail_width_px(bgr, face.points_px, face.width_px)
    findings = [
        *_SMALL.judge(face.width_px),
        *_SMALL_SHOWN.judge(face.width_px * scale),
        *_PROFILE.judge(abs(face.yaw_deg)),
        *_COVERED.judge(covered_share(face)),
        *_WAVERING.judge(face.wavering),
    ]
    if detail_px < 0.9 * face.width_px:
        findings += _COARSE.judge(detail_px)
    return tuple(sorted(findings, key=lambda each: -each.severity))


def judge_picture(size_px: SizePx, seen: int, offered: int) -> tuple[Finding, ...]:
    """All that is to be said against the picture as a whole, the worst first.

    Args:
        size_px: Of the picture.
        seen: How many faces there are, suited or not.
        offered: How many can be stepped into.
    """
    findings = list(_TINY.judge(max(size_px)))
    if not offered:
        findings.append(Finding(Verdict.NO_FACE, Severity.UNUSABLE, seen, 1))
    if offered > MOST_VISITORS:
        many = Finding(Verdict.MANY_FACES, Severity.USABLE, offered, MOST_VISITORS)
        findings.append(many)
    return tuple(sorted(findings, key=lambda each: -each.severity))


def covered_share(face: PaintedFace) -> float:
    """How much of a face is behind something, 0 to 1."""
    shown = face.occlusion.shown
    x0, y0, x1, _ = face.occlusion.box
    scale = shown.shape[1] / max(1, x1 - x0)
    points = (face.points_px - np.array([x0, y0, 0])) * scale
    zones = Zones(points, shown.shape[1::-1], face.width_px * scale)
    inside = zones.silhouette() > 0
    if not inside.any():
        return 1.0
    return float(1 - shown[inside].mean())
