"""What happens when a face is hidden or gone: fade, hold the place, forget."""

import numpy as np

from tests.scenes import names, scene


def test_a_hand_before_the_face_does_not_let_the_poster_in():
    play = scene(1, poster=(1000, 200, 60), anna=(400, 300, 200))
    first = names(play.play(1.0)[-1])
    anna = play.models.faces.pop("anna")
    hidden = play.play(0.15)
    play.models.faces["anna"] = anna
    seen = hidden + play.play(1.0)
    assert [names(now) for now in seen] == [first] * len(seen)


def test_a_loss_fades_and_is_forgotten_within_a_second():
    play = scene(1, anna=(300, 300, 200))
    play.play(1.0)
    play.models.faces.clear()
    answers = play.play(1.0)
    fades = [now[0].fade for now in answers if now]
    assert fades[0] > 0.8, "it does not jump"
    assert np.all(np.diff(fades) <= 0)
    assert max(-np.diff([1.0, *fades])) < 0.15
    assert min(fades) == 0
    assert answers[-1] == ()


def test_a_face_that_comes_back_soon_is_the_same():
    play = scene(1, anna=(300, 300, 200))
    first = names(play.play(1.0)[-1])
    anna = play.models.faces.pop("anna")
    play.play(0.2)
    play.models.faces["anna"] = anna
    back = play.play(0.3)[-1]
    assert names(back) == first
    assert back[0].fade == 1
