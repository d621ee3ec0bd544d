"""YuNet: fast, finds faces from a few pixels up to most of the picture."""

from typing import Final

import cv2
import numpy as np

from pipeline.devices import PROCESSOR, Device
from pipeline.runtime import Session, open_session
from pipeline.trouble import Setbacks
from pipeline.types import AnyArray, Detection, ImageBgr
from pipeline.weights import Model

_SIDE_PX: Final = 640
_STRIDES: Final = (8, 16, 32)
_OVERLAP_LIMIT: Final = 0.3
_CLOSE_UP_SCALES: Final = (0.5, 0.25)


class YuNet:
    """Face detector after Wu et al., "YuNet: A Tiny Millisecond-level Face Detector".

    Args:
        min_score: Faces that the model is less sure of are left out.
        device: What it runs on.
        setbacks: Told why it does not.
    """

    def __init__(
        self,
        min_score: float = 0.6,
        device: Device = PROCESSOR,
        setbacks: Setbacks | None = None,
    ) -> None:
        self._session: Session = open_session(
            Model.YUNET, device=device, setbacks=setbacks
        )
        self._min_score = min_score

    def detect(self, bgr: ImageBgr) -> list[Detection]:
        """Find all faces, largest first; see ``FaceDetector``.

        When nothing is found, it looks again at smaller scales, for faces that fill the
        picture.
        """
        if min(bgr.shape[:2]) < 1:
            return []
        found = self._look(bgr, 1.0)
        for scale in () if found else _CLOSE_UP_SCALES:
            found = self._look(bgr, scale)
            if found:
                break
        return sorted(found, key=lambda face: -face.width_px * face.height_px)

    def _look(self, bgr: ImageBgr, part: float) -> list[Detection]:
        """Detect with the picture filling ``part`` of the model's square input."""
        height, width = bgr.shape[:2]
        scale = part * _SIDE_PX / max(height, width)
        size = max(1, round(width * scale)), max(1, round(height * scale))
        shrink = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        small = cv2.resize(bgr, size, interpolation=shrink)
        canvas = np.zeros((_SIDE_PX, _SIDE_PX, 3), np.uint8)
        left, top = (_SIDE_PX - size[0]) // 2, (_SIDE_PX - size[1]) // 2
        canvas[top : top + size[1], left : left + size[0]] = small
        blob = np.ascontiguousarray(canvas.transpose(2, 0, 1)[None], np.float32)
        outputs = self._session.run(input=blob)
        scores, boxes, points = (
            np.concatenate(parts)
            for parts in zip(*(_decode(outputs, s) for s in _STRIDES), strict=True)
        )
        sure = scores > self._min_score
        scores, boxes, points = scores[sure], boxes[sure], points[sure]
        if not len(scores):
            return []
        kept = cv2.dnn.NMSBoxes(
            np.column_stack([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]]).tolist(),
            scores.tolist(),
            self._min_score,
            _OVERLAP_LIMIT,
        )
        offset = np.array([left, top], np.float32)
        ratio = np.array([width / size[0], height / size[1]], np.float32)
        return [
            Detection(
                ((boxes[k].reshape(2, 2) - offset) * ratio).ravel().astype(np.float32),
                ((points[k] - offset) * ratio).astype(np.float32),
                float(scores[k]),
            )
            for k in np.asarray(kept, np.int64).ravel()
        ]


def _decode(
    outputs: dict[str, AnyArray], stride: int
) -> tuple[AnyArray, AnyArray, AnyArray]:
    """Scores ``(N,)``, boxes ``(N, 4)`` xyxy and points ``(N, 5, 2)`` of one stride."""
    side = _SIDE_PX // stride
    rows, columns = np.divmod(np.arange(side * side), side)
    cell = np.column_stack([columns, rows]).astype(np.float32)
    certain = np.clip(outputs[f"cls_{stride}"][0, :, 0], 0, 1)
    present = np.clip(outputs[f"obj_{stride}"][0, :, 0], 0, 1)
    box = outputs[f"bbox_{stride}"][0]
    centre = (cell + box[:, :2]) * stride
    half = np.exp(np.minimum(box[:, 2:], 8.0)) * (stride / 2)
    points = outputs[f"kps_{stride}"][0].reshape(-1, 5, 2)
    points = (points + cell[:, None]) * stride
    boxes = np.concatenate([centre - half, centre + half], 1)
    return np.sqrt(certain * present), boxes, points
