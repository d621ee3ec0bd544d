"""The demo visitor as a sample."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.alignment import five_points
from pipeline.errors import NoFaceError
from pipeline.preview import preview, reduced


def test_the_demo_visitor_sits_in_every_face(
    engine, studio, sface, astronaut_bgr, astronaut_mesh
):
    pair = studio["pair"]
    picture = preview(pair, engine, longer_px=700)
    assert max(picture.shape) == 700
    small = reduced(pair, 700)
    visitor = sface.embed(astronaut_bgr, five_points(astronaut_mesh.points_px))
    for face in small.faces:
        seen = sface.embed(picture, five_points(face.points_px))
        painted = sface.embed(small.bgr, five_points(face.points_px))
        assert float(seen @ visitor) > float(painted @ visitor) + 0.2


def test_a_smaller_painting_stays_as_it_is(studio):
    assert reduced(studio["lady"], 800) is studio["lady"]


def test_faces_are_made_smaller_with_their_painting(studio):
    lady = studio["lady"]
    half = reduced(lady, 400)
    assert max(half.bgr.shape) == 400
    assert half.faces[0].width_px == pytest.approx(lady.faces[0].width_px / 2, rel=1e-3)
    there = half.canvas(0, 1.0, half.bgr)
    same = lady.canvas(0, 0.5, half.bgr)
    assert there.box == same.box
    assert np.abs(there.alpha3 - same.alpha3).max() < 0.02


def test_a_painting_or_visitor_without_a_face_is_told(engine, studio):
    nobody = replace(studio["lady"], faces=())
    with pytest.raises(NoFaceError, match="no face to step into"):
        preview(nobody, engine)
    wall = np.full((200, 300, 3), 99, np.uint8)
    for name in ("lady", "pair"):
        with pytest.raises(NoFaceError, match="visitor's picture"):
            preview(studio[name], engine, visitor_bgr=wall)
