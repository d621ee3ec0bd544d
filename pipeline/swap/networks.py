"""InsightFace's networks as the engine uses them: who a face is, a face repainted."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np

from pipeline.alignment import template_px
from pipeline.devices import PROVIDERS, Device
from pipeline.errors import ModelError
from pipeline.impression import Identity
from pipeline.swap.network_files import NetworkFiles
from pipeline.types import ImageBgr

_FLAT: Final = 1.5
"""Less contrast than this, in levels of 255, no painted face has."""
_LEAST_LIKE: Final = 0.99
_MOST_OFF: Final = 4.0
"""Levels of 255, in the mean; 16 bits are off by less than one."""


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What both networks make of a known picture, which is nobody.

    Attributes:
        identity: By the recogniser.
        face_bgr: By the swapper.
    """

    identity: Identity
    face_bgr: ImageBgr

    def require_like(self, right: "Answer", device: Device) -> None:
        """Make sure that an accelerator computes what the processor does.

        Args:
            right: The processor's.
            device: The accelerator, for the message.

        Raises:
            ModelError: If it does not.
        """
        same = self.identity.shape == right.identity.shape
        same = same and self.face_bgr.shape == right.face_bgr.shape
        if same and float(self.identity @ right.identity) >= _LEAST_LIKE:
            off = self.face_bgr.astype(np.float32) - right.face_bgr
            same = float(np.abs(off).mean()) <= _MOST_OFF
        else:
            same = False
        if not same:
            raise ModelError(f"{device} computes something else than the processor.")


class FaceNetworks:
    """A recogniser, and a network that paints a face with a given identity.

    May be shared between threads. Both are open to those who compare them with what
    the library itself does.

    Args:
        recogniser: InsightFace's ``ArcFaceONNX``.
        swapper: InsightFace's ``INSwapper``.
        files: Where both came from.
        device: What they run on.

    Raises:
        ModelError: If one of them does not work on faces as they are cut out, or runs
            on something else.
    """

    def __init__(
        self,
        recogniser: Any,  # noqa: ANN401 (InsightFace ships no types)
        swapper: Any,  # noqa: ANN401 (likewise)
        files: NetworkFiles,
        device: Device,
    ) -> None:
        self.recogniser, self.swapper = recogniser, swapper
        self.files, self._opened = files, files.state()
        self.device = device
        self.identity_side_px = int(recogniser.input_size[0])
        self.face_side_px = int(swapper.input_size[0])
        self._half = "float16" in str(swapper.session.get_inputs()[0].type)
        self._emap = np.asarray(swapper.emap, np.float32)
        for side_px in (self.identity_side_px, self.face_side_px):
            _require_side(side_px)
        for session in (recogniser.session, swapper.session):
            if PROVIDERS[device.provider] not in session.get_providers():
                raise ModelError(f"{device} did not start.")

    def rehearse(self) -> Answer:
        """Run both networks on a known picture; the first run of each is the slowest.

        Raises:
            ModelError: If one of them breaks or answers with nonsense, or they do not
                go together.
        """
        identity = self.identify(_known_picture(self.identity_side_px))
        if identity.shape[0] != self._emap.shape[0]:
            raise ModelError(
                f"The recogniser describes a face by {identity.shape[0]} numbers, and "
                "this swapper takes others. Install models that belong together."
            )
        face_bgr = self.paint(_known_picture(self.face_side_px), identity)
        return Answer(identity, face_bgr)

    def require_files(self) -> None:
        """Make sure that the models are still what was opened.

        Raises:
            ModelError: If a file was taken away, altered or put there since.
        """
        if self.files.state() != self._opened:
            raise ModelError(
                "The models of the face engine were taken away or changed while it "
                "ran. Run `kiosk models check`, then choose the engine again."
            )

    def identify(self, aligned_bgr: ImageBgr) -> Identity:
        """Describe whose face it is.

        Args:
            aligned_bgr: Cut out upright, ``identity_side_px`` wide.

        Raises:
            ModelError: If the network breaks or answers with nonsense.
        """
        with in_words("recogniser"):
            values = np.asarray(self.recogniser.get_feat(aligned_bgr), np.float32)
        identity = values.ravel()
        length = float(np.linalg.norm(identity))
        if not np.isfinite(length) or length < 1e-6:
            raise ModelError("The recogniser of the face engine answers with nonsense.")
        unit: Identity = identity / np.float32(length)
        return unit

    def paint(self, aligned_bgr: ImageBgr, identity: Identity) -> ImageBgr:
        """Give a face another identity.

        Args:
            aligned_bgr: The painted face, cut out upright, ``face_side_px`` wide.
            identity: Of the visitor.

        Returns:
            The face, as large.

        Raises:
            ModelError: If the network breaks or answers with nonsense.
        """
        kind = np.float16 if self._half else np.float32
        blob = aligned_bgr[..., ::-1].transpose(2, 0, 1)[None].astype(kind)
        latent = identity[None] @ self._emap
        latent /= max(float(np.linalg.norm(latent)), 1e-9)
        with in_words("swapper"):
            answer = self.swapper.forward(blob, latent.astype(kind))
        face = np.asarray(answer, np.float32)[0].transpose(1, 2, 0)
        if not np.isfinite(face).all() or float(face.std()) * 255 < _FLAT:
            raise ModelError("The swapper of the face engine paints nonsense.")
        painted: ImageBgr = np.clip(255 * face[..., ::-1], 0, 255).astype(np.uint8)
        return painted


@contextlib.contextmanager
def in_words(what: str) -> Iterator[None]:
    """Have whatever goes wrong inside become one sentence.

    Args:
        what: Which part of the face engine is at work.

    Raises:
        ModelError: In the place of anything that the library raises.
    """
    try:
        yield
    except Exception as error:  # the library and its drivers raise anything at all
        raise ModelError(
            f"The {what} of the face engine cannot be used "
            f"({type(error).__name__}). Run `kiosk models check`."
        ) from error


def _require_side(side_px: int) -> None:
    """Make sure that a network takes cuts of a size that faces are cut out at."""
    try:
        template_px(side_px)
    except ValueError as error:
        raise ModelError(f"{error} Install another model.") from error


def _known_picture(side_px: int) -> ImageBgr:
    """Soft noise, the same every time."""
    coarse = np.random.default_rng(1).integers(40, 216, (8, 8, 3)).astype(np.uint8)
    return cv2.resize(coarse, (side_px, side_px), interpolation=cv2.INTER_CUBIC)
