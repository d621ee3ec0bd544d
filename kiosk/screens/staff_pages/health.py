"""The page that says how the kiosk is."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import Page, draw_line
from kiosk.staff.facts import Condition, ErrorLine, HealthFact, Topic
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.sign import Sign

WORDS_SHARE = 0.5
"""Of a line, for what it is about and how that is; the rest is for the value."""


class HealthLine(QWidget):
    """Sign, topic, condition and value; beneath them what to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign = Sign(self)
        self._topic = Paragraph(self, TEXT)
        self._condition = Paragraph(self, QUIET_TEXT)
        self._value = Paragraph(self, TEXT)
        self._sentence = Paragraph(self, TEXT)

    def say(self, fact: HealthFact, topic: str, condition: str) -> None:
        """Show a fact in these words."""
        self.sign.set_condition(fact.condition)
        self._topic.setText(topic)
        self._condition.setText(condition)
        self._value.setText(fact.value)
        self._sentence.setText(fact.sentence)
        said = (topic, condition, fact.value, fact.sentence)
        self.setAccessibleName(". ".join(part for part in said if part))

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        pad, sign = round(0.6 * metrics.gap_px), round(1.5 * metrics.text_px)
        left = sign + pad
        half = round(WORDS_SHARE * (width_px - left)) - pad
        self._topic.set_face(sans(metrics.text_px, strong=True))
        for words in (self._condition, self._value, self._sentence):
            words.set_face(sans(metrics.small_px))
        y = self._topic.lay(left, pad, half)
        y = self._condition.lay(left, y, half)
        room = width_px - left - half - pad
        value = self._value.height_in(room)
        top = max(pad, (y + pad - value) // 2)
        y = max(y, self._value.lay(left + half + pad, top, room))
        self.sign.setGeometry(0, pad + (y - pad - sign) // 2, sign, sign)
        y = self._sentence.lay(left, y, width_px - left) + pad
        self.resize(width_px, y)
        return y

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line beneath."""
        painter = QPainter(self)
        draw_line(painter, self.height() - 1, self.width())
        painter.end()


class HealthPage(Page):
    """One line for each thing that can be well or not, then the last errors."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: list[HealthFact] = []
        self._errors: list[ErrorLine] = []
        self.lines: list[HealthLine] = []
        self._heading = Paragraph(self, TEXT)
        self._remembered: list[tuple[Paragraph, Paragraph]] = []
        self.retranslate()

    def set_health(
        self, facts: Sequence[HealthFact], errors: Sequence[ErrorLine]
    ) -> None:
        """Show how everything is, and errors with the newest first."""
        self._facts, self._errors = list(facts), list(errors)
        while len(self.lines) > len(self._facts):
            _drop(self.lines.pop())
        while len(self.lines) < len(self._facts):
            self.lines.append(HealthLine(self))
            self.lines[-1].show()
        while len(self._remembered) > len(self._errors):
            _drop(*self._remembered.pop())
        while len(self._remembered) < len(self._errors):
            self._remembered.append(self._new_error())
        for (at, words), error in zip(self._remembered, self._errors, strict=True):
            at.setText(error.at.strftime("%Y-%m-%d %H:%M"))
            words.setText(error.words)
        self.retranslate()
        self.grown.emit()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        y = 0
        for line in self.lines:
            line.move(0, y)
            y += line.arrange(width_px, metrics)
        self._heading.set_face(sans(metrics.text_px, strong=True))
        y = self._heading.lay(0, y + metrics.gap_px, width_px) + metrics.gap_px // 3
        for at, words in self._remembered:
            at.set_face(sans(metrics.small_px))
            words.set_face(sans(metrics.small_px))
            left = at.one_line_px() + metrics.gap_px
            at.lay(0, y, left)
            y = words.lay(left, y, width_px - left) + metrics.gap_px // 3
        return y

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        topics = {
            Topic.CAMERA: self.tr("Camera"),
            Topic.ENGINE: self.tr("Engine"),
            Topic.DISK: self.tr("Disk"),
            Topic.BOT: self.tr("Bot"),
            Topic.OUTBOX: self.tr("Pictures to be sent"),
            Topic.SESSION_LOG: self.tr("Session log"),
            Topic.SETTINGS: self.tr("Settings"),
            Topic.STICK: self.tr("USB stick"),
        }
        conditions = {
            Condition.GOOD: self.tr("Good"),
            Condition.WATCH: self.tr("Warning"),
            Condition.BAD: self.tr("Trouble"),
        }
        for line, fact in zip(self.lines, self._facts, strict=True):
            line.say(fact, topics[fact.topic], conditions[fact.condition])
        self._heading.setText(
            self.tr("Last errors") if self._errors else self.tr("No errors remembered.")
        )

    def _new_error(self) -> tuple[Paragraph, Paragraph]:
        at, words = Paragraph(self, QUIET_TEXT), Paragraph(self, TEXT)
        at.show()
        words.show()
        return at, words


def _drop(*gone: QWidget) -> None:
    for widget in gone:
        widget.hide()
        widget.deleteLater()
