"""The portrait, prepared once: enlarged, cut from its background, measured."""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from pipeline.errors import ImageUnreadableError, SourceUnavailableError
from pipeline.images import read_image
from pipeline.landmarks.mesh468 import Mesh468
from pipeline.runtime import open_session
from pipeline.sources.puppet.warp import soften
from pipeline.types import (
    Affine,
    AnyArray,
    Detection,
    ImageBgr,
    ImageBgra,
    Mask,
    Points3d,
    SizePx,
)
from pipeline.weights import Model

VIEW_PX: Final[SizePx] = (1280, 720)
MARGIN_PX: Final = 40
SCALE: Final = 2.6
"""Stage pixels for one pixel of the portrait."""
CORNER_XY: Final = (-36.4, -31.4)
"""The portrait's point that comes to the stage's upper left corner."""
PORTRAIT_WH: Final = (512, 512)

WALL_XYXY: Final = (110, 0, 340, 150)
"""Where the portrait shows bare wall around the head."""

FACE: Final = Detection(
    np.array([180, 65, 275, 185], np.float32),
    np.array([[203, 102], [248, 104], [226, 120], [205, 143], [242, 143]], np.float32),
    1.0,
)
"""Where the face is in the portrait; the mesh model looks for the points itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """What is moved: a picture somewhat larger than the view, all around.

    Attributes:
        bgra: ``(800, 1360, 4)``, the person sharp, all else far out of focus; opaque.
            OpenCV samples four channels more than twice as fast as three.
        person: Where the person is.
        points_px: ``(468, 3)``, the face in the stage's pixels.
    """

    bgra: ImageBgra
    person: Mask
    points_px: Points3d


@cache
def load_stage() -> Stage:
    """Prepare the portrait; takes about half a second, once.

    Raises:
        SourceUnavailableError: If the portrait is not installed.
        ModelError: If a model file is missing or altered.
    """
    portrait = _load_portrait()
    matte = _cut_out(portrait)
    to_stage = _to_stage()
    size_px = (VIEW_PX[0] + 2 * MARGIN_PX, VIEW_PX[1] + 2 * MARGIN_PX)
    person = _enlarge(_generous(matte), to_stage, size_px, cv2.BORDER_CONSTANT)
    sharp = _enlarge(portrait, to_stage, size_px)
    sharp = cv2.addWeighted(sharp, 1.5, cv2.GaussianBlur(sharp, (0, 0), 2.0), -0.5, 0)
    room = _enlarge(_blurred_room(portrait, matte), to_stage, size_px)
    edge = np.clip(person, 0, 1)[..., None]
    bgr = np.clip(sharp * edge + room * (1.0 - edge), 0, 255).astype(np.uint8)
    face = Mesh468().first_look(portrait, FACE)
    points_px = face.points_px * SCALE
    points_px[:, :2] += to_stage[:, 2]
    bgra = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2BGRA), np.uint8)
    return Stage(bgra, person, points_px.astype(np.float32))


def _load_portrait() -> ImageBgr:
    """Read the astronaut (NASA, public domain) that scikit-image ships."""
    package = find_spec("skimage")
    if package is None or package.origin is None:
        raise SourceUnavailableError(
            "The demo's portrait is missing, because scikit-image is not installed. "
            "Install the program again."
        )
    try:
        portrait = read_image(Path(package.origin).parent / "data" / "astronaut.png")
    except ImageUnreadableError as error:
        raise SourceUnavailableError(
            f"The demo's portrait cannot be used. {error}"
        ) from error
    if portrait.shape[1::-1] != PORTRAIT_WH:
        raise SourceUnavailableError(
            "The demo's portrait is not the one expected. Install the program again."
        )
    return portrait


def _cut_out(portrait: ImageBgr) -> Mask:
    """Separate the person from the wall: a model's guess, refined by colour.

    GrabCut (Rother et al., 2004) started from MediaPipe's selfie segmentation.
    """
    session = open_session(Model.SELFIE)
    small = cv2.resize(portrait, (256, 256), interpolation=cv2.INTER_AREA)
    blob = small[None, ..., ::-1].astype(np.float32) / 255.0
    guess = session.run(**{session.inputs[0]: blob})[session.outputs[0]]
    likely = cv2.resize(guess.reshape(256, 256), PORTRAIT_WH)
    label = np.full(likely.shape, cv2.GC_PR_BGD, np.uint8)
    label[likely > 0.5] = cv2.GC_PR_FGD
    label[likely > 0.97] = cv2.GC_FGD
    label[likely < 0.03] = cv2.GC_BGD
    cv2.setRNGSeed(1)
    wall, woman = np.zeros((1, 65)), np.zeros((1, 65))
    whole = (0, 0, *PORTRAIT_WH)
    cv2.grabCut(portrait, label, whole, wall, woman, 2, cv2.GC_INIT_WITH_MASK)
    solid = np.isin(label, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    _, parts, stats, _ = cv2.connectedComponentsWithStats(solid)
    largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    matte = (parts == largest).astype(np.float32)
    return soften(matte, 0.8)


def _generous(matte: Mask) -> Mask:
    """Widen a matte so that single hairs keep the bit of wall around them."""
    wide = np.asarray(cv2.dilate(matte, np.ones((5, 5), np.uint8)))
    return soften(wide, 1.5)


def _blurred_room(portrait: ImageBgr, matte: Mask) -> ImageBgr:
    """The wall and what stands before it, as a lens far out of focus shows it.

    The person is left out of the blur, so that no colour of hers bleeds into it.
    """
    solid = cv2.dilate(matte, np.ones((5, 5), np.uint8))
    wall = (1.0 - solid)[..., None]
    border = 64
    around = (border,) * 4
    paint = cv2.copyMakeBorder(portrait * wall, *around, cv2.BORDER_REFLECT_101)
    weight = cv2.copyMakeBorder(wall, *around, cv2.BORDER_REFLECT_101)
    blurred = cv2.GaussianBlur(paint, (0, 0), 18.0)
    share = cv2.GaussianBlur(weight, (0, 0), 18.0)
    wide = cv2.GaussianBlur(paint, (0, 0), 60.0)
    wide_share = cv2.GaussianBlur(weight, (0, 0), 60.0)
    summed = share + 0.02 * wide_share + 1e-4
    room: AnyArray = (blurred + 0.02 * wide) / summed[..., None]
    inner = room[border:-border, border:-border]
    x0, y0, x1, y1 = WALL_XYXY
    inner += 0.4 * (np.median(inner[y0:y1, x0:x1], axis=(0, 1)) - inner)
    shown: ImageBgr = np.clip(inner, 0, 255).astype(np.uint8)
    return shown


def _to_stage() -> Affine:
    x, y = CORNER_XY
    return np.array([[SCALE, 0, -SCALE * x], [0, SCALE, -SCALE * y]], np.float32)


def _enlarge(
    picture: AnyArray,
    to_stage: Affine,
    size_px: SizePx,
    border: int = cv2.BORDER_REFLECT_101,
) -> AnyArray:
    return np.asarray(
        cv2.warpAffine(
            picture, to_stage, size_px, flags=cv2.INTER_CUBIC, borderMode=border
        )
    )
