"""The kiosk without a screen hears every touch, wherever in the window it is."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.current import CurrentSettings
from kiosk.packs.library import open_library
from kiosk.rehearsal.house import House
from kiosk.rehearsal.walk import Walk

SIZE_PX = (1080, 1920)
ANSWERED_S = 2.0
STILL_AFTER_S = 0.5
"""The chosen card slides to the middle first."""


def test_every_card_in_live_is_touched_however_large_the_window(
    tmp_path: Path, qtbot: QtBot
) -> None:
    settings = CurrentSettings.usual(tmp_path / "settings.toml")
    with House(settings, open_library(), tmp_path, SIZE_PX) as house:
        walk, stage = Walk(house), house.app.stage
        gallery = stage.live.gallery
        walk.begin()
        walk.agree()
        walk.choose(gallery.keys[0])
        touched: list[str] = []
        stage.live.painting_chosen.connect(touched.append)

        for key in gallery.keys[1:4]:
            house.wait(STILL_AFTER_S)
            walk.tap(gallery.card(key))
            house.watch(lambda key=key: key in touched, ANSWERED_S)

        assert gallery.horizontalScrollBar().maximum() > 0, "the cards scroll"
        assert touched == list(gallery.keys[1:4])
