import os
import subprocess
import sys

import pytest

PROBE = "import sys; from kiosk.qt import screen_is_usable as u; sys.exit(not u())"
LINUX_ONLY = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux runs without a screen"
)


@LINUX_ONLY
@pytest.mark.parametrize(
    ("variables", "usable"),
    [
        ({}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "nonsense"}, False),
        ({"DISPLAY": ":98765"}, False),
    ],
)
def test_tells_whether_there_is_a_screen(
    variables: dict[str, str], usable: bool
) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in os.environ.items() if k not in hidden}

    probe = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-c", PROBE],
        env=environment | variables,
        capture_output=True,
        check=False,
        timeout=30,
    )

    assert (probe.returncode == 0) == usable
    assert probe.stdout + probe.stderr == b""
