from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.errors import SavingError
from kiosk.handover import document as document_module
from kiosk.handover.document import Kept, make_document
from kiosk.packs.manifest import PackPainting
from kiosk.privacy.marks.marker import Marker
from kiosk.settings.schema import Settings


@pytest.fixture(scope="module")
def marker(tmp_path_factory: pytest.TempPathFactory) -> Marker:
    return Marker(tmp_path_factory.mktemp("marks"))


def kept(painting_id: str = "lady", **titles: str) -> Kept:
    rng = np.random.default_rng(1)
    small = rng.integers(40, 200, (30, 24, 3)).astype(np.uint8)
    bgr = cv2.resize(small, (480, 600), interpolation=cv2.INTER_CUBIC)
    painting = PackPainting("pack", painting_id, Path("x.png"), titles)
    return Kept(bgr, ((100, 100, 300, 350),), painting, "de")


def test_the_visitor_gets_the_portrait_at_full_size_and_marked(marker: Marker):
    document = make_document(kept(en="Lady", de="Dame"), marker, Settings())

    assert (document.name, document.media_type) == ("vernissage-lady.jpg", "image/jpeg")
    assert (document.title, document.language) == ("Dame", "de")
    bgr = cv2.imdecode(np.frombuffer(document.content, np.uint8), cv2.IMREAD_COLOR)
    assert bgr.shape == (600, 480, 3)
    face = np.s_[100:350, 100:300]
    difference = bgr[face].astype(float) - kept().bgr[face]
    assert 10 * np.log10(255**2 / np.mean(difference**2)) > 35.0  # as good as the eye
    assert b"jumb" in document.content  # content credentials
    assert b"compositeWithTrainedAlgorithmicMedia" in document.content


@pytest.mark.parametrize(
    ("painting_id", "title", "name", "told"),
    [
        ("a_b-C", "x\n\u202ey", "vernissage-a-b-c.jpg", "x y"),
        ("../../etc", "", "vernissage-etc.jpg", "Vernissage"),
        ("женщина", "Ж", "vernissage.jpg", "Ж"),
        ("x" * 300, "y" * 900, f"vernissage-{'x' * 60}.jpg", "y" * 300),
    ],
)
def test_odd_names_and_titles_become_plain_ones(
    marker: Marker, painting_id: str, title: str, name: str, told: str
):
    document = make_document(kept(painting_id, en=title), marker, Settings())

    assert (document.name, document.title) == (name, told)


def test_what_is_too_large_is_said(marker: Marker, monkeypatch):
    monkeypatch.setattr(document_module, "MOST_CONTENT_BYTES", 1000)
    with pytest.raises(SavingError, match="larger than 1000 bytes"):
        make_document(kept(en="Lady"), marker, Settings())
