"""The row of languages that the visitor may choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, TEXT, Metrics, sans
from kiosk.widgets.buttons import INK, OUTLINE
from kiosk.widgets.focus import FocusButton

NAMES = {
    "en": "English",
    "ru": "Русский",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
}
"""What each language calls itself."""
CHOSEN_FILL = QColor(255, 255, 255, 30)


def own_name(code: str) -> str:
    """What a language calls itself; its code if nobody knows."""
    native = QLocale(code).nativeLanguageName()
    return NAMES.get(code) or native[:1].upper() + native[1:] or code


def air_px(touch_px: int) -> int:
    """Between the edge of a language and its name."""
    return round(0.28 * touch_px)


class LanguageButton(FocusButton):
    """One language; the chosen one has strong letters and stands in an oval.

    Args:
        code: Its ISO 639 code.
        parent: The row.
    """

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.code = code
        self._touch_px = 76
        self.setCheckable(True)
        self.setText(own_name(code))
        self.setAccessibleName(own_name(code))

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its sizes from the window's."""
        self._touch_px = metrics.touch_px
        self.setFont(sans(metrics.text_px))
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for the name in strong letters, and for a finger."""
        strong = QFontMetrics(sans(self.font().pixelSize(), strong=True))
        words_px = strong.horizontalAdvance(self.text())
        width_px = words_px + 2 * air_px(self._touch_px)
        return QSize(max(self._touch_px, width_px), self._touch_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name, and the oval of the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.isDown() or self.ringed:
            inset = 0.14 * self.height()
            oval = QRectF(self.rect()).adjusted(2.0, inset, -2.0, -inset)
            painter.setPen(QPen(GOLD if self.ringed else OUTLINE, 2.0))
            painter.setBrush(GOLD if self.isDown() else CHOSEN_FILL)
            painter.drawRoundedRect(oval, oval.height() / 2.0, oval.height() / 2.0)
        painter.setFont(sans(self.font().pixelSize(), strong=self.isChecked()))
        painter.setPen(INK if self.isDown() else TEXT)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class LanguageBar(QWidget):
    """Languages in their own names beside each other; hidden with less than two.

    Its size follows the languages and the room that :meth:`apply_metrics` gives;
    whoever owns it only moves it.
    """

    language_chosen = Signal(str)
    """A language was touched: its code. It is marked already."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons: list[LanguageButton] = []
        self._metrics: Metrics | None = None
        self._most_width_px = 10_000
        self._centred = True
        self.hide()
        self._name()

    @property
    def indent_px(self) -> int:
        """How far in from the left the first name begins."""
        return air_px(self._metrics.touch_px) if self._metrics else 0

    def set_languages(self, codes: Sequence[str], chosen: str) -> None:
        """Offer languages.

        Args:
            codes: ISO 639 codes in the order of the row.
            chosen: The one that is in force.
        """
        if [button.code for button in self._buttons] != list(codes):
            self._make(codes)
        self._mark(chosen)

    def set_centred(self, *, centred: bool) -> None:
        """Centre the rows on each other, or begin them all at the left."""
        self._centred = centred
        self._arrange()

    def apply_metrics(self, metrics: Metrics, most_width_px: int) -> None:
        """Take its sizes from the window's.

        Args:
            metrics: The window's sizes.
            most_width_px: More takes another row.
        """
        self._metrics, self._most_width_px = metrics, most_width_px
        for button in self._buttons:
            button.apply_metrics(metrics)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a touch between two languages from whatever lies beneath."""
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Language"))

    def _make(self, codes: Sequence[str]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [LanguageButton(code, self) for code in codes]
        for button in self._buttons:
            button.clicked.connect(self._choose)
            button.show()
            if self._metrics is not None:
                button.apply_metrics(self._metrics)
        self.setVisible(len(self._buttons) > 1)
        self._arrange()

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, LanguageButton):
            self._mark(button.code)
            self.language_chosen.emit(button.code)

    def _mark(self, chosen: str) -> None:
        for button in self._buttons:
            button.setChecked(button.code == chosen)

    def _arrange(self) -> None:
        rows = self._rows()
        widths = [sum(button.width() for button in row) for row in rows]
        whole = max(widths, default=0)
        y = 0
        for row, width in zip(rows, widths, strict=True):
            x = (whole - width) // 2 if self._centred else 0
            for button in row:
                button.move(QPoint(x, y))
                x += button.width()
            y += row[0].height()
        self.resize(whole, y)

    def _rows(self) -> list[list[LanguageButton]]:
        """As few rows as fit, of about as many languages each."""
        count = len(self._buttons)
        for wanted in range(1, count + 1):
            each = -(-count // wanted)
            rows = [self._buttons[i : i + each] for i in range(0, count, each)]
            widest = max(sum(button.width() for button in row) for row in rows)
            if widest <= self._most_width_px or wanted == count:
                return rows
        return []
