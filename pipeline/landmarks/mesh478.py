"""478 points with irises and the 52 blendshapes: slower, to judge stills."""

from types import MappingProxyType
from typing import Final

import cv2
import numpy as np

from pipeline.landmarks.crop import crop_around_points, points_from_crop
from pipeline.mesh import POINT_COUNT
from pipeline.runtime import open_session
from pipeline.types import Expression, ImageBgr, Points3d
from pipeline.weights import Model

_SIDE_PX: Final = 256
_POINT_COUNT: Final = 478

# fmt: off
_CHOSEN: Final = np.array([
    0, 1, 4, 5, 6, 7, 8, 10, 13, 14, 17, 21, 33, 37, 39, 40, 46, 52, 53, 54, 55, 58, 61,
    63, 65, 66, 67, 70, 78, 80, 81, 82, 84, 87, 88, 91, 93, 95, 103, 105, 107, 109, 127,
    132, 133, 136, 144, 145, 146, 148, 149, 150, 152, 153, 154, 155, 157, 158, 159, 160,
    161, 162, 163, 168, 172, 173, 176, 178, 181, 185, 191, 195, 197, 234, 246, 249, 251,
    263, 267, 269, 270, 276, 282, 283, 284, 285, 288, 291, 293, 295, 296, 297, 300, 308,
    310, 311, 312, 314, 317, 318, 321, 323, 324, 332, 334, 336, 338, 356, 361, 362, 365,
    373, 374, 375, 377, 378, 379, 380, 381, 382, 384, 385, 386, 387, 388, 389, 390, 397,
    398, 400, 402, 405, 409, 415, 454, 466, 468, 469, 470, 471, 472, 473, 474, 475, 476,
    477])
"""The points that the blendshape model reads."""

BLENDSHAPES: Final = (
    "_neutral", "browDownLeft", "browDownRight", "browInnerUp", "browOuterUpLeft",
    "browOuterUpRight", "cheekPuff", "cheekSquintLeft", "cheekSquintRight",
    "eyeBlinkLeft", "eyeBlinkRight", "eyeLookDownLeft", "eyeLookDownRight",
    "eyeLookInLeft", "eyeLookInRight", "eyeLookOutLeft", "eyeLookOutRight",
    "eyeLookUpLeft", "eyeLookUpRight", "eyeSquintLeft", "eyeSquintRight", "eyeWideLeft",
    "eyeWideRight", "jawForward", "jawLeft", "jawOpen", "jawRight", "mouthClose",
    "mouthDimpleLeft", "mouthDimpleRight", "mouthFrownLeft", "mouthFrownRight",
    "mouthFunnel", "mouthLeft", "mouthLowerDownLeft", "mouthLowerDownRight",
    "mouthPressLeft", "mouthPressRight", "mouthPucker", "mouthRight", "mouthRollLower",
    "mouthRollUpper", "mouthShrugLower", "mouthShrugUpper", "mouthSmileLeft",
    "mouthSmileRight", "mouthStretchLeft", "mouthStretchRight", "mouthUpperUpLeft",
    "mouthUpperUpRight", "noseSneerLeft", "noseSneerRight")
# fmt: on


class Mesh478:
    """MediaPipe's face landmarker with attention and its blendshape model (2023).

    It judges stills only, and stays on the processor.
    """

    def __init__(self) -> None:
        self._points_session = open_session(Model.MESH_478)
        self._shapes_session = open_session(Model.BLENDSHAPES)

    def read(self, bgr: ImageBgr, points_px: Points3d) -> Expression:
        """Read points and expression near known points; see ``ExpressionReader``."""
        crop = crop_around_points(points_px[:POINT_COUNT])
        blob, affine = crop.cut(bgr, _SIDE_PX)
        outputs = self._points_session.run(input_12=blob)
        raw = outputs["Identity"].reshape(_POINT_COUNT, 3)
        logit = float(outputs["Identity_1"].ravel()[0])
        back = cv2.invertAffineTransform(affine)
        points = points_from_crop(raw, affine)
        chosen = (raw[_CHOSEN, :2] @ back[:, :2].T + back[:, 2]).astype(np.float32)
        shapes = self._shapes_session.run(
            **{"serving_default_input_points:0": chosen[None]}
        )["StatefulPartitionedCall:0"].ravel()
        named = dict(zip(BLENDSHAPES, shapes.astype(float).tolist(), strict=True))
        return Expression(points, MappingProxyType(named), _probability(logit))


def _probability(logit: float) -> float:
    return 1.0 / (1.0 + float(np.exp(-np.clip(logit, -30, 30))))
