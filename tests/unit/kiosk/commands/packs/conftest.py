"""``kiosk packs`` that asks a server on this computer in the place of museums."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.packs.fetch import museums
from kiosk.packs.fetch.aic import AicClient
from kiosk.packs.fetch.commons import CommonsClient
from kiosk.packs.fetch.met import MetClient
from kiosk.packs.fetch.pace import Pace
from kiosk.packs.fetch.rijks import RijksClient
from kiosk.packs.fetch.web import Web
from tests.unit.kiosk.packs.fetch.conftest import jpeg, server, time
from tests.unit.kiosk.packs.fetch.loopback import Server, Time

__all__ = ["jpeg", "server", "time"]

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(
    server: Server,
    time: Time,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    own_logging: None,
) -> Say:
    """Run ``kiosk packs`` in an empty folder; return code, output and complaints."""
    clockwork = time.clockwork()
    web = partial(Web, clockwork=clockwork, pace=Pace(clockwork, {"127.0.0.1": 0.0}))
    clients = {
        "Web": web,
        "MetClient": partial(MetClient, base_url=server.url),
        "AicClient": partial(
            AicClient, base_url=server.url, iiif_url=f"{server.url}/iiif/2"
        ),
        "RijksClient": partial(
            RijksClient, search_url=f"{server.url}/search", record_url=server.url
        ),
        "CommonsClient": partial(CommonsClient, api_url=f"{server.url}/w/api.php"),
    }
    for name, stand_in in clients.items():
        monkeypatch.setattr(museums, name, stand_in)
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path / "home"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def run(*words: object) -> tuple[int, str, str]:
        code = main(["packs", *map(str, words)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run
