"""Looks for what would keep the kiosk from working, and says what to do about it."""

import importlib.metadata
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import kiosk
from kiosk import program
from kiosk.engines import open_chosen_engine
from kiosk.launch.libraries import Need, advice, missing_libraries, screen_needs
from kiosk.places import data_folder
from kiosk.settings.read import load_or_default
from pipeline.devices import list_devices
from pipeline.errors import ModelError
from pipeline.weights import Model, model_path

if TYPE_CHECKING:
    from kiosk.probe import Seen

_PACKAGES = ("numpy", "opencv-python", "pillow", "PySide6-Essentials", "scikit-image")
_RUNTIME = "onnxruntime-directml" if sys.platform == "win32" else "onnxruntime"
_REINSTALL = (
    "Install Vernissage again."
    if program.is_built()
    else "Delete the folder .venv and run ./start again."
)
_PROBE_LIMIT_S = 60
_GIB = 1024**3
_LITTLE_BYTES = 2 * _GIB
_TOO_LITTLE_BYTES = _GIB // 4


class State(Enum):
    """How bad a finding is: only ``BAD`` keeps the kiosk from working."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        subject: What was looked at.
        state: How it is.
        fact: What was found.
        remedy: What to do; empty if nothing.
    """

    subject: str
    state: State
    fact: str
    remedy: str = ""


Check = Callable[[], Iterator[Finding]]


def run_doctor(checks: Mapping[str, Check] | None = None) -> list[Finding]:
    """Look at everything.

    Args:
        checks: What to look at, by subject; all of ours if None.

    Returns:
        The findings, in a fixed order. A check that fails is a finding too.
    """
    findings: list[Finding] = []
    for subject, check in (CHECKS if checks is None else checks).items():
        try:
            findings.extend(check())
        except Exception as error:  # noqa: BLE001 (a broken computer breaks in any way)
            fact = f"could not be checked: {type(error).__name__}: {error}"
            findings.append(Finding(subject, State.BAD, fact, _REINSTALL))
    return findings


def check_versions() -> Iterator[Finding]:
    """Name the versions of everything that matters."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    yield Finding("vernissage", State.OK, f"{kiosk.__version__} on {system}")
    yield Finding("python", State.OK, f"{platform.python_version()}, {sys.executable}")
    for name in (*_PACKAGES, _RUNTIME):
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, State.BAD, "not installed", _REINSTALL)
        else:
            yield Finding(name, State.OK, version)


def check_libraries() -> Iterator[Finding]:
    """Look for the system libraries of Linux."""
    missing = missing_libraries({Need.PICTURES} | screen_needs())
    if missing:
        names = ", ".join(one.file for one in missing)
        remedy = "\n".join(advice(missing).splitlines()[2:])
        yield Finding("libraries", State.BAD, f"missing: {names}", remedy)
    else:
        yield Finding("libraries", State.OK, "all there")


def check_models() -> Iterator[Finding]:
    """Compare every model with its digest."""
    for model in Model:
        try:
            path = model_path(model)
        except ModelError as error:
            state = State.WARN if model is Model.SFACE else State.BAD
            yield Finding(f"model {model.value}", state, "unusable", str(error))
        else:
            yield Finding(f"model {model.value}", State.OK, f"{path.name}, intact")


def check_provider() -> Iterator[Finding]:
    """Open the engine that the settings choose, where they choose."""
    try:
        engine = open_chosen_engine(load_or_default()[0].settings)
    except ModelError as error:
        yield Finding("provider", State.BAD, "unusable", str(error))
        return
    here = ", ".join(map(str, list_devices()))
    fact = f"{engine.name} on {engine.provider}; here are: {here}"
    said = [engine.trouble.sentence, *engine.setbacks.sentences]
    remedy = "\n".join(sentence for sentence in said if sentence)
    yield Finding("provider", State.WARN if remedy else State.OK, fact, remedy)


def check_cameras() -> Iterator[Finding]:
    """List the cameras and whether this user may use them."""
    from pipeline.sources.cameras import list_cameras

    cameras = list_cameras()
    if not cameras:
        yield Finding(
            "cameras",
            State.WARN,
            "none found",
            "Plug in a camera. Until then the demo visitor or a clip can stand in.",
        )
    for camera in cameras:
        device = Path(f"/dev/video{camera.index}")
        subject, fact = f"camera {camera.index}", camera.name
        if device.exists() and not os.access(device, os.R_OK | os.W_OK):
            remedy = "sudo usermod -aG video $USER, then log in again."
            yield Finding(subject, State.BAD, f"{fact}: not allowed", remedy)
        else:
            yield Finding(subject, State.OK, fact)


def check_display() -> Iterator[Finding]:
    """Open Qt on the screen, or else off it, and count screens and fonts."""
    seen = _probe({}) if _has_screen() else None
    if seen is None:
        yield Finding(
            "display",
            State.WARN,
            "no screen can be opened from here",
            "Log in at the kiosk's screen to open it; other commands need none.",
        )
        seen = _probe({"QT_QPA_PLATFORM": "offscreen"})
    else:
        sizes = ", ".join(f"{name} {w}x{h}" for name, w, h in seen["screens"])
        yield Finding("display", State.OK, f"{seen['platform']}: {sizes}")
    if seen is None:
        remedy = f"Install the libraries named above, if any. {_REINSTALL}"
        yield Finding("qt", State.BAD, "does not start", remedy)
    elif seen["font_families"]:
        yield Finding("fonts", State.OK, f"{seen['font_families']} families")
    else:
        remedy = "Debian, Ubuntu: sudo apt-get install fonts-dejavu-core fontconfig"
        yield Finding("fonts", State.BAD, "none: no text can be shown", remedy)


def check_disk() -> Iterator[Finding]:
    """Look at the place where the session log is kept."""
    folder = load_or_default()[0].settings.storage.folder or data_folder()
    there = next(one for one in (folder, *folder.parents) if one.exists())
    free_bytes = shutil.disk_usage(there).free
    fact = f"{free_bytes / _GIB:.1f} GiB free for {folder}"
    if not os.access(there, os.W_OK):
        remedy = f"Let this user write to {there}."
        yield Finding("disk", State.BAD, f"{folder} cannot be written to", remedy)
    elif free_bytes < _LITTLE_BYTES:
        state = State.BAD if free_bytes < _TOO_LITTLE_BYTES else State.WARN
        yield Finding("disk", state, fact, "Delete what is not needed.")
    else:
        yield Finding("disk", State.OK, fact)


def check_settings() -> Iterator[Finding]:
    """Look at the settings file and the variables that go before it."""
    loaded, mistakes = load_or_default()
    for mistake in mistakes.splitlines():
        yield Finding("settings", State.WARN, mistake, "Put it right; see the README.")
    if not mistakes:
        fact = str(loaded.path) if loaded.has_file else "none: the usual ones"
        yield Finding("settings", State.OK, fact)


def _has_screen() -> bool:
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(map(os.environ.get, names))


def _probe(variables: Mapping[str, str]) -> "Seen | None":
    done = subprocess.run(  # noqa: S603 (ourselves)
        program.command("doctor", "--probe"),
        cwd=program.ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        timeout=_PROBE_LIMIT_S,
        check=False,
    )
    if done.returncode:
        return None
    seen: Seen = json.loads(done.stdout)
    return seen


CHECKS: Mapping[str, Check] = {
    "versions": check_versions,
    "libraries": check_libraries,
    "models": check_models,
    "provider": check_provider,
    "cameras": check_cameras,
    "display": check_display,
    "disk": check_disk,
    "settings": check_settings,
}
"""Everything that is looked at, in this order."""
