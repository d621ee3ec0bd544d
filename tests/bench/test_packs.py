"""Real paintings as a pack, and how long a large one takes; run with ``-m bench``."""

import shutil
import statistics
import time

import cv2
import pytest

from kiosk.packs.installing import install_prepared, problems_with
from kiosk.packs.library import packs_folder
from kiosk.packs.making.draft import draft_pack
from kiosk.packs.making.writing import head_for, write_pack
from kiosk.packs.manifest import PackPainting
from kiosk.packs.preparations import Preparations
from kiosk.packs.store import PackStore
from pipeline.backends import open_engine
from pipeline.images import read_image, write_image
from pipeline.verdict import Severity

pytestmark = pytest.mark.bench

TWELVE_MEGAPIXELS = 12_000_000
NOT_GOOD = {
    # freely painted, or half hidden: the features are only roughly known
    "arcimboldo-vertumnus": Severity.USABLE,
    "bonnat-an-egyptian-peasant-woman-and-her-child": Severity.USABLE,
    "utamaro-three-beauties-of-the-present-day": Severity.USABLE,
    "van-gogh-self-portrait": Severity.USABLE,  # 640 pixels
    "le-nain-a-peasant-family": Severity.USABLE,  # small on the screen
    "le-brun-the-jabach-family": Severity.POOR,  # eight tiny faces
    "lippi-portrait-of-a-woman-with-a-man-at-a-casement": Severity.UNUSABLE,  # profile
}
ROOMY = {
    "andrea-del-sarto-the-holy-family-with-the-young-saint-john-the-b": 2,
    "le-brun-the-jabach-family": 6,
    "le-nain-a-peasant-family": 5,
    "lippi-portrait-of-a-woman-with-a-man-at-a-casement": 0,
    "massys-the-moneylender-and-his-wife": 2,
    "renoir-two-sisters-on-the-terrace": 2,
}
"""Looked at one by one, in the previews of ``packs check --preview``."""


@pytest.fixture(scope="module")
def engine():
    return open_engine()


def test_every_real_painting_is_made_a_pack_installed_and_judged_right(
    shared_dir, engine, tmp_path
):
    source = shared_dir / "testdata" / "paintings"
    draft = draft_pack(source, source / "catalogue.csv")
    assert (len(draft.paintings), draft.with_row, draft.rows_left) == (28, 28, 0)
    made = write_pack(draft, head_for(source), tmp_path / "pack")
    preparations = Preparations(lambda: engine, tmp_path / "prepared")

    store = PackStore(tmp_path / "store")
    installed = install_prepared(store, preparations, made.folder)

    reports = {one.id: preparations.known(one) for one in installed.pack.paintings}
    assert len(reports) == 28
    found = {name: report.severity for name, report in reports.items()}
    assert {n: s for n, s in found.items() if s is not Severity.GOOD} == NOT_GOOD
    rooms = {name: report.room for name, report in reports.items()}
    assert {name: room for name, room in rooms.items() if room != 1} == ROOMY
    told = {one.field for one in problems_with(installed, preparations)}
    suits = {field for field in told if field.count(".") == 1}
    bad = [n for n, s in NOT_GOOD.items() if s >= Severity.POOR]
    assert suits == {f"paintings.{name}" for name in bad}


def test_a_painting_of_twelve_megapixels_is_prepared_within_five_seconds(
    engine, tmp_path
):
    bgr = read_image(packs_folder() / "studio" / "pair.jpg")
    scale = (TWELVE_MEGAPIXELS / (bgr.shape[0] * bgr.shape[1])) ** 0.5
    large = cv2.resize(bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    image = tmp_path / "large.jpg"
    write_image(image, large)
    painting = PackPainting("pack", "large", image, {"en": "Large"})
    rooms = ((1080, 1440), (1080, 1920))
    taken = []
    for _ in range(3):
        preparations = Preparations(lambda: engine, tmp_path / "prepared")
        start_s = time.perf_counter()
        preparations.prepared(painting, rooms)
        taken.append(time.perf_counter() - start_s)
        shutil.rmtree(tmp_path / "prepared")
    print(f"12 megapixels prepared in {statistics.median(taken):.2f} s")  # noqa: T201 (a bench tells its figures)
    assert statistics.median(taken) < 5.0, taken
