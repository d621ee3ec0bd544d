"""The folder of prepared paintings: models and decoders run once, then never again."""

import contextlib
import math
import re
import shutil
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from pipeline.engine import Engine
from pipeline.images import read_image
from pipeline.marks import Marks
from pipeline.preparation import Prepared, prepare, shown, shown_size
from pipeline.prepared_file import (
    load_prepared,
    read_sealed,
    save_prepared,
    write_sealed,
)
from pipeline.types import ImageBgr, SizePx

SHOWN_BYTES: Final = 3_000_000_000
"""Most disk space for pictures at the display's size; the longest unused go first."""

_FACES: Final = "faces.bin"
_KEY: Final = re.compile("[0-9a-f]{64}")


class PreparedShelf:
    """Prepared paintings by key, each a folder of plain files.

    Beside what `prepare` found, the picture fitted to the display is kept as plain
    pixels: the only form that is read faster than a living portrait's next frame. A
    disk that is full or may not be written to costs time, never a painting.

    Several threads and programs may use one folder at once.

    Args:
        folder: Where; made when needed.
        engine: The models, for paintings that are not there.
        shown_bytes: Most disk space for fitted pictures.
    """

    def __init__(
        self, folder: Path, engine: Engine, shown_bytes: int = SHOWN_BYTES
    ) -> None:
        self._folder = folder
        self._engine = engine
        self._shown_bytes = shown_bytes

    def find(self, key: str) -> Prepared | None:
        """What was prepared under a key, if it is whole; quick."""
        return load_prepared(self._place(key) / _FACES)

    def prepared(self, key: str, image: Path, marks: Marks) -> Prepared:
        """What is prepared under a key; worked out if it is not there.

        Args:
            key: By ``prepared_key``.
            image: The picture's file.
            marks: What people set by hand, in pixels of the file.

        Raises:
            ImageUnreadableError: If picture or mask cannot be used.
        """
        return self.find(key) or self.prepare(key, image, marks, ())

    def prepare(
        self, key: str, image: Path, marks: Marks, rooms_px: tuple[SizePx, ...]
    ) -> Prepared:
        """Work out and keep a painting anew, as when it is installed.

        Args:
            key: By ``prepared_key``.
            image: The picture's file.
            marks: What people set by hand, in pixels of the file.
            rooms_px: The displays for which the fitted picture is kept, too.

        Raises:
            ImageUnreadableError: If picture or mask cannot be used.
        """
        bgr = read_image(image)
        prepared = prepare(bgr, marks_as_read(image, bgr, marks), self._engine)
        folder = self._made(key)
        with contextlib.suppress(OSError):
            save_prepared(folder / _FACES, prepared)
        for room_px in rooms_px:
            self._keep(folder, shown(bgr, room_px))
        return prepared

    def shown(
        self, key: str, image: Path, full_px: SizePx, room_px: SizePx
    ) -> ImageBgr:
        """The picture fitted into a room, as a live portrait wants it.

        Args:
            key: By ``prepared_key``.
            image: The picture's file, for the first time.
            full_px: Size of the painting, ``Prepared.size_px``.
            room_px: On the display.

        Raises:
            ImageUnreadableError: If it is not kept and the picture cannot be read.
        """
        width, height = shown_size(full_px, room_px)
        path = self._place(key) / _shown_name((width, height))
        payload = read_sealed(path)
        if payload is not None and len(payload) == 3 * width * height:
            with contextlib.suppress(OSError):
                path.touch()
            return np.frombuffer(payload, np.uint8).reshape(height, width, 3)
        bgr = shown(read_image(image), room_px)
        self._keep(self._made(key), bgr)
        return bgr

    def drop(self, key: str) -> None:
        """Forget one painting."""
        shutil.rmtree(self._place(key), ignore_errors=True)

    def keep_only(self, keys: frozenset[str]) -> None:
        """Forget every painting but these."""
        with contextlib.suppress(OSError):
            for folder in self._folder.iterdir():
                if folder.name not in keys:
                    shutil.rmtree(folder, ignore_errors=True)

    def _place(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            message = "no key of a prepared painting"
            raise ValueError(message)
        return self._folder / key

    def _made(self, key: str) -> Path:
        folder = self._place(key)
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _keep(self, folder: Path, bgr: ImageBgr) -> None:
        pixels = np.ascontiguousarray(bgr)
        path = folder / _shown_name((bgr.shape[1], bgr.shape[0]))
        with contextlib.suppress(OSError):
            self._make_room(pixels.nbytes)
            write_sealed(path, pixels.reshape(-1).data)

    def _make_room(self, wanted_bytes: int) -> None:
        kept = []
        for path in self._folder.glob("*/*.bgr"):
            with contextlib.suppress(OSError):
                status = path.stat()
                kept.append((status.st_mtime, status.st_size, path))
        spare = self._shown_bytes - wanted_bytes - sum(size for _, size, _ in kept)
        for _, size, path in sorted(kept):
            if spare >= 0:
                break
            path.unlink(missing_ok=True)
            spare += size


def marks_as_read(image: Path, bgr: ImageBgr, marks: Marks) -> Marks:
    """Marks in the picture as it was read: very large ones are made smaller.

    Args:
        image: The picture's file.
        bgr: What was read from it.
        marks: In pixels of the file.
    """
    if not marks.faces:
        return marks
    scale = scale_as_read(image, bgr)
    return marks if scale == 1 else marks.scaled(scale)


def scale_as_read(image: Path, bgr: ImageBgr) -> float:
    """Size of a picture as it was read relative to its file; 1 for all but huge ones.

    Args:
        image: The picture's file.
        bgr: What was read from it.
    """
    with Image.open(image) as header:
        scale = math.sqrt(bgr.shape[0] * bgr.shape[1] / (header.width * header.height))
    return 1.0 if abs(scale - 1) < 1e-3 else scale


def _shown_name(size_px: SizePx) -> str:
    return f"{size_px[0]}x{size_px[1]}.bgr"
