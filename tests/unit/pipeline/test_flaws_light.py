"""What spoils a swapped portrait: shadows, complexions, holes in eyes and mouth."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from pipeline.manner import Manner, Memory
from pipeline.mesh import LEFT_EYE, LIPS, OVAL, RIGHT_EYE
from pipeline.sources.puppet.script import act_at
from tests.portraits import (
    hull,
    lab_of,
    lab_picture,
    mask_of,
    mesh_of,
    polygon,
    shaded,
    skin_chroma,
    still_of,
)

CHEEKS = {
    "left": [50, 101, 118, 117, 123, 187, 205],
    "right": [280, 330, 347, 346, 352, 411, 425],
}
INNER_LIPS = [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14]
INNER_LIPS += [87, 178, 88, 95]
TINTS = {"dark": (0.5, -8, 4, 6), "light": (1.0, 8, -2, -3)}


def lightness(bgr, where):
    return float(lab_picture(bgr)[..., 0][where].mean())


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", ["gold", "lady", "pair"])
def test_a_hard_shadow_stays_in_the_room(
    engine, studio, astronaut_bgr, astronaut_mesh, name, side
):
    points, painting = astronaut_mesh.points_px, studio[name]
    x = np.arange(astronaut_bgr.shape[1])[None].repeat(astronaut_bgr.shape[0], 0)
    beside = 0.2 * float(np.ptp(points[:, 0]))
    nose = float(points[1, 0])
    half = x < nose - beside if side == "left" else x > nose + beside
    shadow = shaded(astronaut_bgr, half, 0.3, 1.2)
    seen = hull(astronaut_bgr, points, CHEEKS[side])
    drop = lightness(astronaut_bgr, seen) - lightness(shadow, seen)
    assert drop > 40

    usual = still_of(engine, astronaut_bgr, astronaut_mesh, painting)
    new = still_of(engine, shadow, astronaut_mesh, painting)
    painted = painting.faces[0].points_px
    full = mask_of(new, painting) > 0.9
    cheek = hull(painting.bgr, painted, CHEEKS[side]) & full
    assert lightness(usual.bgr, cheek) - lightness(new.bgr, cheek) < 0.2 * drop
    face = polygon(painting.bgr, painted, OVAL) & full

    def darkest(bgr):
        calm = cv2.GaussianBlur(lab_picture(bgr)[..., 0], (0, 0), 2)
        return float(np.percentile(calm[face], 1))

    least = min(darkest(painting.bgr), darkest(usual.bgr))
    assert darkest(new.bgr) > least - 6, "no streak of black"


def tinted(bgr, gain, lighter, redder, yellower):
    lab = lab_picture(bgr)
    lab = lab * np.float32([gain, 1, 1]) + np.float32([lighter, redder, yellower])
    lab[..., 0] = np.clip(lab[..., 0], 0, 100)
    new = cv2.cvtColor(lab, cv2.COLOR_LAB2BGR)
    return np.round(np.clip(new, 0, 1) * 255).astype(np.uint8)


@pytest.mark.parametrize("tint", TINTS)
@pytest.mark.parametrize("name", ["baroque", "garden", "gold", "lady", "pair"])
def test_no_complexion_ever_turns_grey(
    engine, studio, astronaut_bgr, astronaut_mesh, name, tint
):
    visitor_bgr = tinted(astronaut_bgr, *TINTS[tint])
    visitor = lab_of(visitor_bgr, astronaut_mesh.points_px)
    painting = studio[name]
    points = painting.faces[0].points_px
    painted = lab_of(painting.bgr, points)
    found = []
    for complexion in (0.0, 0.5, 1.0):
        manner = Manner(complexion=complexion)
        still = still_of(engine, visitor_bgr, astronaut_mesh, painting, manner)
        found.append(lab_of(still.bgr, points))
    least = min(skin_chroma(visitor), skin_chroma(painted))
    assert min(map(skin_chroma, found)) > 0.75 * least
    assert min(lab[2] for lab in found) > 8, "skin stays on the warm side"
    away = [float(np.linalg.norm(lab - visitor)) for lab in found]
    if np.linalg.norm(painted - visitor) > 15:
        assert away[2] < away[1] < away[0]


@pytest.mark.parametrize("complexion", [0.2, 1.0])
def test_a_grey_camera_does_not_make_grey_people(
    engine, studio, astronaut_bgr, astronaut_mesh, complexion
):
    grey = cv2.cvtColor(astronaut_bgr, cv2.COLOR_BGR2GRAY)
    grey_bgr = cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR)
    for name in ("gold", "lady"):
        painting = studio[name]
        points = painting.faces[0].points_px
        manner = Manner(complexion=complexion)
        still = still_of(engine, grey_bgr, astronaut_mesh, painting, manner)
        kept = skin_chroma(lab_of(still.bgr, points))
        assert kept > 0.85 * skin_chroma(lab_of(painting.bgr, points))


def test_a_grey_painting_keeps_its_visitors_grey(
    engine, studio, astronaut_bgr, astronaut_mesh
):
    grey = cv2.cvtColor(studio["lady"].bgr, cv2.COLOR_BGR2GRAY)
    engraving = replace(studio["lady"], bgr=cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR))
    still = still_of(engine, astronaut_bgr, astronaut_mesh, engraving)
    chroma = np.hypot(*cv2.split(lab_picture(still.bgr))[1:])
    assert chroma.max() < 6


@pytest.mark.parametrize("t_s", [0.0, 4.0, 5.3])
@pytest.mark.parametrize("name", ["gold", "lady"])
def test_teeth_and_the_dark_of_the_mouth_are_the_visitors(
    engine, studio, demo, name, t_s
):
    bgr, painting = demo.frame_at(t_s), studio[name]
    mesh = mesh_of(engine, bgr)
    canvas = painting.canvas(0, 1.0, painting.bgr)
    drawn = engine.swapper.draw(bgr, mesh, canvas, Memory())
    mouth = polygon(drawn.bgr, drawn.points, INNER_LIPS)
    x0, y0, x1, y1 = canvas.box
    still = still_of(engine, bgr, mesh, painting)
    new = lab_picture(still.bgr)[y0:y1, x0:x1, 0][mouth]
    seen = lab_picture(drawn.bgr)[..., 0][mouth]
    assert np.corrcoef(new, seen)[0, 1] > 0.7
    darkest, brightest = np.percentile(new, [2, 98])
    assert brightest - darkest > 40


@pytest.mark.parametrize("name", ["gold", "lady"])
def test_no_painted_eye_or_mouth_shows_through(
    engine, studio, astronaut_bgr, astronaut_mesh, name
):
    """Crosses over the painted eyes and mouth must not show beneath the visitor's."""
    clean = studio[name]
    crossed = clean.bgr.copy()
    for index in (13, 159, 386):
        x, y = clean.faces[0].points_px[index, :2].astype(int).tolist()
        for rise in (-6, 6):
            cv2.line(crossed, (x - 8, y - rise), (x + 8, y + rise), (5, 5, 5), 2)
    usual = still_of(engine, astronaut_bgr, astronaut_mesh, clean)
    other = replace(clean, bgr=crossed)
    new = still_of(engine, astronaut_bgr, astronaut_mesh, other)
    marked = (crossed != clean.bgr).any(-1)
    put_in = np.abs(lab_picture(crossed) - lab_picture(clean.bgr))[..., 0][marked]
    left = np.abs(lab_picture(new.bgr) - lab_picture(usual.bgr))[..., 0][marked]
    assert put_in.mean() > 15
    assert left.mean() < 0.3 * put_in.mean()


@pytest.mark.parametrize("ring", [LEFT_EYE, RIGHT_EYE, LIPS], ids=["l", "r", "lips"])
def test_the_drawn_face_has_no_holes(engine, studio, demo, ring):
    bgr = demo.frame_at(5.3)
    canvas = studio["gold"].canvas(0, 1.0, studio["gold"].bgr)
    magenta = np.zeros_like(bgr)
    magenta[:] = (255, 0, 255)
    drawn = engine.swapper.draw(magenta, mesh_of(engine, bgr), canvas, Memory())
    where = polygon(drawn.bgr, drawn.points, ring)
    assert where.sum() > 100
    assert (drawn.bgr[where] == (255, 0, 255)).all()


def test_a_blink_shuts_the_painted_eyes(engine, studio, demo):
    moments = [k / 30 for k in range(300)]
    shut_s = next(t_s for t_s in moments if act_at(t_s).shut == 1)
    points = studio["lady"].faces[0].points_px
    opened = []
    for t_s in (0.6, shut_s):
        bgr = demo.frame_at(t_s)
        still = still_of(engine, bgr, mesh_of(engine, bgr), studio["lady"])
        opened.append(engine.expressions.read(still.bgr, points).eyes_open)
    assert opened[0] > 0.6
    assert opened[1] < opened[0] - 0.15
