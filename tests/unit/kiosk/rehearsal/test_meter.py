import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.rehearsal.meter import PictureRate, StallMeter, rss_mb


def test_a_busy_window_is_a_stall_with_its_place(
    qapp: QApplication, qtbot: QtBot
) -> None:
    meter = StallMeter(lambda: "live")
    QTimer.singleShot(40, lambda: time.sleep(0.12))

    meter.start()
    qtbot.wait(1500)  # many looks, so that one stall is none of the usual
    meter.stop()

    figures = meter.figures_ms()
    assert 100.0 < figures["max"] < 1000.0
    assert figures["p95"] < figures["max"]
    assert meter.worst()[0] == (pytest.approx(figures["max"], abs=0.2), "live")


def test_what_is_no_part_of_the_kiosk_is_left_out(
    qapp: QApplication, qtbot: QtBot
) -> None:
    meter = StallMeter()
    meter.start()
    with meter.paused():
        time.sleep(0.4)
    qtbot.wait(50)
    meter.stop()

    assert meter.figures_ms()["max"] < 300.0


def test_a_meter_that_never_ran_has_nothing_to_tell(qapp: QApplication) -> None:
    assert StallMeter().figures_ms() == {"p95": 0.0, "max": 0.0}
    assert StallMeter().worst() == ()


def test_pictures_are_counted_only_while_somebody_looks(
    qapp: QApplication, qtbot: QtBot
) -> None:
    began_s = time.monotonic()
    looking = True

    def pictures() -> int | None:
        return 1 + round(50.0 * (time.monotonic() - began_s)) if looking else None

    rate = PictureRate(pictures)
    rate.start()
    qtbot.wait(450)
    assert rate.per_s is None
    qtbot.wait(2000)
    looking = False
    qtbot.wait(300)
    rate.stop()

    assert rate.per_s == pytest.approx(50.0, rel=0.3)


def test_the_process_takes_memory() -> None:
    assert 10.0 < rss_mb() < 100_000.0
