"""How charts look on the dark wall of the screen and on paper."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

from kiosk.theme import GOLD, QUIET_TEXT, TEXT, sans


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """Colours and letters of a chart.

    Attributes:
        ink: Of what must be read.
        quiet: Of labels.
        grid: Of thin lines.
        main: Of what counts.
        other: Of what stands behind it.
        third: Of a third line.
        ground: Where nothing is, in heat maps.
        letters_px: Size of labels.
    """

    ink: QColor
    quiet: QColor
    grid: QColor
    main: QColor
    other: QColor
    third: QColor
    ground: QColor
    letters_px: int

    @property
    def font(self) -> QFont:
        """Of labels."""
        return sans(self.letters_px)

    @property
    def strong(self) -> QFont:
        """Of numbers."""
        return sans(self.letters_px, strong=True)


def on_wall(letters_px: int) -> Look:
    """On the screen."""
    return Look(
        TEXT,
        QUIET_TEXT,
        QColor(244, 238, 228, 46),
        GOLD,
        QColor("#6f6252"),
        QColor("#8fb3a8"),
        QColor("#241f1b"),
        letters_px,
    )


def on_paper(letters_px: int) -> Look:
    """In a report."""
    return Look(
        QColor("#2b2520"),
        QColor("#6b6157"),
        QColor("#e4dccf"),
        QColor("#b98a3a"),
        QColor("#ddd0b9"),
        QColor("#4f7d72"),
        QColor("#f4efe6"),
        letters_px,
    )
