"""The finished portrait: at full resolution, from the best of the last frames."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.canvas import FaceCanvas
from pipeline.compose import paint_in
from pipeline.engine import Engine
from pipeline.errors import NoFaceError
from pipeline.geometry import bounds, clip_box
from pipeline.live import Burst, Shot, manner_for
from pipeline.manner import Manner, Memory
from pipeline.painting import Painting
from pipeline.stopwatch import Stopwatch
from pipeline.types import BoxPx, FaceMesh, ImageBgr, Mask

_JUDGED_SHOTS: Final = 6
_MOST_SPEECH: Final = 0.4
"""Of a moment's worth, so much at most goes for an open mouth: some people laugh."""
_JUDGED_FACE_PX: Final = 96


@dataclass(frozen=True, slots=True, eq=False)
class Still:
    """A finished portrait.

    Attributes:
        bgr: As large as the painting.
        changed_box_px: Around everything that differs from the painting.
        visitor_faces: How many visitors were found.
        painted_faces: How many painted faces they could have taken.
        stages_ms: Where the time went.
        masks: Box and mask of each face that was painted in.
    """

    bgr: ImageBgr
    changed_box_px: BoxPx
    visitor_faces: int
    painted_faces: int
    stages_ms: Mapping[str, float]
    masks: tuple[tuple[BoxPx, Mask], ...]


def make_still(
    burst: Burst, painting: Painting, engine: Engine, manner: Manner | None = None
) -> Still:
    """Make the portrait from the best shot of a burst; takes up to two seconds.

    Raises:
        NoFaceError: If no shot shows anybody.
    """
    if not burst:
        message = (
            "Nobody was in the picture. Step in front of the camera and try again."
        )
        raise NoFaceError(message)
    watch = Stopwatch()
    with watch.stage("landmarks"):
        shot = _best_shot(burst, engine)
    sitters = [
        (face.mesh, shot.places[face.identity])
        for face in shot.faces
        if face.identity in shot.places
    ]
    return _paint(
        shot.frame.bgr, sitters, len(shot.faces), painting, engine, manner, watch
    )


def swap_image(
    visitor_bgr: ImageBgr,
    painting: Painting,
    engine: Engine,
    manner: Manner | None = None,
) -> Still:
    """Put the people of a photograph into a painting.

    Raises:
        NoFaceError: If the photograph shows no face.
    """
    watch = Stopwatch()
    with watch.stage("detect"):
        detections = engine.detector.detect(visitor_bgr)
    if not detections:
        message = "No face was found in the visitor's picture. Choose another one."
        raise NoFaceError(message)
    with watch.stage("landmarks"):
        looks = [engine.landmarker.first_look(visitor_bgr, one) for one in detections]
        found = [mesh for mesh in looks if mesh.is_face]
    if not found:
        message = (
            "The face in the visitor's picture is turned away or covered. Choose "
            "another picture."
        )
        raise NoFaceError(message)
    meshes = found[: len(painting.faces)]
    meshes.sort(key=lambda mesh: float(mesh.points_px[:, 0].mean()))
    places = painting.best_faces(len(meshes))
    sitters = list(zip(meshes, places, strict=True))
    return _paint(visitor_bgr, sitters, len(found), painting, engine, manner, watch)


def _paint(
    frame_bgr: ImageBgr,
    sitters: Sequence[tuple[FaceMesh, int]],
    visitor_faces: int,
    painting: Painting,
    engine: Engine,
    manner: Manner | None,
    watch: Stopwatch,
) -> Still:
    picture = painting.bgr.copy()
    canvases: list[FaceCanvas] = []
    for mesh, place in sitters:
        with watch.stage("compose"):
            canvas = painting.canvas(place, 1.0, painting.bgr)
        paint_in(
            picture,
            frame_bgr,
            mesh,
            canvas,
            engine.finisher,
            manner_for(painting, manner),
            Memory(),
            watch,
        )
        canvases.append(canvas)
    masks = tuple((canvas.box, canvas.alpha3[..., 0]) for canvas in canvases)
    return Still(
        bgr=picture,
        changed_box_px=_changed_box(masks),
        visitor_faces=visitor_faces,
        painted_faces=len(painting.faces),
        stages_ms=watch.stages_ms(),
        masks=masks,
    )


def _changed_box(masks: Sequence[tuple[BoxPx, Mask]]) -> BoxPx:
    boxes = []
    for (x0, y0, _, _), mask in masks:
        x, y, width, height = cv2.boundingRect((mask > 0).astype(np.uint8))
        if width and height:
            boxes.append((x0 + x, y0 + y, x0 + x + width, y0 + y + height))
    if not boxes:
        return 0, 0, 0, 0
    corners = np.array(boxes)
    low, high = corners[:, :2].min(0), corners[:, 2:].max(0)
    return int(low[0]), int(low[1]), int(high[0]), int(high[1])


def _best_shot(burst: Burst, engine: Engine) -> Shot:
    """The shot whose faces are sharp, complete, awake and look at us.

    All are judged by sharpness and completeness; the best of them by expression.
    """
    ranked = sorted(burst, key=_clearness, reverse=True)[:_JUDGED_SHOTS]
    return max(ranked, key=lambda shot: _clearness(shot) * _liveliness(shot, engine))


def _clearness(shot: Shot) -> float:
    """Sharpness of the least sharp face that sits, lower for faces cut off."""
    values = [
        _face_clearness(shot.frame.bgr, face.mesh) * face.fade
        for face in shot.faces
        if face.identity in shot.places
    ]
    return min(values, default=0.0)


def _face_clearness(bgr: ImageBgr, mesh: FaceMesh) -> float:
    low, high = bounds(mesh.points_px)
    x0, y0, x1, y1 = clip_box(low, high, bgr.shape[1::-1])
    if x1 - x0 < 2 or y1 - y0 < 2:
        return 0.0
    complete = (x1 - x0) * (y1 - y0) / max(1.0, float(np.prod(high - low)))
    gray = cv2.cvtColor(bgr[y0:y1, x0:x1], cv2.COLOR_BGR2GRAY)
    face = cv2.resize(gray, (_JUDGED_FACE_PX,) * 2, interpolation=cv2.INTER_AREA)
    edges = cv2.Laplacian(face, cv2.CV_32F)
    return float(np.sqrt(np.mean(edges * edges))) * min(1.0, complete) ** 4


def _liveliness(shot: Shot, engine: Engine) -> float:
    """0 to 1: eyes open count most, then looking at the camera, then a smile.

    Of somebody who speaks, a moment between two words is taken.
    """
    values = []
    for face in shot.faces:
        if face.identity in shot.places:
            read = engine.expressions.read(shot.frame.bgr, face.mesh.points_px)
            awake = min(1.0, read.eyes_open * 1.6)
            calm = 1.0 - min(_MOST_SPEECH, 1.5 * max(0.0, read.mouth_open - 0.08))
            values.append(
                calm
                * (0.1 + 0.6 * awake + 0.2 * read.looks_at_camera + 0.1 * read.smile)
            )
    return min(values, default=0.1)
