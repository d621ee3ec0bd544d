"""Opens the real kiosk with many paintings, uses it, and tells what that costs.

Run by `test_many_paintings.py`, each time in a process of its own::

    python -m tests.bench.many_paintings FOLDER COUNT

``FOLDER`` keeps the packs, so that a second run need not install them again.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
import psutil
from PySide6.QtCore import QEvent, QObject

from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.packs.library import packs_folder
from kiosk.packs.stock import Stock
from kiosk.packs.store import PackStore
from kiosk.rehearsal.house import House
from kiosk.rehearsal.walk import Walk
from kiosk.widgets.pager import TURN_MS
from pipeline.images import read_image, write_image

SIZE_PX = (1080, 1920)
PIN = "274916"
CATEGORIES = ("Old masters", "Moderns", "Women", "Men", "Friends", "Icons")
TURNS = 16
SWITCHES = 12
RESTS_S = 0.2
LEFT_OUT_MS = 1500.0 / 60.0
"""From then on a picture of sixty a second was left out."""


def main() -> None:
    """Tell the figures as one line of JSON."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    store = PackStore(folder / f"store-{count}")
    if count and not store.list():
        store.install(_pack(folder / f"pack-{count}", count))
    stock = Stock(store)
    # Of this thread alone: how busy the computer is otherwise does not count.
    began_s = time.thread_time()
    library = stock.open()
    opened_s = time.thread_time()
    own = folder / f"home-{count}"
    own.mkdir(exist_ok=True)
    patient = {("visit", "idle_s"): 60}
    settings = CurrentSettings.usual(own / "settings.toml", patient)
    with House(settings, library, own, SIZE_PX, staff_pin=PIN, stock=stock) as house:
        house.app.window.grab()
        started_s = time.thread_time()
        figures = {
            "paintings": len(library.paintings),
            "library_ms": 1000.0 * (opened_s - began_s),
            "start_ms": 1000.0 * (started_s - began_s),
            **_used(house),
        }
    sys.stdout.write(json.dumps(figures) + "\n")


def _used(house: House) -> dict[str, float]:
    walk, app = Walk(house), house.app
    house.until(lambda: app.complete, "the paintings")
    walk.begin()
    walk.agree()
    pager = app.stage.choose.pager
    turning = Frames(app.stage.choose)
    for _ in range(min(TURNS, 2 * pager.page_count)):
        turning.run(
            house,
            lambda: pager.turn_to((pager.page + 1) % pager.page_count),
            TURN_MS / 1000.0,
            RESTS_S,
        )
    walk.choose(pager.keys[len(pager.keys) // 2])
    walk.live()
    gallery = app.stage.live.gallery
    bar = gallery.horizontalScrollBar()
    scrolling = Frames(gallery.viewport())
    way_px = min(bar.maximum(), 6000)
    for step in range(0, way_px, 40):
        scrolling.run(house, lambda step=step: bar.setValue(step), 0.016, 0.0)
    switches = _switches(house)
    walk.tap(app.stage.live.leave)
    walk.reach(State.ATTRACT)
    walk.staff_door()
    walk.type_pin(PIN)
    walk.reach(State.STAFF)
    turner = app.stage.staff.paintings.turner
    for _ in range(10):
        turner.stepped.emit(1)
        house.wait(0.2)
    return {
        "turn_worst_ms": max(turning.gaps_ms, default=0.0),
        "turn_p95_ms": _p95(turning.gaps_ms),
        "turn_fps": 1000.0 / float(np.mean(turning.gaps_ms)),
        "turn_left_out": float(np.mean(np.array(turning.gaps_ms) >= LEFT_OUT_MS)),
        "turn_work_p95_ms": _p95(turning.work_ms),
        "scroll_p95_ms": _p95(scrolling.gaps_ms),
        "scroll_work_p95_ms": _p95(scrolling.work_ms),
        "switch_ms": median(switches),
        "memory_mb": psutil.Process().memory_info().rss / 1e6,
    }


def _switches(house: House) -> list[float]:
    """How long it takes until another, already prepared painting hangs."""
    hanging, times = house.app.hanging, []
    house.wait(1.0)
    keys = house.app.exhibition.shown[:3]
    for number in range(SWITCHES):
        key = keys[number % len(keys)].key
        began_s = time.perf_counter()
        hanging.choose(key)
        house.until(lambda key=key: hanging.hanging.key == key, "a painting")
        if number >= len(keys):
            times.append(1000.0 * (time.perf_counter() - began_s))
    return times


class Frames(QObject):
    """Times the pictures that a widget draws while it moves."""

    def __init__(self, widget: QObject) -> None:
        super().__init__()
        self.gaps_ms: list[float] = []
        self.work_ms: list[float] = []
        self._last_s: float | None = None
        widget.window().installEventFilter(self)

    def run(
        self, house: House, move: Callable[[], None], moves_s: float, rests_s: float
    ) -> None:
        """Let something move, look for as long as it does, and let it rest.

        Where it rests a picture that comes late is no jerk.
        """
        self._last_s = time.perf_counter()
        began_s = time.thread_time()  # a busy computer does not count
        move()
        self.work_ms.append(1000.0 * (time.thread_time() - began_s))
        house.wait(moves_s)
        self._last_s = None
        house.wait(rests_s)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the time of each picture."""
        if event.type() == QEvent.Type.UpdateRequest and self._last_s is not None:
            now_s = time.perf_counter()
            self.gaps_ms.append(1000.0 * (now_s - self._last_s))
            self._last_s = now_s
        return False


def _p95(values: list[float]) -> float:
    return float(np.percentile(values, 95)) if values else 0.0


def _pack(folder: Path, count: int) -> Path:
    """A pack of as many paintings: those of our studio, cut in other ways."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = [
        read_image(path) for path in sorted(packs_folder().glob("studio/*.jpg"))
    ]
    lines = ['format = 1\nid = "many"\nversion = "1"\ntitle = "Many"\nlicence = "CC0"']
    for number in range(count):
        bgr = pictures[number % len(pictures)]
        cut = 2 + number // len(pictures)
        if number % 2:
            bgr = np.ascontiguousarray(bgr[:, ::-1])
        write_image(folder / f"{number:03}.jpg", bgr[cut:-cut, cut:-cut])
        lines.append(
            f'[[paintings]]\nid = "p{number}"\nimage = "{number:03}.jpg"\n'
            f'title = "Portrait of somebody, number {number}"\nartist = "A painter"\n'
            f'year = "{1500 + number}"\nmuseum = "A museum somewhere"\n'
            f'category = "{CATEGORIES[number % len(CATEGORIES)]}"\n'
            'rights = { kind = "public-domain" }'
        )
    (folder / "pack.toml").write_text("\n\n".join(lines))
    return folder


if __name__ == "__main__":
    main()
