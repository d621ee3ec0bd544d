"""Takes all faces out of a film; its sound and everything else about it is left out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2

from kiosk.anonymise.persons import sightings
from kiosk.anonymise.photo import take_out_faces
from kiosk.anonymise.treatment import Treatment
from kiosk.errors import AnonymiseError
from pipeline.detect.base import FaceDetector
from pipeline.detect.thorough import search_frame
from pipeline.sources.video import VideoReader, as_bgr, open_video
from pipeline.types import Detection, ImageBgr, SizePx

CODECS: Final = {".mp4": "mp4v", ".avi": "MJPG"}
MOST_FPS: Final = 240.0
USUAL_FPS: Final = 25.0

Progress = Callable[[float], None]
"""Called with the part that is done, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was found in a picture or film.

    Attributes:
        faces: Faces that were treated, over all frames.
        frames: How many frames there are; 1 for a picture.
    """

    faces: int
    frames: int


def take_faces_out_of_clip(
    path: Path,
    out: Path,
    treatment: Treatment,
    detector: FaceDetector,
    progress: Progress,
) -> Counted:
    """Write a film without faces.

    It is read twice: to find the faces, so that those missed in single frames are known
    from the frames around, and to treat them; each treated frame is searched again.

    Args:
        path: The film.
        out: What to write; its ending is one of `CODECS`.
        treatment: What is done to a face.
        detector: Finds faces.
        progress: Told how far it is.

    Raises:
        AnonymiseError: If the film cannot be read or written, or faces remain.
    """
    found: list[list[Detection]] = []
    with _opened(path) as video:
        expected = max(1.0, video.get(cv2.CAP_PROP_FRAME_COUNT))
        fps = _fps(video)
        for bgr in _frames(video):
            found.append(search_frame(bgr, detector))
            progress(min(0.5, 0.5 * len(found) / expected))
    if not found:
        raise AnonymiseError(f"{path.name} holds no picture that can be read.")
    by_frame = sightings(found, fps)
    faces = 0
    with _opened(path) as video, _writing(out, fps) as write:
        index = -1
        for index, read in enumerate(_frames(video)):
            if index >= len(by_frame):
                break
            bgr = read.copy()
            try:
                treated = take_out_faces(
                    bgr,
                    by_frame[index],
                    treatment,
                    lambda frame: search_frame(frame, detector),
                )
            except AnonymiseError as error:
                raise AnonymiseError(
                    f"In frame {index + 1} of {path.name} {error}; nothing was written."
                ) from error
            faces += len(treated)
            write(bgr)
            progress(0.5 + 0.5 * (index + 1) / len(by_frame))
    if index + 1 < len(by_frame):
        raise AnonymiseError(f"{path.name} could be read only once. Copy it again.")
    _check_whole(out, len(by_frame))
    return Counted(faces, len(by_frame))


@contextmanager
def _opened(path: Path) -> Iterator[VideoReader]:
    video = open_video(str(path), cv2.CAP_ANY)
    try:
        if not video.isOpened():
            raise AnonymiseError(
                f"{path.name} is neither a picture nor a film that can be read."
            )
        yield video
    finally:
        video.release()


def _frames(video: VideoReader) -> Iterator[ImageBgr]:
    size: tuple[int, ...] | None = None
    while video.grab():
        read, picture = video.retrieve()
        if not read or picture is None:
            continue
        bgr = as_bgr(picture)
        size = size or bgr.shape
        if bgr.shape != size:
            raise AnonymiseError("A film whose pictures change their size is not read.")
        yield bgr


def _fps(video: VideoReader) -> float:
    fps = video.get(cv2.CAP_PROP_FPS)
    return fps if 0 < fps <= MOST_FPS else USUAL_FPS


@contextmanager
def _writing(out: Path, fps: float) -> Iterator[Callable[[ImageBgr], None]]:
    writer: list[cv2.VideoWriter] = []

    def write(bgr: ImageBgr) -> None:
        if not writer:
            size_px: SizePx = bgr.shape[1], bgr.shape[0]
            code = cv2.VideoWriter.fourcc(*CODECS[out.suffix.lower()])
            writer.append(cv2.VideoWriter(str(out), code, fps, size_px))
        if not writer[0].isOpened():
            raise AnonymiseError(
                f"{out.suffix[1:]} films cannot be written there. Check the folder, or "
                "end the name in .avi."
            )
        writer[0].write(bgr)

    try:
        yield write
    finally:
        if writer:
            writer[0].release()


def _check_whole(out: Path, frames: int) -> None:
    """OpenCV does not tell when a disk is full; so count what was written."""
    with _opened(out) as video:
        written = sum(1 for _ in iter(video.grab, False))
    if written != frames:
        raise AnonymiseError(
            "The film could not be written whole. Check that the disk has space left."
        )
