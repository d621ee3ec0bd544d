"""Signs that do not flicker."""

from pipeline.steady import SteadySign


def given(sign, badness, seconds, start_s=100.0, fps=30):
    """What the sign says to each frame of a constant or changing badness."""
    count = round(seconds * fps)
    values = badness if callable(badness) else lambda _: badness
    return [sign.see(values(k), start_s + k / fps) for k in range(count)]


def test_a_sign_is_given_after_it_stood_for_a_while():
    answers = given(SteadySign(), 1.0, 1.0)
    assert answers == [False] * 12 + [True] * 18


def test_it_is_kept_for_a_while_after_it_was_last_true():
    sign = SteadySign()
    given(sign, 2.0, 1.0)
    answers = given(sign, 0.0, 1.0, start_s=101.0)
    assert sum(answers) in {17, 18}
    assert not any(answers[18:])


def test_a_passing_trouble_is_never_given():
    def passing(k):
        return 2.0 if k % 15 < 10 else 0.0

    assert not any(given(SteadySign(), passing, 5.0))


def test_a_passing_relief_does_not_clear_it():
    sign = SteadySign()
    given(sign, 2.0, 1.0)
    answers = given(sign, lambda k: 2.0 if k % 16 == 0 else 0.0, 5.0, start_s=101.0)
    assert all(answers)


def test_a_value_that_trembles_around_the_threshold_changes_nothing():
    answers = given(SteadySign(), lambda k: 1.05 if k % 2 == 0 else 0.9, 3.0)
    assert answers == sorted(answers)
    assert answers[-1]
    assert not any(given(SteadySign(), lambda k: 0.95 if k % 2 else 0.8, 3.0))


def test_time_that_runs_back_starts_anew():
    sign = SteadySign()
    sign.see(1.0, 100.0)
    assert not sign.see(1.0, 50.0)
    assert not sign.see(1.0, 50.2)
    assert sign.see(1.0, 50.5)
    assert not sign.see(0.0, 20.0)
