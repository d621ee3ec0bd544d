from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

from kiosk.errors import KioskError
from kiosk.privacy.notice import PrivacyNotice
from kiosk.settings.kinds import LANGUAGES
from kiosk.settings.schema import Settings
from kiosk.settings.sections.handover import Handover
from kiosk.settings.sections.privacy import Privacy
from kiosk.settings.sections.venue import Venue

FONTS = Path(__file__).resolve().parents[4] / "assets" / "fonts"
LINK = "https://t.me/bot?start={token}"


def test_every_language_says_as_much_in_other_words() -> None:
    texts = [PrivacyNotice().text(code, Settings()) for code in LANGUAGES]

    assert len({text.heading for text in texts}) == len(LANGUAGES)
    assert {len(text.points) for text in texts} == {7}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_settings_are_filled_in(code: str) -> None:
    settings = Settings(
        venue=Venue(name="Town {museum}"),
        privacy=Privacy(contact="ask@museum.example", sessions_days=77),
    )

    text = PrivacyNotice().text(code, settings)

    assert "45" in text.points[2]
    assert "77" in text.points[4]
    assert "Town {museum} ask@museum.example" in text.points[-1]
    assert not any("{idle" in point or "{sess" in point for point in text.points)


def test_it_tells_what_happens_to_a_portrait() -> None:
    notice = PrivacyNotice()

    kept = notice.text("en", Settings(handover=Handover(link=LINK))).points[3]

    assert "sealed" in kept
    assert "No picture leaves" in notice.text("en", Settings()).points[3]
    assert "ask the staff" in notice.text("en", Settings()).points[-1]


def test_our_fonts_have_every_letter(qapp: QApplication) -> None:
    texts = [PrivacyNotice().text(code, Settings()) for code in LANGUAGES]
    letters = {c for text in texts for point in text.points for c in point}
    for name in ("EBGaramond-Regular.ttf", "SourceSans3-Regular.ttf"):
        font = QRawFont(str(FONTS / name), 20.0)
        assert [c for c in letters if not font.supportsCharacter(ord(c))] == []


@pytest.mark.parametrize("content", [b"", b"\xff", b"[en]\nheading = 1\n"])
def test_broken_words_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "privacy.toml"
    path.write_bytes(content)

    with pytest.raises(KioskError, match="Restore the folder"):
        PrivacyNotice(path)
    with pytest.raises(KioskError, match="Restore the folder"):
        PrivacyNotice(tmp_path / "none.toml")
