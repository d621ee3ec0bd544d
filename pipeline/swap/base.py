"""The role of a swap engine."""

from dataclasses import dataclass
from typing import Protocol

from pipeline.canvas import FaceCanvas
from pipeline.manner import Memory
from pipeline.types import FaceMesh, ImageBgr, Mask, Points3d


@dataclass(frozen=True, slots=True, eq=False)
class DrawnFace:
    """A visitor's face, drawn into a painted one's box but not yet harmonised.

    Attributes:
        bgr: As large as the canvas's box.
        trust: ``(h, w)`` of the small canvas: 1 where the visitor was really seen.
        points: ``(468, 3)`` of the drawn face in pixels of the box.
        other_half: The face with its halves exchanged, as large as the small canvas,
            and how well that was seen; None from engines that cannot tell.
    """

    bgr: ImageBgr
    trust: Mask
    points: Points3d
    other_half: tuple[ImageBgr, Mask] | None = None


class FaceSwapper(Protocol):
    """Draws a visitor's face in the painted head's place and pose.

    Masking, light, strokes and composing are the same for every engine and follow
    elsewhere.
    """

    @property
    def name(self) -> str:
        """The engine's name in settings and figures."""
        ...

    def draw(
        self,
        frame_bgr: ImageBgr,
        mesh: FaceMesh,
        canvas: FaceCanvas,
        memory: Memory,
    ) -> DrawnFace:
        """Draw one face.

        Args:
            frame_bgr: The camera's picture.
            mesh: The visitor's points in it.
            canvas: The painted face.
            memory: Of this visitor in this canvas; an engine may keep in it what it
                shall remember of them, and nowhere else.
        """
        ...
