"""Shows an open painting on the editor's screen."""

from PySide6.QtCore import QObject

from kiosk.desk.editing.session import Session
from kiosk.desk.editing.showing import film_of_found, films_of_painted, shown_face
from kiosk.desk.editing.verdicts import Verdicts, condition_of
from kiosk.packs.editing.draft import Draft
from kiosk.screens.editor import EditorScreen
from kiosk.staff.facts import Condition
from kiosk.widgets.retouch.shown import ShownFace, Tint, Tool
from pipeline.examination import SeenFace
from pipeline.manner import Manner
from pipeline.swap.posing import BOTH_SHAPES
from pipeline.types import Points3d
from pipeline.verdict import Severity, worst

USUAL = Manner().complexion, BOTH_SHAPES
"""Complexion and shape of a painting that sets none."""


class Presenter(QObject):
    """Brings the screen up to date.

    Args:
        screen: What is looked at.
        parent: Its owner.
    """

    def __init__(self, screen: EditorScreen, parent: QObject) -> None:
        super().__init__(parent)
        self._screen = screen
        self._verdicts = Verdicts(self)
        self._painted: list[Tint] = []

    def show_all(self, session: Session) -> None:
        """Show everything as it is now."""
        self._painted = films_of_painted(session.paint)
        self.show_steps(session)
        self.show_looked(session)

    def show_steps(self, session: Session) -> None:
        """Show what can be undone, saved and put back."""
        history, now = session.history, session.now
        self._screen.set_steps(
            undo=history.can_undo, redo=history.can_redo, unsaved=history.unsaved
        )
        self._screen.look.set_look(now.complexion, now.shape, USUAL)
        self._screen.cover.set_painted(painted=bool(session.paint.decided.any()))

    def show_stroke(self, session: Session) -> None:
        """Show the mask after it has changed."""
        self._painted = films_of_painted(session.paint)
        self.show_films(session)

    def show_looked(self, session: Session) -> None:
        """Show the faces, and how well they suit."""
        faces = self._faces(session)
        session.chosen = max(0, min(session.chosen, len(faces) - 1))
        self._screen.canvas.set_faces(faces, session.chosen)
        marked = session.marked.faces
        chosen = marked[session.chosen] if session.chosen < len(marked) else None
        self._screen.faces.set_faces(
            len(faces),
            session.chosen,
            swappable=chosen is not None and chosen.swappable,
        )
        self._screen.points.set_moved(any_moved=bool(chosen and chosen.moved))
        self.show_films(session)
        self._show_verdict(session)

    def show_films(self, session: Session) -> None:
        """Lay the mask over the painting while it is worked on."""
        tints: list[Tint] = []
        if self._screen.tool is Tool.MASK and session.looked is not None:
            faces = session.looked.prepared.faces
            tints += [film_of_found(face, session.scale) for face in faces]
            tints += self._painted
        self._screen.canvas.set_tints(tints)

    def show_bent(self, session: Session, draft: Draft) -> None:
        """Show the chosen face as it is while a point of it is dragged."""
        points = session.bent(draft)
        if points is not None and session.chosen < len(draft.faces):
            moved = frozenset(draft.faces[session.chosen].moved)
            face = shown_face(points, moved, offered=True)
            self._screen.canvas.set_face(session.chosen, face)

    def _faces(self, session: Session) -> list[ShownFace]:
        if session.looked is None:
            return []
        moved = [frozenset(face.moved) for face in session.now.faces]
        return [
            shown_face(
                self._points(seen, session.scale),
                moved[number] if number < len(moved) else frozenset(),
                offered=seen.place is not None,
            )
            for number, seen in enumerate(session.looked.prepared.seen)
        ]

    @staticmethod
    def _points(seen: SeenFace, scale: float) -> Points3d | None:
        return None if seen.points_px is None else seen.points_px / scale

    def _show_verdict(self, session: Session) -> None:
        if session.looked is None:
            return
        prepared = session.looked.prepared
        findings = list(prepared.findings)
        closed = False
        if session.chosen < len(prepared.seen):
            seen = prepared.seen[session.chosen]
            findings = [*seen.findings, *findings]
            faces = session.now.faces
            closed = bool(faces) and not faces[session.chosen].swappable
        severity = worst(findings)
        words = [self._verdicts.summary(severity)]
        if closed:
            words.append(self.tr("Visitors do not step into this face."))
        words.append(self._verdicts.sentences(findings))
        condition = condition_of(severity)
        if closed and severity is Severity.GOOD:
            condition = Condition.WATCH
        self._screen.set_verdict(condition, " ".join(filter(None, words)))
