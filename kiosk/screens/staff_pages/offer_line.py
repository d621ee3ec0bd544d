"""One pack that somebody has brought, with the button that installs it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import draw_line
from kiosk.staff.pack_facts import OfferRow, Standing
from kiosk.theme import QUIET_TEXT, TEXT, TITLE_RATIO, Metrics, sans, serif
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph

WORDS_SHARE = 0.6
"""Of a line's width, for the words; the button stands beside or beneath them."""


class OfferLine(QWidget):
    """Title, where it lies, how it stands to what is installed, and a button."""

    install_wanted = Signal()
    """Somebody wants it installed, or made."""

    def __init__(self, row: OfferRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self._title = Paragraph(self, TEXT)
        self._facts = Paragraph(self, QUIET_TEXT)
        self._standing = Paragraph(self, TEXT)
        self.install = WordButton(self)
        self.install.clicked.connect(self.install_wanted)
        self.install.setVisible(row.standing is not Standing.UNREADABLE)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        row = self.row
        version = self.tr("Version %1").replace("%1", row.version)
        pictures = row.standing is Standing.PICTURES
        paintings = (
            self.tr("Pictures: %1") if pictures else self.tr("Paintings: %1")
        ).replace("%1", str(row.paintings))
        facts = [
            row.place,
            paintings if row.paintings else "",
            version if row.version else "",
        ]
        self._title.setText(row.title)
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        standing = {
            Standing.NEW: self.tr("New"),
            Standing.OTHER_VERSION: self.tr("Another version is installed."),
            Standing.SAME_VERSION: self.tr("This version is installed already."),
            Standing.UNREADABLE: row.trouble,
            Standing.PICTURES: self.tr("A pack can be made of them."),
        }
        self._standing.setText(standing[row.standing])
        words = {
            Standing.SAME_VERSION: self.tr("Install again"),
            Standing.PICTURES: self.tr("Make a pack"),
        }
        self.install.setText(words.get(row.standing, self.tr("Install")))
        self.install.setAccessibleName(f"{row.title}: {self.install.text()}")

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px
        self._title.set_face(serif(round(TITLE_RATIO * metrics.text_px)))
        for words in (self._facts, self._standing):
            words.set_face(sans(metrics.small_px))
        self.install.apply_metrics(metrics, width_px)
        offered = not self.install.isHidden()
        beside = width_px - self.install.width() - gap
        beside = beside if beside > WORDS_SHARE * width_px or not offered else width_px
        room = beside if offered else width_px
        y = self._title.lay(0, gap // 2, room)
        y = self._facts.lay(0, y, room)
        y = self._standing.lay(0, y, room) + gap // 2
        if offered and room == width_px:
            self.install.move(0, y)
            y += self.install.height() + gap // 2
        elif offered:
            y = max(y, self.install.height() + gap)
            top = (y - self.install.height()) // 2
            self.install.move(width_px - self.install.width(), top)
        self.resize(width_px, y)
        return y

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line beneath."""
        painter = QPainter(self)
        draw_line(painter, self.height() - 1, self.width())
        painter.end()
