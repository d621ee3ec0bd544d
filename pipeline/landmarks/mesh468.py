"""The 468-point face mesh, quick enough for every frame."""

from typing import Final

import numpy as np

from pipeline.devices import PROCESSOR, Device
from pipeline.landmarks.crop import (
    FaceCrop,
    crop_around_detection,
    crop_around_points,
    points_from_crop,
)
from pipeline.mesh import POINT_COUNT
from pipeline.runtime import open_session
from pipeline.trouble import Setbacks
from pipeline.types import Detection, FaceMesh, ImageBgr, Points3d
from pipeline.weights import Model

_SIDE_PX: Final = 192


class Mesh468:
    """MediaPipe Face Mesh (Kartynnik et al., 2019).

    Args:
        device: What it runs on.
        setbacks: Told why it does not.
    """

    def __init__(
        self, device: Device = PROCESSOR, setbacks: Setbacks | None = None
    ) -> None:
        self._session = open_session(Model.MESH_468, device=device, setbacks=setbacks)

    @property
    def provider(self) -> str:
        """See ``FaceLandmarker``."""
        return str(self._session.device)

    def first_look(self, bgr: ImageBgr, detection: Detection) -> FaceMesh:
        """Find the points of a new face, looking again from the mesh's own box."""
        rough = self.look(bgr, crop_around_detection(detection))
        return self.follow(bgr, rough.points_px)

    def follow(self, bgr: ImageBgr, last_points_px: Points3d) -> FaceMesh:
        """Find the points near where they were."""
        return self.look(bgr, crop_around_points(last_points_px))

    def look(self, bgr: ImageBgr, crop: FaceCrop) -> FaceMesh:
        """Find the points inside one crop."""
        blob, affine = crop.cut(bgr, _SIDE_PX)
        outputs = self._session.run(input_1=blob)
        raw = outputs["conv2d_21"].reshape(POINT_COUNT, 3)
        logit = float(outputs["conv2d_31"].ravel()[0])
        presence = 1.0 / (1.0 + float(np.exp(-np.clip(logit, -30, 30))))
        return FaceMesh(points_from_crop(raw, affine), presence)
