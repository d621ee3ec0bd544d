"""Gold leaf and ornament: spirals, mosaics, rings and triangles."""

import cv2
import numpy as np

from museum_targets.painter.noise import Image, fractal_noise, tint, value_noise
from museum_targets.painter.scene import Frame
from museum_targets.painter.texture import Bgr

GOLD: Bgr = (0.24, 0.58, 0.76)
PALE_GOLD: Bgr = (0.46, 0.78, 0.92)
DARK_GOLD: Bgr = (0.10, 0.30, 0.46)
INK: Bgr = (0.08, 0.08, 0.10)
SILVER: Bgr = (0.72, 0.74, 0.72)
JEWELS: tuple[Bgr, ...] = (
    (0.55, 0.30, 0.12),
    (0.16, 0.20, 0.62),
    (0.30, 0.46, 0.16),
    (0.48, 0.20, 0.36),
    (0.80, 0.86, 0.88),
    (0.08, 0.08, 0.10),
)


class Ornament:
    """Draws motifs in studio cm on a sheet of gold.

    Attributes:
        bgr: (h, w, 3) the sheet, 0 to 1.
    """

    def __init__(self, frame: Frame, base_bgr: Bgr, seed: int) -> None:
        """Lay the gold, uneven as leaf is, with the joints of its sheets."""
        self.frame = frame
        self.rng = np.random.default_rng(seed)
        shape, k = frame.shape_hw, frame.scale_px
        tone = (
            1
            + 0.10 * fractal_noise(shape, 5 * k, seed, 6)
            + 0.05 * value_noise(shape, 0.25 * k, seed + 9)
        )
        x, y = frame.grid_cm()
        sheet = np.floor(x / 7.5 + 0.1 * np.sin(y)) * 1.7 + np.floor(y / 7.5) * 2.3
        tone += 0.035 * np.sin(sheet * 5.1)
        self.bgr = np.asarray(tint(base_bgr) * tone[..., None], np.float32)

    def line(
        self,
        points_cm: list[tuple[float, float]],
        width_cm: float,
        bgr: Bgr,
        closed: bool = False,
    ) -> None:
        """An even line."""
        points = np.round(self.frame.px(points_cm) * 16).astype(np.int32)
        width = max(1, round(width_cm * self.frame.scale_px))
        cv2.polylines(self.bgr, [points], closed, bgr, width, cv2.LINE_AA, 4)

    def patch(self, points_cm: list[tuple[float, float]], bgr: Bgr) -> None:
        """A filled polygon."""
        points = np.round(self.frame.px(points_cm) * 16).astype(np.int32)
        cv2.fillPoly(self.bgr, [points], bgr, cv2.LINE_AA, 4)

    def spiral(
        self,
        x: float,
        y: float,
        radius_cm: float,
        bgr: Bgr,
        hand: float = 1.0,
        width_cm: float = 0.22,
    ) -> None:
        """A spiral of two and a half turns."""
        turn = np.linspace(0, 5 * np.pi, 90)
        far = radius_cm * (turn / turn[-1]) ** 0.85
        start = self.rng.uniform(0, 2 * np.pi)
        self.line(
            [
                (x + r * np.cos(hand * t + start), y + r * np.sin(hand * t + start))
                for t, r in zip(turn, far, strict=True)
            ],
            width_cm,
            bgr,
        )

    def rings(self, x: float, y: float, radius_cm: float) -> None:
        """Concentric rings, like an eye or a shield."""
        for i, share in enumerate((1.0, 0.78, 0.5, 0.26)):
            bgr = (INK, PALE_GOLD, JEWELS[int(self.rng.integers(0, 5))], SILVER)[i]
            circle = [
                (x + radius_cm * share * np.cos(t), y + radius_cm * share * np.sin(t))
                for t in np.linspace(0, 2 * np.pi, 40)
            ]
            self.patch(circle, bgr)

    def mosaic(
        self, x0: float, y0: float, x1: float, y1: float, cell_cm: float
    ) -> None:
        """Upright rectangles of many colours, some split by bars."""
        y = y0
        while y < y1:
            tall = cell_cm * self.rng.uniform(0.8, 2.2)
            x = x0
            while x < x1:
                wide = cell_cm * self.rng.uniform(0.4, 1.1)
                kind = self.rng.random()
                bgr = (
                    JEWELS[int(self.rng.integers(0, len(JEWELS)))]
                    if kind < 0.42
                    else (PALE_GOLD if kind < 0.7 else DARK_GOLD)
                )
                box = [
                    (x, y),
                    (x + wide * 0.86, y),
                    (x + wide * 0.86, y + tall * 0.9),
                    (x, y + tall * 0.9),
                ]
                if kind < 0.85:
                    self.patch(box, bgr)
                if kind < 0.16:
                    self.rings(x + wide * 0.43, y + tall * 0.45, wide * 0.3)
                x += wide
            y += tall

    def triangles(
        self, x0: float, x1: float, y: float, side_cm: float, bgr: Bgr
    ) -> None:
        """A row of triangles."""
        x = x0
        while x < x1:
            self.patch(
                [(x, y), (x + side_cm, y), (x + side_cm / 2, y + side_cm * 0.9)], bgr
            )
            x += side_cm * 1.1


def gold_wall(frame: Frame, seed: int) -> Image:
    """A wall of gold leaf strewn with spirals and small squares."""
    sheet = Ornament(frame, GOLD, seed)
    rng = sheet.rng
    for _ in range(420):
        x, y = rng.uniform(-26, 26), rng.uniform(-36, 30)
        size = rng.uniform(0.15, 0.42)
        bgr = (PALE_GOLD, DARK_GOLD, (0.36, 0.68, 0.86))[int(rng.integers(0, 3))]
        sheet.patch([(x, y), (x + size, y), (x + size, y + size), (x, y + size)], bgr)
    for x in np.arange(-25, 26, 3.9):
        for y in np.arange(-32, 30, 4.1):
            px, py = x + rng.normal(0, 0.6), y + rng.normal(0, 0.6)
            sheet.spiral(
                px,
                py,
                rng.uniform(1.2, 1.9),
                (DARK_GOLD, PALE_GOLD)[int(rng.random() < 0.4)],
                rng.choice([-1.0, 1.0]),
            )
    return sheet.bgr


def robe(frame: Frame, seed: int) -> Image:
    """Cloth of gold: mosaics, rings and spirals crowded together."""
    sheet = Ornament(frame, (0.20, 0.52, 0.72), seed)
    rng = sheet.rng
    sheet.mosaic(-27, -36, 27, -12, 1.5)
    for _ in range(46):
        x, y = rng.uniform(-24, 24), rng.uniform(-34, -13)
        if rng.random() < 0.5:
            sheet.rings(x, y, rng.uniform(0.7, 1.5))
        else:
            sheet.spiral(
                x,
                y,
                rng.uniform(0.9, 1.7),
                (INK, PALE_GOLD, (0.5, 0.2, 0.1))[int(rng.integers(0, 3))],
                1.0,
                0.26,
            )
    for y in (-19.5, -29.5):
        sheet.triangles(-26, 26, y, 1.3, INK)
    return sheet.bgr
