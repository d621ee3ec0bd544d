"""Sources by the names that people type."""

from pathlib import Path

from pipeline.errors import SourceUnavailableError
from pipeline.sources.base import FrameSource
from pipeline.sources.clip import Clip
from pipeline.sources.demo import DemoVisitor
from pipeline.sources.webcam import Webcam
from pipeline.types import SizePx

FORMS = "demo, camera, camera:NUMBER, camera:NAME or the path of a clip"


def named_source(
    spec: str, *, backend: str = "any", size_px: SizePx = (1280, 720)
) -> FrameSource:
    """Make the source that somebody means, without opening it.

    Args:
        spec: ``demo``, ``camera`` (the first one), ``camera:1``, ``camera:Logitech``,
            or the path of a video or picture; a file named like one of the words is
            reached as ``./demo``.
        backend: What OpenCV uses for a camera, one of ``webcam.BACKENDS``.
        size_px: Width and height to ask a camera for.

    Raises:
        SourceUnavailableError: If it means nothing, or a file that is not there, or the
            backend is unknown.
    """
    word, colon, rest = spec.strip().partition(":")
    kind, which = word.strip().casefold(), rest.strip()
    if kind == "demo" and not colon:
        return DemoVisitor()
    if kind == "camera":
        if colon and not which:
            raise SourceUnavailableError(f"{spec!r} names no camera. Give {FORMS}.")
        wanted = int(which) if which.isdecimal() else (which or None)
        return Webcam(wanted, backend=backend, size_px=size_px)
    return Clip(_existing_file(spec))


def _existing_file(spec: str) -> Path:
    path = Path(spec)
    try:
        path = path.expanduser()
        found = path.is_file()
    except (OSError, RuntimeError, ValueError):  # RuntimeError: no such user's home
        found = False
    if not found:
        raise SourceUnavailableError(
            f"There is no source {path.name or spec!r}. Give {FORMS}."
        )
    return path
