import numpy as np

from kiosk.anonymise.persons import sightings
from pipeline.types import Detection

POINTS = np.zeros((5, 2), np.float32)


def face(x: float, y: float = 50, side: float = 40) -> Detection:
    box = np.array([x, y, x + side, y + side], np.float32)
    return Detection(box, POINTS, 0.9)


def test_a_face_that_is_missed_in_between_is_put_where_it_must_have_been() -> None:
    found = [[face(0)], [face(10)], [], [], [face(40)], [face(50)]]

    frames = sightings(found, 4.0)

    assert [len(frame) for frame in frames] == [1] * 6
    assert {person for frame in frames for _, person in frame} == {0}
    lefts = [float(frame[0][0].box_xyxy[0]) for frame in frames]
    assert np.allclose(lefts, [0, 10, 20, 30, 40, 50], atol=0.01)


def test_before_and_after_it_is_there_as_well() -> None:
    found = [[], [], [face(0)], [face(2)], [], [], [], []]

    assert [len(frame) for frame in sightings(found, 4.0)] == [0, 1, 1, 1, 1, 0, 0, 0]


def test_two_persons_stay_two() -> None:
    found = [[face(10 * k), face(300 - 10 * k)] for k in range(10)]

    frames = sightings(found, 10.0)

    assert {person for frame in frames for _, person in frame} == {0, 1}
    assert [frame[0][1] for frame in frames] == [0] * 10


def test_hundreds_of_faces_and_none_are_fine() -> None:
    crowd = [[face(60 * k, 60 * j) for k in range(20) for j in range(15)]] * 5

    assert all(len(frame) == 300 for frame in sightings(crowd, 25.0))
    assert sightings([[], []], 25.0) == [[], []]
    assert sightings([], 25.0) == []
