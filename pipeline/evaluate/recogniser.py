"""Says how alike two faces are, so that a swapped face can be held to its visitor.

For evaluation only: this model never sees a visitor at run time, and nothing outside
``pipeline.evaluate`` and ``kiosk.commands.evaluate`` may import it.
"""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from pipeline.alignment import aligned_face
from pipeline.runtime import open_session
from pipeline.types import ImageBgr, Points2d
from pipeline.weights import Model

Embedding: TypeAlias = NDArray[np.float32]
"""``(128,)``, length 1; the dot product of two is their cosine."""

_SIDE_PX = 112


class SFace:
    """SFace (Zhong et al., 2021): 128 numbers a face, its cosine tells people apart."""

    def __init__(self) -> None:
        self._session = open_session(Model.SFACE)

    def embed(self, bgr: ImageBgr, five_points_px: Points2d) -> Embedding:
        """Describe the identity of one face.

        Args:
            bgr: The picture.
            five_points_px: ``(5, 2)`` in the order of `Detection.key_points_px`.

        Returns:
            A unit vector.
        """
        face = aligned_face(bgr, five_points_px, _SIDE_PX)
        batch = face[..., ::-1].transpose(2, 0, 1)[None].astype(np.float32)
        values = self._session.run(data=np.ascontiguousarray(batch))["fc1"].ravel()
        return np.asarray(values / max(float(np.linalg.norm(values)), 1e-9), np.float32)
