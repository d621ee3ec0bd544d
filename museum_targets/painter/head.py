"""A sitter's head: the canonical face morphed, closed to a skull and smoothed."""

from dataclasses import dataclass, fields

import numpy as np

from museum_targets.painter.mesh import Floats, Mesh, boundary, neutral_face, subdivide

UPPER_INNER_LIP = [191, 80, 81, 82, 13, 312, 311, 310, 415]
LOWER_INNER_LIP = [95, 88, 178, 87, 14, 317, 402, 318, 324]
SKULL_CENTRE_CM = np.array([0.0, 2.2, -3.4])
SKULL_RADII_CM = np.array([7.9, 10.0, 10.6])
RINGS = 7

# For every proportion: landmark, reach in cm, shift in cm; the other half mirrors it.
MORPHS: dict[str, list[tuple[int, float, tuple[float, float, float]]]] = {
    "jaw": [(172, 3.6, (-0.9, -0.2, 0.0)), (136, 3.0, (-0.5, -0.1, 0.1))],
    "chin": [(152, 2.6, (0.0, -0.9, 0.25)), (148, 2.0, (-0.1, -0.5, 0.1))],
    "cheekbones": [(116, 2.4, (-0.3, 0.1, 0.45)), (123, 2.0, (-0.2, 0.0, 0.3))],
    "cheeks": [(205, 2.4, (-0.25, 0.0, 0.5)), (213, 2.4, (-0.4, 0.0, 0.2))],
    "nose_length": [(4, 1.7, (0.0, -0.35, 0.25)), (2, 1.4, (0.0, -0.4, 0.0))],
    "nose_bridge": [(197, 1.3, (0.0, 0.0, 0.45)), (6, 1.2, (0.0, 0.0, 0.4))],
    "nose_width": [(129, 1.2, (-0.35, 0.0, 0.0)), (48, 1.0, (-0.2, 0.0, 0.05))],
    "nose_tip": [(1, 1.1, (0.0, 0.15, 0.45))],
    "brow": [(105, 1.8, (0.0, -0.12, 0.5)), (9, 1.6, (0.0, 0.0, 0.35))],
    "eye_open": [(159, 0.7, (0.0, 0.16, 0.0)), (145, 0.6, (0.0, -0.06, 0.0))],
    "eye_width": [(33, 1.1, (-0.18, 0.0, -0.05))],
    "eye_tilt": [(33, 1.2, (0.0, 0.25, 0.0)), (133, 0.8, (0.0, -0.06, 0.0))],
    "lips": [
        (0, 0.7, (0.0, 0.16, 0.14)),
        (37, 0.6, (0.0, 0.12, 0.08)),
        (17, 0.8, (0.0, -0.2, 0.2)),
        (84, 0.7, (0.0, -0.12, 0.1)),
    ],
    "mouth_width": [(61, 1.3, (-0.3, 0.0, -0.05))],
    "smile": [(61, 1.5, (-0.14, 0.26, -0.08)), (205, 1.6, (-0.05, 0.1, 0.14))],
    "forehead": [(10, 3.6, (0.0, 0.8, 0.0)), (67, 3.0, (0.0, 0.6, 0.1))],
    "short": [(152, 4.2, (0.0, 1.1, 0.0)), (17, 2.6, (0.0, 0.25, 0.0))],
    "taper": [
        (172, 2.6, (0.75, 0.1, 0.0)),
        (150, 2.2, (0.85, 0.35, 0.0)),
        (149, 1.8, (0.6, 0.4, 0.1)),
        (148, 1.3, (0.15, 0.25, 0.1)),
    ],
    "narrow": [(234, 5.0, (0.6, 0.0, 0.0)), (132, 4.0, (0.5, 0.0, 0.0))],
}

# Landmark, reach in cm and usual shift in cm of what differs between the halves.
UNEVEN: list[tuple[int, float, tuple[float, float]]] = [
    (105, 1.6, (0.0, 0.10)),
    (159, 0.7, (0.0, 0.05)),
    (33, 1.0, (0.0, 0.05)),
    (4, 1.6, (0.14, 0.0)),
    (61, 1.2, (0.06, 0.10)),
    (172, 3.0, (0.14, 0.0)),
    (152, 2.4, (0.14, 0.0)),
]


@dataclass(frozen=True, slots=True)
class Proportions:
    """How a sitter differs from the canonical face: 0 not at all, 1 strongly."""

    jaw: float = 0.0
    chin: float = 0.0
    cheekbones: float = 0.0
    cheeks: float = 0.0
    nose_length: float = 0.0
    nose_bridge: float = 0.0
    nose_width: float = 0.0
    nose_tip: float = 0.0
    brow: float = 0.0
    eye_open: float = 0.0
    eye_width: float = 0.0
    eye_tilt: float = 0.0
    lips: float = 0.0
    mouth_width: float = 0.0
    smile: float = 0.0
    forehead: float = 0.0
    narrow: float = 0.0
    short: float = 0.0
    taper: float = 0.0


@dataclass(frozen=True, slots=True)
class Pose:
    """Head rotation in degrees: yaw to picture right, pitch up, roll clockwise."""

    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    roll_deg: float = 0.0

    def matrix(self) -> Floats:
        """(3, 3) rotation for x right, y up, z to the viewer."""
        yaw, pitch, roll = np.radians([self.yaw_deg, self.pitch_deg, self.roll_deg])
        turn = np.array(
            [[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]]
        )
        nod = np.array(
            [
                [1, 0, 0],
                [0, np.cos(pitch), np.sin(pitch)],
                [0, -np.sin(pitch), np.cos(pitch)],
            ]
        )
        tilt = np.array(
            [
                [np.cos(roll), np.sin(roll), 0],
                [-np.sin(roll), np.cos(roll), 0],
                [0, 0, 1],
            ]
        )
        return np.asarray(tilt @ turn @ nod)


def morph(points_cm: Floats, proportions: Proportions) -> Floats:
    """Shift the 468 points by Gaussian-weighted pulls, the same on both halves."""
    out = points_cm.copy()
    mirror = np.array([-1.0, 1.0, 1.0])
    for field in fields(proportions):
        amount = getattr(proportions, field.name)
        for landmark, reach_cm, shift in MORPHS[field.name] if amount else ():
            middle = points_cm[landmark]
            central = abs(middle[0]) < 0.05
            for side in (1.0,) if central else (1.0, -1.0):
                sign = np.ones(3) if side > 0 else mirror
                gap = ((points_cm - middle * sign) ** 2).sum(1)
                weight = np.exp(-gap / (2 * (reach_cm / 1.6) ** 2))[:, None]
                out += amount * weight * np.array(shift) * sign
    return out


def uneven(points_cm: Floats, seed: int) -> Floats:
    """Give the halves of a face the small differences that every face has."""
    out = points_cm.copy()
    rng = np.random.default_rng(seed)
    for landmark, reach_cm, shift in UNEVEN:
        gap = ((points_cm - points_cm[landmark]) ** 2).sum(1)
        weight = np.exp(-gap / (2 * (reach_cm / 1.6) ** 2))[:, None]
        amount = float(np.clip(rng.normal(), -1.4, 1.4))
        out += amount * weight * np.array([*shift, 0.0])
    return out


def close_mouth(points_cm: Floats) -> Floats:
    """Bring the lips together, the lower lip rising to the upper."""
    out = points_cm.copy()
    for upper, lower in zip(UPPER_INNER_LIP, LOWER_INNER_LIP, strict=True):
        rise = points_cm[upper, 1] - points_cm[lower, 1]
        gap = ((points_cm[:, :2] - points_cm[lower, :2]) ** 2).sum(1)
        below = points_cm[:, 1] <= points_cm[lower, 1] + 1e-6
        out[:, 1] += np.where(below, rise * np.exp(-gap / 0.9) * 0.42, 0.0)
    seam = (out[UPPER_INNER_LIP] + out[LOWER_INNER_LIP]) / 2
    out[UPPER_INNER_LIP] = seam + np.array([0, 0.012, 0])
    out[LOWER_INNER_LIP] = seam - np.array([0, 0.012, 0])
    return out


def with_skull(face: Mesh) -> Mesh:
    """Continue the face's rim over the skull to the back of the head."""
    rim = boundary(face.faces)
    start = face.xyz_cm[rim] - SKULL_CENTRE_CM
    reach = np.linalg.norm(start, axis=1, keepdims=True)
    direction = start / reach
    back = np.array([0.0, 0.05, -1.0])
    angle = np.arccos(np.clip(direction @ back, -1, 1))[:, None]
    points, rest, faces = [face.xyz_cm], [face.rest_cm], [face.faces]
    previous = np.array(rim)
    count = len(face.xyz_cm)
    for ring in range(1, RINGS + 1):
        t = ring / (RINGS + 0.3)
        way = np.sin((1 - t) * angle) * direction + np.sin(t * angle) * back
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        skull = 1 / np.linalg.norm(way / SKULL_RADII_CM, axis=1, keepdims=True)
        keep = np.exp(-((t * 3.0) ** 2))
        here_cm = SKULL_CENTRE_CM + way * (keep * reach + (1 - keep) * skull)
        lowest = np.where(
            face.xyz_cm[rim, 1] < -3.0, face.xyz_cm[rim, 1] + 0.1 * ring**2, -99
        )
        here_cm[:, 1] = np.maximum(here_cm[:, 1], lowest)
        points.append(here_cm)
        rest.append(points[-1][:, :2])
        here = count + np.arange(len(rim))
        ahead, there = np.roll(previous, -1), np.roll(here, -1)
        faces += [np.c_[ahead, previous, here], np.c_[ahead, here, there]]
        previous, count = here, count + len(rim)
    return Mesh(np.vstack(points), np.vstack(rest), np.vstack(faces).astype(np.int32))


def sharpened(mesh: Mesh) -> Mesh:
    """Pull the control points outwards so that subdivision keeps the features' size."""
    wanted, points = mesh.xyz_cm, mesh.xyz_cm.copy()
    for _ in range(3):
        smooth = subdivide(Mesh(points, mesh.rest_cm, mesh.faces)).xyz_cm[: len(points)]
        points += 0.7 * (wanted - smooth)
    return Mesh(points, points[:, :2].copy(), mesh.faces)


def sculpt(
    proportions: Proportions, levels: int = 3, seed: int | None = None
) -> tuple[Mesh, Floats]:
    """Make a sitter's head, looking straight ahead.

    Args:
        proportions: The sitter's differences from the canonical face.
        levels: Subdivision steps.
        seed: Seed of what differs between the halves; none for a mirrored face.

    Returns:
        The smooth head and the sitter's 468 landmarks (468, 3) in cm.
    """
    face = neutral_face()
    points = morph(close_mouth(face.xyz_cm), proportions)
    if seed is not None:
        points = uneven(points, seed)
    head = sharpened(with_skull(Mesh(points, points[:, :2].copy(), face.faces)))
    for _ in range(levels):
        head = subdivide(head)
    return head, points
