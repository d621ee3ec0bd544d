"""A painting while people work on its faces: what did not change is not seen anew.

All that a change of one face, one point or one stroke of the mask costs is the rest: a
tenth of a second, where `pipeline.preparation.prepare` takes half of one and more.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import Final, TypeVar

from pipeline.engine import Engine
from pipeline.examination import look_at_found, look_at_marked
from pipeline.live import LivePortrait
from pipeline.marked_face import MarkedFace, fit_marked
from pipeline.marks import FaceMark, sound_key_points
from pipeline.painted_mask import PaintedMask
from pipeline.painting import PaintedFace, Refusal, find_faces, measure_face
from pipeline.preparation import Prepared, in_their_order, shown, together
from pipeline.types import ImageBgr, Points2d, Points3d, SizePx

_KEPT: Final = 60
"""Meshes that are remembered, so that undoing costs nothing."""

_Value = TypeVar("_Value")


class Workpiece:
    """One painting, looked at again and again.

    Belongs to one thread at a time.

    Args:
        bgr: The painting at full size.
        engine: The models.
    """

    def __init__(self, bgr: ImageBgr, engine: Engine) -> None:
        self.bgr = bgr
        self._engine = engine
        self._shown: tuple[SizePx, ImageBgr] | None = None
        self._fitted: OrderedDict[bytes, MarkedFace] = OrderedDict()
        self._measured: OrderedDict[bytes, PaintedFace] = OrderedDict()

    @property
    def size_px(self) -> SizePx:
        """Of the painting."""
        return self.bgr.shape[1], self.bgr.shape[0]

    def look(self, marked: Sequence[FaceMark], mask: PaintedMask | None) -> Prepared:
        """Look at the painting as it is marked now.

        Args:
            marked: The faces; if there are none, those that the engine finds.
            mask: What people painted as being in front.
        """
        if not marked:
            looks = look_at_found(self.bgr, *self._found, mask)
            return together(self.size_px, looks)
        look = partial(look_at_marked, self.bgr)
        looks = [look(mark, mask, self._fit, self._measure) for mark in marked]
        return together(self.size_px, in_their_order(looks))

    def mesh(self, mark: FaceMark) -> Points3d | None:
        """The mesh of a mark before single points of it are moved.

        Returns:
            ``(468, 3)``, or None if its five points cannot be a face.
        """
        key_points = sound_key_points(mark, self.size_px)
        return None if key_points is None else self._fit(key_points).points_px

    def try_on(
        self,
        prepared: Prepared,
        room_px: SizePx,
        *,
        complexion: float | None,
        shape: float | None,
    ) -> LivePortrait:
        """A living portrait in the painting as it is marked now.

        Args:
            prepared: What `look` has found; with a face to step into.
            room_px: On the display.
            complexion: See ``Painting``.
            shape: See ``Painting``.

        Raises:
            NoFaceError: If nobody can step in.
        """
        if self._shown is None or self._shown[0] != room_px:
            self._shown = room_px, shown(self.bgr, room_px)
        bgr = self._shown[1]
        painting = prepared.painting(
            "workpiece", bgr, complexion=complexion, shape=shape
        )
        return LivePortrait(self._engine, painting, room_px)

    @cached_property
    def _found(self) -> tuple[tuple[PaintedFace, ...], tuple[Refusal, ...]]:
        return find_faces(self.bgr, self._engine)

    def _fit(self, key_points_px: Points2d) -> MarkedFace:
        fit = partial(fit_marked, self.bgr, key_points_px, self._engine.landmarker)
        return _kept(self._fitted, key_points_px.tobytes(), fit)

    def _measure(
        self, bgr: ImageBgr, points_px: Points3d, certainty: float
    ) -> PaintedFace:
        measure = partial(measure_face, bgr, points_px, certainty)
        return _kept(self._measured, points_px.tobytes(), measure)


def _kept(
    shelf: "OrderedDict[bytes, _Value]", key: bytes, make: Callable[[], _Value]
) -> _Value:
    """A value from a shelf, made if it is not there; the longest unused one goes."""
    if key not in shelf:
        shelf[key] = make()
    shelf.move_to_end(key)
    if len(shelf) > _KEPT:
        shelf.popitem(last=False)
    return shelf[key]
