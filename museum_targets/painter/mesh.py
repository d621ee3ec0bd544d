"""Triangle meshes: the canonical face, smooth subdivision, and drawing to buffers."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from museum_targets.painter.noise import Image

MODELS_DIR = Path(__file__).parents[2] / "assets" / "models"
CANONICAL_FACE = "geometry_pipeline_metadata_landmarks.binarypb"
POINTS, VERTEX_FLOATS, TRIANGLE_INDICES = 468, 5, 2694

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """A triangle mesh with per-vertex values.

    Attributes:
        xyz_cm: (n, 3) positions, x to the right of the picture, y up, z to the viewer.
        uv: (n, 2) place in the face texture, 0 to 1, v down.
        faces: (m, 3) vertex indices.
    """

    xyz_cm: Floats
    uv: Floats
    faces: Ints


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Number and value of every field of a protobuf message."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        if tag & 7 == 2:
            size, at = _varint(data, at)
            yield tag >> 3, data[at : at + size]
            at += size
        elif tag & 7 == 5:
            yield tag >> 3, data[at : at + 4]
            at += 4
        else:
            value, at = _varint(data, at)
            yield tag >> 3, value


def canonical_face(models_dir: Path | None = None) -> Mesh:
    """The canonical 468-point face that comes with the landmark model.

    Args:
        models_dir: Folder of the models; the repository's by default.

    Raises:
        FileNotFoundError: If the model file is missing.
    """
    data = ((models_dir or MODELS_DIR) / CANONICAL_FACE).read_bytes()
    message = next(value for key, value in _fields(data) if key == 1)
    assert isinstance(message, bytes)
    parts = list(_fields(message))
    raw = b"".join(v for key, v in parts if key == 3 and isinstance(v, bytes))
    table = np.array(struct.unpack(f"<{POINTS * VERTEX_FLOATS}f", raw))
    table = table.reshape(POINTS, VERTEX_FLOATS)
    index = [v for key, v in parts if key == 4 and isinstance(v, int)]
    faces = np.array(index[-TRIANGLE_INDICES:], np.int32).reshape(-1, 3)
    return Mesh(table[:, :3], table[:, 3:], faces)


def boundary(faces: Ints) -> list[int]:
    """Vertices along the single open rim of a mesh, in order."""
    edges = {(int(a), int(b)) for f in faces for a, b in zip(f, np.roll(f, -1))}
    following = {a: b for a, b in edges if (b, a) not in edges}
    loop = [min(following)]
    while following[loop[-1]] != loop[0]:
        loop.append(following[loop[-1]])
    return loop


def subdivide(mesh: Mesh) -> Mesh:
    """One step of Loop subdivision (Loop, 1987); open rims follow cubic splines."""
    faces = mesh.faces.astype(np.int64)
    values = np.hstack([mesh.xyz_cm, mesh.uv])
    count = len(values)
    sides = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    opposite = np.hstack([faces[:, 2], faces[:, 0], faces[:, 1]])
    key = np.sort(sides, axis=1)
    edges, inverse = np.unique(key, axis=0, return_inverse=True)
    inverse = inverse.ravel()
    uses = np.bincount(inverse, minlength=len(edges))
    across = np.zeros((len(edges), values.shape[1]))
    np.add.at(across, inverse, values[opposite])
    ends = values[edges[:, 0]] + values[edges[:, 1]]
    rim = uses == 1
    middle = np.where(rim[:, None], ends / 2, ends * 3 / 8 + across / 8)
    even = _even_vertices(values, edges, rim)
    ab, bc, ca = (count + inverse.reshape(3, -1)).astype(np.int64)
    a, b, c = faces.T
    new = np.vstack(
        [np.c_[a, ab, ca], np.c_[b, bc, ab], np.c_[c, ca, bc], np.c_[ab, bc, ca]]
    )
    out = np.vstack([even, middle])
    return Mesh(out[:, :3], out[:, 3:], new.astype(np.int32))


def _even_vertices(values: Floats, edges: NDArray[np.int64], rim: NDArray[np.bool_]) -> Floats:
    """Smoothed positions of the old vertices."""
    count = len(values)

    def gather(which: NDArray[np.int64]) -> tuple[Floats, Floats]:
        total, valence = np.zeros_like(values), np.zeros(count)
        for one, other in ((0, 1), (1, 0)):
            np.add.at(total, which[:, one], values[which[:, other]])
            np.add.at(valence, which[:, one], 1)
        return total, valence

    total, valence = gather(edges)
    beta = np.where(valence == 3, 3 / 16, 3 / (8 * np.maximum(valence, 1)))[:, None]
    inner = values * (1 - valence[:, None] * beta) + total * beta
    rim_total, rim_valence = gather(edges[rim])
    return np.where(rim_valence[:, None] > 0, values * 0.75 + rim_total / 8, inner)


def vertex_normals(mesh: Mesh) -> Floats:
    """(n, 3) unit normals, averaged over the adjoining faces by area."""
    a, b, c = (mesh.xyz_cm[mesh.faces[:, i]] for i in range(3))
    face = np.cross(b - a, c - a)
    total = np.zeros_like(mesh.xyz_cm)
    for i in range(3):
        np.add.at(total, mesh.faces[:, i], face)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    return np.asarray(total / np.maximum(length, 1e-9))


def draw(
    xyz_px: Floats, faces: Ints, values: Floats, size_wh: tuple[int, int]
) -> tuple[Image, Image]:
    """Draw per-vertex values, nearest surface first, seen from far in front.

    Args:
        xyz_px: (n, 3) positions, x right, y down, z to the viewer.
        faces: (m, 3) vertex indices.
        values: (n, 3) values to interpolate.
        size_wh: Size of the picture.

    Returns:
        Values (h, w, 3) and coverage (h, w), 1 where the mesh is.
    """
    width, height = size_wh
    far = 100.0 * height
    at = np.empty((len(xyz_px), 3), np.float32)
    at[:, 0] = xyz_px[:, 0] - width / 2
    at[:, 1] = height / 2 - xyz_px[:, 1]
    at[:, 2] = xyz_px[:, 2] - far
    at[:, :2] *= ((far - xyz_px[:, 2]) / far)[:, None]
    look = cv2.TriangleRasterizeSettings()
    look.setCullingMode(cv2.RASTERIZE_CULLING_NONE)
    look.setShadingType(cv2.RASTERIZE_SHADING_SHADED)
    colour = np.zeros((height, width, 3), np.float32)
    depth = np.full((height, width), 2 * far, np.float32)
    field = float(2 * np.arctan(0.5 * height / far))
    cv2.triangleRasterize(
        at.reshape(-1, 1, 3),
        np.ascontiguousarray(faces, np.int32).reshape(-1, 1, 3),
        np.ascontiguousarray(values, np.float32).reshape(-1, 1, 3),
        colour,
        depth,
        np.eye(4, dtype=np.float32),
        field,
        far / 2,
        far * 2,
        look,
    )
    return colour, (depth < 1.9 * far).astype(np.float32)
