"""The house painter's tools, and the pictures that it left in the studio pack."""

import tomllib
from pathlib import Path

import cv2
import numpy as np
import pytest

from museum_targets.painter.__main__ import LARGEST_BYTES, SITTINGS, main
from museum_targets.painter.edges import lost_edges
from museum_targets.painter.head import Pose, Proportions, sculpt
from museum_targets.painter.light import cast_shadow
from museum_targets.painter.mesh import (
    Mesh,
    boundary,
    draw,
    mirror_order,
    neutral_face,
    subdivide,
    vertex_normals,
)
from museum_targets.painter.noise import fractal_noise, streaks, value_noise
from museum_targets.painter.relief import (
    Stuff,
    flow_along,
    outline_mask,
    path,
    puffed,
    relief,
)
from museum_targets.painter.scene import Frame, Scene, normals_of
from museum_targets.painter.sitter import neck_relief
from museum_targets.painter.sitters import turban
from museum_targets.painter.strokes import Brush, Canvas
from museum_targets.painter.surface import Finish, finished
from museum_targets.painter.texture import curve
from pipeline.detect.yunet import YuNet
from pipeline.landmarks.mesh468 import Mesh468

STUDIO = Path(__file__).resolve().parents[3] / "museum_targets" / "studio"
LANGUAGES = {"en", "ru", "de", "fr", "es"}
FACES = {"pair": 2}
SURE_OF_A_FACE = 0.85


def test_noise_is_seeded_and_even() -> None:
    one, same, other = (value_noise((200, 300), 9.0, seed) for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.allclose(one, other)
    assert abs(float(one.mean())) < 0.2
    assert 0.6 < float(one.std()) < 1.4


def test_noise_finer_than_a_pixel_is_left_out() -> None:
    assert not fractal_noise((8, 8), 0.5, 1).any()


@pytest.mark.parametrize("angle", [0.0, np.pi / 2])
def test_streaks_run_along_the_flow(angle: float) -> None:
    dots = value_noise((80, 80), 2.0, 3)
    smeared = streaks(dots, np.full((80, 80), angle, np.float32), 20.0)
    along, across = (float(abs(np.diff(smeared, axis=axis)).mean()) for axis in (1, 0))
    if angle:
        along, across = across, along
    assert along < 0.5 * across


def test_subdivision_makes_four_faces_of_one_and_keeps_the_mirror() -> None:
    face = neutral_face()
    fine = subdivide(face)
    assert len(fine.faces) == 4 * len(face.faces)
    assert len(boundary(fine.faces)) == 2 * len(boundary(face.faces))
    assert abs(fine.xyz_cm[:, 0].min() + fine.xyz_cm[:, 0].max()) < 1e-4


def test_normals_look_at_the_viewer() -> None:
    assert vertex_normals(neutral_face())[:, 2].mean() > 0.5


def test_drawing_shows_the_nearest_surface() -> None:
    square = np.array([[2.0, 2, 0], [18, 2, 0], [18, 18, 0], [2, 18, 0]])
    nearer = square + np.array([0.0, 0, 5])
    points = np.vstack([square, nearer])
    faces = np.array([[0, 1, 2], [0, 2, 3], [4, 5, 6], [4, 6, 7]], np.int32)
    values = np.repeat([[1.0, 0, 0], [0, 1, 0]], 4, axis=0)
    drawn = draw(points, faces, values, (20, 20))
    assert drawn[10, 10] == pytest.approx([0, 1, 0], abs=1e-3)
    assert not drawn[0, 0].any()


def test_a_sculpted_head_is_closed_by_a_mouth_that_is_shut() -> None:
    head, points = sculpt(Proportions(), levels=1)
    assert isinstance(head, Mesh)
    assert head.xyz_cm[:, 1].max() > points[10, 1] + 2
    assert points[13, 1] - points[14, 1] == pytest.approx(0.024, abs=1e-6)


def test_proportions_change_both_halves_alike() -> None:
    _, plain = sculpt(Proportions(), levels=0)
    _, wide = sculpt(Proportions(nose_width=1.0), levels=0)
    assert wide[129, 0] < plain[129, 0]
    assert wide[129, 0] == pytest.approx(-wide[358, 0], abs=1e-3)


def test_the_halves_of_a_sitter_differ_a_little_and_always_alike() -> None:
    _, mirrored = sculpt(Proportions(), levels=0)
    _, one = sculpt(Proportions(), levels=0, seed=7)
    _, again = sculpt(Proportions(), levels=0, seed=7)
    assert np.array_equal(one, again)
    assert 0.05 < abs(one - mirrored).max() < 0.5
    order = mirror_order()
    assert order[33] == 263
    assert np.array_equal(order[order], np.arange(468))


def test_a_neck_has_its_muscles_and_a_notch_between_the_collarbones() -> None:
    around = np.linspace(0, np.pi, 200)
    assert neck_relief(around, np.array(-9.0)).max() > 0.3
    assert neck_relief(np.zeros(1), np.array(-15.3))[0] < -0.2
    assert neck_relief(-around, np.array(-9.0)) == pytest.approx(
        neck_relief(around, np.array(-9.0))
    )


def test_a_pose_turns_the_nose_to_picture_right() -> None:
    nose = Pose(yaw_deg=30).matrix() @ np.array([0.0, 0.0, 1.0])
    assert nose == pytest.approx([0.5, 0.0, np.sqrt(0.75)])


def test_a_frame_puts_up_at_the_top() -> None:
    frame = Frame((100, 200), 10.0, (50.0, 80.0))
    assert frame.px([(1.0, 2.0)])[0] == pytest.approx([60.0, 60.0])
    x, y = frame.grid_cm()
    assert x.shape == y.shape == (200, 100)
    assert y[0, 0] > y[-1, 0]


def test_an_outline_is_filled_puffed_and_followed() -> None:
    frame = Frame((100, 100), 10.0, (50.0, 50.0))
    mask = outline_mask(frame, path("-3,-3 3,-3 3,3 -3,3"))
    assert mask[50, 50] == pytest.approx(1.0)
    assert not mask[2, 2]
    height = puffed(mask, 10.0, 2.0)
    assert height[50, 50] > height[50, 22] > height[50, 5]
    flow = flow_along(frame, [path("-4,0 4,0")])
    assert np.sin(flow[50, 50]) == pytest.approx(0.0, abs=1e-3)


def test_normals_of_a_ramp() -> None:
    ramp = np.tile(np.arange(40, dtype=np.float32) / 10.0, (40, 1))
    normal = normals_of(ramp, 10.0)[20, 20]
    assert normal == pytest.approx([-np.sqrt(0.5), 0.0, np.sqrt(0.5)], abs=1e-4)


def test_a_wall_throws_its_shadow_away_from_the_light() -> None:
    ground = np.zeros((200, 200), np.float32)
    ground[:, 90:100] = 4.0
    lit = cast_shadow(ground, 10.0, (-1.0, 0.0, 0.6))
    assert lit[100, 120] < 0.2
    assert lit[100, 60] > 0.9


def test_a_body_to_come_darkens_what_is_below_it() -> None:
    frame = Frame((100, 100), 10.0, (50.0, 50.0))
    scene = Scene(frame)
    wall = outline_mask(frame, path("-9,-9 9,-9 9,9 -9,9"))
    scene.add(relief(frame, wall, 0.0, Stuff((0.5, 0.5, 0.5), mottle=0.0), [], 1))
    before = scene.merged.albedo_bgr.copy()
    bar = outline_mask(frame, path("-4,0 4,0 4,2 -4,2"))
    scene.drop_shadow(bar, (0.0, -1.0), 0.2, 0.5, (0.4, 0.4, 0.4))
    left = scene.merged.albedo_bgr[..., 0] / before[..., 0]
    assert left[55, 50] == pytest.approx(0.7, abs=0.03)
    assert left[90, 50] == pytest.approx(1.0, abs=0.01)


def test_an_outline_melts_where_tones_are_close_and_holds_where_they_are_not() -> None:
    frame = Frame((120, 120), 20.0, (60.0, 60.0))
    scene = Scene(frame)
    box = outline_mask(frame, path("-2,-2 2,-2 2,2 -2,2"), 0.0)
    scene.add(relief(frame, box, 4.0, Stuff((0.5, 0.5, 0.5)), [], 1))

    def steepest(step: float) -> float:
        model = np.repeat(box[..., None], 3, 2) * np.float32(step) + np.float32(0.3)
        soft = lost_edges(model, scene.merged, frame.scale_px, 0.06)
        return float(abs(np.diff(soft[60, :, 1])).max()) / step

    assert steepest(0.02) < 0.7 * steepest(0.6)


def test_a_curve_goes_through_its_points() -> None:
    corners = path("0,0 2,1 4,0")
    nearest = [np.linalg.norm(curve(corners, 401) - c, axis=1).min() for c in corners]
    assert max(nearest) < 0.02


def test_strokes_cover_the_ground_with_the_model_and_pile_up() -> None:
    model = np.full((120, 120, 3), 0.7, np.float32)
    canvas = Canvas(np.zeros_like(model))
    flat = np.zeros((120, 120), np.float32)
    count = canvas.lay(model, flat, flat + 1, Brush(100.0, 2.0, density=4.0), seed=1)
    assert count > 100
    assert np.median(canvas.bgr) == pytest.approx(0.7, abs=0.08)
    assert canvas.height.max() > 0


def test_fine_strokes_stay_where_detail_is_wanted() -> None:
    model = np.ones((120, 120, 3), np.float32)
    canvas = Canvas(np.zeros_like(model))
    detail = np.zeros((120, 120), np.float32)
    detail[:, :40] = 1
    canvas.lay(model, detail * 0, detail, Brush(40.0, 2.0, detail=0.5), seed=1)
    assert canvas.bgr[:, :30].mean() > 0.5
    assert not canvas.bgr[:, 70:].any()


def test_a_canvas_that_matches_its_model_is_left_alone() -> None:
    model = np.full((60, 60, 3), 0.4, np.float32)
    canvas = Canvas(model)
    flat = np.zeros((60, 60), np.float32)
    assert canvas.lay(model, flat, flat + 1, Brush(90.0, 2.0, least=0.02), seed=1) == 0


def test_the_finish_keeps_to_what_can_be_shown() -> None:
    picture = np.random.default_rng(1).random((90, 70, 3), np.float32)
    done = finished(picture, picture[..., 0], Finish(impasto=1.0, cracks=0.5), seed=2)
    assert done.shape == picture.shape
    assert 0 <= done.min() <= done.max() <= 1


def test_the_same_picture_is_painted_twice() -> None:
    first, second = (turban.picture(160) for _ in range(2))
    assert first.shape == (160, 128, 3)
    assert first.dtype == np.uint8
    assert np.array_equal(first, second)


def test_a_folder_that_cannot_be_written_to_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert main(["--only", "lady", "--out", str(blocked)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_the_pack_lists_every_picture_in_every_language() -> None:
    pack = tomllib.loads((STUDIO / "pack.toml").read_text(encoding="utf-8"))
    assert tuple(entry["id"] for entry in pack["paintings"]) == SITTINGS
    assert set(pack["title"]) == LANGUAGES
    for entry in pack["paintings"]:
        assert set(entry["title"]) == set(entry["description"]) == LANGUAGES
        assert (STUDIO / entry["image"]).stat().st_size <= LARGEST_BYTES


@pytest.fixture(scope="module")
def detector() -> YuNet:
    return YuNet(0.6)


@pytest.fixture(scope="module")
def landmarker() -> Mesh468:
    return Mesh468()


@pytest.mark.parametrize("name", SITTINGS)
def test_our_engine_finds_every_painted_face(
    name: str, detector: YuNet, landmarker: Mesh468
) -> None:
    picture = cv2.imread(str(STUDIO / f"{name}.jpg"))
    assert picture is not None
    assert max(picture.shape) >= 1600
    faces = detector.detect(picture)
    assert len(faces) == FACES.get(name, 1)
    for face in faces:
        assert face.score > SURE_OF_A_FACE
        mesh = landmarker.first_look(picture, face)
        assert mesh.presence > SURE_OF_A_FACE
        assert np.ptp(mesh.points_px[:, 0]) > 340
