import io
import json
import shutil
import subprocess
from pathlib import Path

import c2pa
import cv2
import numpy as np
import pytest
from PIL import Image

from kiosk.packs.manifest import PackPainting
from kiosk.packs.schema import Rights
from kiosk.privacy.marks.facts import SOURCE_TYPE, PictureFacts, facts_of
from kiosk.privacy.marks.inspection import inspect
from kiosk.privacy.marks.marker import Marker, MediaType
from kiosk.settings.sections.marks import Marks
from tests.unit.kiosk.privacy.marks.certificates import chain_and_key

PAINTING = PackPainting(
    pack_id="town",
    id="miller",
    image=Path("miller.jpg"),
    titles={"en": "The miller <b>&</b>", "de": "Die Müllerin"},
    artists={"en": "Anna Ebert"},
    credits={"en": "Gift of the Ebert family, 1921"},
    rights=Rights(kind="public-domain"),
)
SUFFIX = {"image/png": ".png", "image/jpeg": ".jpg"}


@pytest.fixture
def portrait() -> np.ndarray:
    noise = np.random.default_rng(1).integers(0, 60, (400, 300, 3)).astype(np.uint8)
    return cv2.GaussianBlur(noise, (0, 0), 2)


@pytest.fixture
def facts() -> PictureFacts:
    return facts_of(PAINTING, "en", "Town museum", "0.1.0")


def marked(
    tmp_path: Path,
    portrait: np.ndarray,
    facts: PictureFacts,
    media_type: MediaType = "image/png",
    settings: Marks | None = None,
) -> Path:
    marker = Marker(tmp_path / "data")
    picture = marker.mark(portrait, (), facts, settings or Marks(), media_type)
    path = tmp_path / f"portrait{SUFFIX[media_type]}"
    path.write_bytes(picture.content)
    return path


@pytest.mark.parametrize("media_type", ["image/png", "image/jpeg"])
def test_every_mark_is_in_the_file(
    tmp_path: Path, portrait: np.ndarray, facts: PictureFacts, media_type: MediaType
) -> None:
    seen = inspect(marked(tmp_path, portrait, facts, media_type))

    assert seen.intact
    assert seen.credentials is not None
    assert seen.credentials.made_by == "Vernissage 0.1.0"
    assert seen.source_type == SOURCE_TYPE
    assert seen.credentials.title == "The miller <b>&</b>"
    assert seen.credentials.credit == "Gift of the Ebert family, 1921"
    assert "public domain" in seen.credentials.rights
    assert seen.credentials.mark_px is not None
    assert seen.metadata["Iptc4xmpExt:DigitalSourceType"] == SOURCE_TYPE
    assert seen.metadata["photoshop:Credit"] == "Gift of the Ebert family, 1921"
    assert seen.metadata["dc:title"] == "The miller <b>&</b>"
    assert "altered with AI" in seen.metadata["dc:description"]
    assert seen.personal == ()


def test_outside_the_mark_a_png_is_the_portrait_bit_for_bit(
    tmp_path: Path, portrait: np.ndarray, facts: PictureFacts
) -> None:
    path = marked(tmp_path, portrait, facts)
    seen = inspect(path)

    changed = (cv2.imread(str(path)) != portrait).any(axis=2)

    assert seen.credentials is not None
    assert seen.credentials.mark_px is not None
    x0, y0, x1, y1 = seen.credentials.mark_px
    assert changed[y0:y1, x0:x1].any()
    changed[y0:y1, x0:x1] = False
    assert not changed.any()


def test_signing_changes_no_pixel(
    tmp_path: Path, portrait: np.ndarray, facts: PictureFacts
) -> None:
    path = marked(tmp_path, portrait, facts, "image/jpeg", Marks(visible=False))

    alone = io.BytesIO()
    Image.fromarray(portrait[..., ::-1]).save(alone, "JPEG", quality=95, subsampling=0)

    with Image.open(path) as ours, Image.open(alone) as plain:
        assert (np.asarray(ours) == np.asarray(plain)).all()


def test_c2pas_own_reader_finds_no_fault_but_that_nobody_vouches(
    tmp_path: Path, portrait: np.ndarray, facts: PictureFacts
) -> None:
    path = marked(tmp_path, portrait, facts, "image/jpeg")

    with c2pa.Reader(str(path)) as reader:
        report = json.loads(reader.json())

    assert report["validation_state"] == "Valid"
    codes = [each["code"] for each in report["validation_status"]]
    assert codes == ["signingCredential.untrusted"]


def test_there_is_no_thumbnail_no_time_and_no_name_of_a_file(
    tmp_path: Path, portrait: np.ndarray, facts: PictureFacts
) -> None:
    path = marked(tmp_path, portrait, facts, "image/jpeg")
    content = path.read_bytes()

    assert content.count(b"\xff\xd8\xff") == 1
    assert b"thumbnail" not in content
    seen = inspect(path)
    assert seen.credentials is not None
    assert seen.credentials.signed_at == ""
    with c2pa.Reader(str(path)) as reader:
        report = reader.json()
    assert "miller.jpg" not in report
    assert "timeStamp" not in report


def test_exiftool_shows_them(
    tmp_path: Path, portrait: np.ndarray, facts: PictureFacts
) -> None:
    exiftool = shutil.which("exiftool")
    if exiftool is None:
        pytest.skip("needs exiftool (Debian's libimage-exiftool-perl)")
    path = marked(tmp_path, portrait, facts, "image/jpeg")

    told = subprocess.run(  # noqa: S603 (its own words only)
        [exiftool, "-json", "-XMP:all", str(path)], capture_output=True, check=True
    )

    (values,) = json.loads(told.stdout)
    assert values["DigitalSourceType"] == SOURCE_TYPE
    assert values["Credit"] == "Gift of the Ebert family, 1921"
    assert values["Rights"] == "The painting is in the public domain."
    assert values["Source"] == "Town museum"


def test_a_changed_picture_is_found_out(
    tmp_path: Path, portrait: np.ndarray, facts: PictureFacts
) -> None:
    path = marked(tmp_path, portrait, facts, "image/jpeg")
    content = bytearray(path.read_bytes())
    content[-200] ^= 0xFF
    path.write_bytes(content)

    seen = inspect(path)

    assert not seen.intact
    assert seen.credentials is not None
    assert "assertion.dataHash.mismatch" in seen.credentials.problems


def test_an_operators_certificate_signs(
    tmp_path: Path, portrait: np.ndarray, facts: PictureFacts
) -> None:
    settings = with_certificate(tmp_path, *chain_and_key())

    seen = inspect(marked(tmp_path, portrait, facts, settings=settings))

    assert seen.intact
    assert seen.credentials is not None
    assert seen.credentials.signer == "Town museum, Kiosk"
    assert not (tmp_path / "data").exists()


def with_certificate(tmp_path: Path, chain: bytes, key: bytes) -> Marks:
    (tmp_path / "chain.pem").write_bytes(chain)
    (tmp_path / "key.pem").write_bytes(key)
    return Marks(certificate=tmp_path / "chain.pem", key=tmp_path / "key.pem")


def test_wrong_settings_stop_no_picture_and_are_told(
    tmp_path: Path, portrait: np.ndarray, facts: PictureFacts
) -> None:
    marker = Marker(tmp_path / "data")
    expired = with_certificate(tmp_path, *chain_and_key(days=(-90, -1)))
    for settings, told in (
        (expired, "expired"),
        (expired.model_copy(update={"key": None}), "marks.key is needed"),
        (Marks(image=tmp_path / "none.png"), "none.png cannot be read"),
        (Marks(certificate=tmp_path / "gone", key=tmp_path / "gone"), "cannot be read"),
    ):
        path = tmp_path / "marked.png"
        picture = marker.mark(portrait, (), facts, settings, "image/png")
        path.write_bytes(picture.content)

        assert inspect(path).intact
        assert told in marker.problem

    marker.mark(portrait, (), facts, Marks())
    assert marker.problem == ""


def test_texts_of_any_kind_are_carried(tmp_path: Path, portrait: np.ndarray) -> None:
    wild = PictureFacts(
        title="]]>\x00\u202e" + "x" * 5000,
        artist="<script>",
        credit="Ж" * 90_000,
        rights="",
        statement="ИИ",
        language="ru",
        venue="& \ud7ff",
        version="0",
    )

    seen = inspect(marked(tmp_path, portrait, wild, "image/jpeg"))

    assert seen.intact
    assert seen.metadata["photoshop:Credit"] == "Ж" * 2000
