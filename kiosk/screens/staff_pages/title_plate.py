"""The title of a pack that is being made, and the keyboard to type it on."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.keyboard import Keyboard
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.text_line import TextLine


class TitlePlate(QWidget):
    """A line of text; the keyboard comes up when it is touched."""

    title_changed = Signal(str)
    """Somebody has typed."""
    grown = Signal()
    """It is higher or lower now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = Paragraph(self, TEXT)
        self.line = TextLine(self)
        self._remark = Paragraph(self, QUIET_TEXT)
        self.keyboard = Keyboard(self, titles=True)
        self.keyboard.hide()
        self.keyboard.typed.connect(self.line.type)
        self.keyboard.erased.connect(self.line.erase)
        for told in (self.keyboard.typed, self.keyboard.erased):
            told.connect(lambda *_letter: self._on_typed())
        self.keyboard.entered.connect(lambda: self.set_typing(typing=False))
        self.line.entered.connect(lambda: self.set_typing(typing=False))
        self.line.installEventFilter(self)
        self.retranslate()

    @property
    def title(self) -> str:
        """What was typed, without blanks around it."""
        return self.line.text.strip()

    def set_title(self, title: str) -> None:
        """Begin with a title."""
        self.line.set_text(title)
        self.set_typing(typing=False)

    def set_remark(self, remark: str) -> None:
        """Say something about the title."""
        self._remark.setText(remark)

    def set_typing(self, *, typing: bool) -> None:
        """Bring the keyboard up, or put it away."""
        if typing == self.keyboard.isHidden():
            self.keyboard.setVisible(typing)
            self.keyboard.set_capital(capital=not self.line.text)
            self.grown.emit()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px // 2
        self._words.set_face(sans(metrics.text_px, strong=True))
        self._remark.set_face(sans(metrics.small_px))
        y = self._words.lay(0, 0, width_px) + gap // 2
        self.line.apply_metrics(metrics, width_px)
        self.line.move(0, y)
        y = self._remark.lay(0, y + self.line.height() + gap // 2, width_px)
        if not self.keyboard.isHidden():
            self.keyboard.arrange(width_px, metrics)
            self.keyboard.move((width_px - self.keyboard.width()) // 2, y + gap)
            y += gap + self.keyboard.height()
        self.resize(width_px, y)
        return y

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        words = self.tr("Title of the pack")
        self._words.setText(words)
        self.line.set_hint(words)
        self.keyboard.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the keyboard up where the line is touched; hear a real one."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.set_typing(typing=True)
        took = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyRelease:
            self.title_changed.emit(self.title)
        return took

    def _on_typed(self) -> None:
        if not self.line.text:
            self.keyboard.set_capital(capital=True)
        self.title_changed.emit(self.title)
