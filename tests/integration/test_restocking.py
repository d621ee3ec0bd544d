"""Packs are changed while a visitor is in a painting of theirs."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.packs.stock import Stock
from kiosk.packs.store import PackStore
from kiosk.rehearsal.house import House
from kiosk.rehearsal.walk import Walk
from kiosk.restocking import Restocking
from tests.sitters import PACK, write_sitters

SIZE_PX = (540, 960)


def test_a_visitor_keeps_the_painting_that_somebody_removes(
    tmp_path: Path, qtbot: QtBot
) -> None:
    builtin = write_sitters(tmp_path)
    guest = tmp_path / "stick" / "guest"
    guest.mkdir(parents=True)
    (guest / "pack.toml").write_text(PACK.format(name="guest"))
    for picture in ("lady.png", "lord.png"):
        (guest / picture).write_bytes((builtin / "pack" / picture).read_bytes())
    store = PackStore(tmp_path / "store")
    image = store.install(guest).pack.paintings[0].image
    stock = Stock(store, builtin)
    settings = CurrentSettings.usual(tmp_path / "settings.toml")
    with House(settings, stock.open(), tmp_path, SIZE_PX, stock=stock) as house:
        walk, app = Walk(house), house.app
        look = app.findChild(Restocking).look
        walk.begin()
        walk.agree()
        walk.choose("guest/lady")
        walk.live()

        PackStore(store.folder).remove("guest")
        look()
        house.wait(0.3)
        assert app.exhibition.shown[0].key == "guest/lady"
        walk.shoot()
        assert app.controller.visitor.painting.key == "guest/lady"
        assert image.is_file()

        walk.keep()
        walk.tap(app.stage.handover.done)
        walk.reach(State.ATTRACT)
        house.until(
            lambda: (
                [one.key for one in app.exhibition.shown] == ["pack/lady", "pack/lord"]
            ),
            "the other paintings",
        )
        house.until(lambda: app.hanging.hanging.key == "pack/lady", "the first")
        house.until(lambda: not image.exists(), "the old files to go")

        PackStore(store.folder).install(guest)
        look()
        house.until(lambda: len(app.exhibition.shown) == 4, "the pack to come back")
        house.until(lambda: app.hanging.hanging.key == "guest/lady", "the first")
