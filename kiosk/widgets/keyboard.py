"""A keyboard on the screen, for five languages, so that none need be plugged in."""

from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.theme import GOLD, TEXT, Metrics, sans
from kiosk.widgets.buttons import INK, OUTLINE
from kiosk.widgets.key_rows import DIGITS, KEY_ROWS

COLUMNS = 11
KEY_HEIGHT_SHARE = 1.15
"""Over what a finger needs."""
WIDEST_KEY_SHARE = 2.0


class Special(StrEnum):
    """Keys that type nothing."""

    LANGUAGE = "language"
    SHIFT = "shift"
    SPACE = "space"
    ERASE = "erase"
    ENTER = "enter"


WIDTHS = {Special.LANGUAGE: 2, Special.SHIFT: 2, Special.ERASE: 2, Special.ENTER: 3}
"""In keys; the blank takes what is left of the row."""


class Key(QAbstractButton):
    """One key.

    Args:
        parent: The keyboard.
        letter: What it types, or which special key it is.
    """

    def __init__(self, parent: QWidget, letter: str) -> None:
        super().__init__(parent)
        self.letter = letter
        self.setText(letter)
        self.setAccessibleName(letter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the key and what is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.35)
        filled = self.isDown() or self.letter == Special.ENTER
        shape = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        painter.setPen(QPen(OUTLINE, 1.5))
        fill = GOLD if self.isDown() else TEXT
        painter.setBrush(fill if filled else QColor(255, 255, 255, 16))
        radius = 0.2 * min(shape.width(), shape.height())
        painter.drawRoundedRect(shape, radius, radius)
        painter.setFont(self.font())
        painter.setPen(INK if filled else TEXT)
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Keyboard(QWidget):
    """Digits, the letters of a language, and a few larger keys beneath them.

    Args:
        parent: What it stands on.
        titles: Whether titles are written, with capitals; otherwise words to search
            for, where capitals make no difference.
    """

    typed = Signal(str)
    """A letter, a digit or a blank."""
    erased = Signal()
    """The last letter shall go."""
    entered = Signal()
    """The text is finished."""

    def __init__(self, parent: QWidget, *, titles: bool = False) -> None:
        super().__init__(parent)
        self._language = "en"
        self._titles, self._capital = titles, False
        self._metrics: Metrics | None = None
        self._rows: list[list[Key]] = []
        specials = [one for one in Special if titles or one is not Special.SHIFT]
        self._lower = [Key(self, special) for special in specials]
        for key in self._lower:
            key.clicked.connect(lambda _=False, key=key: self._press(key.letter))
        self.set_language("en")
        self.retranslate()

    @property
    def language(self) -> str:
        """Code of the language whose letters it has."""
        return self._language

    def key(self, letter: str) -> Key:
        """The key of a letter, or a special one."""
        keys = [key for row in [*self._rows, self._lower] for key in row]
        return next(key for key in keys if key.letter == letter)

    def set_language(self, code: str) -> None:
        """Take the letters of a language; of English where there are none."""
        self._language = code if code in KEY_ROWS else "en"
        for row in self._rows:
            for key in row:
                key.hide()
                key.deleteLater()
        letters = (DIGITS, *KEY_ROWS[self._language])
        self._rows = [[self._new_key(letter) for letter in row] for row in letters]
        self.set_capital(capital=self._capital)
        if self._metrics is not None:
            self.arrange(self.width(), self._metrics)

    def set_capital(self, *, capital: bool) -> None:
        """Let the next letter be a capital, or not."""
        self._capital = capital
        for key in (key for row in self._rows for key in row):
            key.setText(self._shown(key.letter))
            key.update()

    def retranslate(self) -> None:
        """Name the larger keys."""
        enter = self.tr("Done") if self._titles else self.tr("Search")
        names = (
            (Special.LANGUAGE, self.tr("Other letters"), "ABC АБВ"),
            (Special.SPACE, self.tr("Blank"), ""),
            (Special.ERASE, self.tr("Erase"), "⌫"),
            (Special.ENTER, enter, enter),
            (Special.SHIFT, self.tr("Capital letter"), "⇧"),
        )
        for special, name, words in names:
            if special is Special.SHIFT and not self._titles:
                continue
            key = self.key(special)
            key.setText(words)
            key.setAccessibleName(name)
            key.update()

    def arrange(self, width_px: int, metrics: Metrics) -> QSize:
        """Put every key in its place; tell the size."""
        self._metrics = metrics
        width = min(width_px, round(COLUMNS * WIDEST_KEY_SHARE * metrics.touch_px))
        step = width / COLUMNS
        height = round(KEY_HEIGHT_SHARE * metrics.touch_px)
        for number, row in enumerate(self._rows):
            left = (width - len(row) * step) / 2.0
            for place, key in enumerate(row):
                key.setFont(sans(round(0.4 * height)))
                x = round(left + place * step)
                right = round(left + (place + 1) * step)
                key.setGeometry(QRect(x, number * height, right - x, height))
        y, first = len(self._rows) * height, 0
        larger = [WIDTHS.get(Special(key.letter), 0) for key in self._lower]
        blank = COLUMNS - sum(larger)
        for key in self._lower:
            key.setFont(sans(round(0.3 * height), strong=True))
            end = first + WIDTHS.get(Special(key.letter), blank)
            x = round(first * step)
            key.setGeometry(QRect(x, y, round(end * step) - x, height))
            first = end
        self.resize(width, (len(self._rows) + 1) * height)
        return self.size()

    def _new_key(self, letter: str) -> Key:
        key = Key(self, letter)
        key.clicked.connect(lambda: self._press(letter))
        key.show()
        return key

    def _press(self, letter: str) -> None:
        if letter == Special.LANGUAGE:
            codes = list(KEY_ROWS)
            self.set_language(codes[(codes.index(self._language) + 1) % len(codes)])
        elif letter == Special.SHIFT:
            self.set_capital(capital=not self._capital)
        elif letter == Special.ERASE:
            self.erased.emit()
        elif letter == Special.ENTER:
            self.entered.emit()
        else:
            self.typed.emit(" " if letter == Special.SPACE else self._shown(letter))
            self.set_capital(capital=False)

    def _shown(self, letter: str) -> str:
        capital = letter.upper()  # of ß it is two letters
        return capital if self._capital and len(capital) == 1 else letter
