"""One setting: words and a switch, a stepper or chips."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.page import draw_line
from kiosk.staff.facts import SettingRow
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.choice import Choice
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.stepper import Stepper
from kiosk.widgets.switch import Switch


class SettingLine(QWidget):
    """Shows a setting and lets it be changed, unless a variable decides it.

    Args:
        row: The setting; its kind of value stays the same.
        parent: The page.
    """

    changed = Signal(object)
    """Somebody has chosen another value."""

    def __init__(self, row: SettingRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = row
        self._title = Paragraph(self, TEXT)
        self._fixed = Paragraph(self, QUIET_TEXT)
        self.control = self._new_control()
        self.set_row(row)

    def set_row(self, row: SettingRow) -> None:
        """Show the setting as it is now."""
        self.row = row
        control = self.control
        if isinstance(control, Switch):
            control.setChecked(bool(row.value))
        elif isinstance(control, Stepper):
            control.set_range(row.least, row.most)
            control.set_value(int(row.value))
        elif isinstance(control, Choice):
            control.choose(str(row.value))
        else:
            control.setText(str(row.value))
        control.setEnabled(not row.fixed_by)

    def say(
        self,
        title: str,
        options: Mapping[str, str],
        number: Callable[[int], str],
    ) -> None:
        """Say it in the language that is in force.

        Args:
            title: What it does.
            options: From values to choose from to their words.
            number: How a number is said.
        """
        self._title.setText(title)
        row, control = self.row, self.control
        control.setAccessibleName(title)
        fixed = self.tr("Decided outside by %1").replace("%1", row.fixed_by)
        self._fixed.setText(fixed if row.fixed_by else "")
        if isinstance(control, Stepper):
            control.set_words(number)
            control.set_names(
                self.tr("%1: less").replace("%1", title),
                self.tr("%1: more").replace("%1", title),
            )
        elif isinstance(control, Choice):
            control.set_options(
                [(value, options.get(value, value)) for value in row.choices]
            )
            control.choose(str(row.value))

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Words at the left and the control at the right, or beneath."""
        pad = round(0.75 * metrics.gap_px)
        self._title.set_face(sans(metrics.text_px))
        self._fixed.set_face(sans(metrics.small_px))
        control = self.control
        beneath = isinstance(control, Choice | Paragraph)
        if isinstance(control, Switch | Stepper):
            control.apply_metrics(metrics)
        room = width_px if beneath else width_px - control.width() - pad
        words = self._title.height_in(room) + self._fixed.height_in(room)
        height = (
            words + pad + pad // 2
            if beneath
            else max(words + pad, control.height()) + pad
        )
        top = pad if beneath else (height - words) // 2
        self._fixed.lay(0, self._title.lay(0, top, room), room)
        if isinstance(control, Choice):
            control.arrange(width_px, metrics)
        elif isinstance(control, Paragraph):
            control.set_face(sans(metrics.small_px))
            control.height_in(width_px)
        if beneath:
            control.move(0, height)
            height += control.height() + pad
        else:
            control.move(width_px - control.width(), (height - control.height()) // 2)
        self.resize(width_px, height)
        return height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line beneath."""
        painter = QPainter(self)
        draw_line(painter, self.height() - 1, self.width())
        painter.end()

    def _new_control(self) -> Switch | Stepper | Choice | Paragraph:
        row = self.row
        if row.choices:
            choice = Choice(self)
            choice.value_chosen.connect(lambda value: self.changed.emit(value))
            return choice
        if isinstance(row.value, bool):
            switch = Switch(self)
            switch.clicked.connect(lambda value: self.changed.emit(value))
            return switch
        if isinstance(row.value, int):
            stepper = Stepper(self)
            stepper.value_chosen.connect(lambda value: self.changed.emit(value))
            return stepper
        return Paragraph(self, QUIET_TEXT)
