"""The role of a face detector."""

from typing import Protocol

from pipeline.types import Detection, ImageBgr


class FaceDetector(Protocol):
    """Finds faces."""

    def detect(self, bgr: ImageBgr) -> list[Detection]:
        """Find all faces, largest first.

        Args:
            bgr: Any size from 1 x 1.

        Returns:
            The faces, possibly none, in pixels of ``bgr``.
        """
        ...
