"""Identities and newcomers: a scripted scene in place of the models."""

import numpy as np
import pytest

from pipeline.types import FaceMesh
from tests.scenes import face_points, names, scene


def test_identities_stay_while_people_move():
    play = scene(2, anna=(300, 300, 200), ben=(900, 300, 150))
    first = names(play.play()[-1])
    assert len(set(first)) == 2
    for k in range(60):
        play.models.faces = {
            "ben": (900 - 3 * k, 320, 150),
            "anna": (300 + 3 * k, 300, 200),
        }
        now = play.play()[-1]
        assert names(now) == first
    assert abs(now[0].mesh.points_px[:, 0].mean() - 477) < 5


def test_the_nearest_comes_first():
    play = scene(3, far=(200, 300, 80), near=(1000, 300, 240), middle=(600, 300, 150))
    widths = [np.ptp(face.mesh.points_px[:, 0]) for face in play.play()[-1]]
    assert len(widths) == 3
    assert widths == sorted(widths, reverse=True)


def test_a_newcomer_is_met_within_a_second():
    play = scene(2, anna=(300, 300, 200))
    anna = names(play.play(1.0)[-1])
    play.models.faces["ben"] = (900, 300, 150)
    now = names(play.play(1.0)[-1])
    assert len(now) == 2
    assert now[0] == anna[0]


def test_detection_rests_while_everybody_is_followed():
    play = scene(1, anna=(300, 300, 200))
    play.play(3.0)
    assert 2 <= play.models.detections <= 8


def test_somebody_clearly_nearer_takes_over():
    play = scene(1, anna=(300, 300, 150))
    anna = names(play.play(1.0)[-1])
    play.models.faces["ben"] = (900, 300, 260)
    now = play.play(1.0)[-1]
    assert len(now) == 1
    assert names(now) != anna
    assert now[0].mesh.points_px[:, 0].mean() > 800


def test_somebody_hardly_nearer_does_not():
    play = scene(1, anna=(300, 300, 200))
    anna = names(play.play(1.0)[-1])
    play.models.faces["ben"] = (900, 300, 230)
    assert {tuple(names(now)) for now in play.play(3.0)} == {tuple(anna)}


def test_a_poster_on_the_wall_never_takes_a_visitors_place():
    play = scene(1, poster=(1000, 200, 60), anna=(400, 300, 200))
    first = names(play.play(1.0)[-1])
    for now in play.play(5.0):
        assert names(now) == first
        assert now[0].mesh.points_px[:, 0].mean() < 500


def test_an_identity_is_never_used_twice():
    play, met = scene(2), []
    for k in range(6):
        play.models.faces = {"somebody": (200 + 150 * k, 300, 150)}
        met += names(play.play(0.5)[-1])[:1]
        play.models.faces = {}
        play.play(1.5)
    play.tracker.forget()
    play.models.faces = {"somebody": (300, 300, 150)}
    met += names(play.play(0.5)[-1])
    assert len(met) == 7
    assert len(set(met)) == 7


@pytest.mark.parametrize(
    "elsewhere", [(520, 300, 200), (300, 300, 90), (300, 300, 400)]
)
def test_a_jump_is_not_believed(elsewhere, monkeypatch):
    play = scene(1, anna=(300, 300, 200))
    before = play.play(1.0)[-1][0]
    play.models.faces.clear()
    jumped = FaceMesh(face_points(*elsewhere), 0.99)
    monkeypatch.setattr(play.models, "follow", lambda *_: jumped, raising=False)
    after = play.play()[-1][0]
    assert after.identity == before.identity
    assert after.fade < 1
    assert np.array_equal(after.mesh.points_px, before.mesh.points_px)


def test_what_no_detector_confirms_is_dropped(monkeypatch):
    """The landmark model may go on seeing a face in a bag; the detector does not."""
    play = scene(1, anna=(300, 300, 200))
    play.play(1.0)
    monkeypatch.setattr(play.models, "detect", lambda bgr: [], raising=False)
    assert play.play(4.0)[-1] == ()


def test_forgetting_leaves_nobody():
    play = scene(1, anna=(300, 300, 200))
    play.play(1.0)
    play.tracker.forget()
    play.models.faces.clear()
    assert play.play()[-1] == ()
