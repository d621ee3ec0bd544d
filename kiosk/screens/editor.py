"""The editor: a painting under the fingers, and beside it somebody living in it."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.screens.base import Screen
from kiosk.screens.editor_panels.faces import FacesPanel
from kiosk.screens.editor_panels.frame import Parts, place_high, place_wide, split
from kiosk.screens.editor_panels.leaving import LeavingPanel
from kiosk.screens.editor_panels.look import CAMERA, NOBODY, LookPanel
from kiosk.screens.editor_panels.mask import MaskPanel
from kiosk.screens.editor_panels.on_air import OnAir
from kiosk.screens.editor_panels.points import PointsPanel
from kiosk.screens.editor_panels.verdict import VerdictView
from kiosk.screens.staff_pages.page import Page
from kiosk.staff.facts import Condition
from kiosk.theme import GOLD, TEXT, Metrics, sans
from kiosk.widgets.buttons import Weight, WordButton
from kiosk.widgets.paragraph import Paragraph
from kiosk.widgets.portrait import PortraitView, Shown
from kiosk.widgets.retouch.canvas import Canvas
from kiosk.widgets.retouch.shown import MeshLines, Tool
from kiosk.widgets.sign_button import Drawn, SignButton
from kiosk.widgets.tabs import Tabs

LIVE_FRAME_SHARE = 0.5
"""Of the usual frame around a painting."""


class Mood(Enum):
    """What the editor is about just now."""

    BUSY = auto()
    """Something slow is being done: nothing can be changed."""
    EDITING = auto()
    """The painting can be worked on."""
    ASKING = auto()
    """There are unsaved changes and somebody wants to leave."""


class EditorScreen(Screen):
    """What is changed in a painting; it only shows, and tells what is wanted.

    Args:
        pull: Gives the newest living picture, as for ``PortraitView``.
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: The window.
    """

    undo_wanted = Signal()
    """The last change shall be undone."""
    redo_wanted = Signal()
    """What was undone shall be done again."""
    save_wanted = Signal()
    """The changes shall be saved."""
    close_wanted = Signal()
    """Somebody wants to leave."""

    def __init__(
        self,
        pull: Callable[[], Shown | None],
        px_per_mm: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(px_per_mm, parent)
        self._mood, self._tool = Mood.BUSY, Tool.POINTS
        self._aspect, self._trying, self._any_face = 0.8, True, True
        self._open_now: dict[QAbstractButton, bool] = {}
        self._title = Paragraph(self, TEXT)
        self.verdict = VerdictView(self)
        self.canvas = Canvas(self)
        self.live = PortraitView(pull, self)
        self._nobody = Paragraph(self, TEXT)
        self.on_air = OnAir(self)
        self.undo, self.redo = (
            SignButton(self, Drawn.UNDO),
            SignButton(self, Drawn.REDO),
        )
        self.smaller = SignButton(self, Drawn.LESS)
        self.whole = SignButton(self, Drawn.WHOLE)
        self.larger = SignButton(self, Drawn.MORE)
        self.tabs = Tabs(self)
        self.points, self.faces = PointsPanel(self), FacesPanel(self)
        self.cover, self.look = MaskPanel(self), LookPanel(self)
        self.leaving = LeavingPanel(self)
        self._panels: dict[Tool, Page] = {
            Tool.POINTS: self.points,
            Tool.FACES: self.faces,
            Tool.MASK: self.cover,
            Tool.LOOK: self.look,
        }
        self._said = Paragraph(self, GOLD)
        self.close_button = WordButton(self)
        self.save = WordButton(self, Weight.MAIN)
        self._parts = Parts(
            self._title,
            self.verdict,
            (self.undo, self.redo, self.smaller, self.whole, self.larger),
            self.tabs,
            (*self._panels.values(), self.leaving),
            self._said,
            self.close_button,
            self.save,
        )
        self._connect()
        self.retranslate()
        self._follow()

    @property
    def tool(self) -> Tool:
        """What fingers do."""
        return self._tool

    @property
    def mood(self) -> Mood:
        """What the editor is about just now."""
        return self._mood

    def begin(self, title: str) -> None:
        """Show an empty editor for a painting that is still being read."""
        self._title.setText(title)
        self._title.setAccessibleName(title)
        self.canvas.set_picture(QImage(), QSizeF(1.0, 1.0), MeshLines())
        self.verdict.say(None, "")
        self.live.forget()
        self.look.visitors.choose("demo")
        self.faces.set_marking(None)
        self.say("")
        self.set_steps(undo=False, redo=False, unsaved=False)
        self.set_mood(Mood.BUSY)
        self.choose_tool(Tool.POINTS)

    def set_picture(self, image: QImage, full: QSizeF, lines: MeshLines) -> None:
        """Show the painting; see ``Canvas.set_picture``."""
        self._aspect = full.width() / max(1.0, full.height())
        self.canvas.set_picture(image, full, lines)
        self._place_all()

    def set_mood(self, mood: Mood) -> None:
        """Let everything be touched that means something now."""
        self._mood = mood
        self._follow()

    def choose_tool(self, tool: Tool) -> None:
        """Bring up a tool."""
        self._tool = tool
        self.tabs.choose(tool)
        self.canvas.set_tool(tool)
        self._set_brush()
        self._follow()

    def set_steps(self, *, undo: bool, redo: bool, unsaved: bool) -> None:
        """Say what can be undone, done again and saved."""
        self._open_now = {self.undo: undo, self.redo: redo, self.save: unsaved}
        self._follow()

    def set_verdict(self, condition: Condition | None, words: str) -> None:
        """Say how well the painting suits."""
        self.verdict.say(condition, words)
        self.verdict.arrange(self.verdict.width(), self._metrics())

    def set_trying(self, who: str, *, any_face: bool) -> None:
        """Say who tries it on.

        Args:
            who: NOBODY, DEMO or CAMERA.
            any_face: Whether there is a face to step into.
        """
        trying = who != NOBODY
        self.look.visitors.choose(who)
        self.on_air.setVisible(who == CAMERA)
        changed = (trying, any_face) != (self._trying, self._any_face)
        self._trying, self._any_face = trying, any_face
        if changed:
            self._follow()
            self._place_all()

    def say(self, sentence: str) -> None:
        """Say in a short line what has happened."""
        self._said.setText(sentence)
        self._said.setAccessibleName(sentence)
        self._place_all()

    def forget(self) -> None:
        """Keep nothing of whoever tried it on."""
        self.live.stop()
        self.live.forget()

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Pictures above, or at the left in a wide window."""
        self._said.set_face(sans(metrics.small_px, strong=True))
        self.canvas.apply_metrics(metrics)
        self._set_brush()
        put = place_high if metrics.portrait else place_wide
        room = put(size, metrics, self._parts)
        canvas, live = room, QRect()
        if self._trying:
            canvas, live = split(room, self._aspect, metrics.gap_px)
            self.live.hang(live, round(LIVE_FRAME_SHARE * metrics.frame_px))
        self.canvas.setGeometry(canvas)
        self._nobody.set_face(sans(metrics.text_px))
        if not live.isEmpty():
            words = self._nobody.height_in(live.width())
            self._nobody.move(live.left(), live.center().y() - words // 2)
        self.on_air.arrange(live if self._trying else room, metrics)
        self.on_air.raise_()

    def retranslate(self) -> None:
        """Say everything in the language that is in force."""
        words = (
            (Tool.POINTS, self.tr("Points")),
            (Tool.FACES, self.tr("Faces")),
            (Tool.MASK, self.tr("In front")),
            (Tool.LOOK, self.tr("Look")),
        )
        self.tabs.set_tabs(words, tuple(Tool))
        for button, name in (
            (self.undo, self.tr("Undo")),
            (self.redo, self.tr("Do again")),
            (self.smaller, self.tr("Smaller")),
            (self.whole, self.tr("The face, or the whole painting")),
            (self.larger, self.tr("Larger")),
        ):
            button.setAccessibleName(name)
        self.close_button.setText(self.tr("Close"))
        self.save.setText(self.tr("Save"))
        self._nobody.setText(
            self.tr("There is no face in this painting that visitors may step into.")
        )
        self.on_air.say(self.tr("The camera is on"))
        for panel in (*self._panels.values(), self.leaving):
            panel.retranslate()

    def light(self, size: QSize) -> QPointF:
        """Above the pictures."""
        return QPointF(0.3 * size.width(), 0.1 * size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, do again, save and leave as everywhere."""
        for keys, signal in (
            (QKeySequence.StandardKey.Undo, self.undo_wanted),
            (QKeySequence.StandardKey.Redo, self.redo_wanted),
            (QKeySequence.StandardKey.Save, self.save_wanted),
        ):
            if event.matches(keys):
                if self._mood is Mood.EDITING:
                    signal.emit()
                return
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.tabs.tab_chosen.connect(lambda name: self.choose_tool(Tool(name)))
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self.smaller.clicked.connect(self.canvas.zoom_out)
        self.larger.clicked.connect(self.canvas.zoom_in)
        self.whole.clicked.connect(self.canvas.fit)
        self.cover.brush_changed.connect(self._set_brush)
        for panel in self._panels.values():
            panel.grown.connect(self._place_all)

    def _set_brush(self) -> None:
        radius_px = self.cover.radius_mm * self._px_per_mm
        self.canvas.set_brush(self.cover.paint, radius_px)

    def _follow(self) -> None:
        """Show and open what belongs to the mood and the tool."""
        editing = self._mood is Mood.EDITING
        asking = self._mood is Mood.ASKING
        for tool, panel in self._panels.items():
            panel.setVisible(tool is self._tool and not asking)
            panel.setEnabled(editing)
        self.leaving.setVisible(asking)
        self.close_button.setVisible(not asking)
        self.save.setVisible(not asking)
        for button, means_something in self._open_now.items():
            button.setEnabled(editing and means_something)
        for thing in (self.canvas, self.tabs, self.smaller, self.whole, self.larger):
            thing.setEnabled(editing)
        self.live.setVisible(self._trying and self._any_face)
        self._nobody.setVisible(self._trying and not self._any_face)
