"""Who is taken as a visitor."""

import cv2
import numpy as np
import pytest
from skimage.data import astronaut

from pipeline.detect.yunet import YuNet
from pipeline.evaluate.recogniser import SFace
from pipeline.evaluate.visitors import load_visitors


@pytest.fixture(scope="module")
def models():
    return YuNet(), SFace()


@pytest.fixture
def folder(tmp_path):
    portrait = np.ascontiguousarray(astronaut()[..., ::-1])
    small = cv2.resize(portrait[:256, 96:352], (128, 128))
    guest = portrait.copy()
    guest[300:428, 10:138] = small
    cv2.imwrite(str(tmp_path / "alone.png"), portrait)
    cv2.imwrite(str(tmp_path / "again.jpg"), portrait)
    cv2.imwrite(str(tmp_path / "twins.png"), np.hstack([portrait, portrait]))
    cv2.imwrite(str(tmp_path / "guest.png"), guest)
    cv2.imwrite(str(tmp_path / "nobody.png"), np.full((64, 64, 3), 200, np.uint8))
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8 nothing")
    return tmp_path


def test_photos_of_one_person_are_taken_and_the_others_named(folder, models):
    visitors, skipped = load_visitors(folder, *models)
    assert [visitor.name for visitor in visitors] == ["again", "alone", "guest"]
    assert {left.file for left in skipped} == {"broken.jpg", "nobody.png", "twins.png"}
    assert all(left.reason.endswith(".") for left in skipped)
    assert {visitor.person for visitor in visitors} == {"again", "alone", "guest"}


def test_files_that_share_a_stem_are_two_people(folder, models):
    (folder / "alone.png").rename(folder / "again.png")
    visitors, _ = load_visitors(folder, *models)
    assert [visitor.name for visitor in visitors] == ["again.jpg", "again.png", "guest"]
    assert len({visitor.person for visitor in visitors}) == 3


def test_the_main_face_is_the_largest(folder, models):
    visitors, _ = load_visitors(folder, *models)
    guest = next(visitor for visitor in visitors if visitor.name == "guest")
    alone = next(visitor for visitor in visitors if visitor.name == "alone")
    assert float(guest.embedding @ alone.embedding) > 0.9


def test_a_catalogue_is_believed(folder, models):
    (folder / "catalogue.csv").write_text(
        "file,faces,person\nalone.png,1,eileen\nagain.jpg,1,eileen\n"
        "guest.png,2,\ntwins.png,1,\n",
        encoding="utf-8",
    )
    visitors, skipped = load_visitors(folder, *models)
    people = {visitor.name: visitor.person for visitor in visitors}
    assert people == {"again": "eileen", "alone": "eileen", "twins": "twins"}
    reasons = {left.file: left.reason for left in skipped}
    assert reasons["guest.png"] == "The catalogue counts 2 faces in it."
