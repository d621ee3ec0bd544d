"""The living portrait: a frame goes in, the painting with the visitor comes out.

First the frame is looked at, then the painting is changed; two threads may do one each,
so that the next frame is looked at while this one's picture is painted.
"""

import threading
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from pipeline.canvas import FaceCanvas
from pipeline.compose import paint_in
from pipeline.engine import Engine
from pipeline.glimpse import glimpse_of
from pipeline.guidance import NO_GUIDANCE, Guidance
from pipeline.guide import Guide
from pipeline.life import Life, LifeWatch
from pipeline.manner import Manner, Memory
from pipeline.painting import Painting
from pipeline.seating import Seating
from pipeline.stopwatch import Stopwatch
from pipeline.track import FaceTracker
from pipeline.types import Frame, ImageBgra, SizePx, TrackedFace
from pipeline.wiping import Wiping

_BURST_S: Final = 1.0
_BURST_EVERY_S: Final = 0.09
MOST_VISITORS: Final = 6
"""Of a larger group the nearest are followed, so that the picture keeps moving."""

_KEEP_PER_S: Final = 0.02
"""Part of the harmoniser's past that is left after one second."""


@dataclass(frozen=True, slots=True, eq=False)
class LivePicture:
    """One rendered frame.

    Attributes:
        bgra: The painting fitted into the size asked for, alpha 255.
        frame_time_s: When the camera's frame was read.
        faces: The visitors in view, nearest first, in (mirrored) frame pixels.
        matched: How many of them are in the painting.
        stages_ms: Where the time went.
        guidance: What the visitors should do.
        glimpse_bgra: The frame, mirrored if the portrait is, at most 256 px wide; None
            without a frame.
        life: Whether those in the painting are alive.
    """

    bgra: ImageBgra
    frame_time_s: float
    faces: tuple[TrackedFace, ...]
    matched: int
    stages_ms: Mapping[str, float]
    guidance: Guidance = NO_GUIDANCE
    glimpse_bgra: ImageBgra | None = None
    life: Life = Life.UNKNOWN


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What was seen in one frame, before anything is painted.

    Attributes:
        frame: As the engine sees it, mirrored if the portrait is.
        faces: The visitors in it, nearest first.
        places: From identity to the index of the painted face.
        guidance: What the visitors should do.
        glimpse_bgra: The frame, at most 256 px wide.
        life: Whether those in the painting are alive.
        stages_ms: Where the time went so far.
        visit: Grows whenever the visitors are forgotten.
    """

    frame: Frame
    faces: tuple[TrackedFace, ...]
    places: Mapping[int, int]
    guidance: Guidance
    glimpse_bgra: ImageBgra
    life: Life
    stages_ms: Mapping[str, float]
    visit: int


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """A frame that a still may be made of.

    Attributes:
        frame: As the engine saw it, mirrored if the portrait is.
        faces: The visitors in it.
        places: From identity to the index of the painted face.
    """

    frame: Frame
    faces: tuple[TrackedFace, ...]
    places: Mapping[int, int]


Burst = tuple[Shot, ...]
"""The shots of the last second, oldest first."""


class LivePortrait:
    """Renders one painting with whoever stands before the camera.

    ``look`` belongs to one thread and ``paint`` to one, which may be another; ``burst``
    and ``forget`` may be called from any and never wait for them.

    Args:
        engine: The models.
        painting: What to step into.
        size_px: Room on the display; the painting keeps its aspect.
        mirrored: Whether the visitor sees themselves as in a mirror.
        manner: Bounds of the harmoniser; the painting's own complexion wins.
    """

    def __init__(
        self,
        engine: Engine,
        painting: Painting,
        size_px: SizePx,
        *,
        mirrored: bool = True,
        manner: Manner | None = None,
    ) -> None:
        self._engine = engine
        self._painting = painting
        self._mirrored = mirrored
        self._manner = manner_for(painting, manner)
        height, width = painting.bgr.shape[:2]
        self._scale = min(size_px[0] / width, size_px[1] / height)
        fitted = max(1, round(width * self._scale)), max(1, round(height * self._scale))
        shrink = cv2.INTER_AREA if self._scale < 1 else cv2.INTER_CUBIC
        self._base = cv2.resize(painting.bgr, fitted, interpolation=shrink)
        self._base_bgra = cv2.cvtColor(self._base, cv2.COLOR_BGR2BGRA)
        wanted = min(len(painting.faces), MOST_VISITORS)
        self._tracker = FaceTracker(engine.detector, engine.landmarker, wanted)
        self._seating = Seating(painting)
        self._guide = Guide(painting, self._scale)
        self._life = LifeWatch()
        self._canvases: dict[int, FaceCanvas] = {}
        self._memories: dict[tuple[int, int], Memory] = {}
        self._shots: deque[Shot] = deque()
        self._shelf = threading.Lock()
        self._looking = Wiping(self._wipe_seen)
        self._painting_in = Wiping(self._memories.clear)
        self._visit = 0
        self._last_s = 0.0
        for place in painting.best_faces(1):
            self._canvas(place)

    @property
    def painting(self) -> Painting:
        """What is shown."""
        return self._painting

    @property
    def room(self) -> int:
        """How many visitors it has room for at once."""
        return min(len(self._painting.faces), MOST_VISITORS)

    @property
    def size_px(self) -> SizePx:
        """Size of the pictures."""
        return self._base.shape[1], self._base.shape[0]

    def render(self, frame: Frame) -> LivePicture:
        """Look at one frame and paint what is seen."""
        return self.paint(self.look(frame))

    def look(self, frame: Frame) -> Sight:
        """Find and follow whoever is in one frame."""
        with self._looking.work():
            return self._look(frame)

    def paint(self, sight: Sight) -> LivePicture:
        """Change the painting by what was seen in one frame."""
        with self._painting_in.work():
            picture = self._paint(sight)
            if sight.visit != self._visit:
                self._painting_in.ask()
            return picture

    def plain(self) -> LivePicture:
        """The painting with nobody in it."""
        picture = self._base_bgra.copy()
        return LivePicture(picture, time.monotonic(), (), 0, Stopwatch().stages_ms())

    def burst(self) -> Burst:
        """The shots of the last second that show somebody.

        None is older than that, even if no frame came since.
        """
        oldest_s = time.monotonic() - _BURST_S - _BURST_EVERY_S
        with self._shelf:
            return tuple(
                shot
                for shot in self._shots
                if shot.places and shot.frame.time_s >= oldest_s
            )

    def forget(self) -> None:
        """Wipe every frame and point of the visitor, without waiting.

        While a frame is in work, only the burst is wiped at once; the rest, and what
        the frame leaves behind, is wiped by the threads that work on it once they end.
        """
        with self._shelf:
            self._visit += 1
        self._looking.ask()
        self._painting_in.ask()
        self._drop_shots()

    def _wipe_seen(self) -> None:
        self._drop_shots()
        self._seating.forget()
        self._tracker.forget()
        self._guide.forget()
        self._life.forget()

    def _look(self, frame: Frame) -> Sight:
        watch, visit = Stopwatch(), self._visit
        with watch.stage("compose"):
            if self._mirrored:
                frame = replace(frame, bgr=cv2.flip(frame.bgr, 1))
            glimpse = glimpse_of(frame.bgr)
        faces = self._tracker.update(frame, watch)
        places = dict(self._seating.seat(faces))
        self._keep_shot(Shot(frame, faces, places))
        guidance = self._guide.look(frame, glimpse, faces, places)
        seated = [face for face in faces if face.identity in places]
        life = self._life.see(seated, frame.time_s)
        stages_ms = watch.stages_ms()
        return Sight(frame, faces, places, guidance, glimpse, life, stages_ms, visit)

    def _paint(self, sight: Sight) -> LivePicture:
        watch = Stopwatch(sight.stages_ms)
        frame, faces, places = sight.frame, sight.faces, sight.places
        with watch.stage("compose"):
            picture = self._base_bgra.copy()
        keep = _KEEP_PER_S ** min(1.0, max(0.0, frame.time_s - self._last_s))
        self._last_s = frame.time_s
        matched = 0
        for face in faces:
            place = places.get(face.identity)
            if place is None or face.fade <= 0:
                continue
            memory = self._memories.setdefault((face.identity, place), Memory())
            memory.keep = keep if memory.maps else 0.0
            paint_in(
                picture,
                frame.bgr,
                face.mesh,
                self._canvas(place),
                self._engine.swapper,
                self._manner,
                memory,
                watch,
                face.fade,
            )
            matched += 1
        self._drop_memories(set(places.items()))
        return LivePicture(
            picture,
            frame.time_s,
            faces,
            matched,
            watch.stages_ms(),
            sight.guidance,
            sight.glimpse_bgra,
            sight.life,
        )

    def _canvas(self, place: int) -> FaceCanvas:
        canvas = self._canvases.get(place)
        if canvas is None:
            canvas = self._painting.canvas(place, self._scale, self._base)
            self._canvases[place] = canvas
        return canvas

    def _keep_shot(self, shot: Shot) -> None:
        now_s = shot.frame.time_s
        with self._shelf:
            if self._looking.due:
                return
            while self._shots and now_s - self._shots[0].frame.time_s > _BURST_S:
                self._shots.popleft()
            if (
                not self._shots
                or now_s - self._shots[-1].frame.time_s >= _BURST_EVERY_S
            ):
                self._shots.append(shot)

    def _drop_shots(self) -> None:
        with self._shelf:
            self._shots.clear()

    def _drop_memories(self, used: set[tuple[int, int]]) -> None:
        for key in [key for key in self._memories if key not in used]:
            del self._memories[key]


def manner_for(painting: Painting, manner: Manner | None = None) -> Manner:
    """The bounds for a painting: the given or usual ones, with its own complexion."""
    manner = manner or Manner()
    if painting.complexion is None:
        return manner
    return replace(manner, complexion=float(np.clip(painting.complexion, 0, 1)))
