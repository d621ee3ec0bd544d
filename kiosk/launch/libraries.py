"""Names the system libraries that OpenCV and Qt need and that are not installed.

On Linux the wheels expect a few libraries from the system; without them Qt ends the
program with a message that helps nobody. Windows and macOS bring their own.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import Enum


class Need(Enum):
    """What a library is needed for."""

    PICTURES = "reading pictures"
    WINDOW = "opening a window"
    X11 = "an X screen"
    WAYLAND = "a Wayland screen"


@dataclass(frozen=True, slots=True)
class Library:
    """A system library.

    Attributes:
        file: Name that the dynamic linker looks for.
        need: What it is needed for.
        debian: Package of Debian and Ubuntu.
        fedora: Package of Fedora.
    """

    file: str
    need: Need
    debian: str
    fedora: str


_TABLE = {
    Need.PICTURES: """
        libstdc++.so.6          libstdc++6          libstdc++
        libGL.so.1              libgl1              libglvnd-glx
        libgthread-2.0.so.0     libglib2.0-0        glib2
        libxcb.so.1             libxcb1             libxcb
    """,
    Need.WINDOW: """
        libEGL.so.1             libegl1             libglvnd-egl
        libxkbcommon.so.0       libxkbcommon0       libxkbcommon
        libfontconfig.so.1      libfontconfig1      fontconfig
        libfreetype.so.6        libfreetype6        freetype
        libdbus-1.so.3          libdbus-1-3         dbus-libs
        libbrotlidec.so.1       libbrotli1          libbrotli
        libX11.so.6             libx11-6            libX11
        libzstd.so.1            libzstd1            libzstd
    """,
    Need.X11: """
        libX11-xcb.so.1         libx11-xcb1         libX11-xcb
        libxkbcommon-x11.so.0   libxkbcommon-x11-0  libxkbcommon-x11
        libxcb-cursor.so.0      libxcb-cursor0      xcb-util-cursor
        libxcb-icccm.so.4       libxcb-icccm4       xcb-util-wm
        libxcb-image.so.0       libxcb-image0       xcb-util-image
        libxcb-keysyms.so.1     libxcb-keysyms1     xcb-util-keysyms
        libxcb-render-util.so.0 libxcb-render-util0 xcb-util-renderutil
        libxcb-randr.so.0       libxcb-randr0       libxcb
        libxcb-render.so.0      libxcb-render0      libxcb
        libxcb-shape.so.0       libxcb-shape0       libxcb
        libxcb-shm.so.0         libxcb-shm0         libxcb
        libxcb-sync.so.1        libxcb-sync1        libxcb
        libxcb-xfixes.so.0      libxcb-xfixes0      libxcb
        libxcb-xkb.so.1         libxcb-xkb1         libxcb
    """,
    Need.WAYLAND: """
        libwayland-client.so.0  libwayland-client0  libwayland-client
        libwayland-cursor.so.0  libwayland-cursor0  libwayland-cursor
    """,
}
"""Each line: file, package of Debian and Ubuntu, package of Fedora."""

LIBRARIES = tuple(
    Library(file, need, debian, fedora)
    for need, lines in _TABLE.items()
    for file, debian, fedora in map(str.split, lines.strip().splitlines())
)


def screen_needs(environment: Mapping[str, str] = os.environ) -> set[Need]:
    """Tell which kind of screen Qt will open its window on.

    Args:
        environment: The variables ``QT_QPA_PLATFORM``, ``WAYLAND_DISPLAY`` and
            ``DISPLAY`` decide, in this order.

    Returns:
        ``WINDOW`` and, unless there is no screen, its kind.
    """
    platform = environment.get("QT_QPA_PLATFORM", "")
    kinds = {"wayland": Need.WAYLAND, "xcb": Need.X11}
    for name, need in kinds.items():
        if platform.startswith(name):
            return {Need.WINDOW, need}
    if platform:
        return {Need.WINDOW}
    if environment.get("WAYLAND_DISPLAY"):
        return {Need.WINDOW, Need.WAYLAND}
    if environment.get("DISPLAY"):
        return {Need.WINDOW, Need.X11}
    return {Need.WINDOW}


def is_loadable(file: str) -> bool:
    """Tell whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def missing_libraries(
    needs: Collection[Need], loadable: Callable[[str], bool] = is_loadable
) -> list[Library]:
    """Find what the computer lacks; nothing is ever lacking off Linux.

    Args:
        needs: What will be done.
        loadable: Tells whether a library can be had.
    """
    if not sys.platform.startswith("linux"):
        return []
    return [one for one in LIBRARIES if one.need in needs and not loadable(one.file)]


def advice(missing: Collection[Library]) -> str:
    """Say in plain words what is missing and how to get it.

    Args:
        missing: At least one library.
    """
    reasons = " and ".join(dict.fromkeys(one.need.value for one in missing))
    debian = " ".join(dict.fromkeys(one.debian for one in missing))
    fedora = " ".join(dict.fromkeys(one.fedora for one in missing))
    return (
        f"This computer lacks system libraries for {reasons}:\n"
        f"  {' '.join(one.file for one in missing)}\n"
        f"Debian, Ubuntu:  sudo apt-get install {debian}\n"
        f"Fedora:          sudo dnf install {fedora}"
    )
