"""The section ``camera``."""

from typing import Literal

from kiosk.settings.fields import Section, setting
from kiosk.settings.kinds import LONGEST_SOURCE, SourceName


class Camera(Section):
    """Where the picture of the visitor comes from."""

    source: SourceName | None = setting(
        None,
        "The camera; without it the first one, and where there is none the built-in "
        "demo visitor.",
        "demo, camera, camera:NUMBER, camera:NAME or the path of a film, at most "
        f"{LONGEST_SOURCE} characters",
        example="camera:0",
    )
    backend: Literal["any", "v4l2", "dshow", "msmf", "avfoundation"] = setting(
        "any",
        "How the camera is spoken to, for a camera that misbehaves.",
        "any, v4l2 (Linux), dshow or msmf (Windows) or avfoundation (macOS)",
    )
