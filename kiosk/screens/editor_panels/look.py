"""The panel for complexion, shape, and who tries the painting on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.screens.editor_panels.row import lay_row
from kiosk.screens.staff_pages.page import Page
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.choice import Choice
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.slider import Slider

NOBODY, DEMO, CAMERA = "nobody", "demo", "camera"
"""Who can try the painting on."""
USUAL_SCREEN_SHARE = 0.42


class _Line(QWidget):
    """A slider with its name and value."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = Paragraph(self, TEXT)
        self._value = Paragraph(self, QUIET_TEXT)
        self.slider = Slider(self)

    def say(self, name: str, value: str) -> None:
        self._name.setText(name)
        self._value.setText(value)
        self.slider.setAccessibleName(name)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        self._name.set_face(sans(metrics.small_px))
        self._value.set_face(sans(metrics.small_px))
        room = round(USUAL_SCREEN_SHARE * width_px)
        words = self._name.height_in(room) + self._value.height_in(room)
        self.slider.apply_metrics(metrics, width_px - room - metrics.gap_px // 2)
        height = max(words, self.slider.height())
        y = self._name.lay(0, (height - words) // 2, room)
        self._value.lay(0, y, room)
        self.slider.move(
            width_px - self.slider.width(), (height - self.slider.height()) // 2
        )
        self.resize(width_px, height)
        return height


class LookPanel(Page):
    """Two sliders, back to the usual, and who tries it on."""

    complexion_slid = Signal(float)
    """The complexion is being changed."""
    shape_slid = Signal(float)
    """The shape is being changed."""
    settled = Signal()
    """A slider was let go."""
    usual_wanted = Signal()
    """Both shall be as the engine has them."""
    visitor_chosen = Signal(str)
    """Somebody else shall try it on: one of NOBODY, DEMO, CAMERA."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[float | None, float | None] = (None, None)
        self._complexion, self._shape = _Line(self), _Line(self)
        self.complexion = self._complexion.slider
        self.shape = self._shape.slider
        self.usual = WordButton(self, compact=True)
        self.visitors = Choice(self)
        self.complexion.slid.connect(self.complexion_slid)
        self.shape.slid.connect(self.shape_slid)
        for slider, told in (
            (self.complexion, self.complexion_slid),
            (self.shape, self.shape_slid),
        ):
            slider.settled.connect(told)
            slider.settled.connect(lambda _value: self.settled.emit())
        self.usual.clicked.connect(self.usual_wanted)
        self.visitors.value_chosen.connect(self.visitor_chosen)
        self.retranslate()
        self.visitors.choose(DEMO)

    def set_look(
        self,
        complexion: float | None,
        shape: float | None,
        usual: tuple[float, float],
    ) -> None:
        """Show what is set; None is the usual, whose values are given."""
        self._values = complexion, shape
        self.complexion.set_value(usual[0] if complexion is None else complexion)
        self.shape.set_value(usual[1] if shape is None else shape)
        self.usual.setEnabled(complexion is not None or shape is not None)
        self.retranslate()
        self.grown.emit()

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        y = 0
        for line in (self._complexion, self._shape):
            line.move(0, y)
            y += line.arrange(width_px, metrics)
        self.visitors.arrange(width_px, metrics)
        self.usual.apply_metrics(metrics, width_px)
        return lay_row([self.visitors, self.usual], 0, y, width_px, metrics)

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        complexion, shape = self._values
        self._complexion.say(
            self.tr("The visitor's own complexion"), self._said(complexion)
        )
        self._shape.say(self.tr("The visitor's own face shape"), self._said(shape))
        self.usual.setText(self.tr("As usual"))
        self.visitors.set_options(
            [
                (NOBODY, self.tr("Nobody")),
                (DEMO, self.tr("Demo visitor")),
                (CAMERA, self.tr("Camera")),
            ]
        )

    def _said(self, value: float | None) -> str:
        return self.tr("as usual") if value is None else f"{round(100 * value)} %"
