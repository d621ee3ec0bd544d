"""What spoils a swapped portrait, one picture each: hair, hats, beards, cheeks.

The visitor's points are those of the untouched portrait, so that only the pixels
differ.
"""

import cv2
import numpy as np
import pytest

from pipeline.evaluate.measures import measure, seam
from pipeline.images import read_image
from pipeline.manner import Memory
from pipeline.mesh import OVAL
from pipeline.painting import prepare_painting
from pipeline.sources.puppet.script import act_at
from pipeline.still import swap_image
from tests.portraits import (
    hull,
    lab_picture,
    laid_on,
    mask_of,
    mesh_of,
    polygon,
    silhouette,
    still_of,
)

GREEN, DARK_HAIR, BLUE = (0, 255, 0), (22, 28, 38), (190, 70, 30)
FOREHEAD = [109, 10, 338, 297, 334, 296, 336, 9, 107, 66, 105, 67]
BEARD = [132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288]
BEARD += [361, 422, 287, 321, 314, 17, 84, 91, 57, 202]
MOMENTS_S = [k / 10 for k in range(300)]
TURNED_S = {
    "right": max(MOMENTS_S, key=lambda t_s: act_at(t_s).yaw),
    "left": min(MOMENTS_S, key=lambda t_s: act_at(t_s).yaw),
}


@pytest.mark.parametrize("side", ["frontal", "left", "right"])
@pytest.mark.parametrize("name", ["gentleman", "gold", "lady", "turban"])
def test_nothing_from_behind_the_visitor_enters(
    engine, studio, demo, astronaut_bgr, name, side
):
    bgr = astronaut_bgr if side == "frontal" else demo.frame_at(TURNED_S[side])
    mesh, painting = mesh_of(engine, bgr), studio[name]
    behind = ~silhouette(bgr, mesh.points_px)
    green = bgr.copy()
    green[behind] = GREEN
    usual = still_of(engine, bgr, mesh, painting)
    new = still_of(engine, green, mesh, painting)
    inside = mask_of(new, painting) > 0

    def greenest(picture):
        blue, middle, red = cv2.split(picture.astype(int))
        return int((middle - np.maximum(blue, red))[inside].max())

    allowed = max(greenest(painting.bgr), greenest(usual.bgr))
    assert greenest(new.bgr) <= allowed + 2
    change = (lab_picture(new.bgr) - lab_picture(usual.bgr))[inside]
    assert np.mean(change[:, 1] < -8) < 0.005, "Lab's green is negative"


def strands(bgr, points_px):
    """Dark strands that hang from the hair line nearly to the brows."""
    width = float(np.ptp(points_px[:, 0]))
    drawn = np.zeros(bgr.shape[:2], np.uint8)
    brow_y = points_px[66, 1]
    for top, share in ((67, 0.7), (109, 0.75), (10, 0.6), (338, 0.8), (297, 0.65)):
        x, y = points_px[top, :2] - [0, 6]
        tip = (int(x), int(y + share * (brow_y - y)))
        cv2.line(drawn, (int(x), int(y)), tip, 1, max(2, int(0.06 * width)))
    return laid_on(bgr, drawn > 0, DARK_HAIR)


@pytest.mark.parametrize("name", ["gold", "lady", "pair"])
def test_a_fringe_does_not_reach_the_painted_forehead(
    engine, studio, astronaut_bgr, astronaut_mesh, name
):
    points, painting = astronaut_mesh.points_px, studio[name]
    fringed = strands(astronaut_bgr, points)
    seen = polygon(astronaut_bgr, points, FOREHEAD)
    added = (lab_picture(fringed) - lab_picture(astronaut_bgr))[seen]
    assert np.percentile(added[:, 0], 5) < -35, "the strands are really dark"
    without = still_of(engine, astronaut_bgr, astronaut_mesh, painting)
    with_it = still_of(engine, fringed, astronaut_mesh, painting)
    place = painting.best_faces(1)[0] if len(painting.faces) == 1 else 0
    forehead = polygon(painting.bgr, painting.faces[place].points_px, FOREHEAD)
    forehead &= mask_of(with_it, painting) > 0.5
    change = (lab_picture(with_it.bgr) - lab_picture(without.bgr))[forehead]
    assert np.abs(change).mean(0).max() < 4.5
    assert np.percentile(change[:, 0], 5) > -6


@pytest.mark.parametrize("name", ["gentleman", "gold", "lady"])
def test_a_painted_hat_stays_in_front(
    engine, studio, astronaut_bgr, astronaut_mesh, name
):
    bare = studio[name]
    points = bare.faces[0].points_px
    width = float(np.ptp(points[:, 0]))
    band = np.zeros(bare.bgr.shape[:2], bool)
    rows = slice(
        int(points[10, 1] - 0.15 * width),
        int(0.55 * points[151, 1] + 0.45 * points[10, 1]),
    )
    band[rows, int(points[:, 0].min() - 20) : int(points[:, 0].max() + 20)] = True
    hat = prepare_painting("hat", laid_on(bare.bgr, band, BLUE), engine)
    still = still_of(engine, astronaut_bgr, astronaut_mesh, hat)
    solid = cv2.erode(band.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    solid &= polygon(hat.bgr, hat.faces[0].points_px, OVAL)
    assert solid.sum() > 200, "it covers part of the face"
    change = cv2.absdiff(still.bgr, hat.bgr).max(-1)[solid]
    assert np.percentile(change, 99) <= 3


@pytest.mark.parametrize("name", ["gold", "lady", "pair"])
def test_a_painted_beard_stays_and_has_no_hard_edge(
    engine, studio, astronaut_bgr, astronaut_mesh, name
):
    shaved = studio[name]
    grown = polygon(shaved.bgr, shaved.faces[0].points_px, BEARD)
    grown = cv2.dilate(grown.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    curls = np.random.default_rng(0).normal(0, 8, (*grown.shape, 1)) * grown[..., None]
    beard = laid_on(shaved.bgr, grown, (24, 30, 40), soft_px=2.0)
    beard = np.clip(beard + curls, 0, 255).astype(np.uint8)
    bearded = prepare_painting("beard", beard, engine)
    still = still_of(engine, astronaut_bgr, astronaut_mesh, bearded)
    core = cv2.erode(grown.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    core &= polygon(beard, bearded.faces[0].points_px, OVAL)

    def lightness(picture):
        return float(lab_picture(picture)[..., 0][core].mean())

    assert abs(lightness(still.bgr) - lightness(beard)) < 6
    assert seam(beard, still.bgr, mask_of(still, bearded)) <= 1.35


@pytest.mark.parametrize("name", ["garden", "lady"])
def test_glasses_are_seen_in_the_painting(
    engine, studio, astronaut_bgr, astronaut_mesh, name
):
    points, painting = astronaut_mesh.points_px, studio[name]
    width = float(np.ptp(points[:, 0]))
    frames = np.zeros(astronaut_bgr.shape[:2], np.uint8)
    for corners in ((33, 133), (362, 263)):
        x, y = points[list(corners), :2].mean(0)
        axes = (int(0.16 * width), int(0.13 * width))
        cv2.ellipse(frames, (int(x), int(y) + 1), axes, 0, 0, 360, 1, 3)
    bridge = points[[193, 417], :2].astype(int).tolist()
    cv2.line(frames, bridge[0], bridge[1], 1, 3)
    glasses = laid_on(astronaut_bgr, frames > 0, (20, 20, 25))
    canvas = painting.canvas(0, 1.0, painting.bgr)
    rim_bgr = cv2.merge([frames * 255] * 3)
    rim = (
        engine.swapper.draw(rim_bgr, astronaut_mesh, canvas, Memory()).bgr[..., 0] > 180
    )
    rim &= canvas.alpha3[..., 0] > 0.95
    x0, y0, x1, y1 = canvas.box
    light = [
        lab_picture(still_of(engine, bgr, astronaut_mesh, painting).bgr)[y0:y1, x0:x1]
        for bgr in (astronaut_bgr, glasses)
    ]
    darker = (light[0] - light[1])[..., 0][rim]
    assert rim.sum() > 500
    assert darker.mean() > 15
    assert np.mean(darker > 8) > 0.75, "nearly all of the frame, not scraps of it"


@pytest.mark.parametrize("name", ["gentleman", "lady"])
def test_fringes_and_beards_of_real_people(engine, studio, shared_dir, name):
    """Neither darkens the painted forehead nor draws an edge around the face."""
    painting = studio[name]
    points = painting.faces[0].points_px
    forehead = hull(painting.bgr, points, [109, 10, 338, 151, 108, 337])
    painted = lab_picture(painting.bgr)[..., 0][forehead].mean()
    paths = sorted((shared_dir / "testdata/photos").glob("pexels_*.jpg"))
    edges = []
    for path in paths:
        still = swap_image(read_image(path, max_pixels=2_000_000), painting, engine)
        found = measure(painting.bgr, still.bgr, mask_of(still, painting))
        edges.append(found.seam)
        assert found.outside_max_abs_diff == 0
        new = lab_picture(still.bgr)[..., 0][forehead].mean()
        assert new > painted - 12, path.name
    assert len(edges) >= 8
    assert max(edges) <= 1.4
