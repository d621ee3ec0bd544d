"""Which part of a picture is seen, and how large."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

MOST_ENLARGED = 6.0
"""So many screen pixels for one of the picture at most, or so many times the fit."""


class Viewport:
    """A picture in a room, zoomed and moved within limits.

    Places in the picture are in its pixels, whose centres lie on whole numbers; those
    in the room are in the widget's, from its top left corner.
    """

    def __init__(self) -> None:
        self._picture = QSizeF(1.0, 1.0)
        self._room = QSizeF(1.0, 1.0)
        self._centre = QPointF(0.5, 0.5)
        self.scale = 1.0

    @property
    def fitted_scale(self) -> float:
        """The scale at which the whole picture is seen."""
        across = self._room.width() / self._picture.width()
        return min(across, self._room.height() / self._picture.height())

    @property
    def most_scale(self) -> float:
        """The largest scale."""
        return max(MOST_ENLARGED, MOST_ENLARGED * self.fitted_scale)

    @property
    def fitted(self) -> bool:
        """Whether the whole picture is seen."""
        return self.scale <= 1.001 * self.fitted_scale

    @property
    def place(self) -> QRectF:
        """Where the whole picture lies in the room, and beyond it."""
        size = self._picture * self.scale
        left = self._room.width() / 2 - self._centre.x() * self.scale
        top = self._room.height() / 2 - self._centre.y() * self.scale
        return QRectF(left, top, size.width(), size.height())

    def set_picture(self, size: QSizeF) -> None:
        """Take another picture and see all of it."""
        self._picture = size.expandedTo(QSizeF(1.0, 1.0))
        self.fit()

    def set_room(self, size: QSizeF) -> None:
        """Take another room; what is in the middle stays there."""
        whole = self.fitted
        self._room = size.expandedTo(QSizeF(1.0, 1.0))
        if whole:
            self.fit()
        else:
            self._keep_within()

    def fit(self) -> None:
        """See the whole picture."""
        self.scale = self.fitted_scale
        self._keep_within()

    def zoom(self, factor: float, at: QPointF) -> None:
        """Zoom so that what lies at a place of the room stays there."""
        held = self._unlimited(at)
        limited = min(self.scale * factor, self.most_scale)
        self.scale = max(limited, self.fitted_scale)
        self._centre = held - (at - self._middle()) / self.scale
        self._keep_within()

    def pan(self, by: QPointF) -> None:
        """Move the picture by a way in the room."""
        self._centre -= by / self.scale
        self._keep_within()

    def show_part(self, part: QRectF) -> None:
        """See a part of the picture as large as it fits."""
        part = QRectF(part.topLeft(), part.size().expandedTo(QSizeF(1.0, 1.0)))
        scale = min(
            self._room.width() / part.width(), self._room.height() / part.height()
        )
        self.scale = min(max(scale, self.fitted_scale), self.most_scale)
        self._centre = part.center() + QPointF(0.5, 0.5)
        self._keep_within()

    def to_view(self, point: QPointF) -> QPointF:
        """From the picture to the room."""
        return self._middle() + (point + QPointF(0.5, 0.5) - self._centre) * self.scale

    def to_picture(self, place: QPointF) -> QPointF:
        """From the room to the picture, held within it."""
        point = self._unlimited(place) - QPointF(0.5, 0.5)
        return QPointF(
            min(max(point.x(), 0.0), self._picture.width() - 1.0),
            min(max(point.y(), 0.0), self._picture.height() - 1.0),
        )

    def _unlimited(self, place: QPointF) -> QPointF:
        return self._centre + (place - self._middle()) / self.scale

    def _middle(self) -> QPointF:
        return QPointF(self._room.width() / 2, self._room.height() / 2)

    def _keep_within(self) -> None:
        """Leave no gap at an edge while there is more of the picture beyond another."""
        self.scale = max(self.scale, self.fitted_scale)

        def kept(centre: float, whole: float, room: float) -> float:
            half = room / self.scale / 2
            return (
                whole / 2 if 2 * half >= whole else min(max(centre, half), whole - half)
            )

        self._centre = QPointF(
            kept(self._centre.x(), self._picture.width(), self._room.width()),
            kept(self._centre.y(), self._picture.height(), self._room.height()),
        )
