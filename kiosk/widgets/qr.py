"""A QR code in whole pixels, black on white, for phones held at arm's length."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode

QUIET_MODULES = 4
"""Empty border that ISO/IEC 18004 asks for, on each side."""

_MASK = 0
"""Any of the eight can be read; to find the one with the fewest look-alikes of the
corner marks takes as long as everything else between "keep" and the code."""

_Rows = list[list[bool]]


class QrCode(QWidget):
    """Draws the largest code of whole device pixels that fits, in its middle.

    Args:
        parent: The screen.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: _Rows = []
        self._drawn = QImage()

    @property
    def modules(self) -> int:
        """Modules on a side with the quiet zone; 0 without a code."""
        return len(self._rows) + 2 * QUIET_MODULES if self._rows else 0

    def show_words(self, words: str) -> bool:
        """Encode words.

        Args:
            words: Mostly a link; none for no code.

        Returns:
            Whether there is a code now; words may be too long for any.
        """
        self._rows = encoded(words) if words else []
        self._drawn = _drawn(self._rows)
        self.update()
        return bool(self._rows)

    def forget(self) -> None:
        """Keep nothing."""
        self._rows, self._drawn = [], QImage()
        self.update()

    def code_side_px(self) -> float:
        """Side of the code with its quiet zone, in device-independent pixels."""
        return self._module_px() * self.modules / self.devicePixelRatioF()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the code, each module a square of whole device pixels."""
        if not self._rows:
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1.0 / ratio, 1.0 / ratio)
        module = self._module_px()
        side = module * self.modules
        left = round((self.width() * ratio - side) / 2.0)
        top = round((self.height() * ratio - side) / 2.0)
        painter.fillRect(QRectF(left, top, side, side), Qt.GlobalColor.white)
        quiet, code = module * QUIET_MODULES, module * len(self._rows)
        painter.drawImage(QRectF(left + quiet, top + quiet, code, code), self._drawn)
        painter.end()

    def _module_px(self) -> int:
        """Side of a module in device pixels."""
        room = min(self.width(), self.height()) * self.devicePixelRatioF()
        return max(1, int(room) // self.modules) if self._rows else 0


def _drawn(rows: _Rows) -> QImage:
    """The modules, each a pixel."""
    if not rows:
        return QImage()
    grey = np.where(np.array(rows), np.uint8(0), np.uint8(255))
    side = len(rows)
    return QImage(grey.data, side, side, side, QImage.Format.Format_Grayscale8).copy()


def encoded(words: str) -> _Rows:
    """The modules of a QR code without quiet zone, True where dark.

    Args:
        words: Any text, at least one letter.

    Returns:
        As many rows as columns; none if the words are too long for a code.
    """
    for correction in (ERROR_CORRECT_M, ERROR_CORRECT_L):
        code = QRCode(error_correction=correction, border=0, mask_pattern=_MASK)
        code.add_data(words.encode())
        try:
            code.make(fit=True)
        except (DataOverflowError, ValueError):
            continue
        return [[bool(module) for module in row] for row in code.get_matrix()]
    return []
