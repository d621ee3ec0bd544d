"""What came of an installation: a sentence, and every problem with its cure."""

from PySide6.QtWidgets import QWidget

from kiosk.screens.staff_pages.problem_list import ProblemList
from kiosk.staff.facts import Condition
from kiosk.staff.pack_facts import Report
from kiosk.theme import TEXT, Metrics, sans
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.sign import Sign


class ReportPlate(QWidget):
    """Hidden while there is nothing to report."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self.sign = Sign(self)
        self._result = Paragraph(self, TEXT)
        self._sentence = Paragraph(self, TEXT)
        self._problems = ProblemList(self)
        self.hide()

    def show_report(self, report: Report | None) -> None:
        """Show what came of it, or nothing any more."""
        self._report = report
        self._problems.set_problems(report.problems if report else ())
        self.setVisible(report is not None)
        self.retranslate()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height, 0 while it is hidden."""
        if self.isHidden():
            return 0
        gap, sign = metrics.gap_px, round(1.5 * metrics.text_px)
        left = sign + gap // 2
        room = width_px - left
        self._result.set_face(sans(metrics.text_px, strong=True))
        self._sentence.set_face(sans(metrics.small_px))
        y = self._result.lay(left, 0, room)
        self.sign.setGeometry(0, max(0, (y - sign) // 2), sign, sign)
        y = self._sentence.lay(left, y, room) + gap // 2
        self._problems.move(left, y)
        y += self._problems.arrange(room, metrics)
        self.resize(width_px, y)
        return y + gap

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        report = self._report
        if report is None:
            return
        warned = report.installed and bool(report.problems)
        condition = Condition.GOOD if report.installed else Condition.BAD
        self.sign.set_condition(Condition.WATCH if warned else condition)
        words = (
            self.tr("%1 is installed. Paintings: %2")
            if report.installed
            else self.tr("%1 was not installed; nothing has changed.")
        )
        words = words.replace("%2", str(report.paintings))
        self._result.setText(words.replace("%1", report.title))
        self._sentence.setText(report.sentence)
        self._problems.retranslate()
