"""Small clips made on the spot."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

MakeClip = Callable[..., Path]


@pytest.fixture
def make_clip(tmp_path: Path) -> MakeClip:
    """Writes a clip whose pictures get brighter by twenty from one to the next."""

    def make(
        name: str = "clip.avi",
        *,
        frames: int = 10,
        size_px: tuple[int, int] = (64, 48),
        fps: float = 100.0,
        grain: bool = False,
    ) -> Path:
        path = tmp_path / name
        codec = "mp4v" if path.suffix == ".mp4" else "MJPG"
        writer = cv2.VideoWriter(
            str(path), cv2.VideoWriter.fourcc(*codec), fps, size_px
        )
        random = np.random.default_rng(3)
        for index in range(frames):
            bgr = np.full((size_px[1], size_px[0], 3), 20 * index % 256, np.uint8)
            if grain:
                bgr = random.integers(0, 255, bgr.shape, np.uint8)
            writer.write(bgr)
        writer.release()
        return path

    return make
