"""The screen on which the visitor chooses a painting."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.screens.arrangement import lined_up
from kiosk.screens.base import Screen
from kiosk.theme import QUIET_TEXT, Metrics, sans, serif
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.card import CardText
from kiosk.widgets.chips import Chips
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.languages import LanguageBar
from kiosk.widgets.page_turner import PageTurner
from kiosk.widgets.pager import Pager
from kiosk.widgets.text import line_height_px

HEADING_LINES = 2
MOST_CATEGORIES = 8
"""More are offered together, as others: the paintings need the room."""
LOW_LETTERS_EM = 0.1
WIDE_HEADING_SHARE = 0.46
"""Most of a wide window's width for the heading; the languages have the rest."""


class ChooseScreen(Screen):
    """All paintings as large cards on pages, by category if there are several.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    painting_chosen = Signal(str)
    """A card was touched; carries its key. It is marked already."""
    left = Signal()
    """The visitor wants to go."""
    language_chosen = Signal(str)
    """A language was touched; carries its code."""
    pictures_wanted = Signal(list)
    """Keys of the cards that are there, the most urgent first."""

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(px_per_mm, parent)
        self._texts: tuple[CardText, ...] = ()
        self._categories: tuple[str, ...] = ()
        self._foot = QRect()
        self.heading = FittedLabel(self)
        self.languages = LanguageBar(self)
        self.chips = Chips(self)
        self.pager = Pager(self)
        self.nothing = FittedLabel(self, QUIET_TEXT)
        self.leave = WordButton(self, Weight.QUIET)
        self.turner = PageTurner(self)
        self.languages.language_chosen.connect(self.language_chosen)
        self.chips.picked.connect(self._on_category)
        self.pager.painting_chosen.connect(self.painting_chosen)
        self.pager.turned.connect(self._on_turned)
        self.pager.pictures_wanted.connect(self.pictures_wanted)
        self.turner.stepped.connect(lambda by: self.pager.turn_to(self.pager.page + by))
        self.leave.clicked.connect(self.left)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._offer(0)
        self.retranslate()

    @property
    def complete(self) -> bool:
        """Whether every card has its picture."""
        return self.pager.complete

    def set_languages(self, codes: Sequence[str], chosen: str) -> None:
        """Offer languages, one of them in force."""
        self.languages.set_languages(codes, chosen)
        self._place_all()

    def set_paintings(self, texts: Sequence[CardText]) -> None:
        """Offer paintings; those that were there keep their picture and mark.

        A category that was chosen stays so if there are as many as before: in another
        language they have other names.
        """
        before = len(self._categories)
        self._texts = tuple(texts)
        self._categories = main_categories(texts)
        chosen = self.chips.chosen if len(self._categories) == before else 0
        if chosen > len(self._categories) and not self._others():
            chosen = 0
        page = self.pager.page
        self.pager.set_paintings(texts)
        self._offer_categories(chosen)
        self._offer(chosen)
        self._place_all()
        self.pager.turn_to(page)

    def set_thumbnail(self, key: str, thumbnail: QImage) -> None:
        """Show a picture on a card."""
        self.pager.set_thumbnail(key, thumbnail)

    def mark(self, key: str | None) -> None:
        """Mark a painting and turn to its page.

        Args:
            key: The painting; None marks none and begins anew: all categories, first
                page.
        """
        if key is None or key not in self.pager.keys:
            self.chips.mark(0)
            self._offer(0)
        self.pager.mark(key)

    def set_reduced_motion(self, *, reduced: bool) -> None:
        """Let pages change without sliding, or slide."""
        self.pager.set_reduced_motion(reduced=reduced)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self.heading.say(self.tr("Choose your painting"))
        self.nothing.say(self.tr("There is nothing to choose from at the moment."))
        self.leave.setText(self.tr("Leave"))
        self._offer_categories(self.chips.chosen)

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put everything in its place."""
        margin, gap = metrics.margin_px, metrics.gap_px
        width = size.width() - 2 * margin
        top = self._place_head(
            QRect(margin, margin // 2, width, size.height()), metrics
        )
        if self.chips.isVisibleTo(self):
            self.chips.apply_metrics(metrics, width)
            x = (size.width() - self.chips.width()) // 2
            self.chips.move(x, top + gap // 2)
            top += self.chips.height() + gap // 2
        self.turner.apply_metrics(metrics)
        bottom = size.height() - margin // 2 - self.turner.height()
        self._foot = QRect(margin, bottom, width, self.turner.height())
        self._place_foot(metrics)
        # As wide as the window, so that pages come from its very edge.
        room = QRect(0, top + gap // 2, size.width(), bottom - top - gap)
        self.pager.setGeometry(room.united(QRect(room.topLeft(), QSize(1, 1))))
        self.pager.apply_metrics(metrics)
        words = self.nothing.fit(sans(metrics.text_px), width, room.height())
        self.nothing.move(margin, room.center().y() - words // 2)

    def _place_head(self, room: QRect, metrics: Metrics) -> int:
        """Heading and languages, beneath each other or side by side.

        Returns:
            The y just below them.
        """
        bar, gap = self.languages, metrics.gap_px
        if metrics.portrait:
            bar.apply_metrics(metrics, room.width())
            bar.move(room.left() + (room.width() - bar.width()) // 2, room.top())
            below = bar.geometry().bottom() if bar.isVisibleTo(self) else room.top()
            self.heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            height = self._fit_heading(room.width(), metrics)
            self.heading.move(room.left(), below + gap // 4)
            return below + gap // 4 + height
        heading_px = round(WIDE_HEADING_SHARE * room.width())
        bar.apply_metrics(metrics, room.width() - heading_px - gap)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignLeft)
        height = self._fit_heading(heading_px, metrics)
        whole = max(height, bar.height()) if bar.isVisibleTo(self) else height
        self.heading.move(room.left(), room.top() + (whole - height) // 2)
        x = room.right() + 1 - bar.width()
        bar.move(x, room.top() + (whole - bar.height()) // 2)
        return room.top() + whole

    def _fit_heading(self, width_px: int, metrics: Metrics) -> int:
        """Give the heading a width; letters that reach low get the room they need."""
        font = serif(metrics.heading_px)
        height = self.heading.fit(font, width_px, HEADING_LINES * line_height_px(font))
        height += round(LOW_LETTERS_EM * font.pixelSize())
        self.heading.resize(width_px, height)
        return height

    def _place_foot(self, metrics: Metrics) -> None:
        """The way out at the left, the pages in the middle."""
        foot, turner = self._foot, self.turner
        turner.move(foot.center().x() - turner.width() // 2, foot.top())
        side = foot.width() // 2
        if turner.isVisibleTo(self):
            side = turner.x() - foot.left()
        self.leave.apply_metrics(metrics, side)
        y = foot.top() + (foot.height() - self.leave.height()) // 2
        self.leave.move(lined_up(self.leave, foot.left()), y)

    def _offer_categories(self, chosen: int) -> None:
        several = len(self._categories) > 1
        others = [self.tr("Others")] if self._others() else []
        names = (self.tr("All"), *self._categories, *others) if several else ()
        self.chips.offer(names, chosen)

    def _others(self) -> list[str]:
        """Keys of the paintings that belong to none of the categories on offer."""
        return [one.key for one in self._texts if one.category not in self._categories]

    def _offer(self, category: int) -> None:
        """Show one category's paintings; 0 stands for all."""
        keys = None
        if category > len(self._categories):
            keys = self._others()
        elif category:
            wanted = self._categories[category - 1]
            keys = [text.key for text in self._texts if text.category == wanted]
        self.pager.offer_only(keys)
        self.nothing.setVisible(not self._texts)

    def _on_category(self, category: int) -> None:
        self._offer(category)

    def _on_turned(self, page: int, count: int) -> None:
        self.turner.show_page(page, count)
        self._place_foot(self._metrics())


def main_categories(texts: Sequence[CardText]) -> tuple[str, ...]:
    """The categories with most paintings, in the order in which they first come."""
    counts = Counter(text.category for text in texts if text.category)
    main = dict(counts.most_common(MOST_CATEGORIES))
    return tuple(category for category in counts if category in main)
