"""A face's paint box: a flat texture in cm into which features are drawn."""

from collections.abc import Sequence

import cv2
import numpy as np
from scipy.interpolate import CubicSpline

from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, tint

TEXTURE_PX_PER_CM = 60
LEFT_CM, TOP_CM, WIDTH_CM, HEIGHT_CM = -9.0, 13.0, 18.0, 25.0
SIZE_WH = (int(WIDTH_CM * TEXTURE_PX_PER_CM), int(HEIGHT_CM * TEXTURE_PX_PER_CM))

Bgr = tuple[float, float, float]


def curve(
    points: Sequence[Sequence[float]] | Floats, count: int = 80, closed: bool = False
) -> Floats:
    """Smooth curve (count, d) through points, even in arc length of the polygon."""
    p = np.asarray(points, float)
    if closed:
        p = np.vstack([p, p[:1]])
    t = np.r_[0, np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1) + 1e-9)]
    ends = "periodic" if closed else "natural"
    out = CubicSpline(t, p, bc_type=ends)(
        np.linspace(0, t[-1], count, endpoint=not closed)
    )
    return np.asarray(out)


def off(points: Floats, right_cm: float, up_cm: float) -> Floats:
    """One point (2 or 3,) or several (n, 2 or 3), shifted in the picture plane."""
    out = np.array(points, float)
    out[..., 0] += right_cm
    out[..., 1] += up_cm
    return out


class FaceTexture:
    """Own colour, bumps and gloss of a face, in front view.

    Attributes:
        colour_bgr: (h, w, 3) own colour, 0 to 1.
        bump_cm: (h, w) added height.
        gloss: (h, w) strength of highlights.
        skin: (h, w) 1 on skin, 0 on eyes and hair.
    """

    def __init__(self, skin_bgr: Bgr, gloss: float) -> None:
        """Start with plain skin."""
        width, height = SIZE_WH
        self.colour_bgr = np.empty((height, width, 3), np.float32)
        self.colour_bgr[:] = skin_bgr
        self.bump_cm = np.zeros((height, width), np.float32)
        self.gloss = np.full((height, width), gloss, np.float32)
        self.skin = np.ones((height, width), np.float32)
        x = np.arange(width, dtype=np.float32) / TEXTURE_PX_PER_CM + LEFT_CM
        y = TOP_CM - np.arange(height, dtype=np.float32) / TEXTURE_PX_PER_CM
        grid = np.meshgrid(x, y)
        self.x_cm, self.y_cm = grid[0], grid[1]

    def px(self, points_cm: Floats) -> Floats:
        """Texture pixels (n, 2) of points in cm."""
        p = np.asarray(points_cm, float)[:, :2]
        return np.asarray(
            (p - np.array([LEFT_CM, TOP_CM])) * [TEXTURE_PX_PER_CM, -TEXTURE_PX_PER_CM]
        )

    def polygon(self, points_cm: Floats, soft_cm: float) -> Image:
        """Mask (h, w) of a filled outline with a soft edge."""
        mask = np.zeros(self.bump_cm.shape, np.uint8)
        points = np.round(self.px(points_cm) * 16).astype(np.int32)
        cv2.fillPoly(mask, [points], 255, cv2.LINE_AA, 4)
        return self._softened(mask, soft_cm)

    def line(
        self, points_cm: Floats, widths_cm: Sequence[float], soft_cm: float
    ) -> Image:
        """Mask (h, w) of a stroke whose width runs evenly through `widths_cm`."""
        path = curve(points_cm, 60)
        steps = np.linspace(0, len(widths_cm) - 1, len(path))
        widths = np.interp(steps, np.arange(len(widths_cm)), widths_cm)
        side = np.gradient(path, axis=0)
        side = np.c_[-side[:, 1], side[:, 0]]
        side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-9)
        half = side * widths[:, None] / 2
        return self.polygon(
            np.vstack([path[:, :2] + half, (path[:, :2] - half)[::-1]]), soft_cm
        )

    def lines(
        self, paths_cm: Sequence[Floats], width_cm: float, soft_cm: float
    ) -> Image:
        """Mask (h, w) of many thin lines of one width."""
        mask = np.zeros(self.bump_cm.shape, np.uint8)
        paths = [
            np.round(self.px(curve(p, 12)) * 16).astype(np.int32) for p in paths_cm
        ]
        width = max(1, round(width_cm * TEXTURE_PX_PER_CM))
        cv2.polylines(mask, paths, False, 255, width, cv2.LINE_AA, 4)
        return self._softened(mask, soft_cm)

    def blob(
        self,
        centre_cm: Sequence[float] | Floats,
        radii_cm: Sequence[float],
        turn_deg: float = 0,
    ) -> Image:
        """Gaussian spot (h, w), 1 in its middle; radii are standard deviations."""
        angle = np.radians(turn_deg)
        dx, dy = self.x_cm - centre_cm[0], self.y_cm - centre_cm[1]
        along = dx * np.cos(angle) + dy * np.sin(angle)
        across = dy * np.cos(angle) - dx * np.sin(angle)
        spot = np.exp(-0.5 * ((along / radii_cm[0]) ** 2 + (across / radii_cm[1]) ** 2))
        return np.asarray(spot, np.float32)

    def glaze(self, mask: Image, factor_bgr: Bgr) -> None:
        """Multiply the colour by a factor where the mask is."""
        self.colour_bgr *= 1 + mask[..., None] * (tint(factor_bgr) - 1)

    def cover(
        self,
        mask: Image,
        bgr: Bgr,
        gloss: float | None = None,
        skin: float | None = None,
    ) -> None:
        """Paint a colour over what is there."""
        self.colour_bgr += (tint(bgr) - self.colour_bgr) * mask[..., None]
        if gloss is not None:
            self.gloss += (gloss - self.gloss) * mask
        if skin is not None:
            self.skin += (skin - self.skin) * mask

    def _softened(self, mask: Image, soft_cm: float) -> Image:
        sigma = max(soft_cm * TEXTURE_PX_PER_CM, 0.5)
        return np.asarray(cv2.GaussianBlur(mask, (0, 0), sigma), np.float32) / 255
