"""What a painting to work on shows, as plain values."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPolygonF


class Tool(StrEnum):
    """What a finger does."""

    POINTS = "points"
    """Drags points of the chosen face."""
    FACES = "faces"
    """Chooses a face, or marks a new one."""
    MASK = "mask"
    """Paints what is in front."""
    LOOK = "look"
    """Only moves the picture."""


class Paint(StrEnum):
    """What a stroke says; also names of the brushes in a draft."""

    FRONT = "front"
    FREE = "free"
    ERASER = "eraser"


@dataclass(frozen=True, slots=True, eq=False)
class ShownFace:
    """A face to draw.

    Attributes:
        points: Its 468 points in pixels of the painting; empty if it has no mesh.
        moved: Those that were moved by hand.
        offered: Whether visitors may step into it.
    """

    points: QPolygonF
    moved: frozenset[int] = frozenset()
    offered: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Tint:
    """A coloured film over a part of the painting.

    Attributes:
        place: In pixels of the painting.
        image: With an alpha channel; of any size.
    """

    place: QRectF
    image: QImage


@dataclass(frozen=True, slots=True)
class MeshLines:
    """How the points of a mesh hang together.

    Attributes:
        edges: Pairs of points.
        outline: Points of the face's edge, around.
        handles: Points that are offered for dragging, until the zoom shows all.
    """

    edges: tuple[tuple[int, int], ...] = ()
    outline: tuple[int, ...] = ()
    handles: tuple[int, ...] = ()
