"""Which cameras are connected."""

import platform
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2

from pipeline.sources.video import OpenVideo, open_video

PROBED = 4
"""How many device numbers are tried where the system gives no list."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A connected camera.

    Attributes:
        index: Its device number.
        name: What its maker calls it, or ``camera N`` where the system does not say.
    """

    index: int
    name: str


ListCameras = Callable[[], list[Camera]]


def list_cameras() -> list[Camera]:
    """List the connected cameras by their numbers, for people to choose from.

    Where the system does not name them, the first numbers are opened for a moment,
    which may take seconds.
    """
    return named_cameras() if cameras_are_listed() else probed_cameras()


def known_cameras() -> list[Camera]:
    """List the cameras without touching any.

    Linux tells them; elsewhere the first number is taken for granted.
    """
    return named_cameras() if cameras_are_listed() else [Camera(0, "camera 0")]


def named_cameras(
    listing: Path = Path("/sys/class/video4linux"), devices: Path = Path("/dev")
) -> list[Camera]:
    """List the cameras that Linux knows.

    Args:
        listing: Holds a folder ``videoN`` for each device, with files ``name`` and
            ``index``; an index above 0 marks a camera's second channel (metadata).
        devices: Holds the device files; without one a camera cannot be opened.
    """
    found = []
    for folder in listing.glob("video*"):
        number = folder.name.removeprefix("video")
        if not number.isdigit() or not (devices / folder.name).exists():
            continue
        if _text(folder / "index") not in ("", "0"):
            continue
        name = _text(folder / "name") or f"camera {number}"
        found.append(Camera(int(number), name))
    return sorted(found, key=lambda camera: camera.index)


def probed_cameras(open_video: OpenVideo = open_video) -> list[Camera]:
    """List the cameras among the first numbers by opening each for a moment."""
    found = []
    for index in range(PROBED):
        video = open_video(index, cv2.CAP_ANY)
        if video.isOpened():
            found.append(Camera(index, f"camera {index}"))
        video.release()
    return found


def choose_camera(wanted: int | str | None, cameras: list[Camera]) -> Camera | None:
    """Pick the camera that somebody means.

    Args:
        wanted: A device number; a name or part of one, in any case; or None for the
            first camera.
        cameras: Those that are connected.

    Returns:
        The camera. A number is believed even when it is not listed; None when no
        name fits or none is connected.
    """
    if isinstance(wanted, int):
        listed = [camera for camera in cameras if camera.index == wanted]
        return listed[0] if listed else Camera(wanted, f"camera {wanted}")
    if wanted is None:
        return cameras[0] if cameras else None
    name = wanted.strip().casefold()
    same = [camera for camera in cameras if camera.name.casefold() == name]
    alike = [camera for camera in cameras if name in camera.name.casefold()]
    return (same + alike)[0] if alike else None


def cameras_are_listed() -> bool:
    """Whether the system tells which cameras there are without touching any."""
    return platform.system() == "Linux"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
