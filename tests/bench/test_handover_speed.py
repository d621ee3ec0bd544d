"""How long a visitor waits for their code, and their phone for the picture.

From "keep" to the code on the screen: 150 ms at most. Upload of 3 MB and its delivery
on loopback: 1 s at the 95th percentile, Telegram's own pace left out.
"""

import statistics
import time
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import QEvent, QObject

from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.handover.account import Account
from kiosk.handover.dispatch import Dispatch
from kiosk.handover.document import Kept, make_document
from kiosk.handover.offer import new_token
from kiosk.handover.progress import Progress
from kiosk.handover.sealing import Document, seal
from kiosk.packs.library import open_library
from kiosk.packs.manifest import PackPainting
from kiosk.places import CONFIG_NAME
from kiosk.privacy.marks.marker import Marker
from kiosk.rehearsal.house import House
from kiosk.rehearsal.loopback import LoopbackService
from kiosk.rehearsal.walk import Walk
from kiosk.settings.schema import Settings
from kiosk.settings.sections.handover import Handover
from tests.botroom import BotRoom
from tests.fake_telegram import FakeTelegram

pytestmark = pytest.mark.bench

SIZE_PX = (1080, 1920)
KEEPS = 10
PICTURES = 20
CODE_WITHIN_MS = 150.0
DELIVERED_WITHIN_S = 1.0


class Painted(QObject):
    """Tells when something was painted last."""

    def __init__(self) -> None:
        super().__init__()
        self.at_s = 0.0

    def eventFilter(self, _watched, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.at_s = time.perf_counter()
        return False


def test_from_keep_to_the_code(tmp_path: Path, capsys) -> None:
    waited_ms, worked_ms = [], []
    with LoopbackService() as service:
        settings = CurrentSettings.usual(tmp_path / CONFIG_NAME)
        account = service.account
        told = {"handover.service": account.url, "handover.key": account.key}
        settings.take(settings.write(told))
        with House(settings, open_library(), tmp_path, SIZE_PX) as house:
            walk, app = Walk(house), house.app
            house.until(lambda: app.complete, "the paintings")
            house.until(lambda: bool(app.dispatch.link), "the service")
            painted = Painted()
            app.stage.handover.qr.installEventFilter(painted)
            for _ in range(KEEPS):
                walk.begin()
                walk.agree()
                walk.choose("studio/lady")
                walk.live()
                walk.shoot()
                walk.settle()
                painted.at_s = 0.0
                began_s, began_work_s = time.perf_counter(), time.thread_time()
                app.stage.result.keep.click()
                app.window.repaint()
                house.until(lambda: painted.at_s > 0.0, "the code")
                waited_ms.append(1000.0 * (painted.at_s - began_s))
                worked_ms.append(1000.0 * (time.thread_time() - began_work_s))
                assert zxingcpp.read_barcodes(house.picture())
                walk.tap(app.stage.handover.done)
                walk.reach(State.THANKS)
                walk.tap(app.stage.thanks)
    with capsys.disabled():
        for name, ms in (("waited", waited_ms), ("worked", worked_ms)):
            print(f"\nkeep to code, {name}, ms: {sorted(map(round, ms))}")  # noqa: T201 (a bench tells its figures)
    assert statistics.median(waited_ms) <= CODE_WITHIN_MS


def test_encoding_and_sealing(tmp_path: Path, capsys) -> None:
    marker, rng = Marker(tmp_path), np.random.default_rng(1)
    painting = PackPainting("pack", "lady", Path("x.png"), {"en": "Lady"})
    grain = rng.integers(0, 12, (600, 480, 3)).astype(np.uint8)
    for megapixels in (1, 3, 6, 12):
        side = round((megapixels * 1e6 / 0.8) ** 0.5)
        bgr = cv2.resize(grain * 10 + 60, (round(0.8 * side), side))
        bgr += rng.integers(0, 8, bgr.shape, dtype=np.uint8)
        kept = Kept(bgr, (), painting, "en")
        began_s = time.perf_counter()
        document = make_document(kept, marker, Settings())
        made_s = time.perf_counter()
        sealed = seal(new_token(), document)
        sealed_s = time.perf_counter()
        with capsys.disabled():
            print(  # noqa: T201 (a bench tells its figures)
                f"\n{megapixels} MP: {len(sealed) / 1e6:.1f} MB, made in "
                f"{made_s - began_s:.2f} s, sealed in "
                f"{1000 * (sealed_s - made_s):.0f} ms"
            )


def test_upload_and_delivery_of_three_megabytes(tmp_path: Path, capsys) -> None:
    took_s = []
    content = b"\xff\xd8\xff" + np.random.default_rng(2).bytes(3_000_000)
    document = Document("vernissage-lady.jpg", "image/jpeg", "Lady", "en", content)
    with (
        FakeTelegram() as telegram,
        BotRoom(tmp_path / "bot", telegram, hurried=True) as room,
    ):
        account = Account(room.address, room.invite("Hall"))
        dispatch = Dispatch(tmp_path, lambda: account, Handover, lambda *_: True)
        dispatch.start()
        _until(lambda: dispatch.link)
        for chat in range(1, PICTURES + 1):
            token = new_token()
            began_s = time.perf_counter()
            dispatch.keep(token, lambda: document, "s" * 32)
            _until(lambda: dispatch.progress is Progress.READY)
            telegram.say(chat, f"/start {token}")
            (sent, *_) = telegram.wait_for(chat, "sendDocument")
            took_s.append(time.perf_counter() - began_s)
            assert sent.content == content
        dispatch.close()
    with capsys.disabled():
        p50, p95 = np.percentile(took_s, [50, 95])
        print(f"\nupload and delivery of 3 MB: p50 {p50:.2f} s, p95 {p95:.2f} s")  # noqa: T201 (a bench tells its figures)
    assert p95 <= DELIVERED_WITHIN_S


def _until(happened) -> None:
    end_s = time.monotonic() + 20.0
    while not happened():
        assert time.monotonic() < end_s
        time.sleep(0.002)
