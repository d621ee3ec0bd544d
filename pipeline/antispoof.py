"""A model that an operator installs to tell faces from pictures and films of faces.

Any ONNX model with the contract of Silent-Face-Anti-Spoofing's MiniFASNet
(https://github.com/minivision-ai/Silent-Face-Anti-Spoofing): one input ``(1, 3, H, W)``
of BGR 0 to 255 cut around the face, one output ``(1, 3)`` of probabilities or logits,
of which the middle one is a live face's. How wide it is cut is read from a number such
as ``2.7`` in the file's name, as that project writes it.
"""

import hashlib
import re
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np

from pipeline.errors import ModelError
from pipeline.geometry import points_box
from pipeline.types import AnyArray, ImageBgr, Points3d

LIVE_FROM: Final = 0.5
LARGEST_BYTES: Final = 500_000_000
_USUAL_WIDTH: Final = 2.7
_WIDTH: Final = re.compile(r"(?<![\d.])([1-9]\.\d)(?![\d])")
_SIDES_PX: Final = range(32, 513)
_LIVE: Final = 1
_BOX_OVER_MESH: Final = 1.15
"""Detectors' boxes, on which such models are trained, are larger than a mesh."""


class AntiSpoof:
    """Judges faces by such a model.

    Args:
        path: The model.

    Raises:
        ModelError: If it is missing, no ONNX model, or has another contract.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        content = _content(path)
        self._sha256 = hashlib.sha256(content).hexdigest()
        self._session = _opened(content, path.name)
        self._input, self._side_wh = self._contract()
        found = _WIDTH.search(path.stem)
        self._width = float(found[1]) if found else _USUAL_WIDTH
        self.judge(np.zeros((64, 64, 3), np.uint8), _SQUARE)

    @property
    def sha256(self) -> str:
        """Digest of the model, for the record: 64 hexadecimal digits."""
        return self._sha256

    def judge(self, bgr: ImageBgr, points_px: Points3d) -> float:
        """Tell how surely a face is alive.

        Args:
            bgr: The camera's picture.
            points_px: ``(468, 3)`` of the face.

        Returns:
            0 for a picture or film of one, 1 for a living face; alive from
            `LIVE_FROM` on.

        Raises:
            ModelError: If the model answers with something else.
        """
        cut = _cut(bgr, points_box(points_px), self._width)
        small = cv2.resize(cut, self._side_wh, interpolation=cv2.INTER_AREA)
        blob = np.ascontiguousarray(small.transpose(2, 0, 1)[None], np.float32)
        try:
            answer = np.asarray(self._session.run(None, {self._input: blob})[0])
        except Exception as error:  # ONNX Runtime's own kinds are not public
            raise self._other_contract() from error
        values = answer.astype(np.float64).ravel()
        if values.shape != (3,) or not np.isfinite(values).all():
            raise self._other_contract()
        if values.min() < 0 or abs(values.sum() - 1) > 0.02:
            values = np.exp(values - values.max())
            values /= values.sum()
        return float(values[_LIVE])

    def _contract(self) -> tuple[str, tuple[int, int]]:
        inputs, outputs = self._session.get_inputs(), self._session.get_outputs()
        if len(inputs) == 1 and len(outputs) == 1 and len(inputs[0].shape) == 4:
            _, colours, height, width = inputs[0].shape
            if colours == 3 and height in _SIDES_PX and width in _SIDES_PX:
                return inputs[0].name, (width, height)
        raise self._other_contract()

    def _other_contract(self) -> ModelError:
        return ModelError(
            f"The model {self._name} is no anti-spoof model of MiniFASNet's kind. "
            "Name another one in privacy.antispoof, or none."
        )


_SQUARE: Final = np.array([[20, 20, 0], [44, 44, 0]], np.float32)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise ModelError(f"The model {path.name} is too large.")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "the disk refuses"
        raise ModelError(
            f"The anti-spoof model {path.name} cannot be read: {reason}. Check "
            "privacy.antispoof in the settings."
        ) from error


def _opened(content: bytes, name: str) -> Any:  # noqa: ANN401 (ONNX Runtime ships no types)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(
            content, options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # ONNX Runtime's own kinds are not public
        raise ModelError(
            f"The anti-spoof model {name} is no ONNX model that can be used."
        ) from error


def _cut(bgr: ImageBgr, box: AnyArray, width: float) -> ImageBgr:
    """The face with its surroundings, moved inside the picture, as in training."""
    height_px, width_px = bgr.shape[:2]
    size = np.maximum(box[2:] - box[:2], 1.0) * _BOX_OVER_MESH
    scale = min((width_px - 1) / size[0], (height_px - 1) / size[1], width)
    reach = size * scale / 2
    middle = np.clip(
        (box[:2] + box[2:]) / 2, reach, np.array([width_px, height_px]) - 1 - reach
    )
    x0, y0 = (int(edge) for edge in np.maximum(middle - reach, 0))
    x1, y1 = (int(edge) for edge in middle + reach)
    return bgr[y0 : max(y1, y0) + 1, x0 : max(x1, x0) + 1]
