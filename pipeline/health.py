"""Tells a healthy source from one that is silent, frozen or black."""

from pipeline.errors import SourceLostError
from pipeline.types import AnyArray, Frame, SourceInfo

SILENT_AFTER_S = 4.0
FROZEN_AFTER_S = 2.0
BLACK_AFTER_S = 2.0
DARKEST_LIVING_VALUE = 20
"""A picture in which no sampled value reaches this is called black."""
SAMPLES_A_SIDE = 32


class SourceWatch:
    """Watches one opening of a source, frame by frame.

    Silence counts for every source. Frozen and black pictures count for cameras
    only: their noise makes every frame differ, while a clip may well stand still.

    Args:
        info: What is watched.
        now_s: When it was opened.
    """

    def __init__(self, info: SourceInfo, now_s: float) -> None:
        self._name = info.name
        self._is_camera = info.kind == "camera"
        self._last_frame_s = now_s
        self._last_change_s = now_s
        self._light_s = now_s
        self._sample: AnyArray | None = None
        self._proven = False

    @property
    def proven(self) -> bool:
        """Whether living pictures came: for a camera, two that differ."""
        return self._proven

    @property
    def notice(self) -> str:
        """A sentence while a camera sends black pictures, else empty."""
        if self._last_frame_s - self._light_s < BLACK_AFTER_S:
            return ""
        return (
            f"The camera '{self._name}' sends black pictures. "
            "Uncover its lens and switch on the light."
        )

    def see(self, frame: Frame) -> None:
        """Look at a frame that came.

        Raises:
            SourceLostError: If a camera has sent the same picture for too long.
        """
        now_s = frame.time_s
        self._last_frame_s = now_s
        if not self._is_camera:
            self._proven = True
            self._light_s = now_s
            return
        sample = _sparse(frame.bgr)
        if sample.size and int(sample.max()) >= DARKEST_LIVING_VALUE:
            self._light_s = now_s
        if self._sample is None or _differ(sample, self._sample):
            self._proven = self._sample is not None
            self._sample = sample
            self._last_change_s = now_s
        elif now_s - self._last_change_s > FROZEN_AFTER_S:
            raise SourceLostError(self.notice or self._frozen_sentence())

    def miss(self, now_s: float) -> None:
        """Note that no frame came in time.

        Raises:
            SourceLostError: If none has come for too long.
        """
        if now_s - self._last_frame_s > SILENT_AFTER_S:
            raise SourceLostError(
                f"{self._name} sends no pictures. Check its cable, and whether "
                "another program uses it."
            )

    def _frozen_sentence(self) -> str:
        return (
            f"The camera '{self._name}' is frozen: it sends the same picture again and "
            "again. Unplug it and plug it in again."
        )


def _sparse(bgr: AnyArray) -> AnyArray:
    """About a thousand pixels spread over the picture, as a copy."""
    step_y = max(1, bgr.shape[0] // SAMPLES_A_SIDE)
    step_x = max(1, bgr.shape[1] // SAMPLES_A_SIDE)
    return bgr[::step_y, ::step_x].copy()


def _differ(one: AnyArray, other: AnyArray) -> bool:
    return one.shape != other.shape or bool((one != other).any())
