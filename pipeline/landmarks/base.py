"""The roles of the landmark models."""

from typing import Protocol

from pipeline.types import Detection, Expression, FaceMesh, ImageBgr, Points3d


class FaceLandmarker(Protocol):
    """Finds the 468 points of one face."""

    @property
    def provider(self) -> str:
        """What the model runs on."""
        ...

    def first_look(self, bgr: ImageBgr, detection: Detection) -> FaceMesh:
        """Find the points of a newly detected face."""
        ...

    def follow(self, bgr: ImageBgr, last_points_px: Points3d) -> FaceMesh:
        """Find the points again near where they were a moment ago."""
        ...


class ExpressionReader(Protocol):
    """Reads irises and expression; slower, to judge stills."""

    def read(self, bgr: ImageBgr, points_px: Points3d) -> Expression:
        """Read the face whose 468 (or more) points are near ``points_px``."""
        ...
