"""The canonical face's topology, and real faces as instances of it."""

from collections import Counter

import numpy as np
import pytest

from pipeline import mesh
from pipeline.geometry import rotation_degrees
from pipeline.mesh import OVAL, canonical_face
from pipeline.painting import prepare_painting


@pytest.fixture(scope="module")
def face():
    return canonical_face()


@pytest.fixture(scope="module")
def edges(face):
    """How many triangles each edge belongs to."""
    corners = np.sort(face.triangles[:, [[0, 1], [1, 2], [2, 0]]], axis=-1)
    return Counter(map(tuple, corners.reshape(-1, 2).tolist()))


def test_it_is_one_sheet_without_holes(face, edges):
    assert face.triangles.shape == (898, 3)
    used = np.unique(face.triangles)
    assert len(used) == mesh.POINT_COUNT
    assert len(used) - len(edges) + len(face.triangles) == 1, "Euler: a disc"


def test_its_only_border_is_the_outline(edges):
    border = {edge for edge, count in edges.items() if count == 1}
    outline = zip(OVAL.tolist(), np.roll(OVAL, -1).tolist(), strict=True)
    assert border == {tuple(sorted(edge)) for edge in outline}
    assert max(edges.values()) == 2


def test_all_triangles_are_wound_the_same_way(face):
    directed = face.triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)
    assert len(np.unique(directed, axis=0)) == len(directed)


def test_mirroring_twice_gives_the_same_point(face):
    again = face.mirrored[face.mirrored]
    assert np.mean(again == np.arange(mesh.POINT_COUNT)) > 0.95
    assert face.mirrored[33] == 263, "outer corners of the eyes"
    assert face.mirrored[1] == 1, "tip of the nose"


def test_the_eye_at_the_left_of_the_image_is_named_left(face):
    assert face.points_cm[mesh.LEFT_EYE, 0].max() < 0
    assert face.points_cm[mesh.RIGHT_EYE, 0].min() > 0
    assert face.points_cm[mesh.LIPS, 1].min() > face.points_cm[mesh.LEFT_EYE, 1].max()


def test_normals_face_the_viewer_and_have_length_one(astronaut_mesh):
    found = mesh.normals(astronaut_mesh.points_px)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-4)
    assert found[mesh.STABLE, 2].mean() < -0.3
    assert found[[4, 5, 9, 151], 2].max() < -0.6, "nose and forehead look at us"


def test_the_sides_of_the_face_look_aside(astronaut_mesh):
    found = mesh.normals(astronaut_mesh.points_px)
    assert found[234, 0] < -0.5
    assert found[454, 0] > 0.5


def test_a_flipped_head_is_turned_the_other_way(engine, studio):
    turban = studio["turban"]
    flipped = prepare_painting("flipped", turban.bgr[:, ::-1].copy(), engine).faces[0]
    face = turban.faces[0]
    assert face.yaw_deg < -20, "she looks to the left of the picture"
    assert flipped.yaw_deg == pytest.approx(-face.yaw_deg, abs=3)
    assert flipped.roll_deg == pytest.approx(-face.roll_deg, abs=3)
    assert flipped.pitch_deg == pytest.approx(face.pitch_deg, abs=3)


def test_the_demo_visitor_turns_as_written(engine, demo):
    turned = {}
    for t_s in (1.6, 5.0):
        bgr = demo.frame_at(t_s)
        points = engine.landmarker.first_look(bgr, engine.detector.detect(bgr)[0])
        turned[t_s] = rotation_degrees(mesh.head_rotation(points.points_px))[0]
    assert turned[1.6] > turned[5.0] + 15
