"""The canonical face: its triangles, its halves, its named places.

Topology and indices are MediaPipe's face geometry (Apache-2.0), read from the model
folder. Its 898 triangles close eyes and mouth: their only border is the outline.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from pipeline.geometry import fit_similarity
from pipeline.types import AnyArray, IntArray, Points3d
from pipeline.weights import Model, model_path

POINT_COUNT = 468

# fmt: off
OVAL = np.array([
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400,
    377, 152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67,
    109])
"""The face's outline, clockwise from the top of the forehead."""

STABLE = np.array([
    33, 133, 362, 263, 168, 6, 197, 195, 5, 4, 1, 234, 454, 127, 356, 10, 151, 9, 8, 93,
    323, 132, 361])
"""Points that hardly move with the expression: what the head's pose is fitted on."""

LIPS = np.array([
    61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181,
    91, 146])
"""Outer outline of the lips."""

LEFT_EYE = np.array([33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145,
                     144, 163, 7])
"""Lids of the eye at the left of the image, from the outer corner over the top."""

RIGHT_EYE = np.array([263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374,
                      373, 390, 249])

LEFT_BROW = np.array([70, 63, 105, 66, 107, 55, 65, 52, 53, 46])
RIGHT_BROW = np.array([300, 293, 334, 296, 336, 285, 295, 282, 283, 276])

SKIN_PATCHES = (
    np.array([50, 101, 118, 117, 123, 187, 205]),
    np.array([280, 330, 347, 346, 352, 411, 425]),
    np.array([6, 197, 195, 5, 4, 51, 281]),
)
"""Left cheek, right cheek and nose: skin in nearly every face."""
# fmt: on


@dataclass(frozen=True, slots=True, eq=False)
class CanonicalFace:
    """The face model that every mesh is an instance of.

    Attributes:
        points_cm: ``(468, 3)`` float32, x right, y down, z away from the viewer.
        triangles: ``(898, 3)`` int32, without holes, all wound the same way.
        mirrored: ``(468,)`` int32: for each point its partner on the other half.
    """

    points_cm: Points3d
    triangles: IntArray
    mirrored: IntArray


@cache
def canonical_face() -> CanonicalFace:
    """Read the canonical face once.

    Raises:
        ModelError: If its file is missing or altered.
    """
    data = model_path(Model.FACE_GEOMETRY).read_bytes()
    points, triangles = _read_geometry(data)
    points_cm = (points * [1, -1, -1]).astype(np.float32)
    gap = points_cm[:, None] * [-1, 1, 1] - points_cm[None]
    mirrored = np.argmin((gap**2).sum(-1), 1).astype(np.int32)
    return CanonicalFace(points_cm, triangles, mirrored)


def normals(points: Points3d) -> AnyArray:
    """Outward unit normals ``(N, 3)`` of mesh points; -z faces the viewer."""
    triangles = canonical_face().triangles
    a, b, c = (points[triangles[:, k]] for k in range(3))
    face = np.cross(b - a, c - a)
    summed = np.stack(
        [
            np.bincount(triangles.ravel(), np.repeat(face[:, k], 3), len(points))
            for k in range(3)
        ],
        axis=1,
    )
    length = np.linalg.norm(summed, axis=1, keepdims=True)
    outward: AnyArray = summed / np.maximum(length, 1e-9)
    return outward if outward[STABLE, 2].mean() < 0 else -outward


def head_rotation(points: Points3d) -> AnyArray:
    """The head's rotation ``(3, 3)`` from the canonical, frontal pose."""
    canonical = canonical_face().points_cm
    matrix, _ = fit_similarity(canonical[STABLE], points[STABLE])
    rotation: AnyArray = matrix / np.cbrt(np.linalg.det(matrix))
    return rotation


def _read_geometry(data: bytes) -> tuple[AnyArray, IntArray]:
    """Points ``(468, 3)`` and triangles out of MediaPipe's face geometry message.

    The message (``face_geometry.proto``) holds the mesh in field 1; in it, field 3 is
    the vertex buffer (x, y, z, u, v) and field 4 the index buffer.
    """
    mesh = next(value for field, value in _fields(data) if field == 1)
    vertices: list[float] = []
    indices: list[int] = []
    for field, value in _fields(mesh):
        if field == 3:
            vertices += struct.unpack(f"<{len(value) // 4}f", value)
        elif field == 4:
            indices.append(int.from_bytes(value, "little"))
    points = np.array(vertices, np.float32).reshape(POINT_COUNT, 5)[:, :3]
    return points, np.array(indices, np.int32).reshape(-1, 3)


def _fields(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and raw little-endian bytes of each field of a protobuf message."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        kind = tag & 7
        if kind == 0:
            number, at = _varint(data, at)
            yield tag >> 3, number.to_bytes(8, "little")
            continue
        if kind == 2:
            size, at = _varint(data, at)
        else:
            size = {1: 8, 5: 4}[kind]
        yield tag >> 3, data[at : at + size]
        at += size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at
