"""The portrait in its frame, and for as long as is wanted the original in its stead."""

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from kiosk.widgets.hung import HungPicture

FADE_MS = 180


class ComparedPicture(HungPicture):
    """A portrait that gives way softly to the painting it was made from."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._original: QImage | None = None
        self._scaled_original: QImage | None = None
        self._share = 0.0
        self._fade_ms = FADE_MS
        self._fade = QVariantAnimation(self)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.valueChanged.connect(self._set_share)

    @property
    def share(self) -> float:
        """How much of the original is to be seen, 0 to 1."""
        return self._share

    def show_pair(self, portrait: QImage, original: QImage) -> None:
        """Hang a portrait with its original behind it."""
        self._fade.stop()
        self._share = 0.0
        self._original = original
        self.show_image(portrait)

    def compare(self, *, original: bool) -> None:
        """Show the original, or the portrait again."""
        self._fade.stop()
        goal = 1.0 if original and self._original is not None else 0.0
        if not self._fade_ms or not self.isVisible():
            self._set_share(goal)
            return
        self._fade.setStartValue(self._share)
        self._fade.setEndValue(goal)
        self._fade.setDuration(max(1, round(self._fade_ms * abs(goal - self._share))))
        self._fade.start()

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Change at once instead of softly."""
        self._fade_ms = 0 if reduced else FADE_MS

    def forget(self) -> None:
        """Keep nothing of both."""
        self._fade.stop()
        self._share = 0.0
        self._original = None
        super().forget()

    def paint_picture(self, painter: QPainter) -> None:
        """Draw the portrait, and the original over it as far as it is there."""
        if self._share < 1.0:
            super().paint_picture(painter)
        if self._original is None or self._share <= 0.0:
            return
        if self._scaled_original is None:
            self._scaled_original = self.scaled(self._original)
        painter.setOpacity(self._share)
        painter.drawImage(self.picture_rect().topLeft(), self._scaled_original)
        painter.setOpacity(1.0)

    def _drop_sized(self) -> None:
        super()._drop_sized()
        self._scaled_original = None

    def _set_share(self, share: float) -> None:
        self._share = share
        self.update(self.picture_rect())
