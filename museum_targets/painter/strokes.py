"""Oil strokes: stamps of a bristle brush laid in layers of falling size.

After Haeberli, Paint by Numbers (1990) and Hertzmann, Painterly Rendering with Curved
Brush Strokes of Multiple Sizes (1998); the stamps are bent by the flow's own curvature.
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from museum_targets.painter.noise import Image, value_noise

ANGLES, BENDS, KINDS = 36, 3, 4
BEND_PER_LENGTH_RAD = 0.9


@dataclass(frozen=True, slots=True)
class Brush:
    """One layer of strokes.

    Attributes:
        width_px: Width of a stroke on a canvas of 2,000 px height.
        long: Length over width.
        cover: Opacity, 0 to 1.
        density: Strokes per own area of stroke.
        jitter_rad: Random turn of a stroke.
        tone: Random change of lightness.
        hue: Random change of colour.
        body: Thickness of the paint, for impasto.
        least: Paint only where the canvas differs from the model by more than this.
        detail: Paint only where the detail map is at least this.
    """

    width_px: float
    long: float = 3.5
    cover: float = 0.9
    density: float = 1.6
    jitter_rad: float = 0.2
    tone: float = 0.03
    hue: float = 0.02
    body: float = 1.0
    least: float = 0.0
    detail: float = 0.0


@lru_cache(maxsize=64)
def stamps(width_px: float, long: float) -> tuple[tuple[Image, Image], ...]:
    """Opacity and paint height of strokes, by angle, bend and kind, in that order."""
    length = width_px * long
    half = int(np.ceil((length + width_px) / 2)) + 1
    axis = np.arange(-half, half + 1, dtype=np.float32)
    x, y = np.meshgrid(axis, axis)
    bank = []
    for step in range(ANGLES):
        angle = np.pi * step / ANGLES
        along = x * np.cos(angle) + y * np.sin(angle)
        across = y * np.cos(angle) - x * np.sin(angle)
        for bend in range(BENDS):
            lean = (bend - 1) * BEND_PER_LENGTH_RAD / length
            bowed = across - lean * along**2 / 2
            bank += [
                _stamp(along, bowed, width_px, length, kind) for kind in range(KINDS)
            ]
    return tuple(bank)


def _stamp(
    along: Image, across: Image, width: float, length: float, kind: int
) -> tuple[Image, Image]:
    rows = 40
    bristle = value_noise((rows, 64), 64 * 0.6, 900 + kind) * 0.3
    bristle = bristle + value_noise((rows, rows), 2.2, 950 + kind)[:, :1] * 0.7
    s = np.clip(across / width + 0.5, 0, 1)
    t = np.clip(along / length + 0.5, 0, 1)
    hair = cv2.remap(
        bristle.astype(np.float32),
        (t * 63).astype(np.float32),
        (s * (rows - 1)).astype(np.float32),
        cv2.INTER_LINEAR,
    )
    edge = np.clip((width / 2 - abs(across)) / max(0.16 * width, 0.7) + 0.5, 0, 1)
    ends = (length / 2 - abs(along) + 0.22 * width * hair) / max(0.3 * width, 1.0)
    alpha = edge * np.clip(ends, 0, 1) * np.clip(0.95 + 0.25 * hair - 0.35 * t, 0, 1)
    ridge = 0.6 + 0.4 * np.clip(abs(across) / (0.5 * width), 0, 1) ** 3
    height = alpha * (ridge + 0.35 * hair + 0.25 * np.clip(t - 0.7, 0, 1))
    return alpha.astype(np.float32), height.astype(np.float32)


class Canvas:
    """Wet paint: colour and thickness.

    Attributes:
        bgr: (h, w, 3) colour.
        height: (h, w) thickness of the paint.
    """

    def __init__(self, ground_bgr: Image) -> None:
        """Start on a toned ground (h, w, 3)."""
        self.bgr = ground_bgr.astype(np.float32).copy()
        self.height = np.zeros(ground_bgr.shape[:2], np.float32)

    def lay(
        self, model: Image, flow: Image, detail: Image, brush: Brush, seed: int
    ) -> int:
        """Paint one layer of strokes.

        Args:
            model: (h, w, 3) picture to paint.
            flow: (h, w) stroke direction in radians, x right, y down.
            detail: (h, w) 0 to 1, wanted fineness.
            brush: The brush.
            seed: Seed of places and order.

        Returns:
            Number of strokes.
        """
        h, w = flow.shape
        rng = np.random.default_rng(seed)
        width = max(1.5, brush.width_px * h / 2000)
        count = int(brush.density * h * w / (width * width * brush.long))
        x, y = rng.integers(0, w, count), rng.integers(0, h, count)
        keep = detail[y, x] >= brush.detail
        if brush.least:
            off = cv2.GaussianBlur(
                abs(self.bgr - model).max(axis=2), (0, 0), width * 0.6
            )
            keep &= off[y, x] > brush.least * rng.uniform(0.6, 1.4, count)
        x, y = x[keep], y[keep]
        blurred = cv2.GaussianBlur(model, (0, 0), max(0.4, width * 0.22))
        colour = blurred[y, x]
        colour = colour * (1 + rng.normal(0, brush.tone, (len(x), 1)))
        colour = colour + rng.normal(0, brush.hue, (len(x), 3)) * (0.3 + colour)
        self._stamp_all(
            x,
            y,
            colour.astype(np.float32),
            _shapes(flow, x, y, width * brush.long, brush, rng),
            brush,
            width,
        )
        return len(x)

    def _stamp_all(
        self,
        x: NDArray[np.int64],
        y: NDArray[np.int64],
        colour: Image,
        shape: NDArray[np.int64],
        brush: Brush,
        width: float,
    ) -> None:
        bank = stamps(round(width, 1), brush.long)
        half = bank[0][0].shape[0] // 2
        bgr = cv2.copyMakeBorder(self.bgr, half, half, half, half, cv2.BORDER_REPLICATE)
        height = cv2.copyMakeBorder(
            self.height, half, half, half, half, cv2.BORDER_REPLICATE
        )
        size = 2 * half + 1
        masks = [
            (
                np.repeat(a[..., None] * np.float32(brush.cover), 3, 2),
                a * np.float32(brush.cover),
                b * np.float32(brush.body),
            )
            for a, b in bank
        ]
        for i, (x0, y0) in enumerate(zip(x.tolist(), y.tolist(), strict=True)):
            alpha3, alpha, body = masks[shape[i]]
            patch = bgr[y0 : y0 + size, x0 : x0 + size]
            patch += (colour[i] - patch) * alpha3
            relief = height[y0 : y0 + size, x0 : x0 + size]
            relief *= 1 - alpha * 0.8
            relief += body
        self.bgr = np.array(bgr[half:-half, half:-half], np.float32)
        self.height = np.array(height[half:-half, half:-half], np.float32)


def _shapes(
    flow: Image,
    x: NDArray[np.int64],
    y: NDArray[np.int64],
    length: float,
    brush: Brush,
    rng: np.random.Generator,
) -> NDArray[np.int64]:
    h, w = flow.shape
    angle = flow[y, x]
    reach = length / 2
    ends = []
    for sign in (1, -1):
        ex = np.clip(x + sign * reach * np.cos(angle), 0, w - 1).astype(int)
        ey = np.clip(y + sign * reach * np.sin(angle), 0, h - 1).astype(int)
        ends.append(flow[ey, ex])
    curl = np.arctan(np.tan(ends[0] - ends[1]))
    bend = np.clip(np.round(curl / BEND_PER_LENGTH_RAD * 1.2), -1, 1).astype(int) + 1
    turned = angle + rng.normal(0, brush.jitter_rad, len(x))
    step = np.round(turned / np.pi * ANGLES).astype(int)
    flips = (step // ANGLES) % 2
    bend = np.where(flips == 1, 2 - bend, bend)
    kind = rng.integers(0, KINDS, len(x))
    return np.asarray(((step % ANGLES) * BENDS + bend) * KINDS + kind)
