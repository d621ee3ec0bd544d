"""Values that the whole engine shares, and its conventions in one place.

Conventions, valid wherever nothing else is said:
    - images are ``(height, width, 3)`` uint8 in **BGR**, sRGB encoded
    - points are ``(x, y)`` or ``(x, y, z)`` in **pixels of the image they belong to**,
      x to the right, y down, z away from the viewer in the same unit; pixel centres
      lie on whole numbers
    - boxes are ``(x0, y0, x1, y1)``, the far edge excluded
    - masks and weights are ``(height, width)`` float32 from 0 to 1
    - times are seconds of ``time.monotonic()``
    - values own their arrays: nobody writes into an array after handing it over
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

# Element types are said by the names and not by the type: OpenCV's stubs return arrays
# of any number, so a narrower type would only ask for a cast at every call.
AnyArray: TypeAlias = NDArray[Any]
ImageBgr: TypeAlias = AnyArray
ImageBgra: TypeAlias = AnyArray
Mask: TypeAlias = AnyArray
FloatImage: TypeAlias = AnyArray
Points2d: TypeAlias = AnyArray
Points3d: TypeAlias = AnyArray
Affine: TypeAlias = AnyArray
IntArray: TypeAlias = AnyArray
BoxPx: TypeAlias = tuple[int, int, int, int]
SizePx: TypeAlias = tuple[int, int]
"""Width and height, in this order."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture from a source.

    Attributes:
        bgr: The picture.
        time_s: When it was read.
        index: Its number since the source was opened, from 0, without gaps.
    """

    bgr: ImageBgr
    time_s: float
    index: int


@dataclass(frozen=True, slots=True, eq=False)
class Detection:
    """A face as a detector sees it.

    Attributes:
        box_xyxy: ``(4,)`` float32; may reach beyond the image.
        key_points_px: ``(5, 2)``: the eye at the left of the image, the one at the
            right, nose tip, mouth corners at the left and at the right.
        score: 0 to 1.
    """

    box_xyxy: NDArray[np.float32]
    key_points_px: Points2d
    score: float

    @property
    def width_px(self) -> float:
        """Width of the box."""
        return float(self.box_xyxy[2] - self.box_xyxy[0])

    @property
    def height_px(self) -> float:
        """Height of the box."""
        return float(self.box_xyxy[3] - self.box_xyxy[1])


LEAST_PRESENCE: Final = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class FaceMesh:
    """The 468 points of one face.

    Attributes:
        points_px: ``(468, 3)`` float32, in MediaPipe's order.
        presence: 0 to 1, how sure the model is that a face is there.
    """

    points_px: Points3d
    presence: float

    @property
    def is_face(self) -> bool:
        """Whether the model is sure enough."""
        return self.presence >= LEAST_PRESENCE


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """What the face does, for choosing the best frame.

    Attributes:
        points_px: ``(478, 3)`` float32: the 468 points refined, then two irises.
        blendshapes: Coefficients from 0 to 1 by MediaPipe's names, 52 of them.
        presence: 0 to 1.
    """

    points_px: Points3d
    blendshapes: MappingProxyType[str, float]
    presence: float

    @property
    def eyes_open(self) -> float:
        """0 when either eye is shut, 1 when both are open."""
        shapes = self.blendshapes
        return 1.0 - max(shapes["eyeBlinkLeft"], shapes["eyeBlinkRight"])

    @property
    def smile(self) -> float:
        """0 for a resting mouth, 1 for a broad smile."""
        shapes = self.blendshapes
        return 0.5 * (shapes["mouthSmileLeft"] + shapes["mouthSmileRight"])

    @property
    def mouth_open(self) -> float:
        """0 for a closed jaw, also in a smile with teeth; 1 for a wide open one."""
        return self.blendshapes["jawOpen"]

    @property
    def looks_at_camera(self) -> float:
        """1 when the eyes look straight ahead, 0 when they look far aside or up.

        Looking down is left out: the model takes half-closed lids for it.
        """
        aside = (
            "eyeLookOutLeft",
            "eyeLookInLeft",
            "eyeLookOutRight",
            "eyeLookInRight",
            "eyeLookUpLeft",
            "eyeLookUpRight",
        )
        return 1.0 - max(self.blendshapes[name] for name in aside)


@dataclass(frozen=True, slots=True, eq=False)
class TrackedFace:
    """A visitor's face followed from frame to frame.

    Attributes:
        identity: Stays with the person while they are in view.
        mesh: The smoothed points in this frame, or the last ones seen.
        fade: 1 while the face is seen; falls to 0 after it was lost.
    """

    identity: int
    mesh: FaceMesh
    fade: float = 1.0


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What a source is and how fast it delivers.

    Attributes:
        kind: ``camera``, ``clip`` or ``demo``.
        name: For people: the camera's or file's name, never a full path.
        size_px: Width and height of its frames.
        fps: Frames a second that it announces; 0 when it does not say.
    """

    kind: str
    name: str
    size_px: SizePx
    fps: float
