"""The language in which the kiosk speaks, switched while it runs."""

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

from kiosk.program import shipped

logger = logging.getLogger(__name__)

SOURCE_LANGUAGE = "en"
"""What the words in the code are written in."""


class Languages(QObject):
    """Chooses the words of the interface.

    Args:
        usual: The language between visitors.
        offered: All that visitors may choose.
    """

    changed = Signal(str)
    """Another language is in force; carries its code."""

    def __init__(
        self, usual: str, offered: tuple[str, ...], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._usual, self._offered = usual, offered
        self._translator: QTranslator | None = None
        self._code = SOURCE_LANGUAGE

    @property
    def code(self) -> str:
        """The language in force."""
        return self._code

    @property
    def offered(self) -> tuple[str, ...]:
        """All that visitors may choose."""
        return self._offered

    def offer(self, usual: str, offered: tuple[str, ...]) -> None:
        """Take other settings; the language in force stays until the next reset."""
        self._usual, self._offered = usual, offered

    def use(self, code: str) -> None:
        """Speak another language; an unknown one changes nothing."""
        if code == self._code or code not in self._offered:
            return
        self._install(code)
        self._code = code
        QLocale.setDefault(QLocale(code))
        self.changed.emit(code)

    def reset(self) -> None:
        """Speak the usual language again."""
        self.use(self._usual)

    def close(self) -> None:
        """Take the words away with which the application spoke."""
        self._install(SOURCE_LANGUAGE)
        self._code = SOURCE_LANGUAGE

    def _install(self, code: str) -> None:
        old, self._translator = self._translator, None
        if code != SOURCE_LANGUAGE:
            translator = QTranslator(self)
            if translator.load(str(translation_file(code))):
                self._translator = translator
            else:
                fields = {"language": code}
                logger.error("a translation is missing", extra={"fields": fields})
        # The new one first: each change repaints every screen, and the new one counts.
        if self._translator is not None:
            QCoreApplication.installTranslator(self._translator)
        if old is not None:
            QCoreApplication.removeTranslator(old)
            old.deleteLater()


def translation_file(code: str) -> Path:
    """The file ``assets/translations/vernissage_CODE.qm``."""
    return shipped(f"assets/translations/vernissage_{code}.qm")
