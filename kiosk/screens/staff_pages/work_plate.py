"""What is being done with a pack, how far it is, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.staff.pack_facts import Stage
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.progress import ProgressBar


class WorkPlate(QWidget):
    """Hidden while nothing is done."""

    cancelled = Signal()
    """Somebody wants it to stop."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._stage = "", Stage.COPY
        self._stopping = False
        self._words = Paragraph(self, TEXT)
        self._warning = Paragraph(self, QUIET_TEXT)
        self.bar = ProgressBar(self)
        self.cancel = WordButton(self)
        self.cancel.clicked.connect(self._on_cancel)
        self.retranslate()
        self.hide()

    def begin(self, title: str, stage: Stage) -> None:
        """Show that something has begun.

        Args:
            title: Of the pack.
            stage: What is done first.
        """
        self._title, self._stage, self._stopping = title, stage, False
        self.cancel.setEnabled(True)
        self.bar.set_share(0.0)
        self.retranslate()
        self.show()

    def go_on(self, stage: Stage, share: float, title: str | None = None) -> None:
        """Show how far it is, 0 to 1 of a stage; perhaps with another title."""
        self._title = self._title if title is None else title
        self._stage = stage
        self.bar.set_share(share)
        self.retranslate()

    def end(self) -> None:
        """It is over, whatever came of it."""
        self.hide()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height, 0 while it is hidden."""
        if self.isHidden():
            return 0
        gap = metrics.gap_px
        self._words.set_face(sans(metrics.text_px, strong=True))
        self._warning.set_face(sans(metrics.small_px))
        y = self._words.lay(0, 0, width_px) + gap // 2
        self.bar.apply_metrics(metrics, width_px)
        self.bar.move(0, y)
        y = self._warning.lay(0, y + self.bar.height() + gap // 2, width_px)
        self.cancel.apply_metrics(metrics, width_px)
        self.cancel.move(0, y + gap // 2)
        self.resize(width_px, y + gap // 2 + self.cancel.height())
        return self.height() + gap

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        words = {
            Stage.UNPACK: self.tr("%1 is being unpacked"),
            Stage.COPY: self.tr("%1 is being copied"),
            Stage.CHECK: self.tr("The pictures of %1 are being checked"),
            Stage.PREPARE: self.tr("The faces in %1 are being looked for"),
            Stage.FETCH: self.tr("%1 is being fetched"),
            Stage.MAKE: self.tr("%1 is being made of the pictures"),
        }[self._stage]
        if self._stopping:
            words = self.tr("Stopping…")
        self._words.setText(words.replace("%1", self._title))
        self._warning.setText(
            self.tr("This may take a while. What is there already stays.")
            if self._stage is Stage.FETCH
            else self.tr("Leave the stick in until it is done.")
        )
        self.cancel.setText(self.tr("Stop"))

    def _on_cancel(self) -> None:
        self._stopping = True
        self.cancel.setEnabled(False)
        self.retranslate()
        self.cancelled.emit()
