"""Who sits where, with real painted faces."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.mesh import canonical_face
from pipeline.seating import Seating
from pipeline.types import FaceMesh, TrackedFace


def person(identity, x_px, size=10.0):
    points = canonical_face().points_cm * np.float32(size) + np.float32([x_px, 300, 0])
    return TrackedFace(identity, FaceMesh(points.astype(np.float32), 1.0))


@pytest.fixture
def pair(studio):
    return studio["pair"]


def test_people_sit_from_left_to_right(pair):
    seats = Seating(pair).seat([person(1, 900, 12), person(2, 300)])
    assert dict(seats) == {2: 0, 1: 1}


def test_nobody_changes_places_when_they_cross(pair):
    seating = Seating(pair)
    seating.seat([person(1, 300), person(2, 900)])
    for x_px in range(300, 901, 50):
        seats = seating.seat([person(1, x_px), person(2, 1200 - x_px)])
        assert dict(seats) == {1: 0, 2: 1}


def test_becoming_the_nearer_one_changes_nothing(pair):
    seating = Seating(pair)
    seating.seat([person(1, 300), person(2, 900)])
    assert dict(seating.seat([person(2, 900, 20), person(1, 300)])) == {1: 0, 2: 1}


def test_one_person_takes_the_best_face(pair):
    assert dict(Seating(pair).seat([person(7, 500)])) == {7: pair.best_faces(1)[0]}


def test_who_leaves_frees_the_place_and_who_stays_keeps_theirs(pair):
    seating = Seating(pair)
    seating.seat([person(1, 300), person(2, 900)])
    assert dict(seating.seat([person(2, 900)])) == {2: 1}
    assert dict(seating.seat([person(2, 900), person(3, 200)])) == {3: 0, 2: 1}


def test_the_nearest_sit_and_the_others_stand_by(pair):
    crowd = [person(1, 900, 20), person(2, 100, 15), person(3, 500, 8)]
    assert dict(Seating(pair).seat(crowd)) == {2: 0, 1: 1}


def test_several_people_fill_several_faces(pair):
    four = replace(pair, faces=pair.faces * 2)
    people = [person(k, x_px) for k, x_px in enumerate([700, 100, 500, 300])]
    assert dict(Seating(four).seat(people)) == {1: 0, 3: 1, 2: 2, 0: 3}


def test_nobody_and_forgetting(pair):
    seating = Seating(pair)
    assert dict(seating.seat([])) == {}
    seating.seat([person(1, 300), person(2, 900)])
    seating.forget()
    assert dict(seating.seat([person(1, 900), person(2, 300)])) == {2: 0, 1: 1}
