import re
from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from kiosk.errors import KioskError
from kiosk.privacy.asking import consent_in_force
from kiosk.privacy.consent import ConsentText, consent_path, read_consent
from kiosk.privacy.regions import REGIONS
from kiosk.settings.kinds import LANGUAGES
from kiosk.settings.schema import Settings
from kiosk.settings.sections.privacy import Privacy
from kiosk.settings.sections.visit import Visit

FONTS = Path(__file__).resolve().parents[4] / "assets" / "fonts"


@pytest.fixture
def ours() -> str:
    return consent_path().read_text(encoding="utf-8")


def read(tmp_path: Path, text: str) -> dict[str, ConsentText]:
    path = tmp_path / "consent.toml"
    path.write_text(text, encoding="utf-8")
    return dict(read_consent(path))


def words_of(text: ConsentText) -> list[str]:
    return [text.heading, *text.points, text.guardian, text.agree, text.decline]


def test_our_words_are_complete_in_every_language() -> None:
    texts = read_consent()

    assert tuple(texts) == LANGUAGES
    assert {len(text.points) for text in texts.values()} == {4}
    for text in texts.values():
        assert "16" in text.guardian


def test_no_two_languages_say_anything_in_the_same_words() -> None:
    words = [each for text in read_consent().values() for each in words_of(text)]

    assert len(set(words)) == len(words)


def test_they_are_read_in_ten_seconds() -> None:
    for text in read_consent().values():
        assert len(" ".join(words_of(text)).split()) <= 80


def test_the_version_is_a_number_and_a_digest_for_all_languages() -> None:
    (version,) = {text.version for text in read_consent().values()}

    assert re.fullmatch(r"2-[0-9a-f]{8}", version)


def test_every_letter_counts_for_the_version(tmp_path: Path, ours: str) -> None:
    before = read_consent()["en"].version

    assert read(tmp_path, ours)["en"].version == before
    assert read(tmp_path, "# a remark\n" + ours)["en"].version == before
    changed = ours.replace("Nein, danke", "Nein danke")
    assert read(tmp_path, changed)["en"].version != before
    raised = ours.replace("number = 2", "number = 3")
    assert read(tmp_path, raised)["en"].version == "3" + before[1:]


def test_our_fonts_have_every_letter(qapp: QApplication) -> None:
    letters = {
        letter for text in read_consent().values() for letter in "".join(words_of(text))
    }
    for name in ("EBGaramond-Regular.ttf", "SourceSans3-Regular.ttf"):
        font = QRawFont(str(FONTS / name), 20.0)
        assert font.isValid()
        lacking = [c for c in letters if not font.supportsCharacter(ord(c))]
        assert lacking == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("number = 2", "", "number"),
        ("number = 2", "number = true", "number"),
        ("number = 2", "number = 0", "number"),
        ("[de]", "[xx]", "lacks the languages de"),
        ("[de]", "[en]", "cannot be used"),
        ('agree = "Yes, paint me"', "", "en must have"),
        ('agree = "Yes, paint me"', 'agree = ""', "en has no words for 'agree'"),
        ('agree = "Yes, paint me"', "agree = 1", "en has no words for 'agree'"),
        ('agree = "Yes, paint me"', f'agree = "{"a" * 31}"', "at most 30"),
        ('agree = "Yes, paint me"', 'agree = "a\\nb"', "one line"),
        ('agree = "Yes, paint me"', 'agree = "a"\nmore = "b"', "no more"),
        ('heading = "In ein', "heading = In ein", "cannot be used"),
    ],
)
def test_broken_words_are_refused(
    tmp_path: Path, ours: str, old: str, new: str, told: str
) -> None:
    assert old in ours

    with pytest.raises(KioskError, match=re.escape(told)):
        read(tmp_path, ours.replace(old, new, 1))


def test_all_languages_have_as_many_points(tmp_path: Path, ours: str) -> None:
    with pytest.raises(KioskError, match="number of points"):
        read(tmp_path, re.sub(r"points = \[\n.*\n", "points = [\n", ours, count=1))
    with pytest.raises(KioskError, match="2 to 5"):
        read(tmp_path, re.sub(r"(?s)points = \[.*?\n\]", "points = []", ours, count=1))


def test_a_language_more_is_welcome(tmp_path: Path, ours: str) -> None:
    table = ours[ours.index("[en]") : ours.index("[ru]")].replace("[en]", "[pl]")

    assert read(tmp_path, ours + "\n" + table)["pl"].heading


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"a = " + b"[" * 9999, b"#" * 10**6]
)
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "consent.toml"
    path.write_bytes(content)

    with pytest.raises(KioskError, match="Restore the folder assets/consent"):
        read_consent(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="Restore the folder"):
        read_consent(tmp_path / "none.toml")
    with pytest.raises(KioskError, match="Restore the folder"):
        read_consent(tmp_path)


def test_it_says_how_long_a_portrait_waits() -> None:
    for text in read_consent().values():
        told = " ".join(text.kept_for(48).points)
        assert "48" in told
        assert "{" not in told
        assert text.kept_for(48).version == text.version


@pytest.mark.parametrize("region", sorted(REGIONS))
def test_each_region_asks_in_every_language_and_has_a_version(region: str) -> None:
    texts = consent_in_force(Settings(privacy=Privacy(region=region)))

    assert tuple(texts) == LANGUAGES
    asks = REGIONS[region].asks_age
    for text in texts.values():
        assert bool(text.of_age) == bool(text.with_adult) == asks
        assert str(REGIONS[region].adult_age) in text.guardian
        if asks:
            assert str(REGIONS[region].adult_age) in text.of_age
    others = [r for r in REGIONS if r != region]
    versions = {
        consent_in_force(Settings(privacy=Privacy(region=r)))["en"].version
        for r in others
    }
    assert texts["en"].version not in versions


def test_a_venues_own_words_make_a_version_of_their_own(
    tmp_path: Path, ours: str
) -> None:
    path = tmp_path / "own.toml"
    path.write_text(ours.replace("Nein, danke", "Lieber nicht"), encoding="utf-8")

    own = consent_in_force(Settings(privacy=Privacy(consent=path)))

    assert own["de"].decline == "Lieber nicht"
    assert own["de"].version != read_consent()["de"].version


def test_a_venues_words_must_have_the_languages_that_are_offered(
    tmp_path: Path, ours: str
) -> None:
    path = tmp_path / "own.toml"
    head = ours[: ours.index("[ru]")]
    path.write_text(head, encoding="utf-8")
    one = Visit(languages=("en",))

    own = consent_in_force(Settings(visit=one, privacy=Privacy(consent=path)))
    assert own["de"] == read_consent()["de"]
    assert own["en"].version != own["de"].version

    with pytest.raises(
        KioskError, match=r"lacks the languages ru, de.*privacy\.consent"
    ):
        consent_in_force(Settings(privacy=Privacy(consent=path)))
    gone = Settings(privacy=Privacy(consent=tmp_path / "none.toml"))
    with pytest.raises(KioskError, match="Your words"):
        consent_in_force(gone)
