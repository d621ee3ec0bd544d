import pytest

from kiosk.visit.visitor import Visitor


@pytest.mark.parametrize(
    ("most", "taken", "left"),
    [(0, 0, None), (0, 99, None), (1, 1, 1), (1, 2, 0), (3, 2, 2), (1, 5, 0)],
)
def test_a_limit_counts_retakes_and_not_the_first_portrait(most, taken, left):
    assert Visitor(portraits_taken=taken).tries_left(most) == left


def test_of_a_new_visitor_nothing_is_known():
    nobody = Visitor()
    assert (nobody.painting, nobody.portrait, nobody.token) == (None, None, None)
    assert nobody.portraits_taken == 0
