"""The picture before it is painted: layers of form with their materials and flow."""

from dataclasses import dataclass

import cv2
import numpy as np

from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image


@dataclass(frozen=True, slots=True)
class Frame:
    """Where centimetres of the studio lie on the canvas.

    Attributes:
        size_wh: Canvas size in pixels.
        scale_px: Pixels per centimetre.
        origin_px: Canvas place of the point (0, 0), the middle of a sitter's face.
    """

    size_wh: tuple[int, int]
    scale_px: float
    origin_px: tuple[float, float]

    @property
    def shape_hw(self) -> tuple[int, int]:
        """Height and width in pixels."""
        return self.size_wh[1], self.size_wh[0]

    def px(self, points_cm: Floats | list[tuple[float, float]]) -> Floats:
        """Canvas points (n, 2), y down, of points in cm, y up."""
        points = np.asarray(points_cm, float)[:, :2]
        return np.asarray(points * [self.scale_px, -self.scale_px] + self.origin_px)

    def grid_cm(self) -> tuple[Image, Image]:
        """Studio x and y in cm of every pixel, each (h, w)."""
        width, height = self.size_wh
        x = (np.arange(width, dtype=np.float32) - self.origin_px[0]) / self.scale_px
        y = (self.origin_px[1] - np.arange(height, dtype=np.float32)) / self.scale_px
        grid = np.meshgrid(x, y)
        return grid[0].astype(np.float32), grid[1].astype(np.float32)

    def moved(self, x_cm: float, y_cm: float, scale: float = 1.0) -> "Frame":
        """The same canvas with the origin elsewhere, for another sitter."""
        (x, y), k = self.origin_px, self.scale_px
        return Frame(self.size_wh, k * scale, (x + x_cm * k, y - y_cm * k))


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """One body of a picture, drawn in canvas pixels.

    Attributes:
        mask: (h, w) 0 to 1, soft at the edges.
        depth_cm: (h, w) height towards the viewer.
        normal: (h, w, 3) unit normals, x right, y up, z to the viewer.
        albedo_bgr: (h, w, 3) own colour, 0 to 1.
        flow_rad: (h, w) direction of brush strokes, x right, y down.
        gloss: (h, w) strength of highlights.
        skin: (h, w) 0 to 1, how far light scatters below the surface.
    """

    mask: Image
    depth_cm: Image
    normal: Image
    albedo_bgr: Image
    flow_rad: Image
    gloss: Image
    skin: Image


def normals_of(depth_cm: Image, scale_px: float) -> Image:
    """Unit normals (h, w, 3) of a height field in cm."""
    dx = cv2.Sobel(depth_cm, cv2.CV_32F, 1, 0, ksize=3) * (scale_px / 8)
    dy = cv2.Sobel(depth_cm, cv2.CV_32F, 0, 1, ksize=3) * (scale_px / 8)
    normal = np.dstack([-dx, dy, np.ones_like(dx)])
    return np.asarray(
        normal / np.linalg.norm(normal, axis=2, keepdims=True), np.float32
    )


class Scene:
    """Layers put in front of one another, the nearest last.

    Attributes:
        frame: The canvas.
        merged: All layers so far, flattened; its mask is the whole figure.
    """

    def __init__(self, frame: Frame, back_cm: float = -16.0) -> None:
        """Start with an empty wall `back_cm` behind the face."""
        self.frame = frame
        height, width = frame.shape_hw
        flat = np.zeros((height, width), np.float32)
        front = np.zeros((height, width, 3), np.float32)
        front[..., 2] = 1
        colour = np.zeros_like(front)
        rest = (flat.copy(), flat.copy(), flat.copy())
        self.merged = Layer(flat.copy(), flat + back_cm, front, colour, *rest)

    def add(self, layer: Layer, shadow: float = 0.0) -> Layer:
        """Put a layer in front of the others and return it.

        Args:
            layer: The body.
            shadow: Strength of its soft shadow on what is just below it.
        """
        if shadow:
            self.drop_shadow(layer.mask, (0.2, -0.5), 0.4, shadow)
        below, a = self.merged, layer.mask
        a3 = a[..., None]
        whole = a + below.mask * (1 - a)
        share = (a / np.maximum(whole, 1e-4))[..., None]
        self.merged = Layer(
            mask=whole,
            depth_cm=below.depth_cm + (layer.depth_cm - below.depth_cm) * a,
            normal=below.normal + (layer.normal - below.normal) * a3,
            albedo_bgr=below.albedo_bgr + (layer.albedo_bgr - below.albedo_bgr) * share,
            flow_rad=np.where(a > 0.5, layer.flow_rad, below.flow_rad),
            gloss=below.gloss + (layer.gloss - below.gloss) * a,
            skin=below.skin + (layer.skin - below.skin) * a,
        )
        return layer

    def drop_shadow(
        self,
        mask: Image,
        shift_cm: tuple[float, float],
        soft_cm: float,
        strength: float,
        tint_bgr: tuple[float, float, float] = (0.42, 0.46, 0.60),
    ) -> None:
        """Darken what is there by the soft shadow of a body still to be added.

        Args:
            mask: (h, w) outline of the body.
            shift_cm: Where its shadow falls, right and up.
            soft_cm: Softness of the shadow.
            strength: 0 to 1.
            tint_bgr: What the darkest shadow leaves of a colour.
        """
        k = self.frame.scale_px
        move = np.array([[1, 0, shift_cm[0] * k], [0, 1, -shift_cm[1] * k]])
        moved = cv2.warpAffine(mask, move, self.frame.size_wh)
        shade = cv2.GaussianBlur(moved, (0, 0), soft_cm * k) * np.float32(strength)
        left = 1 - shade[..., None] * (1 - np.array(tint_bgr, np.float32))
        self.merged.albedo_bgr[...] = self.merged.albedo_bgr * left

    def base(self, lift_cm: float, soft_cm: float = 1.0) -> Image:
        """Smoothed depth of what is there, raised: what the next layer lies on."""
        sigma = soft_cm * self.frame.scale_px
        return cv2.GaussianBlur(self.merged.depth_cm, (0, 0), sigma) + np.float32(
            lift_cm
        )
