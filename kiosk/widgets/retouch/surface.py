"""The painting with faces, marks and strokes drawn over it."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSizeF, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import Metrics
from kiosk.widgets.retouch import drawing
from kiosk.widgets.retouch.magnifier import draw_magnified
from kiosk.widgets.retouch.picture import Picture
from kiosk.widgets.retouch.shown import MeshLines, Paint, ShownFace, Tint, Tool
from kiosk.widgets.retouch.viewport import Viewport

DENSE_SHARE = 0.2
"""All points are offered once neighbours lie farther apart than this of a finger."""
HANDLE_SHARE = 0.075
"""Radius of a drawn point over what a finger needs."""
FACE_MARGIN = 0.6


class Surface(QWidget):
    """Draws what is worked on, through a viewport; fingers are told to it.

    Args:
        parent: The screen.
    """

    view_changed = Signal()
    """Another part is seen, or larger."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.viewport = Viewport()
        self._picture = Picture()
        self._lines = MeshLines()
        self._faces: Sequence[ShownFace] = ()
        self._chosen = 0
        self._tool = Tool.POINTS
        self._marks: Sequence[QPointF] | None = None
        self._paint, self._brush_px = Paint.FRONT, 20.0
        self._touch_px = 76.0
        self._number_px = 24
        self._held: int | None = None
        self._aim: QPointF | None = None
        self._stroke: list[QPointF] = []

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its sizes from the window's."""
        self._touch_px = float(metrics.touch_px)
        self._number_px = metrics.small_px

    def set_picture(self, image: QImage, full: QSizeF, lines: MeshLines) -> None:
        """Work on another painting; an empty one clears everything.

        Args:
            image: At any size.
            full: The painting's full size.
            lines: How the points of a mesh hang together.
        """
        self._picture.set_image(image, full)
        self._lines, self._faces, self._marks = lines, (), None
        self.let_go()
        self.viewport.set_picture(full)
        self.look_elsewhere()

    def set_faces(self, faces: Sequence[ShownFace], chosen: int) -> None:
        """Show these faces, one of which is worked on."""
        self._faces, self._chosen = faces, chosen
        self.update()

    def set_face(self, index: int, face: ShownFace) -> None:
        """Show one face as it is while it is being bent."""
        faces = list(self._faces)
        if 0 <= index < len(faces):
            faces[index] = face
            self._faces = faces
            self.update()

    def set_tints(self, tints: Sequence[Tint]) -> None:
        """Lay films of colour over the painting."""
        self._picture.set_tints(tints)
        self.update()

    def set_tool(self, tool: Tool) -> None:
        """Let fingers do something else."""
        self._tool = tool
        self.let_go()

    def set_marks(self, marks: Sequence[QPointF] | None) -> None:
        """Show the marks of a new face so far; None while none is being marked."""
        self._marks = marks
        self.let_go()

    def set_brush(self, paint: Paint, radius_px: float) -> None:
        """Take another brush, its size in pixels of the screen."""
        self._paint, self._brush_px = paint, radius_px

    @property
    def brush_radius(self) -> float:
        """The brush's radius in pixels of the painting."""
        return self._brush_px / self.viewport.scale

    @property
    def chosen_face(self) -> ShownFace | None:
        """The face that is worked on, if it has a mesh."""
        if 0 <= self._chosen < len(self._faces):
            face = self._faces[self._chosen]
            return face if face.points.size() else None
        return None

    @property
    def handles(self) -> Sequence[int]:
        """The points that can be dragged at this zoom."""
        face = self.chosen_face
        if self._tool is not Tool.POINTS or face is None or self._marks is not None:
            return ()
        gaps = sorted(
            math.hypot(gap.x(), gap.y())
            for a, b in self._lines.edges
            for gap in (face.points.at(a) - face.points.at(b),)
        )
        middle = gaps[len(gaps) // 2] * self.viewport.scale if gaps else 0.0
        if middle > DENSE_SHARE * self._touch_px:
            return range(face.points.size())
        return self._lines.handles

    def fit(self) -> None:
        """See the chosen face, or the whole painting if the face is seen already."""
        face = self.chosen_face
        if self.viewport.fitted and face is not None:
            around = face.points.boundingRect()
            margin = FACE_MARGIN * max(around.width(), around.height())
            self.viewport.show_part(around.adjusted(-margin, -margin, margin, margin))
        else:
            self.viewport.fit()
        self.look_elsewhere()

    def let_go(self) -> None:
        """Forget what a finger has begun."""
        self._held, self._aim, self._stroke = None, None, []
        self.update()

    def look_elsewhere(self) -> None:
        """Draw the painting anew: another part of it is seen."""
        self._picture.look_elsewhere()
        self.view_changed.emit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See the same in another room."""
        super().resizeEvent(event)
        self.viewport.set_room(QSizeF(event.size()))
        self.look_elsewhere()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the painting and what lies over it."""
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(0, 0, self._picture.seen(self.viewport, self.size(), ratio))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, face in enumerate(self._faces):
            self._draw_face(painter, number, face)
        for number, mark in enumerate(self._marks or ()):
            place = self.viewport.to_view(mark)
            drawing.draw_number(painter, place, number + 1, self._number_px)
        if self._stroke:
            drawing.draw_stroke(painter, self._stroke, self._brush_px, self._paint)
        if self._aim is not None:
            drawing.draw_cross(painter, self._aim, 0.5 * self._touch_px)
            draw_magnified(
                painter,
                QSizeF(self.size()),
                self._aim,
                self._touch_px,
                self.viewport,
                self._picture,
                self._draw_bare_mesh,
            )
        painter.end()

    def _draw_face(self, painter: QPainter, number: int, face: ShownFace) -> None:
        points = drawing.seen(face, self.viewport)
        if not points:
            return
        chosen = number == self._chosen and self._marks is None
        if chosen and self._tool in (Tool.POINTS, Tool.FACES):
            drawing.draw_mesh(painter, points, self._lines)
        if not chosen or self._tool is not Tool.POINTS:
            drawing.draw_outline(painter, points, self._lines, offered=face.offered)
        else:
            drawing.draw_handles(
                painter,
                [(points[k], k in face.moved, k == self._held) for k in self.handles],
                HANDLE_SHARE * self._touch_px,
            )
        if self._tool is Tool.FACES and self._marks is None:
            top = points[self._lines.outline[0]]
            drawing.draw_number(painter, top, number + 1, self._number_px)

    def _draw_bare_mesh(self, painter: QPainter) -> None:
        face = self.chosen_face
        if face is not None and self._held is not None:
            drawing.draw_mesh(painter, drawing.seen(face, self.viewport), self._lines)
