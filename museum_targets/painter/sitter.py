"""A sitter brought before the canvas: head and bust posed, drawn as layers."""

from dataclasses import dataclass

import cv2
import numpy as np

from museum_targets.painter.complexion import Complexion
from museum_targets.painter.features import face_texture
from museum_targets.painter.head import Pose, Proportions, sculpt
from museum_targets.painter.mesh import Floats, Ints, Mesh, draw, vertex_normals
from museum_targets.painter.noise import Image, tint
from museum_targets.painter.scene import Frame, Layer
from museum_targets.painter.texture import (
    LEFT_CM,
    TEXTURE_PX_PER_CM,
    TOP_CM,
    FaceTexture,
)

NECK_PIVOT_CM = np.array([0.0, -3.0, -5.0])
NECK_DEPTH_CM = -4.5
# Height, half width, half depth and middle depth of the bust's cross sections, in cm.
BUST_CM = np.array(
    [
        (-3.0, 5.2, 5.6, -5.2),
        (-7.0, 5.2, 5.4, -5.0),
        (-10.5, 5.3, 5.4, -5.4),
        (-13.0, 6.1, 5.8, -5.8),
        (-15.0, 8.8, 6.6, -6.0),
        (-16.8, 14.0, 7.8, -6.0),
        (-18.8, 18.2, 8.8, -5.8),
        (-22.0, 20.4, 9.8, -5.6),
        (-28.0, 21.2, 11.0, -5.4),
        (-38.0, 21.0, 11.2, -5.4),
        (-62.0, 21.0, 11.2, -5.4),
    ]
)


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who sits, and how.

    Attributes:
        proportions: Shape of the face.
        look: Colours and age.
        pose: Where the head turns.
        body_yaw_deg: Where the shoulders turn.
        build: Width of neck and shoulders, 1 is average.
        seed: Seed of the skin's tone.
    """

    proportions: Proportions
    look: Complexion
    pose: Pose
    body_yaw_deg: float = 0.0
    build: float = 1.0
    seed: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class PosedHead:
    """A drawn head.

    Attributes:
        layer: The head in canvas pixels.
        points_cm: (468, 3) landmarks after posing, in studio cm.
    """

    layer: Layer
    points_cm: Floats


def neck_shift(pose: Pose) -> Floats:
    """Where the neck goes so that the middle of a turned face stays in place."""
    middle = (
        np.array([0.0, 0.0, 3.0]) - NECK_PIVOT_CM
    ) @ pose.matrix().T + NECK_PIVOT_CM
    return np.array([-middle[0], -middle[1], 0.0])


def posed(points_cm: Floats, pose: Pose) -> Floats:
    """Turn points about the neck, the middle of the face staying in place."""
    turned = (points_cm - NECK_PIVOT_CM) @ pose.matrix().T + NECK_PIVOT_CM
    return np.asarray(turned + neck_shift(pose))


def form_flow(normal: Image, smooth_px: float) -> Image:
    """Brush direction (h, w) around a form: across the slope of its surface."""
    nx, ny = normal[..., 0], normal[..., 1]
    cos = cv2.GaussianBlur(ny * ny - nx * nx, (0, 0), smooth_px)
    sin = cv2.GaussianBlur(2 * nx * ny, (0, 0), smooth_px)
    return np.asarray(0.5 * np.arctan2(sin, cos), np.float32)


def draw_head(sitter: Sitter, frame: Frame, levels: int = 3) -> PosedHead:
    """Sculpt, paint, pose and draw a sitter's head."""
    mesh, points = sculpt(sitter.proportions, levels, sitter.seed)
    texture = face_texture(points, sitter.look, sitter.seed)
    at = posed(mesh.xyz_cm, sitter.pose)
    normals = vertex_normals(Mesh(at, mesh.rest_cm, mesh.faces))
    depth_rest = np.c_[mesh.rest_cm, at[:, 2]]
    xyz_px = np.c_[frame.px(at), at[:, 2] * frame.scale_px]
    values = draw(xyz_px, mesh.faces, depth_rest, frame.size_wh)
    normal = draw(xyz_px, mesh.faces, normals, frame.size_wh)
    layer = _dressed(values, _cover(normal), normal, texture, frame)
    return PosedHead(layer, posed(points, sitter.pose))


def _cover(normal: Image) -> Image:
    return np.asarray(np.linalg.norm(normal, axis=2) > 0.2, np.float32)


def _dressed(
    values: Image, cover: Image, normal: Image, texture: FaceTexture, frame: Frame
) -> Layer:
    u = (values[..., 0] - LEFT_CM) * TEXTURE_PX_PER_CM
    v = (TOP_CM - values[..., 1]) * TEXTURE_PX_PER_CM

    def sampled(image: Image) -> Image:
        small = cv2.GaussianBlur(
            image, (0, 0), 0.35 * TEXTURE_PX_PER_CM / frame.scale_px
        )
        return np.asarray(
            cv2.remap(small, u, v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE),
            np.float32,
        )

    bump = sampled(texture.bump_cm) * cover
    dx = cv2.Sobel(bump, cv2.CV_32F, 1, 0, ksize=3) * (frame.scale_px / 8)
    dy = cv2.Sobel(bump, cv2.CV_32F, 0, 1, ksize=3) * (frame.scale_px / 8)
    inner = cv2.erode(cover, np.ones((5, 5)))
    bent = normal + np.dstack([-dx * inner, dy * inner, 0 * dx])
    bent /= np.maximum(np.linalg.norm(bent, axis=2, keepdims=True), 1e-6)
    return Layer(
        mask=cv2.GaussianBlur(cover, (0, 0), 0.8),
        depth_cm=np.asarray(values[..., 2] + bump, np.float32),
        normal=np.asarray(bent, np.float32),
        albedo_bgr=sampled(texture.colour_bgr),
        flow_rad=form_flow(normal, 0.3 * frame.scale_px),
        gloss=sampled(texture.gloss),
        skin=sampled(texture.skin),
    )


def neck_relief(angle_rad: Floats, y_cm: Floats) -> Floats:
    """Height in cm of the neck's long muscles, collarbones and the notch between.

    Args:
        angle_rad: Around the neck, 0 at the front.
        y_cm: Height on the bust.
    """
    turn = np.abs((angle_rad + np.pi) % (2 * np.pi) - np.pi)
    down = np.clip((-4.0 - y_cm) / 10.8, 0, 1)
    muscle = np.exp(-(((turn - (1.35 - 1.13 * down)) / (0.20 - 0.06 * down)) ** 2))
    muscle *= np.clip((y_cm + 16.2) / 1.6, 0, 1) * np.clip(down * 6, 0, 1)
    bone = np.exp(-(((y_cm + 16.0 - 1.1 * np.minimum(turn, 1.2)) / 0.55) ** 2))
    bone *= np.clip((turn - 0.08) / 0.2, 0, 1) * np.clip((1.35 - turn) / 0.4, 0, 1)
    above = np.exp(-(((y_cm + 14.4 - turn) / 0.9) ** 2) - ((turn - 0.7) / 0.3) ** 2)
    notch = np.exp(-((turn / 0.13) ** 2) - ((y_cm + 15.3) / 0.8) ** 2)
    throat = np.exp(-((turn / 0.22) ** 2) - ((y_cm + 9.5) / 1.6) ** 2)
    return np.asarray(
        0.42 * muscle + 0.45 * bone - 0.35 * above - 0.30 * notch + 0.15 * throat
    )


def bust_mesh(build: float, yaw_deg: float) -> Mesh:
    """Neck, shoulders and chest as a loft through `BUST_CM`."""
    rows, around = 200, 160
    y = np.linspace(BUST_CM[0, 0], BUST_CM[-1, 0], rows)
    order = BUST_CM[::-1]
    wide, deep, middle = (np.interp(y, order[:, 0], order[:, i]) for i in (1, 2, 3))
    kernel = np.hanning(19)[1:-1] / np.hanning(19)[1:-1].sum()
    wide, deep, middle = (
        np.convolve(np.pad(v, 8, mode="edge"), kernel, "valid")
        for v in (wide, deep, middle)
    )
    angle = np.linspace(0, 2 * np.pi, around, endpoint=False)
    swell = 1 + neck_relief(angle[None, :], y[:, None]) / deep[:, None]
    x = build * wide[:, None] * swell * np.sin(angle)
    z = middle[:, None] + deep[:, None] * swell * np.cos(angle)
    turn = np.radians(yaw_deg) * np.clip((-6 - y) / 8, 0, 1)[:, None]
    dz = z - NECK_DEPTH_CM
    xyz = np.stack(
        [
            x * np.cos(turn) + dz * np.sin(turn),
            y[:, None] + 0 * x,
            dz * np.cos(turn) - x * np.sin(turn) + NECK_DEPTH_CM,
        ],
        axis=2,
    )
    index = np.arange(rows * around).reshape(rows, around)
    a, b = index[:-1], index[1:]
    c, d = np.roll(a, -1, 1), np.roll(b, -1, 1)
    faces: Ints = np.vstack(
        [np.stack([a, b, c], -1).reshape(-1, 3), np.stack([c, b, d], -1).reshape(-1, 3)]
    ).astype(np.int32)
    points = xyz.reshape(-1, 3)
    return Mesh(points, points[:, :2].copy(), faces)


def draw_bust(sitter: Sitter, frame: Frame) -> Layer:
    """Draw bare neck and shoulders; clothes go over them."""
    mesh = bust_mesh(sitter.build, sitter.body_yaw_deg)
    at = mesh.xyz_cm + neck_shift(sitter.pose)
    xyz_px = np.c_[frame.px(at), at[:, 2] * frame.scale_px]
    values = draw(xyz_px, mesh.faces, np.c_[mesh.rest_cm, at[:, 2]], frame.size_wh)
    normal = draw(xyz_px, mesh.faces, vertex_normals(mesh), frame.size_wh)
    cover = _cover(normal)
    normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-6)
    albedo = np.empty_like(values)
    albedo[:] = tint(sitter.look.skin_bgr) * tint([0.93, 0.95, 0.99])
    return Layer(
        mask=cv2.GaussianBlur(cover, (0, 0), 0.8),
        depth_cm=values[..., 2].copy(),
        normal=normal,
        albedo_bgr=albedo,
        flow_rad=form_flow(normal, 0.6 * frame.scale_px),
        gloss=cover * np.float32(sitter.look.gloss * 0.7),
        skin=cover.copy(),
    )
