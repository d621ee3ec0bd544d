"""The settings that staff may change on the screen. No Qt."""

from collections.abc import Sequence

from kiosk.current import CurrentSettings
from kiosk.settings.names import SETTINGS, value_of
from kiosk.staff.facts import SettingRow
from pipeline.sources.cameras import known_cameras

FIRST_CAMERA = ""
"""Stands for the first camera that is found."""
ON_SCREEN = (
    "visit.auto_shutter",
    "visit.pose_guide",
    "visit.hints",
    "visit.countdown_s",
    "visit.most_retakes",
    "visit.idle_s",
    "visit.language",
    "screen.reduced_motion",
    "camera.source",
    "engine.name",
)


def setting_rows(settings: CurrentSettings, cameras: Sequence[str]) -> list[SettingRow]:
    """Everything that the settings page shows, in its order.

    Engines are a choice only where a licence for other people's models is stated.

    Args:
        settings: What is in force.
        cameras: Names of the connected ones.
    """
    licensed = bool(settings.now.engine.licence.strip())
    return [
        _row(settings, name, cameras)
        for name in ON_SCREEN
        if licensed or name != "engine.name"
    ]


def camera_names() -> list[str]:
    """The connected cameras, as the settings name them; looks at the system."""
    return [f"camera:{camera.name}" for camera in known_cameras()]


def camera_choices(chosen: str | None, cameras: Sequence[str]) -> tuple[str, ...]:
    """The sources that can be chosen: the first camera, each by name, the demo.

    Args:
        chosen: What is in force; it stays a choice even while it is unplugged.
        cameras: Names of the connected ones.
    """
    more = [chosen] if chosen else []
    return tuple(dict.fromkeys([FIRST_CAMERA, *cameras, "demo", *more]))


def _row(settings: CurrentSettings, name: str, cameras: Sequence[str]) -> SettingRow:
    setting = SETTINGS[name]
    value = value_of(settings.now, setting)
    choices = setting.choices or ()
    if name == "camera.source":
        choices = camera_choices(settings.now.camera.source, cameras)
        value = value or FIRST_CAMERA
    elif name == "visit.language":
        choices = tuple(settings.now.visit.languages)
    return SettingRow(
        name,
        value if isinstance(value, bool | int | str) else str(value),
        choices,
        int(setting.least or 0),
        int(setting.most or 0),
        settings.fixed_by(name),
    )
