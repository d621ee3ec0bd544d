"""Tells an operator's models apart by what is in the files, whatever they are called.

InsightFace does the same by the shapes of inputs and outputs; this agrees with it, and
also says what a file is that it would pass over.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from pipeline.errors import ModelAlteredError, ModelError, ModelMissingError
from pipeline.swap.network_files import NetworkFiles

MOST_BYTES: Final = 2_000_000_000
"""Larger files than this ONNX cannot hold in one piece."""

_LEAST_DETECTOR_OUTPUTS: Final = 5
_CHUNK_BYTES: Final = 1 << 20


class ModelKind(StrEnum):
    """What a model does."""

    DETECTOR = "detector"
    RECOGNISER = "recogniser"
    SWAPPER = "swapper"
    LANDMARKS = "landmarks"
    ATTRIBUTES = "attributes"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One model of an operator's.

    Attributes:
        path: Where it is.
        kind: What it does.
        size_bytes: Of the file.
        sha256: Of its content, in hexadecimal.
        half: Whether it computes with 16 bits.
        numbers: Length of the identity that a recogniser gives or a swapper takes; 0
            where it does not say, and for others.
    """

    path: Path
    kind: ModelKind
    size_bytes: int
    sha256: str
    half: bool
    numbers: int


def read_model_file(path: Path) -> ModelFile:
    """Find out what a file is.

    Raises:
        ModelMissingError: If it is not there or cannot be read.
        ModelAlteredError: If it is no model, or not all of one.
    """
    try:
        size_bytes = path.stat().st_size
        if size_bytes > MOST_BYTES:
            raise ModelAlteredError(
                f"{path.name} is larger than any model in one file."
            )
        sha256 = digest_of(path)
    except OSError as error:
        message = f"{path.name} is not there or cannot be read."
        raise ModelMissingError(message) from error
    graph = _graph(path)
    inputs, outputs = _shapes(graph)
    kind = _kind(inputs, len(outputs))
    return ModelFile(
        path=path,
        kind=kind,
        size_bytes=size_bytes,
        sha256=sha256,
        half=_is_half(graph),
        numbers=_numbers(kind, inputs, outputs),
    )


def kind_of(path: Path) -> ModelKind:
    """What a file does; ``OTHER`` if it is no model or cannot be read."""
    try:
        inputs, outputs = _shapes(_graph(path))
    except ModelError:
        return ModelKind.OTHER
    return _kind(inputs, len(outputs))


def find_networks(folder: Path) -> NetworkFiles | None:
    """Find a recogniser's folder and a swapper in an operator's folder of models.

    The first by name that fits, so that what is used does not hang on chance.

    Args:
        folder: Has the swapper in it or in a folder of its own, and beside it folders
            as ``FaceAnalysis`` reads them.

    Returns:
        None if either is missing.
    """
    swappers: list[Path] = []
    analyses: list[Path] = []
    for place in (folder, *folders_in(folder)):
        kinds = {path: kind_of(path) for path in models_in(place)}
        swappers += [path for path, kind in kinds.items() if kind is ModelKind.SWAPPER]
        needed = {ModelKind.DETECTOR, ModelKind.RECOGNISER}
        if place != folder and needed <= set(kinds.values()):
            analyses.append(place)
    if not swappers or not analyses:
        return None
    return NetworkFiles(analyses[0], swappers[0], _exact(swappers))


def models_in(folder: Path) -> tuple[Path, ...]:
    """The model files right in a folder, by name; none if there is no folder."""
    try:
        return tuple(sorted(path for path in folder.glob("*.onnx") if path.is_file()))
    except OSError:
        return ()


def digest_of(path: Path) -> str:
    """SHA-256 of a file in hexadecimal; reads all of it.

    Raises:
        OSError: If it cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def _exact(swappers: Sequence[Path]) -> Path | None:
    """A swapper with 32 bits that may stand in for the first, if that has 16."""
    first = _graph(swappers[0])
    if len(swappers) == 1 or not _is_half(first):
        return None
    wanted = _shapes(first)
    for path in swappers[1:]:
        graph = _graph(path)
        if not _is_half(graph) and _shapes(graph) == wanted:
            return path
    return None


def folders_in(folder: Path) -> tuple[Path, ...]:
    """The folders right in a folder that are not hidden, by name."""
    try:
        found = sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:
        return ()
    return tuple(path for path in found if not path.name.startswith("."))


def _graph(path: Path) -> Any:  # noqa: ANN401 (ONNX's messages have no useful types)
    import onnx

    try:
        graph = onnx.load(str(path), load_external_data=False).graph
    except OSError as error:
        message = f"{path.name} is not there or cannot be read."
        raise ModelMissingError(message) from error
    except Exception as error:  # the parser's errors share no base but Exception
        raise ModelAlteredError(
            f"{path.name} is no model in the ONNX format, or not all of it is there."
        ) from error
    if not graph.node or not graph.input or not graph.output:
        raise ModelAlteredError(f"{path.name} holds no model, or not all of one.")
    return graph


def _shapes(
    graph: Any,  # noqa: ANN401 (see above)
) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    """Shapes of the inputs and outputs; old files list weights among the inputs."""
    weights = {one.name for one in graph.initializer}
    inputs = [_shape(one) for one in graph.input if one.name not in weights]
    return inputs, [_shape(one) for one in graph.output]


def _shape(value: Any) -> tuple[int, ...]:  # noqa: ANN401 (see above)
    """Sizes of an input or output; 0 where the model leaves one open."""
    return tuple(int(one.dim_value) for one in value.type.tensor_type.shape.dim)


def _is_half(graph: Any) -> bool:  # noqa: ANN401 (see above)
    import onnx

    weights = [one for one in graph.initializer if len(one.dims) > 1]
    half = [one for one in weights if one.data_type == onnx.TensorProto.FLOAT16]
    return len(half) * 2 > len(weights)


def _kind(inputs: Sequence[tuple[int, ...]], outputs: int) -> ModelKind:
    if not inputs or len(inputs[0]) != 4:
        return ModelKind.OTHER
    if outputs >= _LEAST_DETECTOR_OUTPUTS:
        return ModelKind.DETECTOR
    side_px = inputs[0][2:]
    if len(inputs) == 2:
        return (
            ModelKind.SWAPPER
            if side_px[0] % 128 == 0 != side_px[0]
            else ModelKind.OTHER
        )
    known = {
        (192, 192): ModelKind.LANDMARKS,
        (96, 96): ModelKind.ATTRIBUTES,
        (112, 112): ModelKind.RECOGNISER,
    }
    return known.get((side_px[0], side_px[1]), ModelKind.OTHER)


def _numbers(
    kind: ModelKind,
    inputs: Sequence[tuple[int, ...]],
    outputs: Sequence[tuple[int, ...]],
) -> int:
    if kind is ModelKind.RECOGNISER:
        return outputs[0][-1] if outputs[0] else 0
    if kind is ModelKind.SWAPPER:
        return inputs[1][-1] if inputs[1] else 0
    return 0
