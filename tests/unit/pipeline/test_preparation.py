"""Paintings looked through, with and without marks."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from pipeline.errors import ImageUnreadableError, NoFaceError
from pipeline.images import read_image
from pipeline.live import LivePortrait
from pipeline.marked_face import key_places
from pipeline.marks import FaceMark, Marks
from pipeline.painting import prepare_painting
from pipeline.preparation import prepare, shown, shown_size
from pipeline.preview import preview
from pipeline.types import Frame
from pipeline.verdict import Severity, Verdict
from tests.unit.pipeline.test_marked_face import head

LIPPI = FaceMark(np.array([[545, 452], [590, 458], [492, 572], [553, 642], [590, 640]]))


def marks_of(painting):
    return tuple(FaceMark(key_places(face.points_px)) for face in painting.faces)


def same(one, other):
    return (
        np.array_equal(one.points_px, other.points_px)
        and np.array_equal(one.occlusion.shown, other.occlusion.shown)
        and one.occlusion.box == other.occlusion.box
        and one.merit == other.merit
    )


@pytest.mark.parametrize("name", ["pair", "turban"])
def test_without_marks_it_finds_what_a_painting_always_had(engine, studio, name):
    painting = studio[name]
    prepared = prepare(painting.bgr, Marks(), engine)
    again = prepared.painting(name, painting.bgr, complexion=0.3, shape=0.8)
    assert all(map(same, again.faces, painting.faces))
    assert (again.complexion, again.shape) == (0.3, 0.8)
    assert [face.place for face in prepared.seen] == list(range(len(painting.faces)))


def test_marks_on_seen_faces_change_next_to_nothing(engine, studio):
    pair = studio["pair"]
    prepared = prepare(pair.bgr, Marks(marks_of(pair)), engine)
    for face, known in zip(prepared.faces, pair.faces, strict=True):
        off = np.abs(face.points_px - known.points_px)[:, :2].mean()
        assert off < 0.02 * known.width_px


def test_the_order_of_marks_is_the_order_of_visitors(engine, studio):
    left, right = marks_of(studio["pair"])
    turned = prepare(studio["pair"].bgr, Marks((right, left)), engine)
    painting = turned.painting("pair", studio["pair"].bgr)
    assert painting.faces[0].middle_px < painting.faces[1].middle_px
    assert [face.place for face in turned.seen] == [1, 0]
    assert painting.best_faces(1) == (1,), "the first marked is the first taken"
    assert painting.best_faces(2) == (0, 1), "people sit from left to right"
    usual = prepare(studio["pair"].bgr, Marks((left, right)), engine)
    assert usual.painting("pair", studio["pair"].bgr).best_faces(1) == (0,)


def test_a_face_that_is_not_swappable_is_not_offered(engine, studio):
    left, right = marks_of(studio["pair"])
    marks = Marks((replace(left, swappable=False), right))
    prepared = prepare(studio["pair"].bgr, marks, engine)
    assert [face.place for face in prepared.seen] == [None, 0]
    assert len(prepared.faces) == 1
    assert prepared.seen[1].severity is Severity.GOOD


def test_moved_points_are_where_they_were_put(engine, studio):
    lady = studio["lady"]
    (mark,) = marks_of(lady)
    x, y = lady.faces[0].points_px[61, :2]
    moved = {61: (float(x) - 6, float(y) + 4)}
    plain = prepare(lady.bgr, Marks((mark,)), engine).faces[0].points_px
    prepared = prepare(lady.bgr, Marks((replace(mark, moved=moved),)), engine)
    points = prepared.faces[0].points_px
    assert points[61, :2] == pytest.approx(moved[61], abs=0.05)
    assert np.array_equal(points[263], plain[263]), "the far eye stays"
    assert prepared.seen[0].findings == ()


@pytest.mark.parametrize("moved", [{61: (0.0, 0.0), 291: (500.0, 0.0)}, {999: (1, 1)}])
def test_moves_that_cannot_be_followed_are_told(engine, studio, moved):
    (mark,) = marks_of(studio["lady"])
    marks = Marks((replace(mark, moved=moved),))
    prepared = prepare(studio["lady"].bgr, marks, engine)
    (finding,) = prepared.seen[0].findings
    assert finding.verdict is Verdict.POINTS_HELD_BACK
    assert prepared.severity is Severity.USABLE


def test_a_face_that_nobody_sees_works_once_it_is_marked(engine, studio):
    """A face drawn with five blots."""
    wall = np.full((700, 600, 3), (120, 150, 190), np.uint8)
    key_points = key_places(head(15))
    for x, y in key_points:
        cv2.circle(wall, (round(x), round(y)), 7, (40, 40, 60), -1)
    assert prepare(wall, Marks(), engine).severity is Severity.UNUSABLE
    prepared = prepare(wall, Marks((FaceMark(key_points),)), engine)
    verdicts = [each.verdict for each in prepared.seen[0].findings]
    assert Verdict.UNSURE in verdicts
    assert prepared.severity in (Severity.USABLE, Severity.POOR)
    picture = preview(prepared.painting("blots", wall), engine)
    assert (
        np.abs(picture.astype(int) - cv2.resize(wall, picture.shape[1::-1])).max() > 40
    )


def test_a_landscape_is_unusable_and_says_so(engine, studio):
    sky = np.ascontiguousarray(studio["lady"].bgr[:90])
    prepared = prepare(sky, Marks(), engine)
    assert prepared.severity is Severity.UNUSABLE
    assert Verdict.NO_FACE in {each.verdict for each in prepared.findings}
    with pytest.raises(NoFaceError, match="hills can be stepped into"):
        prepared.painting("hills", sky)


HOSTILE = [
    np.zeros((5, 2)),
    np.full((5, 2), np.nan),
    np.full((5, 2), 1e300),
    np.array([[10, 10], [12, 10], [11, 12], [10, 14], [12, 14]], float),
    key_places(head(0)) + 2000,
    key_places(head(0)) - [300, 260],
    key_places(head(0)) * 4,
    key_places(head(0)) * [1, 0.02],
]


@pytest.mark.parametrize("index", range(len(HOSTILE)))
@pytest.mark.parametrize("size", [(500, 640), (40, 30), (1, 1)])
def test_wild_marks_never_break_anything(engine, studio, index, size):
    bgr = cv2.resize(studio["lady"].bgr, size[::-1])
    moved = {4: (float("nan"), 0.0), 10**9: (1.0, 1.0), 61: (3.0, 3.0)}
    marks = Marks((FaceMark(HOSTILE[index], moved=moved),))
    with np.errstate(over="ignore"):
        prepared = prepare(bgr, marks, engine)
    assert len(prepared.seen) == 1
    if prepared.faces:
        portrait = LivePortrait(engine, prepared.painting("wild", bgr), (200, 300))
        portrait.render(Frame(studio["gold"].bgr, 0.0, 0))
    else:
        assert prepared.severity is Severity.UNUSABLE


def test_a_painted_mask_covers_the_face_and_is_told(engine, studio, tmp_path):
    lady = studio["lady"]
    height, width = lady.bgr.shape[:2]
    Image.new("L", (width // 2, height // 2), 255).save(tmp_path / "mask.png")
    prepared = prepare(lady.bgr, Marks(mask=tmp_path / "mask.png"), engine)
    assert prepared.severity is Severity.UNUSABLE
    assert prepared.seen[0].findings[0].verdict is Verdict.COVERED


def test_a_mask_that_is_not_there_is_told(engine, studio, tmp_path):
    with pytest.raises(ImageUnreadableError, match="There is no mask"):
        prepare(studio["lady"].bgr, Marks(mask=tmp_path / "mask.png"), engine)


@pytest.mark.parametrize("room", [(300, 900), (1080, 500), (1080, 1920), (333, 417)])
def test_at_the_displays_size_the_portrait_is_the_same(engine, studio, room):
    painting = studio["pair"]
    prepared = prepare(painting.bgr, Marks(), engine)
    full = LivePortrait(engine, painting, room)
    fitted = prepared.painting("pair", shown(painting.bgr, room))
    small = LivePortrait(engine, fitted, room)
    assert small.size_px == full.size_px == shown_size(prepared.size_px, room)
    assert np.array_equal(small.plain().bgra, full.plain().bgra)
    for place in (0, 1):
        one, other = small._canvas(place), full._canvas(place)
        assert one.box == other.box
        assert np.abs(one.points - other.points).max() < 1e-3
        assert np.abs(one.alpha3 - other.alpha3).max() < 0.01


def test_every_real_painting_is_taken_the_profile_once_it_is_marked(engine, shared_dir):
    severities = {}
    for path in sorted((shared_dir / "testdata/paintings").glob("*.jpg")):
        marks = Marks((LIPPI,)) if path.stem.startswith("lippi") else Marks()
        severities[path.stem] = prepare(read_image(path), marks, engine).severity
    assert len(severities) >= 28
    poor = {name for name, each in severities.items() if each is Severity.POOR}
    assert {name.split("-")[0] for name in poor} == {"lippi", "le"}
    assert max(severities.values()) is Severity.POOR, "28 of 28 install"


def test_a_shape_of_a_painting_changes_the_portrait(engine, studio, astronaut_bgr):
    usual = studio["gentleman"]
    middle = replace(usual, shape=0.5)
    pictures = [
        preview(one, engine, visitor_bgr=astronaut_bgr)
        for one in (usual, middle, replace(usual, shape=0.0), replace(usual, shape=1.0))
    ]
    assert np.array_equal(pictures[0], pictures[1]), "the usual look is half way"
    for other in pictures[2:]:
        assert np.abs(pictures[0].astype(int) - other).max() > 20


def test_a_painting_takes_a_shape_from_the_start(engine, studio):
    assert prepare_painting("x", studio["lady"].bgr, engine, shape=0.2).shape == 0.2
