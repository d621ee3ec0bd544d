"""Fits, crops and boxes against answers known by construction."""

import cv2
import numpy as np
import pytest

from pipeline import geometry
from pipeline.mesh import canonical_face, head_rotation


@pytest.fixture
def cloud():
    return np.random.default_rng(4).normal(0, 50, (30, 3))


def rotation(x_deg=0.0, y_deg=0.0, z_deg=0.0):
    """Turned about one axis by the right-hand rule."""
    return cv2.Rodrigues(np.radians([x_deg, y_deg, z_deg]))[0]


@pytest.mark.parametrize("dimensions", [2, 3])
def test_a_known_rotation_scale_and_shift_are_found(cloud, dimensions):
    source = cloud[:, :dimensions]
    turn = rotation(z_deg=37)[:dimensions, :dimensions]
    if dimensions == 3:
        turn = turn @ rotation(x_deg=-20)
    shift = np.array([5.0, -80.0, 12.0])[:dimensions]
    matrix, found = geometry.fit_similarity(source, 2.5 * source @ turn.T + shift)
    assert np.allclose(matrix, 2.5 * turn, atol=1e-9)
    assert np.allclose(found, shift, atol=1e-7)


def test_a_mirrored_shape_is_never_matched_by_a_reflection(cloud):
    matrix, _ = geometry.fit_similarity(cloud, cloud * [-1, 1, 1])
    assert np.linalg.det(matrix) > 0


def test_a_similarity_stays_one_when_the_target_is_stretched(cloud):
    matrix, _ = geometry.fit_similarity(cloud, cloud * [1, 3, 1])
    square = matrix @ matrix.T
    assert np.allclose(square, square[0, 0] * np.eye(3), atol=1e-9)


def test_points_that_coincide_cannot_be_fitted():
    with pytest.raises(ValueError, match="coincide"):
        geometry.fit_similarity(np.ones((5, 3)), np.ones((5, 3)))


def test_a_known_affine_map_is_found(cloud):
    source = cloud[:, :2]
    wanted = np.array([[1.2, 0.3], [-0.4, 0.8], [7.0, -9.0]])
    target = np.column_stack([source, np.ones(len(source))]) @ wanted
    assert np.allclose(geometry.fit_affine(source, target), wanted, atol=1e-9)


def test_points_come_back_from_a_crop():
    crop = geometry.square_crop(np.array([210.0, 95.0]), 120.0, 0.6, 192)
    points = np.array([[200, 100], [230.5, 60.25], [0, 400]], np.float32)
    back = cv2.invertAffineTransform(crop)
    again = geometry.apply_affine(back, geometry.apply_affine(crop, points))
    assert np.allclose(again, points, atol=1e-3)


def test_a_turned_square_lies_upright_in_its_crop():
    angle = 0.5
    centre = np.array([50.0, 70.0])
    crop = geometry.square_crop(centre, 40.0, angle, 100)
    along = np.array([np.cos(angle), np.sin(angle)])
    places = np.array([centre, centre + 20 * along], np.float32)
    middle, right = geometry.apply_affine(crop, places)
    assert np.allclose(middle, [50, 50], atol=1e-4)
    assert np.allclose(right, [100, 50], atol=1e-4), "half a side is half the crop"


def test_a_square_without_a_side_gives_finite_numbers():
    assert np.isfinite(geometry.square_crop(np.zeros(2), 0.0, 0.0, 192)).all()


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        ((2.2, 3.9), (7.1, 8.0), (2, 3, 8, 8)),
        ((-5.0, -9.0), (200.0, 300.0), (0, 0, 100, 60)),
    ],
)
def test_a_box_is_whole_and_inside(low, high, wanted):
    assert geometry.clip_box(np.array(low), np.array(high), (100, 60)) == wanted


def test_a_box_beyond_the_picture_is_empty():
    x0, _, x1, _ = geometry.clip_box(
        np.array([150.0, 5.0]), np.array([170.0, 9.0]), (100, 60)
    )
    assert x1 <= x0


@pytest.mark.parametrize(
    ("second", "wanted"),
    [
        ([0, 0, 10, 10], 1.0),
        ([5, 0, 15, 10], 1 / 3),
        ([0, 0, 5, 5], 0.25),
        ([20, 0, 30, 10], 0.0),
        ([20, 20, 30, 30], 0.0),
    ],
)
def test_overlap_is_common_over_joint_area(second, wanted):
    first = np.array([0, 0, 10, 10], np.float32)
    second = np.array(second, np.float32)
    assert geometry.box_overlap(first, second) == pytest.approx(wanted)
    assert geometry.box_overlap(second, first) == pytest.approx(wanted)


def test_points_lie_in_their_box(cloud):
    box = geometry.points_box(cloud)
    assert box.tolist() == pytest.approx([*cloud.min(0)[:2], *cloud.max(0)[:2]])


@pytest.mark.parametrize("degrees", [-35.0, -10.0, 25.0, 45.0])
def test_each_angle_is_read_alone(degrees):
    nose = np.array([0.0, 0.0, -1.0])
    to_the_right = rotation(y_deg=-degrees)
    assert np.sign((to_the_right @ nose)[0]) == np.sign(degrees)
    assert geometry.rotation_degrees(to_the_right) == pytest.approx((degrees, 0, 0))
    down = rotation(x_deg=degrees)
    assert np.sign((down @ nose)[1]) == np.sign(degrees)
    assert geometry.rotation_degrees(down) == pytest.approx((0, degrees, 0))
    clockwise = rotation(z_deg=degrees)
    assert np.sign((clockwise @ [1, 0, 0])[1]) == np.sign(degrees), "y points down"
    assert geometry.rotation_degrees(clockwise) == pytest.approx((0, 0, degrees))


def test_the_pose_of_a_turned_canonical_head_is_read():
    turn = rotation(z_deg=8) @ rotation(x_deg=-12) @ rotation(y_deg=-30)
    points = 17 * canonical_face().points_cm @ turn.T + [300, 200, 40]
    found = head_rotation(points.astype(np.float32))
    assert np.allclose(found, turn, atol=1e-4)
    yaw, pitch, _ = geometry.rotation_degrees(found)
    assert yaw > 25
    assert pitch < -5
