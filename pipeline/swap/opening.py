"""Opens InsightFace's networks from an operator's files, never from anywhere else.

The library finds out by itself what each file of a folder is and fetches a folder that
is not there. So the folder is made sure of first, and everything else that may go wrong
in the library becomes one sentence.
"""

import contextlib
import io
import os
from pathlib import Path
from typing import Any, Final

from pipeline.devices import CPU, PROCESSOR, Device
from pipeline.errors import ModelError, ModelMissingError
from pipeline.runtime import ready_providers, session_options
from pipeline.swap.network_files import NetworkFiles
from pipeline.swap.networks import Answer, FaceNetworks, in_words

_READS: Final = ("detection", "recognition")
_SWAPPER_INPUTS: Final = ("target", "source")


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


def spare_threads() -> int:
    """Threads for a network that works beside the living picture."""
    return max(1, (os.cpu_count() or 2) - 1)


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


def _open_recogniser(folder: Path, device: Device) -> Any:  # noqa: ANN401 (InsightFace ships no types)
    with in_words(f"folder {folder.name}"):
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
    with in_words(f"file {file.name}"):
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
