"""The panel for choosing, adding, ordering and removing faces."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.editor_panels.row import lay_row, row_height
from kiosk.screens.staff_pages.page import Page
from kiosk.theme import TEXT, Metrics, sans
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.sign_button import Drawn, SignButton
from kiosk.widgets.switch import Switch

MARKS = 5


class FacesPanel(Page):
    """Tells which face is worked on and what can be done with it."""

    chosen = Signal(int)
    """Another face shall be worked on."""
    swappable_switched = Signal(bool)
    """Visitors may step into the chosen face, or may not."""
    step_wanted = Signal(int)
    """The chosen face shall be taken earlier (-1) or later (+1)."""
    add_wanted = Signal()
    """A face shall be marked."""
    remove_wanted = Signal()
    """The chosen face shall go."""
    cancel_wanted = Signal()
    """No face shall be marked after all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._chosen = 0, 0
        self._marked: int | None = None
        self._which = Paragraph(self, TEXT)
        self._may = Paragraph(self, TEXT)
        self.before = SignButton(self, Drawn.LEFT)
        self.after = SignButton(self, Drawn.RIGHT)
        self.swappable = Switch(self)
        self.earlier, self.later = (
            WordButton(self, compact=True),
            WordButton(self, compact=True),
        )
        self.add, self.remove = (
            WordButton(self, compact=True),
            WordButton(self, compact=True),
        )
        self.cancel = WordButton(self, compact=True)
        self.before.clicked.connect(lambda: self.chosen.emit(self._chosen - 1))
        self.after.clicked.connect(lambda: self.chosen.emit(self._chosen + 1))
        self.swappable.clicked.connect(self.swappable_switched)
        self.earlier.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.later.clicked.connect(lambda: self.step_wanted.emit(1))
        self.add.clicked.connect(self.add_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.set_faces(0, 0, swappable=False)

    def set_faces(self, count: int, chosen: int, *, swappable: bool) -> None:
        """Show how many faces there are and which is worked on."""
        self._count, self._chosen = count, chosen
        self.swappable.setChecked(swappable)
        self._follow()

    def set_marking(self, marked: int | None) -> None:
        """Ask for the next mark of a new face.

        Args:
            marked: How many there are; None while none is being marked.
        """
        self._marked = marked
        self._follow()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height, which stays the same."""
        self._which.set_face(sans(metrics.text_px, strong=True))
        self._may.set_face(sans(metrics.small_px))
        for button in (self.earlier, self.later, self.add, self.remove, self.cancel):
            button.apply_metrics(metrics, width_px)
        gap = metrics.gap_px // 2
        buttons = [self.earlier, self.later, self.add, self.remove]
        y = self._lay_choice(width_px, metrics) + gap
        fullest = y + row_height(buttons, width_px, metrics)
        if self._marked is not None or not self._count:
            y = self._which.lay(0, 0, width_px) + gap
        lay_row([*buttons, self.cancel], 0, y, width_px, metrics)
        return fullest

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        self._which.setText(self._words())
        self._may.setText(self.tr("Visitors may step in"))
        self.swappable.setAccessibleName(self.tr("Visitors may step in"))
        self.before.setAccessibleName(self.tr("The face before"))
        self.after.setAccessibleName(self.tr("The next face"))
        self.earlier.setText(self.tr("Earlier"))
        self.later.setText(self.tr("Later"))
        self.add.setText(self.tr("Add a face"))
        self.remove.setText(self.tr("Remove"))
        self.cancel.setText(self.tr("Cancel"))

    def _lay_choice(self, width_px: int, metrics: Metrics) -> int:
        """Which face, at the left; whether visitors may step in, beneath."""
        for control in (self.before, self.after, self.swappable):
            control.apply_metrics(metrics)
        touch, gap = metrics.touch_px, metrics.gap_px // 2
        room = width_px - 2 * touch - 2 * gap
        words = self._which.height_in(room)
        self.before.move(0, 0)
        self._which.lay(touch + gap, (touch - words) // 2, room)
        self.after.move(width_px - touch, 0)
        room = width_px - self.swappable.width() - gap
        words = self._may.height_in(room)
        height = max(touch, words)
        self._may.lay(0, touch + (height - words) // 2, room)
        self.swappable.move(width_px - self.swappable.width(), touch)
        return touch + height

    def _follow(self) -> None:
        marking, some = self._marked is not None, self._count > 0
        for thing in (self.before, self.after, self.swappable, self._may):
            thing.setVisible(some and not marking)
        for button in (self.earlier, self.later, self.remove):
            button.setVisible(self._count > 1 and not marking)
        self.add.setVisible(not marking)
        self.cancel.setVisible(marking)
        self.before.setEnabled(self._chosen > 0)
        self.earlier.setEnabled(self._chosen > 0)
        self.after.setEnabled(self._chosen < self._count - 1)
        self.later.setEnabled(self._chosen < self._count - 1)
        self.retranslate()
        self.grown.emit()

    def _words(self) -> str:
        if self._marked is not None:
            return self._mark_words(self._marked)
        if not self._count:
            return self.tr("No face was found. Add one by hand.")
        words = self.tr("Face %1 of %2")
        return words.replace("%1", str(self._chosen + 1)).replace(
            "%2", str(self._count)
        )

    def _mark_words(self, marked: int) -> str:
        asked = (
            self.tr("Touch the eye at the left of the picture."),
            self.tr("Touch the eye at the right of the picture."),
            self.tr("Touch the tip of the nose."),
            self.tr("Touch the left corner of the mouth."),
            self.tr("Touch the right corner of the mouth."),
        )
        return f"{marked + 1} / {MARKS}  {asked[min(marked, MARKS - 1)]}"
