"""Triangle meshes: the canonical face, smooth subdivision, and drawing to buffers."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from museum_targets.painter.noise import Image
from pipeline.mesh import canonical_face
from pipeline.raster import draw_values

Ints = NDArray[np.int32]
Floats = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """A triangle mesh with per-vertex values.

    Attributes:
        xyz_cm: (n, 3) positions, x to the right of the picture, y up, z to the viewer.
        rest_cm: (n, 2) x and y before the head was turned: the place in the texture.
        faces: (m, 3) vertex indices.
    """

    xyz_cm: Floats
    rest_cm: Floats
    faces: Ints


def neutral_face() -> Mesh:
    """The canonical face, looking ahead.

    Raises:
        ModelError: If its file is missing from the models.
    """
    face = canonical_face()
    points = face.points_cm * np.array([1.0, -1.0, -1.0])
    return Mesh(points, points[:, :2].copy(), face.triangles)


@lru_cache(maxsize=1)
def mirror_order() -> NDArray[np.intp]:
    """For each of the 468 landmarks, the one at its place on the other half."""
    points = neutral_face().xyz_cm
    gap = points[:, None] - points[None] * [-1.0, 1.0, 1.0]
    return np.asarray((gap**2).sum(2).argmin(1))


def boundary(faces: Ints) -> list[int]:
    """Vertices along the single open rim of a mesh, in order."""
    sides = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    edges = {(int(a), int(b)) for a, b in sides}
    following = {a: b for a, b in edges if (b, a) not in edges}
    loop = [min(following)]
    while following[loop[-1]] != loop[0]:
        loop.append(following[loop[-1]])
    return loop


def subdivide(mesh: Mesh) -> Mesh:
    """One step of Loop subdivision (Loop, 1987); open rims follow cubic splines."""
    faces = mesh.faces.astype(np.int64)
    values = np.hstack([mesh.xyz_cm, mesh.rest_cm])
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


def _even_vertices(
    values: Floats, edges: NDArray[np.int64], rim: NDArray[np.bool_]
) -> Floats:
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
) -> Image:
    """Draw per-vertex values, nearest surface first, seen from far in front.

    Args:
        xyz_px: (n, 3) positions, x right, y down, z to the viewer.
        faces: (m, 3) vertex indices.
        values: (n, 3) values to interpolate.
        size_wh: Size of the picture.

    Returns:
        (h, w, 3), 0 where the mesh is not.
    """
    points = (xyz_px * [1, 1, -1]).astype(np.float32)
    return draw_values(points, faces, values.astype(np.float32), size_wh)
