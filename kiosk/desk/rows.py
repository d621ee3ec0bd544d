"""The settings that staff may change on the screen. No Qt."""

from kiosk.current import CurrentSettings
from kiosk.settings.schema import Settings
from kiosk.staff.facts import SettingRow
from pipeline.sources.cameras import known_cameras

FIRST_CAMERA = ""
"""Stands for the first camera that is found."""


def setting_rows(settings: CurrentSettings) -> list[SettingRow]:
    """Everything that the settings page shows, in its order."""
    now = settings.now
    visit = now.visit
    return [
        _row(settings, "visit.auto_shutter", visit.auto_shutter),
        _row(settings, "visit.pose_guide", visit.pose_guide),
        _row(settings, "visit.hints", visit.hints, choices=("one", "all", "off")),
        _row(settings, "visit.countdown_s", visit.countdown_s, span=(1, 10)),
        _row(settings, "visit.most_retakes", visit.most_retakes, span=(0, 50)),
        _row(settings, "visit.idle_s", visit.idle_s, span=(15, 60)),
        _row(settings, "visit.language", visit.language, choices=visit.languages),
        _row(settings, "screen.reduced_motion", now.screen.reduced_motion),
        _row(
            settings,
            "camera.source",
            now.camera.source or FIRST_CAMERA,
            choices=camera_choices(now),
        ),
    ]


def camera_choices(now: Settings) -> tuple[str, ...]:
    """The sources that can be chosen: the first camera, each by name, the demo."""
    names = [f"camera:{camera.name}" for camera in known_cameras()]
    chosen = [now.camera.source] if now.camera.source else []
    return tuple(dict.fromkeys([FIRST_CAMERA, *names, "demo", *chosen]))


def _row(
    settings: CurrentSettings,
    name: str,
    value: bool | int | str,
    *,
    choices: tuple[str, ...] = (),
    span: tuple[int, int] = (0, 0),
) -> SettingRow:
    return SettingRow(name, value, choices, span[0], span[1], settings.fixed_by(name))
