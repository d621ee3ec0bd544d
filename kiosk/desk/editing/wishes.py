"""Turns what fingers do in the editor into other drafts of the painting."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Signal

from kiosk.desk.editing.session import Session
from kiosk.packs.editing.draft import Brush, Draft, Place, Stroke, face_of
from kiosk.screens.editor import EditorScreen
from kiosk.screens.editor_panels.faces import MARKS


class Wishes(QObject):
    """Listens to the painting and the panels.

    Args:
        screen: Where fingers are.
        session: Gives the open painting; None while there is none.
        parent: Its owner.
    """

    done = Signal(object)
    """The painting shall be another draft from now on."""
    tried = Signal(object)
    """The painting shall look like another draft for the moment."""
    chosen = Signal()
    """Another face is worked on."""

    def __init__(
        self,
        screen: EditorScreen,
        session: Callable[[], Session | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._screen, self._session = screen, session
        self._marks: list[Place] | None = None
        self._connect()

    def reset(self) -> None:
        """Mark no face any more."""
        self._show_marks(None)

    def _connect(self) -> None:
        canvas, faces = self._screen.canvas, self._screen.faces
        canvas.point_dragged.connect(self._on_dragged)
        canvas.point_dropped.connect(self._on_dropped)
        canvas.drag_cancelled.connect(self._on_drag_cancelled)
        canvas.face_touched.connect(self._on_chosen)
        canvas.mark_set.connect(self._on_mark)
        canvas.stroke_drawn.connect(self._on_stroke)
        faces.chosen.connect(self._on_chosen)
        faces.swappable_switched.connect(self._on_swappable)
        faces.step_wanted.connect(self._on_step)
        faces.add_wanted.connect(lambda: self._show_marks([]))
        faces.cancel_wanted.connect(self.reset)
        faces.remove_wanted.connect(self._on_remove)
        self._screen.tabs.tab_chosen.connect(lambda _name: self.reset())
        self._screen.points.back_wanted.connect(self._on_points_back)
        self._screen.cover.blank_wanted.connect(
            lambda: self._change(lambda session: session.now.with_blank_mask())
        )
        look = self._screen.look
        look.complexion_slid.connect(lambda value: self._try_look(complexion=value))
        look.shape_slid.connect(lambda value: self._try_look(shape=value))
        look.settled.connect(self._on_look_settled)
        look.usual_wanted.connect(
            lambda: self._change(
                lambda session: replace(session.now, complexion=None, shape=None)
            )
        )
        self._look: Draft | None = None

    def _change(self, change: Callable[[Session], Draft]) -> None:
        session = self._session()
        if session is not None:
            self.done.emit(change(session))

    def _on_dragged(self, point: int, place: QPointF) -> None:
        session = self._session()
        if session is not None and session.chosen < len(session.marked.faces):
            self.tried.emit(session.dragged(point, (place.x(), place.y())))

    def _on_dropped(self, point: int, place: QPointF) -> None:
        session = self._session()
        if session is not None and session.chosen < len(session.marked.faces):
            self.done.emit(session.dragged(point, (place.x(), place.y())))

    def _on_drag_cancelled(self) -> None:
        self._change(lambda session: session.now)

    def _on_chosen(self, index: int) -> None:
        session = self._session()
        if session is not None and index >= 0:
            session.chosen = index
            self.chosen.emit()

    def _on_swappable(self, swappable: bool) -> None:
        self._change(
            lambda session: session.marked.with_swappable(
                session.chosen, swappable=swappable
            )
        )

    def _on_step(self, step: int) -> None:
        session = self._session()
        if session is not None:
            place = session.chosen + step
            draft = session.marked.with_face_at(session.chosen, place)
            session.chosen = place
            self.done.emit(draft)

    def _on_remove(self) -> None:
        self._change(lambda session: session.marked.without_face(session.chosen))

    def _on_points_back(self) -> None:
        self._change(lambda session: session.marked.with_points_back(session.chosen))

    def _on_mark(self, place: QPointF) -> None:
        session = self._session()
        if session is None or self._marks is None:
            return
        marks = [*self._marks, (place.x(), place.y())]
        if len(marks) < MARKS:
            self._show_marks(marks)
            return
        self._show_marks(None)
        draft = session.marked.with_face(face_of(tuple(marks)))
        session.chosen = len(draft.faces) - 1
        self.done.emit(draft)

    def _on_stroke(self, places: Sequence[Place]) -> None:
        brush = Brush(self._screen.cover.paint.value)
        radius_px = self._screen.canvas.brush_radius
        stroke = Stroke(brush, radius_px, tuple(places))
        self._change(lambda session: session.now.with_stroke(stroke))

    def _try_look(
        self, *, complexion: float | None = None, shape: float | None = None
    ) -> None:
        session = self._session()
        if session is None:
            return
        draft = self._look or session.now
        if complexion is not None:
            draft = replace(draft, complexion=round(complexion, 2))
        if shape is not None:
            draft = replace(draft, shape=round(shape, 2))
        self._look = draft
        self.tried.emit(draft)

    def _on_look_settled(self) -> None:
        draft, self._look = self._look, None
        if draft is not None:
            self.done.emit(draft)

    def _show_marks(self, marks: list[Place] | None) -> None:
        self._marks = marks
        self._screen.faces.set_marking(None if marks is None else len(marks))
        self._screen.canvas.set_marks(
            None if marks is None else [QPointF(x, y) for x, y in marks]
        )
