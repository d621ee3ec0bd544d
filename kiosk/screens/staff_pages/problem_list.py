"""Problems with their cures, the first of many."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.staff.pack_facts import ProblemRow
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.paragraph import Paragraph

MOST_SHOWN = 12


class ProblemList(QWidget):
    """Takes no room while there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self._shown: list[tuple[Paragraph, Paragraph]] = []
        self._more = Paragraph(self, QUIET_TEXT)

    def set_problems(self, problems: Sequence[ProblemRow]) -> None:
        """Show these."""
        for pair in self._shown:
            for words in pair:
                words.hide()
                words.deleteLater()
        self._count = len(problems)
        self._shown = [self._new_pair(problem) for problem in problems[:MOST_SHOWN]]
        self.retranslate()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        y = 0
        for words in (*(one for pair in self._shown for one in pair), self._more):
            words.set_face(sans(metrics.small_px))
        for where, words in self._shown:
            y = where.lay(0, y, width_px)
            y = words.lay(0, y, width_px) + metrics.gap_px // 3
        y = self._more.lay(0, y, width_px)
        self.resize(width_px, y)
        return y

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        more = self._count - len(self._shown)
        said = self.tr("Further problems: %1").replace("%1", str(more))
        self._more.setText(said if more > 0 else "")

    def _new_pair(self, problem: ProblemRow) -> tuple[Paragraph, Paragraph]:
        where, words = Paragraph(self, QUIET_TEXT), Paragraph(self, TEXT)
        where.setText(problem.where)
        words.setText(f"{problem.words} {problem.cure}")
        where.show()
        words.show()
        return where, words
