"""A kiosk full of paintings, whose screens can be brought up one by one."""

from contextlib import suppress
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from kiosk.bridge import Bridge
from kiosk.language import Languages
from kiosk.privacy.consent import read_consent
from kiosk.screens.edit_list import EditListScreen
from kiosk.screens.editor import EditorScreen
from kiosk.settings.kinds import LANGUAGES
from kiosk.stage import Stage
from kiosk.theme import px_per_mm
from kiosk.widgets.card import CardText
from kiosk.widgets.exhibit import Exhibit
from kiosk.widgets.portrait import Shown
from pipeline.sources.named import named_source

# ruff: noqa: RUF001 (letters and signs of five languages)

TITLES = MappingProxyType(
    {
        "en": ("Portrait of a Young Woman with a Pearl Necklace", "Old Masters"),
        "ru": ("Портрет неизвестной в берете с длинным белым пером", "Старые мастера"),
        "de": ("Bildnis einer jungen Frau mit Perlenhalskette", "Niederländer"),
        "fr": ("Portrait d’une jeune femme au collier de perles", "Maîtres anciens"),
        "es": ("Retrato de una joven con un collar de perlas", "Maestros antiguos"),
    }
)
ARTIST = "Jean-Auguste-Dominique Ingres"
YEAR = "c. 1640–1645"
MUSEUM = "Gemäldegalerie Alte Meister, Staatliche Kunstsammlungen Dresden"
ALL_PAINTINGS = 7


class FilledKiosk:
    """The kiosk's screens in a window, filled as during a busy day.

    Args:
        size: Of the window in pixels.
        diagonal_in: Of the screen in inches.
    """

    def __init__(self, size: tuple[int, int], diagonal_in: float) -> None:
        self.scale = px_per_mm(size, diagonal_in)
        self.window = QStackedWidget()
        self.stage = Stage(self.window, Bridge(named_source("demo")), self.scale)
        self.stage.live.view._pull = self._pull
        self.editor = EditorScreen(lambda: None, self.scale)
        self.edit_list = EditListScreen(self.scale)
        for screen in (self.editor, self.edit_list):
            self.stage.add(screen)
        self.languages = Languages("en", LANGUAGES, self.window)
        self._consents = read_consent()
        self.image = _picture()
        self._pulled = False
        self.window.resize(*size)
        self.window.show()
        self.stage.fit(self.window.size())
        self.stage.reduce_motion(reduced=True)
        for key in self._keys():
            self.stage.choose.set_thumbnail(key, self.image)
            self.stage.live.set_thumbnail(key, self.image)

    @property
    def top(self) -> QWidget:
        """What lies above everything else."""
        over = self.stage.still_there
        return over if over.isVisible() else self.window.currentWidget()

    def speak(self, code: str) -> None:
        """Take another language, as a visitor does."""
        self.languages.use(code)
        stage = self.stage
        stage.offer_languages(LANGUAGES, code)
        stage.show_consent(self._consents[code])
        title, category = TITLES[code]
        cards = [
            CardText(
                key,
                title,
                ARTIST,
                YEAR,
                MUSEUM,
                f"{category} {1 + number // 3}",
                room=1 + number % 3,
            )
            for number, key in enumerate(self._keys())
        ]
        stage.choose.set_paintings(cards)
        stage.live.set_paintings(cards)
        for key in self._keys():
            stage.choose.set_thumbnail(key, self.image)
            stage.live.set_thumbnail(key, self.image)
        stage.attract.set_exhibits([Exhibit(self.image, title, f"{ARTIST}, {YEAR}")])

    def close(self) -> None:
        """Take everything down."""
        self.languages.use("en")
        self.window.close()
        with suppress(RuntimeError):
            self.window.deleteLater()

    def _keys(self) -> list[str]:
        return [f"pack/{number}" for number in range(ALL_PAINTINGS)]

    def _pull(self) -> Shown | None:
        if self._pulled:
            return None
        self._pulled = True
        size = self.image.size().scaled(
            self.stage.live.view.room_px(), Qt.AspectRatioMode.KeepAspectRatio
        )
        return Shown(self.image.scaled(size), 1)


def _picture() -> QImage:
    image = QImage(600, 760, QImage.Format.Format_RGB32)
    image.fill(QColor("#6a5a48"))
    return image
