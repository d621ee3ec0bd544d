"""Ruffs, pearls, straw hats and other things a sitter may wear."""

import numpy as np

from museum_targets.painter.noise import fractal_noise, smoothstep, tint
from museum_targets.painter.relief import Line
from museum_targets.painter.scene import Frame, Layer, normals_of
from museum_targets.painter.texture import Bgr, curve


def ruff(
    frame: Frame,
    centre_cm: tuple[float, float],
    radii_cm: tuple[float, float],
    base_cm: float,
    pleats: int,
    seed: int,
) -> Layer:
    """A starched ruff: a dish of radial pleats around the neck."""
    x, y = frame.grid_cm()
    dx, dy = (x - centre_cm[0]) / radii_cm[0], (y - centre_cm[1]) / radii_cm[1]
    far = np.hypot(dx, dy).astype(np.float32)
    turn = np.arctan2(dy, dx)
    uneven = 0.25 * np.sin(turn * 5 + seed) + 0.12 * np.sin(turn * 11 + 2 * seed)
    wave = np.sin(turn * pleats + uneven * 2 + 1.4 * np.sin(far * 9) * 0.4)
    rim = 1.0 + 0.022 * wave + 0.012 * np.sin(turn * 3 + seed)
    soft = 1.2 / (frame.scale_px * min(radii_cm))
    mask = smoothstep(1.0, -1.0, (far - rim) / soft)
    deep = smoothstep(0.25, 0.9, far)
    tilt = -2.6 * dy - 1.2 * np.clip(far - 0.6, 0, 1)
    depth = base_cm + tilt + wave * (0.15 + 0.55 * deep)
    fold = np.clip(0.5 + 0.5 * wave, 0, 1)
    albedo = tint([0.86, 0.90, 0.92]) * (0.62 + 0.38 * fold**0.7)[..., None]
    lace = 0.06 * np.sin(far * 220) * smoothstep(0.86, 0.9, far)
    albedo = albedo * (
        1 + lace[..., None] - 0.22 * smoothstep(0.62, 0.2, far)[..., None]
    )
    depth = np.asarray(depth, np.float32)
    return Layer(
        mask,
        depth,
        normals_of(depth, frame.scale_px),
        np.asarray(albedo, np.float32),
        np.asarray(np.arctan2(-dy * radii_cm[1], dx * radii_cm[0]), np.float32),
        np.full(frame.shape_hw, 0.05, np.float32),
        np.zeros(frame.shape_hw, np.float32),
    )


def ball(
    frame: Frame,
    centre_cm: tuple[float, float],
    radius_cm: float,
    base_cm: float,
    bgr: Bgr,
    gloss: float,
    long: float = 1.0,
) -> Layer:
    """A pearl or bead; `long` stretches it to a drop."""
    x, y = frame.grid_cm()
    dy = (y - centre_cm[1]) / radius_cm
    dx = (
        (x - centre_cm[0])
        / radius_cm
        * (1 + (long - 1) * 0.45 * np.clip(dy / long, -1, 1))
    )
    far = (dx * dx + (dy / long) ** 2).astype(np.float32)
    mask = smoothstep(
        1.0 + 1.2 / (radius_cm * frame.scale_px),
        1.0 - 1.2 / (radius_cm * frame.scale_px),
        far,
    )
    height = radius_cm * np.sqrt(np.maximum(1 - far, 0.0))
    nz = np.sqrt(np.maximum(1 - far, 0.02))
    normal = np.dstack([dx, dy / long, nz])
    normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-6)
    colour = np.empty((*frame.shape_hw, 3), np.float32)
    colour[:] = bgr
    plain = np.zeros(frame.shape_hw, np.float32)
    return Layer(
        mask,
        np.asarray(base_cm + height, np.float32),
        np.asarray(normal, np.float32),
        colour,
        np.asarray(np.arctan2(dx, dy), np.float32),
        plain + np.float32(gloss),
        plain,
    )


def beads(path_cm: Line, count: int) -> list[tuple[float, float]]:
    """Even places of `count` beads on a smooth thread."""
    places = curve(path_cm, count)
    return [(float(px), float(py)) for px, py in places[:, :2]]


def straw(
    frame: Frame,
    centre_cm: tuple[float, float],
    radii_cm: tuple[float, float],
    tilt_deg: float,
    base_cm: float,
    rise_cm: float,
    lean: float,
    bgr: Bgr,
    seed: int,
) -> Layer:
    """A disc or dome of plaited straw.

    Args:
        frame: The canvas.
        centre_cm: Middle of the ellipse.
        radii_cm: Its half axes.
        tilt_deg: Its turn, anticlockwise.
        base_cm: Depth of its rim.
        rise_cm: Height of its middle above the rim.
        lean: Depth gained per cm downwards: a brim that comes forward.
        bgr: Own colour.
        seed: Seed of the plait.
    """
    x, y = frame.grid_cm()
    angle = np.radians(tilt_deg)
    u = (
        (x - centre_cm[0]) * np.cos(angle) + (y - centre_cm[1]) * np.sin(angle)
    ) / radii_cm[0]
    v = (
        (y - centre_cm[1]) * np.cos(angle) - (x - centre_cm[0]) * np.sin(angle)
    ) / radii_cm[1]
    turn = np.arctan2(v, u)
    wobble = 1 + 0.02 * np.sin(3 * turn + seed) + 0.012 * np.sin(7 * turn + seed)
    far = (np.hypot(u, v) / wobble).astype(np.float32)
    soft = 1.0 / (frame.scale_px * min(radii_cm))
    mask = smoothstep(1.0 + soft, 1.0 - soft, far)
    rings = np.sin(far * radii_cm[0] * 5.5) * 0.05
    plait = np.sin(turn * 150 + np.floor(far * radii_cm[0] * 5.5 / np.pi) * 1.6) * 0.03
    dome = rise_cm * np.sqrt(np.maximum(1 - np.minimum(far, 1) ** 2, 0))
    depth = np.asarray(
        base_cm + dome + rings + plait - lean * (y - centre_cm[1]), np.float32
    )
    tone = (
        1
        + 0.09 * fractal_noise(frame.shape_hw, 2 * frame.scale_px, seed, 4)
        + 1.2 * plait
        + 0.8 * rings
    )
    albedo = tint(bgr) * tone[..., None]
    flow = (
        np.arctan2(-radii_cm[1] * np.cos(turn), -radii_cm[0] * np.sin(turn)) + angle * 0
    )
    plain = np.zeros(frame.shape_hw, np.float32)
    return Layer(
        mask,
        depth,
        normals_of(depth, frame.scale_px),
        np.asarray(albedo, np.float32),
        np.asarray(flow, np.float32),
        plain + np.float32(0.08),
        plain,
    )
