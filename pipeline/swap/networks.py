"""InsightFace's networks, opened from an operator's files and never from anywhere else.

The library finds out by itself what each file of a folder is and fetches a folder that
is not there. So the folder is made sure of first, and everything else that may go wrong
in the library becomes one sentence.
"""

import contextlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np

from pipeline.alignment import template_px
from pipeline.devices import CPU, PROCESSOR, PROVIDERS, Device
from pipeline.errors import ModelError, ModelMissingError
from pipeline.impression import Identity
from pipeline.runtime import ready_providers, session_options
from pipeline.types import ImageBgr

_READS: Final = ("detection", "recognition")
_SWAPPER_INPUTS: Final = ("target", "source")
_FLAT: Final = 1.5
"""Less contrast than this, in levels of 255, no painted face has."""
_LEAST_LIKE: Final = 0.99
_MOST_OFF: Final = 4.0
"""Levels of 255, in the mean; 16 bits are off by less than one."""


@dataclass(frozen=True, slots=True)
class NetworkFiles:
    """Where an operator's models are.

    Attributes:
        analysis: A folder that ``FaceAnalysis`` understands, such as ``buffalo_l``.
        swapper: A file that ``INSwapper`` understands, such as
            ``inswapper_128.onnx``.
        exact: A swapper with 32 bits, for when ``swapper`` has 16 and fails.
    """

    analysis: Path
    swapper: Path
    exact: Path | None = None

    def variants(self) -> "tuple[NetworkFiles, ...]":
        """Itself, and the same with the swapper of 32 bits where there is one."""
        if self.exact is None:
            return (self,)
        return self, NetworkFiles(self.analysis, self.exact)

    def state(self) -> frozenset[tuple[str, int, int]]:
        """Name, size and time of change of every file that is there."""
        try:
            files = [self.swapper, *self.analysis.iterdir()]
            states = [(file.name, file.stat()) for file in files]
        except OSError:
            return frozenset()
        return frozenset((name, one.st_size, one.st_mtime_ns) for name, one in states)


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
        with _in_words("recogniser"):
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
        with _in_words("swapper"):
            answer = self.swapper.forward(blob, latent.astype(kind))
        face = np.asarray(answer, np.float32)[0].transpose(1, 2, 0)
        if not np.isfinite(face).all() or float(face.std()) * 255 < _FLAT:
            raise ModelError("The swapper of the face engine paints nonsense.")
        painted: ImageBgr = np.clip(255 * face[..., ::-1], 0, 255).astype(np.uint8)
        return painted


def open_networks(
    files: NetworkFiles, device: Device = PROCESSOR, right: Answer | None = None
) -> FaceNetworks:
    """Open an operator's models, and see that they compute; takes some seconds.

    Args:
        files: Where they are.
        device: What they shall run on.
        right: The processor's answer where it is known; it is asked if None.

    Raises:
        ModelMissingError: If the folder or the file is not there.
        ModelError: If one of them cannot be used, or computes something else on the
            accelerator than on the processor.
    """
    networks = _open(files, device)
    answer = networks.rehearse()
    if device.provider != CPU:
        answer.require_like(right or _open(files, PROCESSOR).rehearse(), device)
    return networks


def _open(files: NetworkFiles, device: Device) -> FaceNetworks:
    if not files.analysis.is_dir():
        raise ModelMissingError(
            f"The folder {files.analysis.name} with the face recogniser is not there. "
            "Run `kiosk models check`."
        )
    if not files.swapper.is_file():
        raise ModelMissingError(
            f"The face swapper {files.swapper.name} is not there. Run `kiosk models "
            "check`."
        )
    return FaceNetworks(
        _open_recogniser(files.analysis, device),
        _open_swapper(files.swapper, device),
        files,
        device,
    )


def spare_threads() -> int:
    """Threads for a network that works beside the living picture."""
    return max(1, (os.cpu_count() or 2) - 1)


def _open_recogniser(folder: Path, device: Device) -> Any:  # noqa: ANN401 (InsightFace ships no types)
    with _in_words(f"folder {folder.name}"):
        from insightface.app import FaceAnalysis

        analysis = FaceAnalysis(
            name=str(folder.resolve()),
            allowed_modules=list(_READS),
            providers=ready_providers(device),
            sess_options=session_options(spare_threads(), device),
        )
    recogniser = analysis.models.get("recognition")
    if recogniser is None:
        raise ModelError(
            f"The folder {folder.name} holds no face recogniser. Install another one "
            "with `kiosk models add`."
        )
    return recogniser


def _open_swapper(file: Path, device: Device) -> Any:  # noqa: ANN401 (InsightFace ships no types)
    with _in_words(f"file {file.name}"):
        import onnxruntime
        from insightface.model_zoo.inswapper import INSwapper

        session = onnxruntime.InferenceSession(
            str(file),
            session_options(spare_threads(), device),
            providers=ready_providers(device),
        )
        with contextlib.redirect_stdout(io.StringIO()):  # the library prints a shape
            swapper = INSwapper(str(file), session)
    if len(swapper.input_names) != len(_SWAPPER_INPUTS) or swapper.emap.ndim != 2:
        raise ModelError(
            f"The file {file.name} is no face swapper. Install another one with `kiosk "
            "models add`."
        )
    return swapper


@contextlib.contextmanager
def _in_words(what: str) -> Iterator[None]:
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
