"""Our way of putting a network's face into a painting beside InsightFace's own.

Both get the same network, the same visitor and the same painted face. InsightFace's
``INSwapper.get(paste_back=True)`` warps face and masks to the whole painting and blends
there; ours lays the face into its box, harmonises it and adds the change. The network
itself takes the same time in both and is left out of the ratio.
"""

import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import cv2
import numpy as np

from pipeline.alignment import five_points
from pipeline.compose import paint_in
from pipeline.engine import Engine
from pipeline.impression import Identity
from pipeline.manner import Manner, Memory
from pipeline.occlusion import Occlusion
from pipeline.painting import Painting, at_size
from pipeline.stopwatch import Stopwatch
from pipeline.swap.base import FaceSwapper
from pipeline.swap.mesh_swap import MeshSwapper
from pipeline.swap.network_swap import Expression, NetworkSwapper
from pipeline.swap.networks import FaceNetworks
from pipeline.types import FaceMesh, Frame, ImageBgr, SizePx

SIZES_PX: Final[tuple[SizePx, ...]] = ((1080, 1920), (3000, 4000), (5000, 6000))
"""Sizes of painting that are compared: a display, 12 and 30 megapixels."""

_FACE_PX: Final = 300.0


@dataclass(frozen=True, slots=True)
class PasteBack:
    """One size of painting; medians in milliseconds.

    Attributes:
        size_px: Of the painting.
        stock_ms: InsightFace's paste-back, without the network.
        ours_ms: Ours: laid in, harmonised, composed.
        network_ms: The network, in both.
    """

    size_px: SizePx
    stock_ms: float
    ours_ms: float
    network_ms: float

    @property
    def ratio(self) -> float:
        """How many times ours is faster."""
        return self.stock_ms / self.ours_ms


@dataclass(frozen=True, slots=True)
class FrameCost:
    """What a frame costs in each way, medians in milliseconds.

    Attributes:
        stock_ms: Points, InsightFace's identity, network and paste-back, every frame.
        insightface_ms: Points and our engine, the face painted already.
        hybrid_ms: The same with the visitor's expression.
        mesh_ms: Points and the mesh engine.
    """

    stock_ms: float
    insightface_ms: float
    hybrid_ms: float
    mesh_ms: float


def compare_paste_back(
    networks: FaceNetworks,
    painting: Painting,
    frame: Frame,
    mesh: FaceMesh,
    runs: int,
    sizes_px: Sequence[SizePx] = SIZES_PX,
) -> list[PasteBack]:
    """Compare both on one painted face in paintings of several sizes.

    Args:
        networks: The operator's.
        painting: Its best face is used, always of the same width.
        frame: With the visitor.
        mesh: Their points.
        runs: How often each is timed.
        sizes_px: Of the paintings.
    """
    return [
        _paste_back(networks, _on_wall(painting, size_px), frame, mesh, runs)
        for size_px in sizes_px
    ]


def compare_frames(
    networks: FaceNetworks,
    engine: Engine,
    painting: Painting,
    frames: Sequence[Frame],
    size_px: SizePx,
) -> FrameCost:
    """Compare whole frames, in turn, so that a busy machine slows all alike.

    Args:
        networks: The operator's.
        engine: Finds faces and points.
        painting: Its best face is used.
        frames: Of one visitor; the first one only warms up.
        size_px: Of the display.
    """
    wall = _on_wall(painting, size_px)
    canvas = wall.canvas(wall.best_faces(1)[0], 1.0, wall.bgr)
    detection = engine.detector.detect(frames[0].bgr)[0]
    mesh = engine.landmarker.first_look(frames[0].bgr, detection)
    swappers: dict[str, FaceSwapper] = {
        "insightface": NetworkSwapper(networks, Expression.PAINTED),
        "hybrid": NetworkSwapper(networks, Expression.VISITORS),
        "mesh": MeshSwapper(),
    }
    memories = {name: Memory() for name in swappers}
    times_ms: dict[str, list[float]] = {"stock": [], **{name: [] for name in swappers}}
    for number, frame in enumerate(frames):
        began_s = time.perf_counter()
        mesh = engine.landmarker.follow(frame.bgr, mesh.points_px)
        points_ms = (time.perf_counter() - began_s) * 1000
        took_ms = {"stock": timed_ms(partial(_stock, networks, wall, frame.bgr, mesh))}
        for name, swapper in swappers.items():
            given = (wall.bgr.copy(), frame.bgr, mesh, canvas, swapper, Manner())
            work = partial(paint_in, *given, memories[name], Stopwatch())
            took_ms[name] = timed_ms(work)
        if number:
            for name, each_ms in took_ms.items():
                times_ms[name].append(each_ms + points_ms)
    medians = {name: float(np.median(each)) for name, each in times_ms.items()}
    return FrameCost(
        medians["stock"], medians["insightface"], medians["hybrid"], medians["mesh"]
    )


def timed_ms(work: Callable[[], object]) -> float:
    """Milliseconds that something takes."""
    began_s = time.perf_counter()
    work()
    return (time.perf_counter() - began_s) * 1000


def _paste_back(
    networks: FaceNetworks, wall: Painting, frame: Frame, mesh: FaceMesh, runs: int
) -> PasteBack:
    canvas = wall.canvas(wall.best_faces(1)[0], 1.0, wall.bgr)
    swapper = NetworkSwapper(networks, Expression.PAINTED)
    memory, picture = Memory(), wall.bgr.copy()
    given = (picture, frame.bgr, mesh, canvas, swapper, Manner(), memory)
    paint_in(*given, Stopwatch())
    impression = memory.impression
    if impression is None:
        raise AssertionError("the first drawing leaves an impression")
    identity = impression.identity
    stock, network, ours = [], [], []
    for _ in range(runs):
        network_ms = timed_ms(lambda: _stock_get(networks, wall, identity, paste=False))
        whole_ms = timed_ms(lambda: _stock_get(networks, wall, identity, paste=True))
        network.append(network_ms)
        stock.append(whole_ms - network_ms)
        ours.append(timed_ms(lambda: paint_in(*given, Stopwatch())))
    height, width = wall.bgr.shape[:2]
    return PasteBack(
        (width, height),
        float(np.median(stock)),
        float(np.median(ours)),
        float(np.median(network)),
    )


def _stock(
    networks: FaceNetworks, wall: Painting, frame_bgr: ImageBgr, mesh: FaceMesh
) -> None:
    from insightface.app.common import Face

    visitor = Face(kps=five_points(mesh.points_px))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # the library's use of skimage
        identity = networks.recogniser.get(frame_bgr, visitor)
    _stock_get(networks, wall, identity, paste=True)


def _on_wall(painting: Painting, size_px: SizePx) -> Painting:
    """The painting with its best face so large, cut or framed to a size."""
    best = painting.faces[painting.best_faces(1)[0]]
    scale = _FACE_PX / best.width_px
    sized = cv2.resize(
        painting.bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA
    )
    (face,) = at_size((best,), scale, sized.shape[1::-1])
    width, height = size_px
    centre = face.points_px[:, :2].mean(0)
    shift = np.array([[1, 0, width / 2 - centre[0]], [0, 1, height / 2 - centre[1]]])
    shift[:, 2] = np.round(shift[:, 2])
    wall = cv2.warpAffine(
        sized,
        shift,
        (width, height),
        flags=cv2.INTER_NEAREST,
        borderMode=cv2.BORDER_REFLECT,
    )
    right, down = int(shift[0, 2]), int(shift[1, 2])
    x0, y0, x1, y1 = face.occlusion.box
    moved = replace(
        face,
        points_px=face.points_px + np.array([right, down, 0], np.float32),
        occlusion=Occlusion(
            (x0 + right, y0 + down, x1 + right, y1 + down), face.occlusion.shown
        ),
    )
    return Painting(painting.name, np.asarray(wall, np.uint8), (moved,))


def _stock_get(
    networks: FaceNetworks, wall: Painting, identity: Identity, *, paste: bool
) -> None:
    """What InsightFace does for one frame, or the network's part of it."""
    from insightface.app.common import Face

    face = wall.faces[wall.best_faces(1)[0]]
    target = Face(kps=five_points(face.points_px))
    visitor = Face(embedding=identity)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # the library's use of skimage
        networks.swapper.get(wall.bgr, target, visitor, paste_back=paste)
